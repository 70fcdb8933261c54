"""The words that tell the parts of a head apart: roles, degrees, organisations, schools."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import Vocabulary, key


@dataclass(frozen=True)
class Kind:
    """Which words tell the two sides of a head apart, for a kind of section."""

    what: str
    who: str


WORK = Kind("roles", "organisations")

EDUCATION = Kind("degrees", "schools")

NEVADA = "NV"
"""A state behind a comma; a firm's form, where it is one, has none before it ("Moss NV")."""

KINDS = {"work": WORK, "volunteer": WORK, "education": EDUCATION}


def names(list_: str, text: str, record: Record) -> bool:
    """Whether a text holds a word of one of the vocabulary's lists, whatever separates it."""
    return _names(list_, text, record.vocabulary)


@lru_cache(maxsize=16384)
def _names(list_: str, text: str, vocabulary: Vocabulary) -> bool:
    text = text.removesuffix(f", {NEVADA}")
    firm = _FIRM.fullmatch(text)
    joined = firm is not None and (firm[2] in ("&", "+") or key(firm[2]) in vocabulary["and"])
    if firm and joined and key(firm[3]) in vocabulary["firm_partners"]:
        # "Holm & Partner" is no partner
        return list_ == "organisations" or _names(list_, firm[1], vocabulary)
    if list_ == "roles" and is_proper(text, vocabulary):
        return False  # "The Valley Courier"
    if list_ == "degrees":
        text = _STATE.sub("", text)  # "A School (Salem, MA)" is no Master of Arts
    return (
        vocabulary.has(list_, re.sub(r"[/,،()–—-]", " ", text))
        or vocabulary.has(list_, text)
        or vocabulary.compounded(list_, text)
    )


def is_proper(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a name that begins with an article, in capitals all through."""
    article, *others = text.split() or [""]
    named = len(others) > 1 and all(word.lstrip("(")[:1].isupper() for word in others)
    return article[:1].isupper() and named and key(article) in vocabulary["articles"]


_STATE = re.compile(r"\([^()]+,\s*[A-Z]{2}\)")
_FIRM = re.compile(r"(.*\S)\s+(\S+)\s+(\S+)", re.DOTALL)


def order_of(first: str, second: str, words: Kind, record: Record) -> int:
    """1 for role before organisation, -1 for the other order, 0 where the words do not say."""
    earlier = [key(part) in record.vocabulary["earlier"] for part in (first, second)]
    if words is WORK and any(earlier):
        return -1 if earlier[0] else 1
    scores = [
        4 * names(words.what, part, record)
        - 2 * names(words.who, part, record)
        + (ends_like_role(part, record) if words is WORK else is_subject(part, record))
        for part in (first, second)
    ]
    if scores[0] == scores[1]:
        return 0
    return 1 if scores[0] > scores[1] else -1


def is_subject(text: str, record: Record) -> bool:
    """Whether a text is what a degree is in, and neither degree nor school: "Industrial Design"."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_SUBJECT or re.search(r"\d|[:：]|[.!?]\s", text):
        return False
    others = ("degrees", "schools", "organisations", "honours")
    named = any(names(list_, text, record) for list_ in others)
    return not named and names("subjects", text, record)


_LONGEST_SUBJECT = 8


def ends_like_role(text: str, record: Record) -> bool:
    """Whether a first or last word has the ending of words for people who do something."""
    words = [key(word) for word in re.split(r"[\s,/]+", text) if word]
    endings = tuple(record.vocabulary["role_endings"])
    return any(
        len(word) > (1 if CJK.search(word) else 4) and word.endswith(endings)
        for word in (*words[:1], *words[-1:])
    )
