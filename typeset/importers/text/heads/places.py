"""The places in a head: in a column of the title, behind a name, among what is left of it."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.cuts import STRONG
from typeset.importers.text.heads.parts import ALL_BRACKET, Head
from typeset.importers.text.heads.place_tails import PART, is_region, may_be_place, place_tail
from typeset.importers.text.heads.words import EDUCATION, WORK, Kind, names, names_owner
from typeset.importers.text.markup.inline import masked, split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK, COMMA, COMMAS, SPACED_DASH
from typeset.importers.text.words.vocabulary import key


def place(head: Head, more: list[str], words: Kind, record: Record) -> None:
    """Add what is left of a head to its place, or to its remarks where it can be none."""
    inner = _out_of_brackets(more) if words is EDUCATION else []
    head.remarks += inner
    for whole in [part for part in more if part and not (inner and part[0] in "(（")]:
        part = _bare(whole, record)
        if head.who and (placed := _unit_and_town(part, words, record)):
            named, part = placed
            if head.what:
                head.who += f", {named}"
            else:
                head.remarks.append(named)
        unit = head.what and head.who and names_owner(part, record)
        if unit and record.vocabulary.has("units", part.split()[0]) and not is_place(part, record):
            head.who += f", {part}"  # "University" over "Department of Physics"
        elif key(part) in record.vocabulary["contracts"]:
            head.remarks.append(part)
        elif head.date and _tells_when(part, record):
            head.remarks.append(part)  # "Mission to Chad, 1995" under a period is no town
        elif (said := _SAID_BEHIND.fullmatch(part)) and is_place(said[1], record):
            head.where = " · ".join(one for one in (head.where, said[1]) if one)
            head.remarks.append(said[2])
        elif may_be_place(part, words, record) and (not unit or is_place(part, record)):
            head.where = " · ".join(one for one in (head.where, part) if one)
        else:
            head.remarks.append(part)


def _bare(text: str, record: Record) -> str:
    """A place without the brackets that stand around it: "(Pamplona)" beside a date."""
    inner = ALL_BRACKET.fullmatch(text)
    return inner[1] if inner and is_place(inner[1], record) else text


def _unit_and_town(text: str, words: Kind, record: Record) -> tuple[str, str] | None:
    """A part of an organisation, and the town that stands behind it: "Botany Unit, Leeds, UK"."""
    if not record.vocabulary.has("units", text.split()[0]) or "," not in text:
        return None
    named, town = place_tail(text, words, record)
    return (named, town) if named and town and is_place(town, record) else None


_SAID_BEHIND = re.compile(r"([^()]+?)\s+(\((?:[^\s()]+\s+){2,}[^\s()]+\))")
"""A place with a bracket of three words or more, which are none of it."""


def _tells_when(text: str, record: Record) -> bool:
    """Whether a text holds a date, which no place does: four digits before or behind may be a code.

    "1950 Sion", "Perth WA 2000".
    """
    found = find_date(text, record.vocabulary)
    if not found or re.search(r"\b[A-Z]{2,3} \d{4}$", text):
        return False
    return not re.fullmatch(r"\d{4}", found.text) or "," in text[: found.begin]


def _out_of_brackets(parts: list[str]) -> list[str]:
    """What stands in brackets of its own: "（GPA 3.7/4.0，奖学金）" is two things."""
    inner = [re.fullmatch(r"[(（]([^()（）]+)[)）]", part) for part in parts]
    return [one for match in inner if match for one in re.split(rf"[{COMMAS}]\s*", match[1])]


def without_place(title: str, words: Kind, record: Record) -> tuple[str, str]:
    """A title without the place that stands in a column of its own, and this."""
    cells = split_top(title, STRONG)
    dash = re.fullmatch(r"(.+?)\s+[–—-]\s+([^–—-]+)", masked(title)) if len(cells) == 1 else None
    if dash:
        before, after = title[: dash.end(1)], title[dash.start(2) :]
        town = after.partition(", ")[0]
        if SPACED_DASH.search(before) and _is_only_place(after, words, record):
            return before, after  # "Org – Role – Remote"
        if town != after and key(town) in record.vocabulary["cities"]:
            return (before, after) if _is_only_place(after, words, record) else (title, "")
    inner = len(cells) > 1 and "," in cells[1] and names(words.what, cells[1], record)
    behind = cells if inner else cells[1:]  # "Yemen | Cook, Moss Camps"
    places = [cell for cell in behind if _is_only_place(cell, words, record)]
    if len(places) != 1:
        return title, ""
    cells.remove(places[0])
    return "\t".join(cells), places[0]


def _is_only_place(text: str, words: Kind, record: Record) -> bool:
    """Whether a text is a known place, or a town and its state or country: "Salem, OR"."""
    town, _, region = text.rpartition(", ")
    named = len(town.split()) <= 3 and all(word[:1].isupper() for word in town.split())
    known = named and (not town or is_region(region, town, record))
    return known and is_place(text, record) and not names(words.who, text, record)


def place_behind_owner(head: Head, words: Kind, record: Record) -> None:
    """Take the place behind an organisation's name out of this, before any other place."""
    # Where the place is told apart, only a known one behind the name is another.
    head.who, town = place_tail(head.who, words, record, known=bool(head.where))
    if dash := SPACED_DASH.search(masked(head.who)):
        first, *more = [part for part in (town, *head.where.split(" · ")) if part] or [""]
        last = ", ".join(part for part in (head.who[dash.end() :], first) if part)
        if is_place(last, record):  # "Org — City, ST"
            head.who, town, head.where = head.who[: dash.start()], last, " · ".join(more)
    head.where = " · ".join(part for part in (town, head.where) if part)


def owner_from_place(head: Head, words: Kind, record: Record) -> None:
    """Whose a role or degree is, where a school or firm and its town came to be the place.

    "### Master class in wood" over "**Academy of Crafts, Leeds**": both could be a school.
    "Moss Bakery (Leeds)" under a role.
    """
    owner, *others = split_top(head.where, COMMA)
    bracket = _NAME_IN_TOWN.fullmatch(head.where) if words is WORK else None
    if bracket:
        owner, *others = bracket.groups()
    told = names(words.who, owner, record) or _is_before_town(owner, others, words, record)
    told = told or bool(bracket and key(others[0]) in record.vocabulary["cities"])
    if told and not is_place(owner, record):
        head.who, head.where = owner, ", ".join(others)


_NAME_IN_TOWN = re.compile(
    r"([^\s(（,]+(?: [^\s(（,]+)+|[^\W\dA-Za-zÀ-ɏ]{4,})\s*[(（]([^()（）]+)[)）]"
)
"""A name of two words, which a town's seldom is, or in a script without spaces; a bracket."""


def _is_before_town(owner: str, others: list[str], words: Kind, record: Record) -> bool:
    """Whether a name of several words stands before a known town: "The Moss Barn, Leeds".

    So it is under what one learned, which is learned somewhere; a town's part stands before a
    town as well. In scripts without capitals that part ends as one: "苔工房, 広州".
    """
    if words is WORK and CJK.match(owner):
        known = is_place(owner, record) or owner.endswith(tuple(record.vocabulary["place_endings"]))
        return len(others) == 1 and not known and is_place(others[0], record)
    named = words is EDUCATION and len(owner.split()) > 1 and " · " not in owner
    town = others[0] if others and named else ""
    return key(town) in record.vocabulary["cities"] and not is_region(town, "", record)


def town_apart(head: Head, sides: list[str], words: Kind, record: Record) -> list[str]:
    """The sides of a title without a known town, which goes to `head`: "Org – Paris"."""
    town = sides[1] if words is WORK and len(sides) == _NAME_AND_TOWN else ""
    known = is_place(town.partition(",")[0], record) and is_place(town, record)
    if not known or names_owner(town, record):
        return sides
    head.where = " · ".join(one for one in (town, head.where) if one)
    return sides[:1]


_NAME_AND_TOWN = 2


def school_from_place(head: Head, lines: list[tuple[int, str]], record: Record) -> None:
    """A school that came to be the place goes to the institution: of two, both are.

    "**Degree**, Moss Faculty / Hill University, Leeds"; "Degree" over "Botany" and "Hill College".
    """
    first, *others = split_top(head.where, COMMA) or [""]
    if not head.who or not names(EDUCATION.who, first, record) or is_place(first, record):
        return
    if names_owner(head.who, record) or PART.fullmatch(head.who):
        between = rf"{re.escape(head.who)}(\s*[,/–—-]\s*){re.escape(first)}"
        found = (re.search(between, unlink(unstyle(text))[0]) for _, text in lines)
        sign = next((match[1] for match in found if match), "")
        if not sign:
            return
        head.who = f"{head.who}{sign}{first}"
    elif head.what and not head.area:
        head.area, head.who = head.who, first
    else:
        return
    head.where = ", ".join(others)
