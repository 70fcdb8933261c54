"""What a PDF says of itself, read back through PDFium (the only user of pypdfium2)."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from typeset.problems import Problem, TypesetError

# PDFium joins a word that a line breaks at its hyphen, and leaves this in the hyphen's place.
_BROKEN_HYPHEN = re.compile("[\x02\ufffe](?:\r\n)?")


@dataclass(frozen=True, slots=True)
class PdfFont:
    """A font of a page: its PostScript name without the subset's tag."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: sizes in points, text in content order, fonts, and text outside its edges."""

    width: float
    height: float
    text: str
    fonts: frozenset[PdfFont]
    outside: tuple[str, ...]


def read_pdf(pdf: bytes) -> tuple[PdfPage, ...]:
    """The pages of a PDF. Raises `TypesetError` where PDFium cannot open it."""
    # The raw bindings: their import takes a third of the helper classes'.
    import pypdfium2.raw as pdfium

    with _opened(pdfium, pdf) as document:
        return tuple(
            _read_page(pdfium, document, index)
            for index in range(pdfium.FPDF_GetPageCount(document))
        )


@contextmanager
def _opened(pdfium: Any, pdf: bytes) -> Iterator[Any]:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    if not document:
        raise TypesetError(Problem("pdf-unreadable", "the file cannot be read as a PDF"))
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _read_page(pdfium: Any, document: Any, index: int) -> PdfPage:
    page = pdfium.FPDF_LoadPage(document, index)
    text_page = pdfium.FPDFText_LoadPage(page)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    fonts: set[PdfFont] = set()
    outside: list[str] = []
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            fonts.add(_font(pdfium, item))
            left, bottom, right, top = _bounds(pdfium, item)
            # Half a point: an italic's overhang is not text outside the page.
            if left < -0.5 or bottom < -0.5 or right > width + 0.5 or top > height + 0.5:
                outside.append(
                    _utf16(lambda b, n, i=item: pdfium.FPDFTextObj_GetText(i, text_page, b, n))
                )
    count = pdfium.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (count * 2 + 1))()
    length = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: max(length - 1, 0) * 2].decode("utf-16-le", "replace")
    pdfium.FPDFText_ClosePage(text_page)
    pdfium.FPDF_ClosePage(page)
    return PdfPage(width, height, _BROKEN_HYPHEN.sub("-", text), frozenset(fonts), tuple(outside))


def _bounds(pdfium: Any, item: Any) -> tuple[float, float, float, float]:
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


def _utf16(call: Any) -> str:
    """What a PDFium function writes into a buffer of UTF-16, asked first for its length."""
    length = call(None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    call(buffer, length)
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")
