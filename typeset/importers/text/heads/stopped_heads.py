"""Heads whose parts are sentences: "MOSS INN (Bath). Head waiter. April 2018 - present"."""

from __future__ import annotations

import re

from typeset.importers.text.heads.words import KINDS
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import masked, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_STOP = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[)\"”»\0]))\.\s+(?=[^\W_])")
_FEWEST = 2
_LONGEST = 8
"""The most words of one part of a head."""


def heads_of_stops(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Lines "Org. Role. 2009 - 2013" that begin paragraphs, with a line for each part.

    The period is the last part, and what is left of the paragraph is no part of the head.
    """
    if kind not in KINDS or not blocks or not _head(blocks[0], record):
        return blocks
    heads = {at: parts for at, block in enumerate(blocks) if (parts := _head(block, record))}
    if len(heads) < _FEWEST:
        return blocks
    result: list[Block] = []
    for at, block in enumerate(blocks):
        if at not in heads or not isinstance(block, Paragraph):
            result.append(block)
            continue
        first, *below = block.lines
        lines = [Line(first.number, part, True) for part in heads[at]]
        result.append(Paragraph(lines, block.indented))
        result += [Paragraph(below, block.indented)] if below else []
        record.choose(first.number, "stops-in-head", first.text, " / ".join(heads[at]))
    return result


def _head(block: Block, record: Record) -> list[str]:
    """The parts of the first line of a paragraph; none where it is no head."""
    text = block.lines[0].text if isinstance(block, Paragraph) else ""
    stops = [match.span() for match in _STOP.finditer(masked(text))]
    if len(stops) not in (1, 2):
        return []
    edges = [0, *(at for span in stops for at in span), len(text)]
    parts = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    firsts = [unstyle(part) for part in parts[:-1]]
    short = all(part[:1].isupper() and len(part.split()) <= _LONGEST for part in firsts)
    found = find_date(parts[-1], record.vocabulary)
    ends = found is not None and found.start != found.end and found.finish >= len(parts[-1]) - 1
    lead = len(parts[-1][: found.begin].split()) if found else _LONGEST
    return parts if short and ends and lead <= 1 else []
