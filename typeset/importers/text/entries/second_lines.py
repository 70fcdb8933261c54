"""Roles in dated lines with their owners a line below, in every entry of a section.

One such line alone may be what was done; where all entries have one, and employers are known
among them, they are employers: "2016 – 2018: Mate, deck crew" over "Moss Lines, Leeds".
"""

from __future__ import annotations

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.vessels import begins_with_vessel
from typeset.importers.text.heads.words import (
    KINDS,
    Kind,
    ends_like_role,
    is_own_work,
    names,
    names_owner,
)
from typeset.importers.text.markup.blocks import Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date

_FEWEST = 2
_LINES = 2
"""Of a head: its role and its owner."""
_LONGEST = 9
_SEPARATORS = (" | ", "\t", " · ", " @ ", " – ", " — ", " - ")


def owners_in_second_lines(entries: list[RawEntry], kind: str, record: Record) -> None:
    """Say of each entry which line is the role and which its owner, where all are built so.

    An entry of one line has none; what is below a title that no list knows follows the others.
    """
    words = KINDS.get(kind)
    found = [(entry, _second(entry, record)) for entry in entries if not _is_bare(entry)]
    seconds = [line for _, line in found if line]
    if not words or not _FEWEST <= len(found) == len(seconds):
        return
    if any(line.text.endswith(".") for line in seconds):
        return  # "Moss Ltd." tells itself
    titles = [_title(entry, record) for entry, _ in found]
    owned = [_is_owner(line.text, words, record) for line in seconds]
    named = [names(words.who, title, record) for title in titles]
    if not all(titles) or sum(named) * 3 > len(named):
        return
    roles = [names(words.what, one, record) or ends_like_role(one, record) for one in titles]
    most = sum(owned) * 3 >= len(owned) * 2
    if sum(roles) * (3 if most else 2) < len(roles) or sum(owned) * 2 < len(owned):
        return
    if not most and not all(_begins_name(line.text) for line in seconds):
        return
    for (entry, _), title, second in zip(found, titles, seconds, strict=True):
        if not is_own_work(title, unstyle(second.text), record):
            _take(entry, second, record)
    record.choose(entries[0].line, "owners-in-second-lines", titles[0], "role, over its owner")


def _is_bare(entry: RawEntry) -> bool:
    """Whether an entry is one line: leave of absence, or a role of one's own."""
    return len(entry.head) == 1 and not entry.body and not entry.inner


def _lines(entry: RawEntry, record: Record) -> list[tuple[int, str]]:
    """The lines of a head without one that is its period alone."""
    return [
        (line, text)
        for line, text in entry.head
        if not is_only_date(unlink(unstyle(text))[0], record.vocabulary)
    ]


def _title(entry: RawEntry, record: Record) -> str:
    """The first line of a head without its date, where it is one text; "" for others."""
    lines = _lines(entry, record)
    if entry.given or entry.inner or entry.employer or not 0 < len(lines) <= _LINES:
        return ""
    text = unlink(unstyle(lines[0][1]))[0]
    found = find_date(text, record.vocabulary)
    rest = text[: found.begin] + text[found.finish :] if found else text
    rest = rest.strip(" \t:,|–—-()")
    dated = found or len(lines) < len(entry.head)
    apart = any(sign in rest for sign in _SEPARATORS) or begins_with_vessel(rest, record)
    return rest if dated and not apart else ""


def _second(entry: RawEntry, record: Record) -> Line | None:
    """The line below a head's first that can be an owner, or None."""
    first = entry.body[0] if entry.body else None
    lines = _lines(entry, record)
    if len(lines) == _LINES:
        line = Line(*lines[1])
    elif isinstance(first, Paragraph) and (len(first.lines) == 1 or len(lines) < len(entry.head)):
        line = first.lines[0]
    else:
        return None
    if _is_stopped(line.text, record):
        line = Line(line.number, line.text.rstrip(". "), line.hard)
    text = unlink(unstyle(line.text))[0].strip()
    short = len(text.split()) <= _LONGEST and not SENTENCE_END.search(text) and ":" not in text
    alone = isinstance(first, Paragraph) and len(first.lines) == 1
    plain = short and (alone or _begins_name(text))
    return line if plain and not find_date(text, record.vocabulary) else None


def _is_stopped(text: str, record: Record) -> bool:
    """Whether a full stop ends what is no sentence but an owner: "Moss University, Jaca."."""
    owner, comma, town = text.strip().removesuffix(".").partition(",")
    ended = text.strip().endswith(".") and "." not in owner + town
    return ended and bool(comma) and names_owner(owner, record)


def _begins_name(text: str) -> bool:
    return text[:1].isupper() or text[:1].isdigit()


def _is_owner(text: str, words: Kind, record: Record) -> bool:
    name, where = place_tail(unlink(unstyle(text))[0], words, record)
    placed = bool(name and where) and is_place(where, record) and not is_place(name, record)
    return placed or names(words.who, name, record)


def _take(entry: RawEntry, second: Line, record: Record) -> None:
    title, *others = _lines(entry, record)
    if not others:
        periods = [line for line in entry.head if line != title]
        entry.head = [title, (second.number, second.text), *periods]
        first = entry.body[0]
        below = first.lines[1:] if isinstance(first, Paragraph) else []
        if below and second.hard and is_place(below[0].text, record):
            entry.head.insert(_LINES, (below[0].number, below.pop(0).text))
        entry.body = [*([Paragraph(below)] if below else []), *entry.body[1:]]
    if not any(sign in second.text for sign in _SEPARATORS):  # "Owner | Town, ST" parts itself
        entry.given = {"role": title[1], "organisation": second.text}
