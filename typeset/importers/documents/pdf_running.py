"""Running heads and feet of a PDF's pages: what repeats, and page numbers."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.documents.pdf_columns import Band, bands
from typeset.importers.documents.pdf_lines import Content
from typeset.words import words

_NUMBER = re.compile(
    r"(?:page|seite|p\.?|página|pagina|pág\.?|стр\.?|第)?\s*[-–—]?\s*\d{1,3}\s*[-–—]?\s*"
    r"(?:页|ページ)?(?:\s*(?:of|von|/|sur|de|di|van|из|\|)\s*\d{1,3})?",
    re.IGNORECASE,
)
_EDGE = 0.1
"""How much of a page's height, at its top and foot, a running line stands in."""


def drop_running(content: Content, heights: list[float]) -> list[tuple[int, str]]:
    """Take running lines out of the content; what was dropped, by line."""
    pages = [
        [segment for segment in content.segments if segment.page == index]
        for index in range(len(heights))
    ]
    edges: list[tuple[int, Band]] = []
    for index, page in enumerate(pages):
        rows = bands(page)
        for row in {id(row): row for row in (*rows[:1], *rows[-2:])}.values():
            top, foot = (1 - _EDGE) * heights[index], _EDGE * heights[index]
            if len(rows) > 3 and not foot < row[0].base < top:
                edges.append((index, row))
    said = Counter(_shape(row) for _, row in edges)
    largest = max(content.segments, key=lambda s: s.size, default=None)
    name = set(words(largest.text.casefold())) if largest else set()
    dropped: list[tuple[int, str]] = []
    gone: set[int] = set()
    for index, row in edges:
        text = " ".join(segment.text for segment in row)
        rest = {w for w in words(text.casefold()) if not w.isdigit()}
        named = index > 0 and bool(rest) and rest <= name and any(c.isdigit() for c in text)
        counted = any(c.isdigit() for c in text)
        repeated = said[_shape(row)] > 1 and (index > 0 or counted) and len(text) < 120
        if _NUMBER.fullmatch(text.strip()) or named or repeated:
            gone |= {id(segment) for segment in row}
            dropped.append((row[0].number, text))
    content.segments = [s for s in content.segments if id(s) not in gone]
    return dropped


def _shape(row: Band) -> str:
    return re.sub(r"\d+", "#", " ".join(segment.text for segment in row)).casefold()
