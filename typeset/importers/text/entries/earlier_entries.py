"""A heading for earlier times, "Before that", over positions that have a line each."""

from __future__ import annotations

from typeset.importers.text.entries.entries import raw_entries
from typeset.importers.text.heads.lines import Found, RawEntry
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


def earlier_entries(entry: RawEntry, record: Record) -> Found | None:
    """The positions under such a heading, each with its date; None for others."""
    title = unlink(unstyle(entry.head[0][1]))[0].strip(" :")
    alone = len(entry.head) == 1 and not entry.inner and bool(entry.body)
    earlier = key(title) in record.vocabulary["earlier"]
    if not alone or not (earlier or kinds_of(title, record.vocabulary) == ["work"]):
        return None
    mark = record.mark()
    found = raw_entries(entry.body, "work", record)
    heads = [one.head for one in found[1]] if found and not found[0] else []
    dated = [any(find_date(text, record.vocabulary) for _, text in head) for head in heads]
    if not heads or not all(dated):
        record.reset(mark)
        return None
    record.choose(entry.line, "earlier-entries", title, "a section of its own")
    return found
