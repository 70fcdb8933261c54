"""Heads whose parts are sentences: "MOSS INN (Bath). Head waiter. April 2018 - present".

Where the period is a line of its own, or below a heading, a stop alone parts role and
organisation: "Head waiter. Moss Inn (Bath)".
"""

from __future__ import annotations

import re

from typeset.importers.text.heads.words import KINDS, Kind, names
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import masked, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key

_STOP = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[A-Z]{3})|(?<=[)\"”»\0]))\.\s+(?=[^\W_])")
_FEWEST = 2
_LONGEST = 8
"""The most words of one part of a head."""


def heads_of_stops(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Lines "Org. Role. 2009 - 2013" that begin paragraphs, with a line for each part.

    The period is the last part, and what is left of the paragraph is no part of the head.
    """
    if kind not in KINDS or not blocks or not _head(blocks[0], record):
        return blocks
    blocks = [part for block in blocks for part in _heads_apart(block, record)]
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


def _heads_apart(block: Block, record: Record) -> list[Block]:
    """A paragraph of such heads alone, a line each, as a paragraph a head."""
    lines: list[Block] = (
        [Paragraph([line], block.indented) for line in block.lines]
        if isinstance(block, Paragraph)
        else []
    )
    return lines if lines and all(_head(line, record) for line in lines) else [block]


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


def pairs_of_stops(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Heads "Role. Org" beside a period on a line of its own, with a tab for the stop.

    Words must tell of half of them, or of the only one by both its parts, which is the role or
    degree and which the organisation.
    """
    words = KINDS.get(kind)
    if not words or not blocks:
        return blocks
    pairs: dict[int, tuple[Line, list[str]]] = {}
    for at, block in enumerate(blocks):
        line = _undated(block, record)
        parts = _pair(line.text, record) if line else []
        if line and parts:
            pairs[at] = line, parts
    told = [_told(parts, words, record) for _, parts in pairs.values()]
    if sum(map(bool, told)) * 2 < len(told) or sum(told) < _BOTH:
        return blocks
    result = list(blocks)
    for at, (line, parts) in pairs.items():
        text = "\t".join(parts)
        block = blocks[at]
        if isinstance(block, Heading):
            result[at] = Heading(block.level, text, block.line)
        elif isinstance(block, Paragraph):
            lines = [Line(one.number, text, True) if one is line else one for one in block.lines]
            result[at] = Paragraph(lines, block.indented)
        record.choose(line.number, "stop-in-head", line.text, " / ".join(parts))
    return result


def _undated(block: Block, record: Record) -> Line | None:
    """A heading, or the line below or over a period that is one of its own in a paragraph."""
    if isinstance(block, Heading):
        return Line(block.line, block.text)
    lines = block.lines[:2] if isinstance(block, Paragraph) else []
    dates = [bool(is_only_date(unstyle(line.text), record.vocabulary)) for line in lines]
    return lines[dates.index(False)] if sorted(dates) == [False, True] else None


def by_stop(title: str, words: Kind, record: Record) -> list[str]:
    """A title's two parts at its only stop, where words tell role and organisation."""
    parts = _pair(title, record)
    return parts if parts and _told(parts, words, record) == _BOTH else []


_BOTH = 2


def _pair(text: str, record: Record) -> list[str]:
    """The two parts of a text at its only stop, both as short as those of a head."""
    stops = [match.span() for match in _STOP.finditer(masked(text))]
    if len(stops) != 1:
        return []
    parts = [text[: stops[0][0]], text[stops[0][1] :]]
    short = all(unstyle(one)[:1].isupper() and len(one.split()) <= _LONGEST for one in parts)
    cut = key(parts[0].split()[-1]) in record.vocabulary["shortened"]
    return parts if short and not cut else []


def _told(parts: list[str], words: Kind, record: Record) -> int:
    """How many parts words tell: a role on one side, an organisation on the other."""
    return max(
        names(words.what, what, record) + names(words.who, who, record)
        for what, who in (parts, parts[::-1])
    )
