"""Forms that a known title takes: set letter by letter, or in another number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import Vocabulary


def closed_up(words: str, known: Iterable[str]) -> str:
    """The known title that is set letter by letter ("e x p e r i e n c e"); "" for others.

    A letter apart is no word for "and", as "e" is to Italians.
    """
    if not _LETTERS_APART.fullmatch(words):
        return ""
    solid = words.replace(" ", "")
    return next((one for one in known if one.replace(" ", "") == solid), "")


_LETTERS_APART = re.compile(r"[^\W\d_](?: [^\W\d_&]| &){3,}")


def in_other_number(words: str, vocabulary: Vocabulary) -> str:
    """The known title that differs in its number alone: "Aus- und Weiterbildungen"; or ""."""
    if len(words) < _SHORTEST_IN_NUMBERS or CJK.search(words):
        return ""
    singles = (words.removesuffix(end) for end in _PLURALS if words.endswith(end))
    forms = (*singles, *(words + end for end in _PLURALS))
    return next((form for form in forms if form in vocabulary.sections), "")


_PLURALS = ("s", "es", "en", "n", "e")
_SHORTEST_IN_NUMBERS = 11
