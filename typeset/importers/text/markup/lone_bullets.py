"""Bullets alone on a line over their texts, as what copies from a page leaves them."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of

_ALONE = re.compile(r"[ \t]*(?P<sign>[•‣◦▪●○■□▸►➢✓–*·\uf0b7\uf0a7\uf0d8-])[ \t]*")
_FEWEST = 3


def with_joined_bullets(text: str, record: Record) -> str:
    """Text whose bullets alone on a line stand before the text in the next one, or the one after.

    They do so where a sign is before three texts at least; before fewer, and between the parts
    of an address, it keeps lines apart. What is no text (a title, a rule) gets no bullet.
    """
    lines = text.split("\n")
    found: dict[str, dict[int, int]] = {}
    for at, line in enumerate(lines):
        if match := _ALONE.fullmatch(line):
            below = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i].strip()), 0)
            if below and _is_text(lines[below].strip(), record):
                found.setdefault(match["sign"], {})[at] = below
    for sign, places in found.items():
        if len(places) < _FEWEST:
            continue
        first = min(places)
        record.choose(first + 1, "bullets-alone", sign, "a bullet of the text under it")
        for at, below in places.items():
            indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
            lines[at], lines[below] = "", f"{indent}{sign} {lines[below].strip()}"
    return "\n".join(lines)


def _is_text(text: str, record: Record) -> bool:
    """Whether a line could be the text of a bullet: it begins with a letter or digit."""
    said = re.match(r"\(?\w", text) and not is_contact_line(text)
    return bool(said) and not kinds_of(text, record.vocabulary)
