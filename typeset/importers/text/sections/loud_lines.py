"""Titles in capitals right below the last line of another section, where all titles are so.

"## EDUCATION" over "Hill University 2008 – 2012" and, with nothing between, "LANGUAGES".
"""

from __future__ import annotations

from itertools import pairwise

from typeset.importers.text.markup.blocks import Block, Heading, Paragraph
from typeset.importers.text.markup.line_ends import settled
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_signs import is_marked, known_title, section_headings

_FEWEST = 2


def with_loud_lines(blocks: list[Block], record: Record) -> list[Block]:
    """Paragraphs cut before each line that is a known title in capitals, of a kind not met yet.

    Two marked titles at least are in capitals, and none is not.
    """
    loud = [one for one in blocks if isinstance(one, Heading) and one.text.isupper()]
    if len(loud) < _FEWEST:
        return blocks
    headings = section_headings(blocks, record)
    marked = [one for one in headings if is_marked(one) and known_title(one.text, record)]
    if len(marked) < _FEWEST or not all(one.text.isupper() for one in marked):
        return blocks
    met = {known_title(one.text, record) for one in marked}
    result: list[Block] = []
    for block in blocks:
        result += _cut(block, met, record) if isinstance(block, Paragraph) else [block]
    return result


def _cut(block: Paragraph, met: set[str], record: Record) -> list[Block]:
    """A paragraph before and behind its titles, whose kinds are added to those `met`."""
    starts = [0]
    for at, line in enumerate(block.lines[1:], 1):
        kind = known_title(line.text, record) if line.text.isupper() else ""
        if kind and kind not in met:
            met.add(kind)
            starts.append(at)
            record.choose(line.number, "title-below-text", line.text, kind)
    ends = pairwise([*starts, len(block.lines)])
    parts = [block.lines[a:b] for a, b in ends]
    return [
        Paragraph(settled(lines) if at else lines, block.indented) for at, lines in enumerate(parts)
    ]
