"""The cells of a PDF's tables → pieces, and the table as the items it is read as."""

from __future__ import annotations

from collections.abc import Sequence

from typeset.importers.documents.layout import table_items
from typeset.importers.documents.pdf_lines import Segment
from typeset.importers.documents.pdf_rows import Line, column_lines
from typeset.importers.documents.pdf_wrapping import Joiner
from typeset.importers.documents.pieces import Item, Piece, Row, take_mark


def cells_of_table(table: Segment, joiner: Joiner) -> list[Item]:
    """What a segment that stands for a table holds, as a document's table is read."""
    wide = range(len(table.cells[0]))
    rights = [max((s.right for row in table.cells for s in row[at]), default=0.0) for at in wide]
    rows = [
        [_pieces(cell, right, joiner) for cell, right in zip(row, rights, strict=True)]
        for row in table.cells
    ]
    return table_items(rows, headed=table.headed)


def _pieces(cell: Sequence[Segment], right: float, joiner: Joiner) -> list[Item]:
    """The pieces of a cell: a line ends where the next one's first word would have fitted."""
    made: list[Piece] = []
    before: Line | None = None
    for line in column_lines(cell):
        row = Row(line.number, line.runs)
        if before is None or line.mark:
            made.append(Piece([row], line.look))
            if line.mark:
                made[-1].depth = 0
                take_mark(made[-1].rows)
        else:
            fits = before.right + 0.25 * line.size + line.first_word() < right - 1
            made[-1].rows[-1].hard = fits
            made[-1].rows.append(row)
        before = line
    for piece in made:
        piece.rows = joiner.joined(piece.rows)
    return list(made)
