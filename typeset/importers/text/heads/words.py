"""The words that tell the parts of a head apart: roles, degrees, organisations, schools."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK, COMMA
from typeset.importers.text.words.vocabulary import Vocabulary, key


@dataclass(frozen=True)
class Kind:
    """Which words tell the two sides of a head apart, for a kind of section."""

    what: str
    who: str


WORK = Kind("roles", "organisations")

EDUCATION = Kind("degrees", "schools")

STATES = ("NV", "CO")
"""States behind a comma; a firm's form, where it is one, is not so written ("Moss NV", "Co.")."""
_IN_STATE = re.compile(rf", (?:{'|'.join(STATES)})$")
_IN_COUNTY = re.compile(r"(?:^|(?<=,\s))Co\.?\s(?=[A-Z])")
"""What is before the name of a county, and behind that of a firm: "Co. Clare"."""

KINDS = {"work": WORK, "volunteer": WORK, "education": EDUCATION}


def names(list_: str, text: str, record: Record) -> bool:
    """Whether a text holds a word of one of the vocabulary's lists, whatever separates it."""
    return _names(list_, text, record.vocabulary)


def names_owner(text: str, record: Record) -> bool:
    """Whether a text holds a word of employers or of schools."""
    return any(names(words.who, text, record) for words in (WORK, EDUCATION))


@lru_cache(maxsize=16384)
def _names(list_: str, text: str, vocabulary: Vocabulary) -> bool:
    text = _IN_COUNTY.sub("", _IN_STATE.sub("", text))
    firm = _FIRM.fullmatch(text)
    joined = firm is not None and (firm[2] in ("&", "+") or key(firm[2]) in vocabulary["and"])
    if firm and joined and key(firm[3]) in vocabulary["firm_partners"]:
        # "Holm & Partner" is no partner
        return list_ == "organisations" or _names(list_, firm[1], vocabulary)
    if list_ == "roles" and (is_proper(text, vocabulary) or _is_house(text, vocabulary)):
        return False  # "The Valley Courier", "Lima Editora"
    if list_ == "degrees":
        if key(text) in vocabulary["honours"]:
            return False  # "Диплом с отличием": how well, and not what
        text = _STATE.sub("", text)  # "A School (Salem, MA)" is no Master of Arts
        text = _MONTH.sub(lambda at: "" if key(at[1]) in vocabulary.months else at[0], text)
        text = _without_schools_own(text, vocabulary)
    parted = _SEPARATOR.sub(" ", text)
    return (
        vocabulary.has(list_, parted)
        or (parted != text and vocabulary.has(list_, text))
        or vocabulary.compounded(list_, text)
    )


def _without_schools_own(text: str, vocabulary: Vocabulary) -> str:
    """A text without the first word of a school's name that is a degree too: "Gymnasium Nord"."""
    first, _, name = text.partition(" ")
    both = all(key(first) in vocabulary[list_] for list_ in ("degrees", "schools"))
    named = name[:1].isupper() or key(name.split(" ")[0]) in vocabulary.small_words
    return name if both and first.istitle() and named else text


def is_proper(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a name that begins with an article, in capitals all through."""
    article, *others = text.split() or [""]
    named = len(others) > 1 and all(word.lstrip("(")[:1].isupper() for word in others)
    return article[:1].isupper() and named and key(article) in vocabulary["articles"]


def _is_house(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a name before a word that is a house's as well as a person's: "editora"."""
    *named, last = text.split() or [""]
    both = all(key(last) in vocabulary[list_] for list_ in ("roles", "organisations"))
    capital = bool(named) and all(word[:1].isupper() for word in (*named, last))
    return both and capital and not _names("roles", " ".join(named), vocabulary)


_SEPARATOR = re.compile(r"[/,،()–—-]")
_STATE = re.compile(r"\([^()]+,\s*[A-Z]{2}\)")
_MONTH = re.compile(r"\b([^\W\d_]{3,5})\.?(?=[ ,]+(?:19|20)\d\d\b)")
"""What may be a month before its year, and no degree: "Dec 2012" is no "DEC"."""
_FIRM = re.compile(r"(.*\S)\s+(\S+)\s+(\S+)", re.DOTALL)


def order_of(first: str, second: str, words: Kind, record: Record) -> int:
    """1 for role before organisation, -1 for the other order, 0 where the words do not say."""
    earlier = [key(part) in record.vocabulary["earlier"] for part in (first, second)]
    if words is WORK and any(earlier):
        return -1 if earlier[0] else 1
    scores = [
        4 * names(words.what, part, record)
        - 2 * names(words.who, part, record)
        + (ends_like_role(part, record) if words is WORK else is_learned(part, record))
        - (words is WORK and ends_like_owner(part, record))
        for part in (first, second)
    ]
    if scores[0] == scores[1]:
        return 0
    return 1 if scores[0] > scores[1] else -1


def is_learned(text: str, record: Record) -> bool:
    """Whether a text is what one learns: a subject, or the calling that an apprentice takes up."""
    called = names("roles", text, record) and not names_owner(text, record)
    return called or is_subject(text, record)


def is_subject(text: str, record: Record) -> bool:
    """Whether a text is what a degree is in, and neither degree nor school: "Industrial Design"."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_SUBJECT or re.search(r"\d|[:：]|[.!?]\s", text):
        return False
    others = ("degrees", "schools", "organisations", "honours")
    named = any(names(list_, text, record) for list_ in others)
    return not named and (names("subjects", text, record) or begins_as_subject(text, record))


def begins_as_subject(text: str, record: Record) -> bool:
    """Whether a text begins with the word that says it is one: "Fachrichtung Salzhandel"."""
    first, _, subject = text.partition(" ")
    return subject[:1].isupper() and key(first) in record.vocabulary["fields_of_study"]


_LONGEST_SUBJECT = 8


def lists_subjects(text: str, record: Record) -> bool:
    """Whether a text lists what was learned, one of three known: "Art (A), Biology B, Latin"."""
    parts = [one for one in COMMA.split(text.rstrip(".")) if one]
    known = [names("subjects", _BRACKET.sub("", one), record) for one in parts]
    short = all(len(one.split()) <= _LONGEST_LISTED for one in parts)
    taught = any(names(list_, text, record) for list_ in ("schools", "organisations", "degrees"))
    enough = any(known) if len(parts) > 2 else len(parts) > 1 and all(known)
    return enough and short and not taught


_LONGEST_LISTED = 4


def is_role(text: str, record: Record) -> bool:
    """Whether a text says what somebody is: "Head Gardener"."""
    return record.vocabulary.has("roles", text) or ends_like_role(text, record)


def ends_like_role(text: str, record: Record) -> bool:
    """Whether a first or last word has the ending of words for people who do something.

    What ends in a firm's form is none: "Kessler Antriebe GmbH".
    """
    words = [key(word) for word in _PARTS.split(text) if word]
    if len(words) > 1 and words[-1] in record.vocabulary["suffixes"]:
        return False
    endings = tuple(record.vocabulary["role_endings"])
    return any(
        len(word) > (1 if CJK.search(word) else 4) and word.endswith(endings)
        for word in (*words[:1], *words[-1:])
    )


_PARTS = re.compile(r"[\s,/]+")


def is_own_work(what: str, said: str, record: Record) -> bool:
    """Whether a text tells the work of who has no owner: "Autónomo. Obras en casas y tiendas".

    Of its several words none but the first has a capital; a firm of one's own has a name.
    """
    phrase = len(said.split()) >= _SHORTEST_PHRASE and said[1:].islower()
    return phrase and key(what) in record.vocabulary["contracts"]


_SHORTEST_PHRASE = 4


def ends_like_owner(text: str, record: Record) -> bool:
    """Whether a text without spaces between words ends in the sign of an organisation: "消防署"."""
    bare = _BRACKET.sub("", text).strip(" 」』”")
    return len(bare) > 1 and bare.endswith(tuple(record.vocabulary["owner_endings"]))


_BRACKET = re.compile(r"\s*[（(][^()（）]*[)）]$")
