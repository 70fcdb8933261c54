"""CFF fonts with an encoding that means no code."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont

from typeset.typesetting import Source, typeset_html
from typeset.typesetting.cff import without_codes

HTML = (
    "<!DOCTYPE html><html lang=en><title>F</title><style>p { font-family: XCharter }</style>"
    "<p>Four Far Fields <b>Found</b>"
)


def _fonts(html: str, *families: str) -> list[bytes]:
    """The font files in the PDF of a page."""
    with pikepdf.open(BytesIO(typeset_html(Source(html, families=families)).pdf)) as pdf:
        fonts = [font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values()]
        return [font.FontDescriptor.FontFile3.read_bytes() for font in fonts]


def test_an_embedded_font_maps_no_code_and_loses_no_glyph() -> None:
    fonts = _fonts(HTML, "XCharter")
    assert len(fonts) == 2
    for data in fonts:
        font = TTFont(BytesIO(data), checkChecksums=2)  # raises where a table's is wrong
        top = font["CFF "].cff.topDictIndex[0]
        assert set(top.Encoding) == {".notdef"}
        drawn = top.CharStrings["F"]
        drawn.decompile()
        assert len(drawn.program) > 20


def test_what_is_no_such_font_stays_what_it_is() -> None:
    (font, _) = _fonts(HTML, "XCharter")
    assert without_codes(font) == font, "it has an encoding already"
    for data in (b"", b"OTTO\0\0" + bytes(6), b"\0\1\0\0" + font[4:]):
        assert without_codes(data) == data


def test_the_length_stays(tmp_path: Path) -> None:
    import rendercv_fonts

    path = next(Path(rendercv_fonts.__file__).parent.rglob("XCharter-Bold.otf"))
    whole = path.read_bytes()
    assert len(without_codes(whole)) == len(whole)
