"""Bullets of skills that list names without a label, and those that tell of one thing in commas."""

from __future__ import annotations

import re

from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.skills.words import PLAIN_LABEL, in_clauses, split_dots, split_keywords
from typeset.importers.text.words.scripts import SOLID, begins_large


def listings(texts: list[str], fewest: int = 3) -> list[str]:
    """The names in bullets that list some each: "Lathe, saw, file"; none where one lists none.

    Beside one that lists many, others may hold fewer, where all are written as names.
    """
    listed = [split_keywords(text) for text in texts]
    words = [word for one in listed for word in one]
    short = all(len(word.split()) <= _LONGEST_LISTED for word in words)
    full = all(len(one) >= fewest for one in listed)
    many = max(map(len, listed)) > _FEWEST_LISTED and all(word[:1].isupper() for word in words)
    return words if short and (full or many) else []


_LONGEST_LISTED = 3
_FEWEST_LISTED = 3


def names_in(text: str) -> list[str]:
    """A bullet among others without labels, cut where it lists three names: "Git, Docker, Vim".

    Of fewer, one may tell of the other; what goes on in small letters tells of the first.
    """
    words = split_keywords(text)
    large = sum(begins_large(unstyle(word)) for word in words)
    named = lists_names(text) and len(words) >= _FEWEST_LISTED and large * 2 > len(words)
    return words if named and not SOLID.search(text) else split_dots(text)


def lists_names(text: str) -> bool:
    """Whether a bullet lists short names, perhaps behind a label, however many words they have."""
    label = PLAIN_LABEL.fullmatch(text)
    words = split_keywords(label[2] if label else text)
    bare = [re.sub(r"\s*[(（][^()（）]*[)）]", "", word) for word in words]
    return len(words) > 1 and all(len(word.split()) <= _LONGEST_LISTED for word in bare)


def item_words(text: str) -> list[str]:
    """A bullet without a label: a listing in commas is cut, a clause that has some is not.

    "Ready to learn new trades such as joinery, glazing" is one, by the words before its names.
    """
    words = [text.strip()] if in_clauses(text) else split_keywords(text)
    if len(words) > 1 and len(words[0].split()) >= _SHORTEST_CLAUSE:
        return [text.strip()]
    goes_on = [word for word in words[1:] if word[:1].islower() and " " in word]
    told = goes_on and text[:1].isupper() and "," in text and len(names_in(text)) == 1
    return [text.strip()] if told else words


_SHORTEST_CLAUSE = 6
