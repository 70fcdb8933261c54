"""The lines over an entry as one: documents set role, organisation, place and dates apart.

`Role [right] dates` over `Organisation`, three lines in three styles, a bold name before an
italic one: what stands in a line or style of its own becomes a part of one head line, with
tabs between the parts. Only short lines about a date are touched.
"""

from __future__ import annotations

import re

from typeset.importers.documents.head_lines import heads_of, without_date
from typeset.importers.documents.pdf_lines import WIDE
from typeset.importers.documents.pieces import Item, Piece
from typeset.importers.documents.runs import Run, plain
from typeset.importers.text.markup.blocks import Line, List, ListItem, Paragraph, Rule, Table
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of

_ENTRY_KINDS = frozenset({"work", "education", "volunteer", "projects", "certificates", "awards"})
_LIST_KINDS = frozenset({"skills", "interests"})
_LONGEST_LINE = 14

_SENTENCE = re.compile(r"[.!?;:…。][\"”’)»]*$")


def settle_heads(items: list[Item], record: Record) -> list[Item]:
    """The items with the heads of entries on one line each, and short lines of letters joined."""
    settling = _Settling(items, record)
    for index in range(len(items)):
        settling.take(index)
    settling.end_head()
    return settling.made


class _Settling:
    """The items one after another, with the section that each stands in."""

    def __init__(self, items: list[Item], record: Record) -> None:
        self.items = items
        self.record = record
        self.made: list[Item] = []
        self.group: list[Piece] = []
        """Short lines that may be the head of an entry."""
        self.kinds: list[str] = []
        self.section = 1
        """The level of the section's heading."""
        self.inside = False
        """Whether a section has begun."""
        self.settled = False
        """Whether the head above was settled by the reader of the document."""
        self.headed = any(isinstance(item, Piece) and item.level > 1 for item in items)
        self.close = _CLOSE if self.headed else _close(items)

    def take(self, index: int) -> None:
        """Take the item of that place."""
        item = self.items[index]
        entries = bool(set(self.kinds) & _ENTRY_KINDS) and not self.settled
        if isinstance(item, Piece) and item.level:
            entries = self._heading(item)
        if not (entries and isinstance(item, Piece) and self._joined_head(index, item)):
            self.end_head()
            self._keep(index, item)

    def _heading(self, item: Piece) -> bool:
        """A heading: of a section, or of an entry; returns whether entries may stand in it."""
        found = kinds_of(item.text.rstrip(":："), self.record.vocabulary)
        if found or item.level <= self.section:
            self.kinds, self.section = found, item.level
        self.inside = self.inside or bool(found) or item.level > 1
        entries = bool(set(self.kinds) & _ENTRY_KINDS) and not self.settled
        self.settled = item.level > self.section and item.head
        return entries

    def _joined_head(self, index: int, item: Piece) -> bool:
        """Whether an item was taken as a line of an entry's head."""
        if _is_entry_heading(self.items, index, self.section, self.record):
            self.end_head()
        elif not _is_short(item, self.record):
            return False
        elif self.group and self._begins_anew(item):
            self.end_head()
        self.group.append(item)
        return True

    def _begins_anew(self, item: Piece) -> bool:
        """Whether a short line is far from those above, or they are too many for a head."""
        return len(self.group) >= 12 or (item.gap > 14 and not self.group[0].level)

    def end_head(self) -> None:
        """Make heads of the short lines so far."""
        if self.group:
            self.made.extend(heads_of(self.group, self.record))
            self.group.clear()

    def _keep(self, index: int, item: Item) -> None:
        """An item that is no line of a head."""
        if isinstance(item, Table) and "languages" in self.kinds:
            item = _pairs(item)
        if isinstance(item, Piece) and set(self.kinds) & _LIST_KINDS:
            _part_words(item)
            below = self.items[index + 1] if index + 1 < len(self.items) else None
            if _is_name(item, self.made) and not _names_list(item, below):
                item.depth = 0
        last = self.made[-1] if self.made else None
        if isinstance(last, Piece) and isinstance(item, Piece) and self._goes_on(last, item):
            last.rows += item.rows
        elif self.made or not isinstance(item, Rule):
            self.made.append(item)

    def _goes_on(self, last: Piece, item: Piece) -> bool:
        """Whether a line before all sections is one more of the lines above it."""
        short = not self.headed or len(item.text.split()) <= _LONGEST_LINE
        return not self.inside and short and _joins(last, item, self.close)


def _is_entry_heading(items: list[Item], index: int, section: int, record: Record) -> bool:
    """Whether an item is an entry's heading with its lines under it, and no stack of headings."""
    item = items[index]
    following = items[index + 1] if index + 1 < len(items) else None
    return (
        isinstance(item, Piece)
        and not item.head
        and item.level > section
        and isinstance(following, Piece)
        and not following.level
        and not kinds_of(item.text.rstrip(":："), record.vocabulary)
        and len(item.rows) == 1
    )


def _pairs(table: Table) -> Item:
    """A table of two columns without a head as a list of "language: level"."""
    if any(table.head) or len(table.head) != 2 or not all(map(all, table.rows)):
        return table
    made = List(table.line)
    for number, (name, level) in zip(table.numbers[1:], table.rows, strict=False):
        text = f"{name.rstrip(': ')}: {level}"
        made.items.append(ListItem(number, [Paragraph([Line(number, text)])]))
    return made


def _part_words(piece: Piece) -> None:
    """Put commas between words that a line of a listing sets apart by wide gaps alone."""
    for row in piece.rows:
        row.runs = [
            Run(run.text.replace(WIDE, ", "), run.strong, run.em, run.target) for run in row.runs
        ]


def _names_list(piece: Piece, below: Item | None) -> bool:
    """Whether a line is the name of a list that stands indented under it."""
    if not isinstance(below, Piece) or below.level or below.depth >= 0:
        return False
    return below.left > piece.left + 3 and bool(re.search(r"[,;|·•]", below.text))


def _is_name(piece: Piece, before: list[Item]) -> bool:
    """Whether a piece is one thing of a listing without bullets: "Rope access"."""
    last = before[-1] if before else None
    return (
        isinstance(last, Piece)
        and (last.level > 0 or last.depth == 0)
        and not piece.level
        and piece.depth < 0
        and not piece.strong
        and len(piece.rows) == 1
        and len(piece.text.split()) <= 5
        and not re.search(r"[:：,;|·•.!?\t]", piece.text)
    )


def _is_short(piece: Piece, record: Record) -> bool:
    """Whether a piece is lines that may stand over an entry."""
    if piece.level or piece.depth >= 0 or piece.continues:
        return False
    return all(
        len(without_date(text, record).split()) <= _LONGEST_LINE and not _ends_sentence(text)
        for row in piece.rows
        for text in [plain(row.runs)]
    )


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text)) and not re.search(r"\b[A-Z]\w{0,3}\.$|\w\.\w\.$", text)


_CLOSE = 3.0
"""The space, in points, that may stand between the lines of an address."""
_EMPTY_LINE = 8.0


def _close(items: list[Item]) -> float:
    """How closely the lines of an address stand, where empty lines set apart what is none."""
    pieces = [item for item in items if isinstance(item, Piece) and not item.level]
    gaps = [piece.gap for piece in pieces[1:] if len(piece.text) <= _LONGEST_ADDRESS]
    least = min(gaps, default=0.0)
    return max(_CLOSE, least + 1 if any(gap >= least + _EMPTY_LINE for gap in gaps) else 0.0)


_LONGEST_ADDRESS = 60


def _joins(last: Piece, item: Piece, close: float) -> bool:
    """Whether two short lines stand closely: an address, a signature."""
    return (
        not last.level
        and not item.level
        and last.depth < 0
        and item.depth < 0
        and item.gap < close
        and not _ends_sentence(last.text)
        and all(len(plain(row.runs)) <= _LONGEST_ADDRESS for row in (*last.rows[-1:], *item.rows))
        and last.look.size == item.look.size
        and last.strong == item.strong
    )
