"""Tables with the year and the month in columns of their own, as Japanese forms print them."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Table
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"\d{1,2}")


def joined_months(blocks: list[Block], record: Record) -> list[Block]:
    """Such tables with both in one column: "2018/04"."""
    return [_joined(block, record) if isinstance(block, Table) else block for block in blocks]


def _joined(table: Table, record: Record) -> Table:
    """A table with its two columns of dates as one; rows without a date go on with the last."""
    columns = [record.vocabulary.column(unstyle(cell)) for cell in table.head]
    for at in range(len(columns) - 1):
        pairs = [(row[at].strip(), row[at + 1].strip()) for row in table.rows if len(row) > at + 1]
        dated = [_YEAR.fullmatch(year) and _MONTH.fullmatch(month) for year, month in pairs]
        empty = [not year and not month for year, month in pairs]
        told = any(dated) and all(one or none for one, none in zip(dated, empty, strict=True))
        if columns[at : at + 2] != ["dates", "dates"] or not told:
            continue
        record.use_label(table.line, unstyle(table.head[at + 1]), "labels.dates")
        rows = [
            [*row[:at], f"{year}/{month}" if year else "", *row[at + 2 :]]
            for row, (year, month) in zip(table.rows, pairs, strict=True)
        ]
        head = [*table.head[: at + 1], *table.head[at + 2 :]]
        return Table(table.line, head, rows, table.numbers)
    return table
