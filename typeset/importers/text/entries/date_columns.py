"""Tables with a date in two columns: its year and its month, or a period's begin and end."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Table
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"\d{1,2}")


def joined_dates(blocks: list[Block], record: Record) -> list[Block]:
    """Such tables with both in one column: "2018/04", "2018 – 2021"."""
    return [_joined(block, record) if isinstance(block, Table) else block for block in blocks]


def _joined(table: Table, record: Record) -> Table:
    """A table with its two columns of dates as one; rows without a date go on with the last."""
    columns = [record.vocabulary.column(unstyle(cell)) for cell in table.head]
    for at in range(len(columns) - 1):
        if columns[at : at + 2] != ["dates", "dates"]:
            continue
        pairs = [(row[at].strip(), row[at + 1].strip()) for row in table.rows if len(row) > at + 1]
        dates = [_month(*pair) or _period(*pair, record) for pair in pairs]
        told = all(date or not any(pair) for date, pair in zip(dates, pairs, strict=True))
        if not any(dates) or not told or len(pairs) != len(table.rows):
            continue
        record.use_label(table.line, unstyle(table.head[at + 1]), "labels.dates")
        rows = [
            [*row[:at], date, *row[at + 2 :]] for row, date in zip(table.rows, dates, strict=True)
        ]
        head = [*table.head[: at + 1], *table.head[at + 2 :]]
        return Table(table.line, head, rows, table.numbers)
    return table


def _month(year: str, month: str) -> str:
    """A year and the number of a month, as Japanese forms print them; "" for other cells."""
    return f"{year}/{month}" if _YEAR.fullmatch(year) and _MONTH.fullmatch(month) else ""


def _period(begin: str, end: str, record: Record) -> str:
    """A period of two cells, or the one date of which the other is left empty; "" for others."""
    if not begin or not end:
        alone = begin or end
        return alone if is_only_date(alone, record.vocabulary) else ""
    joined = f"{begin} – {end}"
    found = is_only_date(joined, record.vocabulary)
    return joined if found and found.start != found.end else ""
