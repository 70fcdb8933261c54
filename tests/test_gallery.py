"""The README's pictures are what the samples look like now; `--update-goldens` makes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.golden import Goldens
from tests.pdf import opened
from tests.printing import printed
from typeset.pipeline import Settings
from typeset.theming import find_themes
from typeset.typesetting import Press

ROOT = Path(__file__).parents[1]
GALLERY = Path(__file__).parent / "gallery"
DPI = 72
THEMES = sorted(set(find_themes(())) - {"base"})
PICTURES = {
    **{f"{theme}-resume": ("ines-duarte/resume.md", theme, 1) for theme in THEMES},
    **{f"{theme}-letter": ("ines-duarte/letter.md", theme, 1) for theme in THEMES},
    "classic-resume-2": ("ines-duarte/resume.md", "classic", 2),
    "classic-about": ("tomasz-wren/about.txt", "classic", 1),
}
"""Each picture's name: the sample, the theme and the page it shows."""


@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_fresh(name: str, goldens: Goldens, press: Press) -> None:
    sample, theme, page = PICTURES[name]
    made = printed(ROOT / "sources" / sample, Settings(theme=theme), press)
    with opened(made.pdf) as document:
        drawn = document[page - 1].render(scale=DPI / 72).to_pil()
    picture = _framed(drawn)
    path = GALLERY / f"{name}.png"
    if path.is_file():
        with Image.open(path) as kept:
            same = ImageChops.difference(kept.convert("RGB"), picture.convert("RGB")).getbbox()
        if same is None:
            return
    assert goldens.update, f"{path} is stale: make gallery"
    picture.save(path, optimize=True)
    goldens.rewritten(path)


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in GALLERY.glob("*.png")} == set(PICTURES)


def _framed(page: Image.Image) -> Image.Image:
    """A page with a hairline around it, in a palette, so that the file stays small."""
    framed = Image.new("RGB", (page.width + 2, page.height + 2), "#ccc")
    framed.paste(page, (1, 1))
    return framed.quantize(256, dither=Image.Dither.NONE)
