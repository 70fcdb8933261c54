"""The subject of a degree that stands away from it: before the school, or in the title's place."""

from __future__ import annotations

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import comma_parts, place_tail
from typeset.importers.text.heads.places import place
from typeset.importers.text.heads.words import EDUCATION, names
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def subject_before_school(head: Head, record: Record) -> None:
    """ "MA" / "Botany, Hill University": what stands before the school is the degree's subject."""
    ends = comma_parts(head.who, record)
    parts = [head.who[slice(*end)].strip() for end in ends]
    owned = [any(names(list_, part, record) for list_ in ("schools", "units")) for part in parts]
    at = owned.index(True) if True in owned else 0
    if not at or not names("degrees", head.what, record) or names("degrees", head.who, record):
        return
    if key(parts[at].partition(" ")[0]) in record.vocabulary["articles"]:
        return  # "Ashby, the University of the Moors": one name
    if any(is_place(part, record) for part in parts[:at]):
        return
    head.what = ", ".join([head.what.rstrip(" :："), *parts[:at]])
    head.who, town = place_tail(", ".join(parts[at:]), EDUCATION, record, known=bool(head.where))
    head.where = " · ".join(part for part in (town, head.where) if part)


def under_subject(head: Head, title: str, metas: list[str], record: Record) -> bool:
    """Read a subject over a line with the degree and one with the school; False for others."""
    named = (EDUCATION.what, EDUCATION.who)
    told = [tuple(names(list_, text, record) for list_ in named) for text in (title, *metas)]
    if any(told[0]) or told.count((True, False)) != 1 or told.count((False, True)) != 1:
        return False
    degree, school = told.index((True, False)) - 1, told.index((False, True)) - 1
    head.area, head.what = title.replace("\t", ", "), metas[degree]
    head.who, head.where = place_tail(metas[school], EDUCATION, record)
    others = [text for at, text in enumerate(metas) if at not in (degree, school)]
    place(head, others, EDUCATION, record)
    return True
