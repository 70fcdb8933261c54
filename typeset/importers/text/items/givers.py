"""Who gave a short item, beside its name: before it, behind a dash, or behind a comma."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.owners import Owned, split_owner
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.words import WORK, names
from typeset.importers.text.items.items import Item
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date


def given_before(items: list[Item], single: str, record: Record) -> list[Item]:
    """Items that begin with the same giver ("OHM - Wiring", "OHM - Fuses"): it goes behind."""
    parted = [_GIVER.fullmatch(text) for _, text, _ in items] if single == "date" else []
    counts = Counter(match[1] for match in parted if match)
    shared = {
        giver
        for giver, count in counts.items()
        if count > 1 and (giver.isupper() or names(WORK.who, giver, record))
        and not names("prizes", giver, record)
    }  # fmt: skip
    if not shared:
        return items
    record.choose(items[0][0], "giver-first", ", ".join(sorted(shared)), "who gave each item")
    return [
        (line, f"{match[2]}\t{match[1]}" if match and match[1] in shared else text, below)
        for match, (line, text, below) in zip(parted, items, strict=True)
    ]


_GIVER = re.compile(r"([^–—:|\t]{2,40}?)\s+[–—-]\s+(\S.*)", re.DOTALL)


def given_behind_dash(items: list[Item], record: Record) -> list[Item]:
    """Certificates of which each has a dash before who gave it: "Wiring — Moss Academy".

    Bold lines over them are the names of groups.
    """
    found = [_DASHED.fullmatch(text) for _, text, _ in items]
    parted = [one if one and bool(one["open"]) == bool(one["close"]) else None for one in found]
    pairs = [match for match in parted if match]
    told = all(
        one or wholly(text)[0] == "strong" for one, (_, text, _) in zip(parted, items, strict=True)
    )
    if not told or len(pairs) < _FEWEST_ALIKE:
        return items
    if not all(_is_giver(match["giver"], record) for match in pairs):
        return items
    record.choose(items[0][0], "giver-behind-dash", pairs[0]["giver"], "who gave each item")
    return [
        (
            line,
            f"{match['open']}{match['item']}{match['close'] or ''}\t{match['giver']}"
            f"{match['rest'] or ''}"
            if match
            else text,
            below,
        )
        for match, (line, text, below) in zip(parted, items, strict=True)
    ]


_DASHED = re.compile(
    r"(?P<open>\[?)(?P<item>[^\[\]]+?)\s+[–—]\s+(?P<giver>[^–—\t,(\[\]]+?)"
    r"(?P<close>\]\(\S+\))?(?P<rest>(?:,\s|\s+\()[^–—\t,]*\d[^\t,]*)?"
)


def _is_giver(text: str, record: Record) -> bool:
    words = text.split()
    named = len(words) <= _LONGEST_GIVER and all(not word[:1].islower() for word in words)
    return named and not find_date(text, record.vocabulary) and not is_place(text, record)


_FEWEST_ALIKE = 3
_LONGEST_GIVER = 4


def _prize_last(text: str, record: Record) -> Owned | None:
    """ "Coding Cup 2019 – Honourable Mention": the prize behind who gave it."""
    parts = re.split(r"\s+[–—-]\s+", text)
    if len(parts) != 2 or len(parts[1].split()) > _LONGEST_PRIZE:
        return None
    ranked = re.fullmatch(r"\d{1,3}(?:st|nd|rd|th|등|위|位|º|e|\.)(?:\s\w+)?", unstyle(parts[1]))
    told = bool(ranked) or names("prizes", parts[1], record)
    return (
        Owned(parts[1], wholly(parts[0])[1])
        if told and not names("prizes", parts[0], record)
        else None
    )


_LONGEST_PRIZE = 3


def owned_parts(line: int, text: str, name: str, record: Record) -> Entry:
    """The parts of a certificate or award: its name, who gave it, what else is said of it."""
    before, where = place_tail(text, WORK, record, known=True)
    where = where if "," in where and name == "title" else ""
    owned = split_owner(before if where else text, record)
    if name == "title" and (prize := _prize_last(text, record)):
        where, owned = "", prize
    who = "awarder" if name == "title" else "issuer"
    if owned.owner:
        record.choose(line, "owner-behind-name", text, f"{name}, {who}: {owned.owner}")
    parts = {name: wholly(owned.name)[1], who: wholly(owned.owner)[1], "location": where}
    parts["summary"] = owned.remark
    return {part: value for part, value in parts.items() if value}
