"""The other side of a title that names one: the organisation of a role, the school of a degree."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.honours import is_honours
from typeset.importers.text.heads.place_tails import (
    comma_parts,
    is_region,
    may_be_place,
    place_tail,
)
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    is_learned,
    is_own_work,
    names,
)
from typeset.importers.text.record import Record


def other_side(only: str, metas: list[str], words: Kind, record: Record) -> list[str]:
    """The other side of a title that names one, taken out of the lines under it."""
    if is_own_work(only, metas[0], record):
        return []
    if _is_held(only, words, record):
        return _owner_of_held(metas, words, record)
    for index, meta in enumerate(metas):
        if names(words.what, meta, record):
            return [metas.pop(index)]
    ends = comma_parts(metas[0], record)
    if words is WORK and len(ends) == 3 and not names(words.who, only, record):
        owner, where = metas[0][: ends[0][1]].strip(), metas[0][ends[1][0] :].strip()
        if is_region(where.rpartition(", ")[2], "", record):
            metas[:1] = [where]  # "Tree Works, Salem, OR" under what no list has as a role
            return [owner]
    if words is EDUCATION:
        return _school_below(only, metas, words, record)
    if len(metas) > 1 and not is_place(metas[0], record):
        return [metas.pop(0)]
    if words is WORK and names(words.who, metas[0], record):
        owner, town = place_tail(metas[0], words, record)
        bare = re.sub(r"[(（][^()（）]*[)）]", "", owner)  # "Clinic (Town), Home (Town)"
        if not names(words.who, only, record) and not is_place(bare, record):
            metas[:1] = [town] if town else []
            return [owner]
    return []


def _owner_of_held(metas: list[str], words: Kind, record: Record) -> list[str]:
    """The organisation or school of a role or degree, in the line under it, without its town."""
    owner, where = place_tail(metas[0], words, record)
    parts = [metas[0][slice(*end)].strip() for end in comma_parts(metas[0], record)]
    town = parts[1] if len(parts) == 2 and not where else ""
    short = 0 < len(town.split()) <= _LONGEST_TOWN
    if short and may_be_place(town, words, record) and not names(words.who, town, record):
        metas[:1] = parts  # "Org, Town" under a role
    bare = re.sub(r"\s*[(（][^()（）]*[)）]$", "", metas[0])  # "Org (Town)"
    placed = is_place(bare, record) and not names(words.who, bare, record)
    if placed and (not where or is_region(where, owner, record)):
        return []
    return [metas.pop(0)]


def _school_below(only: str, metas: list[str], words: Kind, record: Record) -> list[str]:
    """The degree under a school, or the school under what no list has as a degree."""
    taught = names(words.who, only, record)
    subject = taught and not is_honours(metas[0], words, record)
    if (len(metas) > 1 or subject) and not is_place(metas[0], record):
        return [metas.pop(0)]
    called = not taught and is_learned(only, record) and not is_learned(metas[0], record)
    if called and not is_place(metas[0], record):
        return [metas.pop(0)]  # "Web Developer" over "Salt Camp"
    if taught:
        return []
    if names(words.who, metas[0], record):
        return [metas.pop(0)]
    owner, town = place_tail(metas[0], words, record)
    if is_place(town, record) and not is_place(owner, record):
        metas[:1] = [town]  # "Research fellowship" over "The Trust, Washington, DC"
        return [owner]
    return []


_LONGEST_TOWN = 2


def _is_held(only: str, words: Kind, record: Record) -> bool:
    """Whether a title names a role or degree; "Systems Administrator" does, for all its words."""
    if not names(words.what, only, record):
        return False
    ends = words is WORK and any(
        names(words.what, word, record) and not names(words.who, word, record)
        for word in (only.split()[0], only.split()[-1])
    )
    return not names(words.who, only, record) or ends
