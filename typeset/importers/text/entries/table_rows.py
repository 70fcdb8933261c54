"""Which rows of a table begin an entry, and what its columns are."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.importers.text.entries.columns import columns_of, columns_of_rows, is_kind, labels_in
from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_BOTH_SIDES = 2
_OF_SKILLS = ("group", "level", "language", "keywords")


@dataclass(frozen=True)
class TableRows:
    """The rows of a table of entries, and what its columns are."""

    rows: list[tuple[int, list[str]]]
    dated: list[bool]
    """Which rows begin an entry; the others go on with the one above."""
    heads: list[str]
    """What each column is, "" for others."""
    others: list[str]
    """What the author calls those others, "" for known columns."""


def read_rows(table: Table, kind: str, record: Record) -> TableRows | None:
    """The rows of a table, where each begins an entry or goes on with one."""
    rows = list(zip(table.numbers, [table.head, *table.rows], strict=False))
    rows = [rows[0], *(row for row in rows[1:] if any(row[1]))]
    dated = [any(find_date(unstyle(cell), record.vocabulary) for cell in row) for _, row in rows]
    goes_on = [any(row) and not row[0] and sum(map(bool, row)) == 1 for _, row in rows]
    heads: list[str] = []
    others: list[str] = []
    if not dated[0]:
        heads = columns_of(table, record) if kind else columns_of_rows(table, record)
        heads = [name if name not in _OF_SKILLS else "" for name in heads]
        others = [
            cell if not name and not is_kind(cell, kind, record) else ""
            for name, cell in zip(heads, table.head, strict=True)
        ]
        sides = {"role", "organisation"} & {*heads}
        if any(others) and not ("dates" in heads and sides) and len(sides) < _BOTH_SIDES:
            return None
        rows, dated, goes_on = rows[1:], dated[1:], goes_on[1:]
        if len(sides) == _BOTH_SIDES:  # columns say what a row is: "pursuing" is a date to some
            told_of = [sum(map(bool, row)) >= _FEWEST_CELLS for _, row in rows]
            dated = [
                when or (full if any(dated) else not more)
                for when, full, more in zip(dated, told_of, goes_on, strict=True)
            ]
    if _lacks_few(rows, dated, goes_on):
        dated = [not more for more in goes_on]
    whole = all(is_dated or more for is_dated, more in zip(dated, goes_on, strict=True))
    return TableRows(rows, dated, heads, others) if dated and dated[0] and whole else None


def use_heads(table: Table, heads: list[str], kind: str, record: Record) -> None:
    """Say which words of a table's head became keys."""
    for name, cell in zip(heads, table.head, strict=False):
        if not name and is_kind(cell, kind, record):
            record.use_label(table.line, unstyle(cell), "sections")
        parts = labels_in(unstyle(cell), record) if name else []
        for part in parts:
            record.use_label(table.line, part, f"labels.{record.vocabulary.column(part)}")
        for word in unstyle(cell).split() if len(parts) > 1 else ():
            if key(word) in record.vocabulary["and"]:
                record.use_label(table.line, word, "and")


def _lacks_few(rows: list[tuple[int, list[str]]], dated: list[bool], goes_on: list[bool]) -> bool:
    """Whether most rows are dated, so that one with two cells or more and no date is one too.

    "| 2019 | Cook | Moss Inn |" over "| | Waiter | Ash Café |".
    """
    undated = [
        row for (_, row), when, more in zip(rows, dated, goes_on, strict=True) if not (when or more)
    ]
    told = all(sum(map(bool, row)) >= _FEWEST_CELLS for row in undated)
    return bool(undated) and told and sum(dated) >= _DATED_TO_ONE * len(undated)


_FEWEST_CELLS = 2
_DATED_TO_ONE = 2
"""How many rows with a date stand for one without."""
