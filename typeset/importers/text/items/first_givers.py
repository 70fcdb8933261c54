"""Prizes of which each stands behind who gave it: "Salt Gallery, The Moss Award, 2013".

What a column says, it says in all of a list: one item whose words tell its giver first tells it
of the others, where none has its giver last.
"""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.items.items import Item
from typeset.importers.text.markup.inline import split_top, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key

_COMMA = re.compile(r",\s+")
_FEWEST = 2
_FEWEST_PARTS = 3
_LONGEST_GIVER = 5


def given_first(items: list[Item], record: Record) -> list[Item]:
    """Items that all are who gave a prize, its name and its day: the giver goes behind."""
    parted = [split_top(text, _COMMA) for _, text, _ in items]
    if len(items) < _FEWEST or not all(_are_parts(parts, record) for parts in parted):
        return items
    first = [_is_owner(parts[0], parts[1], record) for parts in parted]
    last = [_is_owner(parts[-2], parts[0], record) for parts in parted]
    if not any(first) or any(last):
        return items
    record.choose(items[0][0], "giver-first", parted[0][0], "who gave each item")
    return [
        (line, f"**{', '.join(parts[1:-1])}**\t*{parts[0]}*\t{parts[-1]}", below)
        for (line, _, below), parts in zip(items, parted, strict=True)
    ]


def _are_parts(parts: list[str], record: Record) -> bool:
    """Whether parts can be a giver, a prize and its day: names, and no words for prizes first."""
    styled = any(re.search(r"[*\t]", part) for part in parts)
    if (
        styled
        or len(parts) < _FEWEST_PARTS
        or not is_only_date(unstyle(parts[-1]), record.vocabulary)
    ):
        return False
    giver, prize = unstyle(parts[0]), unstyle(parts[1])
    large = all(re.match(r"[^\W_a-zà-ÿ]", part) for part in (giver, prize))
    other = any(names(list_, giver, record) for list_ in ("prizes", "honours", "degrees"))
    placed = any(is_place(part, record) for part in parts[:-1])
    dated = any(find_date(part, record.vocabulary) for part in parts[:-1])  # more than its day
    short = len(giver.split()) <= _LONGEST_GIVER
    return large and short and not (other or placed or dated)


def _is_owner(who: str, what: str, record: Record) -> bool:
    """Whether a part is who gave another, which ends as the name of a prize does."""
    prize = key(unstyle(what).split()[-1]) in record.vocabulary["prizes"]
    prize = prize and not names("prizes", who, record)
    return prize or (names_owner(who, record) and not names_owner(what, record))
