"""A posting's terms: phrases of one to four words, each with its weight and its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.tailor.posting.acronyms import explained
from typeset.tailor.posting.cutting import clauses
from typeset.tailor.posting.employer import without_employer
from typeset.tailor.posting.language import Language, language
from typeset.tailor.posting.matching import Keys, Text, keys
from typeset.tailor.posting.phrases import phrases
from typeset.tailor.posting.weighing import Candidate, count, is_part
from typeset.tailor.posting.zones import sentences

MOST = 36
"""Terms of a posting: a reader weighs no more, and the last ones are noise."""
_LEAST = 0.45
"""What weighs less is no term."""
LONGEST = 20_000
"""Characters read of a posting: three times a long one."""


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase that a posting asks for.

    `text` is as the posting writes it, `weight` how much it matters there (about 0.5 to 3),
    `line` where it stands first. `forms` are what it is known by in a text: its stems, and
    those of the short or long form that the posting gives with it.
    """

    text: str
    weight: float
    line: int
    forms: tuple[Keys, ...]
    lang: str

    def is_in(self, text: Text) -> bool:
        """Whether a text has it, in any of its forms."""
        return any(text.has(form) for form in self.forms)


def terms(posting: str, lang: str) -> tuple[Term, ...]:
    """The terms of a posting written in the language of the tag `lang`, the weightiest first.

    Of equal ones, what stands first in the posting is first. The first `LONGEST`
    characters are read.
    """
    known = language(lang)
    posting = without_employer(posting[:LONGEST], known)
    found = count(
        (
            (phrase, sentence)
            for sentence in sentences(posting, known)
            if sentence.weight > 0
            for phrase in phrases(sentence.text, known)
        ),
        known,
    )
    forms: dict[Keys, tuple[Keys, ...]] = {}
    for short, long in explained(posting, known).items():
        _join(found, forms, (keys_of(long, known), keys_of(short, known)), f"{long} ({short})")
    made = [
        Term(one.text, one.weight, one.line, forms.get(own) or _forms(own, one.text, known), lang)
        for own, one in found.items()
        if one.weight >= _LEAST
    ]
    return tuple(sorted(made, key=lambda term: -term.weight)[:MOST])


def _join(
    found: dict[Keys, Candidate],
    forms: dict[Keys, tuple[Keys, ...]],
    both: tuple[Keys, Keys],
    text: str,
) -> None:
    """Make one of a long form and the short one that the posting gives with it."""
    there = [found.pop(own) for own in both if own in found]
    if there:
        first, *others = there
        for other in others:
            first.join(other)
        first.texts = {text: 1}
        found[both[0]] = first
        forms[both[0]] = both
        for own in [own for own in found if own != both[0] and is_part(own, both[0])]:
            if found[own].count <= first.count:
                del found[own]


def _forms(own: Keys, text: str, known: Language) -> tuple[Keys, ...]:
    """A phrase's keys, and those of the way to write it without hyphens."""
    joined = keys_of(re.sub(r"(?<=\w)-(?=\w)", "", text), known)
    return (own,) if joined == own else (own, joined)


def keys_of(text: str, known: Language) -> Keys:
    """What a phrase is known by."""
    return keys((word for clause in clauses(text, known) for word in clause), known)
