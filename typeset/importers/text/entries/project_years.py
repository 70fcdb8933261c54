"""Projects that each stand behind their year: "2024 — For whom, what"."""

from __future__ import annotations

import re

from typeset.importers.text.entries.techniques import read_project
from typeset.importers.text.heads.place_tails import comma_parts
from typeset.importers.text.items.dates import date_values
from typeset.importers.text.markup.blocks import List
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_YEAR_FIRST = re.compile(r"\s*(?:[–—|:-]|,\s)\s*(\S.*)", re.DOTALL)
_EARLIER_FIRST = re.compile(r"([^:：–—]{3,20}?)\s*(?:[:：]|\s[–—-])\s+(\S.*)", re.DOTALL)


def by_years(raw: RawSection, record: Record) -> list[Entry]:
    """A list whose every item is `2024 — For whom, what` or, last, "before that: what"."""
    items = [item for block in raw.blocks if isinstance(block, List) for item in block.items]
    entries: list[Entry] = []
    if len(raw.blocks) != 1 or len(items) < 2:
        return []
    for item in items:
        text = item.text
        found = find_date(text, record.vocabulary)
        after = _YEAR_FIRST.fullmatch(text[found.finish :]) if found and not found.begin else None
        earlier = _EARLIER_FIRST.fullmatch(text)
        if after:
            ends = comma_parts(after[1], record)
            said = after[1][ends[0][1] :].strip(" ,") if len(ends) > 1 else ""
            entry: Entry = {"name": after[1][slice(*ends[0])].strip() if said else after[1]}
            entry |= {"description": said} if said else {}
            entry |= date_values(found, item.line, "", record)
        elif entries and earlier and key(earlier[1]) in record.vocabulary["earlier"]:
            entry = {"name": earlier[2], "dates": earlier[1]}
        else:
            return []
        entries.append({**entry, **read_project(item.blocks[1:], record)})
    record.choose(raw.line, "year-first-projects", raw.title, "projects, a name after each date")
    return entries
