"""Whether a text has a term: the same stems in one clause, one word between them at most."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from typeset.tailor.posting.cutting import Word, clauses
from typeset.tailor.posting.language import Language, language

Keys = tuple[str, ...]
"""What a term is known by: the stems of its words, characters where no space parts words."""

_PLURAL = re.compile(r"[A-Z0-9]{2,}s")
_SHORTEST_PART = 6
"""Letters: in languages that join words, shorter ones begin and end too many others."""


def keys(words: Iterable[Word], known: Language) -> Keys:
    """What the words of a term are known by, without the small words among them."""
    found: list[str] = []
    for word in (part for whole in words for part in whole.parts):
        if word.solid:
            found += word.text
        elif is_name(word, known):
            found.append(word.text)
        elif word.acronym or word.signed:
            found.append(_bare(word))
        elif word.folded not in known.stops and not word.text.endswith("'"):
            found.append(known.stem(word.folded))
    return tuple(found)


def is_name(word: Word, known: Language) -> bool:
    """Whether its capitals tell a word from the small or common one of its letters: `IT`, `Go`."""
    if word.folded not in known.stops and word.folded not in known.generic:
        return False
    return word.acronym or (word.text in known.names and not word.first)


def _bare(word: Word) -> str:
    folded = word.folded[:-1] if _PLURAL.fullmatch(word.text) else word.folded
    return folded[0] + folded[1:].replace(".", "") if folded else folded


def _forms(word: Word, known: Language) -> list[frozenset[str]]:
    """All that each part of a word of a text may be known by; nothing for a small word."""
    if word.solid:
        return [frozenset(character) for character in word.text]
    found = [form for part in word.parts if (form := _part_forms(part, known))]
    if len(word.parts) > 1 and found:  # "front-end" is "frontend", too
        found[0] |= {known.stem(word.folded.replace("-", ""))}
    return found


def _part_forms(word: Word, known: Language) -> frozenset[str]:
    special = {word.text} if word.acronym or word.text in known.names else set()
    if word.folded in known.stops or word.text.endswith("'"):
        return frozenset(special)
    return frozenset(special | {_bare(word), known.stem(word.folded)})


@dataclass(frozen=True)
class Text:
    """A text cut and stemmed once, to look for many terms in it."""

    known: Language
    clauses: tuple[tuple[frozenset[str], ...], ...]

    @classmethod
    def of(cls, text: str, lang: str) -> Text:
        """The text as one in the language of the tag `lang` is stemmed."""
        known = language(lang)
        return cls(
            known,
            tuple(
                tuple(form for word in clause for form in _forms(word, known))
                for clause in clauses(text, known)
            ),
        )

    def has(self, wanted: Keys) -> bool:
        """Whether a clause has all of a term's keys.

        They stand in their order with one other word between at most, or side by side in
        any order ("analysis of data" has "data analysis"). Of scripts without spaces the
        characters stand side by side.
        """
        return any(self._in(clause, wanted) for clause in self.clauses)

    def _in(self, clause: tuple[frozenset[str], ...], wanted: Keys) -> bool:
        size = len(wanted)
        solid = any(len(key) == 1 and ord(key) > 0xE00 for key in wanted)
        for start in range(len(clause) - size + 1):
            beside = clause[start : start + size]
            if all(map(self._is, wanted, beside)):
                return True
            if solid or size == 1:
                continue
            if all(any(self._is(key, form) for form in beside) for key in wanted):
                return True
            if self._in_order(clause[start : start + size + 1], wanted):
                return True
        return False

    def _in_order(self, window: tuple[frozenset[str], ...], wanted: Keys) -> bool:
        rest = iter(window)
        return all(any(self._is(key, form) for form in rest) for key in wanted)

    def _is(self, key: str, forms: frozenset[str]) -> bool:
        if key in forms:
            return True
        if not self.known.compounds or len(key) < _SHORTEST_PART:
            return False
        return any(form.startswith(key) or form.endswith(key) for form in forms)
