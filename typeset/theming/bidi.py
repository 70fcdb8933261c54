"""Words that run left to right on a page that runs right to left.

The engine lays out each box of a line by itself and sets boxes one after another from
the right: `Django` in bold and `REST` beside it would change places, and a full stop or
`+` at the end of a Latin word would jump to its other side. So such stretches are found
here, over the borders of styles, and each is set apart as one piece (`<bdi dir="ltr">`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from typeset.document.model import Rich, Run

# Hebrew, Arabic and their kin, with the presentation forms.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_HAS_RTL = re.compile(f"[{_RTL}]")
_LETTER = f"(?:(?![{_RTL}])[^\\W\\d_])"
_WORD = f"[^\\s{_RTL}]*{_LETTER}[^\\s{_RTL}]*"
_NUMBER = f"[^\\s{_RTL}]*\\d[^\\s{_RTL}]*"
# Latin words and the numbers after them; a phone number, which holds spaces and hyphens;
# numbers joined by marks, which in Arabic would change places.
_STRETCH = re.compile(
    rf"{_WORD}(?:[ \u00a0](?:{_WORD}|{_NUMBER}|&))*"
    r"|(?:\+|\(0|\b0)\d[\d \u00a0()./-]{5,}\d"
    r"|\d+(?:[-/:.]\d+)+"
)
_OPENING = "([{«“\"'„‘"
_CLOSING = ".,;:!?)]}»”\"'“’…،؛"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def is_left_to_right(text: str) -> bool:
    """Whether `text` holds nothing that runs right to left."""
    return not _HAS_RTL.search(text)


def left_to_right(text: Rich) -> Iterator[tuple[Rich, bool]]:
    """`text` in parts, each with whether it runs left to right; a link is never divided."""
    plain: list[Run] = []
    for run in text:
        if run.href:
            yield from _parts(tuple(plain))
            plain = []
            yield (run,), is_left_to_right(run.text)
        else:
            plain.append(run)
    yield from _parts(tuple(plain))


def _parts(text: Rich) -> Iterator[tuple[Rich, bool]]:
    joined = "".join(run.text for run in text)
    place = 0
    for start, end in _stretches(joined):
        if start > place:
            yield _cut(text, place, start), False
        yield _cut(text, start, end), True
        place = end
    if place < len(joined):
        yield _cut(text, place, len(joined)), False


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the stretches stand, without the marks of the sentence around them."""
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        while end > start and text[end - 1] in _CLOSING and not _closes(text[start:end]):
            end -= 1
        while start < end and _is_outside(text, start, end):
            start += 1
        if end > start:
            yield start, end


def _is_outside(text: str, start: int, end: int) -> bool:
    """Whether the mark at `start` belongs to the sentence: a bracket, or a prefix's hyphen."""
    if text[start] == "-":
        return start > 0 and not is_left_to_right(text[start - 1])
    return text[start] in _OPENING and not _opens(text[start:end])


def _closes(text: str) -> bool:
    """Whether the bracket at the end of `text` was opened in it."""
    bracket = _BRACKETS.get(text[-1], "")
    return bool(bracket) and text.count(bracket) >= text.count(text[-1])


def _opens(text: str) -> bool:
    """Whether the bracket at the start of `text` is closed in it."""
    closing = {opening: closing for closing, opening in _BRACKETS.items()}.get(text[0], "")
    return bool(closing) and closing in text


def _cut(text: Rich, start: int, end: int) -> Rich:
    """The characters from `start` to `end` of a styled line."""
    cut: list[Run] = []
    place = 0
    for run in text:
        piece = run.text[max(start - place, 0) : max(end - place, 0)]
        if piece:
            cut.append(replace(run, text=piece))
        place += len(run.text)
    return tuple(cut)
