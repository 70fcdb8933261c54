"""Lines that are full: a text that fits but for the space at its end is not broken.

Before bold words, a link or a compound, a text ends in a space. Where the text fits a line and
only that space does not, Pango lets it hang and breaks nothing; WeasyPrint 70 then finds the
line too wide and breaks it behind its *first* word (`split_first_line`). Here, while pages are
laid out, such a text stays whole, as its space may hang; one that ends in a no-break space,
which holds on to what follows, is broken at its last opportunity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from math import inf
from typing import Any

_FIRST_WORD = re.compile(" *[^ ]+ ?")

_PIXEL = 1
"""By how much less than its own width a text gets to be broken at its last opportunity."""


@contextmanager
def full_lines() -> Iterator[None]:
    """While it lasts, WeasyPrint breaks no line for the sake of a space at a text's end."""
    inline: Any = import_module("weasyprint.layout.inline")
    split = inline.split_first_line

    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **named: Any
    ) -> Any:
        found = split(text, style, context, max_width, *rest, **named)
        if max_width in (None, inf) or not _behind_first_word(text, found[2]):
            return found
        bare = text.rstrip(" \u00a0")
        _, _, resume_at, width, *_ = split(bare, style, context, max_width, *rest, **named)
        if resume_at is not None:
            return found
        room = width - _PIXEL if "\u00a0" in text[len(bare) :] else None
        return split(text, style, context, room, *rest, **named)

    inline.split_first_line = split_first_line
    try:
        yield
    finally:
        inline.split_first_line = split


def _behind_first_word(text: str, resume_at: int | None) -> bool:
    """Whether a text that ends in a space is broken (at a byte) in or behind its first word."""
    if resume_at is None or text[-1] not in " \u00a0":
        return False
    word = _FIRST_WORD.match(text)
    return word is not None and resume_at <= len(word[0].encode()) < len(text.encode())
