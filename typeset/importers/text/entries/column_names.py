"""A line of the names of columns over entries that stand in none: each a line between commas.

"Degree   Institution   Year" over "MSc Botany, Hill University, Leeds, 2018".
"""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record

_NAMED = frozenset({"role", "organisation", "dates", "location"})
_FEWEST = 2


def without_column_names(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks of a section without a first line that is no more than the names of columns."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or "\t" not in first.lines[0].text:
        return blocks
    line, *lines = first.lines
    names = [cell.strip() for cell in unstyle(line.text).split("\t") if cell.strip()]
    found = [record.vocabulary.column(name) for name in names]
    below = lines[0].text if lines else ""
    if len(found) < _FEWEST or not set(found) <= _NAMED or len(set(found)) < len(found):
        return blocks
    if "\t" in below or not (lines or blocks[1:]):
        return blocks
    for name, kind in zip(names, found, strict=True):
        record.use_label(line.number, name, f"labels.{kind}")
    return [*([Paragraph(lines, first.indented)] if lines else []), *blocks[1:]]
