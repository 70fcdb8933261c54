"""Posts an item each, in scripts without spaces: "2013-2014：青空公司，店长，负责采购"."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import Found, RawEntry
from typeset.importers.text.heads.words import WORK, names
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.scripts import CJK

_SIGN = re.compile(r"\s*[:：，]\s*|\s+")
_COMMA = re.compile(r"\s*[，；;]\s*")
_LONGEST_ROLE = 8
_LONGEST_TOWN = 3


def by_period_items(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """A list whose every item is a period, an organisation, and what one did there after commas."""
    first = blocks[0] if blocks else None
    if kind != "work" or not isinstance(first, List) or len(first.items) < 2:
        return None
    if not all(isinstance(block, Paragraph) for block in blocks[1:]):
        return None
    mark = record.mark()
    entries = [entry for item in first.items if (entry := _post(item, record))]
    if len(entries) < len(first.items) or not any(entry.body for entry in entries):
        record.reset(mark)
        return None
    entries[-1].body += blocks[1:]
    return [], entries


def _post(item: ListItem, record: Record) -> RawEntry | None:
    """An item as an entry: behind its organisation a town, then a role; all else is its text."""
    text = unlink(item.text)[0]
    found = find_date(unstyle(text), record.vocabulary)
    if unstyle(text) != text or not found or found.begin or found.start == found.end:
        return None
    sign = _SIGN.match(text, found.finish)
    owner, *told = (split_top(text[sign.end() :], _COMMA) if sign else []) or [""]
    if not CJK.search(owner) or word_count(owner) > _LONGEST_ROLE:
        return None
    given = {"organisation": owner}
    head = [(item.line, owner), (item.line, found.text)]
    if told and is_place(told[0], record) and word_count(told[0]) <= _LONGEST_TOWN:
        head.append((item.line, told.pop(0)))
    if told and names(WORK.what, told[0], record) and word_count(told[0]) <= _LONGEST_ROLE:
        given["role"] = told.pop(0)
    elif not told and names(WORK.what, owner, record):
        return None  # "2013-2014 青空公司 店长": a title as others are
    said = text[text.index(told[0], sign.end() if sign else 0) :] if told else ""
    record.choose(item.line, "post-after-period", text, owner)
    body: list[Block] = [Paragraph([Line(item.line, said)])] if said else []
    return RawEntry(head, [*body, *item.blocks[1:]], given=given)
