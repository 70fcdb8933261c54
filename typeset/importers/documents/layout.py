"""Tables of a document: data that stay a table, and layouts that are read as they are seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typeset.importers.documents.pieces import Item, Look, Piece, Row
from typeset.importers.documents.runs import Run, plain, to_inline
from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import vocabulary

Cell = list[Item]
_SHORT = 12
"""Words in a cell that stands beside a text: a date, a place, a title."""
_MOST_BESIDE = 3
"""Cells of a line over an entry: what, where, when."""


def table_items(rows: Sequence[Sequence[Cell]], *, headed: bool = False) -> list[Item]:
    """A table's cells as items in reading order. `headed` says that its first row is a head."""
    filled = [[list(cell) for cell in row] for row in rows if any(row)]
    wide = max((sum(bool(cell) for cell in row) for row in filled), default=0)
    if wide > 1 and len(filled) > 1 and _are_lines(filled):
        if _are_heads(filled) or _are_stacked(filled):
            return [beside([piece for cell in row if (piece := _single(cell))]) for row in filled]
        if _is_data(filled):
            return [_data(filled, headed)]
    elif wide > 1 and len(filled) > 1 and _names_columns(filled):
        return [_data(filled, headed=True)]
    items: list[Item] = []
    for row in filled:
        items += _row_items([cell for cell in row if cell])
    return items


def _names_columns(rows: list[list[Cell]]) -> bool:
    """Whether a first row names the columns, under which cells hold one line or more each."""
    head, *below = rows
    if any(len(row) != len(head) for row in below) or not _are_lines([head]):
        return False
    if any(cell and not _single(cell) for row in below for cell in row):
        return False
    known = sum(bool(vocabulary().column(_text(cell))) for cell in head if cell)
    return known >= _FEW_COLUMNS and 2 * known >= len(head)


_FEW_COLUMNS = 2


def _single(cell: Cell) -> Piece | None:
    """The one paragraph of a cell that holds nothing else."""
    only = cell[0] if len(cell) == 1 else None
    return only if isinstance(only, Piece) and not only.level and only.depth < 0 else None


def _are_lines(rows: list[list[Cell]]) -> bool:
    """Whether every cell is one line."""
    pieces = [_single(cell) for row in rows for cell in row if cell]
    return all(piece is not None and len(piece.rows) == 1 for piece in pieces)


def _is_data(rows: list[list[Cell]]) -> bool:
    """Whether no cell is a section's title, and no row a title among others."""
    pieces = [_single(cell) for row in rows for cell in row if cell]
    # A row of one cell among others is a title or a text under the row above it.
    if any(sum(bool(cell) for cell in row) == 1 and len(row) == 1 for row in rows):
        return False
    return not any(piece and _is_section(piece) for piece in pieces) or _has_no_titles(rows)


def _are_heads(rows: list[list[Cell]]) -> bool:
    """Whether rows of two cells are a date beside a head ("Role, Org | 2019 – 2021")."""
    pairs = [[_single(cell) for cell in row if cell] for row in rows]
    if any(len(pair) != 2 for pair in pairs):
        return False
    dated = 0
    for pair in pairs:
        texts = [piece.text for piece in pair if piece]
        if any(len(text.split()) > _SHORT for text in texts):
            return False
        dated += any(is_only_date(text, vocabulary()) for text in texts)
    return dated == len(pairs)


def _are_stacked(rows: list[list[Cell]]) -> bool:
    """Whether rows are lines of heads: `**Employer** | Leeds` over `*Role* | 2019 – 2021`.

    A column of data holds dates in all its rows, below one row that names the columns.
    """
    looks: dict[bool, list[Look]] = {False: [], True: []}
    for row in rows:
        pieces = [piece for cell in row if (piece := _single(cell))]
        if len(pieces) > _MOST_BESIDE or any(len(one.text.split()) > _SHORT for one in pieces):
            return False
        dated = is_only_date(pieces[-1].text, vocabulary()) is not None
        looks[dated].append(pieces[0].look)
    above, below = (set(looks[dated]) for dated in (False, True))
    named = any(vocabulary().column(_text(cell)) for cell in rows[0])
    alternate = len(above) == 1 == len(below) and above != below
    return alternate and len(looks[True]) <= len(looks[False]) and not named


def _has_no_titles(rows: list[list[Cell]]) -> bool:
    """Known words as labels beside values ("Languages | English") in every row: still data."""
    return all(sum(bool(cell) for cell in row) > 1 for row in rows) and not any(
        (piece := _single(row[0])) and piece.look.size > 0 and _is_loud(piece, row) for row in rows
    )


def _is_loud(piece: Piece, row: list[Cell]) -> bool:
    others = [other.look.size for cell in row[1:] if (other := _single(cell))]
    return any(piece.look.size > size * 1.12 for size in others)


def _is_section(piece: Piece) -> bool:
    return bool(kinds_of(piece.text.rstrip(":："), vocabulary()))


def _data(rows: list[list[Cell]], headed: bool) -> Table:
    wide = max(len(row) for row in rows)
    texts = [[_text(cell) for cell in row] + [""] * (wide - len(row)) for row in rows]
    numbers = [next(_number(cell) for cell in row if cell) for row in rows]
    kept = [index for index in range(wide) if any(row[index] for row in texts)]
    texts = [[row[index] for index in kept] for row in texts]
    loud = all(piece.strong for cell in rows[0] if (piece := _single(cell)))
    quiet = any(not piece.strong for row in rows[1:] for cell in row if (piece := _single(cell)))
    dated = [any(find_date(text, vocabulary()) for text in row) for row in texts]
    named = not dated[0] and all(dated[1:]) and all(texts[0])
    if headed or named or (loud and quiet and len(rows) > 2):
        return Table(numbers[0], texts[0], texts[1:], numbers)
    return Table(numbers[0], [""] * len(kept), texts, [numbers[0], *numbers])


def _text(cell: Cell) -> str:
    piece = _single(cell)
    text = ""
    for part in (to_inline(row.runs).strip() for row in piece.rows) if piece else ():
        stopped = not text or part[:1] in "(" or not text[-1].isalnum()
        text += f" {part}" if stopped else f", {part}"
    return text.strip()


def _number(cell: Cell) -> int:
    first = cell[0]
    return first.number if isinstance(first, Piece) else first.line


def _row_items(cells: list[Cell]) -> list[Item]:
    """One row of a layout: side by side what is short, one after the other what is long."""
    if len(cells) == 1:
        return cells[0]
    singles = [_single(cell) for cell in cells]
    if all(singles):
        pieces = [piece for piece in singles if piece]
        if _is_section(pieces[0]) and len(pieces[0].rows) == 1:
            pieces[0].level = 2
            return list(pieces)
        return [beside(pieces)]
    if len(cells) == 2:
        left, right = cells
        first, last = singles
        if first and _is_section(first):
            first.level = 2
            return [first, *right]
        if first and _is_meta(first) and _joins(right):
            return _with(right, first) if _is_when(first) else [*_before(first, right)]
        if last and _is_meta(last) and _joins(left):
            return _with(left, last)
    return [item for cell in cells for item in cell]


def _is_meta(piece: Piece) -> bool:
    """Something short that says when or where."""
    words = len(piece.text.split())
    return words <= _SHORT and (len(piece.rows) <= 3 or bool(find_date(piece.text, vocabulary())))


def _is_when(piece: Piece) -> bool:
    return bool(find_date(piece.text, vocabulary()))


def _before(label: Piece, cell: Cell) -> Iterator[Item]:
    """What a label names, after it: on its line, or below it where it is the larger one."""
    first, *rest = cell
    assert isinstance(first, Piece)
    if label.look.size > first.look.size or first.level:
        yield label
        yield first
    else:
        yield beside([label, first])
    yield from rest


def _joins(cell: Cell) -> bool:
    """Whether a cell begins with a line that a date may stand beside."""
    first = cell[0]
    return isinstance(first, Piece) and first.depth < 0 and len(first.text.split()) <= 2 * _SHORT


def _with(cell: Cell, meta: Piece) -> list[Item]:
    first, *rest = cell
    assert isinstance(first, Piece)
    joined = beside([first, meta])
    joined.level = first.level
    return [joined, *rest]


def beside(pieces: Sequence[Piece]) -> Piece:
    """Pieces that are printed beside one another as one: their rows are joined by tabs."""
    rows: list[Row] = []
    for index in range(max(len(piece.rows) for piece in pieces)):
        found = [piece.rows[index] for piece in pieces if index < len(piece.rows)]
        runs: list[Run] = []
        for row in found:
            if plain(row.runs):
                runs += [*([Run("\t")] if runs else []), *row.runs]
        if runs:
            rows.append(Row(found[0].number, runs))
    return Piece(rows, pieces[0].look, gap=pieces[0].gap, left=pieces[0].left)
