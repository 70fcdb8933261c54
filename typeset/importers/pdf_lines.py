"""Characters → segments: what stands on one line without a gap, spaces and tracking settled."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from typeset.importers.pdfium import Glyph, PdfPage
from typeset.importers.runs import Run

_COLUMN = 1.3
"""A gap this wide, in sizes, parts columns of a line."""
_WORD = 0.22
"""A gap this wide, in sizes, parts words where the PDF holds no space."""


@dataclass(slots=True)
class Segment:
    """Characters on one base line that belong together, and the content line they come from."""

    glyphs: list[Glyph]
    number: int = 0
    page: int = 0
    top: float = 0
    left: float = 0
    right: float = 0
    base: float = 0
    size: float = 0

    def measure(self) -> None:
        """Take the box from the characters."""
        self.left = min(glyph.left for glyph in self.glyphs)
        self.right = max(glyph.right for glyph in self.glyphs)
        self.size = max(glyph.size for glyph in self.glyphs)
        self.base = median(glyph.base for glyph in self.glyphs)

    @property
    def text(self) -> str:
        """Its characters, with their spaces."""
        return spelled(self.glyphs)

    @property
    def right_to_left(self) -> bool:
        """Whether most of its letters run from right to left."""
        kinds = [unicodedata.bidirectional(glyph.text[0]) for glyph in self.glyphs]
        return kinds.count("R") + kinds.count("AL") > kinds.count("L")

    def runs(self) -> list[Run]:
        """Its characters as runs of one style."""
        runs: list[Run] = []
        for index, glyph in enumerate(self.glyphs):
            text = (" " if glyph.space and index else "") + glyph.text
            font = glyph.font
            run = Run(text, font.strong, font.em, glyph.target)
            last = runs[-1] if runs else None
            if last and (last.strong, last.em, last.target) == (run.strong, run.em, run.target):
                runs[-1] = Run(last.text + text, run.strong, run.em, run.target)
            else:
                runs.append(run)
        return runs


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
        for line in _lines(page.glyphs):
            number += 1
            _track(line)
            segments = _segments(line)
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


def _begins_line(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size)
    return abs(before.base - glyph.base) > 0.45 * size


def _is_rtl(glyph: Glyph) -> bool:
    return unicodedata.bidirectional(glyph.text[0]) in ("R", "AL")


def _segments(line: list[Glyph]) -> list[Segment]:
    segments: list[Segment] = []
    for glyph in line:
        before = segments[-1].glyphs[-1] if segments else None
        if before is None or _parts(before, glyph):
            segments.append(Segment([glyph]))
            continue
        gap = glyph.left - before.right
        if not glyph.space and not glyph.tight and gap > _WORD * max(before.size, glyph.size):
            glyph.space = 1
        segments[-1].glyphs.append(glyph)
    return segments


def _parts(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size)
    gap = glyph.left - before.right
    if gap > _COLUMN * size:
        return True
    # Back on the line: another column, or a script that runs to the left.
    if gap < -0.6 * size and glyph.left < before.left - 0.15 * size:
        close = before.left - glyph.right < _COLUMN * size
        return not (close and (_is_rtl(before) or _is_rtl(glyph)))
    return False


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


def undo_hyphen(before: str, after: str, known: frozenset[str], *, sure: bool) -> str:
    """The word that a line's end broke, or "" where the hyphen may be its own.

    `sure` says that the hyphen's character is used for nothing else.
    """
    head = re.search(r"([^\W\d_]{2,})[-\u2010]$", before)
    tail = re.match(r"([^\W\d_]{2,})", after)
    if not head or not tail or not tail[1].islower():
        return ""
    whole = head[1] + tail[1]
    kept = f"{head[1]}-{tail[1]}".casefold()
    return whole if kept not in known and (sure or whole.casefold() in known) else ""
