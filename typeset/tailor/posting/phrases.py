"""The phrases of a sentence that may be terms: runs of telling words that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from typeset.tailor.posting.cutting import Word, clauses
from typeset.tailor.posting.language import Language
from typeset.tailor.posting.matching import Keys, is_name, keys
from typeset.tailor.posting.solid import segments, tells

_LONGEST, _PART = 4, 3
"""Words of a phrase, and of the parts of a longer one."""
_NUMBER = re.compile(r"[\d.]+")
_SOLID = range(2, 21)
"""Characters of a phrase where no spaces part words."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may be a term. `alone`: its clause is a list of such, and nothing else."""

    words: tuple[Word, ...]
    keys: Keys
    alone: bool

    @property
    def text(self) -> str:
        """The phrase as the posting writes it."""
        joined = ""
        for word in self.words:
            glued = joined.endswith("'") or (word.solid and joined)
            joined += word.text if glued or not joined else f" {word.text}"
        return joined


def phrases(sentence: str, known: Language) -> Iterator[Phrase]:
    """The phrases of a sentence in order."""
    for clause in clauses(sentence, known):
        parts = list(_segmented(clause, known))
        runs = list(_runs(parts, known))
        joins = sum(word.folded in known.joins for word in parts)
        alone = sum(map(len, runs)) + joins == len(parts)
        for run in runs:
            for words in _cut(run, known):
                if (found := keys(words, known)) and not is_empty(words, known):
                    yield Phrase(tuple(words), found, alone)


def _segmented(clause: list[Word], known: Language) -> Iterator[Word]:
    """The clause, runs without spaces parted into words."""
    for word in clause:
        if not word.solid:
            yield word
            continue
        for part in segments(word.text, known):
            yield Word(part, part, False)


def _runs(words: list[Word], known: Language) -> Iterator[list[Word]]:
    """Runs of telling words, small ones among them where the language links with them."""
    run: list[Word] = []
    index = 0
    while index < len(words):
        if size := _listed(words, index, known):
            run += words[index : index + size]
            index += size
            continue
        word = words[index]
        if known.nouns_capital and run and run[-1].text[0].isupper() and word.text[0].islower():
            yield from _trimmed(run, known)  # after the noun, a verb
            run = []
        linking = bool(run) and word.folded in known.links
        if linking or _telling(word, words[index - 1] if index else None, known):
            run.append(word)
        else:
            yield from _trimmed(run, known)
            run = []
        index += 1
    yield from _trimmed(run, known)


def _listed(words: list[Word], index: int, known: Language) -> int:
    """How many words from `index` on are one of the language's phrases."""
    for size in range(min(_LONGEST, len(words) - index), 1, -1):
        if tuple(word.folded for word in words[index : index + size]) in known.phrases:
            return size
    return 0


def _telling(word: Word, before: Word | None, known: Language) -> bool:
    """Whether a word may be part of a term."""
    if is_name(word, known):
        return True
    if before and before.folded in known.subjects and not word.text[0].isupper():
        return False
    if word.folded in known.stops or word.folded in known.generic or word.text.endswith("'"):
        return False
    if word.solid:
        return tells(word.text, known)
    if _NUMBER.fullmatch(word.folded):  # "ISO 9001", not "5 years"
        return bool(before and before.text[0].isupper() and before.folded not in known.stops)
    letters = sum(c.isalpha() for c in word.text)
    return word.signed or letters > 1


def _trimmed(run: list[Word], known: Language) -> Iterator[list[Word]]:
    """The run without small words at its ends."""
    while run and run[-1].folded in known.links:
        run = run[:-1]
    while run and run[0].folded in known.links:
        run = run[1:]
    if run:
        yield run


def _cut(run: list[Word], known: Language) -> Iterator[list[Word]]:
    """The run; one of more than four words in threes, so that its head is not torn apart."""
    if sum(word.folded not in known.links for word in run) <= _LONGEST:
        yield run
    elif known.head_first:
        part: list[Word] = []
        for word in run:
            part.append(word)
            if sum(one.folded not in known.links for one in part) == _PART:
                yield from _trimmed(part, known)
                part = []
        yield from _trimmed(part, known)
    else:
        first = len(run) % _PART
        yield from _trimmed(run[:first], known)
        yield from (run[start : start + _PART] for start in range(first, len(run), _PART))


def is_empty(words: Sequence[Word], known: Language) -> bool:
    """Whether the words tell too little: all of them weak, and no phrase of the language."""
    folded = tuple(word.folded for word in words)
    if folded in known.phrases:
        return False
    if known.nouns_capital and all(word.text.islower() for word in words):
        return True
    if words[0].solid and len(words) == 1:
        text = words[0].text
        return text not in known.wholes and (len(text) not in _SOLID or text in known.weak)
    if any(is_name(word, known) for word in words):
        return False
    little = known.weak | known.links
    return all(word.folded in little or _NUMBER.fullmatch(word.folded) for word in words)
