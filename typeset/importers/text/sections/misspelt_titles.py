"""Section titles known but for one letter."""

from __future__ import annotations

from functools import lru_cache

from typeset.importers.text.sections.titles import without_remark
from typeset.importers.text.words.vocabulary import Vocabulary


@lru_cache(maxsize=4096)
def misspelt(title: str, vocabulary: Vocabulary) -> str:
    """The kind of a long title that is known but for one letter ("Work Experiance"), or ""."""
    words = vocabulary.joined(without_remark(title))
    if len(words) < _SHORTEST_MISSPELT or not words.isascii():
        return ""
    return next(
        (
            kind
            for size in range(len(words) - 1, len(words) + 2)
            for known, kind in vocabulary.titles_like.get((words[0], size), ())
            if _differ_by_one(known, words)
        ),
        "",
    )


_SHORTEST_MISSPELT = 8


def _differ_by_one(one: str, other: str) -> bool:
    """Whether a letter is missing, too many, another, or two have changed their places."""
    if abs(len(one) - len(other)) > 1 or len(one) < _SHORTEST_MISSPELT:
        return False
    if one[:3] != other[:3] and one[-3:] != other[-3:]:
        return False  # one slip spares one of the ends; most titles are told apart here
    pairs = zip(one, other, strict=False)
    same = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    one, other = one[same:], other[same:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])
