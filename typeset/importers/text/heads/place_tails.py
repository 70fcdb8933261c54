"""The place that a title ends in, and the commas between its parts."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import POSTAL
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.ministries import with_ministries_masked
from typeset.importers.text.heads.words import (
    EDUCATION,
    STATES,
    WORK,
    Kind,
    ends_like_role,
    names,
)
from typeset.importers.text.markup.inline import masked
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK, COMMA, COMMAS, begins_large
from typeset.importers.text.words.vocabulary import any_of, key

DASH = re.compile(
    r"\s+(?:–|—|-{1,3}|:|::|»|~)\s+|\s*(?:—|——)\s*|\s*(?:[:：]\s+|：)"
    r"|(?<=[^\W\d_]{4})[–-]\s+(?=[^\W\d_a-zà-ÿ])"
)


SHORT_FORM = re.compile(r"[A-Z]{3,}\b")
"""What an organisation's short form begins with, and no town: "ISRO", "ETH Zürich"."""
PART = re.compile(r"[A-Z]{3,}[^\W\d_]*")
"""A short form and no more, perhaps with the small letters of a word for "and": "FCEyN"."""


def place_tail(title: str, words: Kind, record: Record, *, known: bool = False) -> tuple[str, str]:
    """A title without the places it ends in, and these: "Role, Org" and "City, Country".

    What follows the organisation is a place too, where it is short; not if it must be `known`.
    """
    slash = _SLASH.search(masked(title)) if "/" in title else None
    if slash and is_place(title[slash.end() :], record):
        return title[: slash.start()].strip(), title[slash.end() :].strip()  # "Org / Town"
    if joined := _joined_place(title, words, record):
        return joined
    ends = comma_parts(title, record)
    count = 0
    posted = len(ends) == 2 and names(words.what, title[slice(*ends[0])], record)
    if not posted and len(ends) > 1 and _is_in_province(title[slice(*ends[-1])], record):
        count = 1
    while count < len(ends) - 1 and _is_town(part := title[slice(*ends[-1 - count])], record):
        degree = words is EDUCATION and len(ends) == _SCHOOL_AND_DEGREE and part not in _STATES
        if degree and names(words.what, part, record) and not is_place(part, record):
            break  # "Hill University, BA"
        count += 1
    if count == 1 and len(ends) > 2 and _has_town(title, ends, words, record):
        count = 2  # "Austin, TX"
    if count == 1 and len(ends) == _WITH_QUARTER and _has_quarter(title, ends, words, record):
        count = 2  # "Moss Group, Silver Gardens, Perth"
    if count and len(ends) > count + 1 and _CODE.fullmatch(title[slice(*ends[-1 - count])].strip()):
        count += 1  # "Moss GmbH, 50667, Köln"
    if not count and not known:
        owned = [
            n
            for n, one in enumerate(ends)
            if (owns(part := title[slice(*one)], words, record) or _trains(part, words, record))
            and not (words is WORK and _is_post(part, record))  # "School Nurse, Org"
        ]
        after = ends[owned[-1] + 1 :] if owned else []
        texts = [title[slice(*one)] for one in after]
        if title.isupper():
            texts = [text.title() for text in texts]  # "MOSS HOTEL, WORTHING": no short form
        if 0 < len(after) < 3 and all(_may_be_town(text, words, record) for text in texts):
            count = len(after)
    if not count:
        return title, ""
    begin = ends[-count][0]
    owner, where = title[: ends[-count - 1][1]].strip(), title[begin:].strip()
    return _with_town(owner, where, words, record) if count == 1 else (owner, where)


def _with_town(owner: str, region: str, words: Kind, record: Record) -> tuple[str, str]:
    """An organisation and a state, cut before the town between them: "Moss Hotel Dover, DE"."""
    parts = owner.split()
    named = [at for at, part in enumerate(parts) if names(words.who, part, record)]
    town = parts[named[-1] + 1 :] if named and named[-1] else []
    told = re.fullmatch(r"[A-Z]{2}", region) and 0 < len(town) <= _LONGEST_TOWN
    if not told or not all(part.isalpha() and part.istitle() for part in town):
        return owner, region
    return " ".join(parts[: named[-1] + 1]), f"{' '.join(town)}, {region}"


_SLASH = re.compile(r"\s+/\s+")
_LONGEST_TOWN = 2


_SCHOOL_AND_DEGREE = 2
_STATES = frozenset({"MA", "MD", "ME", "MS"})
"""States of the USA whose short forms are those of degrees too."""


def owns(text: str, words: Kind, record: Record) -> bool:
    """Whether a text names who has the role, or gave the degree: schools have teachers too."""
    return names(words.who, text, record) or (words is WORK and names("schools", text, record))


def _trains(text: str, words: Kind, record: Record) -> bool:
    """Whether a text names a firm, where one may have learned a craft."""
    taught = names(words.what, text, record) or names("subjects", text, record)
    return words is EDUCATION and names("organisations", text, record) and not taught


def is_capital(text: str) -> bool:
    """Whether a text begins as a name does: in a capital, or in a script that has only spaces."""
    return begins_large(text) and not CJK.match(text)


def _is_post(text: str, record: Record) -> bool:
    """Whether a text ends in a word for a role, whatever organisation it names before it."""
    last = text.split()[-1]
    held = names("roles", last, record) and not names("organisations", last, record)
    return held or ends_like_role(text, record)


def _joined_place(title: str, words: Kind, record: Record) -> tuple[str, str] | None:
    """ "Org in Town, Country": a name, a word that joins, and where it is."""
    towns = any_of(record.vocabulary, "seat_joiners")
    sure = re.search(rf"\s+({towns})\s+(?=[^\W\d_a-z])", masked(title)) if towns else None
    if sure and len(title[sure.end() :].split()) <= _LONGEST_IN_REGION:
        record.use_label(0, sure[1], "seat_joiners")
        return title[: sure.start()].strip(), title[sure.end() :].strip()  # "Org te Town"
    joiners = any_of(record.vocabulary, "place_joiners")
    match = re.search(rf"\s+({joiners})\s+(?=[^\W\d_a-z])", masked(title)) if joiners else None
    if not match:
        return None
    owner, where = title[: match.start()].strip(), title[match.end() :].strip()
    parts = [where[slice(*end)] for end in comma_parts(where, record)]
    last = where.split()[-1]  # "Bath Maine"
    known = is_place(where, record) or is_place(last, record)
    known = known or (len(parts) > 1 and _is_town(parts[-1], record))
    named = words is WORK or names(words.who, owner, record)
    if not (known and named) or names(words.what, owner, record) or any(
        names(words.who, part, record) or not part[:1].isupper() for part in parts
    ):  # fmt: skip
        return None
    record.use_label(0, match[1], "place_joiners")
    return owner, where


_CODE = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5}")
"""A town's code in the post."""
_WITH_QUARTER = 3


def _has_quarter(title: str, ends: list[tuple[int, int]], words: Kind, record: Record) -> bool:
    """Whether a part of a town stands between this and an organisation told by its words."""
    owner, quarter, town = (title[slice(*end)] for end in ends)
    if words is not WORK or is_region(town.strip(), "", record):
        return False
    owned = owns(owner, words, record) and not names(words.what, owner, record)
    return owned and _may_be_town(quarter, words, record) and not owns(quarter, words, record)


def _has_town(title: str, ends: list[tuple[int, int]], words: Kind, record: Record) -> bool:
    """Whether the state or country that a title ends in has its town before it."""
    first, town, last = (title[slice(*ends[at])] for at in (0, -2, -1))
    last = _IN_BRACKETS.sub("", last).rstrip()  # "TX (remote)"
    sides = first.split()[:1] + first.split()[-1:]
    if len(ends) == 3 and any(names(words.what, side, record) for side in sides):
        return False  # "Role, Org, Spain"
    region = _STATE.fullmatch(last) or key(last) in record.vocabulary["countries"]
    return bool(region) and may_be_place(town, words, record) and not owns(town, words, record)


def is_region(where: str, owner: str, record: Record) -> bool:
    """Whether what ends a line is only a country or state, so that a town stands before it."""
    known = record.vocabulary["countries"]
    return "," not in owner and (key(where) in known or bool(re.fullmatch(r"[A-Z]{2}", where)))


def _is_town(text: str, record: Record) -> bool:
    text = _IN_BRACKETS.sub("", text).rstrip()  # "Organisation (Town)" is none
    named = key(text.partition(",")[0]) in record.vocabulary["campuses"]
    return not named and (is_place(text, record) or bool(_STATE.fullmatch(text)))


def _is_in_province(text: str, record: Record) -> bool:
    """Whether a town stands before the letters or number of its province: "Erba (CO)"."""
    return bool(_PROVINCE.search(text)) and is_place(text.strip(), record)


_PROVINCE = re.compile(r"\((?:[A-Z]{2}|\d\d)\)$")
_IN_BRACKETS = re.compile(r"[(（][^()（）]+[)）]$")
_STATE = re.compile(r"[A-Z]{2}\.?")
"""A state by its letters: "TX"."""


def may_be_place(text: str, words: Kind, record: Record) -> bool:
    """Whether what is left of a head can be a place: known as one, or a name of few words."""
    if is_place(text, record) or POSTAL.search(text):
        return True
    parts = [part.strip() for part in _COMMA.split(text)]
    endings = record.vocabulary["place_endings"]
    if any(CJK.match(part) and not part.endswith(tuple(endings)) for part in parts):
        return False  # names of places in scripts without capitals are known, or end as one
    named = any(names(list_, text, record) for list_ in (words.what, "honours", "levels"))
    named = named or is_unit(text, record)
    return not named and all(
        0 < len(part.split()) <= 4 and not part[0].islower() and not _NO_NAME.search(part)
        for part in parts
    )


_COMMA = re.compile(f"[{COMMAS}]")
_NO_NAME = re.compile(r"[:：\d(%]|\b(?!Mac|Van)[A-Z][a-z]{2,}[A-Z]")
"""Signs that no place's name has, and a firm's capital within a word: "MossWorks"."""


def is_unit(text: str, record: Record) -> bool:
    """Whether a text begins or ends as a part of a house: "Ufficio gare", "Salt Division"."""
    parts = text.split()
    last = parts[1:][-1:]
    ended = bool(last) and key(last[0]) in record.vocabulary["unit_ends"]
    return ended or any(record.vocabulary.has("units", one) for one in (*parts[:1], *last))


def _may_be_town(text: str, words: Kind, record: Record) -> bool:
    """A name of few words that is neither a role nor a subject, perhaps with its region behind."""
    region = _IN_BRACKETS.search(text)
    if region and key(region[0].strip("(（）)")) in record.vocabulary.places:
        text = text[: region.start()].rstrip()  # "Calamocha (Teruel)"
    return (
        len(text.split()) <= (_LONGEST_IN_REGION if region else _LONGEST_ALONE)
        and is_capital(text)
        and not SHORT_FORM.match(text)
        and not _NO_NAME.search(text)
        and not names(words.what, text, record)
        and not is_unit(text, record)
        and not ends_like_role(text, record)
    )


_LONGEST_ALONE = 3
_LONGEST_IN_REGION = 4


def comma_parts(title: str, record: Record) -> list[tuple[int, int]]:
    """Where the parts between top-level commas stand; "Inc." stays with what is before."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in [*COMMA.finditer(with_ministries_masked(title, record.vocabulary)), None]:
        end = match.start() if match else len(title)
        if found and _goes_on(title[slice(*found[-1])], title[start:end], len(found), record):
            found[-1] = (found[-1][0], end)
        elif end > start:
            found.append((start, end))
        start = match.end() if match else end
    return found


def last_comma(title: str, record: Record) -> int:
    """Where the last comma stands that does not come before "Inc." and its like (0: nowhere)."""
    mask = with_ministries_masked(title, record.vocabulary)
    at = max(mask.rfind(mark) for mark in ",，،")
    while at > 0:
        above = max(mask.rfind(mark, 0, at) for mark in ",，،")
        before = title[above + 1 : at].strip()
        if not _goes_on(before, title[at + 1 :].strip(), 1 + (above > 0), record):
            break
        at = above
    return max(at, 0)


def _goes_on(before: str, after: str, count: int, record: Record) -> bool:
    """Whether a comma stands inside a firm's name: "Ash, Inc.", "Ash, Holm & Co", "Ash, Printers".

    `count` is how many parts there are before it; a lone first one may well be the role.
    """
    if after not in STATES and key(_ASIDE.sub("", after)) in record.vocabulary["suffixes"]:
        return True
    if _is_grade(after, record):
        return names("roles", before, record) or ends_like_role(before, record)
    if key(after) in record.vocabulary["firm_trades"]:
        return not names("roles", before, record) and not ends_like_role(before, record)
    if key(before) in record.vocabulary["campuses"] and not _STATE.fullmatch(after):
        return key(after) not in record.vocabulary["countries"]
    firm = _PARTNERS.fullmatch(after)
    if not firm:
        return False
    *named, family = before.split()
    owned = all(names("organisations", word, record) for word in named[:1])  # "Studio Ash"
    if not owned or not re.fullmatch(r"[^\W\d_a-z][\w'’-]+", family):
        return False
    if count < 2 and (names("roles", before, record) or ends_like_role(before, record)):
        return False
    words = record.vocabulary
    joined = firm[2] in ("&", "+") or key(firm[2]) in words["and"]
    last = [key(word) for word in firm[3].split()]
    limited = len(last) == 2 and last[1] in words["suffixes"]
    told = last[0] in words["firm_partners"] or limited
    return joined and told and not names("roles", before, record)


def _is_grade(text: str, record: Record) -> bool:
    """Whether a text is how a post is graded: "Band 5", "Entgeltgruppe 9b", "GS-0343-11"."""
    graded = _GRADED.fullmatch(text)
    return bool(_PAY.fullmatch(text)) or bool(
        graded and key(graded[1]) in record.vocabulary["post_grades"]
    )


_GRADED = re.compile(r"([^\W\d_]+)\.? (?:[A-Z]{0,4}[- ]?\d{1,3} ?[a-zA-Z]?|[IVX]{1,4}|[A-E]\d?)")
_PAY = re.compile(r"[A-Z]{1,4}(?:-\d{1,4}){1,3}(?:/\d{1,2})?")
_ASIDE = re.compile(r"\s*\([^()]*\)$|\s+[/|–—-]\s.*$")
"""What may stand behind a firm's form: its town in brackets, its department: "Inc. / Sales"."""
_PARTNERS = re.compile(r"([^\W\d_]\S*)\s+(\S+)\s+(\S+(?:\s\S+)?)")
