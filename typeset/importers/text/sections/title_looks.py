"""Titles nobody knows by their words, told by being set as the known ones are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from typeset.importers.text.markup.rows import BULLET, UNDERLINE, Row
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of, shown_title
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import begins_large
from typeset.importers.text.words.vocabulary import key

_FEWEST_KNOWN = 2
_LONGEST = 8
_NO_TITLE = re.compile(r"[@|·•\t,;.!?\d]|\s[–—-]\s|://")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line under an empty one is set: its indent, its capitals, and what is right below."""

    indent: int
    capitals: bool
    below: str


def titles_by_looks(rows: list[Row], record: Record) -> frozenset[int]:
    """The places of unknown titles set as two known ones are at least, and as nothing else is.

    A look is that of titles where all lines that have it can be one, half of them are known,
    and a text stands under each: a title right under another is the head of an entry.
    """
    found = _by_look(rows)
    result: set[int] = set()
    for look, places in found.items():
        known = {at for at in places if _is_known(rows[at].text, record)}
        if len(known) < _FEWEST_KNOWN:
            continue
        others = [at for at in places if at > min(known) and at not in known]
        told = others and len(others) <= len(known) and all(
            _can_be_title(rows[at].text, record) for at in others
        )  # fmt: skip
        if told and not _is_of_entries(rows, look, sorted([*known, *others])):
            result |= {*others}
    for at in sorted(result):
        record.choose(rows[at].number, "title-by-looks", rows[at].text, "section title")
    return frozenset(result)


def _by_look(rows: list[Row]) -> dict[_Look, list[int]]:
    found: dict[_Look, list[int]] = {}
    for at in range(1, len(rows) - 1):
        row, below = rows[at], rows[at + 1]
        free = not rows[at - 1].text or UNDERLINE.fullmatch(rows[at - 1].text)
        if free and row.text and not BULLET.match(row.text) and not UNDERLINE.fullmatch(row.text):
            found.setdefault(_Look(row.indent, row.text.isupper(), _under(row, below)), []).append(
                at
            )
    return found


def _under(row: Row, below: Row) -> str:
    if not below.text:
        return "nothing"
    if UNDERLINE.fullmatch(below.text):
        return "rule"
    return "list" if BULLET.match(below.text) else "in" if below.indent > row.indent else "text"


def _is_known(text: str, record: Record) -> bool:
    words, plain = record.vocabulary, text.rstrip(":：")
    other = text.isupper() and key(plain) in words["other_sections"]
    return other or words.joined(plain) in words.sections


def _can_be_title(text: str, record: Record) -> bool:
    plain = text.rstrip(":：")
    if not begins_large(plain) or len(plain.split()) > _LONGEST:
        return False
    if kinds_of(shown_title(plain), record.vocabulary):
        return True
    return not _NO_TITLE.search(plain) and not find_date(plain, record.vocabulary)


def _is_of_entries(rows: list[Row], look: _Look, places: list[int]) -> bool:
    """Whether heads of entries have the look: one is right under a title."""
    for above, at in pairwise(places):
        between = [row for row in rows[above + 1 : at] if row.text]
        below = rows[above + 1]
        head = below.text and not BULLET.match(below.text) and look.below != "nothing"
        if not between or (head and _under(below, rows[above + 2]) == look.below):
            return True
    return False
