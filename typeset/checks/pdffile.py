"""What a PDF says of itself, read back through PDFium's raw bindings."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from typeset.checks.bidi import logical_text, read_pieces
from typeset.checks.overlap import Box, overlapping
from typeset.pdfium import opened

# PDFium joins a word that a line breaks at its hyphen, and leaves this in the hyphen's place.
_BROKEN_HYPHEN = re.compile("[\x02\ufffe](?:\r\n)?")


Turned = Literal["", "ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class PdfFont:
    """A font of a page: its PostScript name without the subset's tag."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: sizes in points, text in content order, fonts.

    `outside` is text beyond its edges, `overlaps` texts printed over one another.
    """

    width: float
    height: float
    text: str
    fonts: frozenset[PdfFont]
    outside: tuple[str, ...]
    overlaps: tuple[tuple[str, str], ...] = ()


def read_pdf(pdf: bytes, *, turned: Turned = "") -> tuple[PdfPage, ...]:
    """The pages of a PDF; `turned` is their direction where some letters run right to left.

    Raises `TypesetError` where PDFium cannot open it.
    """
    with opened(pdf) as (pdfium, document):
        return tuple(
            _read_page(pdfium, document, index, turned)
            for index in range(pdfium.FPDF_GetPageCount(document))
        )


def _read_page(pdfium: Any, document: Any, index: int, turned: Turned) -> PdfPage:
    page = pdfium.FPDF_LoadPage(document, index)
    text_page = pdfium.FPDFText_LoadPage(page)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    fonts: set[PdfFont] = set()
    outside: list[str] = []
    placed: list[tuple[Callable[[], str], Box]] = []
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            fonts.add(_font(pdfium, item))
            box = left, bottom, right, top = _bounds(pdfium, item)
            text = partial(_text, pdfium, text_page, item)
            if turned == "rtl" and placed and _continues(placed[-1][1], box):
                above, whole = placed.pop()
                text, box = partial(_joined, above, text), _around(whole, box)
            placed.append((text, box))
            # Half a point: an italic's overhang is not text outside the page.
            if left < -0.5 or bottom < -0.5 or right > width + 0.5 or top > height + 0.5:
                outside.append(text())
    overlaps = tuple(overlapping(placed))
    if turned:
        content = logical_text(read_pieces(pdfium, page, text_page), turned)
    else:
        content = page_text(pdfium, text_page)
    pdfium.FPDFText_ClosePage(text_page)
    pdfium.FPDF_ClosePage(page)
    return PdfPage(width, height, content, frozenset(fonts), tuple(outside), overlaps)


def _text(pdfium: Any, text_page: Any, item: Any) -> str:
    """The characters of a text object: slow, as PDFium looks for them on the whole page."""
    return utf16(lambda buffer, n: pdfium.FPDFTextObj_GetText(item, text_page, buffer, n))


def _joined(first: Callable[[], str], second: Callable[[], str]) -> str:
    return first() + second()


def page_text(pdfium: Any, text_page: Any) -> str:
    """The text of an opened text page, in content order."""
    count = pdfium.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (count * 2 + 1))()
    length = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: max(length - 1, 0) * 2].decode("utf-16-le", "replace")
    return with_hyphens(text)


def with_hyphens(text: str) -> str:
    """With the hyphens that PDFium takes for its own where a line ends in one."""
    return _BROKEN_HYPHEN.sub("-", text)


def _continues(before: Box, box: Box) -> bool:
    """Whether `box` goes on with `before` to its right, as a text in Arabic does in pieces."""
    height = min(before[3] - before[1], box[3] - box[1])
    common = min(before[3], box[3]) - max(before[1], box[1])
    return common > 0.3 * height and before[0] < box[0] and box[0] - before[2] < height


def _around(one: Box, two: Box) -> Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])


def _bounds(pdfium: Any, item: Any) -> Box:
    """Left, bottom, right and top of a text object, in points from the lower left corner."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _font(pdfium: Any, item: Any) -> PdfFont:
    font = pdfium.FPDFTextObj_GetFont(item)
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    return PdfFont(re.sub(r"^[A-Z]{6}\+", "", name), pdfium.FPDFFont_GetIsEmbedded(font) == 1)


def utf16(call: Any) -> str:
    """What a PDFium function writes into a buffer of UTF-16, asked first for its length."""
    length = call(None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    call(buffer, length)
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")
