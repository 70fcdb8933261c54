"""Items that all have the same sign between their title and who held it.

"Member – Salt Society (2019)", "Weirs | Ash Trust | 2021", "Old Gauges (River Forum, 2022)".
A bar or a dot tells it where all items have one. A dash, a colon, a bracket or a comma may be the
title's own: words must tell of half of the items that an organisation stands behind it (or, where
each begins with one, before it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.possible_givers import says_owner
from typeset.importers.text.heads.words import names
from typeset.importers.text.items.behind_titles import is_body
from typeset.importers.text.items.givers import may_give
from typeset.importers.text.items.items import Item
from typeset.importers.text.items.parts_played import is_played
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import split_top, unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import SOLID, SPACED_DASH, begins_name
from typeset.importers.text.words.vocabulary import key

_DAY = "\ue000"
"""What stands for each sign of a date while an item is cut, so that no dash within it parts it."""
_EDGES = " ,;:|·•–—-"
_SURE = tuple(re.compile(rf"\s+{sign}\s+") for sign in ("[|｜]", "[·•∙]"))
_UNSURE = (SPACED_DASH, re.compile(r"(?<=[^\W\d_])[:：]\s+"))
_COLON = re.compile(r"\s*[:：]\s+")
_SEMICOLON = re.compile(r"\s*;\s+")
_STOP = re.compile(
    r"(?:(?<=[^\W\d_]{4})|(?<=[A-Z]{3})|(?<=\w\d|\s\d)|(?<=[)\"”»\0]))\.\s+(?=[^\W\d_a-z])"
)
_COMMA = re.compile(r",\s+")
_AROUND_DAY = re.compile(rf"(?P<title>[^{_DAY}]*\S),\s+{_DAY}+,\s+(?P<owner>[^{_DAY}]+?)\.?")
_AT_DAY = re.compile(rf"(?<={_DAY})(?:\s+[–—-]|,)\s+")
_BRACKET_TO_DAY = re.compile(
    rf"(?P<title>[^\t]*\S)\s*[(（](?P<owner>[^()（）,]+?\s{_DAY}+)[)）](?P<rest>\.?)"
)
_BRACKET = re.compile(
    r"(?P<title>[^()（）\t]+?)\s*[(（](?P<owner>[^()（）]+)[)）](?P<rest>[^\w()（）]*)"
)
_SET_APART = re.compile(r"[*\"“”«»「」『』]")
_QUOTED = re.compile(r"[\"“«「『][^\"“”«»「」『』]+[\"”»」』]")
_OPENING = '"“«「『'
_YEAR = re.compile(r"\d{4}|\d{1,2}\W\d{1,2}\W\d\d")
_NAMED = re.compile(r"[^\W\d_]{2}")
_FEWEST = 2
_LONGEST = 300
"""The signs of an item in one line."""
_LONGEST_OWNER = 8
_TITLE_AND_OWNER, _AND_PLACE = 2, 3
_LONGEST_PLACE = 3


@dataclass(frozen=True, slots=True)
class Parted:
    """An item in the parts that its sign tells; `day` is its date as it stands."""

    title: str
    owner: str
    day: str


def with_parted_items(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks, with tabs between the parts of items that are parted alike.

    The items are the bullets of a list, each with one line above all else, or a paragraph's lines.
    """
    return [_with_tabs(block, record) for block in blocks]


def _with_tabs(block: Block, record: Record) -> Block:
    if isinstance(block, Paragraph):
        lines = _tabbed(block.lines, record)
        return Paragraph(lines) if lines else block
    if not isinstance(block, List):
        return block
    first = [item.blocks[0] if item.blocks else None for item in block.items]
    lines = [one.lines[0] for one in first if isinstance(one, Paragraph) and len(one.lines) == 1]
    lines = _tabbed(lines, record) if len(lines) == len(block.items) else []
    if not lines:
        return block
    items = [
        ListItem(item.line, [Paragraph([line]), *item.blocks[1:]])
        for item, line in zip(block.items, lines, strict=True)
    ]
    return List(block.line, items)


def _tabbed(lines: list[Line], record: Record) -> list[Line]:
    """The lines with tabs between their parts; none where they are not parted alike."""
    parted = parted_alike([line.text for line in lines], record, commas=True)
    if not parted:
        return []
    record.choose(lines[0].number, "same-sign-in-all", lines[0].text, "who held each item")
    return [
        Line(line.number, f"{one.title}\t{one.owner}\t{one.day}", line.hard)
        for line, one in zip(lines, parted, strict=True)
    ]


def parted_alike(texts: list[str], record: Record, commas: bool = False) -> list[Parted]:
    """The parts of dated items, the owner behind the title; none where one is not parted so."""
    signs = (*_SURE, *_UNSURE, _BRACKET, *([_COMMA] if commas else []))
    pairs = _with_days(texts, record)
    for sign in signs if pairs else ():
        found = _cut(pairs, sign, record, _AND_PLACE if commas else _TITLE_AND_OWNER)
        side = _side(found, record)
        if found and side == "before":
            return [replace(one, title=one.owner, owner=one.title) for one in found]
        if found and (side or sign in _SURE):
            return found
    return [] if commas else _in_brackets(pairs, record)


def _in_brackets(pairs: list[tuple[str, str]], record: Record) -> list[Parted]:
    """Items that all end in a bracket with where they were given: "Old Gauges (WeirConf 2022)".

    It holds the day or a town behind a name, and does not say how they were given.
    """
    found = _cut(pairs, _BRACKET, record)
    told = all(
        re.search(rf"{_DAY}\W*$", text) or is_place(one.owner.partition(", ")[2], record)
        for (text, _), one in zip(pairs, found, strict=False)
    )
    forms = record.vocabulary["talk_forms"]
    return found if told and not any(key(one.owner) in forms for one in found) else []


def given_apart(items: list[Item], record: Record) -> list[Item]:
    """Certificates or prizes that all have one sign before who gave them, and a tab for it.

    "Wiring: Moss Academy, 2019", "Wiring; Moss Academy; 2019", "Wiring (Moss Academy 2019)", or a
    stop: "2019 Wiring. Moss Academy"; or their day is that sign: "Wiring, 2019, Moss Academy";
    "Moss Awards 2019 – Best Play". A comma is it where each has one alone, whatever other signs
    names have: "Wiring – Level A, Moss Academy (2019)".
    """
    pairs = _with_days([_without_column(text, record) for _, text, _ in items], record)
    parted = _around_days(pairs, record)
    signs = (_SEMICOLON, _COLON, _AT_DAY, _BRACKET_TO_DAY, _STOP, _COMMA)
    for sign in signs if not parted else ():
        parted = parted or _given_behind(sign, _cut(pairs, sign, record), record)
    if not parted:
        return items
    record.choose(items[0][0], "same-sign-in-all", items[0][1], "who gave each item")
    return [
        (line, f"{one.title}\t{one.owner}\t{one.day}", below)
        for (line, _, below), one in zip(items, parted, strict=True)
    ]


def _without_column(text: str, record: Record) -> str:
    """A text without the tab behind its day: "2019⇥Wiring"."""
    day, tab, rest = text.partition("\t")
    return f"{day} {rest}" if tab and is_only_date(day, record.vocabulary) else text


def _given_behind(sign: re.Pattern[str], found: list[Parted], record: Record) -> list[Parted]:
    """The items parted at a sign, if all behind it (or, as words say, before it) can give them."""
    turned = [replace(one, title=one.owner, owner=one.title) for one in found]
    behind, before = (sum(_is_owner(one.owner, record) for one in some) for some in (found, turned))
    if sign is _SEMICOLON:
        return turned if before and not behind else found
    if behind == before and sign is not _COMMA and not (sign is _STOP and behind):
        return []
    found = turned if before > behind and sign is not _COMMA else found
    told = all(may_give(unstyle(one.title), one.owner, record) for one in found)
    return found if told else []


def _with_days(texts: list[str], record: Record) -> list[tuple[str, str]]:
    """The texts, each with its one day covered, beside that day; none where one has not one."""
    if len(texts) < _FEWEST or any("\t" in text or len(text) > _LONGEST for text in texts):
        return []
    days = [_days(text, record) for text in texts]
    if not all(len(day) == 1 for day in days):
        return []
    if not all(_YEAR.search(text[slice(*day[0])]) for text, day in zip(texts, days, strict=True)):
        return []  # "Ash Gallery -18": a year by its place alone
    return [
        (_masked(text, *day[0]), text[slice(*day[0])])
        for text, day in zip(texts, days, strict=True)
    ]


def _around_days(pairs: list[tuple[str, str]], record: Record) -> list[Parted]:
    """The parts of items whose day stands between commas, before who gave them."""
    found = [(_AROUND_DAY.fullmatch(text), day) for text, day in pairs]
    parted = [Parted(match["title"], match["owner"], day) for match, day in found if match]
    named = all(_may_be_named(part) for one in parted for part in (one.title, one.owner))
    owned = all(_may_own(one.owner, record) for one in parted)
    return parted if len(parted) == len(pairs) and named and owned else []


def _days(text: str, record: Record) -> list[tuple[int, int]]:
    """Where the dates of a text are."""
    found: list[tuple[int, int]] = []
    at = 0
    while date := find_date(text[at:], record.vocabulary):
        found.append((at + date.begin, at + date.finish))
        at += date.finish
    apart = [one for one in found if not _is_amid(text, *one)]
    return apart if len(apart) == 1 else found


def _is_amid(text: str, begin: int, finish: int) -> bool:
    """Whether a date stands between words, as in a title: "Rye and the 2012 drought"."""
    return bool(re.search(r"[^\W\d_] $", text[:begin]) and re.match(r" [^\W\d_]", text[finish:]))


def _masked(text: str, begin: int, finish: int) -> str:
    """A text with its date covered."""
    return text[:begin] + _DAY * (finish - begin) + text[finish:]


def _cut(
    pairs: list[tuple[str, str]],
    sign: re.Pattern[str],
    record: Record,
    most: int = _TITLE_AND_OWNER,
) -> list[Parted]:
    """The parts of all items at a sign, `most` of them; empty where one is not parted so."""
    found: list[Parted] = []
    places: list[list[str]] = []
    for text, day in pairs:
        brackets = sign in (_BRACKET, _BRACKET_TO_DAY)
        bracket = sign.fullmatch(text) if brackets else None
        if brackets and not bracket:
            return []
        parts = [bracket["title"], bracket["owner"]] if bracket else split_top(text, sign)
        named = [part for part in (_undated(part) for part in parts) if part]
        if not _TITLE_AND_OWNER <= len(named) <= most or not all(map(_may_be_named, named)):
            return []
        if any(is_played(part, record) for part in named[1:]):
            return []  # "Small Grant (PI)"
        title, *owner = named
        found.append(Parted(title, ", ".join(owner), day))
        places.append(owner[1:])
    return found if _are_places(places, record) else []


def _are_places(places: list[list[str]], record: Record) -> bool:
    """Whether what stands behind all owners is a place: half of them are known as one."""
    told = sum(bool(some) and is_place(some[0], record) for some in places)
    several = [len(some[0].split()) for some in places if some]
    return not several or (
        len(several) == len(places) <= told * 2 and max(several) <= _LONGEST_PLACE
    )


def _undated(part: str) -> str:
    """A part without the day, and the brackets around it, at one of its ends."""
    return re.sub(rf"^\W*{_DAY}+\W*?(?=\w|$)|[\s(（\[,;:–—-]*{_DAY}+[)）\]]?$", "", part).strip(
        _EDGES
    )


def _may_be_named(part: str) -> bool:
    """Whether a part is a name and no more: what a style or quotation marks set apart, whole."""
    plain = unlink(unstyle(part))[0]
    whole = bool(wholly(part)[0]) or not _SET_APART.search(part) or _QUOTED.fullmatch(part)
    return (
        bool(whole)
        and _DAY not in part
        and begins_name(plain.lstrip(_OPENING))
        and _NAMED.search(plain) is not None
    )


Side = Literal["", "before", "behind"]


def _side(found: list[Parted], record: Record) -> Side:
    """On which side of the sign the organisations are, as words tell it of half of the items."""
    behind = sum(_is_owner(one.owner, record) for one in found)
    before = sum(_is_owner(one.title, record) for one in found)
    if (
        behind * 2 >= len(found)
        and behind > before
        and all(_may_own(one.owner, record) for one in found)
    ):
        return "behind"
    if (
        before * 2 >= len(found)
        and before > behind
        and all(_may_own(one.title, record) for one in found)
        and not any(is_place(one.owner, record) for one in found)
    ):
        return "before"
    return ""


def _is_owner(part: str, record: Record) -> bool:
    """Whether words say that a part is an organisation, or a gathering where a talk is given.

    A word alone is the kind of it: "(Proseminar)".
    """
    if " " not in part and not SOLID.search(part):
        return False
    before_town = unlink(unstyle(part))[0].partition(", ")[0]
    return says_owner(before_town, record) or is_body(before_town, record)


def _may_own(part: str, record: Record) -> bool:
    if _is_owner(part, record):
        return True
    other = any(names(list_, part, record) for list_ in ("prizes", "levels", "honours"))
    return not other and len(part.split()) <= _LONGEST_OWNER and not is_place(part, record)
