"""How a document is set, and what a line is told to be by its size, weight or capitals."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from typeset.checks.facts.heads import segments
from typeset.checks.facts.lines import Line

BULLET = re.compile(r"\s*[•▪●◦‣–-]\s")
STRONG = re.compile(r"bold|black|heavy|semibold|demi|smallcaps|small-caps|-b$|,b", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|slanted|-it$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is set: the size and font of most characters, the largest size, the usual
    distance of its lines, and whether its sections are told by more than their weight.
    """

    size: float
    font: str
    largest: float
    leading: float
    ranked: bool = False


def look_of(lines: list[Line]) -> Look:
    counted: Counter[tuple[float, str]] = Counter()
    for line in lines:
        for piece in line.pieces:
            counted[round(piece.size, 1), piece.font] += len(piece.text.strip())
    size, font = counted.most_common(1)[0][0] if counted else (10.0, "")
    largest = max((line.size for line in lines), default=size)
    look = Look(size, font, largest, _leading(lines))
    alone = [line for line in lines[3:] if _is_set_apart(line, look)]
    return replace(look, ranked=sum(_is_ranked(line, look) for line in alone) > 1)


def _leading(lines: list[Line]) -> float:
    gaps = [
        before.baseline - line.baseline
        for before, line in pairwise(lines)
        if before.page == line.page and before.baseline > line.baseline
    ]
    # The lines of a paragraph are the closest; in a short document most gaps are wider.
    return sorted(gaps)[len(gaps) // 4] if gaps else 12.0


def level_of(line: Line, look: Look, parted: bool) -> int:
    """1 the name, 2 a section, 3 an entry's head, 0 no heading."""
    text = line.text
    if line.size > 1.35 * look.size and line.size > 0.95 * look.largest:
        return 1
    if parted and _is_set_apart(line, look):
        return 3 if look.ranked and not _is_ranked(line, look) else 2
    strong = bool(STRONG.search(line.pieces[0].font)) or line.pieces[0].size > 1.08 * look.size
    return 3 if strong and not BULLET.match(text) and segments(line)[1] else 0


def _is_set_apart(line: Line, look: Look) -> bool:
    """Whether a line stands alone in another size or weight, or in capitals, as headings do."""
    text = line.text
    if len(line.parts) > 1 or len(text) >= 60 or _YEAR.search(text) or "@" in text:
        return False
    if ITALIC.search(line.pieces[0].font) or BULLET.match(text):
        return False
    apart = all(
        piece.size > 1.08 * look.size
        or (STRONG.search(piece.font) and not STRONG.search(look.font))
        for piece in line.pieces
    )
    return _in_capitals(text) or (apart and (_larger(line, look) or text[-1] not in ":."))


def _is_ranked(line: Line, look: Look) -> bool:
    """Whether more than weight sets a line apart: size, capitals, small capitals."""
    small = "small" in line.pieces[0].font.lower()
    return _larger(line, look) or _in_capitals(line.text) or small


def _larger(line: Line, look: Look) -> bool:
    return line.size > 1.08 * look.size


def _in_capitals(text: str) -> bool:
    return text.isupper() and len(text) > 3
