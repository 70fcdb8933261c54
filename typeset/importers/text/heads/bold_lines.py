"""Lines of one paragraph that are an entry each: a name in bold, and behind one sign the rest."""

from __future__ import annotations

import re

from typeset.importers.text.heads.words import KINDS, names
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.record import Record

_FEWEST = 3
"""Lines that are built alike, of which two may be the lines of one head."""


def lines_in_bold(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Paragraphs of such lines as one paragraph a line: "**Moss School** — BA", "**Fern** — MA"."""
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _are_entries(block, kind, record):
            result += [Paragraph([line]) for line in block.lines]
        else:
            result.append(block)
    return result


def _are_entries(block: Paragraph, kind: str, record: Record) -> bool:
    """Whether all lines are built alike, and are too many or name too much to be one head."""
    found = [match for line in block.lines if (match := _NAMED.match(line.text))]
    alike = len(found) == len(block.lines) > 1 and len({match["sign"] for match in found}) == 1
    if kind not in KINDS or not alike or not all(line.hard for line in block.lines[:-1]):
        return False
    told = any(
        all(names(list_, match["name"], record) for match in found)
        for list_ in (KINDS[kind].who, KINDS[kind].what)
    )
    return told or len(found) >= _FEWEST


_NAMED = re.compile(r"\*\*(?P<name>[^*]+)\*\*\s*(?P<sign>[–—|:-])\s+[^\s*]")
