"""The lines over a letter's greeting as they are read: gathered, and without columns."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.importers.text.header.contact_pieces import POSTAL, is_contact_line, pieces
from typeset.importers.text.letters.signed import is_same_person
from typeset.importers.text.letters.start import Start, begins_application
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record


def gathered(blocks: list[Block]) -> list[Block]:
    """Blocks, with a head whose every line is a paragraph of its own as one paragraph."""
    lines = lines_of(blocks)
    alone = all(isinstance(block, Paragraph) and len(block.lines) == 1 for block in blocks)
    if len(blocks) < 4 or not alone or any(len(line.text.split()) > 8 for line in lines):
        return blocks
    return [Paragraph([Line(line.number, line.text, True) for line in lines])]


def columns(lines: list[Line], start: Start, record: Record) -> Iterator[Line]:
    """Lines, with one that has the day at its right margin as two."""
    for line in lines:
        left, tab, right = line.text.rpartition("\t")
        if tab and not start.date and start.take_date(right, record):
            yield Line(line.number, left.strip(), line.hard)
        else:
            yield line


def lines_of(blocks: list[Block]) -> list[Line]:
    """The lines of the paragraphs among blocks."""
    return [line for block in blocks if isinstance(block, Paragraph) for line in block.lines]


def called_under_name(blocks: list[Block], signed: str, record: Record) -> int:
    """The line in bold between a sender's name and contacts, which says what one is; 0 for none."""
    name, called, below = [*blocks[:3], *[None] * 3][:3]
    if not isinstance(name, Heading) or not isinstance(called, Paragraph):
        return 0
    first, *others = called.lines
    bold = wholly(first.text)[0] == "strong" and not begins_application(first.text, record)
    texts = [line.text for line in others or (lines_of([below]) if below else [])]
    mine = bool(signed) and is_same_person(unstyle(name.text), signed)
    reached = any(is_contact_line(part) for text in texts for part in pieces(text))
    return first.number if bold and mine and reached else 0


def is_reached(blocks: list[Block]) -> bool:
    """Whether blocks say how to reach a sender: by contacts, or by post in a line."""
    listed = any(isinstance(block, List) for block in blocks)
    return listed or any(
        is_contact_line(line.text) or (len(pieces(line.text)) > 1 and POSTAL.search(line.text))
        for line in lines_of(blocks)
    )
