"""Of every golden case and sample, in every theme of one column, every field is recovered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conformance.pages import all_themes, has_side_column, sources
from typeset.checks.verify import verify_pdf
from typeset.loading import load
from typeset.pipeline import prepare, render
from typeset.typesetting import Press

THEMES = [theme for theme in all_themes() if not has_side_column(theme)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", sorted(sources()))
def test_every_field_is_recovered(theme: str, name: str, press: Press) -> None:
    source, settings = sources()[name]
    prepared = prepare(load(source), replace(settings, theme=theme))
    made = render(prepared, press)
    profile = prepared.loaded.profile
    recovered = verify_pdf(made.pdf, "x.pdf", profile, document=made.document).recovered
    assert (recovered.missed, recovered.precision, recovered.recall) == ((), 1.0, 1.0)
