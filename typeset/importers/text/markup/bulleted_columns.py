"""Lists set in columns: a bullet before each cell of a line, "• Rigging    • Leading crews"."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.record import Record

_BULLET = re.compile(r"\t\s*[•●▪■◦○‣▸]\s*")
_FEWEST = 2


def bullets_in_columns(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks, with an item for each cell of the lists whose lines have bullets within."""
    return [_by_cells(block, record) if isinstance(block, List) else block for block in blocks]


def _by_cells(block: List, record: Record) -> List:
    if sum("\t" in item.text for item in block.items) < _FEWEST:
        return block
    cells = [_cells(item) for item in block.items]
    if sum(len(some) > 1 for some in cells) < _FEWEST:
        return block
    record.choose(block.line, "bullets-in-columns", block.items[0].text, "an item each")
    return List(block.line, [one for some in cells for one in some])


def _cells(item: ListItem) -> list[ListItem]:
    """The items that the one line of an item holds."""
    first = item.blocks[0] if len(item.blocks) == 1 else None
    if not isinstance(first, Paragraph) or len(first.lines) > 1:
        return [item]
    texts = [text.strip() for text in _BULLET.split(first.text) if text.strip()]
    return [ListItem(item.line, [Paragraph([Line(item.line, text)])]) for text in texts]
