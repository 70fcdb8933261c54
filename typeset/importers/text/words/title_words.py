"""Section titles of all languages: their kinds, and where their compounds have the head."""

from __future__ import annotations

from collections.abc import Mapping

from typeset.importers.text.words.folding import unaccented
from typeset.importers.text.words.language_files import LanguageFile


def ampersands(text: str, known: frozenset[str]) -> str:
    """Words with each that is known to mean "and" as `&`."""
    words = text.split()
    if known.isdisjoint(words):
        return " ".join(words)
    return " ".join("&" if word in known else word for word in words)


def kinds_of_titles(
    titles: Mapping[str, dict[str, list[str]]], ands: frozenset[str]
) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """The kinds of sections by their titles, and each language's own that are others.

    Of two languages' kinds the first counts where nothing tells the language: "Cursus" are
    studies in French, and courses in Dutch.
    """
    told = {name: _kinds_of_titles(kinds, ands) for name, kinds in titles.items()}
    first: dict[str, str] = {}
    for kinds in told.values():
        first = kinds | first
    return first, {
        name: {title: kind for title, kind in kinds.items() if first[title] != kind}
        for name, kinds in told.items()
    }


def _kinds_of_titles(titles: dict[str, list[str]], ands: frozenset[str]) -> dict[str, str]:
    """One language's kinds by its titles, with and without accents and either way round."""
    kinds: dict[str, str] = {}
    for kind, forms in titles.items():
        for title in forms:
            joined = ampersands(title, ands)
            kinds.setdefault(joined, kind)
            kinds.setdefault(unaccented(joined), kind)
    for title, kind in list(kinds.items()):
        if not all(part in kinds for part in title.split(" & ")):  # else each part has its own
            kinds.setdefault(turned(title), kind)
    return kinds


def turned(title: str) -> str:
    """A title of two parts the other way round: "skills & tools" is "tools & skills"."""
    first, joint, second = title.partition(" & ")
    return title if not joint or " & " in second else f"{second} & {first}"


def in_all_forms(titles: frozenset[str], ands: frozenset[str]) -> frozenset[str]:
    """Titles with each word for "and" as `&` too, and of two parts the other way round."""
    joined = frozenset(ampersands(title, ands) for title in titles)
    return titles | joined | frozenset(map(turned, joined))


def heads_of_titles(
    files: list[LanguageFile],
    titles: Mapping[str, dict[str, list[str]]],
    lists: dict[str, frozenset[str]],
) -> dict[str, set[str]]:
    """The titles of one word, by where a compound of their language has its head."""
    heads: dict[str, set[str]] = {"last": set(), "first": set()}
    owners = lists["organisations"] | lists["schools"]
    for one in files:
        for kind, forms in titles[one.name].items():
            single = {word for word in forms if " " not in word and len(word) >= _SHORTEST_HEAD}
            single -= owners
            bare = set() if kind == "references" else set(map(unaccented, single))
            heads[one.values.get("head", "last")] |= single | bare  # "References on request"
    return heads


_SHORTEST_HEAD = 3
"""Letters of a word that a compound is named by: "разработчик ПО" is nobody's software."""
