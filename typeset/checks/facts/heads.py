"""A line of a head in its parts: position, employer, place, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.checks.facts.lines import Line, joined
from typeset.checks.facts.model import Piece
from typeset.words import words

_MARK = re.compile(r"\s[|·•]\s")
_SLANT = re.compile(r"[-,]?(?:italic|oblique|slanted|it)?,?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


Style = tuple[str, tuple[float, ...]]
"""The font and colour of a part of a head."""


def segments(line: Line) -> tuple[list[str], str]:
    """The parts of a head, told by white, marks and styles; and its dates, where it has them."""
    found = [text for text, _ in styled(line)]
    dates = found.pop() if len(found) > 1 and is_dates(found[-1]) else ""
    return found, dates


def styled(line: Line) -> list[tuple[str, Style]]:
    """The parts of a head with how each is set."""
    return [
        (segment.strip(), style)
        for part in line.parts
        for text, style in _styles(part)
        for segment in _MARK.split(text)
        if segment.strip()
    ]


def is_dates(text: str) -> bool:
    return bool(_YEAR.search(text)) and len(words(text)) < 8


def _styles(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, Style]]:
    """The texts of a head between its changes of font or colour: position, employer, place."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        mark = not any(c.isalnum() for c in piece.text)
        if runs and (mark or _goes_on(runs[-1], piece)):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    for run in runs:
        if text := joined(run).strip(" ,·|–—"):
            yield text, (run[0].font, run[0].colour)


def _goes_on(run: list[Piece], piece: Piece) -> bool:
    """Whether a piece is of the run before it: set the same, or a word of it that is in italics."""
    first, last = run[0], run[-1]
    if (piece.font, piece.colour) == (first.font, first.colour):
        return True
    slanted = _SLANT.sub("", piece.font) == _SLANT.sub("", first.font)
    marked = not any(c.isalnum() for c in last.text.strip()[-1:])
    return slanted and piece.colour == first.colour and not marked
