"""The blocks of a section → entries: an ordered list of rules, one a container shape.

Each rule looks at the whole section and either takes it (a list of raw entries, after
what precedes the first one) or leaves it to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.importers.text.blocks import (
    Block,
    Definitions,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Rule,
    Table,
)
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.entry_lines import by_lines
from typeset.importers.text.head_lines import (
    LONGEST_META_WORDS,
    SENTENCE_END,
    Found,
    RawEntry,
    is_head_line,
    is_meta,
    take_metas,
)
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key

_RUN_IN = re.compile(
    r"(\*\*(?:[^*\\]|\\.)+\*\*[^:：*]{0,80}?)(?:(?<=[)*\d）])\s*[:：]\s+|(?<=\))\s+[–—-]\s+)(\S.*)",
    re.DOTALL,
)


def raw_entries(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """What precedes the first entry, and the entries; None where no rule knows the shape."""
    for rule in RULES:
        if found := rule(blocks, kind, record):
            return found[0], _with_earlier(found[1], kind, record)
    return None


def _with_earlier(entries: list[RawEntry], kind: str, record: Record) -> list[RawEntry]:
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


def by_headings(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """`### Role, Org` with metadata lines, all in the heading, or a stack of headings."""
    headings = [block.level for block in blocks if isinstance(block, Heading)]
    if not headings:
        return None
    level = min(headings)
    starts = [i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == level]
    ends = [*starts[1:], len(blocks)]
    entries: list[RawEntry] = []
    for start, end in zip(starts, ends, strict=True):
        heading = blocks[start]
        # A heading over a line that heads texts of its own ("#### 2019 – 2021", then "##### Role").
        entries.append(_heading_entry(heading, blocks[start + 1 : end], kind, record))
    return blocks[: starts[0]], entries


def _heading_entry(heading: Block, rest: list[Block], kind: str, record: Record) -> RawEntry:
    assert isinstance(heading, Heading)
    entry = RawEntry([(heading.line, heading.text)])
    below = [b for b in rest if isinstance(b, Heading)]
    level = min((b.level for b in below), default=0)
    siblings = [i for i, b in enumerate(rest) if isinstance(b, Heading) and b.level == level]
    if len(siblings) > 1:  # promotions, or projects within
        before, inside = rest[: siblings[0]], rest[siblings[0] :]
        entry.body = take_metas(entry, before, record)
        found = by_headings(inside, kind, record)
        entry.inner = found[1] if found else []
        return entry
    if promotions := _promotions(heading, rest, kind, record):
        entry.body, entry.inner = promotions
        entry.employer = True
        return entry
    while rest and isinstance(rest[0], Heading):
        entry.head.append((rest[0].line, rest[0].text))
        rest = rest[1:]
    rest = _title_below(entry, rest, record)
    rest = _owner_below(entry, rest, record)
    entry.body = _owner_below(entry, take_metas(entry, rest, record), record)
    if siblings and has_headings(entry.body):
        found = by_headings(entry.body, kind, record)
        if found:
            entry.body, entry.inner = found
    return entry


def _owner_below(entry: RawEntry, rest: list[Block], record: Record) -> list[Block]:
    """A short line between a heading that is one thing and the bullets: the other thing."""
    first = rest[0] if len(rest) > 1 else None
    heading = unlink(unstyle(entry.head[0][1]))[0]
    if found := find_date(heading, record.vocabulary):
        heading = (heading[: found.begin] + heading[found.finish :]).strip(" ()[]|·–—-")
    others = [
        text for _, text in entry.head[1:] if not is_only_date(unstyle(text), record.vocabulary)
    ]
    if others or not isinstance(first, Paragraph) or len(first.lines) > 1:
        return rest
    text = unlink(unstyle(first.text))[0]
    one = not re.search(r"[,|·@]|\s[–—-]\s", heading)
    short = len(text.split()) <= 6 and text[:1].isupper() and not re.search(r"[.:;!?。：]$", text)
    over = isinstance(rest[1], List) or _begins_with_date(rest[1], record)
    if not (one and short and over) or find_date(text, record.vocabulary):
        return rest
    entry.head.append((first.line, first.text))
    return rest[1:]


def _begins_with_date(block: Block, record: Record) -> bool:
    if not isinstance(block, Paragraph):
        return False
    line = block.lines[0].text
    return bool(find_date(unstyle(line), record.vocabulary)) and is_meta(line, False, record)


def _title_below(entry: RawEntry, rest: list[Block], record: Record) -> list[Block]:
    """Under a heading that is only a date, the first line is the title; the blocks left."""
    first = rest[0] if rest else None
    dated = all(is_only_date(unstyle(text), record.vocabulary) for _, text in entry.head)
    if not dated or not isinstance(first, Paragraph):
        return rest
    if not is_head_line(first.lines[0].text, record) or SENTENCE_END.search(first.lines[0].text):
        return rest
    entry.head.insert(0, (first.line, first.lines[0].text))
    left = first.lines[1:]
    return [*([Paragraph(left)] if left else []), *rest[1:]]


def _promotions(heading: Heading, rest: list[Block], kind: str, record: Record) -> Found | None:
    """Several dated lines under a heading without a date: the roles held there, one by one."""
    if kind != "work" or find_date(heading.text, record.vocabulary):
        return None
    lists = [index for index, block in enumerate(rest) if isinstance(block, List)]
    if not lists or record.vocabulary.has("roles", unstyle(heading.text)):
        return None
    found = by_lines(rest, kind, record)
    if not found or len(found[1]) < 2 or found[0]:
        return None
    for role in found[1]:
        role.body = _as_leads(role.body)
    return found


def _as_leads(blocks: list[Block]) -> list[Block]:
    """A role holds no entries: a heading within it leads the list under it."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        led = isinstance(last, List) and len(last.items) == 1 and len(last.items[0].blocks) == 1
        if isinstance(block, Heading):
            term = Paragraph([Line(block.line, block.text)])
            result.append(List(block.line, [ListItem(block.line, [term])]))
        elif led and isinstance(last, List) and isinstance(block, List):
            last.items[0].blocks.append(block)
        else:
            result.append(block)
    return result


def has_headings(blocks: list[Block]) -> bool:
    """Whether there is a heading among the blocks."""
    return any(isinstance(block, Heading) for block in blocks)


def by_run_in(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Paragraphs `**Role, Org** (dates): prose`, each an entry."""
    entries: list[RawEntry] = []
    before: list[Block] = []
    for block in blocks:
        match = _RUN_IN.fullmatch(block.text) if isinstance(block, Paragraph) else None
        only = match is not None and is_only_date(unstyle(match[1]), record.vocabulary)
        if match and not only and find_date(match[1], record.vocabulary):
            prose = Paragraph([Line(block.line, match[2])])
            entries.append(RawEntry([(block.line, match[1])], [prose]))
        elif entries:
            entries[-1].body.append(block)
        else:
            before.append(block)
    return (before, entries) if entries else None


def by_table(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Table rows with a cell that is a date."""
    table = next((block for block in blocks if isinstance(block, Table)), None)
    if not table or sum(isinstance(block, Table) for block in blocks) > 1:
        return None
    rows = [table.head, *table.rows]
    dated = [any(find_date(unstyle(cell), record.vocabulary) for cell in row) for row in rows]
    if not all(dated[1:]) or (len(rows) == 1 and not dated[0]):
        return None
    entries: list[RawEntry] = []
    heads = [] if dated[0] else [record.vocabulary.label(unstyle(cell)) for cell in table.head]
    if heads and not all(name or not cell for name, cell in zip(heads, table.head, strict=True)):
        return None
    for name, cell in zip(heads, table.head, strict=False):
        if name:
            record.use_label(table.line, unstyle(cell), f"labels.{name}")
    for number, row in zip(table.numbers[bool(heads) :], rows[bool(heads) :], strict=False):
        cells = [cell for cell in row if cell]
        texts = [
            c
            for c in cells
            if len(c.split()) > LONGEST_META_WORDS and not is_meta(c, False, record)
        ]
        if heads and "text" in heads:
            texts = [
                cell for name, cell in zip(heads, row, strict=False) if name == "text" and cell
            ]
        head = [(number, cell) for cell in cells if cell not in texts]
        # The date's cell stands first in most tables and is not the title.
        head.sort(key=lambda pair: bool(is_only_date(unstyle(pair[1]), record.vocabulary)))
        body: list[Block] = [Paragraph([Line(number, text)]) for text in texts]
        named = {
            name: unstyle(cell) for name, cell in zip(heads, row, strict=False) if name and cell
        }
        entries.append(RawEntry(head, body, given=named))
    at = next(index for index, block in enumerate(blocks) if block is table)
    owner = entries[-1]
    for block in blocks[at + 1 :]:
        text = key(block.text) if isinstance(block, (Heading, Paragraph)) else ""
        owner = next((one for one in entries if _is_about(text, one)), owner)
        owner.body.append(block)
    return blocks[:at], entries


def _is_about(text: str, entry: RawEntry) -> bool:
    """Whether a line under a table names the organisation of one of its rows."""
    names = [key(" ".join(cell.split()[:2])) for _, cell in entry.head]
    return len(text.split()) <= 12 and any(len(name) > 4 and name in text for name in names)


def by_definitions(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """A period and what was done then, or a position and what is said of it."""
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Definitions)), -1)
    if at < 0 or not all(isinstance(block, (Definitions, Rule)) for block in blocks[at:]):
        return None
    entries: list[RawEntry] = []
    for block in blocks[at:]:
        for term, below in block.items if isinstance(block, Definitions) else ():
            entry = RawEntry([(term.number, term.text)], list(below))
            dated = is_only_date(unstyle(term.text), record.vocabulary)
            first = below[0] if below else None
            if dated and isinstance(first, Paragraph):
                count = 1 if is_head_line(first.lines[0].text, record) else 0
                heads = [(line.number, line.text) for line in first.lines[:count]]
                rest: list[Block] = [Paragraph(first.lines[count:])] if first.lines[count:] else []
                entry.head, entry.body = [*heads, *entry.head], [*rest, *below[1:]]
            else:
                entry.body = take_metas(entry, entry.body, record)
            entries.append(entry)
    if not any(find_date(text, record.vocabulary) for one in entries for _, text in one.head):
        return None
    return blocks[:at], entries


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
    run_in = _RUN_IN.fullmatch(first.text)
    if run_in and is_only_date(unstyle(run_in[1]), record.vocabulary):
        if is_head_line(run_in[2], record):  # "**2019** : Role, Org"
            return RawEntry([(first.line, run_in[2]), (first.line, run_in[1])], [*item.blocks[1:]])
        return None
    if run_in and find_date(run_in[1], record.vocabulary):
        prose = Paragraph([Line(first.line, run_in[2])])
        return RawEntry([(first.line, run_in[1])], [prose, *item.blocks[1:]])
    entry = RawEntry([])
    count = 0
    for line in first.lines:
        if not is_head_line(line.text, record):
            break
        entry.head.append((line.number, line.text))
        count += 1
    rest: list[Block] = [Paragraph(first.lines[count:])] if first.lines[count:] else []
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


EntryRule = Callable[[list[Block], str, Record], Found | None]

RULES: tuple[EntryRule, ...] = (
    by_headings,
    by_run_in,
    by_table,
    by_definitions,
    by_bullets,
    by_lines,
)
"""Marks before looks: headings are entries wherever there are any."""
