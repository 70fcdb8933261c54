"""Plain text that Pandoc made of definitions: terms in the margin, texts set in under them."""

from __future__ import annotations

from itertools import groupby

from typeset.importers.text.markup.blocks import Block, Definitions, Line, Paragraph
from typeset.importers.text.markup.inline import escape
from typeset.importers.text.markup.line_ends import lines_of
from typeset.importers.text.markup.rows import BULLET, UNDERLINE, Row
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date, is_only_date

_FEWEST = 2
_LONGEST = 5


def hung_terms(rows: list[Row], record: Record) -> dict[int, tuple[Block, int]]:
    """Where terms begin under a title of skills: the definitions, and the index after them.

    "Skills" over an empty line, "TOOLS" in the margin and "    saws, planes" right under it.
    """
    found: dict[int, tuple[Block, int]] = {}
    end = 0
    for at in range(len(rows) - 1):
        if at < end or rows[at].indent or not _is_title(rows, at, record):
            continue
        begin = next((i for i in range(at + 1, len(rows)) if _is_words(rows[i])), at)
        terms, end = _terms(rows, begin, record)
        if len(terms) >= _FEWEST:
            record.choose(rows[begin].number, "terms-in-margin", rows[begin].text, "groups")
            found[begin] = (Definitions(rows[begin].number, terms), end)
    return found


def _is_words(row: Row) -> bool:
    return bool(row.text) and not UNDERLINE.fullmatch(row.text)


def _is_title(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a line names skills as a section's title does, with nothing right under it."""
    text, below = rows[at].text, rows[at + 1]
    free = bool(text) and not _is_words(below) and (not at or not rows[at - 1].text)
    return free and kinds_of(text.rstrip(":"), record.vocabulary) == ["skills"]


def _terms(rows: list[Row], at: int, record: Record) -> tuple[list[tuple[Line, list[Block]]], int]:
    """The terms from a row on, each with the paragraphs set in under it, and the index after."""
    found: list[tuple[Line, list[Block]]] = []
    while at < len(rows) and _is_term(rows, at, record):
        end = at + 1
        while end < len(rows) and (rows[end].indent or not rows[end].text):
            end += 1
        below = rows[at + 1 : end]
        if any(BULLET.match(row.text) for row in below):
            return [], end
        texts = [list(some) for told, some in groupby(below, lambda row: bool(row.text)) if told]
        term = Line(rows[at].number, escape(rows[at].text.rstrip(":")))
        found.append((term, [Paragraph(_flowing(lines_of(text))) for text in texts]))
        at = end
    return found, at


def _flowing(lines: list[Line]) -> list[Line]:
    """The lines of a text as a margin cut them, where commas part it."""
    listed = any("," in line.text for line in lines)
    return [Line(line.number, line.text, line.hard and not listed) for line in lines]


def _is_term(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a short line without a date stands in the margin, right over a text set in."""
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else rows[at]
    short = _is_words(row) and len(row.text.split()) <= _LONGEST and not BULLET.match(row.text)
    under = not row.indent and below.indent > 1 and not rows[at - 1].text
    return short and under and not find_date(row.text, record.vocabulary)


def with_heads_together(rows: list[Row], record: Record) -> list[Row]:
    """The rows without the empty one between two lines that head a text under a date.

    "2019 - 2021" in the margin, and set in under it "Moss Museum", "Keeper" and what was done,
    each under an empty line.
    """
    gone: set[int] = set()
    for at in range(len(rows) - _HEAD):
        if rows[at].indent or not rows[at].text or not rows[at + 1 : at + 2]:
            continue
        first = at + 1 + (not rows[at + 1].text)
        if not _is_loose_head(rows[first : first + _HEAD]):
            continue
        if is_only_date(rows[at].text, record.vocabulary):
            gone.add(first + 1)
    return [row for at, row in enumerate(rows) if at not in gone] if gone else rows


_HEAD = 5
_LONGEST_LINE = 8


def _is_loose_head(rows: list[Row]) -> bool:
    """Whether two short lines stand over a text, all set in as far, with empty lines between."""
    if len(rows) < _HEAD or [bool(row.text) for row in rows] != [True, False] * 2 + [True]:
        return False
    one, other, text = rows[::2]
    lines = (one.text, other.text)
    short = all(len(line.split()) <= _LONGEST_LINE and line[-1] not in ".:;,!?" for line in lines)
    marked = any(BULLET.match(line) or not line[0].isupper() for line in lines)
    return short and not marked and 1 < one.indent == other.indent <= text.indent
