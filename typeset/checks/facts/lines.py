"""Lines by position alone, without the order of the file: what `pdftotext -layout` would read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from typeset.checks.facts.model import Piece, SheetFacts
from typeset.words import words

_SPACE = 0.12
_GAP = 1.0
"""Of the font's size: from here on the white between two pieces parts columns."""


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces on one baseline, in the order they are read; `parts` are those between wide gaps."""

    page: int
    pieces: tuple[Piece, ...]

    @property
    def baseline(self) -> float:
        """The baseline that most of its pieces stand on."""
        return self.pieces[0].y

    @property
    def size(self) -> float:
        """The largest size of its letters."""
        return max(piece.size for piece in self.pieces)

    @property
    def parts(self) -> tuple[tuple[Piece, ...], ...]:
        """Its pieces, parted where the white between them is wide."""
        parts: list[list[Piece]] = []
        for piece in self.pieces:
            if parts and _white(parts[-1][-1], piece) < _GAP * piece.size:
                parts[-1].append(piece)
            else:
                parts.append([piece])
        return tuple(map(tuple, parts))

    @property
    def text(self) -> str:
        """Its characters; wide gaps are several spaces."""
        return "   ".join(joined(part) for part in self.parts)


def position_lines(sheet: SheetFacts) -> list[Line]:
    """The lines of a page from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(_readable(sheet), key=lambda piece: -piece.y):
        if lines and lines[-1][0].y - piece.y < 0.3 * min(lines[-1][0].size, piece.size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [Line(sheet.number, tuple(_across(line))) for line in lines]


def content_lines(sheet: SheetFacts) -> list[Line]:
    """The lines of a page in the order of the file."""
    lines: list[list[Piece]] = []
    for piece in _readable(sheet):
        last = lines[-1][-1] if lines else None
        if last and abs(last.y - piece.y) < 0.3 * min(last.size, piece.size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [Line(sheet.number, tuple(line)) for line in lines]


def joined(pieces: Iterable[Piece]) -> str:
    """The characters of neighbours, with a space where there is white between them."""
    text = ""
    last: Piece | None = None
    for piece in pieces:
        if last and (_white(last, piece) > _SPACE * last.size or last.y - piece.y > last.size / 2):
            text += " "
        text += piece.text.replace("\r", "").replace("\n", "")
        last = piece
    return " ".join(text.split())


def _readable(sheet: SheetFacts) -> list[Piece]:
    return [piece for piece in sheet.pieces if piece.text.strip() and piece.upright]


def _across(line: list[Piece]) -> list[Piece]:
    """From left to right, or from right to left where most letters run so."""
    backwards = runs_right_to_left("".join(piece.text for piece in line))
    return sorted(line, key=lambda piece: -piece.box[2] if backwards else piece.box[0])


def runs_right_to_left(text: str) -> bool:
    """Whether most letters of a text are of a script that does."""
    kinds = [unicodedata.bidirectional(c) for c in text if c.isalpha()]
    return sum(kind in ("R", "AL") for kind in kinds) * 2 > len(kinds)


def _white(before: Piece, after: Piece) -> float:
    """The white between two pieces of a line, whichever way it runs."""
    return max(after.box[0] - before.box[2], before.box[0] - after.box[2])


def is_running(line: Line, sheet: SheetFacts) -> bool:
    """Whether a line stands at the head or foot of a later page, with the page's number."""
    return _at_the_edge(line.baseline, sheet) and is_running_text(line.text, sheet.number)


def edge_texts(sheet: SheetFacts) -> frozenset[str]:
    """The texts at the head and foot of a later page, without their spaces."""
    lines = [line for line in position_lines(sheet) if _at_the_edge(line.baseline, sheet)]
    texts = [joined(part) for line in lines for part in (*line.parts, line.pieces)]
    return frozenset("".join(text.split()) for text in texts if sheet.number > 1)


def _at_the_edge(y: float, sheet: SheetFacts) -> bool:
    return y < 0.08 * sheet.height or y > 0.94 * sheet.height


def is_running_text(text: str, page: int) -> bool:
    """Whether a text is short and begins or ends with the number of its page, the first's apart."""
    found = words(text)
    with_total = found[-2:-1] if found[-1:] and found[-1].isdigit() else []
    return page > 1 and len(found) < 12 and str(page) in (*found[:1], *with_total, *found[-1:])
