"""Citations in lines, the title first: "**Of Salt**" over "Bell A., Holm I." over "*Brine*, 2019".

They are read as the same citations in one line, whose order tells which part is which.
"""

from __future__ import annotations

import re

from typeset.importers.text.items.authors import read_names
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record


def in_one_line(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks of a section, with each citation in lines as a bullet in one."""
    return [part for block in blocks for part in _in_one_line(block, record)]


def _in_one_line(block: Block, record: Record) -> list[Block]:
    if isinstance(block, Paragraph) and (item := _bullet(block, [], record)):
        return [List(block.line, [item])]
    if isinstance(block, List):
        return [List(block.line, [_of_item(item, record) for item in block.items], block.start)]
    return [block]


def _of_item(item: ListItem, record: Record) -> ListItem:
    first = item.blocks[0] if item.blocks else None
    found = _bullet(first, item.blocks[1:], record) if isinstance(first, Paragraph) else None
    return found or item


def _bullet(block: Paragraph, below: list[Block], record: Record) -> ListItem | None:
    """A title over those who wrote it, and where it appeared; what else is said is below."""
    title, *others = block.lines
    if not others or not all(line.hard for line in block.lines[:-1]):
        return None
    title_text = _title(title.text, record)
    dated = _AUTHORS_AND_YEAR.match(others[0].text)
    who = dated["who"] if dated else others[0].text
    if not title_text or not _are_authors(who, record):
        return None
    if dated:
        text = f"{dated['who']}{dated['year']}. {title_text}. {dated['venue']}"
        rest = others[1:]
    elif len(others) > 1 and _YEAR.search(others[1].text):
        text = f"{title_text}. {others[1].text}"
        rest = [others[0], *others[2:]]
    else:
        return None
    more = [Paragraph([line]) for line in rest]
    return ListItem(title.number, [Paragraph([Line(title.number, text)]), *more, *below])


_AUTHORS_AND_YEAR = re.compile(
    r"(?P<who>[^()]+?)(?P<year>\s*\((?:19|20)\d\d\))\.?\s+(?P<venue>\S.*)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _title(text: str, record: Record) -> str:
    """What is a title's line: set apart by its style, its marks or its link; "" for others."""
    text = text.strip().rstrip(".")
    style, inner = wholly(text)
    if style == "strong":
        return f"*{unstyle(inner)}*"
    apart = style == "em" or re.match(r"[“\"«‘]|\[[^\[\]]+\]\([^()]*\)$", text)
    plain = len(text.split()) >= _FEWEST_WORDS and not read_names(text, record.vocabulary).people
    return text if apart or plain else ""


_FEWEST_WORDS = 4


def _are_authors(text: str, record: Record) -> bool:
    """Whether a line is names of people, two at least or one with initials."""
    names = read_names(text, record.vocabulary)
    return names.sure or (names.people and bool(re.search(r"[,;&]|\band\b", text)))
