"""Every theme sets every specimen: no error, no warning, every word in order."""

from __future__ import annotations

from pathlib import Path

import pytest

import typeset
from tests.test_gallery import THEMES
from typeset.problems import Severity
from typeset.theming.theme import BUNDLED
from typeset.typesetting import Press

SPECIMENS = sorted((BUNDLED / "specimens").glob("*.yaml"))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda path: path.stem)
def test_theme_sets_specimen(theme: str, specimen: Path, press: Press) -> None:
    prepared = typeset.prepare(typeset.load(specimen), typeset.Settings(theme=theme))
    rendered = typeset.render(prepared, press)
    assert [str(p) for p in rendered.problems if p.severity is not Severity.NOTE] == []
