"""Rows between bars that no rule parts from a head: tables, as Kramdown has them."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Paragraph, Table
from typeset.importers.text.record import Record

_FEWEST = 2


def tables_without_head(blocks: list[Block], record: Record) -> list[Block]:
    """Paragraphs of lines that bars begin and end as tables: "| Name || Ann Bell |"."""
    return [_as_table(block, record) for block in blocks]


def _as_table(block: Block, record: Record) -> Block:
    """A paragraph of such rows as a table without a head; any other block as it is."""
    if not isinstance(block, Paragraph) or len(block.lines) < _FEWEST:
        return block
    if not all(_ROW.fullmatch(line.text.strip()) for line in block.lines):
        return block
    rows = [_cells(line.text) for line in block.lines]
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    kept = [at for at in range(width) if any(row[at] for row in rows)]
    if len(kept) < _FEWEST:
        return block
    record.choose(block.line, "table-without-head", block.lines[0].text, "a table")
    return Table(
        block.line,
        [""] * len(kept),
        [[row[at] for at in kept] for row in rows],
        [block.line, *(line.number for line in block.lines)],
    )


_ROW = re.compile(r"\|[^|\n]*(?:\|[^|\n]*)*\|")
_BAR = re.compile(r"[ \t]*\|[ \t]*")


def _cells(text: str) -> list[str]:
    """The cells of a row, of which a column that is empty throughout is none."""
    return _BAR.split(text.strip().removeprefix("|").removesuffix("|").strip(" \t"))
