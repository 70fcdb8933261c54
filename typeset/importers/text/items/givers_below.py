"""Certificates and prizes of which all have who gave them, or when, in lines or bullets below.

"**Wiring** (2019)" over "Moss Academy"; "Wiring" over the bullets "Moss Academy" and "2019". What
one item may have as a remark is who gave it where all have it, and words tell this of one.
"""

from __future__ import annotations

from typeset.importers.text.heads.possible_givers import says_owner
from typeset.importers.text.items.dates import date_at_end
from typeset.importers.text.items.givers import may_give
from typeset.importers.text.items.items import Item
from typeset.importers.text.markup.blocks import Block, List, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date

_FEWEST = 2
_MOST_BELOW = 2


def given_all_below(items: list[Item], record: Record) -> list[Item]:
    """The items with their givers and days behind their names, with tabs between."""
    parted = [_parts(item, record) for item in items]
    found = [one for one in parted if one]
    if len(found) < max(_FEWEST, len(items)):
        return items
    may = all(may_give(unstyle(name), giver, record) for name, giver, _ in found)
    if not may or not any(says_owner(giver, record) for _, giver, _ in found):
        return items
    record.choose(items[0][0], "givers-below", found[0][1], "who gave each item")
    return [(line, "\t".join(parts), []) for (line, _, _), parts in zip(items, found, strict=True)]


def _parts(item: Item, record: Record) -> tuple[str, str, str] | None:
    """The name of an item, who gave it in a line below, and its day from either; else None."""
    _, text, below = item
    lines = _lines(below) if len(below) == 1 else []
    if not 0 < len(lines) <= _MOST_BELOW or "\t" in text or "\n" in text:
        return None
    name, day = date_at_end(text, record)
    giver, *more = lines
    if more:
        told = is_only_date(more[0], record.vocabulary)
        return None if day or not told else (text, giver, more[0])
    if day:
        return (name, giver, day.text) if not day.verbatim else None
    who, when = date_at_end(giver, record)
    return (text, who, when.text) if when and not when.verbatim else None


def _lines(below: list[Block]) -> list[str]:
    """The lines of a paragraph, or the bullets of a list that have no more than a line each."""
    first = below[0]
    if isinstance(first, Paragraph):
        return [line.text for line in first.lines]
    items = first.items if isinstance(first, List) else []
    flat = all(len(one.blocks) == 1 and isinstance(one.blocks[0], Paragraph) for one in items)
    return [unstyle(one.text) for one in items] if flat else []
