"""The invented people of `profiles/`, one a language, and the fonts that their pages need."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from typeset import loading, pipeline
from typeset.pipeline import Prepared, Rendered, Settings
from typeset.theming import find_themes
from typeset.typesetting import Press

FOLDER = Path(__file__).parent / "profiles"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
THEMES = [name for name in ("classic", "modern", "plain") if name in find_themes(())]

# Arabic is in no bundled font. Debian: fonts-hosny-amiri, else fonts-noto-core.
_ARABIC = (
    Path("/usr/share/fonts/opentype/fonts-hosny-amiri"),
    Path("/usr/share/fonts/truetype/noto"),
)


def settings(name: str, theme: str = "classic") -> Settings:
    """How a person's profile is rendered; the test is skipped where its font is not installed."""
    if not name.startswith("ar"):
        return Settings(theme=theme)
    found = next((folder for folder in _ARABIC if folder.is_dir()), None)
    if found is None:
        pytest.skip("no Arabic font; on Debian: apt-get install -y fonts-hosny-amiri")
    return Settings(theme=theme, font_dirs=(found,))


def prepared(name: str, theme: str = "classic") -> Prepared:
    """A person's document, ready for a theme."""
    return pipeline.prepare(loading.load(FOLDER / f"{name}.yaml"), settings(name, theme))


def rendered(name: str, press: Press, theme: str = "classic") -> Rendered:
    """A person's PDF, checked; in `classic` each is made once."""
    if theme == "classic":
        return _classic(name, press)
    return pipeline.render(prepared(name, theme), press)


@cache
def _classic(name: str, press: Press) -> Rendered:
    return pipeline.render(prepared(name), press)


def without_fonts(made: Prepared) -> Prepared:
    """The same document where no font of its own is given."""
    return replace(made, settings=replace(made.settings, font_dirs=()))
