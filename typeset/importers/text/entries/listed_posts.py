"""Posts that one line lists: "Cook, Ash Inn, 2008–10 · Porter, Larch Inn, 2006"."""

from __future__ import annotations

import re
from operator import or_

from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import begins_large
from typeset.importers.text.words.vocabulary import key

_LONGEST = 600
"""Signs of a line that may be such a list."""


def listed_posts(text: str, line: int, record: Record) -> list[str]:
    """Two posts or more, each with its date; none for other texts.

    Between dots, bars and semicolons one may have none, if it names a role.
    """
    text = text.strip().removesuffix(".")
    if "\n" in text or len(text) > _LONGEST:
        return []
    parts = split_top(text, _SIGN)
    dated = [bool(find_date(unstyle(part), record.vocabulary)) for part in parts]
    held = [names("roles", unlink(unstyle(part))[0], record) for part in parts]
    if sum(dated) > 1 and all(map(or_, dated, held)):
        return parts
    return _up_to_dates(text, line, record) if len(parts) == 1 else []


_SIGN = re.compile(r"\s+[·•|]\s+|;\s+")


def _up_to_dates(text: str, line: int, record: Record) -> list[str]:
    """Posts that a comma parts, or a word: each ends in its date."""
    parts: list[str] = []
    joiners: list[str] = []
    while found := find_date(text, record.vocabulary):
        said = text[: found.begin].split()[-1:]
        if not begins_large(unstyle(text)) or (said and said[0] in record.vocabulary.small_words):
            return []  # "worked in 2008"
        end = _BRACKET.match(text, found.finish)
        above, rest = (text[: end.end()], text[end.end() :]) if end else ("", "")
        parts.append(above)
        joint = _JOINT.match(rest)
        if not joint:
            text = rest
            break
        text = rest[joint.end() :]
        first, _, others = text.partition(" ")
        if key(first) in record.vocabulary["and"]:
            joiners.append(first)
            text = others
    held = sum(names("roles", unlink(unstyle(part))[0], record) for part in parts)
    if text or len(parts) < _FEWEST or held * 2 <= len(parts):
        return []
    for joiner in joiners:
        record.use_label(line, joiner, "and")
    return parts


_FEWEST = 2
_BRACKET = re.compile(r"[)*_]*")
_JOINT = re.compile(r",\s+|\s+(?=[^\W\d_]{1,3}\s)")
