"""The period of an undated entry that stands under a label of its own below the head."""

from __future__ import annotations

from itertools import pairwise

from typeset.importers.text.entries.engagements import is_engagement_form
from typeset.importers.text.entries.labelled import is_date, is_dated, labelled, use_label
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.markup.blocks import Block, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import shown_title


def take_date_item(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """Move an item that is a date, or "Published" and a date, to the head of an undated entry."""
    first = blocks[0] if blocks else None
    if is_dated(entry, record) or not isinstance(first, List):
        return blocks
    for item in first.items:
        said, _, after = unstyle(item.text).partition(" ")
        labelled = record.vocabulary.column(said) == "dates" and is_date(after, record)
        if len(item.blocks) == 1 and (labelled or is_date(item.text, record)):
            if labelled:
                use_label(item.line, said, "dates", record)
            entry.head.append((item.line, after if labelled else item.text))
            left = [one for one in first.items if one is not item]
            rest: list[Block] = [List(first.line, left, first.start)] if left else []
            return [*rest, *blocks[1:]]
    return blocks


def take_period(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """Move a date among labelled lines, or alone under its label, to an undated head; the rest.

    "**[Period]**" over "April 2018 – October 2020", or over a list of this one item.
    """
    if is_dated(entry, record):
        return blocks
    for at, block in enumerate(blocks):
        lines = block.lines if isinstance(block, Paragraph) else []
        if is_engagement_form(block, record):
            break  # the period of a client's, and what is below is that one's too
        told = [labelled(line.text, record) for line in lines]
        dated = [name == "dates" and is_date(value, record) for name, _, value in told]
        if True in dated and all(label for _, label, _ in told):  # facts, a line each
            line, (_, label, value) = lines[dated.index(True)], told[dated.index(True)]
            use_label(line.number, label, "dates", record)
            entry.head.append((line.number, value))
            left = [Paragraph([one for one in lines if one is not line])] if lines[1:] else []
            return [*blocks[:at], *left, *blocks[at + 1 :]]
    for at, (above, below) in enumerate(pairwise(blocks)):
        if not isinstance(above, Paragraph) or len(above.lines) > 1:
            continue
        label = shown_title(unlink(unstyle(above.text))[0])
        only = below.items[0] if isinstance(below, List) and len(below.items) == 1 else below
        text = only.text if isinstance(only, (Paragraph, ListItem)) else ""
        if record.vocabulary.column(label) == "dates" and is_date(text, record):
            use_label(above.line, label, "dates", record)
            entry.head.append((below.line, text))
            return [*blocks[:at], *blocks[at + 2 :]]
    return blocks
