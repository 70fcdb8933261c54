"""Heads whose parts stand between slashes: "2016 – 2018 / Moss Lines, Leeds / Mate"."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import is_head_line
from typeset.importers.text.heads.words import KINDS
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import masked, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_SLASH = re.compile(r"\s+/\s+")
_FEWEST = 2


def slashes_as_bars(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """The blocks with bars for slashes, where two at least part every head.

    One slash alone joins two words as often as it parts ("Cook / Baker, Moss Inn").
    """
    if kind not in KINDS:
        return blocks
    lines = [line for block in blocks for line in _lines(block)]
    if sum("/" in line.text and bool(_SLASH.search(line.text)) for line in lines) < _FEWEST:
        return blocks
    heads = [line for line in lines if _is_head(line, record)]
    if len(heads) < _FEWEST or not all(
        len(_SLASH.findall(masked(one.text))) >= _FEWEST for one in heads
    ):
        return blocks
    record.choose(heads[0].number, "slashes-in-heads", heads[0].text, "parts of the head")
    told = {one.number for one in heads}
    return [_with_bars(block, told) for block in blocks]


def _lines(block: Block) -> list[Line]:
    """The lines of a paragraph, or those with which the items of a list begin."""
    items = block.items if isinstance(block, List) else []
    firsts = [item.blocks[0] for item in items if item.blocks] or [block]
    return [line for one in firsts if isinstance(one, Paragraph) for line in one.lines]


def _is_head(line: Line, record: Record) -> bool:
    """Whether a line has a date, and is no sentence."""
    dated = find_date(unlink(unstyle(line.text))[0], record.vocabulary)
    return dated is not None and is_head_line(line.text, record)


def _with_bars(block: Block, told: set[int]) -> Block:
    if isinstance(block, List):
        items = [
            ListItem(
                item.line, [*(_with_bars(one, told) for one in item.blocks[:1]), *item.blocks[1:]]
            )
            for item in block.items
        ]
        return List(block.line, items, block.start)
    if not isinstance(block, Paragraph):
        return block
    lines = [
        Line(line.number, _barred(line.text), line.hard) if line.number in told else line
        for line in block.lines
    ]
    return Paragraph(lines, block.indented)


def _barred(text: str) -> str:
    shown = masked(text)
    edges = [0, *(at for one in _SLASH.finditer(shown) for at in one.span()), len(shown)]
    return " | ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
