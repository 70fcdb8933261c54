"""The heads of an employer and of the roles under it, each of which names one thing."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.brackets import clear_owner
from typeset.importers.text.heads.cuts import STRONG, by_dash
from typeset.importers.text.heads.joined_owners import may_be_town
from typeset.importers.text.heads.parts import Head, take_date, without_span
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.texts import without_full_stop
from typeset.importers.text.heads.words import WORK, names, names_owner
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date


def read_role(lines: list[tuple[int, str]], record: Record) -> Head:
    """The head of a role at an employer named above it: `*Role, Team* · dates · place`."""
    head, parts = _read_parts(lines, record)
    while len(parts) > 1 and names("roles", parts[1], record) and not is_place(parts[1], record):
        parts[:2] = [f"{parts[0]} · {parts[1]}"]  # "検査課／係長"
    held, where = place_tail(parts[0], WORK, record, known=True) if parts else ("", "")
    head.what, head.where = held, " · ".join(part for part in (where, *parts[1:]) if part)
    return head


def towns_alike(heads: list[Head], record: Record) -> None:
    """The town behind a role's last comma, where another role's is known: one form for all."""
    if not any(head.what and head.where for head in heads):
        return
    for head in heads:
        held, comma, town = head.what.rpartition(", ")
        told = any(names(list_, town, record) for list_ in ("roles", "organisations", "units"))
        if comma and not head.where and may_be_town(town, record) and not told:
            head.what, head.where = held, town
            record.choose(head.line, "place-by-neighbours", f"{held}, {town}", town)


def read_employer(lines: list[tuple[int, str]], record: Record) -> Head:
    """The head of an employer whose roles stand below it: `**Org** – City`."""
    head, parts = _read_parts(lines, record)
    sides = [side for part in parts[:1] for side in (by_dash(part, WORK, record) or [part])]
    if len(sides) == 2 and len(sides[1].split()) > _LONGEST_TOWN and not is_place(sides[1], record):
        sides = parts[:1]  # "RNLI – Royal National Lifeboat Institution"
    if len(sides) == 1:
        sides = [side for side in place_tail(sides[0], WORK, record) if side]
    owner, comma, town = sides[0].rpartition(", ") if len(sides) == 1 else ("", "", "")
    if comma and not re.search(r"[,(]", owner) and may_be_town(town, record):
        sides = [owner, town]  # "Moss & Daughter, Penrith": nothing else stands beside a name
    head.who, head.where = "".join(sides[:1]), " · ".join([*sides[1:], *parts[1:]])
    clear_owner(head, WORK, record, employer=True)
    return head


_LONGEST_TOWN = 3


def _read_parts(lines: list[tuple[int, str]], record: Record) -> tuple[Head, list[str]]:
    """A head whose title is one thing: its date taken out, and the parts that are left."""
    lines, lasts = without_span(_with_towns_below(lines, record), record)
    head = Head(lines[0][0], lasts=lasts)
    parts: list[str] = []
    for line, marked in lines:
        text, target = unlink(unstyle(marked).strip())
        head.url = head.url or target
        parts += split_top(without_full_stop(take_date(head, line, text, record)), STRONG)
    return head, parts


def _with_towns_below(lines: list[tuple[int, str]], record: Record) -> list[tuple[int, str]]:
    """The lines of a head with the town that shares a bracket with the date as a line below.

    "Cook (Leeds, May 2018 – June 2019)": who it was for stands above.
    """
    found: list[tuple[int, str]] = []
    for number, text in lines:
        bracket = _LAST_BRACKET.fullmatch(text)
        date = find_date(bracket[2], record.vocabulary) if bracket else None
        town = bracket[2][: date.begin].rstrip(" ,;|·–—-") if bracket and date else ""
        if bracket and date and town and may_be_town(town, record):
            behind = bracket[2][date.begin :]
            found += [(number, bracket[1] + bracket[3]), (number, behind), (number, town)]
        else:
            found.append((number, text))
    return found


_LAST_BRACKET = re.compile(r"(.*\S)\s*[(（]([^()（）]*\d[^()（）]*)[)）](\**)\s*")


def towns_for_owners(roles: list[tuple[Head, str]], record: Record) -> None:
    """The town in a bracket with the date is none for whom a role was, whose employer is above.

    `roles` are heads and their first lines: "Cook (Leeds, May 2018)", all of one form.
    """
    heads = [head for head, text in roles if _SHARED.search(text) and head.what]
    named = [head.who for head in heads if head.who and not head.where]
    if len(heads) < len(roles) or not named or any(names_owner(one, record) for one in named):
        return
    for head in heads if all(may_be_town(one, record) for one in named) else ():
        if head.who and not head.where:
            head.who, head.where = "", head.who
            record.choose(head.line, "place-under-employer", head.where, "location")


_SHARED = re.compile(r"[(（][^\W\d_][^()（）]*,[^()（）]*\d[^()（）]*[)）]\**\s*$")
"""A bracket at the end that holds a name before its date."""
