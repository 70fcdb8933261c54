"""Content streams and Unicode maps, read without PDFium."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from typeset.checks.facts.content import read_stretches
from typeset.checks.facts.unicode_maps import font_map

CMAP = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar
2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0058> <D83DDE00>] endbfrange"""


def _font(pdf: Pdf, cmap: bytes = b"") -> Dictionary:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Any)
    font.FirstChar, font.Widths = 32, pikepdf.Array([500] * 200)
    if cmap:
        font.Subtype = Name.Type0
        font.DescendantFonts = pikepdf.Array([Dictionary(DW=1000, W=[1, [400, 300], 16, 18, 250])])
        font.ToUnicode = pdf.make_stream(cmap)
    return font


def _texts(content: bytes) -> list[tuple[str, int, bool]]:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Resources = Dictionary(Font=Dictionary(F=_font(pdf)))
        page.Contents = pdf.make_stream(content)
        return [(s.text, s.marked, s.artifact) for s in read_stretches(page.obj, 1)]


def test_unicode_map_and_widths() -> None:
    with pikepdf.new() as pdf:
        made = font_map(_font(pdf, CMAP))
    text, width, count = made.decode(bytes.fromhex("0001 0002 0010 0012 0020 0021 0099"))
    assert text == "Afi" + "ac" + "X😀" + "\ufffd"
    assert (count, width) == (7, 400 + 300 + 250 + 250 + 1000 * 3)


@pytest.mark.parametrize("cmap", [b"", b"junk", b"1 beginbfrange <> <> <> endbfrange"])
def test_broken_maps_end(cmap: bytes) -> None:
    with pikepdf.new() as pdf:
        font_map(_font(pdf, cmap or b" ")).decode(b"\x00\x01\x02")


def test_marks_and_artifacts() -> None:
    assert _texts(
        b"BT /F 10 Tf /P <</MCID 3>> BDC (a) Tj /Span BMC (b) Tj EMC EMC"
        b" /Artifact BMC (c) Tj EMC (d) Tj ET"
    ) == [("\nab", 3, False), ("c", -1, True), ("d", -1, False)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"[(a) -50 (b)] TJ", "\nab"),
        (b"[(a) -300 (b)] TJ", "\na b"),
        (b"(a) Tj 0 -12 Td (b) Tj", "\na\nb"),
        (b"(a) Tj 5 0 Td (b) Tj", "\nab"),
        (b"(a) Tj 20 0 Td (b) Tj", "\na b"),
        (b"(a) Tj 12 TL T* (b) Tj (c) '", "\na\nb\nc"),
        (b"5 Tw (a b) Tj 20 0 Td (c) Tj", "\na bc"),
    ],
)
def test_white_becomes_spaces_and_lines(content: bytes, text: str) -> None:
    assert "".join(t for t, _, _ in _texts(b"BT /F 10 Tf " + content + b" ET")) == text
