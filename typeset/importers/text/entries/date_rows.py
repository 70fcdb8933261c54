"""Entries in rows: lines that each have a date in a column of its own, however long they are."""

from __future__ import annotations

from typeset.importers.text.heads.lines import Found, RawEntry
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date

_FEWEST = 2


def by_date_rows(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """A section of nothing but such rows ("2019 – 2021\\tCook, Moss Inn"): an entry each."""
    entries: list[RawEntry] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or not all(line.hard for line in block.lines[:-1]):
            return None
        for line in block.lines:
            date, tab, text = line.text.partition("\t")
            if not tab or "\t" in text or not is_only_date(unstyle(date), record.vocabulary):
                return None
            entries.append(RawEntry([(line.number, text), (line.number, date)]))
    if len(entries) < _FEWEST:
        return None
    record.choose(entries[0].line, "rows-of-dates", entries[0].head[0][1], "an entry each")
    return [], entries
