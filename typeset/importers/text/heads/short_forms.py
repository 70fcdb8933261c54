"""An organisation's short form beside its name, which together are one name.

"UVA – Universidade do Vale Alto", "Moss Institute of Technology, MIT": while a head is read, the
sign between the two is held, so that nothing parts them.
"""

from __future__ import annotations

import re

from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.words import KINDS, Kind, names
from typeset.importers.text.record import Record

_SIGNS = (", ", " – ", " — ", " - ")
_HELD = {f" {chr(0xE0F0 + at)} ": sign for at, sign in enumerate(_SIGNS)}
"""What stands for each sign while it is held: a word of no letters."""
_HOLDS = {sign: held for held, sign in _HELD.items()}
_SIGN = re.compile(r"(?<=[^\W\d_])(?:, | [–—-] )(?=[^\W\d_])")
_SHORT = r"[^\W\d_a-zß-ÿ][^\W\d_]{2,11}"
_SHORT_BEFORE = re.compile(rf"(?<![\w&'’.-]){_SHORT}$")
_SHORT_BEHIND = re.compile(rf"{_SHORT}(?![\w&'’-]|\.\w)")
_EDGE = re.compile(r"[,;:|·•\t()\[\]*_@/]|\s[–—-]\s|\n")
_LONGEST_NAME = 120


def with_short_forms(
    lines: list[tuple[int, str]], kind: str, record: Record
) -> list[tuple[int, str]]:
    """The lines of a head, with the signs between short forms and their names held."""
    words = KINDS.get(kind)
    if not words:
        return lines
    return [(number, _with_held(text, words, record)) for number, text in lines]


def _with_held(text: str, words: Kind, record: Record) -> str:
    signs = list(_SIGN.finditer(text))
    for sign in reversed(signs):
        before, after = text[: sign.start()], text[sign.end() :]
        if _is_one_name(before, after, words, record):
            text = before + _HOLDS[sign[0]] + after
    return text


def _is_one_name(before: str, after: str, words: Kind, record: Record) -> bool:
    """Whether a sign has a short form on one side, and on the other the name that it shortens."""
    last = _SHORT_BEFORE.search(before)
    if last and _is_name(_EDGE.split(after, maxsplit=1)[0], last[0], words, record):
        return True
    first = _SHORT_BEHIND.match(after)
    name = _EDGE.split(before[-_LONGEST_NAME:])[-1]
    return bool(first) and _is_name(name, first[0] if first else "", words, record)


def _is_name(name: str, short: str, words: Kind, record: Record) -> bool:
    """Whether a text names an organisation, and a word that is no degree is its short form."""
    if not shortens(short, name) or names(words.what, short, record):
        return False
    return names(words.who, name, record)


def shortens(short: str, name: str) -> bool:
    """Whether a word is made of how several words of a name begin, in their order.

    "UNIVALE" is "Universidade do Vale", "Moss" no "Moss School", "Moss Open School" no more.
    """
    parts = re.findall(r"[^\W\d_]+", name.casefold())
    if short.casefold() in parts:
        return False
    return len(short) >= _FEWEST_LETTERS and _begins(short.casefold(), parts, _FEWEST_PARTS)


def _begins(letters: str, parts: list[str], fewest: int) -> bool:
    """Whether letters are the beginnings of parts, of as many as are the fewest or more."""
    if not letters:
        return fewest <= 0
    for at, part in enumerate(parts):
        for size in range(1, min(len(part), len(letters), _LONGEST_PIECE) + 1):
            if not part.startswith(letters[:size]):
                break
            told = 1 + (size >= _LONG)
            if _begins(letters[size:], parts[at + 1 :], fewest - told):
                return True
    return False


_FEWEST_LETTERS = 3
_LONG = 3
_LONGEST_PIECE = 6
"""Letters of one word: "Mathematics" is no short form of "Institute of Mathematical Sciences"."""
_FEWEST_PARTS = 3
"""Of how many words a short form has a part: the letters of two would begin many a name.

Three letters and more of one word count twice.
"""


def loosen(head: Head) -> None:
    """Put the signs that were held back into a head's parts."""
    for field in ("what", "who", "where", "whole", "area"):
        setattr(head, field, _loose(getattr(head, field)))
    head.remarks = [_loose(one) for one in head.remarks]
    head.roles = [_loose(one) for one in head.roles]


def _loose(text: str) -> str:
    for held, sign in _HELD.items():
        text = text.replace(held, sign)
    return text
