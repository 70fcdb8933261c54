"""Bullets that only mark the heads of entries, whose texts stand outside of the list → lines."""

from __future__ import annotations

from typeset.importers.text.heads.lines import is_head_line
from typeset.importers.text.heads.words import KINDS
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_FEWEST = 2


def heads_without_bullets(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Lists of one dated line each over paragraphs as the first lines of these.

    "• 2014 – 2016, Moss Labs" over "Role: Cook": so are two lists of a section or more.
    """
    if kind not in KINDS:
        return blocks
    heads = {at for at in range(len(blocks) - 1) if _is_head(blocks, at, record)}
    if len(heads) < _FEWEST:
        return blocks
    result: list[Block] = []
    for at, block in enumerate(blocks):
        if at in heads and isinstance(block, List):
            record.choose(block.line, "bullet-before-head", block.items[0].text, "an entry's head")
        elif at - 1 in heads and isinstance(block, Paragraph):
            above = blocks[at - 1]
            assert isinstance(above, List)
            head = Line(above.line, above.items[0].text, hard=True)
            result.append(Paragraph([head, *block.lines], block.indented))
        else:
            result.append(block)
    return result


def _is_head(blocks: list[Block], at: int, record: Record) -> bool:
    """Whether a list is one line with a range of dates and words beside it, over a paragraph."""
    block, below = blocks[at : at + 2]
    if not isinstance(block, List) or not isinstance(below, Paragraph) or len(block.items) > 1:
        return False
    text = block.items[0].text
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    ranged = found is not None and found.start != found.end and len(plain) > len(found.text) + 2
    return ranged and len(block.items[0].blocks) == 1 and is_head_line(text, record)
