"""Tables of works that one had a part in, a row each: the work, whose it was, and when.

"| Show | Company | Year |" over "| **The Glass Otter** Composer | Quay Theatre | 2021 |": no
post was held there, so that the work is an entry's title.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.bodies import together
from typeset.importers.text.entries.columns import columns_of
from typeset.importers.text.heads.parts import Head, take_date
from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.vocabulary import key

_FIELDS = {"organisation": "organization", "location": "location"}


def read_work_rows(raw: RawSection, record: Record) -> list[Part]:
    """An entry a row, under a title nobody knows; none where a column says of posts or dates."""
    table = raw.blocks[0] if len(raw.blocks) == 1 and set(raw.kinds) <= {"work"} else None
    if not isinstance(table, Table) or not table.rows or not all(table.head):
        return []
    works = record.vocabulary["work_heads"]
    plain = [unlink(unstyle(cell))[0].strip() for cell in table.head]
    if key(plain[0]) not in works:
        return []
    mark = record.mark()
    heads = ["work", *columns_of(table, record)[1:]]
    rows = list(zip(table.numbers[1:], table.rows, strict=False))
    told = heads.count("dates") == 1 and all(
        name in ("dates", *_FIELDS) or key(cell) in works
        for name, cell in zip(heads[1:], plain[1:], strict=True)
    )
    if not told or not all(row[0] and _is_dated(row, heads, record) for _, row in rows):
        record.reset(mark)
        return []
    for name, cell in zip(heads, plain, strict=True):
        known = name in ("dates", *_FIELDS)
        record.use_label(table.line, cell, f"labels.{name}" if known else "work_heads")
    record.choose(table.line, "works-in-rows", raw.title, "generic entries, a row each")
    entries = [_entry(number, row, heads, record) for number, row in rows]
    return [Part({**spine(raw, ""), "entries": entries})]


def _is_dated(row: list[str], heads: list[str], record: Record) -> bool:
    return is_only_date(unstyle(row[heads.index("dates")]), record.vocabulary) is not None


def _entry(number: int, row: list[str], heads: list[str], record: Record) -> Entry:
    """The entry of a row: what is in bold in its first cell is the title, before what was done."""
    match = _NAMED.fullmatch(row[0])
    title, said = (match[1], match[2]) if match else (row[0], "")
    shown, target = unlink(unstyle(title))
    entry: Entry = {"title": shown.strip(), **({"url": target} if target else {})}
    head = Head(number)
    others: list[str] = []
    for name, cell in zip(heads[1:], row[1:], strict=False):
        if name == "dates":
            take_date(head, number, unstyle(cell), record)
        elif name in _FIELDS and cell:
            entry[_FIELDS[name]] = unlink(unstyle(cell))[0]
        elif cell:
            others.append(cell)
    return {**entry, **head.dates(record), **together(said.replace("\t", " "), *others)}


_NAMED = re.compile(r"(\*\*[^*]+\*\*)\s*(.*)", re.DOTALL)
