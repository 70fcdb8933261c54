"""What a PDF holds, read with PDFium and pikepdf: facts for goldens and properties."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image
from pypdfium2 import raw

from tests.documents import show_spaces

DPI = 60
"""Enough to see that a page has changed, and where; its words are in `text.txt`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters set in one go: where they stand, in points from the page's upper left."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str
    marked: int


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """The PDF as pypdfium2's document."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def pieces(page: Any) -> list[Piece]:
    """The texts of a page of `opened`, in content order."""
    height = page.get_height()
    textpage = page.get_textpage()
    found = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=textpage):
        left, _, right, _ = item.get_bounds()
        matrix = item.get_matrix()
        found.append(
            Piece(
                text=item.extract(),
                left=left,
                right=right,
                baseline=height - matrix.f,
                size=item.get_font_size() * matrix.a,
                font=item.get_font().get_base_name().rpartition("+")[2],
                marked=raw.FPDFPageObj_GetMarkedContentID(item),
            )
        )
    return found


def texts(pdf: bytes) -> list[str]:
    """The text of every page, in content order."""
    with opened(pdf) as document:
        found = [page.get_textpage().get_text_range() for page in document]
    # PDFium joins a word that a line breaks at its hyphen, and marks the place.
    return [re.sub("[\x02\ufffe]", "-", text).replace("\r\n", "\n") for text in found]


def pictures(pdf: bytes) -> list[Image.Image]:
    """Every page, small and grey."""
    with opened(pdf) as document:
        return [
            page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document
        ]


def facts(pdf: bytes) -> dict[str, Any]:
    """Metadata, fonts, bookmarks, and for each page its size, links and lines of text."""
    with pikepdf.open(io.BytesIO(pdf)) as file, opened(pdf) as document:
        info = {str(key)[1:]: str(value) for key, value in sorted(file.docinfo.items())}
        pages = [
            {
                "size": " × ".join(str(_tenth(size)) for size in page.get_size()),
                "links": _links(file.pages[number]),
                "lines": _lines(page),
            }
            for number, page in enumerate(document)
        ]
        return {
            "metadata": {"lang": str(file.Root.Lang), **info},
            "fonts": sorted({p.font for page in document for p in pieces(page)}),
            "bookmarks": [
                f"{'  ' * mark.level}{mark.get_title()} (page {_page(mark)})"
                for mark in document.get_toc()
            ],
            "pages": pages,
        }


def _page(mark: Any) -> int:
    return int(mark.get_dest().get_index()) + 1


def _tenth(number: float) -> float:
    return round(float(number), 1) + 0.0  # never -0.0


def _links(page: Any) -> list[str]:
    """Where each link leads: an address, or the page's own bookmark."""
    found = []
    for annotation in page.get("/Annots", []):
        action = annotation.get("/A", {})
        found.append(str(action.get("/URI", annotation.get("/Dest", ""))))
    return found


def _lines(page: Any) -> list[str]:
    """`left–right ↓baseline text` of each line: pieces that follow each other on one height."""
    lines: list[list[Piece]] = []
    for piece in pieces(page):
        if piece.text.strip():
            if lines and abs(lines[-1][-1].baseline - piece.baseline) < 0.05:
                lines[-1].append(piece)
            else:
                lines.append([piece])
    return [_line(line) for line in lines]


def _line(line: list[Piece]) -> str:
    left, right = min(p.left for p in line), max(p.right for p in line)
    text = " ".join("".join(p.text for p in line).split())
    return f"{_tenth(left)}–{_tenth(right)} ↓{_tenth(line[0].baseline)} {_short(text, 40)}"


@dataclass(slots=True)
class Tag:
    """An element of the structure tree, or what an element holds (a text, an annotation)."""

    name: str
    children: list[Tag]
    is_content: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it holds only white space; such elements say nothing to a reader."""
        return self.name in ("Span", "NonStruct") and all(tag.is_empty for tag in self.children)


def tags(pdf: bytes) -> str:
    """The structure tree: roles by depth, with the first words of what each holds.

    An element that holds one thing alone stands on one line with it: `H2 Span “Skills”`.
    """
    return "\n".join(_outline(tag_tree(pdf), 0)) + "\n"


def tag_tree(pdf: bytes) -> Tag:
    """The root of the structure tree."""
    with pikepdf.open(io.BytesIO(pdf)) as file, opened(pdf) as document:
        words: dict[tuple[int, int], str] = {}
        for number, page in enumerate(document):
            for piece in pieces(page):
                place = (number, piece.marked)
                words[place] = words.get(place, "") + piece.text
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        return _tag(file.Root.StructTreeRoot, -1, words, numbers)


def _tag(node: Any, page: int, words: dict[tuple[int, int], str], numbers: dict[Any, int]) -> Tag:
    """`node` and what is below it; `page` is the one that it stands on."""
    page = numbers.get(node.Pg.objgen, page) if "/Pg" in node else page
    alternative = f" alt={str(node.Alt)!r}" if "/Alt" in node else ""
    kids = node.get("/K", [])
    tag = Tag(f"{str(node.get('/S', 'Root')).strip('/')}{alternative}", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int) or "/MCID" in kid:
            marked = int(kid if isinstance(kid, int) else kid.MCID)
            text = " ".join(words.get((page, marked), "").split())
            if text:
                tag.children.append(Tag(f"“{_short(text, 60)}”", [], True))
        elif "/Obj" in kid:
            tag.children.append(Tag(f"({str(kid.Obj.get('/Subtype', '')).strip('/')})", [], True))
        else:
            tag.children.append(_tag(kid, page, words, numbers))
    return tag


def _outline(tag: Tag, depth: int) -> Iterator[str]:
    line, filled = tag.name, [child for child in tag.children if not child.is_empty]
    while len(filled) == 1:
        line += f" {filled[0].name}"
        filled = [child for child in filled[0].children if not child.is_empty]
    yield f"{'  ' * depth}{line}"
    for child in filled:
        yield from _outline(child, depth + 1)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def page_texts(pdf: bytes) -> str:
    """The text of all pages for a golden file, each page under its number."""
    pages = [
        f"==== page {number} ====\n" + "\n".join(line.rstrip() for line in text.splitlines())
        for number, text in enumerate(texts(pdf), 1)
    ]
    return show_spaces("\n".join(pages) + "\n")


def roles(pdf: bytes) -> list[str]:
    """The roles of the structure tree, in reading order."""
    return [name for tag in _walk(tag_tree(pdf)) for name in tag.name.split()[:1]]


def _walk(tag: Tag) -> Iterator[Tag]:
    if not tag.is_content:
        yield tag
        for child in tag.children:
            yield from _walk(child)
