"""Items with the one who gave them behind their date: "Prize, 2019 – Ash College"."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import names
from typeset.importers.text.items.items import Item
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_FEWEST_ALIKE = 3


def given_behind_date(items: list[Item], record: Record) -> list[Item]:
    """Items that all have who gave them in brackets behind a date: "Prize 2019 (Ash College)".

    Behind a dash one such item tells it: "Prize, 2019 – Ash College".
    """
    items = [_behind_dash(item, record) for item in items]
    found: list[Item] = []
    for line, text, below in items:
        date = find_date(text, record.vocabulary)
        match = _IN_BRACKETS.fullmatch(text[date.finish :]) if date else None
        name = text[: date.begin].rstrip(" ,–—-") if date else ""
        if not date or not match or not name or is_place(match[1], record):
            return items
        found.append((line, f"{name}\t{match[1]}\t{date.text}", below))
    if len(found) < _FEWEST_ALIKE:
        return items
    record.choose(items[0][0], "giver-behind-date", items[0][1], "who gave each item")
    return found


def _behind_dash(item: Item, record: Record) -> Item:
    """An item with its date, between a comma and a dash, behind the one who gave it."""
    line, text, below = item
    date = find_date(text, record.vocabulary)
    match = _DASHED_GIVER.fullmatch(text[date.finish :]) if date else None
    name = text[: date.begin].rstrip() if date else ""
    given = unlink(unstyle(match["giver"]))[0] if match else ""
    if not date or not match or not name.endswith(","):
        return item
    if names("prizes", given, record) or is_place(given, record):
        return item
    record.choose(line, "giver-behind-date", text, f"given by {given}")
    return line, f"{name.rstrip(' ,')}\t{match['giver']}\t{date.text}", below


_DASHED_GIVER = re.compile(r"\s+[–—-]\s+(?P<giver>\[?[^\W\d_a-zà-ÿ][^–—]*?)\.?")
_IN_BRACKETS = re.compile(r"\s*[(（]([^\W\d_a-zà-ÿ][^()（）\d]*)[)）]\.?")
