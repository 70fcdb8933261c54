"""Years that stand over several items each → one list, with its year in each item."""

from __future__ import annotations

import re

from typeset.importers.text.items.listings import is_listing, title_parts
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.markup.line_ends import is_wrapped
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date, is_only_date

_OF_ITEMS = (["awards"], ["publications"], ["certificates"])
_FEWEST_YEARS = 2
_YEAR = re.compile(r"[\W_]*(?:19|20)\d\d(?:\s*[–—/-]\s*(?:\d\d){1,2})?[\W_]*")
"""A year alone, or a few: "2019", "**2019**", "2018–19:"."""
_PARTED = re.compile(r"[^\W_][)”\"’»*]*(?:[,:;]\s|\s[–—|-]\s|\t)")
"""What stands between an item's name and who held it, in a line that is an item."""
_Group = tuple[int, str, list[ListItem]]
"""The line of a year, the year, and the items below it."""


def years_over_items(raw: RawSection, record: Record) -> list[Block]:
    """The blocks of a section that lists what each stands for itself: prizes, papers, shows."""
    title = set(title_parts(raw.title, record)) if raw.title else set()
    words = record.vocabulary
    listed = is_listing(raw.title, record) or (
        bool(title) and title <= words["credits"] | words["talks"]
    )
    if raw.kinds not in _OF_ITEMS and (raw.kinds or not listed):
        return raw.blocks
    return _one_list(raw.blocks, raw.kinds == ["publications"], record)


def _one_list(blocks: list[Block], cited: bool, record: Record) -> list[Block]:
    """Blocks under years alone as one list, if years begin them and one is over several items.

    "2019" over "- Salt, Ash Gallery" and "- Brine, Kiln": a year is each item's below it that has
    no date of its own. It may be a heading, a term or a line that is over the others. What is
    `cited` has its year behind a comma, as citations do.
    """
    if not blocks or not _YEAR.match(_first_of(blocks[0])):
        return blocks
    groups: list[_Group] = []
    for block in blocks:
        begun = _groups_of(block, record)
        if begun:
            groups += begun
        elif groups and not _year(_first_of(block), record) and (items := _items_of(block)):
            groups[-1][2].extend(items)
        else:
            return blocks
    several = any(len(items) > 1 for _, _, items in groups)
    if len(groups) < _FEWEST_YEARS or not several or not all(items for _, _, items in groups):
        return blocks
    undated = [
        [one for one in items if not find_date(one.text, record.vocabulary)]
        for _, _, items in groups
    ]
    if not all(undated) and not _say_again(groups, record):
        return blocks
    line, year, _ = groups[0]
    record.choose(line, "years-over-items", year, "the date of each item below")
    for (number, year, _), below in zip(groups, undated, strict=True):
        if not below and (said := is_only_date(year, record.vocabulary)):
            record.use_date(number, said)
        for one in below:
            first = one.blocks[0]
            assert isinstance(first, Paragraph)
            last = first.lines[-1]
            sign = ", " if cited and last.text.rstrip().endswith(".") else "\t"
            ends = Line(last.number, f"{last.text.rstrip(' .')}{sign}{year}", last.hard)
            one.blocks[0] = Paragraph([*first.lines[:-1], ends])
    return [List(line, [one for _, _, items in groups for one in items])]


def _say_again(groups: list[_Group], record: Record) -> bool:
    """Whether the items that all have dates of their own have that of the year over them."""
    return all(
        not (found := find_date(one.text, record.vocabulary)) or found.text == year
        for _, year, items in groups
        for one in items
    )


def _first_of(block: Block) -> str:
    """The first words of a block that may be a year."""
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, Paragraph):
        return block.lines[0].text
    return block.items[0][0].text if isinstance(block, Definitions) else ""


def _groups_of(block: Block, record: Record) -> list[_Group]:
    """The years that a block begins with, and the items that it holds itself; none for others."""
    if isinstance(block, Definitions):
        groups = []
        for term, below in block.items:
            year = _year(term.text, record)
            found = [_items_of(one) for one in below]
            if not year or not all(found):
                return []
            groups.append((term.number, year, [item for some in found for item in some]))
        return groups
    if isinstance(block, Heading):
        year = _year(block.text, record)
        return [(block.line, year, [])] if year else []
    if not isinstance(block, Paragraph) or not (year := _year(block.lines[0].text, record)):
        return []
    lines = block.lines[1:]
    texts = [line.text for line in lines]
    large = all(text[:1].isupper() or not text[:1].isalpha() for text in texts)
    if not large or is_wrapped(texts) or not all(map(_PARTED.search, texts)):
        return []
    return [(block.line, year, [_item(line) for line in lines])]


def _year(text: str, record: Record) -> str:
    """The year or years that a text is, or ""."""
    plain = unlink(unstyle(text))[0].strip()
    found = is_only_date(plain, record.vocabulary) if _YEAR.fullmatch(plain) else None
    return found.text if found and not found.verbatim else ""


def _items_of(block: Block) -> list[ListItem]:
    """The items of a list, or a paragraph as one; none for other blocks."""
    if isinstance(block, List):
        told = all(item.blocks and isinstance(item.blocks[0], Paragraph) for item in block.items)
        return [ListItem(one.line, list(one.blocks)) for one in block.items] if told else []
    return [ListItem(block.line, [block])] if isinstance(block, Paragraph) else []


def _item(line: Line) -> ListItem:
    return ListItem(line.number, [Paragraph([line])])
