"""Tables of languages with a column for each of listening, reading, speaking and writing."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph, Table
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record


def by_columns(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks with such a table as a list of `Language: Speaking: B2, Writing: C1`.

    Each language takes over the heads that stand once over them all.
    """
    at = next((index for index, block in enumerate(blocks) if isinstance(block, Table)), -1)
    table = blocks[at] if at >= 0 else None
    if not isinstance(table, Table) or len(table.head) < _FEWEST_COLUMNS:
        return blocks
    first, *others = (unstyle(cell) for cell in table.head)
    if first and record.vocabulary.column(first) != "language":
        return blocks
    if any(record.vocabulary.column(cell) for cell in others):
        return blocks
    if first:
        record.use_label(table.line, first, "labels.language")
    items: list[ListItem] = []
    for number, row in zip(table.numbers[1:], table.rows, strict=False):
        told = [(head, cell) for head, cell in zip(others, row[1:], strict=False) if cell]
        if not row[0] or not told:
            continue
        for head, _ in told if items else ():
            record.use_shared(table.numbers[0], head)
        text = ", ".join(f"{head}: {cell}" if head else cell for head, cell in told)
        items.append(ListItem(number, [Paragraph([Line(number, f"{row[0]}: {text}")])]))
    return [*blocks[:at], List(table.line, items), *blocks[at + 1 :]]


_FEWEST_COLUMNS = 3
