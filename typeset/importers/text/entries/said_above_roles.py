"""What is said of an employer between its heading and the line of the one role held there."""

from __future__ import annotations

from typeset.importers.text.entries.promotions import is_role_in_time
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date


def role_below_prose(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """`role_below_said`, where the first line is prose that its style would put into the head."""
    first = blocks[0] if blocks else None
    told = unlink(unstyle(first.lines[0].text))[0] if isinstance(first, Paragraph) else ""
    small = sum(word[:1].islower() for word in told.split())
    prose = small > 1 and small * 2 >= len(told.split()) and not is_place(told, record)
    return role_below_said(entry, blocks, record) if prose else blocks


def role_below_said(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """Move the role and its period below what is said of the employer to the head; the rest.

    "### Moss Works" over "*Pumps for mills.*" and "**Fitter** | 2014 – 2016", in one paragraph or
    in two.
    """
    said = blocks[0] if blocks else None
    heading = unlink(unstyle(entry.head[0][1]))[0]
    if (
        len(entry.head) > 1
        or not isinstance(said, Paragraph)
        or find_date(heading, record.vocabulary)
    ):
        return blocks
    told = [
        (at, number)
        for at, block in enumerate(blocks)
        for number, line in enumerate(block.lines if isinstance(block, Paragraph) else [])
        if line.text.startswith("*") and is_role_in_time(line.text, record)
    ]
    if len(told) != 1 or told[0][0] > 1 or names("roles", heading, record):
        return blocks
    at, number = told[0]
    role = blocks[at]
    assert isinstance(role, Paragraph)
    if (at, number) == (0, 0) or (at and number):
        return blocks
    if find_date(unstyle(said.lines[0].text), record.vocabulary):
        return blocks
    line = role.lines[number]
    entry.head.append((line.number, line.text))
    above = [Paragraph(said.lines[:number])] if not at else [said]
    below = [Paragraph(role.lines[number + 1 :])] if role.lines[number + 1 :] else []
    return [*above, *below, *blocks[at + 1 :]]
