"""Tables of languages with a column for each of listening, reading, speaking and writing."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph, Table
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record


def by_columns(blocks: list[Block], record: Record) -> tuple[list[Block], str]:
    """The blocks with such a table as a list of `Language: B2 / C1`, and what heads its columns.

    The heads stand once, over the list: repeated with each language they would be words that
    the source does not hold.
    """
    table = next((block for block in blocks if isinstance(block, Table)), None)
    if not table or len(table.head) < 3:
        return blocks, ""
    first, *others = (unstyle(cell) for cell in table.head)
    if first and record.vocabulary.column(first) != "language":
        return blocks, ""
    if any(record.vocabulary.column(cell) for cell in others):
        return blocks, ""
    if first:
        record.use_label(table.line, first, "labels.language")
    items = [
        ListItem(number, [Paragraph([Line(number, f"{row[0]}: {_joined(row[1:])}")])])
        for number, row in zip(table.numbers[1:], table.rows, strict=False)
        if row[0] and any(row[1:])
    ]
    at = next(index for index, block in enumerate(blocks) if block is table)
    return [*blocks[:at], List(table.line, items), *blocks[at + 1 :]], _joined(others)


def _joined(cells: list[str]) -> str:
    return " / ".join(cell for cell in cells if cell)
