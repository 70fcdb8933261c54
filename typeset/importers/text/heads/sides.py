"""Which side of a title is what: by its words, and by the lines under it."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.honours import with_degree
from typeset.importers.text.heads.other_sides import other_side
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.places import place
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    names,
    order_of,
)
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK


def place_sides(
    head: Head, sides: list[str], metas: list[str], words: Kind, record: Record
) -> None:
    """Say what each part of the head is."""
    parts = [part for part in sides if part]
    if words is EDUCATION:
        parts = with_degree(parts, words, record)
    if words is WORK and len(parts) == 1 and metas and _is_solid_unit(metas[0], parts[0], record):
        head.who, head.what = parts[0], metas[0]  # "온웨어" over "개발팀 • 정규직"
        place(head, metas[1:], words, record)
        return
    if len(parts) == 1 and metas:
        parts += other_side(parts[0], metas, words, record)
    if len(parts) > 2:
        parts = _role_first(parts, words, record)
        place(head, [*parts[2:], *metas], words, record)
        metas = []
    place(head, metas, words, record)
    if len(parts) == 1:
        only = parts[0]
        # "Independent research, 2022 – now"; what stands beside a place is an organisation.
        named = len(only.split()) <= _LONGEST_NAME and all(
            word[:1].isupper() for word in only.split()
        )
        placed = named and is_place(head.where, record)
        alone = not placed if words is EDUCATION else head.date is not None and not head.where
        unit = words is WORK and _is_solid_unit(only, "", record)
        if words is WORK and CJK.search(only) and not unit and not ends_like_role(only, record):
            alone = False  # over a period, what is no role is who it was for
        school = words is EDUCATION and (
            _is_solid_school(only, record)
            or ((bool(head.where) or _is_named(only, record)) and _is_kind_of_school(only, record))
        )
        if (names(words.what, only, record) and not school) or (
            unit or (alone and not names(words.who, only, record))
        ):
            head.what = only
        else:
            head.who = only
        return
    first, second = parts[0], parts[1]
    order = order_of(first, second, words, record)
    told = [names(list_, part, record) for part in parts[:2] for list_ in (words.what, words.who)]
    # "Senator" / "Student Council, University": a word for a role in an organisation's name;
    # "Astronomer — Software Engineer": one of both that is called so.
    # Or an organisation's word in a role: "Council Speaker" / "Student Association".
    head.unsure = order == 0 or told in (
        [False, False, True, True],
        [True, False, True, False],
        [False, True, True, True],
    )
    head.what, head.who = (first, second) if order >= 0 else (second, first)


_LONGEST_NAME = 4


def _is_kind_of_school(text: str, record: Record) -> bool:
    """Whether what a text calls a degree is a kind of school: "Grundschule", "Gymnasium Seehof".

    So is what ends in one: "Realgymnasium Seehof".
    Letters that stand for one are the degree: "MTS".
    """
    parts = re.findall(r"[^\W\d_]+", text)
    words = record.vocabulary
    degrees = [part for part in parts if names("degrees", part, record)]
    named = all(
        (
            words.has("schools", one)
            or (names("schools", one, record) and not words.has("degrees", one))
        )
        and not one.isupper()
        for one in degrees
    )
    return bool(degrees) and named


def _is_named(text: str, record: Record) -> bool:
    """Whether a name follows the first word of a text, and no subject: "Gymnasium Borkfeld"."""
    first, *others = text.split()
    proper = bool(others) and others[-1].isalpha() and others[-1].istitle() and first.istitle()
    return proper and "," not in text and not names("subjects", text, record)


def _is_solid_unit(text: str, title: str, record: Record) -> bool:
    """Whether a text ends as a part of an organisation, in a script without spaces, and no title.

    What was held there stands in no other line: the part of the employer says it.
    """
    units = tuple(word for word in record.vocabulary["units"] if CJK.match(word))
    told = any(word.endswith(units) for word in text.split())
    if not CJK.match(text) or len(text) > _LONGEST_UNIT or not told:
        return False
    return not names("roles", title, record) and not title.endswith(units)


_LONGEST_UNIT = 20


def _is_solid_school(text: str, record: Record) -> bool:
    """Whether a text begins as a school, though it ends as a degree: "青空高等学校卒業"."""
    return bool(CJK.match(text)) and " " not in text and names("schools", text, record)


def _role_first(parts: list[str], words: Kind, record: Record) -> list[str]:
    """Three parts or more, a role that stands late and its owner first; the others follow.

    The owner is the first part that one is told by ("Ship / Moss Lines, Leeds / Mate"), or the
    first of all ("Moss Labs | Leeds | Cook").
    """
    if any(_is_what(part, words, record) for part in parts[:2]):
        return parts
    late = next((at for at, part in enumerate(parts) if _is_what(part, words, record)), 0)
    if not late:
        return parts
    others = [part for at, part in enumerate(parts) if at != late]
    owner = next((part for part in others if _is_who(part, words, record)), others[0])
    others.remove(owner)
    return [owner, parts[late], *others]


def _is_what(text: str, words: Kind, record: Record) -> bool:
    return names(words.what, text, record) and not is_place(text, record)


def _is_who(text: str, words: Kind, record: Record) -> bool:
    """Whether a part names an organisation by its words, or has a known place behind its name."""
    name, where = place_tail(text, words, record)
    placed = bool(name) and len(where) > _LONGEST_STATE and is_place(where, record)
    return placed or names(words.who, text, record)


_LONGEST_STATE = 2
"""Letters: "Salem, OR" is a town in its state."""
