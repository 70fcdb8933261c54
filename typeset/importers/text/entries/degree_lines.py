"""Degrees without dates, a line each."""

from __future__ import annotations

from typeset.importers.text.heads.lines import (
    Found,
    RawEntry,
    is_head_line,
)
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import (
    Block,
    Line,
    List,
    ListItem,
    Paragraph,
)
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def by_degrees(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Degrees without dates, one a line: most lines name a degree, and each has a school."""
    if kind != "education" or not all(isinstance(block, (Paragraph, List)) for block in blocks):
        return None
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    if len(paragraphs) == len(blocks) > 0 and all(
        _is_school_first(one, record) for one in paragraphs
    ):
        record.choose(blocks[0].line, "school-over-degree", paragraphs[0].text, "an entry each")
        return [], [RawEntry([(one.number, one.text) for one in p.lines]) for p in paragraphs]
    lines: list[tuple[Line, list[Block]]] = []
    for block in blocks:
        for part in block.items if isinstance(block, List) else [ListItem(block.line, [block])]:
            first = part.blocks[0] if part.blocks else None
            if not isinstance(first, Paragraph):
                return None
            hard = all(line.hard for line in first.lines[:-1])
            lines += [(line, []) for line in first.lines] if hard else [
                (Line(first.line, first.text), [])
            ]  # fmt: skip
            lines[-1][1].extend(part.blocks[1:])
    taught = [
        is_head_line(line.text, record)
        and key(line.text.split()[0]) not in record.vocabulary["selves"]
        and any(names(list_, unstyle(line.text), record) for list_ in ("degrees", "schools"))
        for line, _ in lines
    ]
    if not lines or not taught[0] or sum(taught) * 2 <= len(lines):
        return None
    record.choose(lines[0][0].number, "degrees-by-lines", lines[0][0].text, "entries")
    entries: list[RawEntry] = []
    for (line, below), is_taught in zip(lines, taught, strict=True):
        if is_taught:
            entries.append(RawEntry([(line.number, line.text)], below))
        else:
            entries[-1].body += [Paragraph([line]), *below]
    return [], entries


def _is_school_first(block: Paragraph, record: Record) -> bool:
    """Whether a paragraph's lines are a school and, under it, the degree that was taken there."""
    first, *others = (unstyle(line.text) for line in block.lines)
    head = all(line.hard and is_head_line(line.text, record) for line in block.lines[:-1])
    over = names("schools", first, record) and not names("degrees", first, record)
    return head and over and any(names("degrees", text, record) for text in others)
