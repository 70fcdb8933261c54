"""Entries in definitions: a period and what was done then, or a position and what is said of it."""

from __future__ import annotations

import re

from typeset.importers.text.entries.below_heads import is_place_alone
from typeset.importers.text.heads.lines import (
    Found,
    RawEntry,
    cut_sentence,
    is_dated_head,
    is_head_line,
)
from typeset.importers.text.heads.metas import take_metas
from typeset.importers.text.heads.words import names_owner
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Line,
    List,
    ListItem,
    Paragraph,
    Rule,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key


def by_definitions(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """A period and what was done then, or a position and what is said of it.

    What stands between the definitions goes on with the one before it; a dated head of which
    nothing is said is one of them.
    """
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Definitions)), -1)
    if at < 0:
        return None
    entries: list[RawEntry] = []
    single: list[RawEntry] = []
    defined: set[int] = set()  # which blocks are definitions, by identity
    for block in blocks[at:]:
        if not isinstance(block, Definitions):
            if isinstance(block, Paragraph) and is_dated_head(block.text, record):
                entries.append(RawEntry([(line.number, line.text) for line in block.lines]))
            else:
                entries[-1].body += [] if isinstance(block, Rule) else [block]
            continue
        for term, below in block.items:
            defined.update(map(id, below))
            if entries and _goes_on(entries[-1], term.text, below, record):
                entries[-1].head.append((term.number, term.text))
                entries[-1].body += below
            elif several := _several(term, below, kind, record):
                entries += several
            else:
                single.append(RawEntry([(term.number, term.text)], list(below)))
                entries.append(single[-1])
    for entry in single:
        first, below = (entry.body[0], entry.body[1:]) if entry.body else (None, [])
        if _is_period(unstyle(entry.head[0][1]), record) and isinstance(first, Paragraph):
            entry.body = _title_of(entry, first, record)
            if not entry.body and below and is_place_alone(below[0], record):
                below = take_metas(entry, below, record)
            entry.body += below
        elif not _takes_owner_and_period(entry, record):
            entry.body = take_metas(entry, entry.body, record)
        entry.body = _as_bullets(entry.body, defined, record)
    heads = [text for one in entries for part in (one, *one.inner) for _, text in part.head]
    if not any(find_date(text, record.vocabulary) for text in heads):
        return None
    return blocks[:at], entries


def _as_bullets(body: list[Block], defined: set[int], record: Record) -> list[Block]:
    """Several definitions that say more of an entry, as the list that their marks make of them.

    ": Thesis: …" over ": Supervisor: …".
    """
    words = record.vocabulary
    told = [block for block in body if isinstance(block, Paragraph)]
    if len(told) < _FEWEST_DEFINED or len(told) < len(body):
        return body
    if not all(id(block) in defined for block in told):
        return body
    if sum(block.text.endswith((".", "。")) for block in told) * 2 > len(told):
        return body  # prose
    if names_owner(told[0].text, record) or any(find_date(one.text, words) for one in told):
        return body  # more of the head
    return [List(told[0].line, [ListItem(block.line, [block]) for block in told])]


def _takes_owner_and_period(entry: RawEntry, record: Record) -> bool:
    """Put the line between a position and its period, and the period, into the head.

    "Gallery attendant", and under it ": Moss Gallery" and ": 2019 - 2021".
    """
    owner, period, *others = entry.body if len(entry.body) > 1 else (None, None)
    if not isinstance(owner, Paragraph) or not isinstance(period, Paragraph):
        return False
    if any(find_date(unstyle(text), record.vocabulary) for _, text in entry.head):
        return False  # "2012-2015 - Degree": a second date is said of it
    plain = unstyle(owner.text)
    short = len(owner.lines) == 1 and is_head_line(owner.text, record)
    if not short or plain.endswith((".", "!", "?", ":")) or find_date(plain, record.vocabulary):
        return False
    if not is_only_date(unstyle(period.text), record.vocabulary):
        return False
    entry.head += [(owner.line, owner.text), (period.line, period.text)]
    entry.body = [one for one in others if one is not None]
    return True


def _several(term: Line, below: list[Block], kind: str, record: Record) -> list[RawEntry]:
    """Entries of a term without a date whose definitions are dated lines, two at least.

    They are roles at an employer; of a school, each is an entry with it.
    """
    lines = [line for block in below if isinstance(block, Paragraph) for line in block.lines]
    if len(lines) < _FEWEST_DEFINED or len(lines) != len(below):
        return []
    found = [find_date(unstyle(line.text), record.vocabulary) for line in lines]
    if not all(found) or find_date(unstyle(term.text), record.vocabulary):
        return []
    record.choose(term.number, "dated-definitions", term.text, "what several entries share")
    if kind == "work":
        roles = [RawEntry([(line.number, line.text)]) for line in lines]
        return [RawEntry([(term.number, term.text)], inner=roles, employer=True)]
    for _ in lines[1:]:
        record.use_shared(term.number, unlink(unstyle(term.text))[0])
    return [RawEntry([(line.number, line.text), (term.number, term.text)]) for line in lines]


_FEWEST_DEFINED = 2


def _goes_on(entry: RawEntry, term: str, below: list[Block], record: Record) -> bool:
    """Whether a term whose definition is its town is more of the dated head above it."""
    if len(below) != 1 or find_date(unstyle(term), record.vocabulary):
        return False
    texts = [text for _, text in entry.head]
    texts += [block.text for block in entry.body if isinstance(block, Paragraph)]
    dated = any(is_only_date(unstyle(text), record.vocabulary) for text in texts)
    return dated and is_place_alone(below[0], record)


def _is_period(text: str, record: Record) -> bool:
    """Whether a term is a date, or a word for now or earlier times and its date."""
    found = find_date(text, record.vocabulary)
    word = key(text[: found.begin]) if found else ""
    told = not word or word in record.vocabulary["earlier"] | record.vocabulary["present"]
    return found is not None and told and not re.search(r"\w", text[found.finish :])


def _title_of(entry: RawEntry, first: Paragraph, record: Record) -> list[Block]:
    """Put the title of a dated entry over its date; what is left of the paragraph."""
    line, *others = first.lines
    if others and not line.hard and is_head_line(first.text, record):
        line, others = Line(line.number, " ".join(one.text for one in first.lines)), []
    if is_head_line(line.text, record) and not re.search(r";\s+[a-zà-ÿ]", line.text):
        entry.head.insert(0, (line.number, line.text))
        return [Paragraph(others)] if others else []
    if not line.hard and others:
        line = Line(line.number, " ".join(one.text for one in first.lines))
        others = []
    head, rest = cut_sentence(line.text)
    if not rest or not is_head_line(head, record):
        return [first]
    entry.head.insert(0, (line.number, head))
    owner, more = cut_sentence(rest)  # "**MA, Weaving**. Hill University, Leeds. With honours"
    owner = owner.rstrip(".") if not more else owner
    told, owned = names_owner(owner, record), names_owner(head, record)
    short = is_head_line(owner, record) and len(owner.split()) <= _LONGEST_OWNER
    if told and not owned and short:
        entry.head.insert(1, (line.number, owner))
        rest = more
    left = [Line(line.number, rest, line.hard)] if rest else []
    return [Paragraph([*left, *others])] if left or others else []


_LONGEST_OWNER = 9
