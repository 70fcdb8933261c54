"""Section titles known but for one letter."""

from __future__ import annotations

from functools import cache, lru_cache

from typeset.importers.text.sections.titles import without_remark
from typeset.importers.text.words.vocabulary import vocabulary


@lru_cache(maxsize=4096)
def misspelt(title: str) -> str:
    """The kind of a long title that is known but for one letter ("Work Experiance"), or ""."""
    words = vocabulary().joined(without_remark(title))
    if len(words) < _SHORTEST_MISSPELT or not words.isascii():
        return ""
    alike = (
        title
        for end in _ends(words)
        for size in range(len(words) - 1, len(words) + 2)
        for title in _titles_by_ends().get((end, size), ())
    )
    known = next((title for title in alike if _differ_by_one(title, words)), "")
    return vocabulary().sections.get(known, "")


_SHORTEST_MISSPELT = 8


@cache
def _titles_by_ends() -> dict[tuple[str, int], list[str]]:
    """The long titles of sections by either end and their length."""
    found: dict[tuple[str, int], list[str]] = {}
    for title in vocabulary().sections:
        for end in _ends(title) if len(title) >= _SHORTEST_MISSPELT else ():
            found.setdefault((end, len(title)), []).append(title)
    return found


def _ends(title: str) -> tuple[str, str]:
    """One slip spares one of the ends; both are told with the first letter."""
    return title[:3], f"{title[0]}…{title[-3:]}"


def _differ_by_one(one: str, other: str) -> bool:
    """Whether a letter is missing, too many, another, or two have changed their places."""
    pairs = zip(one, other, strict=False)
    same = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    one, other = one[same:], other[same:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])
