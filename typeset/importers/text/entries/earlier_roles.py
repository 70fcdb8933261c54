"""Former roles, each told in one line at the end of another entry: "Earlier · Cook"."""

from __future__ import annotations

import re

from typeset.importers.text.entries.listed_posts import listed_posts
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.markup.blocks import Line, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.vocabulary import key


def with_earlier(entries: list[RawEntry], kind: str, record: Record) -> list[RawEntry]:
    """Entries, and those that one line at the end of the last one's texts sums up."""
    result: list[RawEntry] = []
    for entry in entries:
        if len(entry.head) == 1 and not (entry.body or entry.inner):
            line, text = entry.head[0]
            entry = _over_posts(Paragraph([Line(line, text)]), record) or entry
        _take_earlier(entry, record)
        more: list[RawEntry] = []
        while kind == "work" and entry.body and not entry.inner and not entry.earlier:
            last = entry.body[-1]
            one = None
            if isinstance(last, Paragraph):
                one = _over_posts(last, record) or _earlier(last, record)
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


def _over_posts(block: Paragraph, record: Record) -> RawEntry | None:
    """A word for earlier times and, under it, the posts that a paragraph lists behind it."""
    match = _EARLIER.fullmatch(unstyle(block.text))
    hard = any(line.hard for line in block.lines[:-1])
    if not match or hard or not is_earlier(match[1].strip(), record):
        return None
    mark = record.mark()
    listed = listed_posts(match[2], block.line, record)
    record.reset(mark)
    if not listed:
        return None
    return RawEntry([(block.line, match[1].strip())], [Paragraph([Line(block.line, match[2])])])


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
