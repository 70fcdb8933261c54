"""Words that are also known without their accents, as many type them: "Ingenieria", "ate 2020"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from typeset.importers.text.words.folding import keys, unaccented
from typeset.importers.text.words.language_files import LanguageFile

_LONG = 5
_NAMES = ("degrees", "schools", "subjects", "organisations", "roles", "units")
_SAID = (
    "levels", "present", "since", "durations", "expected", "tongues", "unfinished",
    "expiry", "on_request", "closings", "fields_of_study", "completions",
)  # fmt: skip
_SHORTEST = (
    dict.fromkeys(_NAMES, 0) | dict.fromkeys(_SAID, _LONG) | {"honours": 8, "until": 3, "cities": 6}
)
"""The lists, and how many letters a word has at least: short ones are other languages' words."""


def with_unaccented(lists: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """All lists, of some the words in both forms.

    Without its accent a word may be a town instead: Macon is none who builds walls ("maçon").
    """
    typed = {name: _typed(lists[name], shortest) for name, shortest in _SHORTEST.items()}
    return lists | {
        name: lists[name] | (words if name == "cities" else words - lists["cities"])
        for name, words in typed.items()
    }


def months(files: list[LanguageFile]) -> dict[str, int]:
    """The numbers of months by their names, long ones in both forms: "marco 2020"."""
    named: dict[str, int] = {}
    for one in files:
        named |= _months_of(one)
    typed = {unaccented(word): n for word, n in named.items() if len(word) >= _LONG}
    return typed | named


def own_months(files: list[LanguageFile], named: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """For each language the months that are others in `named`: "listopad", to Croats October."""
    return {
        one.name: {word: n for word, n in _months_of(one).items() if named[word] != n}
        for one in files
    }


def _months_of(one: LanguageFile) -> dict[str, int]:
    return {word: number for number, forms in enumerate(one.months, 1) for word in keys(forms)}


def _typed(words: Iterable[str], shortest: int) -> frozenset[str]:
    return frozenset(word for word in map(unaccented, words) if len(word) >= shortest)
