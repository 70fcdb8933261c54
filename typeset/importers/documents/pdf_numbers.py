"""Numbered lists of a PDF: lines that begin with 1, 2, 3 at one edge, their texts hung beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from typeset.importers.documents.pdf_rows import Line
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.vocabulary import vocabulary

_NUMBERED = re.compile(r"\(?(\d{1,3})[.)](?=[ \t\u2002]+\S)")
_NEAR = 2.5
"""How far from one another the edges of a list's items stand, in points."""


@dataclass
class _Item:
    """A line that may be a list's item: its place, number, characters and edges."""

    index: int
    number: int
    length: int
    left: float
    text_left: float


def mark_numbers(lines: list[Line]) -> None:
    """Give the items of numbered lists their mark, and take the number off their text.

    What counts up from 1 is a list, and so is what goes on where one before it ended; a
    single 1 is one where its next line hangs. Titles that are numbered stay as they are.
    """
    last = 0
    for run in _runs(lines, list(_items(lines))):
        follows = run[0].number == last + 1 if last else False
        if follows or (run[0].number == 1 and (len(run) > 1 or _hangs(lines, run[0]))):
            last = run[-1].number
            for item in run:
                _take(lines[item.index], item)


def _items(lines: list[Line]) -> Iterator[_Item]:
    for index, line in enumerate(lines):
        found = _NUMBERED.match(line.text)
        if not found or line.mark or line.strong:
            continue
        if kinds_of(line.text[found.end() :].strip(), vocabulary()):
            continue
        glyphs = [glyph for segment in line.segments for glyph in segment.glyphs]
        text_left = glyphs[len(found[0])].left
        yield _Item(index, int(found[1]), len(found[0]), line.left, text_left)


def _runs(lines: list[Line], items: list[_Item]) -> Iterable[list[_Item]]:
    """Items that count up, none of what stands between them further left than they."""
    runs: list[list[_Item]] = []
    for item in items:
        last = runs[-1][-1] if runs else None
        if (
            last
            and item.number == last.number + 1
            and min(abs(item.left - last.left), abs(item.text_left - last.text_left)) < _NEAR
            and all(
                line.left > last.left - _NEAR and abs(line.size - lines[last.index].size) < 0.6
                for line in lines[last.index + 1 : item.index]
                if line.page == lines[last.index].page
            )
        ):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _hangs(lines: list[Line], item: _Item) -> bool:
    """Whether the line under an item stands under its text."""
    below = lines[item.index + 1] if item.index + 1 < len(lines) else None
    return below is not None and abs(below.left - item.text_left) < _NEAR


def _take(line: Line, item: _Item) -> None:
    """Take the number off a line's characters; it is the list's and no word."""
    length = item.length
    while length >= len(line.segments[0].glyphs):
        length -= len(line.segments[0].glyphs)
        line.segments.pop(0).glyphs.clear()
    first = line.segments[0]
    del first.glyphs[:length]
    first.glyphs[0].space = 0
    first.measure()
    line.measure()
    line.mark, line.left, line.text_left = f"{item.number}.", item.left, item.text_left
