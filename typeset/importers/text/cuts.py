"""Cutting a title line in two: words for roles and degrees say where, and which is which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from typeset.importers.text.contact_pieces import POSTAL
from typeset.importers.text.contacts import is_place
from typeset.importers.text.inline import masked, split_top
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import Vocabulary, key

STRONG = re.compile(
    r"\s*[|｜•·∙⋅]\s*|\s*\t\s*|\s+@\s+|\s*(?:\\\n)\s*|\s+/{2}\s+|\s*／\s*|(?<=\S\S)\u3000+(?=\S\S)"
)

_DASH = re.compile(r"\s+(?:–|—|-{1,3}|:|::|»|~)\s+|\s*(?:—|——)\s*|\s*[:：]\s+")

_COMMA = re.compile(r"\s*[,，、،]\s*")

_LONGEST_SOLID = 12
SOLID = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True)
class Kind:
    """Which words tell the two sides of a head apart, for a kind of section."""

    what: str
    who: str


WORK = Kind("roles", "organisations")

EDUCATION = Kind("degrees", "schools")

KINDS = {"work": WORK, "volunteer": WORK, "education": EDUCATION}


def cut(title: str, words: Kind, record: Record) -> tuple[list[str], str]:
    """The title line in its parts, and its place: at strong separators, else by `CUTS`."""
    strong = split_top(title, STRONG)
    if len(strong) > 1:
        return strong, ""
    for rule in CUTS:
        if parts := rule(title, words, record):
            return parts, ""
    owner, where = place_tail(title, words, record)
    return [owner], where


def names(list_: str, text: str, record: Record) -> bool:
    """Whether a text holds a word of one of the vocabulary's lists, whatever separates it."""
    return _names(list_, text, record.vocabulary)


@lru_cache(maxsize=16384)
def _names(list_: str, text: str, vocabulary: Vocabulary) -> bool:
    return (
        vocabulary.has(list_, re.sub(r"[/,،()–—-]", " ", text))
        or vocabulary.has(list_, text)
        or vocabulary.compounded(list_, text)
    )


def by_dash(title: str, words: Kind, record: Record) -> list[str]:
    """At a dash ("Org — Role", "Role - Org"), where a comma would not cut better."""
    match = _DASH.search(masked(title))
    if not match:
        return []
    if match[0].strip() in (":", "："):  # a dash cuts better than a colon before it
        match = next((m for m in _DASH.finditer(masked(title)) if m[0].strip() not in ":："), match)
    left, right = title[: match.start()].strip(), title[match.end() :].strip()
    comma = last_comma(title, record)
    role_left, role_right = names(words.what, left, record), names(words.what, right, record)
    if not left or not right:
        return []
    if match[0].strip() in (":", "：") and record.vocabulary.column(left):
        return []  # "Client: Water utility": a label of what follows
    inner = last_comma(left, record)
    if inner and is_place(right, record) and names(words.what, left[:inner], record):
        owner = left[inner + 1 :].strip()
        if not names(words.what, owner, record):
            return [left[:inner].strip(), owner, right]  # "Role, Org - City"
    if match[0].strip() in (":", "：") and (comma and comma < match.start()):
        return []  # a colon deep in a line explains its last part
    unit = record.vocabulary.has("units", right[: last_comma(right, record)])
    who, where = place_tail(right, words, record, known=unit)
    owned = names(words.who, right.partition(",")[0], record)
    if comma and role_left and not role_right and comma > match.end() and not (where or owned):
        return []  # "Senior Role – Team, Org"
    return [left, who, where] if where and role_left else [left, right]


def _by_joiner(title: str, words: Kind, record: Record) -> list[str]:
    """At a word that joins: "Role at Org", "Role bei Org"."""
    joiners = "|".join(re.escape(word) for word in sorted(record.vocabulary["joiners"]))
    match = re.search(rf"\s+({joiners})\s+(?=\w)", masked(title), re.IGNORECASE)
    if not match or words is not WORK:
        return []
    left, right = title[: match.start()].strip(), title[match.end() :].strip()
    sure = key(match[1]) in record.vocabulary["sure_joiners"]
    comma = last_comma(title, record)
    inner = bool(comma) and comma < match.start()
    owned = inner and names(words.who, left[comma + 1 :], record)
    role = names("roles", left, record) or ends_like_role(left, record)
    capital = left[:1].isupper() and right[:1].isupper() and not is_place(right, record)
    named = len(left.split()) <= 4 and (capital or names(words.who, right, record))
    if not sure or not (role or named) or owned:
        return []
    record.use_label(0, match[1], "joiners")
    return [part for part in (left, *place_tail(right, words, record)) if part]


def _by_comma(title: str, words: Kind, record: Record) -> list[str]:
    """At the last comma ("Role, Org"), with a known place after it as a third part."""
    at = last_comma(title, record)
    if not at:
        return []
    if town := _town_behind(title, words, record):
        return town
    title, where = place_tail(title, words, record, known=bool(_DASH.search(title)))
    at = last_comma(title, record)
    if not at:
        return []
    ends = comma_parts(title, record)
    last = title[slice(*ends[-1])].split()
    if words is WORK and len(ends) > 2 and last and record.vocabulary.has("units", last[0]):
        at = title.rfind(",", 0, ends[-2][0])  # "Researcher, University, Chair of Concrete"
    owned = [n for n, one in enumerate(ends) if names(words.who, title[slice(*one)], record)]
    if words is EDUCATION and len(owned) == 1 and 0 < owned[0] < len(ends) - 1:
        # What follows the school belongs to the degree: "Physics, University, grade 1.7".
        others = [title[slice(*one)].strip() for n, one in enumerate(ends) if n != owned[0]]
        return [part for part in (", ".join(others), title[slice(*ends[owned[0]])], where) if part]
    texts = [title[slice(*one)].strip() for one in ends]
    role = [n for n, text in enumerate(texts) if names(words.what, text, record)]
    if words is WORK and role == [0] and owned == [1, 2] == list(range(1, len(ends))):
        at = title.find(",", ends[0][1])  # "Carer, Home, Municipality"
    degree = words is EDUCATION and any(names(words.what, text, record) for text in texts[1:])
    if degree and owned == [0] and len(texts) > 2 and not is_place(texts[1], record):
        return [part for part in (texts[0], ", ".join(texts[1:]), where) if part]
    if words is EDUCATION and owned == [0] and names(words.what, title[ends[0][1] :], record):
        # "University, studies, subject": the school, and what was learned there.
        learned = title[ends[1][0] :].strip()
        return [part for part in (learned, title[slice(*ends[0])].strip(), where) if part]
    return [part for part in (title[:at].strip(), title[at + 1 :].strip(), where) if part]


def _town_behind(title: str, words: Kind, record: Record) -> list[str]:
    """ "Role, Organisation, Town": three parts, of which only the first names a role."""
    parts = [title[slice(*end)].strip() for end in comma_parts(title, record)]
    if words is not WORK or len(parts) != 3 or _DASH.search(title):
        return []
    role, owner, town = parts
    told = names(words.what, role, record) and not names(words.what, owner, record)
    last = len(town.split()) <= 2 and may_be_place(town, words, record)
    inner = len(owner.split()) < 2 and not names(words.who, owner, record)  # "Boats", a department
    known = is_place(town, record)
    return (
        parts
        if told and last and (known or not inner) and not names(words.who, town, record)
        else []
    )


def place_tail(title: str, words: Kind, record: Record, *, known: bool = False) -> tuple[str, str]:
    """A title without the places it ends in, and these: "Role, Org" and "City, Country".

    What follows the organisation is a place too, where it is short; not if it must be `known`.
    """
    slash = re.search(r"\s+/\s+", masked(title))
    if slash and is_place(title[slash.end() :], record):
        return title[: slash.start()].strip(), title[slash.end() :].strip()  # "Org / Town"
    ends = comma_parts(title, record)
    count = 0
    while count < len(ends) - 1 and _is_town(
        title[ends[-1 - count][0] : ends[-1 - count][1]], record
    ):
        count += 1
    if count == 1 and len(ends) > 2 and _has_town(title, ends, words, record):
        count = 2  # "Austin, TX"
    if not count and not known:
        owned = [n for n, one in enumerate(ends) if names(words.who, title[slice(*one)], record)]
        after = ends[owned[-1] + 1 :] if owned else []
        texts = [title[slice(*one)] for one in after]
        if 0 < len(after) < 3 and all(_may_be_town(text, words, record) for text in texts):
            count = len(after)
    if not count:
        return title, ""
    begin = ends[-count][0]
    return title[: ends[-count - 1][1]].strip(), title[begin:].strip()


def _has_town(title: str, ends: list[tuple[int, int]], words: Kind, record: Record) -> bool:
    """Whether the state or country that a title ends in has its town before it."""
    first, town, last = (title[slice(*ends[at])] for at in (0, -2, -1))
    sides = first.split()[:1] + first.split()[-1:]
    if len(ends) == 3 and any(names(words.what, side, record) for side in sides):
        return False  # "Role, Org, Spain"
    region = re.fullmatch(r"[A-Z]{2}", last) or key(last) in record.vocabulary["countries"]
    return bool(region) and may_be_place(town, words, record) and not names(words.who, town, record)


def is_region(where: str, owner: str, record: Record) -> bool:
    """Whether what ends a line is only a country or state, so that a town stands before it."""
    known = record.vocabulary["countries"]
    return "," not in owner and (key(where) in known or bool(re.fullmatch(r"[A-Z]{2}", where)))


def _is_town(text: str, record: Record) -> bool:
    return is_place(text, record) or bool(re.fullmatch(r"[A-Z]{2}", text))


def may_be_place(text: str, words: Kind, record: Record) -> bool:
    """Whether what is left of a head can be a place: known as one, or a name of few words."""
    if is_place(text, record) or POSTAL.search(text):
        return True
    parts = [part.strip() for part in re.split("[,，、]", text)]
    if any(len(part) > _LONGEST_SOLID and SOLID.search(part) for part in parts):
        return False
    named = any(names(list_, text, record) for list_ in (words.what, "honours", "levels"))
    return not named and all(
        0 < len(part.split()) <= 4 and not part[0].islower() and not re.search(r"[:：\d(%]", part)
        for part in parts
    )


def _may_be_town(text: str, words: Kind, record: Record) -> bool:
    """A name of few words that is neither a role nor a subject."""
    return (
        len(text.split()) <= 3
        and text[:1].isupper()
        and not re.search(r"[:：\d(]", text)
        and not names(words.what, text, record)
        and not ends_like_role(text, record)
    )


def comma_parts(title: str, record: Record) -> list[tuple[int, int]]:
    """Where the parts between top-level commas stand; "Inc." stays with what is before."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in [*_COMMA.finditer(masked(title)), None]:
        end = match.start() if match else len(title)
        if found and key(title[start:end]) in record.vocabulary["suffixes"]:
            found[-1] = (found[-1][0], end)
        elif end > start:
            found.append((start, end))
        start = match.end() if match else end
    return found


def _by_space(title: str, words: Kind, record: Record) -> list[str]:
    """At spaces, in scripts that set none between words: "青空株式会社 開発者 東京"."""
    parts = _with_suffixes(split_top(title, re.compile(r"\s+")), record)
    if words is EDUCATION and len(parts) > 2:
        parts = [parts[0], " ".join(parts[1:])]
    if not 1 < len(parts) <= 4 or not all(SOLID.search(part) for part in parts[:2]):
        return []
    right = " ".join(parts[1:])
    told = [names(list_, parts[0], record) for list_ in (words.what, words.who)]
    others = [names(list_, right, record) for list_ in (words.what, words.who)]
    return parts if any(told) or any(others) else []


def _with_suffixes(parts: list[str], record: Record) -> list[str]:
    """Words with the form of company beside its name: "바나나톡 주식회사", "株式会社 青空"."""
    result: list[str] = []
    for part in parts:
        alone = result and key(result[-1]) in record.vocabulary["suffixes"]
        if result and (alone or key(part) in record.vocabulary["suffixes"]):
            result[-1] += f" {part}"
        else:
            result.append(part)
    return result


CUTS = (by_dash, _by_joiner, _by_comma, _by_space)


def last_comma(title: str, record: Record) -> int:
    """Where the last comma stands that does not come before "Inc." and its like (0: nowhere)."""
    mask = masked(title)
    at = max(mask.rfind(mark) for mark in ",，،")
    while at > 0 and key(title[at + 1 :]) in record.vocabulary["suffixes"]:
        at = max(mask.rfind(mark, 0, at) for mark in ",，،")
    return max(at, 0)


def order_of(first: str, second: str, words: Kind, record: Record) -> int:
    """1 for role before organisation, -1 for the other order, 0 where the words do not say."""
    earlier = [key(part) in record.vocabulary["earlier"] for part in (first, second)]
    if words is WORK and any(earlier):
        return -1 if earlier[0] else 1
    scores = [
        4 * names(words.what, part, record)
        - 2 * names(words.who, part, record)
        + (words is WORK and ends_like_role(part, record))
        for part in (first, second)
    ]
    if scores[0] == scores[1]:
        return 0
    return 1 if scores[0] > scores[1] else -1


def ends_like_role(text: str, record: Record) -> bool:
    """Whether a first or last word has the ending of words for people who do something."""
    words = [key(word) for word in re.split(r"[\s,/]+", text) if word]
    endings = tuple(record.vocabulary["role_endings"])
    return any(
        len(word) > (1 if SOLID.search(word) else 4) and word.endswith(endings)
        for word in (*words[:1], *words[-1:])
    )
