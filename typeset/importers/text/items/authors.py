"""Authors before the title of a publication: "Ferro, P., & Holm, I. T.", "Holm IT, Ferro P"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.particles import PARTICLES
from typeset.importers.text.words.scripts import SOLID
from typeset.importers.text.words.vocabulary import Vocabulary, any_of, key

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]?|[^\W\d_](?:-[^\W\d_])?")
_SHORT = re.compile(r"[^\W\d_]{1,3}(?:-[^\W\d_])?")
_MARKS = re.compile(r"[\\*†‡§#¹²³⁰-⁹^]+|(?<=[^\W\d_])\d(?:,\d)*(?=\W|$)")
_OTHERS = re.compile(r"(?:[,&]\s*)?\bet\.?\s+al\b\.?|\b(?:и|та) др\b\.?|…|\.\.\.|等", re.IGNORECASE)
_EDITORS = re.compile(r"[(（][^()（）\d]{2,9}\.?[)）]\s*$")
_LONGEST_NAME = 5
_LONGEST_FOREIGN = 18
_FOREIGN = re.compile(r"[^\W\d_][・·＝=][^\W\d_]")
"""What parts a foreign name in scripts without spaces: "マルタ・ベリーニ"."""


@dataclass(frozen=True, slots=True)
class Names:
    """Whether a text is names of people, and whether its form leaves no doubt of it."""

    people: bool
    sure: bool = False


def read_names(text: str, record: Record) -> Names:
    """Judge a text by its form: every part of it a name of capitals and initials.

    Sure are initials ("I. Holm", "Holm I"), "et al.", three names or more, and names of which one
    is that of the person whose document it is.
    """
    vocabulary = record.vocabulary
    plain = _EDITORS.sub("", _MARKS.sub("", unstyle(text)).strip()).strip(" ,;:.")
    short, others = _OTHERS.subn(" ", plain)
    words = any_of(vocabulary, "and")
    parts = re.split(rf"\s*[,;，；、&]\s*(?:(?:{words})\s+)?|\s+(?:{words}|/)\s+", short)
    names = [part.strip(" .") if len(part.split()) > 1 else part.strip() for part in parts]
    names = [name for name in names if name.strip(".")]
    groups = [name for name in names if _is_group(name, vocabulary)]
    if groups and len(groups) == len(names):
        return Names(True, True)
    names = [name for name in names if name not in groups]
    if not names or not all(_is_name(name) for name in names) or _runs_on(names):
        return Names(False)
    initials = any(_has_initials(name) for name in names)
    several = len(names) > 2 and all(len(name.split()) > 1 for name in names)
    solid = all(SOLID.search(name) and len(name) <= _LONGEST_NAME for name in names)
    told = bool(others or groups) or initials or several or (solid and len(names) > 1)
    return Names(True, told or _holds_oneself(" ".join(names), record.person))


def _runs_on(names: list[str]) -> bool:
    """Whether the title follows the last of names that end in initials: "Holm I, Reed A. Brine"."""
    *others, last = names
    return bool(
        others
        and all(_INITIALS_LAST.fullmatch(name) for name in others)
        and _INITIALS_AMID.fullmatch(last)
    )


_INITIALS_LAST = re.compile(r"(?:[^\W\d_][^\s.]+ )+[^\W\d_a-z]{1,3}")
_INITIALS_AMID = re.compile(r"(?:[^\W\d_][^\s.]+ )+[^\W\d_a-z]{1,3}\. [^\W\d_][^\s.]+.*")


def _holds_oneself(people: str, person: str) -> bool:
    """Whether one of several names is a person's own, or as much of it as initials tell."""
    *given, family = [key(word) for word in person.split()] or [""]
    words = [key(word) for word in people.split()]
    return bool(given and len(family) > 1 and family in words and given[0] in words)


def _is_group(text: str, vocabulary: Vocabulary) -> bool:
    """Whether people sign together under a name: "Larch Collaboration", "the Peat Study Group"."""
    words = text.split()
    if not 1 < len(words) <= _LONGEST_GROUP:
        return False
    ends = {key(words[-1]), key(" ".join(words[-2:]))}
    return not ends.isdisjoint(vocabulary["author_groups"])


_LONGEST_GROUP = 7


def _is_name(text: str) -> bool:
    words = text.split()
    if not 0 < len(words) <= (_LONGEST_NAME if _has_initials(text) else _LONGEST_NAME - 1):
        return False
    if len(words) > 1 and words[0].islower() and words[0] not in PARTICLES:
        words = words[1:]  # "with S. Holm"
        if not _has_initials(" ".join(words)):
            return False
    if any(SOLID.search(word) for word in words):
        return len(text) <= (_LONGEST_FOREIGN if _FOREIGN.search(text) else _LONGEST_NAME)
    capital = [word for word in words if word not in PARTICLES]
    return bool(capital) and all(_is_word(word) for word in capital)


def _is_word(word: str) -> bool:
    named = re.fullmatch(r"[^\W\d_](?:[^\W\d_]|['’‐-]|(?<!\w{4})\.)*", word)
    return named is not None and (word[0].isupper() or not word[0].islower())


def _has_initials(name: str) -> bool:
    """Whether a name holds initials: "I. Holm", "Holm, I." (one part of it), "Holm IT"."""
    words = name.split()
    if not all(word.isupper() or word[:1].isupper() or word in PARTICLES for word in words):
        return False
    if any(_INITIALS.fullmatch(word) and word.isupper() for word in words):
        return True
    ends = (words[0], words[-1])  # "AS Ferro", "Ferro AS"
    return len(words) > 1 and any(word.isupper() and _SHORT.fullmatch(word) for word in ends)
