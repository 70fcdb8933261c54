"""Bullets that are drawn and not set: a small dot or square before a line is its mark."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from typeset.importers.documents.glyphs import Box, Glyph, PdfPage
from typeset.importers.documents.pdf_fonts import Font

_LEAST, _MOST = 0.15, 0.5
"""How large a bullet is, by the size of its text; a timeline's dots are larger."""
_FARTHEST = 2.5
"""How far from its text it stands, in sizes."""
_BETWEEN = 3.0
"""How near to each other, in their widths, dots are that stand in a row: a skill's level."""


def set_marks(page: PdfPage, *, mirrored: bool) -> None:
    """Put a bullet before each line that has one drawn."""
    dots = [
        (page.width - right, bottom, page.width - left, top) if mirrored
        else (left, bottom, right, top)
        for left, bottom, right, top in page.dots
    ]  # fmt: skip
    marked: dict[int, Glyph] = {}
    for dot in _alone(dots):
        glyph = _marked(dot, page.glyphs)
        if glyph is not None:
            mark = Glyph("•", dot[0], dot[2], glyph.base, glyph.size, Font(), space=2)
            marked[id(glyph)] = mark
            glyph.space = max(glyph.space, 1)
    if marked:
        page.glyphs = [
            one
            for glyph in page.glyphs
            for one in (marked.get(id(glyph)), glyph)
            if one is not None
        ]


def _alone(dots: Iterable[Box]) -> list[Box]:
    """The dots that stand in no row of dots."""
    ordered = sorted(dots, key=lambda dot: (round(dot[1]), dot[0]))
    rows = {
        one
        for before, after in pairwise(ordered)
        if abs(before[1] - after[1]) < 1
        and after[0] - before[2] < _BETWEEN * (before[2] - before[0])
        for one in (before, after)
    }
    return [dot for dot in ordered if dot not in rows]


def _marked(dot: Box, glyphs: list[Glyph]) -> Glyph | None:
    """The first character of the line that a dot stands before."""
    left, bottom, right, top = dot
    middle = (bottom + top) / 2
    line = [
        glyph
        for glyph in glyphs
        if 0.1 * glyph.size < middle - glyph.base < 0.6 * glyph.size
        and _LEAST * glyph.size < right - left < _MOST * glyph.size
    ]
    first = min((g for g in line if g.left > right - 0.5), key=lambda g: g.left, default=None)
    if first is None or first.left - right > _FARTHEST * first.size:
        return None
    beside = any(left - 1.5 * first.size < glyph.right < right for glyph in line)
    return None if beside else first
