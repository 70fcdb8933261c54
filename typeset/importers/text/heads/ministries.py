"""Ministries, whose names list what they see to: "Ministry of Sea, Ports and Lights"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from typeset.importers.text.markup.inline import masked
from typeset.importers.text.words.scripts import SOLID
from typeset.importers.text.words.vocabulary import Vocabulary, longest_first

_LONGEST_PART = 40


def with_ministries_masked(title: str, vocabulary: Vocabulary) -> str:
    """A title masked as inline marks are, so that no comma of a ministry's name is seen."""
    mask = masked(title)
    firsts = _first_words(vocabulary["ministries"])
    if "," not in mask or firsts.isdisjoint(mask.casefold().split()):
        return mask
    words = (vocabulary[name] for name in ("ministries", "and", "schools"))
    return _ministry(*words).sub(lambda name: name[0].replace(",", "\0"), mask)


@lru_cache(maxsize=4)
def _ministry(
    begins: frozenset[str], ands: frozenset[str], schools: frozenset[str]
) -> re.Pattern[str]:
    """A ministry with a list behind it that ends with "and"; no part of it is a school."""
    own = rf"(?!\s*(?:{_any(_first_words(schools))})\b)"
    part = rf"[^,|·•\t()–—\d]{{2,{_LONGEST_PART}}}"
    return re.compile(
        rf"(?<![^\W_])(?:{_any(begins)})(?=[\s'’])[^,|·•\t()–—\d]*?(?:,{own}{part})*?"
        rf",{own}{part}?\s(?:{_any(ands)})\s",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    """The first word of each phrase."""
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def _any(words: Iterable[str]) -> str:
    """A pattern of words in scripts that set them apart."""
    return "|".join(re.escape(word) for word in longest_first(words) if not SOLID.search(word))
