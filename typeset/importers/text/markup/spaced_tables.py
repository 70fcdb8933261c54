"""Tables set with spaces: a line of the columns' names over lines with as many cells."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Line, Paragraph, Table
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record

_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2


def spaced_tables(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks, with paragraphs that are such tables as tables."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        if table := _named(block, record):
            found.append(table)
        elif table := _of_tongues(above, block, record):
            found[-1] = table
        else:
            found.append(block)
    return found


def _named(block: Block, record: Record) -> Table | None:
    """ "Year   Degree   School" over a year, a degree and a school a line; all names are known."""
    cells = _cells(block)
    head = cells[0] if cells else []
    if len(cells) <= _FEWEST_ROWS or len(head) < _FEWEST_COLUMNS:
        return None
    if len({len(row) for row in cells}) > 1 or not all(map(record.vocabulary.column, head)):
        return None
    return _table(_lines(block), head, cells[1:], record)


def _of_tongues(above: Block | None, block: Block, record: Record) -> Table | None:
    """ "Read   Written   Spoken" over languages, each with how well in as many columns."""
    heads, rows = _cells(above), _cells(block)
    head = heads[0] if len(heads) == 1 else []
    if len(head) < _FEWEST_COLUMNS or len(rows) < _FEWEST_ROWS:
        return None
    alike = all(len(row) == len(head) + 1 for row in rows)
    if not alike or not all(record.vocabulary.has("tongues", row[0]) for row in rows):
        return None
    return _table([*_lines(above), *_lines(block)], ["", *head], rows, record)


def _cells(block: Block | None) -> list[list[str]]:
    """The cells of each line of a paragraph; none for other blocks."""
    return [[unstyle(cell).strip() for cell in line.text.split("\t")] for line in _lines(block)]


def _lines(block: Block | None) -> list[Line]:
    return block.lines if isinstance(block, Paragraph) else []


def _table(lines: list[Line], head: list[str], rows: list[list[str]], record: Record) -> Table:
    """The table of a line of names and its rows."""
    line, *numbers = (one.number for one in lines)
    record.choose(line, "table-of-spaces", " | ".join(head), "the columns of a table")
    return Table(line, head, rows, [line, *numbers])
