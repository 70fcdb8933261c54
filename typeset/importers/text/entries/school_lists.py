"""A school over a list of the degrees taken there, or of one and what is said of it."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.bullets import by_bullets
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import SENTENCE_END, Found, RawEntry
from typeset.importers.text.heads.subjects import labelled_subject
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date


def schools_of_degrees(
    before: list[Block], entries: list[RawEntry], record: Record
) -> tuple[list[Block], list[RawEntry]]:
    """Entries with the school that a line over them all names, and a degree each where a school
    stands over a list of several."""
    entries = [one for entry in entries for one in _by_degrees(entry, record)]
    for entry in entries:
        _take_item(entry, record)
    school = before[-1] if before else None
    lines = school.lines if isinstance(school, Paragraph) else []
    texts = [" ".join(unlink(unstyle(text))[0] for _, text in entry.head) for entry in entries]
    told = all(names("degrees", t, record) and not names("schools", t, record) for t in texts)
    if not told or not lines or not _is_school(lines, texts, record):
        return before, entries
    above = [(line.number, _BOLD_NAME.sub(r"\1, ", line.text)) for line in lines]
    for at, entry in enumerate(entries):
        entry.head[1:1] = above
        record.choose(lines[0].number, "school-over-degrees", lines[0].text, f"of {texts[at]}")
        for line in lines if at else ():
            record.use_shared(line.number, unlink(unstyle(line.text))[0])
    return before[:-1], entries


def by_schools(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Schools in paragraphs, with where they are, each over a list of degrees taken there."""
    if kind != "education":
        return None
    starts = [
        at
        for at, (block, below) in enumerate(pairwise(blocks))
        if isinstance(block, Paragraph)
        and isinstance(below, List)
        and _is_school(block.lines, [], record)
    ]
    alone = len(starts) < _FEWEST
    if not starts or starts[0]:
        return None
    mark = record.mark()
    entries: list[RawEntry] = []
    for start, end in pairwise([*starts, len(blocks)]):
        if taken := _over_item(blocks[start:end], record):
            entries.append(taken)
            continue
        if alone:
            return None
        found = by_bullets(blocks[start:end], kind, record)
        before, taught = schools_of_degrees(*found, record) if found else (blocks[start:end], [])
        if before:
            record.reset(mark)
            return None
        entries += taught
    return [], entries


_FEWEST = 2


def _is_school(lines: list[Line], below: list[str], record: Record) -> bool:
    """Whether a line names a school and no degree; under it may stand where it is, or the date of
    all degrees."""
    title, *others = (unlink(unstyle(line.text))[0] for line in lines)
    bare = names("schools", title, record) and not names("degrees", title, record)
    short = len(title.split()) <= _LONGEST_SCHOOL and not SENTENCE_END.search(title)
    dated = any(find_date(text, record.vocabulary) for text in below)
    period = len(others) == 1 and is_only_date(others[0], record.vocabulary) and not dated
    undated = find_date(title, record.vocabulary) is None
    placed = len(others) == 1 and is_place(others[0], record)
    return bare and short and undated and (not others or bool(period) or placed)


_BOLD_NAME = re.compile(r"^\*\*([^*]+?),?\*\*,?\s+(?=\w)")  # "**School** Town"
_LONGEST_SCHOOL = 10


def _by_degrees(entry: RawEntry, record: Record) -> list[RawEntry]:
    """An entry for each item of a list that is only degrees, under a head that names none."""
    block = entry.body[0] if len(entry.body) == 1 else None
    items = block.items if isinstance(block, List) else []
    head = " ".join(unlink(unstyle(text))[0] for _, text in entry.head)
    bare = names("schools", head, record) and not names("degrees", head, record)
    if len(items) < 2 or not bare or not find_date(head, record.vocabulary):
        return [entry]
    texts = [unlink(unstyle(item.text))[0] for item in items]
    if not all(_is_degree(text, record) for text in texts):
        return [entry]
    if any(labelled_subject(text, record) for text in texts):
        return [entry]  # "Major: Botany" beside "Degree: Bachelor": facts of one
    for item in items[1:]:
        for line, text in entry.head:
            record.use_shared(line, unlink(unstyle(text))[0])
        record.choose(item.line, "school-over-degrees", head, f"of {item.text}")
    return [
        RawEntry([(item.line, item.text), *entry.head], list(item.blocks[1:])) for item in items
    ]


def _over_item(blocks: list[Block], record: Record) -> RawEntry | None:
    """The entry of a school's paragraph over a list that begins with its only degree."""
    school, *body = blocks
    assert isinstance(school, Paragraph)
    entry = RawEntry([(line.number, line.text) for line in school.lines], body)
    return entry if _take_item(entry, record) else None


def _take_item(entry: RawEntry, record: Record) -> bool:
    """Put the first item of a list under a school in its head, if it is a degree and its date.

    "- BSc Botany, 2012 – 2016" under "Hill University"; what the next items say is of it.
    """
    block = entry.body[0] if entry.body else None
    head = " ".join(unlink(unstyle(text))[0] for _, text in entry.head)
    if (
        not isinstance(block, List)
        or find_date(head, record.vocabulary)
        or names("degrees", head, record)
    ):
        return False
    told = [_dated_degree(unlink(unstyle(item.text))[0], record) for item in block.items]
    if not told[0] or any(told[1:]):
        return False
    first, *others = block.items
    entry.head.append((first.line, first.text))
    left = [List(others[0].line, others, block.start)] if others else []
    entry.body[:1] = [*first.blocks[1:], *left]
    return True


def _dated_degree(text: str, record: Record) -> bool:
    """Whether a text is a degree and, last or first in it, its date."""
    found = find_date(text, record.vocabulary)
    if not found:
        return False
    above, below = (
        part.strip(" ,:;|·()–—-") for part in (text[: found.begin], text[found.finish :])
    )
    return not (above and below) and _is_degree(above or below, record)


def _is_degree(text: str, record: Record) -> bool:
    """Whether a short text begins with a degree, and has neither a school nor a date."""
    first = " ".join(text.split()[:3])
    ended = _PLAIN.fullmatch(text) and names("degrees", text.split()[-1], record)
    return (
        names("degrees", first, record)
        and not names("minors", first, record)
        and len(text.split()) <= _LONGEST_SCHOOL
        and bool(ended or not names("schools", text, record))
        and not find_date(text, record.vocabulary)
        and not SENTENCE_END.search(text)
    )


_PLAIN = re.compile(r"[^,;:|·•–—()]+")
"""A text of one piece, which names no school if it ends in a degree: "High School Diploma"."""
