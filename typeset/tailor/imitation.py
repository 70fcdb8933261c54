"""Texts that look like an entry of their own: a heading, or the head of a position.

Rewording may say what was done in other words. A heading in such words would print as
one more employer or title, and so might a line that stands alone with years behind it.
"""

from __future__ import annotations

import re

_INSIDE = r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*)*"
"""What may stand before a block in a line: spaces, the marks of lists and quotations."""

_HEADING = re.compile(
    rf"^{_INSIDE}#{{1,6}}(?:[ \t].*)?$|^[ \t]*\S.*\n{_INSIDE}(?:=+|--+)[ \t]*$", re.MULTILINE
)

_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_STRONG = re.compile(rf"^{_INSIDE}(?:\*\*?|__?)(?=\S).*{_YEAR}")
_ALL_STRONG = re.compile(rf"^{_INSIDE}(\*\*|__)(?=\S)(?:(?!\1).)+\1$")
_RANGE_AT_END = re.compile(rf"{_YEAR}\s*[-–—/|]+\s*(?:{_YEAR}|[^\W\d_]+)[\s)\]*_]*$")

_HEAD_WORDS = 14
"""An entry's head has no more words than this."""


def new_headings(text: str, before: str) -> list[str]:
    """The Markdown headings of `text` that `before` has not."""
    known = {_spaced(match[0]) for match in _HEADING.finditer(before)}
    found = (match[0] for match in _HEADING.finditer(text))
    return [_spaced(heading) for heading in found if _spaced(heading) not in known]


def new_heads(text: str, before: str, *, lead: bool = False, inline: bool = False) -> list[str]:
    """The lines of `text` that look like the head of an entry and that `before` has not.

    Such a line begins in bold or italics and gives a year, is bold as a whole, or is short
    and ends with a range of years. A `lead` is bold by itself. `inline` texts stand in
    paragraphs or titles: of one line, only the first says anything.
    """
    lines = [line.rstrip(" \\") for line in text.split("\n") if line.strip()]
    alone = inline and len(lines) == 1
    return [
        line.strip()
        for line in lines
        if _spaced(line) not in _spaced(before)
        and (_STRONG.search(f"**{line}" if lead else line) or (not alone and _is_like_head(line)))
    ]


def _is_like_head(line: str) -> bool:
    short = len(line.split()) <= _HEAD_WORDS
    return short and bool(_ALL_STRONG.search(line) or _RANGE_AT_END.search(line))


def _spaced(text: str) -> str:
    return " ".join(text.split())
