"""What the columns of a table of entries hold, by their heads and by what stands in them."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

ROLE_AND_TEXT = "role, text"
"""A column that tells what one was and did there."""


def columns_of(table: Table, record: Record) -> list[str]:
    """What each column holds; "" for one whose head is not known.

    "From" heads the day on which a period began, or who gave what the row names.
    """
    heads = [_column(unstyle(cell), record) for cell in table.head]
    cells = [[row[at] for row in table.rows if len(row) > at] for at in range(len(heads))]
    dated = [
        any(find_date(unstyle(cell), record.vocabulary) for cell in column) for column in cells
    ]
    for at, name in enumerate(heads):
        if name == "dates" and not dated[at] and any(dated) and "organisation" not in heads:
            record.choose(table.line, "column-by-cells", table.head[at], "who gave it")
            heads[at] = "organisation"
    if "organisation" not in heads:  # of a ship no one says whose it was
        _take_known(heads, "organisation", "ship_labels", table, record)
    named = next((name for name in ("name", "keywords") if name in heads), "")
    if named and "role" not in heads and {"dates", "organisation"} <= {*heads}:
        heads[heads.index(named)] = "role"  # what the row tells of: "취득일 | 이름 | 기관"
    return heads


def columns_of_rows(table: Table, record: Record) -> list[str]:
    """What each column holds in a section of no kind, where a row is of a play, a course, a show.

    Where one column names that, the part one took is said of it, as is a second one of its name.
    """
    heads = columns_of(table, record)
    if any(key(unstyle(cell)) in record.vocabulary["row_labels"] for cell in table.head):
        heads = ["" if name == "role" else name for name in heads]
        _take_known(heads, "role", "row_labels", table, record)
    return ["" if name in heads[:at] else name for at, name in enumerate(heads)]


def _take_known(heads: list[str], name: str, list_: str, table: Table, record: Record) -> None:
    """Call the first column whose head is in a list by another name: "Play" is what a row is."""
    known = record.vocabulary[list_]
    at = next((at for at, cell in enumerate(table.head) if key(unstyle(cell)) in known), -1)
    if at >= 0:
        record.use_label(table.line, unstyle(table.head[at]), list_)
        heads[at] = name


def labels_in(cell: str, record: Record) -> list[str]:
    """The labels that the head of a column holds: "Position and duties" has two."""
    cell = " ".join(cell.split())
    if record.vocabulary.column(cell):
        return [cell]
    ands = "|".join(re.escape(word) for word in record.vocabulary["and"])
    parts = re.split(rf"\s*[,;/&・／、]\s*|\s+(?:{ands})\s+", cell, flags=re.IGNORECASE)
    return parts if all(record.vocabulary.column(part) for part in parts) else []


def _column(cell: str, record: Record) -> str:
    """What a column holds by its head: one thing, or a role and what was done; "" if unknown.

    What else stands beside an organisation ("Company / project") is a part of its name.
    """
    told = [record.vocabulary.column(part) for part in labels_in(cell, record)]
    if told == ["role", "text"]:
        return ROLE_AND_TEXT
    return told[0] if len(set(told)) == 1 or told[:1] == ["organisation"] else ""


def is_kind(cell: str, kind: str, record: Record) -> bool:
    """Whether the head of a column is called as the section: "Education" beside "Year"."""
    return kinds_of(unlink(unstyle(cell))[0], record.vocabulary) == [kind]
