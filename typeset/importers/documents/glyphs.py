"""Pages of a PDF as PDFium sees them: characters with their boxes, and links with theirs."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

from typeset.importers.documents.pdf_fonts import Font, is_nameless, named_font, program_style
from typeset.pdfium import opened
from typeset.problems import Problem, Span, TypesetError

MAX_PAGES = 300
MAX_CHARACTERS = 600_000
_THICKEST, _SHORTEST = 3.0, 12.0
"""The height and length of a rule, in points."""
_SMALLEST, _LARGEST = 1.0, 8.0
"""The width of a bullet, in points."""
_lock = Lock()


@dataclass(slots=True)
class Glyph:
    """One visible character. `space` is 1 where a space stands before it, 2 for a line's end."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: Font
    space: int = 0
    target: str = ""
    soft: bool = False
    """Whether it is a hyphen that typesetters set at a line's end, and few authors write."""
    glued: bool = False
    """Whether the space before it may not end a line."""
    tight: bool = False
    """Whether the gap before it is tracking and no space."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line drawn from left to right."""

    left: float
    right: float
    base: float


Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the page's lower left corner."""


@dataclass(slots=True)
class PdfPage:
    """One page, its characters in content order."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    """Small shapes as wide as they are high, which may be bullets."""
    pictures: int = 0
    dropped: int = 0


def read_pages(data: bytes, path: str) -> list[PdfPage]:
    """The pages of a PDF. Raises `TypesetError` for one that is damaged, locked or too long."""
    try:
        with _lock, opened(data) as (pdfium, document):
            return _pages(pdfium, document)
    except TypesetError as error:
        raise TypesetError(problem.at(Span(path)) for problem in error.problems) from None


def _pages(pdfium: Any, document: Any) -> list[PdfPage]:
    count = pdfium.FPDF_GetPageCount(document)
    if count > MAX_PAGES:
        message = f"the PDF has {count:,} pages; the limit is {MAX_PAGES}"
        raise TypesetError(Problem("pdf-too-long", message))
    pages: list[PdfPage] = []
    for index in range(count):
        page = pdfium.FPDF_LoadPage(document, index)
        if page:
            pages.append(_Page(pdfium, document, page).read())
            pdfium.FPDF_ClosePage(page)
        if sum(len(page.glyphs) for page in pages) > MAX_CHARACTERS:
            raise TypesetError(Problem("pdf-too-long", "the PDF holds too much text"))
    return pages


class _Page:
    def __init__(self, pdfium: Any, document: Any, page: Any) -> None:
        self.pdfium = pdfium
        self.document = document
        self.page = page
        self.fonts: dict[tuple[bytes, int, bool], Font] = {}
        self.rect = pdfium.FS_RECTF()
        self.origin = [ctypes.c_double() for _ in range(2)]
        self.name = ctypes.create_string_buffer(256)

    def read(self) -> PdfPage:
        pdfium = self.pdfium
        made = PdfPage(pdfium.FPDF_GetPageWidthF(self.page), pdfium.FPDF_GetPageHeightF(self.page))
        self.text = pdfium.FPDFText_LoadPage(self.page)
        if self.text:
            links = list(self._links())
            made.links = [target for *_, target in links]
            self._glyphs(made, links)
            pdfium.FPDFText_ClosePage(self.text)
        for number in range(min(pdfium.FPDFPage_CountObjects(self.page), 5_000)):
            item = pdfium.FPDFPage_GetObject(self.page, number)
            kind = pdfium.FPDFPageObj_GetType(item)
            made.pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._shape(made, item)
        return made

    def _shape(self, page: PdfPage, item: Any) -> None:
        """Keep a drawn shape that is as thin as a rule, or as small and as wide as a bullet."""
        box = [ctypes.c_float() for _ in range(4)]
        if not self.pdfium.FPDFPageObj_GetBounds(item, *box):
            return
        left, bottom, right, top = (value.value for value in box)
        wide, high = right - left, top - bottom
        if high < _THICKEST and wide > _SHORTEST:
            page.rules.append(Rule(left, right, (top + bottom) / 2))
        elif _SMALLEST < wide < _LARGEST and abs(wide - high) < 0.15 * wide:
            page.dots.append((left, bottom, right, top))

    def _glyphs(self, page: PdfPage, links: list[tuple[float, float, float, float, str]]) -> None:
        count = self.pdfium.FPDFText_CountChars(self.text)
        space = 2
        high = 0
        glued = False
        for index in range(count):
            code = self.pdfium.FPDFText_GetUnicode(self.text, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            text = _shown(code)
            if text.isspace():
                ends = code in (10, 13)
                space = 2 if ends else max(space, 1)
                glued = code in (0x00A0, 0x202F)
                continue
            if not text:
                page.dropped += 1
                space = max(space, 1)
                continue
            glyph = self._glyph(index, text, space)
            if glyph.font.icons:
                page.dropped += 1
                space = max(space, 1)
                continue
            glyph.soft = code in (0x00AD, 0x2010)
            glyph.target = _target(glyph, links)
            glyph.glued = glued
            page.glyphs.append(glyph)
            space, glued = 0, False

    def _glyph(self, index: int, text: str, space: int) -> Glyph:
        pdfium = self.pdfium
        # The loose box is as wide as the character advances; the tight one only as its ink.
        box = self.rect if pdfium.FPDFText_GetLooseCharBox(self.text, index, self.rect) else None
        x, y = self.origin
        placed = pdfium.FPDFText_GetCharOrigin(self.text, index, *self.origin)
        matrix = pdfium.FS_MATRIX()
        scale = 1.0
        if pdfium.FPDFText_GetMatrix(self.text, index, matrix):
            scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        size = pdfium.FPDFText_GetFontSize(self.text, index) * scale
        left, right = (box.left, box.right) if box else (x.value, x.value)
        base = y.value if placed else (box.bottom if box else 0.0)
        return Glyph(text, left, max(right, left), base, round(size, 2), self._font(index), space)

    def _font(self, index: int) -> Font:
        flags = ctypes.c_int()
        length = self.pdfium.FPDFText_GetFontInfo(self.text, index, self.name, 256, flags)
        item = self.pdfium.FPDFText_GetTextObject(self.text, index)
        mode = self.pdfium.FPDFTextObj_GetTextRenderMode(item)
        stroked = mode == self.pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        key = (self.name.value if length else b"", flags.value, stroked)
        if key not in self.fonts:
            name = key[0].decode("utf-8", "replace")
            made = named_font(name, flags.value, stroked=stroked)
            if is_nameless(name):
                strong, em = program_style(self._program(item))
                made = replace(made, family=name, strong=made.strong or strong, em=made.em or em)
            self.fonts[key] = made
        return self.fonts[key]

    def _program(self, item: Any) -> bytes:
        """The font file that a text is drawn with."""
        font = self.pdfium.FPDFTextObj_GetFont(item)
        length = ctypes.c_size_t()
        if not font or not self.pdfium.FPDFFont_GetFontData(font, None, 0, length):
            return b""
        data = (ctypes.c_uint8 * length.value)()
        found = self.pdfium.FPDFFont_GetFontData(font, data, length.value, length)
        return bytes(data) if found else b""

    def _links(self) -> Iterator[tuple[float, float, float, float, str]]:
        """Boxes (left, bottom, right, top) of the links to addresses, with those."""
        pdfium = self.pdfium
        position = ctypes.c_int(0)
        link = pdfium.FPDF_LINK()
        rect = pdfium.FS_RECTF()
        for _ in range(2_000):
            if not pdfium.FPDFLink_Enumerate(self.page, position, link):
                return
            action = pdfium.FPDFLink_GetAction(link)
            length = pdfium.FPDFAction_GetURIPath(self.document, action, None, 0) if action else 0
            if length > 1 and pdfium.FPDFLink_GetAnnotRect(link, rect):
                buffer = ctypes.create_string_buffer(length)
                pdfium.FPDFAction_GetURIPath(self.document, action, buffer, length)
                target = buffer.value.decode("utf-8", "replace").strip()
                bottom, top = sorted((rect.top, rect.bottom))
                yield rect.left, bottom, rect.right, top, target


def _target(glyph: Glyph, links: list[tuple[float, float, float, float, str]]) -> str:
    if not links:
        return ""
    x, y = (glyph.left + glyph.right) / 2, glyph.base + glyph.size * 0.25
    for left, bottom, right, top, target in links:
        if left - 0.5 <= x <= right + 0.5 and bottom - 0.5 <= y <= top + 0.5:
            return target
    return ""


def _shown(code: int) -> str:
    """A character as text: ligatures as letters, what has no meaning as nothing."""
    if code in (0x02, 0xFFFE, 0x00AD, 0x2010):  # the first two: at a line's end, by PDFium
        return "-"
    if code in (9, 10, 13, 0x00A0, 0x2007, 0x202F, 0x3000) or code == 0x20:
        return " "
    if code < 32 or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF or code in (0xFFFD, 0xFFFF):
        return "•" if code in (0xF0B7, 0xF0A7, 0xF0D8, 0xF076) else ""
    if code > 0x10FFFF or 0xD800 <= code < 0xE000 or code >= 0xF0000:
        return ""
    text = chr(code)
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", text)
    if unicodedata.category(text) in ("Zs", "Zl", "Zp"):
        return " "
    return "" if code in (0x200B, 0xFEFF) else text
