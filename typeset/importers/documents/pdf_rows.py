"""The lines of one column of a PDF: segments in reading order, with bullets and looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from typeset.importers.documents.pdf_columns import bands
from typeset.importers.documents.pdf_lines import Segment
from typeset.importers.documents.pieces import MARK, Look
from typeset.importers.documents.runs import Run, plain, wholly_strong
from typeset.importers.text.words.dates import is_only_date
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
        for index, segment in enumerate(self.segments):
            self.runs += [*([Run("\t")] if index else []), *segment.runs()]
        self.text = plain(self.runs)
        self.left = min(s.left for s in self.segments)
        self.right = max(s.right for s in self.segments)
        self.base = median(s.base for s in self.segments)
        self.size = max(self.segments, key=lambda s: len(s.glyphs)).size
        self.page = self.segments[0].page
        if (MARK.match(self.text + " ") or self._is_sure_mark()) and len(self.text) > 1:
            self.mark = self.text[0]
            first = self.segments[0].glyphs
            self.text_left = first[1].left if len(first) > 1 else self._second_left()

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
    return [Line(row) for row in rows]


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
