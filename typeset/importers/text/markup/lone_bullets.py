"""Bullets alone on a line over their texts, as what copies from a page leaves them."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.markup.rows import WORD_BULLETS
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of

_ALONE = re.compile(rf"[ \t]*(?P<sign>[•‣◦▪●○■□▸►➢✓–*·{WORD_BULLETS}-])[ \t]*")
_BEFORE_TEXT = re.compile(_ALONE.pattern + r"[^\W_]")
_FEWEST = 3


def with_joined_bullets(text: str, record: Record) -> str:
    """Text whose bullets alone on a line stand before the text in the next one, or the one after.

    They do so where a sign is before three texts at least; before fewer, and between the parts
    of an address, it keeps lines apart. What is no text (a title, a rule) gets no bullet. Nor does
    a line no further in than a sign that stands before texts of its own: there was nothing to say.
    """
    lines = text.split("\n")
    own = Counter(match["sign"] for line in lines if (match := _BEFORE_TEXT.match(line)))
    found: dict[str, dict[int, int]] = {}
    for at, line in enumerate(lines):
        if match := _ALONE.fullmatch(line):
            below = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i].strip()), 0)
            if below and _is_text(lines[below].strip(), record):
                found.setdefault(match["sign"], {})[at] = below
    for sign, told in found.items():
        further = {at: below for at, below in told.items() if _is_in(lines, at, below)}
        places = further if own[sign] >= len(told) - len(further) else told
        if len(places) < _FEWEST:
            continue
        first = min(places)
        record.choose(first + 1, "bullets-alone", sign, "a bullet of the text under it")
        for at, below in places.items():
            indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
            lines[at], lines[below] = "", f"{indent}{sign} {lines[below].strip()}"
    return "\n".join(lines)


def _is_in(lines: list[str], alone: int, below: int) -> bool:
    """Whether the text below a sign alone is set further in than the sign."""
    sign, text = lines[alone].expandtabs(4), lines[below].expandtabs(4)
    return len(text) - len(text.lstrip()) > len(sign) - len(sign.lstrip())


def _is_text(text: str, record: Record) -> bool:
    """Whether a line could be the text of a bullet: it begins with a letter or digit."""
    said = re.match(r"\(?\w", text) and not is_contact_line(text)
    return bool(said) and not kinds_of(text, record.vocabulary)
