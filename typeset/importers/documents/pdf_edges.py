"""Narrow gaps that are a column's: many lines have one, and the texts behind it are aligned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from typeset.importers.documents.glyphs import Glyph
from typeset.importers.documents.pdf_lines import Segment, spelled

_GAP = 0.55
"""A gap this wide, in sizes, is wider than a space, and may part columns."""
_WIDER = 1.5
"""How much wider than the least space of its line it is, where lines are justified."""
_MARK = re.compile(r"\W|[\da-z]{1,2}[.)]", re.IGNORECASE)
_LEAST = 3
"""Lines whose texts begin at an edge, at the least, of which two have something before it."""


def cut_at_edges(segments: Sequence[Segment]) -> list[Segment]:
    """Segments, those cut that reach over the edge of a column ("2014 – 2018  Mechanic, …")."""
    begun = Counter((one.page, round(one.left)) for one in segments)
    reached = Counter(
        (one.page, round(one.glyphs[at].left)) for one in segments for at in _gaps(one.glyphs)
    )
    made: list[Segment] = []
    for segment in segments:
        start = 0
        for at in _gaps(segment.glyphs):
            edge = segment.glyphs[at].left
            held = _near(reached, segment.page, edge)
            if held > 1 and held + _near(begun, segment.page, edge) >= _LEAST:
                made.append(segment.part(start, at))
                start = at
        made.append(segment.part(start, len(segment.glyphs)) if start else segment)
    return made


def _gaps(glyphs: list[Glyph]) -> list[int]:
    """The places of characters behind a gap; that of a bullet or number is no column's."""
    spaces = {
        at: glyphs[at].left - glyphs[at - 1].right
        for at in range(1, len(glyphs))
        if glyphs[at].space
    }
    usual = min(spaces.values()) if len(spaces) > 1 else 0.0
    least = max(_GAP * glyphs[0].size, _WIDER * usual)
    return [
        at
        for at, space in spaces.items()
        if space > least and not _MARK.fullmatch(spelled(glyphs[:at]))
    ]


def _near(counts: Counter[tuple[int, int]], page: int, edge: float) -> int:
    return sum(counts[(page, round(edge) + off)] for off in (-1, 0, 1))
