"""Tables of works that one had a part in, a row each: the work, whose it was, and when.

"| Show | Company | Year |" over "| **The Glass Otter** Composer | Quay Theatre | 2021 |": no
post was held there, so that the work is an entry's title. What one played in it is said of it:
"| Year | Play | Part | Company |"; before the work, the part is the title.
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
_WORK, _PART, _LEADER, _DATES = "work", "part", "leader", "dates"
_LISTS = {_WORK: ("work_heads", "row_labels"), _PART: ("part_heads",), _LEADER: ("leader_heads",)}
"""The lists of what heads a column, by what it holds."""


def read_work_rows(raw: RawSection, record: Record) -> list[Part]:
    """An entry a row, under a title nobody knows; none where a column says of posts or dates."""
    table = raw.blocks[0] if len(raw.blocks) == 1 and set(raw.kinds) <= {"work"} else None
    if not isinstance(table, Table) or not table.rows or not all(table.head):
        return []
    mark = record.mark()
    plain = [unlink(unstyle(cell))[0].strip() for cell in table.head]
    heads = _columns(table, plain, record)
    rows = list(zip(table.numbers[1:], table.rows, strict=False))
    if not heads or not all(_is_told(row, heads, record) for _, row in rows):
        record.reset(mark)
        return []
    for name, cell in zip(heads, plain, strict=True):
        _use_head(table.line, name, cell, record)
    record.choose(table.line, "works-in-rows", raw.title, "generic entries, a row each")
    entries = [_entry(number, row, heads, plain, record) for number, row in rows]
    return [Part({**spine(raw, ""), "entries": entries})]


def _columns(table: Table, plain: list[str], record: Record) -> list[str]:
    """What each column holds, where one is of works and one of dates; none where one is unknown.

    A work that does not stand first is told by the column of the part that one took in it.
    """
    known = columns_of(table, record)
    heads = [_head(cell, record) or name for cell, name in zip(plain, known, strict=True)]
    told = {_WORK, _PART} <= {*heads} or heads[0] == _WORK
    once = all(heads.count(name) == 1 for name in heads if name not in (_WORK, _LEADER))
    sure = {*heads} <= {_DATES, *_LISTS, *_FIELDS}
    return heads if told and once and sure and _DATES in heads else []


def _head(cell: str, record: Record) -> str:
    """What a column of works, of parts, of leaders holds, or of whose it is and who led it."""
    if name := next((name for name in _LISTS if _list_of(name, cell, record)), ""):
        return name
    first, *others = _JOINED.split(cell)
    owner = others and record.vocabulary.column(first) == "organisation"
    return "organisation" if owner and all(_list_of(_LEADER, one, record) for one in others) else ""


_JOINED = re.compile(r"\s*[/,&]\s*")
"""Between the heads of what stands in one column: "Company / director"."""


def _list_of(name: str, cell: str, record: Record) -> str:
    """The list that tells the head of a column of works, of parts or of leaders; "" for none."""
    return next((one for one in _LISTS[name] if key(cell) in record.vocabulary[one]), "")


def _named(heads: list[str]) -> int:
    """The column of what a row is: of the work, or the part where that stands before it."""
    return next(at for at, name in enumerate(heads) if name in (_WORK, _PART))


def _is_told(row: list[str], heads: list[str], record: Record) -> bool:
    """Whether a row has its day and the name of what it is."""
    when = row[heads.index(_DATES)]
    return bool(row[_named(heads)]) and bool(is_only_date(unstyle(when), record.vocabulary))


def _use_head(line: int, name: str, cell: str, record: Record) -> None:
    """Record the head of a column as the label that it is; a leader's stays beside the name."""
    if name == _LEADER:
        record.use_shared(line, cell)
    elif name in _LISTS:
        record.use_label(line, cell, _list_of(name, cell, record))
    else:
        whole = record.vocabulary.column(cell) == name
        for part in [cell] if whole else _JOINED.split(cell):
            leader = _list_of(_LEADER, part, record)
            record.use_label(line, part, leader or f"labels.{record.vocabulary.column(part)}")


def _entry(
    number: int, row: list[str], heads: list[str], plain: list[str], record: Record
) -> Entry:
    """The entry of a row: what is in bold in its first cell is the title, before what was done."""
    named = _named(heads)
    match = _NAMED.fullmatch(row[named])
    title, said = (match[1], match[2]) if match else (row[named], "")
    shown, target = unlink(unstyle(title))
    entry: Entry = {"title": shown.strip(), **({"url": target} if target else {})}
    head = Head(number)
    others: list[str] = []
    for at, (name, cell) in enumerate(zip(heads, row, strict=False)):
        if name == _DATES:
            take_date(head, number, unstyle(cell), record)
        elif name in _FIELDS and cell:
            entry[_FIELDS[name]] = unlink(unstyle(cell))[0]
        elif cell and name == _LEADER:
            others.append(f"{plain[at]}: {cell}")
            record.choose(number, "cell-under-label", others[-1], "a text of the entry")
        elif cell and at != named:
            others.append(cell)
    return {**entry, **head.dates(record), **together(said.replace("\t", " "), *others)}


_NAMED = re.compile(r"(\*\*[^*]+\*\*)\s*(.*)", re.DOTALL)
