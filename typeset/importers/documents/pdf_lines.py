"""Characters → segments: what stands on one line without a gap, spaces and tracking settled."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from typeset.importers.documents.glyphs import Glyph, PdfPage
from typeset.importers.documents.pdf_marks import set_marks
from typeset.importers.documents.runs import Run

_COLUMN = 1.3
"""A gap this wide, in sizes, parts columns of a line."""
_MARKS = frozenset("•▪●■‣◦○–-*·")
_WORD = 0.14
"""A gap this wide, in sizes, parts words where the PDF holds no space."""


@dataclass(slots=True)
class Segment:
    """Characters on one base line that belong together, and the content line they come from.

    One that stands for a table has the lines of its cells, row by row.
    """

    glyphs: list[Glyph]
    number: int = 0
    page: int = 0
    top: float = 0
    left: float = 0
    right: float = 0
    base: float = 0
    size: float = 0
    cells: list[list[list[Segment]]] = field(default_factory=list)
    headed: bool = False

    def measure(self) -> None:
        """Take the box from the characters."""
        self.left = min(glyph.left for glyph in self.glyphs)
        self.right = max(glyph.right for glyph in self.glyphs)
        self.size = max(glyph.size for glyph in self.glyphs)
        self.base = median(glyph.base for glyph in self.glyphs)

    def part(self, start: int, end: int) -> Segment:
        """Some of its characters as a segment."""
        made = Segment(self.glyphs[start:end], self.number, self.page)
        made.measure()
        return made

    @property
    def text(self) -> str:
        """Its characters, with their spaces."""
        return spelled(self.glyphs)

    def runs(self) -> list[Run]:
        """Its characters as runs of one style."""
        runs: list[Run] = []
        for index, glyph in enumerate(self.glyphs):
            space = _space(self.glyphs[index - 1], glyph) if index else ""
            text = space + glyph.text
            font = glyph.font
            run = Run(text, font.strong, font.em, glyph.target)
            last = runs[-1] if runs else None
            if last and (last.strong, last.em, last.target) == (run.strong, run.em, run.target):
                runs[-1] = Run(last.text + text, run.strong, run.em, run.target)
            else:
                runs.append(run)
        return runs


def _space(before: Glyph, glyph: Glyph) -> str:
    """What parts two characters; a gap wider than words have is an en space (U+2002)."""
    if not glyph.space:
        return ""
    return WIDE if glyph.left - before.right > _WIDE * max(before.size, glyph.size) else " "


WIDE = "\u2002"
"""Stands in runs between words that are set apart, as labels in a row are."""
_WIDE = 0.75
"""A gap this wide, in sizes, is wider than that between words."""


@dataclass
class Content:
    """A document's segments in content order, and the text of each line of it."""

    segments: list[Segment] = field(default_factory=list)

    def lines(self) -> dict[int, str]:
        """The text of each line by its number."""
        texts: dict[int, list[str]] = {}
        for segment in self.segments:
            texts.setdefault(segment.number, []).append(segment.text)
        return {number: " ".join(parts) for number, parts in texts.items()}


def read_content(pages: list[PdfPage]) -> Content:
    """Cut the pages' characters into lines and segments, in content order."""
    content = Content()
    number = 0
    for index, page in enumerate(pages):
        mirrored = _mirror(page)
        set_marks(page, mirrored=mirrored)
        for line in filter(None, map(_without_leaders, _lines(page.glyphs))):
            number += 1
            _track(line)
            segments = _segments(line, mirrored)
            for segment in segments:
                segment.number, segment.page = number, index
                segment.measure()
            content.segments += segments
    return content


def spelled(glyphs: list[Glyph]) -> str:
    """Characters as text."""
    text = "".join((" " if glyph.space else "") + glyph.text for glyph in glyphs)
    return unicodedata.normalize("NFC", text.strip())


def _lines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        before = lines[-1][-1] if lines else None
        if before is None or _begins_line(before, glyph):
            lines.append([])
        lines[-1].append(glyph)
    return lines


def _without_leaders(line: list[Glyph]) -> list[Glyph]:
    """A line without the dots that lead the eye to its right ("Tern Ltd ........ 2014")."""
    kept: list[Glyph] = []
    for dots, group in groupby(line, key=lambda glyph: glyph.text in _DOTS):
        glyphs = list(group)
        if not dots or len(glyphs) < _LEADER:
            kept += glyphs
    return kept if len(kept) < len(line) else line


_DOTS = frozenset(".·․…_")
_LEADER = 6
"""Dots of a leader, at the least."""


def _begins_line(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size)
    if _is_raised(before, glyph):
        glyph.space = 0
        return False
    if glyph.left < before.left:  # back at the left, small letters below large ones are a line
        size = min(before.size, glyph.size)
    return abs(before.base - glyph.base) > 0.45 * size


def _is_raised(before: Glyph, glyph: Glyph) -> bool:
    """Whether small letters stand raised behind a digit: "7th" is one word."""
    return (
        before.text.isdigit()
        and glyph.text.isalpha()
        and glyph.size < 0.85 * before.size
        and 0 < glyph.base - before.base < 0.75 * before.size
        and -0.2 * before.size < glyph.left - before.right < 0.12 * before.size
    )


def _is_rtl(glyph: Glyph) -> bool:
    return unicodedata.bidirectional(glyph.text[0]) in ("R", "AL")


def _segments(line: list[Glyph], mirrored: bool) -> list[Segment]:
    mixed = mirrored or any(map(_is_rtl, line))
    segments: list[Segment] = []
    left = right = 0.0
    for glyph in line:
        before = segments[-1].glyphs[-1] if segments else None
        size = max(before.size, glyph.size) if before else glyph.size
        if before is None or (
            max(left - glyph.right, glyph.left - right) > _COLUMN * size
            if mixed
            else _parts(before, glyph)
        ):
            segments.append(Segment([glyph]))
            left, right = glyph.left, glyph.right
            continue
        gap = glyph.left - before.right
        if not glyph.space and not glyph.tight and not mixed and gap > _WORD * size:
            glyph.space = 1
        segments[-1].glyphs.append(glyph)
        left, right = min(left, glyph.left), max(right, glyph.right)
    return segments


def _parts(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size)
    gap = glyph.left - before.right
    # Back on the line: another column.
    return gap > _COLUMN * size or (gap < -0.6 * size and glyph.left < before.left - 0.15 * size)


def _mirror(page: PdfPage) -> bool:
    """Turn a page that is read from right to left into its mirror image; whether it is one.

    All else stays the same. A bullet, which PDFium gives after its line, is put before it.
    """
    kinds = Counter(unicodedata.bidirectional(glyph.text[0]) for glyph in page.glyphs)
    if kinds["R"] + kinds["AL"] <= kinds["L"]:
        return False
    for glyph in page.glyphs:
        glyph.left, glyph.right = page.width - glyph.right, page.width - glyph.left
    made: list[Glyph] = []
    for line in _lines(page.glyphs):
        last = line[-1]
        if len(line) > 1 and last.text in _MARKS and last.right < min(g.left for g in line[:-1]):
            line = [last, *line[:-1]]
            line[1].space = max(line[1].space, 1)
        made += line
    page.glyphs = made
    return True


def _track(line: list[Glyph]) -> None:
    """Take the spaces out of letters set apart ("E X P E R I E N C E"); wider ones part words."""
    if len(line) < 5:
        return
    gaps = [after.left - before.right for before, after in pairwise(line)]
    spaced = sum(
        bool(glyph.space) or gap > _WORD * glyph.size
        for gap, glyph in zip(gaps, line[1:], strict=True)
    )
    if spaced < 0.6 * (len(line) - 1):
        return
    usual = median(gaps)
    if usual <= 0:
        return
    for gap, glyph in zip(gaps, line[1:], strict=True):
        if gap < max(usual * 1.7, usual + 0.12 * glyph.size):
            glyph.space, glyph.tight = 0, True
