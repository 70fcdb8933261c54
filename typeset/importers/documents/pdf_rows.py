"""The lines of one column of a PDF: segments in reading order, with bullets and looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from typeset.importers.documents.pdf_columns import bands, min_left
from typeset.importers.documents.pdf_lines import Segment
from typeset.importers.documents.pieces import MARK, Look
from typeset.importers.documents.runs import Run, plain, wholly_strong
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import vocabulary

_SOLID = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]")


@dataclass
class Line:
    """One line of a column, its segments in reading order."""

    segments: list[Segment]
    runs: list[Run] = field(default_factory=list)
    text: str = ""
    left: float = 0
    right: float = 0
    base: float = 0
    size: float = 0
    page: int = 0
    mark: str = ""
    text_left: float = 0

    def __post_init__(self) -> None:
        level = self.segments[0].base
        self.segments.sort(key=lambda s: (s.base < level - s.size, s.left))
        self.measure()
        self.page = self.segments[0].page
        if (MARK.match(self.text + " ") or self._is_sure_mark()) and len(self.text) > 1:
            self.mark = self.text[0]
            first = self.segments[0].glyphs
            self.text_left = first[1].left if len(first) > 1 else self._second_left()

    def measure(self) -> None:
        """Take runs, text and box from the segments."""
        self.runs = []
        for index, segment in enumerate(self.segments):
            self.runs += [*([Run("\t")] if index else []), *segment.runs()]
        self.text = plain(self.runs)
        self.left = min(s.left for s in self.segments)
        self.right = max(s.right for s in self.segments)
        self.base = median(s.base for s in self.segments)
        self.size = max(self.segments, key=lambda s: len(s.glyphs)).size

    def _is_sure_mark(self) -> bool:
        return self.text[:1] in "•▪●■►➢❖◆◇◦○❯"

    def _second_left(self) -> float:
        return self.segments[1].left if len(self.segments) > 1 else self.left

    @property
    def number(self) -> int:
        """The content line it begins on."""
        return self.segments[0].number

    @property
    def strong(self) -> bool:
        """Whether all of it is bold."""
        return wholly_strong(self.runs)

    @property
    def columns(self) -> bool:
        """Whether it holds a gap as wide as a column's, besides its bullet's."""
        return len(self.segments) > 1 + bool(self.mark and len(self.segments[0].glyphs) == 1)

    @property
    def look(self) -> Look:
        """The look of most of its letters; of a line in columns, those of the first."""
        segment = self.segments[0] if self.columns and not self.mark else None
        segments = [segment] if segment else self.segments
        fonts = Counter(g.font for s in segments for g in s.glyphs if g.text.isalnum())
        font = fonts.most_common(1)[0][0] if fonts else self.segments[0].glyphs[0].font
        size = segment.size if segment else self.size
        return Look(size, font.strong, font.em, False, font.family)

    def first_word(self) -> float:
        """How wide its first word is."""
        glyphs = self.segments[0].glyphs
        ends = (
            i
            for i, g in enumerate(glyphs)
            if i and ((g.space and not g.glued) or _SOLID.match(g.text))
        )
        end = next(ends, len(glyphs))
        return glyphs[end - 1].right - glyphs[0].left


def column_lines(flow: Sequence[Segment]) -> list[Line]:
    """The lines of a column from its first page to its last."""
    pages: dict[int, list[Segment]] = {}
    for segment in flow:
        pages.setdefault(segment.page, []).append(segment)
    rows = [row for _, page in sorted(pages.items()) for row in bands(page)]
    _lift_dates(rows)
    _join_dates(rows)
    return [Line(row) for row in _in_columns([row for row in rows if row])]


def _lift_dates(rows: list[list[Segment]]) -> None:
    """A date at the right of a bullet is its entry's: place and date stand one above the other."""
    right = max((segment.right for row in rows for segment in row), default=0)
    for index, row in enumerate(rows):
        row.sort(key=lambda segment: segment.left)
        last = row[-1]
        above = rows[index - 1] if index else []
        if (
            len(row) > 1
            and MARK.match(row[0].text + " ")
            and last.right > right - 3
            and last.left - row[-2].right > 2 * last.size
            and above
            and not MARK.match(above[0].text + " ")
            and above[0].page == row[0].page
            and is_only_date(last.text, vocabulary())
        ):
            above.append(row.pop())


def _join_dates(rows: list[list[Segment]]) -> None:
    """A date in a narrow column at the left goes on in the line below ("2019 –", "2022")."""
    for above, below in pairwise(rows):
        if len(above) < 2:
            continue
        first, second = min_left(above), min_left(below)
        if (
            len(first.glyphs) + len(second.glyphs) < _LONGEST_DATE
            and first.page == second.page
            and first.base - second.base < 1.8 * first.size
            and min(abs(first.left - second.left), abs(first.right - second.right)) < 2
            and second.right < min(one.left for one in above if one is not first)
            and is_only_date(f"{first.text} {second.text}", vocabulary())
        ):
            joined = Segment([*first.glyphs, *second.glyphs], first.number, first.page)
            joined.measure()
            joined.base = first.base
            above[above.index(first)] = joined
            below.remove(second)


_LONGEST_DATE = 40
"""Characters of a date, at the most."""


def _in_columns(rows: list[list[Segment]]) -> list[list[Segment]]:
    """Rows where bold labels stand over their values side by side, one column after the other."""
    made: list[list[Segment]] = []
    start = 0
    while start < len(rows):
        labels = rows[start]
        end = start + 1
        if len(labels) > 1 and all(_is_label(one) for one in labels):
            while end < len(rows) and _stands_under(rows[end], labels):
                end += 1
        if end == start + 1:
            made.append(labels)
        else:
            for label in labels:
                made.append([label])
                made += [[s] for row in rows[start + 1 : end] for s in row if _aligned(s, label)]
        start = end
    return made


def _stands_under(row: list[Segment], labels: list[Segment]) -> bool:
    return row[0].page == labels[0].page and all(
        not _is_strong(one) and not find_date(one.text, vocabulary())
        and any(_aligned(one, label) for label in labels)
        for one in row
    )  # fmt: skip


def _is_label(segment: Segment) -> bool:
    return _is_strong(segment) and not find_date(segment.text, vocabulary())


def _is_strong(segment: Segment) -> bool:
    return wholly_strong(segment.runs())


def _aligned(one: Segment, other: Segment) -> bool:
    return abs(one.left - other.left) < 2
