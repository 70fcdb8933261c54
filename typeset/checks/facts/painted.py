"""What PDFium would paint: text objects with their place, size, colour, and whether they are seen.

Whether a text is seen is judged by the picture of the page, which settles at once what is
white on white, covered, transparent or drawn in no mode at all.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from typeset.checks.bidi import has_right_to_left, logical_text, read_pieces
from typeset.checks.facts.colours import contrast
from typeset.checks.facts.lines import runs_right_to_left
from typeset.checks.facts.matrix import IDENTITY, Matrix, product
from typeset.checks.facts.model import Box, Colour, Piece, SheetFacts
from typeset.checks.pdffile import page_text, utf16, with_hyphens
from typeset.pdfium import opened

MAX_PAGES = 60
MAX_OBJECTS = 20_000
"""Of one page; what is beyond is not looked at."""
MAX_FORMS = 8
"""Forms inside forms."""

_SCALE = 2.0
"""Pixels for a point: enough to see the strokes of 4 pt text."""
_MAX_PIXELS = 12_000_000


def read_sheets(pdf: bytes) -> tuple[SheetFacts, ...]:
    """The pages of a PDF, at most `MAX_PAGES`. Raises `TypesetError` where it cannot be opened."""
    with opened(pdf) as (pdfium, document):
        count = min(pdfium.FPDF_GetPageCount(document), MAX_PAGES)
        return tuple(_sheet(pdfium, document, index) for index in range(count))


def page_count(pdf: bytes) -> int:
    """How many pages the file has."""
    with opened(pdf) as (pdfium, document):
        return int(pdfium.FPDF_GetPageCount(document))


def _sheet(pdfium: Any, document: Any, index: int) -> SheetFacts:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return SheetFacts(index + 1, 0, 0, "", ())
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        pieces, images = [], []
        for item, matrix in _objects(pdfium, page):
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                pieces.append(_piece(pdfium, text_page, item, matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                images.append(_bounds(pdfium, item, matrix))
        seen = _Picture(pdfium, page, width, height).judged(pieces)
        text = page_text(pdfium, text_page)
        if has_right_to_left([text]):
            direction: Literal["ltr", "rtl"] = "rtl" if runs_right_to_left(text) else "ltr"
            text = logical_text(read_pieces(pdfium, page, text_page), direction)
        return SheetFacts(index + 1, width, height, text, tuple(seen), tuple(images))
    finally:
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)


def _objects(pdfium: Any, page: Any) -> Iterator[tuple[Any, Matrix]]:
    """The page's objects in painting order, those inside forms with the forms' matrix."""
    top = [
        (pdfium.FPDFPage_GetObject(page, number), IDENTITY, 0)
        for number in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS))
    ]
    stack, given = list(reversed(top)), 0
    while stack and given < MAX_OBJECTS:
        item, matrix, depth = stack.pop()
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_FORMS:
            inner = product(_matrix(pdfium, item), matrix)
            count = min(pdfium.FPDFFormObj_CountObjects(item), MAX_OBJECTS)
            inside = [pdfium.FPDFFormObj_GetObject(item, number) for number in range(count)]
            stack += [(child, inner, depth + 1) for child in reversed(inside)]
        else:
            given += 1
            yield item, matrix


def _piece(pdfium: Any, text_page: Any, item: Any, outer: Matrix) -> Piece:
    matrix = product(_matrix(pdfium, item), outer)
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(item, size)
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item, *parts)
    red, green, blue, _ = (part.value for part in parts)
    text = utf16(lambda buffer, n: pdfium.FPDFTextObj_GetText(item, text_page, buffer, n))
    return Piece(
        text=with_hyphens(text),
        box=_bounds(pdfium, item, outer),
        x=matrix[4],
        y=matrix[5],
        size=size.value * math.hypot(matrix[2], matrix[3]),
        font=_font_name(pdfium, item),
        colour=(red, green, blue),
        mode=pdfium.FPDFTextObj_GetTextRenderMode(item),
        marked=pdfium.FPDFPageObj_GetMarkedContentID(item),
        upright=matrix[0] > 0 and abs(matrix[1]) < 0.01 * abs(matrix[0]),
    )


def _font_name(pdfium: Any, item: Any) -> str:
    font = pdfium.FPDFTextObj_GetFont(item)
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]


def _matrix(pdfium: Any, item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _bounds(pdfium: Any, item: Any, outer: Matrix) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    corners = [
        (x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5])
        for x in (left, right)
        for y in (bottom, top)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


class _Picture:
    """A page as pixels."""

    def __init__(self, pdfium: Any, page: Any, width: float, height: float) -> None:
        area = max(width * height, 1.0)
        self.scale = min(_SCALE, math.sqrt(_MAX_PIXELS / area))
        self.width = max(1, round(width * self.scale))
        self.height = max(1, round(height * self.scale))
        bitmap = pdfium.FPDFBitmap_Create(self.width, self.height, 0)
        if not bitmap:
            self.pixels = memoryview(b"")
            return
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self.width, self.height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, self.width, self.height, 0, 0)
            size = self.width * self.height * 4
            address = pdfium.FPDFBitmap_GetBuffer(bitmap)
            self.pixels = memoryview(ctypes.string_at(address, size)).cast("I")
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def judged(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces, each with the colour behind it and the contrast that is seen."""
        if not self.pixels:
            return pieces
        return [self._judged(piece) if piece.text.strip() else piece for piece in pieces]

    def _judged(self, piece: Piece) -> Piece:
        left, bottom, right, top = (edge * self.scale for edge in piece.box)
        first, last = max(0, int(left)), min(self.width, math.ceil(right) + 1)
        high, low = max(0, int(self.height - top)), min(self.height, int(self.height - bottom) + 2)
        counted: Counter[int] = Counter()
        for row in range(high, low):
            start = row * self.width
            counted.update(self.pixels[start + first : start + max(last, first)])
        if not counted:
            return replace(piece, seen=1.0)
        ground = _colour(counted.most_common(1)[0][0])
        seen = max(contrast(_colour(pixel), ground) for pixel in counted)
        return replace(piece, ground=ground, seen=seen)


def _colour(pixel: int) -> Colour:
    """A pixel of PDFium's BGRx bitmap, read as a little-endian number."""
    return (pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255
