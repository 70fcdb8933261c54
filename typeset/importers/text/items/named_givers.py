"""Items in lines: a name in bold, who gave it in italics under that, and a link to its page."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date

_MOST_LINES = 4
"""The lines of an item: its name, who gave it, when, and the link to it."""


def by_named_givers(blocks: list[Block], record: Record) -> list[Block]:
    """Names over givers as one list, with what each brought under its item; else as they are.

    "**Wiring II**" over "*Moss Academy*" over "[View](https://moss.example/2)". A list under
    such lines is what the item is made of: the courses of a programme.
    """
    items: list[ListItem] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _is_named(block, record):
            text = "\t".join(_cells(block, record))
            items.append(ListItem(block.line, [Paragraph([Line(block.line, text)])]))
        elif isinstance(block, List) and items and len(items[-1].blocks) == 1:
            items[-1].blocks.append(block)
        else:
            return blocks
    if not items:
        return blocks
    record.choose(items[0].line, "giver-below-name", items[0].text, "who gave each item")
    return [List(items[0].line, items)]


def _cells(block: Paragraph, record: Record) -> list[str]:
    """The lines of an item; one in italics that tells its day too has no style to cut through."""
    name, given, *others = (line.text.strip() for line in block.lines)
    said = wholly(given)[1]
    return [name, said if find_date(said, record.vocabulary) else given, *others]


def _is_named(block: Paragraph, record: Record) -> bool:
    """Whether a paragraph is a line in bold, one in italics that is no date, and few more."""
    if not 1 < len(block.lines) <= _MOST_LINES:
        return False
    (name, _), (giver, said) = (wholly(line.text.strip()) for line in block.lines[:2])
    return name == "strong" and giver == "em" and not is_only_date(said, record.vocabulary)
