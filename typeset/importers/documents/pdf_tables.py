"""Tables of a PDF's pages: lines whose texts stand under those of the first, cell under cell.

A rule under its first line tells a table of two columns or more; three columns or more that
keep to their edges for several rows are one without it, and so are two whose first holds labels.
Text wraps within a cell: a row ends where more space follows than between the lines of a cell,
or where its first cell is filled anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from typeset.importers.documents.glyphs import Rule
from typeset.importers.documents.pdf_columns import Band, bands
from typeset.importers.documents.pdf_lines import Segment
from typeset.importers.documents.pdf_spacing import is_title
from typeset.importers.documents.pdf_wrapping import cuts_link
from typeset.importers.documents.pieces import MARK
from typeset.importers.documents.runs import wholly_strong
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.vocabulary import vocabulary

_ALIGNED = 2.5
"""How far from its column's edge a text stands at the most, in points."""
_PADDING = 1.2
"""Space between rows, in points, that lines of one row do not have."""
_FARTHEST = 3.2
"""The distance of two rows at the most, in sizes."""
_FEW = 3
_LONGEST_LABEL = 4
"""Words of a label, at the most."""
_KNOWN = 2
"""One in so many labels of a table is known, at the least."""

Cells = list[list[list[Segment]]]
"""The lines of a table's cells, row by row."""


@dataclass
class Grid:
    """A table: its bands of segments, each cut into its columns, and the edges of those."""

    edges: list[float]
    right: float
    rights: list[float]
    leading: float
    bands: list[list[list[Segment]]] = field(default_factory=list)
    headed: bool = False


def with_tables(segments: Sequence[Segment], rules: Sequence[Rule]) -> list[Segment]:
    """A page's segments, those of a table in one that holds its cells."""
    rows = bands(segments)
    rules = _joined(rules)
    made: list[Segment] = []
    at = 0
    while at < len(rows):
        grid = _ruled(rows, at, rules) or _aligned(rows, at) or _labelled(rows, at)
        if grid:
            made.append(_table(grid))
            at += len(grid.bands)
        else:
            made += rows[at]
            at += 1
    return made


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules that are drawn cell by cell as one."""
    made: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (round(one.base), one.left)):
        last = made[-1] if made else None
        if last and abs(rule.base - last.base) < 1 and rule.left < last.right + _ALIGNED:
            made[-1] = Rule(last.left, max(last.right, rule.right), last.base)
        else:
            made.append(rule)
    return made


def join_over_pages(pages: list[list[Segment]]) -> list[Segment]:
    """Put a table that goes on over a page's end together; the heads that are said again."""
    dropped: list[Segment] = []
    last: Segment | None = None
    for page in pages:
        first = page[0] if page else None
        if last and first and first.headed and _said(first) == _said(last):
            dropped += [one for cell in first.cells[0] for one in cell]
            rows = first.cells[1:]
            if rows and _goes_on(rows[0]):
                for cell, more in zip(last.cells[-1], rows.pop(0), strict=True):
                    cell += more
            last.cells += rows
            del page[0]
        last = page[-1] if page and page[-1].headed else last if not page else None
    return dropped


def _said(table: Segment) -> list[str]:
    return [" ".join(one.text for one in cell) for cell in table.cells[0]]


def _goes_on(row: list[list[Segment]]) -> bool:
    """Whether a page's end cut a row: its first cell is empty, or begins within a sentence."""
    return not row[0] or row[0][0].text[:1].islower()


def _ruled(rows: list[Band], at: int, rules: Sequence[Rule]) -> Grid | None:
    """A table whose first line has a rule under it, and texts under the line's."""
    head = sorted(rows[at], key=lambda one: one.left)
    if len(head) < 2 or at + 1 >= len(rows):
        return None
    base, below = head[0].base, rows[at + 1][0].base
    for rule in rules:
        inside = rule.left - 1 < head[0].left and head[-1].right < rule.right + 1
        if inside and below < rule.base < base and base - rule.base < 1.5 * head[0].size:
            grid = _grid(rows, at, rule.right)
            if any(len(_filled(band)) > 1 for band in grid.bands[1:]):
                grid.headed = True
                return grid
    return None


def _aligned(rows: list[Band], at: int) -> Grid | None:
    """A table of three columns or more, most of its lines with several texts.

    A bullet is no cell: what stands beside an item of a list is another column of the page.
    """
    texts = [one.text for one in rows[at]]
    if len(texts) < _FEW or any(
        is_contact_line(text) or MARK.fullmatch(text + " ") for text in texts
    ):
        return None
    grid = _grid(rows, at, max(one.right for row in rows for one in row))
    full = [band for band in grid.bands if len(_filled(band)) >= _FEW]
    told = len(full) >= _FEW and 2 * len(full) >= len(grid.bands)
    contacts = any(is_contact_line(s.text) for band in full for cell in band for s in cell)
    return grid if told and not contacts else None


def _labelled(rows: list[Band], at: int) -> Grid | None:
    """A table of two columns, of labels and what they name, that ends where it leaves space."""
    if len(rows[at]) != 2:
        return None
    grid = _grid(rows, at, max(one.right for row in rows for one in row))
    full = [band for band in grid.bands if len(_filled(band)) == 2]
    alone = [band for band in grid.bands if _filled(band) == [0]]
    dated = len(full) == len(grid.bands) and _are_dates(full)  # else entries beside a margin
    if alone or not ((len(full) >= _FEW and _are_labels(full)) or dated):
        return None
    after = rows[at + len(grid.bands) :]
    space = _base(grid.bands[-1]) - after[0][0].base if after else grid.leading * 2
    return grid if space > grid.leading + _PADDING else None


def _are_dates(full: Sequence[list[list[Segment]]]) -> bool:
    """Whether the first texts of several rows are dates."""
    return len(full) > 1 and all(is_only_date(_first_text(band), vocabulary()) for band in full)


def _first_text(band: list[list[Segment]]) -> str:
    return " ".join(one.text for one in band[0])


def _are_labels(full: Sequence[list[list[Segment]]]) -> bool:
    """Whether the first texts of rows are bold beside others that are not, or known labels."""
    texts = list(map(_first_text, full))
    if any(len(text.split()) > _LONGEST_LABEL for text in texts):
        return False
    known = sum(bool(vocabulary().label(text.rstrip(":："))) for text in texts)
    loud = all(wholly_strong(one.runs()) for cell, _ in full for one in cell)
    quiet = sum(not wholly_strong(one.runs()) for _, cell in full for one in cell)
    return _KNOWN * known >= len(texts) or (loud and 2 * quiet > len(full))


def _filled(band: list[list[Segment]]) -> list[int]:
    return [column for column, cell in enumerate(band) if cell]


def _grid(rows: list[Band], at: int, right: float) -> Grid:
    """The bands from one on that keep to its edges."""
    head = sorted(rows[at], key=lambda one: one.left)
    leading = _nearest(rows, head[0].size)
    grid = Grid([one.left for one in head], right, [one.right for one in head], leading)
    grid.bands.append([[one] for one in head])
    for above, band in pairwise(rows[at:]):
        distance = above[0].base - band[0].base
        cells = _cut(band, grid)
        close = distance <= leading + _PADDING
        titled = len(band) == 1 and is_title(band[0].text) and not (close and cells and cells[-1])
        if cells is None or titled or distance > _FARTHEST * above[0].size:
            break
        lone = _filled(cells) == [0] and len(grid.bands) > 1
        if lone and not close:
            break  # a title, or a paragraph that is short
        grid.bands.append(cells)
    return grid


def _nearest(rows: list[Band], size: float) -> float:
    """The least distance of two lines of a size."""
    found = (
        above[0].base - below[0].base
        for above, below in pairwise(rows)
        if abs(above[0].size - size) < 0.6 and abs(below[0].size - size) < 0.6
    )
    return min((one for one in found if one > 0.9 * size), default=1.2 * size)


def _cut(band: Band, grid: Grid) -> list[list[Segment]] | None:
    """The segments of a band column by column, or none where one crosses an edge."""
    cells: list[list[Segment]] = [[] for _ in grid.edges]
    for segment in sorted(band, key=lambda one: one.left):
        for column, part in _parts(segment, grid):
            after = grid.edges[column + 1] if column + 1 < len(grid.edges) else grid.right + 1
            aligned = (
                abs(part.left - grid.edges[column]) < _ALIGNED
                or abs(part.right - grid.rights[column]) < _ALIGNED
                or abs(sum((part.left, part.right, -grid.edges[column], -grid.rights[column])))
                < 2 * _ALIGNED
            )
            if part.right > after - 1 or not (aligned or cells[column]):
                return None
            cells[column].append(part)
    return cells


def _parts(segment: Segment, grid: Grid) -> Iterator[tuple[int, Segment]]:
    """A segment cut where a word begins at a column's edge, each part with its column."""
    start = 0
    column = _column(segment.left, grid)
    for at, glyph in enumerate(segment.glyphs):
        place = _column(glyph.left, grid)
        if at and glyph.space and place > column and abs(glyph.left - grid.edges[place]) < 2:
            yield column, segment.part(start, at)
            start, column = at, place
    yield column, segment.part(start, len(segment.glyphs)) if start else segment


def _column(left: float, grid: Grid) -> int:
    before = [column for column, edge in enumerate(grid.edges) if edge <= left + _ALIGNED]
    return before[-1] if before else 0


def _table(grid: Grid) -> Segment:
    """A segment that stands for a table, from its first line to its last."""
    found = [one for band in grid.bands for cell in band for one in cell]
    made = Segment([glyph for one in found for glyph in one.glyphs], found[0].number, found[0].page)
    made.measure()
    made.base = found[0].base
    made.cells, made.headed = _rows(grid), grid.headed
    return made


def _rows(grid: Grid) -> Cells:
    """A table's rows: the lines of each of their cells."""
    distances = [_base(above) - _base(below) for above, below in pairwise(grid.bands)]
    apart = grid.leading + _PADDING
    padded = max(distances[grid.headed and len(distances) > 1 :]) > apart
    rows: Cells = []
    for distance, band in zip([0.0, *distances], grid.bands, strict=True):
        filled = _filled(band)
        anew = filled[0] == 0 and len(filled) > 1
        begins = distance > apart if padded else anew and not _goes_on_in_link(rows, band)
        if not rows or begins or (grid.headed and len(rows) == 1):
            rows.append([[] for _ in grid.edges])
        for column, cell in enumerate(band):
            rows[-1][column] += cell
    return rows


def _goes_on_in_link(rows: Cells, band: list[list[Segment]]) -> bool:
    """Whether a line of a cell goes on with an address that the line over it cuts."""
    return bool(rows) and any(
        above and below and cuts_link(above[-1].runs(), below[0].runs())
        for above, below in zip(rows[-1], band, strict=True)
    )


def _base(band: list[list[Segment]]) -> float:
    return next(one.base for cell in band for one in cell)
