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

    Each cell of the head but one at most is known as a column's: "Course | School | Year"; or a
    rule is below it, with a bar between two columns' parts: "---|---".
    """
    head = _cells(rows[at])
    ruled = _is_ruled(rows, at)
    unknown = sum(not record.vocabulary.column(cell) for cell in head)
    if not ruled and (len(head) < _FEWEST_COLUMNS or unknown > 1):
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
    if len(table.rows) < (1 if ruled else _FEWEST_ROWS):
        return None
    record.choose(rows[at].number, "table-of-bars", rows[at].text, "the columns of a table")
    return table, end


def _is_ruled(rows: list[Row], at: int) -> bool:
    """Whether the row below is a rule in parts, one for each cell of this one."""
    below = rows[at + 1].text if at + 1 < len(rows) and "|" in rows[at].text else ""
    parts = _cells(rows[at + 1]) if _RULE.fullmatch(below) else []
    return len(parts) == len(_cells(rows[at])) > 1


def _cells(row: Row) -> list[str]:
    """The cells of a row; a bar at either end of it is its frame."""
    text = row.text.removeprefix("|").removesuffix("|").strip(" \t")
    return _BAR.split(text) if "|" in text or "｜" in text else []
