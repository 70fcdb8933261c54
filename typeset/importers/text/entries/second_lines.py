"""Roles in dated lines with their owners a line below, in every entry of a section.

One such line alone may be what was done; where all entries have one, and employers are known
among them, they are employers: "2016 – 2018: Mate, deck crew" over "Moss Lines, Leeds".
"""

from __future__ import annotations

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.words import KINDS, Kind, ends_like_role, names
from typeset.importers.text.markup.blocks import Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_FEWEST = 2
_LINES = 2
"""Of a head: its role and its owner."""
_LONGEST = 9
_SEPARATORS = (" | ", "\t", " · ", " @ ", " – ", " — ", " - ")


def owners_in_second_lines(entries: list[RawEntry], kind: str, record: Record) -> None:
    """Say of each entry which line is the role and which its owner, where all are built so."""
    words = KINDS.get(kind)
    seconds = [line for entry in entries if (line := _second(entry, record))]
    if not words or not _FEWEST <= len(entries) == len(seconds):
        return
    titles = [_title(entry, record) for entry in entries]
    if not all(titles) or any(names(words.who, title, record) for title in titles):
        return
    roles = [names(words.what, one, record) or ends_like_role(one, record) for one in titles]
    owned = [_is_owner(line.text, words, record) for line in seconds]
    if sum(roles) * 2 < len(entries) or sum(owned) * 2 < len(entries):
        return
    for entry, second in zip(entries, seconds, strict=True):
        _take(entry, second)
    record.choose(entries[0].line, "owners-in-second-lines", titles[0], "role, over its owner")


def _title(entry: RawEntry, record: Record) -> str:
    """The first line of a head without its date, where it is one text; "" for others."""
    if entry.given or entry.inner or entry.employer or len(entry.head) > _LINES:
        return ""
    text = unlink(unstyle(entry.head[0][1]))[0]
    found = find_date(text, record.vocabulary)
    rest = text[: found.begin] + text[found.finish :] if found else ""
    rest = rest.strip(" \t:,|–—-()")
    return "" if any(sign in rest for sign in _SEPARATORS) else rest


def _second(entry: RawEntry, record: Record) -> Line | None:
    """The line below a head's first that can be an owner, or None."""
    first = entry.body[0] if entry.body else None
    if len(entry.head) == _LINES:
        line = Line(*entry.head[1])
    elif isinstance(first, Paragraph) and len(first.lines) == 1:
        line = first.lines[0]
    else:
        return None
    text = unlink(unstyle(line.text))[0].strip()
    short = len(text.split()) <= _LONGEST and not SENTENCE_END.search(text) and ":" not in text
    plain = short and (text[:1].isupper() or text[:1].isdigit())
    return line if plain and not find_date(text, record.vocabulary) else None


def _is_owner(text: str, words: Kind, record: Record) -> bool:
    name, where = place_tail(unlink(unstyle(text))[0], words, record)
    placed = bool(name and where) and is_place(where, record) and not is_place(name, record)
    return placed or names(words.who, name, record)


def _take(entry: RawEntry, second: Line) -> None:
    if len(entry.head) < _LINES:
        entry.head = [*entry.head, (second.number, second.text)]
        entry.body = entry.body[1:]
    if not any(sign in second.text for sign in _SEPARATORS):  # "Owner | Town, ST" parts itself
        entry.given = {"role": entry.head[0][1], "organisation": second.text}
