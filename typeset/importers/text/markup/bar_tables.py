"""Tables of plain text: rows whose cells bars part, under one that names the columns."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.markup.inline import escape
from typeset.importers.text.markup.rows import Row
from typeset.importers.text.record import Record

_BAR = re.compile(r"\s*[|｜]\s*")
_RULE = re.compile(r"[\s|+:=-]*-{2}[\s|+:=-]*")
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2


def bar_table(rows: list[Row], at: int, record: Record) -> tuple[Table, int] | None:
    """The table whose head is row `at`, and the index after it; None where none begins.

    Each cell of the head but one at most is known as a column's: "Course | School | Year".
    """
    head = _cells(rows[at])
    unknown = sum(not record.vocabulary.column(cell) for cell in head)
    if len(head) < _FEWEST_COLUMNS or unknown > 1:
        return None
    table = Table(rows[at].number, [escape(cell) for cell in head], [], [rows[at].number])
    end = at + 1
    while end < len(rows) and rows[end].text:
        cells = _cells(rows[end])
        if not _RULE.fullmatch(rows[end].text):
            if len(cells) != len(head):
                break
            table.rows.append([escape(cell) for cell in cells])
            table.numbers.append(rows[end].number)
        end += 1
    if len(table.rows) < _FEWEST_ROWS:
        return None
    record.choose(rows[at].number, "table-of-bars", rows[at].text, "the columns of a table")
    return table, end


def _cells(row: Row) -> list[str]:
    """The cells of a row; a bar at either end of it is its frame."""
    text = row.text.removeprefix("|").removesuffix("|").strip()
    return _BAR.split(text) if "|" in text or "｜" in text else []
