"""Cutting a title line in two: words for roles and degrees say where, and which is which."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import SOLID
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.place_tails import (
    COMMA,
    comma_parts,
    last_comma,
    may_be_place,
    place_tail,
)
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    is_proper,
    names,
)
from typeset.importers.text.markup.inline import masked, split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import any_of, key

STRONG = re.compile(
    r"\s*[|｜•·∙⋅]\s*|\s*\t\s*|\s+@\s+|\s*(?:\\\n)\s*|\s+/{2}\s+|\s*／\s*|(?<=\S\S)\u3000+(?=\S\S)"
)

_DASH = re.compile(r"\s+(?:–|—|-{1,3}|:|::|»|~)\s+|\s*(?:—|——)\s*|\s*[:：]\s+")

POSTNOMINALS = re.compile(r"[A-Z][A-Za-z.]*[A-Z][A-Za-z.]*(?:,? [A-Z][A-Za-z.]*[A-Z][A-Za-z.]*)*")
"""The letters that a body lets its members write behind their names."""


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


def by_dash(title: str, words: Kind, record: Record) -> list[str]:
    """At a dash ("Org — Role", "Role - Org"), where a comma would not cut better."""
    match = _DASH.search(masked(title))
    if not match:
        return []
    if match[0].strip() in (":", "："):  # a dash cuts better than a colon before it
        match = next((m for m in _DASH.finditer(masked(title)) if m[0].strip() not in ":："), match)
    left, right = title[: match.start()].strip(), title[match.end() :].strip()
    if words is EDUCATION and (taught := _last_dash(title, record)):
        return taught
    if words is EDUCATION and (taught := _listed_subjects(title, match, record)):
        return taught
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


def _last_dash(title: str, record: Record) -> list[str]:
    """ "Degree – Subject – School": the school behind the last dash; none for other titles."""
    last = [match for match in _DASH.finditer(masked(title)) if match[0].strip() not in ":："]
    if len(last) != 2 or not names("degrees", title[: last[0].start()], record):
        return []
    subject, school = title[last[0].end() : last[1].start()], title[last[1].end() :]
    told = names("schools", school, record) and not names("schools", subject, record)
    return [title[: last[1].start()].strip(), school.strip()] if told else []


def _listed_subjects(title: str, sign: re.Match[str], record: Record) -> list[str]:
    """ "A levels: Art (A), Music (B), School" and "School, A levels: Art (A), Music (B)"."""
    left, ends = title[: sign.start()], comma_parts(title, record)
    degree, *before = reversed([one.strip() for one in left.split(",")])
    if sign[0].strip() not in (":", "：") or not names("degrees", degree, record):
        return []
    if before and not names("degrees", left[: left.rfind(",")], record):
        return [title[left.rfind(",") + 1 :].strip(), left[: left.rfind(",")].strip()]
    *listed, last = (title[slice(*end)].strip() for end in ends)
    graded = bool(listed) and all(_GRADED.search(one) for one in listed)
    if before or not listed or _GRADED.search(last) or not last[:1].isupper():
        return []
    if not graded and not names("schools", last, record):
        return []
    return [title[: ends[-2][1]].strip(), last]


_GRADED = re.compile(r"[(（][^()（）]{1,12}[)）]$|\s(?:[A-G][*+-]?|\d[.,]?\d?)$")


def _by_slash(title: str, words: Kind, record: Record) -> list[str]:
    """ "Role / Org": only where one side names a role, and nothing else cuts the title.

    Of a degree and a school each side names one.
    """
    parts = split_top(title, _SLASH)
    if len(parts) != 2 or COMMA.search(title) or _DASH.search(title):
        return []
    roles = [names(words.what, one, record) for one in parts]
    if words is not WORK and roles != [not names(words.who, one, record) for one in parts]:
        return []
    if not any(roles):
        roles = [ends_like_role(one, record) for one in parts]
    return parts if roles in ([True, False], [False, True]) else []


_SLASH = re.compile(r"\s+/\s+")


def _by_school_joiner(title: str, words: Kind, record: Record) -> list[str]:
    """At a word between a degree and its school: "Degree from School, which may have a comma"."""
    joiners = any_of(record.vocabulary, "school_joiners")
    match = re.search(rf"\s+({joiners})\s+(?=[A-Z])", masked(title)) if joiners else None
    left, right = (title[: match.start()], title[match.end() :]) if match else ("", "")
    told = names("degrees", left, record) and names("schools", right, record)
    if words is not EDUCATION or not match or not told or names("schools", left, record):
        return []
    record.use_label(0, match[1], "school_joiners")
    return [part for part in (left.strip(), *place_tail(right.strip(), words, record)) if part]


def _by_joiner(title: str, words: Kind, record: Record) -> list[str]:
    """At a word that joins: "Role at Org", "Role bei Org"."""
    joiners = any_of(record.vocabulary, "joiners")
    found = list(re.finditer(rf"\s+({joiners})\s+(?=\w)", masked(title), re.IGNORECASE))
    sure_words = record.vocabulary["sure_joiners"]
    match = next((m for m in found if key(m[1]) in sure_words), found[0] if found else None)
    if not match:
        return []
    left, right = title[: match.start()].strip(), title[match.end() :].strip()
    sure = key(match[1]) in sure_words
    if words is EDUCATION:
        school = names("schools", right.partition(",")[0], record)
        if not sure or not school or names("schools", left, record):
            return []
        record.use_label(0, match[1], "joiners")  # "Diploma in lighting at the School of Arts"
        return [part for part in (left, *place_tail(right, words, record)) if part]
    if words is not WORK:
        return []
    comma = last_comma(title, record)
    inner = bool(comma) and comma < match.start()
    owned = inner and names(words.who, left[comma + 1 :], record)
    role = names("roles", left, record) or ends_like_role(left, record)
    capital = left[:1].isupper() and right[:1].isupper() and not is_place(right, record)
    named = len(left.split()) <= 4 and (capital or names(words.who, right, record))
    if not sure or not (role or named) or owned:
        return []
    record.use_label(0, match[1], "joiners")
    owner, where = place_tail(right, words, record)
    ends = comma_parts(owner, record)
    if not where and len(ends) == 2 and names("roles", left, record):
        name, town = (owner[slice(*end)].strip() for end in ends)
        if _is_town_of(name, town, words, record):
            return [left, name, town]  # "Role at Organisation, Town"
    return [part for part in (left, owner, where) if part]


def _by_comma(title: str, words: Kind, record: Record) -> list[str]:
    """At the last comma ("Role, Org"), with a known place after it as a third part."""
    at = last_comma(title, record)
    if not at or (words is WORK and _are_roles(title, record)) or _is_list(title, words, record):
        return []
    if town := _town_behind(title, words, record):
        return town
    title, where = place_tail(title, words, record, known=bool(_DASH.search(title)))
    at = last_comma(title, record)
    if not at:
        return []
    ends = comma_parts(title, record)
    last = title[slice(*ends[-1])].split()
    unit = bool(last) and any(record.vocabulary.has("units", last[side]) for side in (0, -1))
    if words is WORK and len(ends) > 2 and unit:
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
    lettered = len(texts) > 2 and all(POSTNOMINALS.fullmatch(text) for text in texts[1:])
    degree = degree or (words is EDUCATION and lettered)
    if degree and owned == [0] and len(texts) > 2 and not is_place(texts[1], record):
        return [part for part in (texts[0], ", ".join(texts[1:]), where) if part]
    if words is EDUCATION and owned == [0] and names(words.what, title[ends[0][1] :], record):
        # "University, studies, subject": the school, and what was learned there.
        learned = title[ends[1][0] :].strip()
        return [part for part in (learned, title[slice(*ends[0])].strip(), where) if part]
    return [part for part in (title[:at].strip(), title[at + 1 :].strip(), where) if part]


def _is_list(title: str, words: Kind, record: Record) -> bool:
    """ "Coaching, Judging, and Repairs": a list of a few, of which none is an organisation."""
    parts = [title[slice(*end)].strip() for end in comma_parts(title, record)]
    joined = key(parts[-1].partition(" ")[0]) in record.vocabulary["and"] | {"&"}
    owned = any(names(words.who, part, record) for part in parts)
    return joined and len(parts) > 2 and not owned and not is_place(parts[-1], record)


def _are_roles(title: str, record: Record) -> bool:
    """ "Analyst, Linguist": two parts that each are a role, and no organisation."""
    parts = [title[slice(*end)].strip() for end in comma_parts(title, record)]
    return len(parts) == 2 and all(_is_role(part, record) for part in parts)


def _is_role(text: str, record: Record) -> bool:
    """Whether the last word of a short text is a role; its ending alone tells none of one word."""
    words = text.split()
    if not words or len(words) > _LONGEST_ROLE or is_proper(text, record.vocabulary) or any(
        names(list_, text, record) for list_ in ("organisations", "schools")
    ):  # fmt: skip
        return False
    last = words[-1]
    return names("roles", last, record) or (len(words) > 1 and ends_like_role(last, record))


_LONGEST_ROLE = 3


def _town_behind(title: str, words: Kind, record: Record) -> list[str]:
    """ "Role, Organisation, Town": three parts, of which only the first names a role."""
    parts = [title[slice(*end)].strip() for end in comma_parts(title, record)]
    if len(parts) != 3 or _DASH.search(title):
        return []
    role, owner, town = parts
    if words is EDUCATION and not names("organisations", owner, record):
        return []  # "Degree, Subject, School"; "Apprenticeship, Firm, Town" goes on
    told = names(words.what, role, record) and not names(words.what, owner, record)
    return parts if told and _is_town_of(owner, town, words, record) else []


def _is_town_of(owner: str, town: str, words: Kind, record: Record) -> bool:
    """Whether what stands behind an organisation can be its town, known or by its looks."""
    last = len(town.split()) <= 2 and may_be_place(town, words, record)
    inner = len(owner.split()) < 2 and not names(words.who, owner, record)  # "Boats", a department
    inner = inner or record.vocabulary.has("units", owner)
    known = is_place(town, record)
    return last and (known or not inner) and not names(words.who, town, record)


def _by_space(title: str, words: Kind, record: Record) -> list[str]:
    """At spaces, in scripts that set none between words: "青空株式会社 開発者 東京"."""
    parts = _with_suffixes(split_top(title, re.compile(r"\s+")), record)
    taught = [part for part in parts if names(words.who, part, record)]
    if words is EDUCATION and len(parts) > 2 and len(taught) == 1:
        others = [part for part in parts if part not in taught]  # "本科 大学 专业"
        parts = [" ".join(others), *taught] if parts[0] in others else [*taught, " ".join(others)]
    elif words is EDUCATION and len(parts) > 2:
        parts = [parts[0], " ".join(parts[1:])]
    if not 1 < len(parts) <= 4 or not all(SOLID.search(part) for part in parts[:2]):
        return []
    right = " ".join(parts[1:])
    left = [names(list_, parts[0], record) for list_ in (words.what, words.who)]
    after = [names(list_, right, record) for list_ in (words.what, words.who)]
    return parts if any(left) or any(after) else []


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


def _by_semicolon(title: str, words: Kind, record: Record) -> list[str]:
    """At a semicolon between a degree and its school: "PhD, Botany; University of Moss"."""
    sides = split_top(title, re.compile(r"\s*;\s+"))
    if words is not EDUCATION or len(sides) != 2 or not names(words.what, sides[0], record):
        return []
    return [part for part in (sides[0], *place_tail(sides[1], words, record)) if part]


CUTS = (_by_semicolon, by_dash, _by_slash, _by_school_joiner, _by_joiner, _by_comma, _by_space)
