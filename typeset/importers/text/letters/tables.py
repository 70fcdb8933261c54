"""Tables in a letter, which has none: their rows or cells as lines."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Line, Paragraph, Table
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def as_lines(block: Block) -> Block:
    """A table as lines, a row a line: a letter has no tables."""
    if not isinstance(block, Table):
        return block
    rows = [block.head, *block.rows]
    texts = (" · ".join(filter(None, row)) for row in rows if any(row))
    return Paragraph([Line(block.line, text, True) for text in texts])


def as_cells(block: Block, record: Record) -> Block:
    """A table over a letter as its cells, a line each: columns one after the other, or labels."""
    if not isinstance(block, Table):
        return block
    rows = [row for row in (block.head, *block.rows) if any(row)]
    labels = all(len(row) == 2 and _is_label(unstyle(row[0]), record) for row in rows)
    if labels:
        cells = [": ".join(cell.rstrip(":") for cell in row) for row in rows]
    else:
        width = max(len(row) for row in rows)
        cells = [row[at] for at in range(width) for row in rows if at < len(row) and row[at]]
    return Paragraph([Line(block.line, cell, True) for cell in cells])


def _is_label(text: str, record: Record) -> bool:
    """Whether a cell says what stands beside it: a contact, or a part of a letter ("To")."""
    known = any(key(text) in record.vocabulary[name] for name in _LABELS)
    return known or bool(record.vocabulary.label(text))


_LABELS = ("senders", "towards", "attention", "subject", "sent", "copies", "enclosures")
