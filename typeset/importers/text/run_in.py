"""Entries in paragraphs that begin with a bold head: `**Role, Org** (dates): prose`."""

from __future__ import annotations

import re

from typeset.importers.text.blocks import (
    Block,
    Line,
    Paragraph,
)
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.head_lines import (
    Found,
    RawEntry,
)
from typeset.importers.text.inline import unstyle
from typeset.importers.text.record import Record

RUN_IN = re.compile(
    r"(\*\*(?:[^*\\]|\\.)+\*\*[^:：*]{0,80}?(?:\(\*[^*()]+\*\))?)"
    r"(?:(?<=[)*\d）])\s*[:：]\s+|(?<=\))\s+[–—-]\s+|(?<=\))\.\s+)(\S.*)",
    re.DOTALL,
)


def by_run_in(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Paragraphs `**Role, Org** (dates): prose`, each an entry."""
    entries: list[RawEntry] = []
    before: list[Block] = []
    said = False
    for block in [part for one in blocks for part in _run_in_parts(one, record)]:
        match = RUN_IN.fullmatch(block.text) if isinstance(block, Paragraph) else None
        only = match is not None and is_only_date(unstyle(match[1]), record.vocabulary)
        if match and not only and find_date(match[1], record.vocabulary):
            prose = Paragraph([Line(block.line, match[2])])
            entries.append(RawEntry([(block.line, match[1])], [prose]))
            said = True
        elif isinstance(block, Paragraph) and _is_bold_head(block, record):
            entries.append(RawEntry([(block.line, block.text)]))
        elif entries:
            entries[-1].body.append(block)
        else:
            before.append(block)
    return (before, entries) if said else None


def _is_bold_head(block: Paragraph, record: Record) -> bool:
    """A line that begins in bold and ends in a range of dates: an entry among run-in ones."""
    text = unstyle(block.text)
    found = find_date(text, record.vocabulary)
    ends = found is not None and not re.sub(r"[\W_]", "", text[found.finish :])
    ranged = found is not None and found.start != found.end and found.begin > 0
    return ends and ranged and len(block.lines) == 1 and block.text.startswith("**")


def _run_in_parts(block: Block, record: Record) -> list[Block]:
    """A paragraph whose lines begin entries (`**Name** (date): text`), cut before each of them."""
    lines = block.lines if isinstance(block, Paragraph) else []
    heads = [RUN_IN.fullmatch(line.text) for line in lines]
    starts = [
        at
        for at, head in enumerate(heads)
        if head and find_date(head[1], record.vocabulary)
        and not is_only_date(unstyle(head[1]), record.vocabulary)
    ]  # fmt: skip
    if len(starts) < 2 or starts[0]:
        return [block]
    ends = [*starts[1:], len(lines)]
    return [Paragraph(lines[a:b]) for a, b in zip(starts, ends, strict=True)]
