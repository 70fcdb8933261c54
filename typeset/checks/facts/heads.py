"""A line of a head in its parts: position, employer, place, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.checks.facts.lines import Line, joined
from typeset.checks.facts.model import Piece
from typeset.words import words

_MARK = re.compile(r"\s[|·•]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")


def segments(line: Line) -> tuple[list[str], str]:
    """The parts of a head, told by white, marks and styles; and its dates, where it has them."""
    found = [
        segment.strip()
        for part in line.parts
        for text in _styles(part)
        for segment in _MARK.split(text)
        if segment.strip()
    ]
    dates = found.pop() if len(found) > 1 and is_dates(found[-1]) else ""
    return found, dates


def is_dates(text: str) -> bool:
    return bool(_YEAR.search(text)) and len(words(text)) < 8


def _styles(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """The texts of a head between its changes of font or colour: position, employer, place."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        mark = not any(c.isalnum() for c in piece.text)
        if runs and (mark or (piece.font, piece.colour) == (runs[-1][0].font, runs[-1][0].colour)):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    for run in runs:
        if text := joined(run).strip(" ,·|–—"):
            yield text
