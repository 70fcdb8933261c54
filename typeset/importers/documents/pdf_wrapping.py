"""Lines that a margin ended → one line; words that a hyphen broke → whole, where it is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.documents.pdf_lines import Content
from typeset.importers.documents.pieces import Row
from typeset.importers.documents.runs import Run, plain
from typeset.importers.text.words.vocabulary import key, vocabulary

_SOLID = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def line_joiner(lines: dict[int, str], content: Content) -> Joiner:
    """What joins wrapped lines; `lines`, which the accounting reads, follow."""
    return Joiner(
        lines,
        frozenset(word.casefold() for text in lines.values() for word in _WORD.findall(text)),
        _soft_ends(content),
    )


def _soft_ends(content: Content) -> frozenset[int]:
    """The lines that end with a hyphen used for nothing else in the document."""
    ends: set[int] = set()
    for segment in content.segments:
        soft = [glyph.soft for glyph in segment.glyphs]
        if any(soft[:-1]):  # the font's only hyphen
            return frozenset()
        if soft[-1]:
            ends.add(segment.number)
    return frozenset(ends)


@dataclass
class Joiner:
    """Joins the wrapped lines of pieces, and the words that a hyphen broke at their ends."""

    lines: dict[int, str]
    known: frozenset[str]
    soft: frozenset[int]

    def joined(self, rows: list[Row]) -> list[Row]:
        """Rows with those that a margin ended put together."""
        made: list[Row] = []
        last = 0
        for row in rows:
            if not made or made[-1].hard:
                made.append(row)
            elif self._mends_link(made[-1], row, last):
                self._join(made[-1], row, last)
                if " " not in plain(row.runs):
                    continue  # the word may go on
            elif _goes_on(made[-1], row):
                self._join(made[-1], row, last)
            else:  # one line, so that a style goes on over what the margin cut
                joint = [] if _is_solid(made[-1], row) else [Run(" ")]
                made[-1] = Row(made[-1].number, [*made[-1].runs, *joint, *row.runs], row.hard)
            last = row.number
        return made

    def _join(self, before: Row, row: Row, last: int) -> None:
        """Put a row behind the one whose last word it goes on with."""
        head, tail = plain(before.runs), plain(row.runs)
        broken = undo_hyphen(head, tail, self.known, sure=last in self.soft)
        if broken and self._moves(before, row, last, hyphens=1):
            while before.runs and not before.runs[-1].text.strip():
                before.runs.pop()
            end = before.runs[-1]
            before.runs[-1] = Run(end.text.rstrip()[:-1], end.strong, end.em, end.target)
        before.runs += row.runs
        before.hard = row.hard

    def _mends_link(self, before: Row, row: Row, last: int) -> bool:
        """Whether a link's address is cut within a word, which is put on the first line."""
        return cuts_link(before.runs, row.runs) and self._moves(before, row, last, hyphens=0)

    def _moves(self, before: Row, row: Row, last: int, *, hyphens: int) -> bool:
        """Put the rest of a broken word on the line where it begins; whether that is sure."""
        first = plain(before.runs).rsplit(" ", 1)[-1]
        rest = plain(row.runs).split(" ", 1)[0]
        old, new = self.lines.get(last, ""), self.lines.get(row.number, "")
        if not (old.endswith(first) and new.startswith(rest)):
            return False
        self.lines[last] = old[: len(old) - hyphens] + rest
        self.lines[row.number] = new[len(rest) :]
        return True


def _is_solid(before: Row, row: Row) -> bool:
    """Whether two lines are of a script that is written without spaces."""
    return bool(_SOLID.match(plain(before.runs)[-1:]) and _SOLID.match(plain(row.runs)))


def _goes_on(row: Row, below: Row) -> bool:
    """Whether a line ends within a word or an address; "KUKA-" over "und ABB-…" ends one."""
    text = plain(row.runs)
    if row.runs and row.runs[-1].target and re.search(r"\.\S*/\S*$", text):
        return True
    first = next(iter(plain(below.runs).split()), "")
    return bool(re.search(r"\w-$", text)) and key(first) not in vocabulary()["and"]


def cuts_link(above: list[Run], below: list[Run]) -> bool:
    """Whether a line ends within a word of a link's address that the next line goes on with."""
    if not above or not below or not above[-1].target or above[-1].target != below[0].target:
        return False
    cut = plain(above).split()[-1:] + plain(below).split()[:1]
    return len(cut) == 2 and "".join(cut).casefold() in above[-1].target.casefold()


def undo_hyphen(before: str, after: str, known: frozenset[str], *, sure: bool) -> str:
    """The word that a line's end broke, or "" where the hyphen may be its own.

    `sure` says that the hyphen's character is used for nothing else.
    """
    head = re.search(r"([^\W\d_]{2,})-$", before)
    tail = re.match(r"([^\W\d_]{2,})", after)
    if not head or not tail or not tail[1].islower():
        return ""
    whole = head[1] + tail[1]
    kept = f"{head[1]}-{tail[1]}".casefold()
    return whole if kept not in known and (sure or whole.casefold() in known) else ""
