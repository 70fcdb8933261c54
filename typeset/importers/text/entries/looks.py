"""Entries without dates: names in bold over their texts, names and texts by turns, flat lists.

The rules come last: what a date marks as an entry is one by the others.
"""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.heads.lines import SENTENCE_END, Found, RawEntry, is_head_line
from typeset.importers.text.heads.metas import take_metas
from typeset.importers.text.heads.words import EDUCATION, names
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record

_FEWEST = 2
_LONGEST_NAME = 8
_LONGEST_ITEM = 14
_NAMED = frozenset({"work", "volunteer", "education", "projects", "awards", "certificates"})


def by_bold_heads(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Lines in bold, each over a list or prose on what it names."""
    starts = [at for at, block in enumerate(blocks) if _is_bold_name(block, record)]
    if kind not in _NAMED or len(starts) < _FEWEST or starts[0]:
        return None
    entries = [_entry(blocks[a:b], record) for a, b in pairwise([*starts, len(blocks)])]
    if not all(entry.body or len(entry.head) > 1 for entry in entries):
        return None
    record.choose(entries[0].line, "heads-in-bold", entries[0].head[0][1], "an entry each")
    return [], entries


def by_turns(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Projects as a name and a paragraph by turns, without a mark."""
    if kind != "projects" or len(blocks) < 2 * _FEWEST or len(blocks) % 2:
        return None
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    heads, texts = lines[::2], lines[1::2]
    if len(lines) < len(blocks) or not all(_is_name(block, record) for block in heads):
        return None
    if not all(len(block.text.split()) > _LONGEST_NAME for block in texts):
        return None
    record.choose(heads[0].line, "names-and-texts", heads[0].text, "an entry each")
    pairs = zip(heads, texts, strict=True)
    return [], [RawEntry([(name.line, name.text)], [text]) for name, text in pairs]


def by_one_school(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Education that is one school or degree: its first line names it, all below is said of it."""
    first = blocks[0] if blocks else None
    if kind != "education" or not isinstance(first, Paragraph):
        return None
    line, *others = first.lines
    if others and not line.hard:
        line, others = Line(line.number, " ".join(one.text for one in first.lines)), []
    plain = unlink(unstyle(line.text))[0]
    told = names(EDUCATION.who, plain, record) or names(EDUCATION.what, plain, record)
    short = len(plain.split()) <= _LONGEST_SCHOOL and plain[:1].isupper()
    if not told or not short or SENTENCE_END.search(plain):
        return None
    entry = RawEntry([(line.number, line.text)])
    below: list[Block] = [Paragraph(others)] if others else []
    entry.body = take_metas(entry, [*below, *blocks[1:]], record)
    record.choose(line.number, "one-school", plain, "an entry")
    return [], [entry]


_LONGEST_SCHOOL = 24


def by_flat_list(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Volunteering in one list of short items: each is where one helped, or as what.

    So is education, where each item has a dash between what was learned and where.
    """
    block = blocks[0] if len(blocks) == 1 else None
    if (
        kind not in ("volunteer", "education")
        or not isinstance(block, List)
        or len(block.items) < _FEWEST
    ):
        return None
    short = all(
        item.text
        and len(item.text.split()) <= _LONGEST_ITEM
        and not re.search(r"[.!?;:]\s", item.text)
        for item in block.items
    )
    dashed = all(_DASH.search(item.text) for item in block.items)
    if not short or (kind == "education" and not dashed):
        return None
    record.choose(block.line, "flat-list", block.items[0].text, "an entry each")
    return [], [RawEntry([(item.line, item.text)], item.blocks[1:]) for item in block.items]


_DASH = re.compile(r"\s[–—-]\s")


def _entry(blocks: list[Block], record: Record) -> RawEntry:
    first, *rest = blocks
    assert isinstance(first, Paragraph)
    entry = RawEntry([(first.line, first.lines[0].text)])
    if first.lines[1:]:
        rest = [Paragraph(first.lines[1:]), *rest]
    entry.body = take_metas(entry, rest, record)
    return entry


def _is_bold_name(block: Block, record: Record) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = block.lines[0].text.strip()
    return wholly(text)[0] == "strong" and _short(text, record)


def _is_name(block: Paragraph, record: Record) -> bool:
    return len(block.lines) == 1 and _short(block.text, record)


def _short(text: str, record: Record) -> bool:
    plain = unlink(unstyle(text))[0].strip()
    ends = SENTENCE_END.search(plain)
    return is_head_line(text, record) and not ends and 0 < len(plain.split()) <= _LONGEST_NAME
