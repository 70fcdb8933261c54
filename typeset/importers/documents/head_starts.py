"""Where in a run of short lines each head of an entry begins: by dates, space and boldness."""

from __future__ import annotations

from itertools import pairwise

from typeset.importers.documents.pieces import Piece, Row

Lines = list[tuple[Row, Piece]]
"""The lines of a run, each with the piece it stands in."""

_LONGEST_GROUP = 5
_APART = 3.0
"""How much wider, in points, the space above a head is than that between its lines."""


def starts_of(rows: Lines, dated: list[bool], *, whole: bool) -> list[int]:
    """Where each head begins, the first of them not always with the first line.

    All of them have their date at the same place, unless space or boldness says it better.
    `whole` says that the first line with a date has all of its head.
    """
    places = [index for index, has_date in enumerate(dated) if has_date]
    begun = _first_start(rows, places[0], whole)
    above = min(places[0] - begun, _LONGEST_GROUP)
    starts = [begun]
    for before, place in pairwise(places):
        begin = max(before + 1, place - above)
        loud = [
            i for i in range(before + 1, place + 1)
            if rows[i][1].strong and rows[i][0] is rows[i][1].rows[0] and rows[0][1].strong
        ]  # fmt: skip
        apart = _set_apart(rows, before + 1, place)
        starts.append(loud[0] if loud else begin if apart is None else apart)
    return starts


def _first_start(rows: Lines, place: int, whole: bool) -> int:
    """Where the first head begins: lines above it may be the end of what stands before."""
    row, piece = rows[place]
    loud = bool(row.runs) and row.runs[0].strong
    widest = max((above.gap for _, above in rows[:place]), default=0.0)
    alone = whole or (loud and piece.gap > widest + _APART)
    if alone and not any(above.strong for _, above in rows[:place]):
        return place
    apart = _set_apart(rows, 1, place)
    return apart if apart is not None and _gap(rows, apart) > 0.7 * _gap(rows, 0) else 0


def _set_apart(rows: Lines, start: int, place: int) -> int | None:
    """The last line before that of the date that has more space above it than those below it."""
    for index in range(place - 1, start - 1, -1):
        below = max(_gap(rows, one) for one in range(index + 1, place + 1))
        if _gap(rows, index) > below + _APART:
            return index
    return None


def _gap(rows: Lines, index: int) -> float:
    row, piece = rows[index]
    return piece.gap if row is piece.rows[0] else 0.0
