"""CSV files as positioned nodes: for each file, a list of rows by column."""

from __future__ import annotations

import csv
import html
import re
from io import StringIO

from typeset.importers.source import decode
from typeset.problems import Problem, Span, TypesetError
from typeset.profile.nodes import Tree

MAX_ROWS = 20_000


def read_table(tree: Tree, name: str, data: bytes, place: str) -> list[Problem]:
    """Add a CSV file to the tree, under its name; what was guessed of its encoding.

    Notes above the head row are passed over: the head is the first row of several cells,
    or the first row. Raises `TypesetError` with the line of what is no CSV.
    """
    text, problems = decode(data, place)
    text = text.removeprefix("\ufeff")
    lines = text.split("\n")
    rows = _rows(text, place, lines)
    if not rows:
        return problems
    wide = max(len(cells) for _, cells in rows)
    at = next((i for i, (_, cells) in enumerate(rows) if len(cells) > wide / 2), 0)
    head = [" ".join(cell.split()) for cell in rows[at][1]]
    table: list[dict[str, str]] = []
    tree.data[name] = table
    tree.values[(name,)] = Span(place, rows[at][0], 1, 1, lines[rows[at][0] - 1])
    for line, cells in rows[at + 1 :]:
        row: dict[str, str] = {}
        for number, cell in enumerate(cells):
            if not cell.strip():
                continue
            column = head[number] if number < len(head) and head[number] else f"column {number + 1}"
            column = column if column not in row else f"{column} ({number + 1})"
            row[column] = html.unescape(cell)
            path = (name, len(table), column)
            tree.values[path] = Span(place, line, 1, 1, lines[line - 1])
        if row:
            tree.values[(name, len(table))] = Span(place, line, 1, 1, lines[line - 1])
            table.append(row)
    return problems


def _rows(text: str, place: str, lines: list[str]) -> list[tuple[int, list[str]]]:
    """Rows that hold something, with the lines they begin on."""
    if re.search(r"[\x00-\x08\x0e-\x1f]", text):
        raise TypesetError(Problem("csv", "this is no CSV file", span=Span(place)))
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = reader.line_num + 1
            if len(rows) > MAX_ROWS:
                message = f"this holds more than {MAX_ROWS:,} rows"
                raise TypesetError(Problem("csv", message, span=Span(place)))
    except csv.Error as error:
        line = min(line, len(lines))
        where = Span(place, line, 1, 1, lines[line - 1])
        raise TypesetError(
            Problem("csv", f"this is no CSV row: {error}", span=where, hint="a quote may be open")
        ) from None
    return rows
