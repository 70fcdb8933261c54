"""How much a phrase matters to a posting: by its form, its place, and how often it is said."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from typeset.tailor.posting.cutting import Word
from typeset.tailor.posting.language import Language
from typeset.tailor.posting.matching import Keys, is_name, keys
from typeset.tailor.posting.phrases import Phrase, is_empty
from typeset.tailor.posting.zones import Sentence

_AGAIN = 0.35
"""What a phrase gains each time that its count doubles."""
_PHRASE, _LONG_PHRASE, _NAME, _NOUN, _ITEM, _WORD = 1.2, 1.05, 1.2, 0.9, 0.75, 0.35
"""How telling a form is: two or three words, four; a name as `SQL`, with a capital; a word
that is all of an item, one in a sentence."""
_SOLID = 0.25
"""The same for each character where no spaces part words."""


@dataclass
class Candidate:
    """A phrase while it is counted: its first line, its best place, how telling its form is."""

    line: int
    zone: float = 0.0
    form: float = 0.0
    count: int = 0
    texts: dict[str, int] = field(default_factory=dict)

    def add(self, phrase: Phrase, zone: float, form: float) -> None:
        """Count one place more."""
        self.count += 1
        self.zone = max(self.zone, zone)
        self.form = max(self.form, form)
        self.texts[phrase.text] = self.texts.get(phrase.text, 0) + 1

    def join(self, other: Candidate) -> None:
        """Count another phrase's places as this one's."""
        self.line = min(self.line, other.line)
        self.zone, self.form = max(self.zone, other.zone), max(self.form, other.form)
        self.count += other.count

    @property
    def weight(self) -> float:
        """Said twice is more, said ten times is not five times that."""
        return round(self.form * self.zone * (1 + _AGAIN * math.log2(max(1, self.count))), 2)

    @property
    def text(self) -> str:
        """The form it is written in most often, the first of equal ones."""
        return max(self.texts, key=lambda text: self.texts[text])


def count(seen: Iterable[tuple[Phrase, Sentence]], known: Language) -> dict[Keys, Candidate]:
    """Every phrase by its keys, in the order of the posting.

    What is part of longer phrases counts there, too, where it stands alone elsewhere, or
    where several different ones have it.
    """
    found: dict[Keys, Candidate] = {}
    inside: dict[Keys, list[tuple[Phrase, Sentence, Keys]]] = {}
    for phrase, sentence in seen:
        _add(found, phrase, sentence, known)
        for part in _parts(phrase, known):
            inside.setdefault(part.keys, []).append((part, sentence, phrase.keys))
    alone = set(found)
    for own, places in inside.items():
        if own in found or len({around for _, _, around in places}) > 1:
            for part, sentence, _ in places:
                _add(found, part, sentence, known)
    sharing: dict[str, list[Keys]] = {}
    for own in found:
        for key in dict.fromkeys(own):
            sharing.setdefault(key, []).append(own)
    return {
        own: one
        for own, one in found.items()
        if not any(
            _says_too(other, own, found, own in alone, known)
            for other in dict.fromkeys(other for key in set(own) for other in sharing[key])
        )
    }


def _says_too(
    other: Keys, own: Keys, found: dict[Keys, Candidate], alone: bool, known: Language
) -> bool:
    """Whether another phrase says the same: a longer one each time, or one but for weak words."""
    if is_part(own, other):
        return not alone and found[other].count >= found[own].count
    if len(other) > 1 and is_part(other, own) and found[own].count <= found[other].count:
        more = list(own)
        for key in other:
            more.remove(key)
        return all(key in known.weak_stems for key in more)
    return False


def is_part(inner: Keys, outer: Keys) -> bool:
    """Whether keys stand in a longer row of them, side by side."""
    size = len(inner)
    return size < len(outer) and any(
        outer[start : start + size] == inner for start in range(len(outer) - size + 1)
    )


def _add(found: dict[Keys, Candidate], phrase: Phrase, sentence: Sentence, known: Language) -> None:
    one = found.setdefault(phrase.keys, Candidate(sentence.line))
    one.add(phrase, sentence.weight, _form(phrase, known))


def _parts(phrase: Phrase, known: Language) -> Iterable[Phrase]:
    """The runs of words inside a phrase that could be terms: names, and two words or more."""
    words = phrase.words
    for size in range(1, len(words)):
        for start in range(1 if known.head_first else len(words) - size + 1):
            part = words[start : start + size]
            ends = {part[0].folded, part[-1].folded}
            special = size == 1 and _is_special(part[0], known)
            if (special or size > 1) and not ends & known.links and not is_empty(part, known):
                yield Phrase(part, keys(part, known), False)


def _form(phrase: Phrase, known: Language) -> float:
    """How telling a phrase's form is, of 0.35 to 1.2."""
    words = [word for word in phrase.words if word.folded not in known.links]
    size = sum(len(word.text) if word.solid else 1 for word in words)
    if words[0].solid and len(words) == 1:
        return min(_PHRASE, _SOLID * size)
    if len(words) > 1:
        return _PHRASE if len(words) <= 3 else _LONG_PHRASE
    word = words[0]
    capital = word.text[0].isupper() and (known.nouns_capital or not word.first)
    if _is_special(word, known):
        return _NAME
    if capital:
        return _NOUN
    return _ITEM if phrase.alone else _WORD


def _is_special(word: Word, known: Language) -> bool:
    return word.acronym or word.signed or is_name(word, known)
