"""Dates of structured files → the profile's date keys, by the importers' date grammar.

A text that says more than a date can, or none, is kept verbatim in `dates`.
"""

from __future__ import annotations

import re

from typeset.importers.structured.mapping import Node
from typeset.importers.text.markup.inline import escape
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key, vocabulary
from typeset.problems import Severity
from typeset.profile.dates import PartialDate
from typeset.profile.fields import PRESENT

_ISO = re.compile(r"([12]\d{3}(?:-\d\d?){0,2})(?:[T ]\d\d:\d\d.*|Z)?")


def point(text: str) -> str:
    """One date as the profile writes it, `present` for what goes on, "" for what is neither."""
    text = " ".join(text.split())
    if match := _ISO.fullmatch(text):
        try:
            return str(PartialDate.parse(match[1]))
        except ValueError:
            return ""
    if key(text) in vocabulary()["present"]:
        return PRESENT
    found = is_only_date(text, vocabulary()) if len(text) <= 60 else None
    return found.start if found and found.start == found.end and not found.verbatim else ""


def period(start: str, end: str, *, goes_on: bool = False) -> dict[str, str]:
    """The date keys of an entry that says when it began and ended.

    With `goes_on`, an entry that began and says no end is `present`.
    """
    first, last = point(start), point(end)
    fits = not (first and last) or _in_order(first, last)
    if (start and (not first or first == PRESENT)) or (end and not last) or not fits:
        said = " – ".join(" ".join(text.split()) for text in (start, end) if text)
        if not start and _ISO.fullmatch(end):  # a day that never was is still an end
            said = f"– {said}"
        sort = first or (found.start if (found := find_date(start, vocabulary())) else "")
        return {"startDate": sort if sort != PRESENT else "", "dates": escape(said)}
    if first and not last and goes_on:
        last = PRESENT
    return {"startDate": first, "endDate": last}


def free(text: str) -> dict[str, str]:
    """The date keys of an entry that says its dates in one free text."""
    text = " ".join(text.split())
    if not text:
        return {}
    if one := point(text):
        if one != PRESENT:
            return {"startDate": one, "endDate": one}
        return {"dates": escape(text)}
    if len(text) > 100:
        return {"dates": escape(text)}
    if found := is_only_date(text, vocabulary()):
        return found.values | ({"dates": escape(text)} if found.verbatim else {})
    found = find_date(text, vocabulary())
    sorts = {"startDate": found.start, "endDate": found.end} if found else {}
    return {**sorts, "dates": escape(text)}


def single(text: str, name: str) -> dict[str, str]:
    """The date keys of an entry with one day of its own, kept under `name` (`date`)."""
    one = point(text)
    if one and one != PRESENT:
        return {name: one}
    return {"dates": text} if _ISO.fullmatch(text) else free(text)


def dates_of(
    node: Node,
    start: tuple[str, ...],
    end: tuple[str, ...],
    *,
    goes_on: bool = False,
) -> dict[str, str]:
    """`period` of a node's keys; dates that contradict each other are told of."""
    first, last = node.aside(*start), node.aside(*end)
    made = period(first, last, goes_on=goes_on)
    if "dates" in made and point(first) and point(last):
        node.tell("dates", f"it ends ({last}) before it begins ({first})", Severity.WARNING)
    return made


def free_dates(node: Node, *keys: str) -> dict[str, str]:
    """`free` of a node's key."""
    return free(node.aside(*keys))


def single_date(node: Node, name: str, *keys: str) -> dict[str, str]:
    """`single` of a node's key."""
    return single(node.aside(*keys), name)


def _in_order(first: str, last: str) -> bool:
    if first == PRESENT:
        return False
    return last == PRESENT or PartialDate.parse(last).last >= PartialDate.parse(first).first
