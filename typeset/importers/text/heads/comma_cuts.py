"""Cutting a title line at its commas: "Role, Organisation, Town", "Degree, Subject, School"."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.place_tails import (
    DASH,
    SHORT_FORM,
    comma_parts,
    is_region,
    is_unit,
    last_comma,
    may_be_place,
    owns,
    place_tail,
)
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    is_proper,
    is_subject,
    names,
    names_owner,
)
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

POSTNOMINALS = re.compile(r"[A-Z][A-Za-z.]*[A-Z][A-Za-z.]*(?:,? [A-Z][A-Za-z.]*[A-Z][A-Za-z.]*)*")
"""The letters that a body lets its members write behind their names."""


def by_comma(title: str, words: Kind, record: Record) -> list[str]:
    """At the last comma ("Role, Org"), with a known place after it as a third part."""
    at = last_comma(title, record)
    if not at:
        return []
    texts = _texts(title, record)
    if key(texts[-1]) in record.vocabulary["recurring"]:
        return []  # "Food bank driver, weekly"
    if (words is WORK and _are_roles(texts, record)) or _is_list(texts, words, record):
        return []
    if words is EDUCATION and _goes_on(title[at + 1 :].strip(), title[:at], record):
        return []
    if town := _town_behind(title, texts, words, record):
        return town
    title, where = place_tail(title, words, record, known=bool(DASH.search(title)))
    at = last_comma(title, record)
    if not at:
        return []
    if where and words is WORK:
        texts = _texts(title, record)
        apart = "," not in where or any(names(words.who, one, record) for one in texts[1:2])
        if apart and (town := _town_behind(title, texts, words, record)):
            return [*town[:2], f"{town[2]}, {where}"]  # "Role, Org, Town, Country"
    cut = _school_and_degree if words is EDUCATION else _role_and_owner
    sides = cut(title, words, record)
    return [part for part in (*sides, where) if part] if sides else []


def _school_and_degree(title: str, words: Kind, record: Record) -> tuple[str, ...]:
    """A title of schooling in two, where its only school stands, or at its last comma."""
    ends = comma_parts(title, record)
    texts = [title[slice(*one)].strip() for one in ends]
    owned = [n for n, text in enumerate(texts) if names(words.who, text, record)]
    if len(owned) == 1 and 0 < owned[0] < len(ends) - 1:
        # What follows the school belongs to the degree: "Physics, University, grade 1.7".
        others = [text for n, text in enumerate(texts) if n != owned[0]]
        return ", ".join(others), texts[owned[0]]
    told = [n for n, text in enumerate(texts) if names(words.what, text, record)]
    lettered = len(texts) > 2 and all(POSTNOMINALS.fullmatch(text) for text in texts[1:])
    degree = lettered or told[-1:] > [0]
    if degree and owned == [0] and len(texts) > 2 and not is_place(texts[1], record):
        return texts[0], ", ".join(texts[1:])
    if owned == [0] and names(words.what, title[ends[0][1] :], record):
        # "University, studies, subject": the school, and what was learned there.
        return title[ends[1][0] :].strip(), texts[0]
    at = last_comma(title, record)
    if told == [0] and _end_alike(owned, ends):
        at = title.find(",", ends[owned[0] - 1][1])  # "Nursing, College, University"
    return title[:at].strip(), title[at + 1 :].strip()


def _role_and_owner(title: str, words: Kind, record: Record) -> tuple[str, ...]:
    """A title of a post in two: before the organisation and its parts, or at its last comma.

    Nothing for an employer without a role: "Corps of Drums, British Army".
    """
    ends = comma_parts(title, record)
    texts = [title[slice(*one)].strip() for one in ends]
    unit = is_unit(texts[-1], record)
    if unit and len(ends) > 2:  # "Grade 7, Head of Salt, Division for Mines"
        unit = not names(words.what, texts[-2], record)
    if parts := _of_units(texts, words, record):
        return tuple(parts)
    role = [n for n, text in enumerate(texts) if names(words.what, text, record)]
    if words is WORK and not role and all(_is_organisation(text, record) for text in texts):
        return ()
    owned = [n for n, text in enumerate(texts) if names(words.who, text, record)]
    at = last_comma(title, record)
    if words is WORK and len(ends) > 2 and unit:
        at = title.rfind(",", 0, ends[-2][0])  # "Researcher, University, Chair of Concrete"
    if role == [0] and owned[:1] == [1] and _end_alike(owned, ends):
        at = title.find(",", ends[0][1])  # "Carer, Home, Municipality"
    return title[:at].strip(), title[at + 1 :].strip()


def _end_alike(owned: list[int], ends: list[tuple[int, int]]) -> bool:
    """Whether the last two parts of several are organisations, and no others."""
    return owned == [len(ends) - 2, len(ends) - 1] and owned[0] > 0


def _is_organisation(text: str, record: Record) -> bool:
    return record.vocabulary.has("organisations", text)


def _texts(title: str, record: Record) -> list[str]:
    """The parts of a title between its commas."""
    return [title[slice(*end)].strip() for end in comma_parts(title, record)]


def _of_units(texts: list[str], words: Kind, record: Record) -> list[str]:
    """ "Lecturer, Department of Botany, Hill University": a part of an organisation, and this."""
    role, *others = texts
    lists = ("organisations", "schools", "units")
    owned = [any(names(list_, text, record) for list_ in lists) for text in others]
    held = names(words.what, role, record) or not any(names(one, role, record) for one in lists)
    told = held and not any(names(words.what, text, record) for text in others)
    if words is not WORK or not told or len(others) < _UNIT_AND_OWNER or not all(owned[:1]):
        return []
    short = bool(SHORT_FORM.match(others[-1]))  # "Robotics Lab, MIT"
    return [role, ", ".join(others)] if all(owned) or (all(owned[:-1]) and short) else []


_UNIT_AND_OWNER = 2


def _goes_on(behind: str, degree: str, record: Record) -> bool:
    """Whether words in small letters say more of a degree: "BSc Botany, with a minor in Art".

    So does how far a course went: "Welding, level 2 (Moss)".
    """
    if behind[:1].islower() and record.vocabulary.column(behind.split()[0]) == "level":
        return True
    school = names("schools", behind, record) or names("organisations", behind, record)
    small = behind[:1].islower() and len(behind.split()) > 1
    return small and not school and names("degrees", degree, record)


def _is_list(parts: list[str], words: Kind, record: Record) -> bool:
    """ "Coaching, Judging, and Repairs": a list of a few, of which none is an organisation.

    The first may begin one whose name is the list: "School of Boats, Sails, and Rope".
    """
    first = key(parts[-1].partition(" ")[0])
    if len(parts) < 3 or not (first == "&" or first in record.vocabulary["and"]):
        return False
    owned = any(names(words.who, part, record) for part in parts[1:])
    begun = names(words.who, parts[0], record) and len(parts[0].split()) < _SCHOOL_OF_WHAT
    return not begun and not owned and not is_place(parts[-1], record)


_SCHOOL_OF_WHAT = 3


def _are_roles(parts: list[str], record: Record) -> bool:
    """ "Analyst, Linguist": two parts that each are a role, and no organisation."""
    return len(parts) == 2 and all(_is_role(part, record) for part in parts)


def _is_role(text: str, record: Record) -> bool:
    """Whether the last word of a short text is a role; its ending alone tells none of one word."""
    words = text.split()
    if not words or len(words) > _LONGEST_ROLE:
        return False
    if is_proper(text, record.vocabulary) or names_owner(text, record):
        return False
    last = words[-1]
    return names("roles", last, record) or (len(words) > 1 and ends_like_role(last, record))


_LONGEST_ROLE = 3


def _town_behind(title: str, parts: list[str], words: Kind, record: Record) -> list[str]:
    """ "Role, Organisation, Town": three parts, of which only the first names a role."""
    if len(parts) != 3 or DASH.search(title):
        return []
    role, owner, town = parts
    named = names("organisations", owner, record) or _has_subject(role, owner, record)
    if words is EDUCATION and not named:
        return []  # "Degree, Subject, School"; "Apprenticeship, Firm, Town" goes on
    told = names(words.what, role, record) or (
        words is EDUCATION and not owns(role, WORK, record)
    )  # "Restoration course, Museum, Town"
    alone = len(town.split()) == 1 or is_place(town, record)
    named = owner[:1].isupper() and len(owner.split()) > 1 and alone
    placed = is_region(town.rstrip("."), "", record)  # "Org, Two Rivers, WI"
    held = ends_like_role(role, record) or not owns(role, WORK, record)  # "Hotelier"
    told = told or (words is WORK and named and not placed and held)
    told = told and not names(words.what, owner, record)
    return parts if told and is_town_of(owner, town, words, record) else []


def _has_subject(degree: str, behind: str, record: Record) -> bool:
    """Whether a degree says in what it is, so that a name behind it is who gave it.

    "Apprenticeship as a joiner, Holm Yard, Ashby".
    """
    small = any(word in record.vocabulary.small_words for word in degree.split()[1:-1])
    proper = all(word[:1].isupper() for word in behind.split())
    taught = names("degrees", degree, record) and not is_subject(behind, record)
    return small and proper and taught


def is_town_of(owner: str, town: str, words: Kind, record: Record) -> bool:
    """Whether what stands behind an organisation can be its town, known or by its looks."""
    last = len(town.split()) <= 2 and may_be_place(town, words, record)
    inner = len(owner.split()) < 2 and not names(words.who, owner, record)  # "Boats", a department
    unit = record.vocabulary.has("units", owner) and not names(words.who, owner, record)
    inner = inner or unit  # "Night Team"; "Moss Group" is no part of one
    known = is_place(town, record)
    last = last and (known or not (SHORT_FORM.match(town) or is_unit(town, record)))
    return last and (known or not inner) and not owns(town, words, record)
