"""The signs by which a title is one: the part of a look that a document's titles share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from typeset.importers.documents.pieces import Look, Piece

LARGER = 1.12
"""How much larger than the text a line must be to be set apart by its size."""
_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """The part of a look that titles share; the size is in points."""

    size: float
    strong: bool
    caps: bool
    em: bool
    face: str


def sign_of(piece: Piece) -> Sign:
    """The sign of a piece, by its look and the case of its letters."""
    letters = [c for c in piece.text if c.islower() or c.isupper()]
    solid = any(c.isalpha() and not c.islower() and not c.isupper() for c in piece.text)
    caps = piece.look.caps or (
        len(letters) > 2 and not solid and all(not c.islower() for c in letters)
    )
    look = piece.look
    return Sign(round(look.size * 2) / 2, piece.strong, caps, look.em, look.face)


def has_sign(piece: Piece, signs: set[Sign]) -> bool:
    """Whether a piece has one of the signs; a word of few capitals may be an abbreviation."""
    sign = sign_of(piece)
    short = sum(c.isalpha() for c in piece.text) <= _LONGEST_ABBREVIATION
    return sign in signs or (short and replace(sign, caps=False) in signs)


def stands_out(sign: Sign, body: Look) -> bool:
    """Whether a sign sets lines apart from the text."""
    return (
        (sign.strong and not body.strong)
        or sign.caps
        or bool(body.size and sign.size >= body.size * LARGER)
        or bool(sign.face and sign.face != body.face)
    )
