"""The text of a page that runs right to left, from what was drawn where.

PDFium turns such lines into reading order by rules of its own, which take a line that
begins with Latin words for one of Latin. The engine draws the pieces of a line in reading
order and the letters of a piece from left to right; so each piece is turned round here,
its numbers back again, and the pieces keep their order.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

_LETTERS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(f"[{_LETTERS}]")
# What keeps its own direction among such letters; a sign at a number's side is put right later.
_LATIN = rf"[^\W\d_{_LETTERS}]"
_NUMBER = re.compile(rf"{_LATIN}(?:[^{_LETTERS}]*{_LATIN})?|\d+(?:[.,:/]\d+)*")
# Among letters that run left to right: from the first of the others to the last in a row.
_TURNED = re.compile(rf"[{_LETTERS}](?:(?:(?!{_LATIN}).)*[{_LETTERS}])?")
_MIRRORED = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
_ONE_SCRIPT = re.compile(rf"[{_LETTERS}]+|[^{_LETTERS}]+")
# PDFium mirrors quotation marks, too, which Unicode does not.
_OPENED = str.maketrans(")]}»›>”’", "([{«‹<“‘")
_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
)
_SIGNED = re.compile(r"[+#%&@‰°×÷±=<>\d₪€$£¥٪]*\d[+#%&@‰°×÷±=<>\d₪€$£¥٪]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters drawn in one go, each with where it begins, from left to right; in points.

    `left` and `right` bound their ink, `size` is the font's.
    """

    left: float
    right: float
    baseline: float
    size: float
    letters: tuple[tuple[float, str], ...]

    @property
    def text(self) -> str:
        """The letters as they stand, from left to right."""
        return "".join(letter for _, letter in self.letters)

    @property
    def turns(self) -> bool:
        """Whether it holds letters that run right to left."""
        return bool(_RIGHT_TO_LEFT.search(self.text))


def comparable(tokens: Iterable[str]) -> list[str]:
    """Tokens of a text that runs right to left, as far as its page can tell them.

    Vowel signs are drawn beside the letters that they belong to, brackets and quotation marks
    in either form, a sign such as `%` on either side of its number, and a Latin word apart from
    the prefix that it is written with.
    """
    split = (part for token in tokens for part in _ONE_SCRIPT.findall(token))
    return [found for part in split if (found := _comparable(part))]


def _comparable(token: str) -> str:
    token = _MARKS.sub("", token).translate(_OPENED)
    if _SIGNED.fullmatch(token):
        digits = "".join(c for c in token if c.isdigit())
        return digits + "".join(sorted(c for c in token if not c.isdigit()))
    return token


def has_right_to_left(texts: Iterable[str]) -> bool:
    """Whether a letter of `texts` runs right to left."""
    return any(_RIGHT_TO_LEFT.search(text) for text in texts)


def logical_text(pieces: Iterable[Piece], direction: Literal["ltr", "rtl"] = "rtl") -> str:
    """The text of pieces in the order they were drawn, which is the order they are read.

    `direction` is the page's: in one from left to right only some words are turned.
    """
    found: list[str] = []
    before: Piece | None = None
    for piece in _joined(pieces) if direction == "rtl" else pieces:
        if before is not None and _apart(before, piece):
            found.append("\n" if abs(before.baseline - piece.baseline) > 1 else " ")
        found.append(_read(piece, direction))
        before = piece
    return "".join(found)


def _read(piece: Piece, direction: str) -> str:
    if not piece.turns:
        return piece.text
    if direction == "rtl":
        return _turned([letter for _, letter in piece.letters])
    return _TURNED.sub(lambda found: _turned(list(found[0])), piece.text)


def _apart(before: Piece, piece: Piece) -> bool:
    """Whether there is a line's end or a gap between two pieces."""
    if abs(before.baseline - piece.baseline) > 1:
        return True
    gap = max(piece.left - before.right, before.left - piece.right)
    return gap > 0.15 * piece.size


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces of one text that changed its font on the way, left to right, as one."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and _continues(last, piece):
            letters = tuple(sorted((*last.letters, *piece.letters)))
            right = max(last.right, piece.right)
            last = Piece(min(last.left, piece.left), right, last.baseline, last.size, letters)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _continues(last: Piece, piece: Piece) -> bool:
    """Whether `piece` stands to the right of `last` and touches it: within a turned text."""
    if not (last.turns or piece.turns) or abs(last.baseline - piece.baseline) > last.size:
        return False
    reach = 0.8 * last.size
    return piece.letters[0][0] > last.letters[-1][0] - reach and piece.left - last.right < reach


def _turned(letters: Sequence[str]) -> str:
    """Letters as they stand, from left to right, as they are read."""
    text = "".join(reversed(letters))
    return _NUMBER.sub(lambda found: found[0][::-1], text).translate(_MIRRORED)


def read_pieces(pdfium: Any, page: Any, text_page: Any) -> Iterator[Piece]:
    """The pieces of text of a page, in the order they were drawn."""
    letters: dict[int, list[tuple[float, str]]] = {}
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        item = pdfium.FPDFText_GetTextObject(text_page, index)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        letter = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        letters.setdefault(_address(item), []).append((round(x.value, 2), letter))
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, number)
        if found := letters.get(_address(item)):
            yield _piece(pdfium, item, found)


def _piece(pdfium: Any, item: Any, found: list[tuple[float, str]]) -> Piece:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(item, size)
    places: dict[float, str] = {}
    for x, letter in found:  # letters of one glyph share its place, and are in reading order
        places[x] = places.get(x, "") + letter
    return Piece(
        left=edges[0].value,
        right=edges[2].value,
        baseline=matrix.f,
        size=size.value * abs(matrix.a) or 1,
        letters=tuple((x, _alone(places[x])) for x in sorted(places)),
    )


def _alone(letters: str) -> str:
    """The letters of one place, without a space that PDFium thought to see there."""
    return letters.replace(" ", "") or " "


def _address(item: Any) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0
