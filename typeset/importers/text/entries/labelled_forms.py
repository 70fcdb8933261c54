"""Entries as forms have them: a line for each of `Company:`, `Position:`, `From:`, `To:`.

An entry ends where the label comes again that began it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from typeset.importers.text.entries.labelled import HEADS, add_line, labelled
from typeset.importers.text.heads.lines import Found, RawEntry
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record

_BEGINS = frozenset({"organisation", "role", "dates"})


def by_labels(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Entries whose lines or items are labelled; None where the first has not two such lines."""
    parts: Iterator[Block] = (
        _as_lines(part, record) for block in blocks for part in _forms_of_items(block, record)
    )
    first = next(parts, None)  # most sections have no forms: their other blocks are not asked
    if not isinstance(first, Paragraph):
        return None
    form = first.lines
    if len(form) == 1 and labelled(form[0].text, record)[0] in _BEGINS:
        others = list(parts)
        form, parts = [*form, *_lines_below(others, record)], iter(others)
    if len(form) == len(first.lines) and _is_owner(first, record):
        return _by_owners([first, *parts], kind, record)
    if len(form) < 2:
        return None
    told = [labelled(line.text, record)[:2] for line in form]
    begins = told[0][1]
    kinds = {name for name, _ in told if name in HEADS}
    again = sum(label == begins for _, label in told) > 1 and all(name for name, _ in told)
    if told[0][0] not in _BEGINS or not (len(kinds) > 1 or again):
        return None  # "Diploma: …", "Bachelor: …": each says what its line is
    record.choose(first.line, "labelled-lines", first.lines[0].text, "entries, one a form")
    entries: list[RawEntry] = []
    for block in (first, *parts):
        if not isinstance(block, Paragraph):
            entries[-1].body.append(block)
            continue
        for line in block.lines:
            if labelled(line.text, record)[1] == begins:
                entries.append(RawEntry([(line.number, "")]))
            if line is block.lines[0] and not labelled(line.text, record)[1]:
                entries[-1].body.append(Paragraph([line]))  # a text of its own
            else:
                add_line(entries[-1], line, record)
    for entry in entries:
        entry.head = [(number, text) for number, text in entry.head if text] or entry.head
    return [], entries


def is_form(block: Block, record: Record) -> bool:
    """Whether a paragraph is a form: "Title: Lamp", "Duration: May 2019", and no name of its own.

    Its first line or the one below, and another, say by their labels what stands behind these.
    """
    lines = block.lines if isinstance(block, Paragraph) else []
    told = [labelled(line.text, record)[0] for line in lines]
    return any(told[:2]) and sum(name in _BEGINS for name in told) > 1


def _lines_below(blocks: list[Block], record: Record) -> list[Line]:
    """The labelled lines that are a paragraph each, under one: "**Post**: Cook", "**Date**: 2019".

    A label that comes again begins the next entry.
    """
    lines: list[Line] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or len(block.lines) > 1:
            break
        if not labelled(block.text, record)[0]:
            break
        lines += block.lines
    return lines


def _is_owner(block: Block, record: Record) -> bool:
    """Whether a block is an employer alone: "Employer: Moss Ltd", and perhaps where and when."""
    lines = block.lines if isinstance(block, Paragraph) else []
    told = [labelled(line.text, record)[0] for line in lines]
    return told[:1] == ["organisation"] and set(told[1:]) <= {"location", "dates"}


def _by_owners(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Employers in paragraphs of their own, each over a form for every role held there."""
    starts = [at for at, block in enumerate(blocks) if _is_owner(block, record)]
    entries: list[RawEntry] = []
    for start, end in pairwise([*starts, len(blocks)]):
        owner = blocks[start]
        found = by_labels(blocks[start + 1 : end], kind, record) if kind == "work" else None
        if not isinstance(owner, Paragraph) or not found or found[0]:
            return None
        entry = RawEntry([(owner.line, "")])
        for line in owner.lines:
            add_line(entry, line, record)
        entry.head = entry.head[1:]
        roles = found[1]
        if len(roles) == 1:
            roles[0].head += entry.head
            roles[0].given |= entry.given
            entries.append(roles[0])
            continue
        entry.given, entry.inner, entry.employer = {}, roles, True
        entries.append(entry)
    return [], entries


def _forms_of_items(block: Block, record: Record) -> list[Block]:
    """The blocks of a list of which each item is a form: "1) Company: …", "Post: …" below it."""
    items = block.items if isinstance(block, List) else []
    firsts = [item.blocks[0] if item.blocks else None for item in items]
    forms = [
        isinstance(first, Paragraph)
        and len(first.lines) > 1
        and labelled(first.lines[0].text, record)[0] in _BEGINS
        for first in firsts
    ]
    return [part for item in items for part in item.blocks] if items and all(forms) else [block]


def _as_lines(block: Block, record: Record) -> Block:
    """A list of labelled items ("- Company: …") as the lines of a form; other blocks as they are.

    A line may hold two labels: "From: 2017 To: 2018".
    """
    if isinstance(block, Paragraph):
        parts = [Line(line.number, text, True) for line in block.lines
                 for text in _two_dates(line.text, record)]  # fmt: skip
        return Paragraph(parts, block.indented) if len(parts) > len(block.lines) else block
    items = block.items if isinstance(block, List) else []
    told = [labelled(item.text, record)[0] for item in items if len(item.blocks) == 1]
    if not items or len(told) < len(items) or sum(name in HEADS for name in told) < 2:
        return block
    return Paragraph([
        Line(item.line, text, True) for item in items for text in _two_dates(item.text, record)
    ])  # fmt: skip


def _two_dates(text: str, record: Record) -> list[str]:
    """The two labelled dates of a line that holds no more: "From: 2017 To: 2018"; or the line."""
    both = _TWO_DATES.fullmatch(text)
    labels = [unstyle(both[at]).strip() for at in (2, 4)] if both else []
    dated = both and all(record.vocabulary.column(label) == "dates" for label in labels)
    return [both[1].strip(), both[3]] if both and dated else [text]


_TWO_DATES = re.compile(
    r"(([^:：\d]{1,20})[:：]\s*(?:\S+\s+)?(?=\S*\d)\S+)\s+(([^:：\d]{1,20})[:：]\s*\S+(?:\s\S+)?)"
)
