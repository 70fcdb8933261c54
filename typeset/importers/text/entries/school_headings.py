"""A school over several degrees → each degree over its school."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.bullets import by_bullets
from typeset.importers.text.entries.lines import by_lines
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import Found, RawEntry, is_head_line
from typeset.importers.text.heads.metas import take_metas
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date


def degrees_first(blocks: list[Block], record: Record) -> list[Block]:
    """Blocks with each degree under the heading of a school as the heading, over this school.

    The school is said once and true of each degree; a degree without one would be no fact.
    """
    blocks = _without_colons(blocks, record)
    blocks = [part for block in blocks for part in _paragraphs(block, record)]
    headings = [block.level for block in blocks if isinstance(block, Heading)]
    level = min(headings, default=0)
    starts = [at for at, b in enumerate(blocks) if isinstance(b, Heading) and b.level == level]
    result = blocks[: starts[0]] if starts else list(blocks)
    for start, end in pairwise([*starts, len(blocks)]):
        school, below = blocks[start], blocks[start + 1 : end]
        assert isinstance(school, Heading)
        degrees, places = _degrees(school, below, record)
        said = [Line(school.line, f"*{unstyle(school.text)}*", bool(places)), *places]
        for entry in degrees:
            (line, text), *others = entry.head
            lines = [Line(number, other, True) for number, other in others]
            result += [Heading(school.level, text, line), Paragraph(lines + said), *entry.body]
        for entry in degrees[1:]:
            for shared in said:
                record.use_shared(shared.number, unstyle(shared.text))
            record.choose(school.line, "school-over-degrees", school.text, f"of {entry.head[0][1]}")
        result += [] if degrees else [school, *below]
    return result


def _without_colons(blocks: list[Block], record: Record) -> list[Block]:
    """Blocks with no colon behind a school that leads to a list: "Moss University:"."""
    found = list(blocks)
    for at, (block, below) in enumerate(pairwise(blocks)):
        if not isinstance(block, Paragraph) or not isinstance(below, List):
            continue
        led = _LED.fullmatch(block.text)
        named = led and names("schools", led[1], record) and len(led[1].split()) <= _LONGEST_NAME
        if led and named and not names("degrees", led[1], record):
            found[at] = Paragraph([Line(block.line, led[1] + led[2] + led[3])])
    return found


_LED = re.compile(r"([^:\n]*[^:\s*_])([*_]*):([*_]*)")
_LONGEST_NAME = 10


def _paragraphs(block: Block, record: Record) -> list[Block]:
    """A school over lines that each are a degree and its date: a paragraph for each of these."""
    lines = block.lines if isinstance(block, Paragraph) else []
    texts = [unlink(unstyle(line.text))[0] for line in lines]
    told = [
        bool(find_date(text, record.vocabulary)) and names("degrees", text, record)
        for text in texts
    ]
    if len(lines) < 3 or told != [False, *[True] * (len(lines) - 1)]:
        return [block]
    if not names("schools", texts[0], record) or find_date(texts[0], record.vocabulary):
        return [block]
    school = lines[0]
    for line in lines[2:]:
        record.use_shared(school.number, texts[0])
        record.choose(school.number, "school-over-degrees", texts[0], f"of {line.text}")
    return [
        Paragraph([Line(line.number, line.text, True), Line(school.number, f"*{texts[0]}*")])
        for line in lines[1:]
    ]


def _degrees(
    school: Heading, below: list[Block], record: Record
) -> tuple[list[RawEntry], list[Line]]:
    """The degrees under a school's heading, two or more, and where the school is; none for others.

    Each is a heading below it, or has its date. Below where the school is, one heading is enough.
    """
    title = unlink(unstyle(school.text))[0]
    if find_date(title, record.vocabulary) or names("degrees", title, record):
        return [], []
    inner = [block.level for block in below if isinstance(block, Heading)]
    found: Found | None = _under_headings(below, min(inner), record) if inner else None
    if not inner:
        found = by_bullets(below, "education", record) or by_lines(below, "education", record)
    before, entries = found or ([], [])
    texts = [" ".join(unstyle(text) for _, text in entry.head) for entry in entries]
    told = all(
        (inner or find_date(text, record.vocabulary))
        and names("degrees", text, record)
        and not names("schools", text, record)
        for text in texts
    )
    period = before[0] if len(before) == 1 and isinstance(before[0], Paragraph) else None
    undated = not any(find_date(text, record.vocabulary) for text in texts)
    if period and undated and is_only_date(unstyle(period.text), record.vocabulary):
        for at, entry in enumerate(entries if told else ()):
            entry.head.append((period.line, period.text))
            if at:
                record.use_shared(period.line, unstyle(period.text))
        before = []
    places = period.lines if before and period and inner and _is_town(period, record) else []
    fewest = 1 if places else _FEWEST
    told = told and len(before) == bool(places) and len(entries) >= fewest
    return (entries, places) if told else ([], [])


_FEWEST = 2


def _is_town(block: Paragraph, record: Record) -> bool:
    """Whether a paragraph is one line and a place: "*Leeds, England*"."""
    return len(block.lines) == 1 and is_place(unlink(unstyle(block.text))[0], record)


def _under_headings(blocks: list[Block], level: int, record: Record) -> Found:
    starts = [at for at, b in enumerate(blocks) if isinstance(b, Heading) and b.level == level]
    entries: list[RawEntry] = []
    for start, end in pairwise([*starts, len(blocks)]):
        heading = blocks[start]
        assert isinstance(heading, Heading)
        entry = RawEntry([(heading.line, heading.text)])
        below = _take_title(entry, blocks[start + 1 : end], record)
        entry.body = take_metas(entry, below, record)
        entries.append(entry)
    return blocks[: starts[0]], entries


def _take_title(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """Put the degree in the line under a heading that is a date before it; the blocks left."""
    first = blocks[0] if blocks else None
    date = is_only_date(unstyle(entry.head[0][1]), record.vocabulary)
    if not date or not isinstance(first, Paragraph):
        return blocks
    line, *others = first.lines
    ended = line.hard or not others
    if not ended or not is_head_line(line.text, record) or not names("degrees", line.text, record):
        return blocks
    entry.head.insert(0, (line.number, line.text))
    return [*([Paragraph(others)] if others else []), *blocks[1:]]
