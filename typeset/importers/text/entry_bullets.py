"""Entries that are the items of a list, and degrees a line each."""

from __future__ import annotations

import re

from typeset.importers.text.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
)
from typeset.importers.text.cuts import KINDS, names
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.head_lines import (
    LONGEST_META_WORDS,
    Found,
    RawEntry,
    cut_sentence,
    is_head_line,
    take_metas,
)
from typeset.importers.text.inline import split_top, unstyle
from typeset.importers.text.labelled import under_title
from typeset.importers.text.record import Record
from typeset.importers.text.run_in import RUN_IN


def by_bullets(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """A list whose items are entries: each begins with a head that has a date, or a degree."""
    lists = [block for block in blocks if isinstance(block, List)]
    if not lists or any(isinstance(block, Heading) for block in blocks):
        return None
    if not all(isinstance(block, List) for block in blocks[blocks.index(lists[0]) :]):
        return None
    above = [block for block in blocks[: blocks.index(lists[0])] if isinstance(block, Paragraph)]
    if any(find_date(unstyle(b.lines[0].text), record.vocabulary) for b in above):
        return None  # the lists belong to dated lines over them
    items = [item for found in lists for item in found.items]
    heads = [_item_head(item, kind, record) for item in items]
    if not items or sum(bool(head) for head in heads) < len(items):
        return None
    entries = [entry for entry in heads if entry]
    return blocks[: blocks.index(lists[0])], entries


def _item_head(item: ListItem, kind: str, record: Record) -> RawEntry | None:
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return None
    if titled := under_title(first.lines, record):
        titled.body += item.blocks[1:]
        return titled
    bold = _BOLD_DATE.fullmatch(first.text)
    period = is_only_date(bold[1], record.vocabulary) if bold else None
    if bold and period and (parts := _short_sentences(bold[2])):
        head = [(first.line, part) for part in (*parts, bold[1])]
        return RawEntry(head, [*item.blocks[1:]])
    run_in = RUN_IN.fullmatch(first.text)
    if run_in and is_only_date(unstyle(run_in[1]), record.vocabulary):
        if is_head_line(run_in[2], record):  # "**2019** : Role, Org"
            return RawEntry([(first.line, run_in[2]), (first.line, run_in[1])], [*item.blocks[1:]])
        if parts := _short_sentences(run_in[2]):
            head = [(first.line, part) for part in (*parts, run_in[1])]
            return RawEntry(head, [*item.blocks[1:]])
        return None
    if run_in and find_date(run_in[1], record.vocabulary):
        prose = Paragraph([Line(first.line, run_in[2])])
        return RawEntry([(first.line, run_in[1])], [prose, *item.blocks[1:]])
    entry = RawEntry([])
    count = 0
    for line in first.lines:
        if not is_head_line(line.text, record) or _is_told_below(entry, line, record):
            break
        entry.head.append((line.number, line.text))
        count += 1
    left = first.lines[count:]
    if not count and not any(line.hard for line in first.lines):
        text, more = cut_sentence(first.text)
        if more and is_head_line(text, record) and find_date(text, record.vocabulary):
            entry.head.append((first.line, text))
            left = [Line(first.line, more)]
    rest: list[Block] = [Paragraph(left)] if left else []
    entry.body = [*rest, *item.blocks[1:]]
    if not entry.head:
        return None
    if not any(find_date(text, record.vocabulary) for _, text in entry.head):
        entry.body = take_metas(entry, entry.body, record)
    dated = any(find_date(text, record.vocabulary) for _, text in entry.head)
    schooled = kind == "education" and any(
        record.vocabulary.has("degrees", text) or record.vocabulary.has("schools", text)
        for _, text in entry.head
    )
    return entry if dated or schooled else None


def _is_told_below(entry: RawEntry, line: Line, record: Record) -> bool:
    """Whether a line under a line that is the date is a sentence, however short."""
    above = entry.head[-1][1] if len(entry.head) > 1 else ""
    sentence = bool(re.search(r"\w \S*[a-zà-ÿ]{4}\.$", line.text))
    owned = any(names(list_, line.text, record) for list_ in ("organisations", "schools"))
    return sentence and not owned and is_only_date(unstyle(above), record.vocabulary) is not None


_BOLD_DATE = re.compile(r"\*\*([^*]{4,60}?)\s*[:：]?\*\*\s*[:：]?\s+(\S.*)", re.DOTALL)


def _short_sentences(text: str) -> list[str]:
    """The parts of a head set apart by full stops ("Nurse. Hospital, Town."); none for prose."""
    parts = re.split(r"(?<=[\w)]{3})\.\s+(?=[^\W\d_a-zà-ÿ])", text.strip().rstrip("."))
    short = 1 < len(parts) <= 4 and all(len(part.split()) <= LONGEST_META_WORDS for part in parts)
    return parts if short and not re.search(r"[.!?]\s", " ".join(parts)) else []


def by_semicolons(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """One sentence of several entries, each with its date: "Coach, Club (2018); reader, 2020"."""
    block = blocks[0] if len(blocks) == 1 else None
    if not isinstance(block, Paragraph) or kind not in KINDS:
        return None
    parts = split_top(block.text.rstrip("."), _SEMICOLON)
    dated = [
        is_head_line(part, record) and bool(find_date(unstyle(part), record.vocabulary))
        for part in parts
    ]
    if len(parts) < 2 or not all(dated):
        return None
    record.choose(block.line, "entries-in-a-line", block.text, "an entry each")
    return [], [RawEntry([(block.line, part)]) for part in parts]


_SEMICOLON = re.compile(r";\s+")


def by_degrees(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Degrees without dates, one a line: most lines name a degree, and each has a school."""
    if kind != "education" or not all(isinstance(block, (Paragraph, List)) for block in blocks):
        return None
    lines = [
        line
        for block in blocks
        for part in (block.items if isinstance(block, List) else [block])
        for inner in (part.blocks if isinstance(part, ListItem) else [part])
        if isinstance(inner, Paragraph)
        for line in (inner.lines if all(one.hard for one in inner.lines[:-1]) else
                     [Line(inner.line, inner.text)])
    ]  # fmt: skip
    taught = [
        is_head_line(line.text, record)
        and any(names(list_, unstyle(line.text), record) for list_ in ("degrees", "schools"))
        for line in lines
    ]
    if not lines or not taught[0] or sum(taught) * 2 <= len(lines):
        return None
    record.choose(lines[0].number, "degrees-by-lines", lines[0].text, "entries")
    entries: list[RawEntry] = []
    for line, is_taught in zip(lines, taught, strict=True):
        if is_taught:
            entries.append(RawEntry([(line.number, line.text)]))
        else:
            entries[-1].body.append(Paragraph([line]))
    return [], entries
