"""What a word is, for importers, checks and tests alike.

A *token* is a run of letters, digits and the signs that carry meaning with them
(`C++`, `38%`, `€410,000` without its comma), or one mark of punctuation. Tokens
do not depend on white space inside a line, on line breaks after a hyphen, or on
how an extractor spaces punctuation, so that a source, a profile and a PDF can be
compared as sequences. A *word* is a token that is not punctuation: separators may
be replaced by structure on the way in, words may not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

# Invisible in print: zero-width characters, word joiner, BOM, soft hyphen, bidi marks.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SPACE = re.compile("[\u00a0\u2007\u202f]")
# Compatibility forms that extractors expand although NFC keeps them: ligatures.
_LIGATURE = re.compile("[ﬀﬁﬂﬃﬄﬅﬆ]")

# Punctuation and symbols that change a word's meaning when lost ("C" is not "C++").
_MEANINGFUL = "+#%&@‰°×÷±=<>"
# Scripts written without spaces, and Hangul, whose lines may break at any syllable:
# each character is a token of its own.
_SOLID = (
    "\u0e00-\u0eff\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
# Marks that belong to the letter before them, which \w does not count, and currency signs.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u20a0-\u20cf$£¢¥"
)
_LETTER = rf"[\w{re.escape(_MEANINGFUL)}{_MARKS}]"
_TOKEN = re.compile(rf"{_LETTER}+|[^\w\s]")
_SOLID_TOKEN = re.compile(rf"[{_SOLID}]|(?:(?![{_SOLID}]){_LETTER})+|[^\w\s]")
_IS_SOLID = re.compile(rf"[{_SOLID}]")


NEWLINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""What ends a line, besides `\\n`: other systems' newlines, a page break, Unicode's separators."""

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Characters that say something to a machine and cannot be printed."""


def clean(text: str) -> str:
    """`text` as every stage holds it: NFC, invisible characters removed, NBSP as a space."""
    if text.isascii():
        return text
    return _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def tokens(text: str) -> list[str]:
    """The tokens of `text` in order, punctuation included."""
    text = clean(text)
    if text.isascii():
        return _TOKEN.findall(text)
    text = _LIGATURE.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    return (_SOLID_TOKEN if _IS_SOLID.search(text) else _TOKEN).findall(text)


@lru_cache(maxsize=1024)  # the same few marks stand everywhere
def is_word(token: str) -> bool:
    """Whether a token is a word rather than punctuation."""
    return any(c.isalnum() or c in _MEANINGFUL or unicodedata.category(c) == "Sc" for c in token)


def words(text: str) -> list[str]:
    """The words of `text` in order, without punctuation."""
    return [token for token in tokens(text) if token.isalnum() or is_word(token)]


def count(texts: Iterable[str]) -> int:
    """How many words the texts hold together."""
    return sum(len(words(text)) for text in texts)


def differences(expected: Sequence[str], found: Sequence[str]) -> tuple[list[str], list[str]]:
    """What turns `expected` into `found`, as a sequence: (missing, added).

    A word that moved is both missing and added; two equal sequences give two
    empty lists. Equal heads and tails are cut first, so the common case is linear.
    """
    start = 0
    while start < min(len(expected), len(found)) and expected[start] == found[start]:
        start += 1
    end = 0
    while end < min(len(expected), len(found)) - start and expected[-1 - end] == found[-1 - end]:
        end += 1
    old = list(expected[start : len(expected) - end])
    new = list(found[start : len(found) - end])
    missing: list[str] = []
    added: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            missing += old[i1:i2]
            added += new[j1:j2]
    return missing, added
