"""The lines of one column → pieces: paragraphs, bullets and heads, by gaps, edges and sizes."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.documents.pdf_cells import cells_of_table
from typeset.importers.documents.pdf_lines import Segment
from typeset.importers.documents.pdf_rows import Line
from typeset.importers.documents.pdf_spacing import (
    are_hanging,
    is_title,
    listed_blocks,
    pitches_of,
    sets_paragraphs_apart,
    wrapped_blocks,
)
from typeset.importers.documents.pdf_wrapping import Joiner, cuts_link
from typeset.importers.documents.pieces import Item, Piece, Row, take_mark
from typeset.importers.documents.runs import Run
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import vocabulary

_SHORTEST_WRAPPED = 45
_UNSEEN = 12.0
"""The space above what stands first on its page, in points."""
_NO_SPACE = 1.0
"""Space, in points, that is none between two lines."""
_NUMBER = re.compile(r"(?!(?:19|20)\d\d\b|\d{1,2}[./])\d")
"""A line that begins with a number goes on with the one before, unless it is a date."""
_DANGLING = re.compile(r"(?:[,&]|\s[a-zà-ÿ]{1,3})$")
_SEPARATORS = frozenset("|·•")
"""What stands between contacts: a line that ends with one goes on."""
_NEAR, _ABOUT = 8, 40
"""How many lines before and after one tell where its margin is: within a sentence, and else."""
_LONGEST_PART = 70
"""Characters of a line that is part of a head, at the most."""
_NARROW = 220.0
"""A column this narrow, in points, is a sidebar."""


def column_pieces(lines: list[Line], joiner: Joiner) -> list[Item]:
    """The pieces of one column, and its tables."""
    tables = [index for index, line in enumerate(lines) if line.segments[0].cells]
    column = _Column([line for line in lines if not line.segments[0].cells])
    made: list[Item] = []
    done = 0
    for before, index in enumerate(tables):
        made += column.pieces(done, index - before)
        made += cells_of_table(lines[index].segments[0], joiner)
        done = index - before
    return [*made, *column.pieces(done, len(column.lines))]


class _Column:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.left = _common_left(lines)
        texts = [line for line in lines if not line.columns] or lines
        self.right = max((line.right for line in texts), default=0)
        self.pitches = pitches_of(lines)
        self.marks: list[float] = []
        self.made: list[Piece] = []
        self.item_left = 0.0
        self.beside = -1.0
        self.hanging = are_hanging(lines)
        self.spaced = sets_paragraphs_apart(lines, self.pitches)
        narrow = self.right - self.left < _NARROW
        self.listed = listed_blocks(lines, self.right) if narrow else frozenset[int]()
        self.wrapped = wrapped_blocks(lines, self.right) - self.listed if narrow else self.listed

    def pieces(self, start: int, end: int) -> list[Item]:
        """Read lines one by one, from one place to another."""
        self.made = []
        for index in range(start, end):
            line = self.lines[index]
            before = self.lines[index - 1] if index > start else None
            if before and self._goes_on_under(before, line):
                self._put_before_date(line)
            elif before and self._goes_on_beside(before, line):
                self.made[-1].rows[-1].runs += [Run(" "), *line.runs]
                self.beside = line.left
            elif before and self._stands_under(before, line, index):
                self.made[-1].rows.append(Row(line.number, line.runs))
            elif before is None or self._begins(before, line, index):
                self._begin(line, before)
            else:
                self.made[-1].rows[-1].hard = False
                self.made[-1].rows.append(Row(line.number, line.runs))
        return list(self.made)

    def _begin(self, line: Line, before: Line | None) -> None:
        piece = Piece([Row(line.number, line.runs)], line.look, left=line.left - self.left)
        seen = before is not None and before.page == line.page
        piece.gap = self._gap(before, line) if before and seen else _UNSEEN
        if line.mark:
            while self.marks and self.marks[-1] > line.left + 1.5:
                self.marks.pop()
            if not self.marks or line.left > self.marks[-1] + 1.5:
                self.marks.append(line.left)
            piece.depth = len(self.marks) - 1
            piece.ordered = line.mark[0].isdigit()
            if not piece.ordered:
                take_mark(piece.rows)
            self.item_left = line.text_left
        elif self._continues_item(line):
            piece.continues = True
        else:
            self.marks = []
        self.made.append(piece)

    def _goes_on_under(self, before: Line, line: Line) -> bool:
        """Whether a line goes on with the left part of one that has a date at its right."""
        if len(before.segments) != 2 or line.columns or line.mark or before.mark:
            return False
        first, date = before.segments
        return (
            date.right >= self.right - 3
            and abs(first.size - line.size) < 0.6
            and self._gap(before, line) < 0.3 * line.size
            and before.page == line.page
            and line.right < date.left
            and _ends_alike(first, line)
            and len(line.text.split()) <= 8
            and first.right + line.first_word() + 0.2 * line.size > date.left - 2.5 * line.size
        )

    def _goes_on_beside(self, before: Line, line: Line) -> bool:
        """Whether a line goes on with the right part of one that has a date at its left."""
        last = before.segments[-1]
        dated = len(before.segments) == 2 and bool(
            is_only_date(before.segments[0].text, vocabulary())
        )
        if not (dated or before.left == self.beside) or line.columns or line.mark or before.mark:
            return False
        goes_on = before.text.endswith(",") or (
            line.text[:1].islower() and last.right > 0.8 * self.right
        )
        return (
            goes_on
            and abs(last.left - line.left) < 2
            and abs(before.size - line.size) < 0.6
            and before.page == line.page
            and self._gap(before, line) < 0.3 * line.size
        )

    def _put_before_date(self, line: Line) -> None:
        row = self.made[-1].rows[-1]
        tab = max(i for i, run in enumerate(row.runs) if run.text == "\t")
        row.runs = [*row.runs[:tab], Run(" "), *line.runs, *row.runs[tab:]]

    def _continues_item(self, line: Line) -> bool:
        return (
            bool(self.marks)
            and not line.columns
            and not line.strong
            and self.marks[0] >= self.left - 1
            and line.left > self.left + 3
            and abs(line.left - self.item_left) < 3
        )

    def _begins(self, before: Line, line: Line, index: int) -> bool:
        """Whether a line begins a piece of its own."""
        if index in self.wrapped:
            return False
        if line.mark or abs(before.size - line.size) > 0.6 or before.strong != line.strong:
            return True
        if self._begins_label(before, line):
            return True
        if before.page != line.page:
            return not (self._is_full(before, line, index) and line.text[:1].islower())
        if self._gap(before, line) > 0.3 * line.size or not self._is_full(before, line, index):
            return True
        if self.marks and line.left < self.item_left - 3 and self.hanging:
            return True
        if line.left < before.left - 3 and (len(self.made[-1].rows) > 1 or before.mark == ""):
            indented = len(self.made[-1].rows) == 1 and before.left - line.left < 40
            centred = abs(before.left + before.right - line.left - line.right) < 4
            if not indented or centred:
                return True
        first = self.lines[index - len(self.made[-1].rows)]
        return (
            not self.marks
            and line.left > first.left + 3
            and len(self.made[-1].rows) > 1
            and (line.left > before.left + 3)
        )

    def _stands_under(self, before: Line, line: Line, index: int) -> bool:
        """Whether a line that was meant to end is followed by another of its paragraph.

        Where space sets paragraphs apart, lines without one between them are of one.
        """
        last = self.made[-1]
        if not self.spaced or index in self.wrapped or last.depth >= 0 or last.continues:
            return False
        return (
            not (before.mark or line.mark or before.columns or line.columns)
            and before.page == line.page
            and abs(before.size - line.size) < 0.6
            and abs(before.left - line.left) < 3
            and self._gap(before, line) < _NO_SPACE
            and not (before.runs[0].strong and _is_prose(line) and not _is_dated(before))
            and not (before.strong and (is_title(before.text) or _are_bold_parts(before, line)))
            and not self._is_full(before, line, index)
        )

    def _in_one_link(self, before: Line, line: Line) -> bool:
        """Whether an address is broken over two lines."""
        target = before.segments[-1].glyphs[-1].target
        one = bool(target) and target == line.segments[0].glyphs[0].target
        cut = re.search(r"[-/._=]$", before.text) or cuts_link(before.runs, line.runs)
        return bool(one and cut and self._gap(before, line) < 0.3 * line.size)

    def _lists_names(self, before: Line, line: Line) -> bool:
        """Whether a narrow column lists names one a line: skills, languages, certificates."""
        if self.right - self.left >= _NARROW or not line.text[:1].isupper():
            return False
        if self._is_narrow_title(before, line) or self._hangs(line):
            return False
        return before.text[-1:] == ")" or not re.search(
            r"(?:[,;&/(–—-]|\b[a-zà-ÿ]+|\.)$", before.text
        )

    def _dangles(self, before: Line, line: Line) -> bool:
        """Whether a line of a narrow column ends where no text does: "Applied Science in"."""
        narrow = self.right - self.left < _NARROW
        return narrow and before.look == line.look and bool(_DANGLING.search(before.text))

    def _hangs(self, line: Line) -> bool:
        """Whether a line of a narrow column stands under its bullet's text."""
        narrow = self.right - self.left < _NARROW
        return narrow and bool(self.marks) and abs(line.left - self.item_left) < 3

    def _is_narrow_title(self, before: Line, line: Line) -> bool:
        """Whether bold lines in a narrow column are those of one title: lists are not bold."""
        narrow = self.right - self.left < _NARROW
        return narrow and before.strong and line.strong and self.made[-1].look == line.look

    def _begins_label(self, before: Line, line: Line) -> bool:
        """Whether a bold label begins a line, as one began the piece."""
        first = self.made[-1].rows[0].runs
        strong = line.runs[0].strong and not line.strong
        return strong and bool(first) and first[0].strong and not before.runs[-1].strong

    def _gap(self, before: Line, line: Line) -> float:
        """The space between two lines beyond their usual leading."""
        if before.page != line.page:
            return 0.0
        usual = self.pitches.get(round(line.size), 1.3 * line.size)
        return max(0.0, before.base - line.base - usual)

    def _is_full(self, before: Line, line: Line, index: int) -> bool:
        """Whether a line ended at the margin: the next one's first word did not fit."""
        if before.columns or line.columns or index in self.listed:
            return False
        if self._in_one_link(before, line):
            return True
        if is_contact_line(before.text) or is_contact_line(line.text):
            return before.text[-1:] in _SEPARATORS
        wide = before.right - self.left >= 0.72 * (self.right - self.left)
        short = len(before.text) < _SHORTEST_WRAPPED and not wide
        if short and not (self._is_narrow_title(before, line) or self._hangs(line)):
            return False
        if self._lists_names(before, line):
            return False
        if self._dangles(before, line) and wide:
            return True
        goes_on = line.text[:1].islower() or bool(_NUMBER.match(line.text))
        listed = re.search(r"[@|·•]|\w/\w", before.text + line.text)
        under = -3 < line.left - before.left < 40
        if goes_on and under and not listed and before.text[-1:] not in ".!?:;":
            return before.right > 0.7 * self._edge(index - 1, before, _NEAR)
        edge = self._edge(index - 1, before, _ABOUT)
        return before.right + 0.2 * line.size + line.first_word() > edge - 1

    def _edge(self, index: int, line: Line, near: int) -> float:
        """Where the lines of its size about this one end."""
        ends = [
            one.right
            for one in self.lines[max(0, index - near) : index + near + 1]
            if not one.columns and abs(one.size - line.size) < 0.6
        ]
        return max(ends, default=self.right)


def _is_prose(line: Line) -> bool:
    """Whether a line is of a text, and no part of a head."""
    quiet = not line.runs[0].strong
    return quiet and (len(line.text) > _LONGEST_PART or bool(re.search(r"[.!?]$", line.text)))


def _are_bold_parts(before: Line, line: Line) -> bool:
    """Whether a line under a bold one is bold, both without a date: a degree over its school."""
    return line.strong and not (_is_dated(before) or _is_dated(line))


def _is_dated(line: Line) -> bool:
    """Whether a line has a date: a head that is whole."""
    return find_date(line.text, vocabulary()) is not None


def _ends_alike(segment: Segment, line: Line) -> bool:
    """Whether a line begins in the style in which a segment ends."""
    last, first = segment.glyphs[-1].font, line.segments[0].glyphs[0].font
    return (last.strong, last.em) == (first.strong, first.em)


def _common_left(lines: list[Line]) -> float:
    lefts = Counter(round(line.left) for line in lines)
    most = max(lefts.values(), default=0)
    return float(min((left for left, n in lefts.items() if n * 4 >= most), default=0))
