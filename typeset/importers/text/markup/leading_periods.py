"""Periods alone on their lines, over what they date: the entries of text with no empty lines."""

from __future__ import annotations

from typeset.importers.text.markup.rows import BULLET, Row
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date


def leads_entry(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a period under an item begins the next entry, as another does under no item.

    "- fixed roofs" / "2019 – 2021" / "Roofer, Moss Ltd": the first of them stands under a title.
    """
    if not _is_over_words(rows, at, record):
        return False
    return any(
        other != at and not _is_under_item(rows, other) and _is_over_words(rows, other, record)
        for other in range(len(rows))
    )


def _is_over_words(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a line is a period and no more, and the one below a name or a title."""
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    if not below[:1].isupper() or BULLET.match(below):
        return False
    return bool(is_only_date(rows[at].text, record.vocabulary))


def _is_under_item(rows: list[Row], at: int) -> bool:
    """Whether a bullet is the first sign of a beginning above a line."""
    while at and rows[at - 1].text:
        at -= 1
        if BULLET.match(rows[at].text):
            return True
        if rows[at].text.isupper():
            return False
    return False
