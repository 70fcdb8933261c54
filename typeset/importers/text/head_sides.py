"""Which part of a head is what: by its words, and by the lines under the title."""

from __future__ import annotations

import re

from typeset.importers.text.contact_pieces import SOLID
from typeset.importers.text.contacts import is_place
from typeset.importers.text.cuts import POSTNOMINALS
from typeset.importers.text.head_parts import Head
from typeset.importers.text.head_words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    names,
    order_of,
)
from typeset.importers.text.honours import (
    is_honours,
    with_degree,
)
from typeset.importers.text.joined_owners import may_be_town
from typeset.importers.text.place_tails import (
    comma_parts,
    is_region,
    may_be_place,
    place_tail,
)
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key


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


def clear_owner(head: Head, words: Kind, record: Record, employer: bool = False) -> None:
    """Take out of an organisation's name the bracket that says where it is, or on what terms."""
    if words is EDUCATION and not head.what:
        _take_subject(head, words, record)
    behind = LAST_BRACKET.fullmatch(head.where)
    if behind and (behind[2].islower() or is_honours(behind[2], words, record)):
        head.where = behind[1]  # "Town (grade 1.7)"
        head.remarks.append(behind[2])
    inner = LAST_BRACKET.fullmatch(head.who)
    titles = inner and POSTNOMINALS.fullmatch(inner[2]) and not _shortens(inner[2], inner[1])
    if inner and titles and words is EDUCATION and not head.what:
        head.who, head.what = inner[1], inner[2]  # "Chartered Body (ACMA, CGMA)"
        return
    if not inner or not (head.what or employer):
        return
    taught = words is EDUCATION and len(head.what.split()) > 1 and not inner[2].isupper()
    placed = is_place(inner[2], record) or (
        (words is WORK or taught)
        and may_be_town(inner[2], record)
        and not is_honours(inner[2], words, record)
    )
    if not head.where and placed:
        head.who, head.where = inner[1], inner[2]  # "Org (Town)"
    elif (inner[2].islower() and len(inner[2].split()) <= 3) or (
        employer and (inner[2][0].islower() or ":" in inner[2])
    ):
        head.who = inner[1]  # "Org (fixed term)"
        head.remarks.append(inner[2])


def _shortens(short: str, name: str) -> bool:
    """Whether a word in capitals is a name's short form: its letters in their order."""
    letters = iter(name.casefold())
    word = short.casefold()
    return (
        short.isalpha() and word[:1] == name[:1].casefold() and all(one in letters for one in word)
    )


def _take_subject(head: Head, words: Kind, record: Record) -> None:
    """ "School, Town (art and design)": what was learned where no degree was taken."""
    inner = LAST_BRACKET.fullmatch(head.who)
    for said in [*([inner[2]] if inner else []), *head.remarks]:
        subject = said.islower() and len(said.split()) > 1 and not re.search(r"\d", said)
        if not subject or is_honours(said, words, record):
            continue
        if said in head.remarks:
            head.remarks.remove(said)
        elif inner:
            head.who = inner[1]
        head.what = said
        return


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


LAST_BRACKET = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")


def owner_below(
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


OWNERS = ("schools", "organisations")


def place(head: Head, more: list[str], words: Kind, record: Record) -> None:
    """Add what is left of a head to its place, or to its remarks where it can be none."""
    inner = _out_of_brackets(more) if words is EDUCATION else []
    head.remarks += inner
    for part in [part for part in more if part and not (inner and part[0] in "(（")]:
        unit = head.what and head.who and any(names(list_, part, record) for list_ in OWNERS)
        if unit and record.vocabulary.has("units", part.split()[0]) and not is_place(part, record):
            head.who += f", {part}"  # "University" over "Department of Physics"
        elif key(part) in record.vocabulary["contracts"]:
            head.remarks.append(part)
        elif may_be_place(part, words, record) and (not unit or is_place(part, record)):
            head.where = " · ".join(one for one in (head.where, part) if one)
        else:
            head.remarks.append(part)


def _out_of_brackets(parts: list[str]) -> list[str]:
    """What stands in brackets of its own: "（GPA 3.7/4.0，奖学金）" is two things."""
    inner = [re.fullmatch(r"[(（]([^()（）]+)[)）]", part) for part in parts]
    return [one for match in inner if match for one in re.split(r"[,，、]\s*", match[1])]


def is_what(text: str, words: Kind, record: Record) -> bool:
    """Whether a line under a title names a role or degree, by its words or its ending."""
    if names(words.what, text, record):
        return True
    return words is WORK and len(text.split()) <= 4 and not is_place(text, record) and (
        ends_like_role(text.partition(",")[0], record) and not names(words.who, text, record)
    )  # fmt: skip


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
        parts += _from_metas(parts[0], metas, words, record)
    if len(parts) > 2:
        place(head, [*parts[2:], *metas], words, record)
        metas = []
        parts = _reordered(parts[:2], head, words, record)
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
        if names(words.what, only, record) or (
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
    head.unsure = order == 0 or told in ([False, False, True, True], [True, False, True, False])
    head.what, head.who = (first, second) if order >= 0 else (second, first)


_LONGEST_NAME = 4


def _is_solid_unit(text: str, title: str, record: Record) -> bool:
    """Whether a text ends as a part of an organisation, in a script without spaces, and no title.

    What was held there stands in no other line: the part of the employer says it.
    """
    units = tuple(word for word in record.vocabulary["units"] if SOLID.match(word))
    told = any(word.endswith(units) for word in text.split())
    if not SOLID.match(text) or len(text) > _LONGEST_UNIT or not told:
        return False
    return not names("roles", title, record) and not title.endswith(units)


_LONGEST_UNIT = 20


def _reordered(parts: list[str], head: Head, words: Kind, record: Record) -> list[str]:
    """With three parts or more, a role in third place belongs before the place."""
    rest = head.where.split(" · ")
    if not any(names(words.what, part, record) for part in parts):
        for index, part in enumerate(rest):
            if names(words.what, part, record):
                place = [parts[1], *rest[:index], *rest[index + 1 :]]
                head.where = " · ".join(place)
                return [parts[0], part]
    return parts


def _is_held(only: str, words: Kind, record: Record) -> bool:
    """Whether a title names a role or degree; "Systems Administrator" does, for all its words."""
    if not names(words.what, only, record):
        return False
    ends = words is WORK and any(
        names(words.what, word, record) and not names(words.who, word, record)
        for word in (only.split()[0], only.split()[-1])
    )
    return not names(words.who, only, record) or ends


def _from_metas(only: str, metas: list[str], words: Kind, record: Record) -> list[str]:
    """The other side of a title that names one, taken out of the lines under it."""
    if _is_held(only, words, record):
        owner, where = place_tail(metas[0], words, record)
        parts = metas[0].split(",")
        if not where and len(parts) == 2 and may_be_place(parts[1].strip(), words, record):
            town = parts[1].strip()
            if len(town.split()) <= 2 and not names(words.who, town, record):
                metas[:1] = [parts[0].strip(), town]  # "Org, Town" under a role
        placed = is_place(metas[0], record) and not names(words.who, metas[0], record)
        if placed and (not where or is_region(where, owner, record)):
            return []
        return [metas.pop(0)]
    for index, meta in enumerate(metas):
        if names(words.what, meta, record):
            return [metas.pop(index)]
    ends = comma_parts(metas[0], record)
    if words is WORK and len(ends) == 3 and not names(words.who, only, record):
        owner, where = metas[0][: ends[0][1]].strip(), metas[0][ends[1][0] :].strip()
        if is_region(where.rpartition(", ")[2], "", record):
            metas[:1] = [where]  # "Tree Works, Salem, OR" under what no list has as a role
            return [owner]
    taught = words is EDUCATION and names(words.who, only, record)
    subject = taught and metas and not is_honours(metas[0], words, record)
    if (len(metas) > 1 or subject) and not is_place(metas[0], record):
        return [metas.pop(0)]
    if words is EDUCATION and not taught and metas:
        owner, town = place_tail(metas[0], words, record)
        if is_place(town, record) and not is_place(owner, record):
            metas[:1] = [town]  # "Research fellowship" over "The Trust, Washington, DC"
            return [owner]
    if words is WORK and metas and names(words.who, metas[0], record):
        owner, town = place_tail(metas[0], words, record)
        bare = re.sub(r"[(（][^()（）]*[)）]", "", owner)  # "Clinic (Town), Home (Town)"
        if not names(words.who, only, record) and not is_place(bare, record):
            metas[:1] = [town] if town else []
            return [owner]
    return []
