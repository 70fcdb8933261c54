"""The "Save to PDF" of a LinkedIn profile page: its main column by its own signs.

A company in 12 points, a role in 11.5, dates with their duration in brackets, a place; with
several roles, the company's whole time stands under its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from typeset.importers.documents.pieces import Item, Piece, Row
from typeset.importers.documents.runs import Run
from typeset.importers.text.sections.titles import kind_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import vocabulary

_ADDRESS = re.compile(r"linkedin\.com/in/", re.IGNORECASE)
_DURATION = re.compile(r"\d{1,2}\s+[^\W\d]+(?:\s+\d{1,2}\s+[^\W\d]+)?")
_RANGE = re.compile(rf"[^()]*\d{{4}}\b[^()]*\({_DURATION.pattern}\)")


def is_linkedin_page(items: Sequence[Item]) -> bool:
    """Whether a PDF's pieces have the signs of LinkedIn's page."""
    pieces = [item for item in _by_lines(items) if isinstance(item, Piece)]
    return any(_ADDRESS.search(piece.text) for piece in pieces) and any(map(_is_range, pieces))


def _by_lines(items: Sequence[Item]) -> Iterator[Item]:
    """The items, each line of a piece that was meant to end as one of its own."""
    for item in items:
        ends = (
            [at for at, row in enumerate(item.rows, 1) if row.hard]
            if isinstance(item, Piece)
            else []
        )
        if not isinstance(item, Piece) or len(ends) < 2:
            yield item
            continue
        for start, end in pairwise([0, *ends[:-1], len(item.rows)]):
            yield replace(item, rows=item.rows[start:end], gap=0.0 if start else item.gap)


def _is_range(piece: Piece) -> bool:
    """Whether a piece is the line of dates under a role."""
    found = find_date(piece.text, vocabulary()) if _RANGE.fullmatch(piece.text) else None
    return piece.depth < 0 and found is not None and found.begin == 0


def _headed(items: list[Item]) -> list[Item]:
    """The items, the lines under the name parted: a headline of one line or more, and the place."""
    at = next((i for i, one in enumerate(items) if isinstance(one, Piece) and _is_name(one)), -1)
    rows: list[Row] = []
    end = at + 1
    while at >= 0 and end < len(items):
        item = items[end]
        if not isinstance(item, Piece) or item.depth >= 0 or item.look.size > _LARGEST_HEADLINE:
            break
        rows += item.rows
        end += 1
    first = items[at + 1] if len(rows) > 1 else None
    if not isinstance(first, Piece) or len(rows) > _LONGEST_HEADLINE:
        return items
    for row in rows[:-2]:
        row.hard = False
    rows[-2].hard = True
    parts = [replace(first, rows=rows[:-1]), replace(first, rows=rows[-1:])]
    return [*items[: at + 1], *parts, *items[end:]]


def _is_name(piece: Piece) -> bool:
    return piece.look.size > _SMALLEST_NAME


_SMALLEST_NAME, _LARGEST_HEADLINE = 20.0, 14.0
"""The sizes that tell a name, and what stands under it until the first section's title."""
_LONGEST_HEADLINE = 6


def linkedin_items(items: list[Item]) -> list[Item]:
    """The items with the heads of positions as headings."""
    items = _headed(items)
    made: list[Item] = []
    section: list[Piece] = []
    kind = ""
    for item in [*_by_lines(items), None]:
        found = ""
        if isinstance(item, Piece) and len(item.text) < 40 and item.depth < 0:
            found = kind_of(item.text, vocabulary())
        if item is None or found or not isinstance(item, Piece):
            made += _positions(section) if kind == "work" else section
            section = []
            kind = found
            made += [item] if item is not None else []
        else:
            section.append(item)
    return made


def _positions(pieces: list[Piece]) -> list[Item]:
    dates = [index for index, piece in enumerate(pieces) if index and _is_range(piece)]
    made: list[Item] = []
    done = 0
    for place, at in enumerate(dates):
        role = pieces[at - 1]
        company, span = _company(pieces, at - 1, done)
        start = at - 1 - (company is not None) - (span is not None)
        made += pieces[done:start]
        where = _place(pieces, at, role)
        done = at + 1 + (where is not None)
        following = dates[place + 1] if place + 1 < len(dates) else None
        several = span is not None or (
            company is not None
            and following is not None
            and _company(pieces, following - 1, done)[0] is None
        )
        if company is not None and not several:
            made.append(_joined([role, company, *([where] if where else []), pieces[at]], 3))
            continue
        if company is not None:
            made.append(_joined([company], 3))
            made += [span] if span else []
        made.append(_joined([role, pieces[at]], 4))
        made += [where] if where else []
    return [*made, *pieces[done:]]


def _company(pieces: list[Piece], role: int, done: int) -> tuple[Piece | None, Piece | None]:
    """The company over a role, and the whole time there, where they stand above it."""
    span = pieces[role - 1] if role - 1 >= done else None
    if span and _DURATION.fullmatch(span.text) and role - 2 >= done:
        return pieces[role - 2], span
    if span and span.depth < 0 and _is_over(span, pieces[role], pieces[role + 1]):
        return span, None
    return None, None


def _is_over(line: Piece, role: Piece, dates: Piece) -> bool:
    """Whether a line is a company's: larger than the role under it, or as large and close to it."""
    close = role.gap < _NO_GAP and line.look.size > dates.look.size + _LARGER
    return line.look.size > role.look.size + 0.2 or (close and line.look.size >= role.look.size)


_NO_GAP = 1.0
"""Space, in points, that lines of one head do not have between them."""
_LARGER = 0.6
"""How much larger than its dates a company is, in points."""


def _place(pieces: list[Piece], at: int, role: Piece) -> Piece | None:
    """The place under the dates: short, no sentence, in their size."""
    found = pieces[at + 1] if at + 1 < len(pieces) else None
    if found is None or found.depth >= 0 or found.look.size > role.look.size - 0.2:
        return None
    short = len(found.text.split()) <= 7 and not re.search(r"[.!?:]$", found.text)
    return found if short and abs(found.look.size - pieces[at].look.size) < 0.3 else None


def _joined(pieces: list[Piece], level: int) -> Piece:
    runs: list[Run] = []
    for piece in pieces:
        for row in piece.rows:
            runs += [*([Run("\t")] if runs else []), *row.runs]
    first = pieces[0]
    return Piece([Row(first.number, runs)], first.look, level=level, gap=first.gap, head=True)
