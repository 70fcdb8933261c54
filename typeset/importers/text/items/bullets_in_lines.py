"""Bullets that all have a name over a line with its day, which no margin broke."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from typeset.importers.text.heads.lines import is_open
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import begins_name

_FEWEST = 2
_MOST = 3
_LONGEST = 12


def with_ended_lines(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks, where each bullet of a list has as many lines and the last has the day.

    "- Why weirs fail" over "  River Forum, 2022": their author ended them, as each line begins
    as a name does, and most could have held the next word.
    """
    return [_ended(block, record) if isinstance(block, List) else block for block in blocks]


def _ended(block: List, record: Record) -> List:
    first = [item.blocks[0] if item.blocks else None for item in block.items]
    lines = [one.lines for one in first if isinstance(one, Paragraph)]
    alike = len(lines) == len(block.items) >= _FEWEST and len({len(some) for some in lines}) == 1
    if not alike or not 1 < len(lines[0]) <= _MOST or any(one.hard for one in lines[0]):
        return block
    texts = [[unlink(unstyle(one.text))[0].strip() for one in some] for some in lines]
    widest = max(len(text) for some in texts for text in some)
    room = sum(
        any(len(a) + 1 + len(b.split()[0]) <= widest for a, b in pairwise(some)) for some in texts
    )
    if room * 2 < len(texts) or not all(_is_head(some, record) for some in texts):
        return block
    record.choose(block.line, "lines-alike", texts[0][0], "a line each of what the bullet names")
    items = [
        ListItem(item.line, [_a_line_each(some), *item.blocks[1:]])
        for item, some in zip(block.items, lines, strict=True)
    ]
    return List(block.line, items, block.start)


def _a_line_each(lines: list[Line]) -> Paragraph:
    """Lines that their author ended, as a paragraph."""
    return Paragraph([*(replace(line, hard=True) for line in lines[:-1]), lines[-1]])


def _is_head(lines: list[str], record: Record) -> bool:
    """Whether lines are names, and the last alone has the day."""
    dated = [find_date(text, record.vocabulary) is not None for text in lines]
    short = all(begins_name(text) and len(text.split()) <= _LONGEST for text in lines)
    ended = any(is_open(text, record) or re.search(r"[.;:–—-]$", text) for text in lines[:-1])
    return short and not ended and dated == [False] * (len(lines) - 1) + [True]
