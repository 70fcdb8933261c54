"""Projects in the rows of a table that dates no row: a name, what it is, what it is made with."""

from __future__ import annotations

from typeset.importers.text.items.dates import date_values
from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.markup.inline import LINK, unlink, unstyle
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.skills.words import split_keywords
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.vocabulary import key

_FIELDS = {
    "role": "name",
    "name": "name",
    "text": "description",
    "keywords": "keywords",
    "url": "url",
    "dates": "dates",
}
"""What the columns of such a table hold, by what their heads are known as."""


def by_table(raw: RawSection, record: Record) -> list[Entry]:
    """The projects of a section that is one table with heads that are all known; or none.

    "| Project | Description | Technologies |": the name is in the first column.
    """
    block = raw.blocks[0] if len(raw.blocks) == 1 else None
    if not isinstance(block, Table) or not all(row[0].strip() for row in block.rows):
        return []
    known = [_known_as(cell, record) for cell in block.head]
    fields = [_FIELDS.get(name, "") for name in known]
    if len(fields) < _FEWEST or fields[0] != "name" or len({*fields}) < len(fields):
        return []
    if not all(fields):
        return []
    mark = record.mark()
    entries: list[Entry] = []
    for number, row in zip(block.numbers[1:], block.rows, strict=False):
        entry = _entry(number, dict(zip(fields, row, strict=False)), record)
        if not entry:
            record.reset(mark)
            return []
        entries.append(entry)
    for name, cell in zip(known, block.head, strict=True):
        record.use_label(block.line, unstyle(cell), _list_of(cell, name, record))
    return entries


_FEWEST = 2


def _known_as(cell: str, record: Record) -> str:
    """What a column holds by its head, which a title of projects or skills tells as well."""
    text = unstyle(cell).strip()
    if key(text) in record.vocabulary["techniques"]:
        return "keywords"
    titled = {"projects": "name", "skills": "keywords"}
    kinds = kinds_of(text, record.vocabulary)
    return record.vocabulary.column(text) or (titled.get(kinds[0], "") if kinds else "")


def _list_of(cell: str, name: str, record: Record) -> str:
    """The list of the vocabulary that a column's head is known from."""
    if key(unstyle(cell)) in record.vocabulary["techniques"]:
        return "techniques"
    return f"labels.{name}" if record.vocabulary.column(unstyle(cell)) else "sections"


def _entry(line: int, cells: dict[str, str], record: Record) -> Entry:
    """The project of a row; empty where a cell holds what its head does not say."""
    name, target = unlink(unstyle(cells["name"]))
    entry: Entry = {"name": name.strip(), **({"url": target} if target else {})}
    if address := cells.get("url", "").strip("-– "):
        link = LINK.fullmatch(address)
        shown = link[1] if link else ""
        if target or not (link or "://" in address):
            return {}
        entry["url"] = link[2] if link else unlink(address)[0]
        if link and key(shown) in record.vocabulary["pointers"]:
            record.use_label(line, shown, "pointers")
        elif link and shown not in link[2]:
            return {}
    if when := cells.get("dates", "").strip("-– "):
        date = is_only_date(unstyle(when), record.vocabulary)
        if not date:
            return {}
        entry |= date_values(date, line, "", record)
    if said := cells.get("description", "").strip():
        entry["description"] = said
    if words := split_keywords(cells.get("keywords", "").strip("-– ")):
        entry["keywords"] = words
    return entry
