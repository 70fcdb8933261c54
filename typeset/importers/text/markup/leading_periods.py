"""Periods that begin entries of text with no empty lines: over what they date, or before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import islice

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.lines import ends_sentence, is_dated_head, is_open
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.rows import BULLET, Row
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date


class Leads:
    """Which lines under items begin the next entry, as others do that stand under no item.

    "- fixed roofs" / "2019 – 2021" / "Roofer, Moss Ltd": the first of them stands under a title.
    So does the first of "2019 – 2021  Roofer, Moss Ltd", and "Roofer, Moss Ltd" over its period.
    """

    def __init__(self, rows: list[Row], record: Record) -> None:
        self.rows, self.record = rows, record
        self._models: dict[int, list[int]] = {}

    def leads_entry(self, at: int) -> bool:
        """Whether the line at a row does."""
        return any(
            told(self.rows, at, self.record) and any(one != at for one in self._like(number))
            for number, told in enumerate(_SIGNS)
        )

    def _like(self, number: int) -> list[int]:
        """The first two rows under no item that have a sign."""
        if number not in self._models:
            told, rows, record = _SIGNS[number], self.rows, self.record
            found = (
                at
                for at in range(len(rows))
                if told(rows, at, record) and not _is_under_item(rows, at, record)
            )
            self._models[number] = [*islice(found, 2)]
        return self._models[number]


def _is_before_words(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a line begins with a range of dates, or a date and a colon, before words."""
    text = rows[at].text
    found = find_date(text, record.vocabulary)
    if found is None or found.begin:
        return False
    after = text[found.finish :].strip()
    ranged = found.start != found.end and text[:1].isdigit()
    return (ranged and after[:1].isalpha()) or bool(_COLON.match(after))


_COLON = re.compile(r"[:：]\s*[^\W\d_]")


def _is_over_words(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a line is a period and no more, and the one below a name or a title."""
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    if not below[:1].isupper() or BULLET.match(below):
        return False
    return bool(is_only_date(rows[at].text, record.vocabulary))


def _is_over_period(rows: list[Row], at: int, record: Record, lines: int = 1) -> bool:
    """Whether a line begins a head of so many, over a range of dates that is a line of its own.

    "Moss Ltd" / "Roofer" / "Salem, OR" / "2019 – 2021": as text is pasted from a page that has
    each at a margin or in a column of its own.
    """
    head, below = rows[at : at + lines], rows[at + lines].text if at + lines < len(rows) else ""
    if not re.search(r"\d", below) or not all(_may_head(row.text, record) for row in head):
        return False
    if _is_title(rows[at].text, record):
        return False
    found = is_only_date(below, record.vocabulary)
    if found is None:
        return False
    return found.start != found.end or _names_school(*(row.text for row in head), record=record)


def _may_head(text: str, record: Record) -> bool:
    """Whether a line has few words, and is no sentence and no item."""
    if not text[:1].isupper() or BULLET.match(text) or text.endswith((",", ";")):
        return False
    ended = text.endswith(".") and ends_sentence(text, record)
    return len(text.split()) <= _LONGEST_HEAD and not ended


_LONGEST_HEAD = 12


def _is_over_column(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a line in columns stands over one whose last column is a date.

    "Moss Ltd    Salem, OR" over "Roofer    2019 – 2021".
    """
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    cells = [_COLUMNS.split(text) for text in (rows[at].text, below)]
    if any(len(one) < _FEWEST_CELLS or BULLET.match(one[0]) for one in cells):
        return False
    dated = [is_only_date(one[-1], record.vocabulary) is not None for one in cells]
    return dated == [False, True]


_COLUMNS = re.compile(r"\s*\t\s*|\s{3,}")
_FEWEST_CELLS = 2


def _is_over_dated(rows: list[Row], at: int, record: Record, lines: int = 1) -> bool:
    """Whether a line begins a head of so many, over one in which words and a range of dates end it.

    "Roofer" over "Moss Ltd, Salem, OR 2019 – 2021", and "Moss Ltd" over "Roofer (2019 – 2021)".
    """
    head, below = rows[at : at + lines], rows[at + lines].text if at + lines < len(rows) else ""
    if not re.search(r"\d", below) or BULLET.match(below):
        return False
    if not is_dated_head(below, record) and not (
        _ends_dated(below, record)
        and _names_school(*(row.text for row in head), below, record=record)
    ):
        return False
    if at and is_open(rows[at - 1].text, record):
        return False
    if not all(_may_head(row.text, record) and not _is_dated(row.text, record) for row in head):
        return False
    return not any(_is_title(row.text, record) for row in head)


def _is_school(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a line names a school or degree and ends in a date: "Hill University, 2019"."""
    text = rows[at].text
    if not re.search(r"\d", text) or BULLET.match(text) or not _may_head(text, record):
        return False
    whole = not at or not is_open(rows[at - 1].text, record)
    return whole and _ends_dated(text, record) and _names_school(text, record=record)


def _ends_dated(text: str, record: Record) -> bool:
    """Whether a line ends in a date behind other words."""
    found = find_date(text, record.vocabulary)
    return found is not None and found.begin > 0 and not text[found.finish :].strip(" ).")


def _names_school(*texts: str, record: Record) -> bool:
    return any(names(one, text, record) for one in ("degrees", "schools") for text in texts)


def _is_over_items(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a few words stand over a bullet, and the line above had room for the first of them.

    "Lamp Run" / "- A game in the dark" under another name's bullets, all without a date.
    """
    text, below = rows[at].text, rows[at + 1].text if at + 1 < len(rows) else ""
    if not BULLET.match(below) or not _may_head(text, record) or text.endswith((":", "：")):
        return False
    if find_date(text, record.vocabulary) or _is_title(text, record) or is_contact_line(text):
        return False
    if not at or not rows[at - 1].text:
        return True
    above = rows[at - 1].text
    widest = max(len(row.text) for row in rows[max(0, at - _NEAR) : at + _NEAR])
    return widest - len(above) - len(text.split()[0]) > _RAGGED and not is_open(above, record)


_NEAR = 30
_RAGGED = 12
"""Signs that a margin may leave of a line which it ends."""


def _is_title(text: str, record: Record) -> bool:
    return record.vocabulary.joined(text.rstrip(":：")) in record.vocabulary.sections


def _is_dated(text: str, record: Record) -> bool:
    found = find_date(text, record.vocabulary)
    return found is not None and found.start != found.end


_SIGNS: tuple[Callable[[list[Row], int, Record], bool], ...] = (
    _is_over_words,
    _is_before_words,
    *(partial(_is_over_period, lines=lines) for lines in (1, 2, 3)),
    *(partial(_is_over_dated, lines=lines) for lines in (1, 2)),
    _is_over_column,
    _is_over_items,
    _is_school,
)


def _is_under_item(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a bullet is the first sign of a beginning above a line."""
    while at and rows[at - 1].text:
        at -= 1
        if BULLET.match(rows[at].text):
            return True
        if rows[at].text.isupper() or _is_title(rows[at].text, record):
            return False
    return False
