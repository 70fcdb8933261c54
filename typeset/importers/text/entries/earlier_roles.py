"""Former roles, each told in one line at the end of another entry: "Earlier · Cook"."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.vocabulary import key


def with_earlier(entries: list[RawEntry], kind: str, record: Record) -> list[RawEntry]:
    """Entries, and those that one line at the end of the last one's texts sums up."""
    result: list[RawEntry] = []
    for entry in entries:
        _take_earlier(entry, record)
        more: list[RawEntry] = []
        while kind == "work" and entry.body and not entry.inner and not entry.earlier:
            last = entry.body[-1]
            one = _earlier(last, record) if isinstance(last, Paragraph) else None
            if not one:
                break
            more.insert(0, one)
            entry.body.pop()
        result += [entry, *more]
    return result


_EARLIER = re.compile(r"(\S+(?:\s\S+){0,2}?)\s*(?:[|·•:：]|\s[–—-])\s*(\S.*)", re.DOTALL)


def _earlier(block: Paragraph, record: Record) -> RawEntry | None:
    """The entry that a paragraph of one line is, if it begins with such a word; else None."""
    entry = RawEntry([(block.line, line.text) for line in block.lines])
    _take_earlier(entry, record)
    return entry if entry.earlier and len(block.lines) == 1 else None


def _take_earlier(entry: RawEntry, record: Record) -> None:
    """Mark an entry whose title begins with a word for earlier times."""
    line, text = entry.head[0]
    match = _EARLIER.fullmatch(unstyle(text))
    if match and key(match[1]) in record.vocabulary["earlier"]:
        entry.earlier = match[1].strip()
        entry.head[0] = (line, match[2])


def is_earlier(title: str, record: Record) -> bool:
    """Whether a heading says that earlier times follow: "Before that", "Earlier posts"."""
    words, first = record.vocabulary, key(title.partition(" ")[0])
    return key(title) in words["earlier"] or (
        first in words["earlier"] and kinds_of(title, words) == ["work"]
    )
