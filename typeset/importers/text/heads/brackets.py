"""The bracket behind an organisation's name: where it is, on what terms, what was learned there."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.comma_cuts import POSTNOMINALS
from typeset.importers.text.heads.honours import is_honours
from typeset.importers.text.heads.joined_owners import may_be_town
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import is_unit
from typeset.importers.text.heads.subjects import is_state
from typeset.importers.text.heads.terms import is_terms
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    names,
    names_owner,
)
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key

LAST_BRACKET = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")
_FRAMED = re.compile(r"\\?\[\s*([^\W\da-z_][^\[\]\\]{2,60}?)\s*\\?\]\s+([^\W\d_][^\[\]\\]+)")
_DATED_BRACKET = re.compile(r"(.*\S)\s*(?:[(（]|\\?\[)([^()（）\[\]]*\d[^()（）\[\]]*)[)）\]]\s*")
_WHOLE = re.compile(r"\s*[(（]([^()（）]*\d[^()（）]*)[)）]\s*")
"""A line that is a bracket: "(Leith, Scotland - May 2012 - June 2016)"."""
_SIGNS = (re.compile(r"\s*[|｜]\s*"), re.compile(r"\s*[/／]\s*"), re.compile(r"\s*;\s+"))
_COMMA = re.compile(r",\s+")


def with_bracket_lines(lines: list[tuple[int, str]], record: Record) -> list[tuple[int, str]]:
    """The lines of a head with each part of a bracket that holds the date as a line below.

    "Moss Inn - Cook [May 2018/Leeds]": the sign between the parts tells them apart, or a comma
    on both sides of the date. What a frame sets before the rest is a part of its own: "[Org] Role".
    """
    found: list[tuple[int, str]] = []
    framed = _FRAMED.fullmatch(lines[0][1])
    if framed:
        lines = [(lines[0][0], f"{framed[1]}\t{framed[2]}"), *lines[1:]]
    for number, text in lines:
        whole = _WHOLE.fullmatch(text)
        period = find_date(whole[1], record.vocabulary) if whole else None
        if whole and period and period.start != period.end:
            text = whole[1]
        parted = "/" in text or "|" in text or "," in text
        closed = text.rstrip().endswith((")", "）", "]"))
        bracket = _DATED_BRACKET.fullmatch(text) if parted and closed else None
        parts = _parts_by_date(bracket[2].strip(), record) if bracket else []
        found += [(number, one) for one in ([bracket[1], *parts] if bracket and parts else [text])]
    return found


def _parts_by_date(text: str, record: Record) -> list[str]:
    """The parts of a bracket, one of which is a date and all others words; none for others."""
    found = find_date(text, record.vocabulary)
    for sign in (*_SIGNS, _COMMA) if found else ():
        parts = sign.split(text)
        dates = [at for at, one in enumerate(parts) if is_only_date(one, record.vocabulary)]
        if found and dates and parts[dates[0]] != found.text:
            return []  # the sign is the date's own: "mar/2019"
        said = all(_SAID.search(one) for at, one in enumerate(parts) if at not in dates)
        inner = sign is not _COMMA or (dates and 0 < dates[0] < len(parts) - 1)
        if len(parts) > 1 and len(dates) == 1 and said and inner:
            return parts
    return []


_SAID = re.compile(r"[^\W\d_]{2}")


def clear_owner(head: Head, words: Kind, record: Record, employer: bool = False) -> None:
    """Take out of an organisation's name the bracket that says where it is, or on what terms."""
    if words is EDUCATION and not head.what:
        _take_subject(head, words, record)
    if words is WORK and head.what:
        _take_unit(head, record)
    if words is WORK and head.what and not head.who:
        _take_owner(head, record)
    behind = LAST_BRACKET.fullmatch(head.where)
    counted = behind and behind[2].islower() and re.search(r"\d", behind[2])
    if behind and (counted or is_terms(behind[2], record) or is_honours(behind[2], words, record)):
        head.where = behind[1]  # "Town (grade 1.7)"
        head.remarks.append(behind[2])
    held = LAST_BRACKET.fullmatch(head.what)
    if held and words is EDUCATION and not head.who and _is_school_with_degree(held, record):
        head.who, head.what = held[1], held[2]
        return
    if held and words is WORK and not head.where and is_place(held[2], record):
        owner, comma, town = held[2].rpartition(", ")
        if comma and not head.who and names_owner(owner, record) and is_place(town, record):
            head.what, head.who, head.where = held[1], owner, town  # "Role (Org, Town)"
        else:
            head.what, head.where = held[1], held[2]  # "Org, Role (Town)"
    inner = LAST_BRACKET.fullmatch(head.who)
    titles = inner and POSTNOMINALS.fullmatch(inner[2]) and not _shortens(inner[2], inner[1])
    if inner and titles and words is EDUCATION and not head.what:
        head.who, head.what = inner[1], inner[2]  # "Chartered Body (ACMA, CGMA)"
        return
    if not inner or not (head.what or employer or is_place(inner[2], record)):
        return
    taught = words is EDUCATION and len(head.what.split()) > 1 and not inner[2].isupper()
    placed = is_place(inner[2], record) or (
        (words is WORK or taught)
        and may_be_town(inner[2], record)
        and not is_honours(inner[2], words, record)
    )
    placed = placed and not (words is WORK and is_in_letters(inner[2], record))
    if is_terms(inner[2], record) or (employer and not placed and _DESCRIBES.search(inner[2])):
        head.who = inner[1]  # "Org (fixed term)"
        head.remarks.append(inner[2])
    elif not head.where and placed:
        head.who, head.where = inner[1], inner[2]  # "Org (Town)"


def _take_unit(head: Head, record: Record) -> None:
    """ "Nurse, ICU (Remote)": the part of a house behind a role, which no bracket makes a place."""
    inner = LAST_BRACKET.fullmatch(head.where)
    away = inner and key(inner[2]) in record.vocabulary["remote"]
    unit = inner and (is_unit(inner[1], record) or names("wards", inner[1], record))
    if inner and away and unit and names("roles", head.what, record):
        head.what, head.where = f"{head.what}, {inner[1]}", inner[2]


def _take_owner(head: Head, record: Record) -> None:
    """ "Role, Org (Town)": what stands beside a role alone, and no list knows as a place."""
    inner = LAST_BRACKET.fullmatch(head.where)
    if inner and key(inner[2]) in record.vocabulary.places and not is_place(inner[1], record):
        head.who, head.where = inner[1], inner[2]


def _is_school_with_degree(bracket: re.Match[str], record: Record) -> bool:
    """Whether a school's name stands before a bracket with the degree: "Moss School (A levels)"."""
    school = names("schools", bracket[1], record) and not names("degrees", bracket[1], record)
    return school and names("degrees", bracket[2], record)


def is_in_letters(text: str, record: Record) -> bool:
    """Whether letters stand in a bracket, or begin it: "(TH)", "(MIRS, France)"; "UK" is a land."""
    first = _COMMA.split(text)[0]
    return bool(_LETTERS.fullmatch(first)) and key(first) not in record.vocabulary.places


_LETTERS = re.compile(r"[A-Z]{2,}")
_DESCRIBES = re.compile(r":|^[^\W\d_A-Z].*,|^\d+\s[^\W\d_A-Z]")
"""What tells several things of an employer, or counts: "(family-owned, 90 people)"."""


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
        if not subject or is_honours(said, words, record) or is_state(said, record):
            continue
        if said in head.remarks:
            head.remarks.remove(said)
        elif inner:
            head.who = inner[1]
        head.what = said
        return


def role_in_brackets(text: str, record: Record) -> re.Match[str] | None:
    """ "Moss Ltd (Owner)": a role in a bracket behind words that name none; None for others."""
    match = LAST_BRACKET.fullmatch(text)
    if not match or not names("roles", match[2], record):
        return None
    told = names("roles", match[1], record) or ends_like_role(match[1], record)
    return None if told else match


def left_in_brackets(original: str, inner: str) -> bool:
    """Whether a bracket held the date before it was taken out."""
    return inner.strip() != "" and f"({inner})" not in original
