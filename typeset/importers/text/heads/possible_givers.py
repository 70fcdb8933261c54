"""What can be who gave a certificate or prize: a name that is known as one, or written as one."""

from __future__ import annotations

import re

from typeset.importers.text.heads.place_tails import is_capital
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.vocabulary import key

_ARTICLES = frozenset(
    ["of", "for", "the", "and", "an", "in", "de", "la", "le", "du", "des", "del", "di", "da",
     "do", "dos", "y", "e", "et", "der", "die", "den", "für", "und", "van", "dei", "degli",
     "delle", "della", "dello", "von", "vom", "zur", "zum", "het", "au", "aux", "les", "los",
     "las", "el", "das", "och", "og", "i"]
)  # fmt: skip
"""Small words that stand within names."""
_COMMA = re.compile(r"\s*,\s*")
_DOMAIN = re.compile(r"[\w-]+\.[a-z]{2,10}")


def gives(name: str, inner: str, record: Record, lone: bool = False) -> bool:
    """Whether a bracket behind a name holds who gave it, and no short form or level of it.

    A `lone` bracket, beside items without one, must say so itself: in "Radar course (Kelvin)" it
    is the kind of it; in "Radar course (Kelvin, 8 hours)" not.
    """
    giver, _, more = (part.strip() for part in inner.partition(","))
    letters = "".join(word[0] for word in re.findall(r"\w+", name))
    short = giver.casefold() in letters.casefold()
    listed = any(
        names(list_, giver, record) for list_ in ("tongues", "levels", "degrees", "remote")
    )
    listed = listed and not names_owner(giver, record)  # "Ohm Professional Institute"
    _, *others = split_top(name, _COMMA)
    rivals = names_owner if names_owner(giver, record) else may_own
    alone = not any(rivals(part, record) for part in others)
    told = says_owner(giver, record) or _DOMAIN.fullmatch(giver) or more[:1].isdigit()
    if lone and not others and not told:
        return False
    return alone and not short and not listed and may_own(giver, record, sure=True)


_LONGEST_GRADE = 4


def gives_prizes(words: list[str], record: Record) -> bool:
    """Whether a name ends in what a section of prizes is called: "Moss Stage Awards"."""
    return len(words) > 1 and "awards" in kinds_of(words[-1], record.vocabulary)


def says_owner(text: str, record: Record) -> bool:
    """Whether words say that a name is an organisation's, a contest's or that of its prizes."""
    plain = _bare(text)
    words = plain.split()
    if names_owner(plain, record) or _FORM_AND_NAME.fullmatch(plain):
        return True
    return gives_prizes(words, record) or is_contest(plain, record)


def _bare(text: str) -> str:
    """A name without marks, and without its initials behind it: "Ohm Workers Board (OWB)"."""
    return _INITIALS_BEHIND.sub("", unlink(unstyle(text))[0].strip(" ."))


_INITIALS_BEHIND = re.compile(r"(?<=\w)\s+\([A-ZÀ-Þ]{2,8}\)$")
_FORM_AND_NAME = re.compile(r"(?:[А-ЯЁІЇЄ]{2,5} ){1,2}«[^«»]+»")
"""What an organisation is, in short, before its name: "УЦ «Ясень»"."""


def may_own(text: str, record: Record, sure: bool = False) -> bool:
    """Whether a text can be an organisation: known as one, or capitalised as a name is."""
    plain = _bare(text)
    words = plain.split()
    if sure and _DOMAIN.fullmatch(plain):  # "(ohm.example)"
        return True
    if re.fullmatch(r"\w+ [A-Z]", plain) or _CODES.fullmatch(plain):  # "Class A"
        return False
    if not words or len(words) > 8 or (plain[:1].islower() and not _SMALL_NAME.fullmatch(plain)):
        return False
    if record.vocabulary.column(_LAST_BRACKET.sub("", plain).split()[-1]) == "level":
        return False  # "Foundation Level (FL)"
    if says_owner(plain, record) or _is_body(words, record):
        return True
    if any(re.search(r"\d", word) and not _NAMED_SO.search(word) for word in words):
        return False
    if any(names(list_, plain, record) for list_ in ("honours", "levels", "degrees")):
        return False
    if names("roles", words[-1] if sure else plain, record):
        return False  # "Barber Expo" is none, behind a sign
    if record.vocabulary.column(words[0]) in ("level", "group") and len(words) <= _LONGEST_GRADE:
        return False  # "Crane licence, Category C"
    capital = all(is_capital(word) or word == "&" or key(word) in _ARTICLES for word in words)
    return capital and (sure or len(words) > 1 or (plain.isupper() and len(plain) > 1))


_CODES = re.compile(
    r"[A-Z]{2,}\d{2,}[A-Z]?|[A-Z]{1,2}(?:(?:,|/|\s(?:and|&|und|et|y|e))\s?[A-Z]{1,2})+"
)
"""Codes of courses and classes of licences: "HLTAID011", "LF and LO"."""


def _is_body(words: list[str], record: Record) -> bool:
    """Whether a name of several words ends in what sits or meets: "National Glazing Board"."""
    capital = all(is_capital(word) or word == "&" or key(word) in _ARTICLES for word in words)
    return (
        len(words) >= _SHORTEST_BODY and capital and key(words[-1]) in record.vocabulary["bodies"]
    )


_SHORTEST_BODY = 3
_LAST_BRACKET = re.compile(r"(?<=\w)\s+\([^()]*\)$")
_NAMED_SO = re.compile(r"[^\W\d_]{4}|^[A-Z]{3}\d$")
"""What a word with a figure has where it is a name: "Ohm4Schools", "OHM2", no "C2" or "EN-131"."""


def is_contest(text: str, record: Record) -> bool:
    """Whether a text of several words names what a prize was won in: "Baking Cup", "Concours …".

    The word for it stands at one of its ends, or before a name in quotation marks.
    """
    words = unlink(unstyle(text))[0].split()
    told = [key(word) in record.vocabulary["contests"] for word in words]
    return len(words) > 1 and (told[0] or told[-1])


def is_small_owner(text: str, record: Record) -> bool:
    """Whether a text begins with what an organisation is, in small letters, and ends in its name.

    "concours départemental du pain", "учебный центр «Ясень»". Or it is a name that begins so
    itself: "eMoss", "ohm Labs", "ohm.example".
    """
    plain = unlink(unstyle(text))[0]
    if not plain[:1].islower():
        return False
    first, *others = plain.split()
    large = bool(others) and all(map(is_capital, others)) and names_owner(plain, record)
    if _SMALL_NAME.fullmatch(plain) or (large and key(first) not in record.vocabulary.small_words):
        return True
    named = _SMALL_AND_NAME.fullmatch(plain)
    told = named is not None and names_owner(named[1], record)
    return told or is_contest(plain, record)


_SMALL_NAME = re.compile(rf"[a-z]{{1,12}}[A-Z]\w*|{_DOMAIN.pattern}")
_SMALL_AND_NAME = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)?) [«“„\"][^«“„\"]+[»”“\"]")
