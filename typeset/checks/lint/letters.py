"""Letters: the parts every reader looks for, and to whom it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.checks.lint.rule import Remark, Subject
from typeset.checks.lint.walk import entries
from typeset.words import words

_NAME = r"((?:[A-ZÀ-Þ][\w&’'.-]*)(?:\s+(?:[A-ZÀ-Þ&][\w&’'.-]*))*)"
_COMMON = {"the", "of", "and", "inc", "ltd", "llc", "gmbh", "ag", "co", "company", "group", "de"}


def greeting(subject: Subject) -> Iterator[Remark]:
    """A letter that greets no one."""
    letter = subject.profile.letter
    if letter and not letter.greeting:
        yield Remark(("letter",), "the letter greets no one")


def closing(subject: Subject) -> Iterator[Remark]:
    """A letter that just stops."""
    letter = subject.profile.letter
    if letter and not letter.closing and not letter.signature:
        yield Remark(("letter",), "the letter has no closing")


def date(subject: Subject) -> Iterator[Remark]:
    """A letter of no day."""
    letter = subject.profile.letter
    if letter and not letter.date:
        yield Remark(("letter",), "the letter has no date")


def addressee(subject: Subject) -> Iterator[Remark]:
    """A letter to one organisation that wants to join another, which is left from elsewhere.

    Only where the text never names its addressee, and says outright whom it means.
    """
    letter = subject.profile.letter
    if not letter or not letter.recipient.organisation or not subject.words.naming:
        return
    addressed = _significant(letter.recipient.organisation)
    everything = " ".join((letter.subject, letter.greeting, letter.body, letter.postscript))
    if not addressed or addressed & _significant(everything):
        return
    others = [letter.recipient.name, letter.recipient.title, *letter.recipient.address]
    own = [
        str(getattr(place.entry, key, "")) for place in entries(subject.profile) for key in _NAMES
    ]
    known = _significant(" ".join((*others, *own)))
    before = "|".join(map(re.escape, subject.words.naming))
    for key in ("subject", "greeting", "body"):
        text = getattr(letter, key)
        for match in re.finditer(rf"(?i:\b(?:{before}))\s+(?:the\s+)?{_NAME}", text):
            named = _significant(match[1])
            if named and not named & (addressed | known):
                to = letter.recipient.organisation
                yield Remark(
                    ("letter", key), f"this names {match[1].rstrip('.')}; the letter goes to {to}"
                )
                return


_NAMES = ("name", "organization", "institution")


def _significant(text: str) -> set[str]:
    return {word.lower().rstrip("s") for word in words(text) if len(word) > 1} - _COMMON
