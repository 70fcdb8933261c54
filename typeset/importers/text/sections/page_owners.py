"""Whose page it is, by its title: "Ann Bell's Résumé", "Hi, I'm Ann Bell!"."""

from __future__ import annotations

import re

from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.particles import PARTICLES
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import Vocabulary, any_of, key, longest_first

_OWNED = re.compile(r"['’´]s?$")
_INITIAL = re.compile(r"[^\W\d_]\.")
_LONGEST = 6


def owner_of(title: str, vocabulary: Vocabulary) -> str:
    """The person whose name a document's title begins with: "Ann Bell's Résumé"; "" for none."""
    words = title.split()
    if "\t" in title or is_document_title(title, vocabulary):
        return ""
    if presented := _presented(title, vocabulary):
        return presented
    for count in (2, 1):
        ending = " ".join(words[-count:])
        name = words[:-count]
        if key(ending) not in vocabulary["documents"] or not 0 < len(name) <= _LONGEST:
            continue
        signs = [at for at, word in enumerate(name) if _OWNED.search(word)]
        owned = signs[0] if signs else len(name) - 1
        bare = [*name[:owned], _OWNED.sub("", name[owned])]
        fewest = 1 if signs else 2  # "Ann's Résumé"
        if fewest <= len(bare) <= 4 and all(
            word[0].isupper() and (word[-1].isalnum() or _INITIAL.fullmatch(word)) for word in bare
        ):
            return " ".join(bare)
    documents = (word for word in longest_first(vocabulary["documents"]) if CJK.search(word))
    solid = next((word for word in documents if title.endswith(word)), "")
    joined = title.removesuffix(solid).rstrip("的の ") if solid else ""
    return joined if 1 < len(joined) < 5 else ""


def _presented(title: str, vocabulary: Vocabulary) -> str:
    """The person who presents herself in a title: "Hi, I'm Ann Bell!"; "" for other titles."""
    words = any_of(vocabulary, "presentations")
    match = re.fullmatch(rf"(?:[^\W\d_]+[,!.]?\s+)?(?:{words})\s+(.+?)[.!]?", title, re.IGNORECASE)
    return match[1] if match and is_person(match[1]) else ""


def presents_oneself(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text hails its reader and goes on about its writer: "hi, i'm kit. i write …".

    So a page about oneself begins; whom a letter greets is another.
    """
    words = re.sub("([，！])", r"\1 ", text[:_OPENING]).split()
    hailed, said = vocabulary["salutations"], vocabulary["presentations"]
    solid = tuple(filter(CJK.match, said))
    return any(
        key(" ".join(words[:size])) in hailed
        and (
            words[size].startswith(solid)
            or any(key(" ".join(words[size : size + more])) in said for more in (1, 2, 3))
        )
        for size in range(1, min(4, len(words)))
    )


_OPENING = 60
"""Signs within which a text that hails and presents has done both."""


def is_person(text: str) -> bool:
    """Whether a text can be a person's name by its looks: a few words, each with a capital.

    Small words of names may stand between them: "Ida van der Meer".
    """
    words = text.split()
    if not re.fullmatch(r"[^\W\d_][^\d|,/&:：;@()<>]*", text):
        return False
    if CJK.match(text):
        return len(text.replace(" ", "")) in (2, 3, 4) or len(words) == 2
    large = [words[0], *(word for word in words[1:-1] if word not in PARTICLES), *words[1:][-1:]]
    return 1 < len(large) <= 4 and all(word[:1].isupper() for word in large)


def without_titles(name: str) -> str:
    """A name without the titles before it that are cut short: "Prof. Dr. med. Ida Holm"."""
    return _TITLES.sub("", name)


_TITLES = re.compile(r"^(?:[^\W\d_]+\.(?:-[^\W\d_]+\.)?\s+(?:\([^()]*\)\s+)?)+")
