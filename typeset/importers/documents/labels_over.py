"""Contacts whose labels stand over their values, in lines of their own: one line for both."""

from __future__ import annotations

from collections.abc import Iterable

from typeset.importers.documents.pieces import Item, Piece
from typeset.importers.documents.runs import Run
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of

_LONGEST = 4
"""Words of a label."""


def put_labels_beside(items: Iterable[Item], record: Record) -> list[Item]:
    """The items, each bold label of a section of contacts put before the value under it."""
    made: list[Item] = []
    inside = False
    for item in items:
        if isinstance(item, Piece) and item.level:
            inside = "contact" in kinds_of(item.text.rstrip(":："), record.vocabulary)
        if not inside or not isinstance(item, Piece) or item.level or item.depth >= 0:
            made.append(item)
            continue
        lines = _lines(item)
        for line in lines if any(map(_is_label, lines)) else [item]:
            before = made[-1]
            if isinstance(before, Piece) and _is_label(before) and not line.strong:
                colon = [] if before.text.endswith((":", "：")) else [Run(":")]
                line.rows[0].runs = [*before.rows[0].runs, *colon, Run(" "), *line.rows[0].runs]
                made.pop()
            made.append(line)
    return made


def _lines(piece: Piece) -> list[Piece]:
    """Each line of a piece as one of its own."""
    return [Piece([row], piece.look, gap=piece.gap, left=piece.left) for row in piece.rows]


def _is_label(piece: Piece) -> bool:
    short = len(piece.rows) == 1 and len(piece.text.split()) <= _LONGEST
    return short and piece.strong and not piece.level and piece.depth < 0
