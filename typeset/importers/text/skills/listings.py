"""Bullets of skills that list names without a label, and those that tell of one thing in commas."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.skills.words import PLAIN_LABEL, in_clauses, split_dots, split_keywords
from typeset.importers.text.words.scripts import SOLID, begins_large
from typeset.importers.text.words.vocabulary import key, vocabulary


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
    """A bullet among others, cut where it lists names: "Git, Docker", "kneading, baking, selling".

    Two are names where they begin alike: of "Sign language, basic" the one tells of the other.
    What a label stands over, or a word joins, is one thing with its parts: "Linux, Mac & Windows".
    """
    words = split_keywords(text)
    latin = len(words) > 1 and all(re.match("[A-Za-z]", word) for word in words)
    if latin and SOLID.search(text) and not PLAIN_LABEL.fullmatch(text):
        return words  # "Excel（VLOOKUP関数）、PowerPoint"
    if SOLID.search(text) or PLAIN_LABEL.fullmatch(text) or not lists_names(text):
        return split_dots(text)
    plain = [unstyle(word) for word in words]
    ands = vocabulary()["and"]
    if any(key(part) in ands or part == "&" for part in re.split(r"\s+", plain[-1])):
        return split_dots(text)
    level = re.search(r"[(（]([^()（）]+)[)）]$", plain[-1])
    if level and vocabulary().has("levels", level[1]) and len(words) < _FEWEST_LISTED:
        return split_dots(text)  # "Flour, yeast (basic knowledge)"
    large = sum(begins_large(word) for word in plain)
    lone = len(words) < _FEWEST_LISTED
    alike = large in (0, len(words)) and not any(re.match(r"\d", word) for word in plain)
    return words if alike or not lone else split_dots(text)


def names_in_all(texts: list[str]) -> list[str]:
    """The names in the bullets of one list: where most that have commas list names, so do all."""
    cut = [names_in(text) for text in texts]
    several = [len(split_keywords(text)) > 1 for text in texts]
    listed = sum(len(words) > 1 for words in cut)
    if sum(several) == 1 and len(texts) >= _FEWEST_WHOLE and _are_phrases(texts, several):
        return texts
    if listed > 1 and listed * 2 > sum(several):
        plain = [not PLAIN_LABEL.fullmatch(text) and not SOLID.search(text) for text in texts]
        cut = [
            split_keywords(text) if told and lists_names(text) else words
            for text, words, told in zip(texts, cut, plain, strict=True)
        ]
    return [word for words in cut for word in words]


def _are_phrases(texts: list[str], several: list[bool]) -> bool:
    """Whether one bullet alone has commas, within a phrase as the others are.

    "Shift planning" / "Stores, stock counts and orders" / "Training of new drivers".
    """
    text = texts[several.index(True)]
    goes_on = all(word[:1].islower() for word in split_keywords(text)[1:])
    others = [len(one.split()) > 1 for one, told in zip(texts, several, strict=True) if not told]
    phrase = " " in split_keywords(text)[0] and text[:1].isupper() and not SOLID.search(text)
    return phrase and goes_on and sum(others) * 2 > len(others)


_FEWEST_WHOLE = 4


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
    joined = key(words[-1].split()[0]) in vocabulary()["and"] if words else True
    if len(words) >= _SURELY_LISTED and not joined and _are_short(words):
        return words
    if len(words) > 1 and len(words[0].split()) >= _SHORTEST_CLAUSE:
        return [text.strip()]
    goes_on = [word for word in words[1:] if word[:1].islower() and " " in word]
    told = goes_on and text[:1].isupper() and "," in text and len(names_in(text)) == 1
    return [text.strip()] if told else words


_SHORTEST_CLAUSE = 6
_SURELY_LISTED = 4


def _are_short(words: list[str]) -> bool:
    """Whether no part of a listing has more words than names do, but in brackets."""
    bare = (re.sub(r"\s*[(（][^()（）]*[)）]", "", word) for word in words)
    return all(len(word.split()) <= _LONGEST_LISTED + 1 for word in bare)


def are_lists(lines: list[str]) -> bool:
    """Whether lines are a list each, which no margin that people set has ended.

    "Drills, lathes, saws, Moss CNC" over "Silver solder, Fern Ledger, Word".
    """
    if not all(len(split_keywords(line)) >= _FEWEST_LISTED for line in lines):
        return False
    ended = all(
        below[:1].isupper() and not _NARROWEST <= len(above) + 1 + len(below.split()[0]) <= _WIDEST
        for above, below in pairwise(lines)
    )
    return len(lines) > 1 and ended


_NARROWEST, _WIDEST = 72, 100
"""Between which columns the margins of plain text stand."""
