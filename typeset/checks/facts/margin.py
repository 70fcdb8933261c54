"""Section titles that stand in the margin, beside the text they are of, as lines of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from typeset.checks.facts.lines import Line
from typeset.checks.facts.model import Piece

_CLEAR = 3.0
"""Points between a title and where the text begins."""


def margin_left(lines: Iterable[Line]) -> float:
    """Where most lines begin."""
    lefts = Counter(round(line.pieces[0].x) for line in lines)
    return float(lefts.most_common(1)[0][0]) if lefts else 0.0


def without_margin(lines: list[Line], font: str) -> Iterator[Line]:
    """The lines, with what stands wholly left of the text taken off as a line before it.

    A title of two lines is one line. `font` is the text's, in which no title is set.
    """
    left = margin_left(lines)
    title: list[Line] = []
    for line in lines:
        first, *rest = line.parts
        apart = all(piece.font != font for piece in first)
        aside = apart and first[-1].box[2] < left - _CLEAR and first[0].box[0] < left - 20
        if aside and title and not rest and _goes_on(title[-1].pieces[-1], first[0]):
            title.append(Line(line.page, first))
            continue
        yield from _joined(title)
        title = []
        if aside:
            title = [Line(line.page, first)]
            if rest:
                yield from _joined(title)
                title = []
                yield Line(line.page, tuple(piece for part in rest for piece in part))
        else:
            yield line
    yield from _joined(title)


def _goes_on(before: Piece, after: Piece) -> bool:
    """Whether a piece is the next line of the same title."""
    near = 0 < before.y - after.y < 1.5 * before.size
    return near and before.font == after.font and abs(before.size - after.size) < 0.1


def _joined(title: list[Line]) -> Iterator[Line]:
    if title:
        yield Line(title[0].page, tuple(piece for line in title for piece in line.pieces))
