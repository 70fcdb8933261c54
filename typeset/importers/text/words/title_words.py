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


def kinds_of_titles(titles: list[dict[str, list[str]]], ands: frozenset[str]) -> dict[str, str]:
    """The kinds of sections by their titles: of two languages' kinds the first counts."""
    sections: dict[str, str] = {}
    for kinds in titles:
        for kind, forms in kinds.items():
            for title in forms:
                joined = ampersands(title, ands)
                sections.setdefault(joined, kind)
                sections.setdefault(unaccented(joined), kind)
    return sections


def own_kinds(
    titles: Mapping[str, dict[str, list[str]]], first: Mapping[str, str], ands: frozenset[str]
) -> dict[str, dict[str, str]]:
    """For each language the kinds of its titles that mean another thing in one before it.

    "Cursus" are studies in French, and courses in Dutch; `first` has the kind of the first.
    """
    return {
        name: {
            title: kind
            for title, kind in kinds_of_titles([kinds], ands).items()
            if first[title] != kind
        }
        for name, kinds in titles.items()
    }


def heads_of_titles(
    files: list[LanguageFile],
    titles: list[dict[str, list[str]]],
    lists: dict[str, frozenset[str]],
) -> dict[str, set[str]]:
    """The titles of one word, by where a compound of their language has its head."""
    heads: dict[str, set[str]] = {"last": set(), "first": set()}
    for one, kinds in zip(files, titles, strict=True):
        for kind, forms in kinds.items():
            single = {one for one in forms if " " not in one and len(one) >= _SHORTEST_HEAD}
            single -= lists["organisations"] | lists["schools"]
            bare = set() if kind == "references" else set(map(unaccented, single))
            heads[one.values.get("head", "last")] |= single | bare  # "References on request"
    return heads


_SHORTEST_HEAD = 3
"""Letters of a word that a compound is named by: "разработчик ПО" is nobody's software."""
