"""The line under a title that names its other side: the organisation of a role, or the role.

Each `by_` step says whether it has read the head; the lines it has used are taken out of `metas`.
"""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import (
    is_region,
    is_unit,
    may_be_place,
    place_tail,
)
from typeset.importers.text.heads.places import place
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    is_learned,
    is_subject,
    names,
    names_owner,
)
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def by_bold_owner(
    head: Head,
    lines: list[tuple[int, str]],
    title: str,
    sides: list[str],
    metas: list[str],
    words: Kind,
    record: Record,
) -> bool:
    """Read "Support technician, networks" over "**Org** | Town | 2017"."""
    bold = _bold_owner(lines, title, words, record)
    if bold not in metas or len(sides) != 2:
        return False
    if names_owner(sides[1], record):
        return False
    metas.remove(bold)
    head.what, head.who = title.replace("\t", ", "), bold
    place(head, metas, words, record)
    return True


def by_owner_below(
    head: Head,
    title: str,
    sides: list[str],
    where: str,
    metas: list[str],
    words: Kind,
    record: Record,
) -> bool:
    """Read a title that is all role or degree over the line with its organisation."""
    owner = _owner_below(title, sides, where, metas, words, record)
    if not owner:
        return False
    metas.remove(owner)
    head.what = title.replace("\t", ", ")
    head.who, head.where = place_tail(owner, words, record)
    place(head, metas, words, record)
    return True


def by_role_below(
    head: Head, title: str, sides: list[str], metas: list[str], words: Kind, record: Record
) -> bool:
    """Read "Org, City" over a line with the role; or "Org, Department, City"."""
    if any(names(words.what, side, record) and not is_place(side, record) for side in sides):
        return False
    held_in = [meta for meta in metas if _is_what(meta, words, record)]
    sure = [meta for meta in held_in if names(words.what, meta, record)]
    apart = [meta for meta in sure if not is_place(meta, record)]  # "Minneapolis, MN" over a role
    named = next(iter([*apart, *sure, *held_in]), "")
    if not named or len(sides) > (3 if _ends_in_unit_and_town(sides, title, words, record) else 2):
        return False
    if words is EDUCATION and not sure and is_learned(title, record):
        return False  # "Web Developer" over "Food Technician"
    metas.remove(named)
    head.what, town = _with_city(*place_tail(named, words, record, known=True), words, record)
    if words is EDUCATION and _is_subject_and_school(sides, record) and not head.area:
        head.area, *sides = sides  # "Botany at Hill University" over "Bachelor of Science"
    sides = _joined_partners(sides, title, record)
    owner = ", ".join(sides[:2])
    single = len(sides) > 1 and owner in title and _is_inner(sides[1], record)
    head.who = owner if single else sides[0]  # "Ashby, the School of Design"
    place(head, [*sides[1 + single :], town, *metas], words, record)
    return True


def _ends_in_unit_and_town(sides: list[str], title: str, words: Kind, record: Record) -> bool:
    """Whether an employer's part and a place stand behind it: "City of Ely, Parks Office, Ely"."""
    if words is not WORK or len(sides) != _WITH_UNIT or ", ".join(sides) != title:
        return False
    return _is_inner(sides[1], record) and may_be_place(sides[2], words, record)


_WITH_UNIT = 3


def _is_inner(text: str, record: Record) -> bool:
    """Whether a text behind an employer's name can be its part: "the School of Design"."""
    return names_owner(text, record) or (is_unit(text, record) and not is_place(text, record))


def _is_subject_and_school(sides: list[str], record: Record) -> bool:
    """Whether a title's two sides are a subject and the school where it was learned."""
    subject, school = sides if len(sides) == _SUBJECT_AND_SCHOOL else ("", "")
    return is_subject(subject, record) and names("schools", school, record)


_SUBJECT_AND_SCHOOL = 2


def _joined_partners(sides: list[str], title: str, record: Record) -> list[str]:
    """A firm named for two partners, whole, and its town: "Studio Ash – Holm, Leeds"."""
    match = re.search(r"\s[–—-]\s", title)
    if len(sides) != 2 or not match or title != f"{sides[0]}{match[0]}{sides[1]}":
        return sides
    partner, comma, town = sides[1].rpartition(", ")
    placed = comma and is_place(town, record) and not is_region(town, "", record)
    if not placed or is_place(partner, record) or "," in partner:
        return sides
    return [f"{sides[0]}{match[0]}{partner}", town]


def _with_city(held: str, region: str, words: Kind, record: Record) -> tuple[str, str]:
    """A role and where it was, its town before the state: "Cook, Dover, DE" under its owner."""
    role, comma, city = held.rpartition(", ")
    placed = comma and region and is_region(region, "", record)
    if not placed or not may_be_place(city, words, record) or names(words.who, city, record):
        return held, region
    return role, f"{city}, {region}"


def by_lone_role(
    head: Head,
    title: str,
    sides: list[str],
    metas: list[str],
    roles: list[str],
    words: Kind,
    record: Record,
) -> bool:
    """Read an organisation over a line of its own, which is what one was there."""
    if len(sides) != 1 or not roles or roles[0] not in metas:
        return False
    if names(words.who, roles[0], record) or names(words.what, title, record):
        return False
    if words is EDUCATION and is_learned(title, record) and not is_learned(roles[0], record):
        return False  # "Web Developer" over "Salt Camp"
    told = names(words.who, title, record) or names(words.what, roles[0], record)
    head.unsure = words is EDUCATION and not told
    metas.remove(roles[0])
    head.what, head.who = roles[0], sides[0]
    place(head, metas, words, record)
    return True


def by_placed_owner(
    head: Head, sides: list[str], metas: list[str], words: Kind, record: Record
) -> bool:
    """Read "Org — Town, ST" over what one was, which no list has as a role."""
    apart = words is WORK and head.where and len(sides) == len(metas) == 1
    if not apart or not is_place(head.where, record) or is_place(metas[0], record):
        return False
    if any(names(words.what, text, record) for text in (sides[0], metas[0])):
        return False
    head.what, head.who = metas.pop(), sides[0]
    return True


def _bold_owner(lines: list[tuple[int, str]], title: str, words: Kind, record: Record) -> str:
    """What stands in bold before signs under a title that is a role: its organisation; or ""."""
    match = _BOLD_FIRST.match(lines[1][1].strip()) if len(lines) > 1 else None
    name = match[1].strip() if match else ""
    held = words is WORK and names(words.what, title, record)
    other = names(words.what, name, record) or is_place(name, record)
    return name if held and not other else ""


_BOLD_FIRST = re.compile(r"\*\*([^*|]+)\*\*\s*(?:[|｜·•,–—]|-\s)")


def _owner_below(
    title: str, sides: list[str], where: str, metas: list[str], words: Kind, record: Record
) -> str:
    """A line under "Degree, Subject" that names the school, which the title does not.

    So does a line "Name, Town" under "Role, Department"; under "Role — Org" it is an address.
    """
    dashed = bool(re.search(r"\s[–—]\s", title)) and "," not in title
    if len(sides) != 2 or is_place(sides[1], record):
        return ""
    if not names(words.what, sides[0], record):
        told = (
            words is WORK
            and not where
            and not any(
                names(list_, side, record) for side in sides for list_ in (words.who, words.what)
            )
        )
        sure = (
            m for m in metas if names(words.who, m, record) and not names(words.what, m, record)
        )
        return next(sure, "") if told else ""
    inner = words is WORK and not any(
        key(one) in record.vocabulary["suffixes"] for one in sides[1].split()
    )
    owned = any(names(words.who, side, record) for side in sides)
    for meta in metas:
        owner, town = place_tail(meta, words, record)
        told = names(words.who, meta, record)
        if is_region(town, owner, record) and not told:
            continue
        if owned and _is_part_of(meta, sides[1], record):
            return ""  # "Lecturer, Moss University" over "Department of Botany"
        if not where and not owned and told:
            return meta
        if (
            inner
            and not dashed
            and not is_place(owner, record)
            and (told or (town and is_place(town, record)))
        ):
            return meta
    return ""


def _is_part_of(text: str, owner: str, record: Record) -> bool:
    """Whether a line begins as a part of a house does, and the owner over it does not."""
    parts = [record.vocabulary.has("units", one.split()[0]) for one in (text, owner) if one.split()]
    return parts == [True, False] and names_owner(owner, record)


def _is_what(text: str, words: Kind, record: Record) -> bool:
    """Whether a line under a title names a role or degree, by its words or its ending.

    What one learns is one as well: "HVAC Technician Program" under "Moss Tech".
    """
    if names(words.what, text, record):
        return True
    if words is EDUCATION:
        return is_learned(text, record) and not is_place(text, record)
    return words is WORK and len(text.split()) <= 4 and not is_place(text, record) and (
        ends_like_role(text.partition(",")[0], record) and not names(words.who, text, record)
    )  # fmt: skip
