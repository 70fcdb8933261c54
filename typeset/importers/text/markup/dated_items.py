"""Lists whose items are heads of a line for each part: "Moss Studio", "Founder", "2016"."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date

_FEWEST = 2
_MOST_LINES = 4


def lines_of_dated_items(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks, with the lines of items ended where one of each is its date and no more.

    No margin ended them, though the source has no mark of that.
    """
    runs = [block for block in blocks if isinstance(block, List)]
    items = [item for block in runs for item in block.items]
    told = {id(item) for item in items if _has_date_line(item.blocks[:1], record)}
    for block in runs:
        near = [item for item in block.items if id(item) in told]
        if len(near) < len(block.items) or len(told) < _FEWEST:
            continue
        for item in block.items:
            first = item.blocks[0]
            assert isinstance(first, Paragraph)
            lines = [Line(line.number, line.text, True) for line in first.lines]
            item.blocks[0] = Paragraph(lines, first.indented)
    return blocks


def _has_date_line(blocks: list[Block], record: Record) -> bool:
    """Whether a paragraph of a few lines has one that is a date, and none that begins small."""
    first = blocks[0] if blocks else None
    lines = first.lines if isinstance(first, Paragraph) else []
    if not 1 < len(lines) <= _MOST_LINES or any(line.text[:1].islower() for line in lines):
        return False
    return any(is_only_date(unstyle(line.text), record.vocabulary) for line in lines)
