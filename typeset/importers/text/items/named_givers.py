"""Items beside who gave them: names over givers in italics, givers over the links of a list."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import LINK, unlink, unstyle, wholly
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


def by_givers_over_links(blocks: list[Block], record: Record) -> list[Block]:
    """Givers with their years over lists of links as a list of these, each with who gave it.

    "- Moss Academy (2019)" over "- [Wiring II](https://moss.example/2)": what has the page is
    what was taken. As they are where one item is of another shape.
    """
    block = blocks[0] if len(blocks) == 1 else None
    items = block.items if isinstance(block, List) else []
    found = [_links_below(item, record) for item in items]
    if not items or not all(found):
        return blocks
    record.choose(items[0].line, "giver-over-links", unstyle(items[0].text), "who gave each below")
    return [List(items[0].line, [one for some in found for one in some])]


def _links_below(item: ListItem, record: Record) -> list[ListItem]:
    """The links in the list under an item, with its text and year; none for other items."""
    below = item.blocks[1] if len(item.blocks) == _GIVER_AND_LIST else None
    inner = below.items if isinstance(below, List) else []
    plain = unlink(unstyle(item.text))[0]
    day = find_date(plain, record.vocabulary)
    giver = plain[: day.begin].rstrip(" ([,|·–—-") if day else ""
    ends = day is not None and not plain[day.finish :].strip(" )].")
    linked = all(len(one.blocks) == 1 and LINK.fullmatch(one.text.strip()) for one in inner)
    if not day or not giver or not ends or not linked:
        return []
    texts = [f"**{one.text.strip()}**\t*{giver}*\t{day.text}" for one in inner]
    for _ in inner[1:]:
        record.use_shared(item.line, giver)
    return [
        ListItem(one.line, [Paragraph([Line(one.line, text)])])
        for one, text in zip(inner, texts, strict=True)
    ]


_GIVER_AND_LIST = 2
