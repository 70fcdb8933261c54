"""The history of a Japanese form: a dated line for each entrance, graduation, hiring and leaving.

"平成15年4月　さくら商事株式会社　入社": each line is an entry with its one day; what stands under
it says more, and "現在に至る" leaves the last one open.
"""

from __future__ import annotations

import re
from dataclasses import replace

from typeset.importers.text.heads.lines import Found, RawEntry
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import any_of, key

_SPACES = re.compile(r"[\s\u3000]+")
_BRACKET = re.compile(r"\s*[（(]([^()（）]+)[)）]$")
_FEWEST = 2


def by_history(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Entries of such lines; None where fewer than two, or than half of those dated, are so."""
    lines = _lines(blocks) if kind in ("work", "education") else []
    if not lines or not _dated(lines[0].text, record):
        return None
    dated = [_dated(line.text, record) for line in lines]
    told = [one for one in dated if one]
    acts = sum(_act(text, record) is not None for _, text in told)
    if acts < _FEWEST or acts * 2 < len(told):
        return None
    entries: list[RawEntry] = []
    for line, found in zip(lines, dated, strict=True):
        if found:
            entries.append(_entry(line.number, *found, kind, record))
        elif key(line.text) in record.vocabulary["present"]:
            _leave_open(entries[-1], line)
        else:
            entries[-1].body.append(Paragraph([replace(line, hard=False)]))
    record.choose(lines[0].number, "lines-of-history", lines[0].text, "an entry each")
    return [], entries


def _lines(blocks: list[Block]) -> list[Line]:
    """The lines of paragraphs and of single items; none where other blocks stand among them."""
    found: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found += block.lines
        elif isinstance(block, List):
            found += [Line(item.line, item.text) for item in block.items]
            if any(len(item.blocks) > 1 for item in block.items):
                return []
        else:
            return []
    return found


def _dated(text: str, record: Record) -> tuple[str, str] | None:
    """The date that a line begins with, and what follows it; None for others."""
    plain = unstyle(text).strip()
    found = find_date(plain, record.vocabulary)
    after = plain[found.finish :].strip(" \t\u3000:：|／/") if found and not found.begin else ""
    return (plain[: found.finish], after) if found and after else None


def _act(text: str, record: Record) -> re.Match[str] | None:
    """What a line tells at its end, or in a word of its own: "一身上の都合により退職"."""
    bare = _BRACKET.sub("", text)
    acts = any_of(record.vocabulary, "acts")
    return re.search(rf"(?:{acts})(?=$|[\s\u3000（(])", bare) if acts else None


def _entry(number: int, date: str, text: str, kind: str, record: Record) -> RawEntry:
    """The entry of a line: who before what, where spaces part them; else the words tell it."""
    entry = RawEntry([(number, text), (number, date)])
    aside = _BRACKET.search(text)
    bare = text[: aside.start()] if aside else text
    parts = _SPACES.split(bare)
    at = _cut(parts, kind, record)
    if not at and kind == "work" and (act := _act(text, record)):
        who, what = bare[: act.start()], bare[act.start() :]
        if not names("organisations", who, record):
            who, what = "", bare
    elif not at:
        return entry
    else:
        who, what = " ".join(parts[:at]), " ".join(parts[at:])
    entry.given = {name: one for name, one in (("organisation", who), ("role", what)) if one}
    entry.head = [*((number, one) for one in entry.given.values()), (number, date)]
    if aside:
        entry.body.append(Paragraph([Line(number, aside[1])]))
    return entry


def _cut(parts: list[str], kind: str, record: Record) -> int:
    """Where what was done begins: behind the school's name, or at the word that tells it; or 0."""
    if len(parts) < _FEWEST:
        return 0
    if kind == "education":
        taught = [at for at, part in enumerate(parts[:-1]) if names("schools", part, record)]
        return (taught[0] if taught else 0) + 1
    return next((at for at, part in enumerate(parts) if at and _act(part, record)), 0)


def _leave_open(entry: RawEntry, line: Line) -> None:
    """Let the date of an entry go on until today, as the line under it says."""
    number, date = entry.head[-1]
    entry.head[-1] = (number, f"{date} – {line.text.strip()}")
