"""The columns of pages: a gutter that no line crosses, with texts of their own on both sides.

A column of dates beside its entries has a gutter too: there, what stands on one base line
belongs together. Columns that go on over pages are read as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from typeset.importers.documents.pdf_lines import Segment
from typeset.importers.documents.pieces import MARK
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import vocabulary

Band = list[Segment]
_NARROWEST = 6.0
_SLACK = 5.0
"""How far left of its gutter, in points, a text of the column may begin."""
_CANDIDATES = 14
_DEEPEST = 3


@dataclass
class Region:
    """A part of a page from edge to edge: one column, or two with the gutter's place."""

    columns: list[list[Segment]]
    gutter: float = 0


@dataclass
class _Open:
    """Columns that may go on over the next page."""

    gutter: float
    columns: list[list[Segment]]


def flows(pages: Sequence[Sequence[Segment]]) -> tuple[list[list[Segment]], bool]:
    """The texts of a document in reading order, each one column through all its pages.

    The second value says whether there are columns side by side.
    """
    name = max((s for page in pages[:1] for s in page), key=lambda s: s.size, default=None)
    made: list[list[Segment]] = [[]]
    held: _Open | None = None
    found = False
    for number, page in enumerate(pages):
        head, rest = _head(page, name) if number == 0 else (None, list(page))
        found_regions = [*([head] if head else []), *regions(rest, 0)]
        for index, region in enumerate(found_regions):
            if held and index == 0 and _continues(region, held):
                _extend(held, region)
            elif region.gutter:
                made += _ordered(held, name)
                held, found = _Open(region.gutter, region.columns), True
            else:
                if held:
                    made += [*_ordered(held, name), []]
                    held = None
                made[-1] += region.columns[0]
    return [flow for flow in [*made, *_ordered(held, name)] if flow], found


def _head(page: Sequence[Segment], name: Segment | None) -> tuple[Region | None, list[Segment]]:
    """The contacts that stand in a column at the right of a name, with it; and all the rest."""
    rows = bands(page)
    titles = (at for at, row in enumerate(rows) if any(_is_title(one) for one in row))
    rows = rows[: min(next(titles, len(rows)), _LONGEST_HEAD)]
    inside = [segment for row in rows for segment in row]
    if name is None or name not in inside:
        return None, list(page)
    beside = [one for one in inside if one.left > name.right + _NARROWEST]
    left = min((one.left for one in beside), default=0.0)
    told = sum(is_contact_line(one.text) for one in beside)
    aligned = len({round(one.left / 3) for one in beside}) == 1 or (
        len({round(one.right / 3) for one in beside}) == 1
    )
    last = max((at for at, row in enumerate(rows) if any(s in beside for s in row)), default=-1)
    others = [one for row in rows[: last + 1] for one in row if one not in beside]
    apart = all(one.right < left - _NARROWEST for one in others)
    if len(beside) < 2 or told * 2 < len(beside) or not aligned or not apart:
        return None, list(page)
    taken = {id(one) for one in (*others, *beside)}
    rest = [one for one in page if id(one) not in taken]
    return Region([others, beside], left), rest


_LONGEST_HEAD = 8
"""Lines among which a name and its contacts stand."""


def bands(segments: Sequence[Segment]) -> list[Band]:
    """Segments that stand on one base line, from the top of the page."""
    made: list[Band] = []
    for segment in sorted(segments, key=lambda s: (-s.base, s.left)):
        if made and abs(made[-1][0].base - segment.base) <= 0.4 * min(
            made[-1][0].size, segment.size
        ):
            made[-1].append(segment)
        else:
            made.append([segment])
    return made


def regions(segments: list[Segment], depth: int) -> list[Region]:
    """A page, or a column of it, as regions from top to bottom."""
    rows = bands(segments)
    found = _gutter(rows) if depth < _DEEPEST else None
    if found is None:
        return [Region([segments])] if segments else []
    gutter, start, end = found
    while len(rows[end - 1]) == 1 and _is_title(rows[end - 1][0]):
        end -= 1  # a title with nothing under it stands over what follows
    above = [s for row in rows[:start] for s in row]
    below = [s for row in rows[end:] for s in row]
    inside = [s for row in rows[start:end] for s in row]
    columns: list[list[Segment]] = []
    for side in (
        [s for s in inside if s.left < gutter - _SLACK],
        [s for s in inside if s.left >= gutter - _SLACK],
    ):
        inner = [column for region in regions(side, depth + 1) for column in region.columns]
        columns.append([segment for column in inner for segment in column])
    return [*regions(above, depth + 1), Region(columns, gutter), *regions(below, depth + 1)]


def _gutter(rows: list[Band]) -> tuple[float, int, int] | None:
    """A gutter's right edge and the rows from which and to which it goes."""
    starts = Counter(round(s.left) for row in rows for s in row if s is not min_left(row))
    starts += Counter(round(row[0].left) for row in rows)
    best: tuple[int, float, int, int] | None = None
    for place, _ in starts.most_common(_CANDIDATES):
        x = min(s.left for row in rows for s in row if round(s.left) == place)
        for start, end in _runs(rows, x):
            part = rows[start:end]
            if _are_columns(part, x):
                score = sum(len(row) for row in part)
                if best is None or score > best[0]:
                    best = (score, x, start, end)
    return best[1:] if best else None


def min_left(row: Band) -> Segment:
    """The first segment of a row."""
    return min(row, key=lambda segment: segment.left)


def _runs(rows: list[Band], x: float) -> list[tuple[int, int]]:
    """The longest stretches of rows that nothing crosses at `x`."""
    found: list[tuple[int, int]] = []
    start = 0
    for index, row in enumerate([*rows, None]):
        if row is None or any(s.left < x - _SLACK and s.right > x - _NARROWEST for s in row):
            if index - start >= 5:
                found.append((start, index))
            start = index + 1
    return found


def _are_columns(rows: list[Band], x: float) -> bool:
    """Whether two texts stand side by side, rather than one text with its dates or labels."""
    # A bullet is no column's text: what it marks stands right of it.
    left = [
        [s for s in row if s.left < x - _SLACK and not MARK.fullmatch(s.text + " ")] for row in rows
    ]
    right = [[s for s in row if s.left >= x - _SLACK] for row in rows]
    lefts, rights = [row for row in left if row], [row for row in right if row]
    if len(lefts) < 3 or len(rights) < 4 or not _keep_to_edges(rights, x):
        return False
    titled = [any(_is_title(s) for row in side for s in row) for side in (lefts, rights)]
    # Titles stand over both kinds of layout: what is under them tells which it is.
    texts = [[row for row in side if not _is_title(row[0])] for side in (lefts, rights)]
    least = min(map(len, texts))
    if least < 2:
        return False
    both = sum(
        bool(a and b) and not _is_title(a[0]) and not _is_title(b[0])
        for a, b in zip(left, right, strict=True)
    )
    if any(sum(map(_has_date, side)) >= 0.4 * len(side) for side in texts):
        return False
    if all(map(_is_running, texts)) or all(map(_has_large, (lefts, rights))):
        return True
    if both > 0.6 * least:
        return all(titled)
    return any(titled) or both < 0.35 * least


def _keep_to_edges(rows: list[Band], x: float) -> bool:
    """Whether rows begin at their gutter, or at an indent that others have, as under titles.

    Texts that are centred there or set to the right do not.
    """
    edges = [min_left(row).left for row in rows]
    shared = Counter(map(round, edges))
    indented = sum(edge > x + _AT_EDGE and shared[round(edge)] >= _FEW_INDENTED for edge in edges)
    at_edge = sum(edge <= x + _AT_EDGE for edge in edges)
    return at_edge >= _LEAST_AT_EDGE * len(rows) and 2 * (at_edge + indented) >= len(rows)


_AT_EDGE = 4
"""How far from its gutter, in points, a text begins at it."""
_FEW_INDENTED = 3
"""Lines that share an indent, at the least."""
_LEAST_AT_EDGE = 0.2
"""The share of lines, titles and heads among them, that begin at the gutter itself."""


def _is_title(segment: Segment) -> bool:
    text = segment.text
    return len(text) < 40 and bool(kinds_of(text.rstrip(":："), vocabulary()))


def _has_large(rows: list[Band]) -> bool:
    """Whether lines stand out by their size, as titles do that are not known."""
    usual = median(row[0].size for row in rows)
    return sum(len(row) == 1 and row[0].size > _LARGER * usual for row in rows) >= _FEW


_LARGER = 1.12
"""How much larger than the text a title is at the least."""
_FEW = 2


def _is_running(rows: list[Band]) -> bool:
    """Whether rows are running text, as neither dates nor labels are."""
    long = sum(sum(len(segment.text.split()) for segment in row) >= _WORDY for row in rows)
    return long >= _WORDY and 5 * long > len(rows)


_WORDY = 5
"""Words of a line of running text, and lines of it, at the least."""


def _has_date(row: Band) -> bool:
    text = " ".join(segment.text for segment in row)
    return len(text) < 40 and bool(find_date(text, vocabulary()))


def _continues(region: Region, held: _Open) -> bool:
    if region.gutter:
        return abs(region.gutter - held.gutter) < 12
    segments = region.columns[0]
    return all(s.left >= held.gutter - 4 for s in segments) or all(
        s.right <= held.gutter for s in segments
    )


def _extend(held: _Open, region: Region) -> None:
    if region.gutter:
        for column, more in zip(held.columns, region.columns, strict=True):
            column += more
    else:
        segments = region.columns[0]
        held.columns[all(s.left >= held.gutter - 4 for s in segments)] += segments


def _ordered(held: _Open | None, name: Segment | None) -> list[list[Segment]]:
    """Columns from left to right, but for one that holds the name: it is read first."""
    if held is None:
        return []
    first, second = held.columns
    held_second = any(s is name for s in second)
    main, side = (second, first) if held_second else (first, second)
    if not held_second and not any(s is name for s in first):
        return [first, second]
    contacts, rest = _before_titles(side)
    told = sum(is_contact_line(one.text) for one in contacts)
    if told < _FEW or told * 2 < len(contacts):
        return [main, side]
    # Contacts at the top of the other column, with no title of their own, go with the name.
    head, body = _before_titles(main)
    return [flow for flow in (head, contacts, body, rest) if flow]


_FEW = 2


def _before_titles(column: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    """The segments of a column that stand over the first title of a section, and the others."""
    page = min(segment.page for segment in column)
    rows = bands([segment for segment in column if segment.page == page])
    first = next((row[0].base for row in rows if any(map(_is_title, row))), None)
    over = [s for s in column if s.page == page and (first is None or s.base > first + s.size / 2)]
    taken = set(map(id, over))
    return over, [segment for segment in column if id(segment) not in taken]
