"""Of every golden case and sample, in every theme of one column, every field is recovered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conformance.pages import all_themes, has_side_column, sources
from tests.printing import printed
from typeset.checks.verify import verify_pdf
from typeset.typesetting import Press

THEMES = [theme for theme in all_themes() if not has_side_column(theme)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", sorted(sources()))
def test_every_field_is_recovered(theme: str, name: str, press: Press) -> None:
    source, settings = sources()[name]
    made = printed(source, replace(settings, theme=theme), press)
    recovered = verify_pdf(made.pdf, "x.pdf", made.profile, document=made.document).recovered
    assert (recovered.missed, recovered.precision, recovered.recall) == ((), 1.0, 1.0)
