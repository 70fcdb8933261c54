"""A table of recipients, CSV or JSON lines, as rows with their places."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from typeset.files import read_text
from typeset.problems import Problem, Span, TypesetError
from typeset.tailor.recipients import Row
from typeset.words import CONTROL


def read_recipients(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of a table, `.jsonl` as JSON lines, anything else as CSV; and what was guessed.

    CSV may be separated by commas, semicolons or tabs. Raises `UsageError` for a missing
    file and `TypesetError` with every row that cannot be read.
    """
    text, problems = read_text(path)
    json_lines = path.suffix.lower() in (".jsonl", ".ndjson")
    found = list((_json_rows if json_lines else _csv_rows)(text, str(path)))
    wrong = [item for item in found if isinstance(item, Problem)]
    rows = [item for item in found if isinstance(item, Row)]
    if not rows and not wrong:
        wrong = [Problem("recipients", "there is no row", span=Span(str(path)))]
    if wrong:
        raise TypesetError(wrong)
    return rows, problems


def _csv_rows(text: str, path: str) -> Iterator[Row | Problem]:
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    names: list[str] = []
    line = 1
    try:
        for cells in reader:
            place = Span.of_line(path, text, line)
            if not names:
                names = [cell.strip() for cell in cells]
                yield from _wrong_names(names, place)
            elif len(cells) > len(names):
                message = f"the row has {len(cells)} cells, the first line {len(names)}"
                hint = f'a text that holds "{separator}" stands in quotation marks'
                yield Problem("recipients", message, span=place, hint=hint)
            elif any(cell.strip() for cell in cells):
                cells += [""] * (len(names) - len(cells))
                yield Row(dict(zip(names, map(str.strip, cells), strict=True)), place)
            line = reader.line_num + 1
    except csv.Error as error:
        yield Problem("recipients", f"this is no CSV: {error}", span=Span.of_line(path, text, line))


def _wrong_names(names: Iterable[str], place: Span) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in names:
        if not name:
            yield Problem("recipients", "a column has no name", span=place)
        elif name in seen:
            yield Problem("recipients", f"two columns are called {name!r}", span=place)
        seen.add(name)


def _json_rows(text: str, path: str) -> Iterator[Row | Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = Span.of_line(path, text, number)
            try:
                # Numbers stay what is written: 3.10 is a text here.
                data = json.loads(line, parse_float=str, parse_int=str)
                yield Row(_cells(data), place)
            except (ValueError, RecursionError) as error:
                yield Problem("recipients", f"this is no row in JSON: {error}", span=place)


def _cells(data: object) -> dict[str, str]:
    """The cells of a row. Raises `ValueError` for what is no text, number or list of texts."""
    if not isinstance(data, dict):
        raise ValueError("it is no object")
    cells: dict[str, str] = {}
    for name, value in data.items():
        lines = value if isinstance(value, list) else ["" if value is None else value]
        if not all(isinstance(item, str) for item in lines):
            raise ValueError(f"{name!r} is no text")
        cell = "\n".join(lines).strip()
        if CONTROL.search(cell) or any("\ud800" <= character <= "\udfff" for character in cell):
            raise ValueError(f"{name!r} holds a character that cannot be printed")
        cells[name] = cell
    return cells
