"""What is seen of the text: hidden, tiny, pale, outside the page, printed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from typeset.checks.facts import Piece, SheetFacts
from typeset.checks.facts.colours import contrast
from typeset.checks.facts.lines import runs_right_to_left
from typeset.checks.overlap import overlapping
from typeset.checks.verify.check import Finding, Subject, quoted

INVISIBLE = 3
"""PDF's rendering mode for text that is not drawn."""
UNSEEN = 1.25
"""A contrast that no eye sees as text."""
TINY = 4.0
"""Points."""
READABLE, READABLE_LARGE = 4.5, 3.0
"""WCAG 2.1, 1.4.3 (AA); large is 18 pt, or 14 pt bold."""
_MARKS_ONLY = re.compile(r"[\W_]*")
_OUTSIDE = 0.5


def hidden(subject: Subject) -> Iterator[Finding]:
    """No text that a reader does not see: keyword stuffing, or a mistake."""
    yield from _of_each_page(
        subject, _is_hidden, "holds text that is not seen", "delete it: systems take it for a trick"
    )


def _is_hidden(piece: Piece, sheet: SheetFacts) -> bool:
    if _MARKS_ONLY.fullmatch(piece.text) or _is_outside(piece, sheet):
        return False
    return (
        piece.mode == INVISIBLE
        or piece.seen < UNSEEN
        or (contrast(piece.colour, piece.ground) < UNSEEN and piece.mode in (0, 4))
        or 0 < piece.size < TINY / 4
    )


def tiny(subject: Subject) -> Iterator[Finding]:
    """No text under 4 pt, which is as good as hidden."""
    yield from _of_each_page(
        subject, lambda piece, _: 0 < piece.size < TINY, f"holds text under {TINY:g} pt"
    )


def low_contrast(subject: Subject) -> Iterator[Finding]:
    """Text stands out from its page (WCAG AA)."""
    worst: dict[tuple[str, str], tuple[float, list[str]]] = {}
    for sheet, piece in subject.facts.pieces:
        ratio = contrast(piece.colour, piece.ground)
        bold = "bold" in piece.font.lower() or "black" in piece.font.lower()
        large = piece.size >= 18 or (bold and piece.size >= 14)
        enough = READABLE_LARGE if large else READABLE
        if piece.mode not in (0, 4) or ratio >= enough or _is_hidden(piece, sheet):
            continue
        if _MARKS_ONLY.fullmatch(piece.text):
            continue
        pair = (_hex(piece.colour), _hex(piece.ground))
        worst.setdefault(pair, (ratio, []))[1].append(piece.text)
    for (colour, ground), (ratio, texts) in worst.items():
        yield Finding(
            f"{colour} on {ground} has a contrast of {ratio:.1f}:1 in {quoted(texts, 4)}",
            f"readable text has {READABLE:g}:1 (WCAG AA)",
        )


def outside(subject: Subject) -> Iterator[Finding]:
    """No text beyond the edges of its page."""
    yield from _of_each_page(subject, _is_outside, "has text beyond its edges")


def _is_outside(piece: Piece, sheet: SheetFacts) -> bool:
    left, bottom, right, top = piece.box
    return (
        left < -_OUTSIDE
        or bottom < -_OUTSIDE
        or right > sheet.width + _OUTSIDE
        or top > sheet.height + _OUTSIDE
    )


def overlapping_text(subject: Subject) -> Iterator[Finding]:
    """No two texts in one place."""
    for sheet in subject.facts.sheets:
        if runs_right_to_left(sheet.text):
            continue  # a word of Arabic is drawn in pieces, the boxes of which meet
        pairs = list(overlapping((partial(str, piece.text), piece.box) for piece in sheet.pieces))
        if pairs:
            first, second = pairs[0]
            more = f", and {len(pairs) - 1} more" if len(pairs) > 1 else ""
            yield Finding(
                f"page {sheet.number} prints {quoted([second])} over {quoted([first])}{more}"
            )


def _of_each_page(
    subject: Subject, wrong: Callable[[Piece, SheetFacts], bool], message: str, hint: str = ""
) -> Iterator[Finding]:
    """One finding for each page that has such text, with its words."""
    for sheet in subject.facts.sheets:
        texts = [p.text for p in sheet.pieces if p.text.strip() and wrong(p, sheet)]
        if texts:
            yield Finding(f"page {sheet.number} {message}: {quoted(texts)}", hint)


def _hex(colour: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
