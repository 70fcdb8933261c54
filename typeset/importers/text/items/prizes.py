"""A prize and what it was won in, in either order: "Moss Cup – 2nd place", "Best poster, Forum"."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.owners import Owned
from typeset.importers.text.heads.possible_givers import gives_prizes, is_contest, says_owner
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import SPACED_DASH
from typeset.importers.text.words.vocabulary import key


def prize_last(text: str, record: Record) -> Owned | None:
    """ "Coding Cup 2019 – Honourable Mention": the prize behind who gave it."""
    parts = SPACED_DASH.split(text)
    if len(parts) != 2 or len(parts[1].split()) > _LONGEST_PRIZE:
        return None
    ranked = re.fullmatch(r"\d{1,3}(?:st|nd|rd|th|등|위|位|º|e|\.)(?:\s\w+)?", unstyle(parts[1]))
    told = bool(ranked) or names("prizes", parts[1], record)
    return (
        Owned(parts[1], wholly(parts[0])[1])
        if told and not names("prizes", parts[0], record)
        else None
    )


def is_prize_said(owned: Owned, record: Record) -> bool:
    """Whether what is said behind an organisation is the prize it gave: "Moss Club, top prize"."""
    told = names("prizes", owned.remark, record) and not names("prizes", owned.name, record)
    told = told and not owned.owner and not is_contest(owned.name, record)
    return told and names_owner(owned.name, record)


def of_prizes(text: str, record: Record) -> Owned | None:
    """ "Moss Bread Awards, Best Loaf": the prize behind the name of all that are given there."""
    giver, _, prize = text.partition(", ")
    plural = gives_prizes(unstyle(giver).split(), record) and not is_contest(giver, record)
    large = re.match(r"[^\W_a-zà-ÿ]", prize) and not is_place(prize, record)
    other = names_owner(prize, record) and not is_best(prize, record)
    other = other or gives_prizes(prize.split(), record)
    return Owned(prize, giver) if plural and large and not other else None


def is_best(text: str, record: Record) -> bool:
    """Whether a text is the prize for the best of something, whatever this is: "Best Bakery"."""
    return any(key(word) in record.vocabulary["superlatives"] for word in text.split()[:1])


def behind_bold(text: str, record: Record) -> Owned | None:
    """ "**Coding Cup** Gold medal": a prize behind what it was won in, which alone is bold."""
    match = _BOLD_CONTEST.fullmatch(text)
    told = match and names("prizes", match[2], record) and not names("prizes", match[1], record)
    return Owned(match[2], match[1]) if match and told else None


def won_where(text: str, record: Record) -> Owned | None:
    """ "Best poster award, 9th Forum of the Salt Guild": the prize before where it was won."""
    prize, comma, where = text.partition(", ")
    last = key(prize.split()[-1]) if comma and prize else ""
    named = last in record.vocabulary["prizes"] and "*" not in text
    large = re.match(r"[^\W_a-zà-ÿ]", where) and len(where.split()) >= _SHORTEST_CONTEST
    other = any(names(list_, where, record) for list_ in ("prizes", "honours", "degrees", "roles"))
    if not named or not large or other or is_place(where, record):
        return None
    return Owned(prize, where)


_SHORTEST_CONTEST = 3
_BOLD_CONTEST = re.compile(r"\*\*([^*]+)\*\*\s+([^*\t,]{2,40})")
_LONGEST_PRIZE = 3


def ranked(text: str, record: Record) -> Owned | None:
    """ "2nd place, Coding Cup, Juniors": a rank and no more, before all that it was won in."""
    match = _RANK.fullmatch(text)
    if match and (match[1].count("**") % 2 or _IN_BRACKETS_LAST.search(match[2])):
        return None  # "**First Prize, Baking Cup**"; "First Prize, Baking Cup (Guild of Bakers)"
    rank = re.sub(r"^\W+|\W+$", "", unstyle(match[1])) if match else ""
    known = {word for prize in record.vocabulary["prizes"] for word in prize.split()}
    words = [key(word) for word in rank.split()]
    numbered = [word for word in words if _ORDINAL.fullmatch(word)]
    if not match or not words or not all(word in known or word in numbered for word in words):
        return None
    contest, comma, giver = match[2].partition(",")
    if comma and (
        len(contest.split()) <= _LONGEST_CLASS
        or (says_owner(giver, record) and not says_owner(contest, record))
    ):
        return (
            None  # "Silver, Editorial, Moss Awards", "Shortlisted: Play of the Year, Moss Awards"
        )
    return Owned(unstyle(match[1]).strip(), match[2])


_LONGEST_CLASS = 2
_IN_BRACKETS_LAST = re.compile(r"\([^\W\d_a-zà-ÿ][^()]*\)$")
_RANK = re.compile(r"([^,–—:|\t]{2,30}?)(?:[,:]|\s+[–—-])\s+([^\W_a-zà-ÿ][^\t]*)")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|er|re|e|º|ª|\.)?")
