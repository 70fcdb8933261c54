"""Headings → their kinds, and the level on which a document has its sections."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.words import names
from typeset.importers.text.items.listings import is_listing
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Heading,
    List,
    Paragraph,
    Rule,
    Table,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.misspelt_titles import misspelt
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.sections.title_signs import known_title
from typeset.importers.text.sections.titles import kinds_in, kinds_of, shown_title
from typeset.importers.text.words.dates import find_date


def heading_kinds(heading: Heading, record: Record) -> list[str]:
    """The kinds of a heading; of titles joined ("Licensure & Certifications") one may do."""
    title = unlink(unstyle(heading.text))[0]
    kinds = kinds_of(title, record.vocabulary)
    shown = record.vocabulary.joined(shown_title(title))
    if kinds or any(shown in record.vocabulary[name] for name in ("other_sections", "listings")):
        return kinds
    if kinds := kinds_in(title, record.vocabulary):
        return [] if kinds == ["publications"] and is_listing(title, record) else kinds
    if kinds := _kinds_before_period(title, record):
        return kinds
    kind = misspelt(title)
    return [kind] if kind else []


def _kinds_before_period(title: str, record: Record) -> list[str]:
    """The kinds of a title, word for word, over its whole time: "Experience (2011 – 2019)"."""
    found = find_date(title, record.vocabulary)
    if not found or found.start == found.end or re.search(r"\w", title[found.finish :]):
        return []
    before = title[: found.begin].rstrip(" \t([|,·:–—-")
    kind = record.vocabulary.sections.get(record.vocabulary.joined(before), "")
    return [kind] if kind and not names("roles", before, record) else []


def section_level(known: list[Heading], others: list[Heading], record: Record) -> int:
    """The level of the sections by the titles known: the highest, or one lower that most have."""
    counts = Counter(heading.level for heading in known)
    if not counts:
        return 0
    most, count = counts.most_common(1)[0]
    top = counts[min(counts)]
    begun = known[0].level == most and count >= _FEWEST_LOWER
    alone = sum(heading.level == min(counts) for heading in others) == 1
    lone = top == 1 and count > (1 if alone else _FEWEST_LOWER)  # one stands out of the others' row
    above, below = (_said_by(level, known, record) for level in (min(counts), most))
    held = above | {"languages"} if "skills" in above else above  # spoken ones among skills
    lone = lone and not below <= held and not _ends_entries(most, known, others)
    return most if lone or (begun and count > 2 * top) else min(counts)


_FEWEST_LOWER = 3


def _ends_entries(level: int, known: list[Heading], others: list[Heading]) -> bool:
    """Whether the known titles of a level come last, behind entries of a title above them all.

    "### Experience and Education", "#### MSc in Biology", "#### Baker", "#### Awards".
    """
    below = [any(one is title for title in known) for one in others if one.level == level]
    under = known[0].level < level
    return under and not below[0] and below == sorted(below)


def set_below(known: list[Heading], others: list[Heading], level: int, record: Record) -> None:
    """Headings written larger than the sections' that they stand in go a level below these.

    "### Work", "## Founder", "## Caster", "### Skills": nothing is smaller than the sections.
    """
    if any(one.level > level for one in others) or not others or others[0].level < level:
        return
    upper = [one for one in others if one.level < level]
    titles = [one for one in upper if one in known]
    if len(upper) < _FEWEST_LOWER - 1 or len(titles) * 2 >= len(upper):
        return
    if any(_names_other(one, others, level, record) for one in titles):
        return  # a title word for word names a section at any level
    record.choose(upper[0].line, "levels-reversed", upper[0].text, "below its section")
    for one in upper:
        one.level = level + 1


def _names_other(title: Heading, others: list[Heading], level: int, record: Record) -> bool:
    """Whether a title is known word for word, and no group of the section that it stands in."""
    kind = known_title(title.text, record)
    above = [one for one in others if one.level == level and one.line < title.line]
    return bool(kind) and not (above and kind in heading_kinds(above[-1], record))


def _said_by(level: int, known: list[Heading], record: Record) -> set[str]:
    """The kinds that the titles of a level name: "Publications" says it for "Books" below."""
    return {kind for one in known if one.level == level for kind in heading_kinds(one, record)}


def is_over_list(heading: Heading, after: list[Block], record: Record) -> bool:
    """Whether a heading is no name, over a list that is no contacts, set as known titles are.

    A table or definitions of dated rows have no person's name for a title, whatever its words.
    """
    below = after[0] if after else None
    dated = isinstance(below, (Table, Definitions)) and _are_dated(below, record)
    items = below.items if isinstance(below, List) else []
    if not (dated or items) or any(is_contact_line(item.text) for item in items):
        return False
    alike = [
        one for one in after
        if isinstance(one, Heading) and one.level == heading.level and heading_kinds(one, record)
    ]  # fmt: skip
    return len(alike) > 1 and (dated or not is_person(unlink(unstyle(heading.text))[0]))


def are_ruled(known: list[Heading], blocks: list[Block]) -> bool:
    """Whether a rule stands over each of several known titles, but perhaps the first."""
    above = [blocks[at - 1] for at, block in enumerate(blocks) if at and block in known]
    return len(above) > _FEWEST_LOWER and all(isinstance(block, Rule) for block in above[1:])


def have_heads(blocks: list[Block], record: Record) -> bool:
    """Whether the entries of a section are dated lines, bullets or rows, or all it has are lists.

    A heading after them begins the next section, whatever stands under it.
    """
    if any(isinstance(block, Heading) for block in blocks):
        return False
    if any(_are_dated(block, record) for block in blocks):
        return True
    if blocks and all(isinstance(block, List) and len(block.items) > 1 for block in blocks):
        return True
    lines = [
        unstyle(line.text)
        for block in blocks
        if isinstance(block, Paragraph) and len(block.lines) <= _MOST_LINES
        for line in block.lines
    ]
    short = [text for text in lines if len(text.split()) <= _LONGEST_HEAD and text[-1:] != "."]
    found = [find_date(text, record.vocabulary) for text in short]
    return any(one is not None and one.start != one.end for one in found)


def _are_dated(block: Block, record: Record) -> bool:
    """Whether a block is a table, list or definitions of which most rows or terms have a date."""
    texts = [" ".join(row) for row in block.rows] if isinstance(block, Table) else []
    texts += [term.text for term, _ in block.items] if isinstance(block, Definitions) else []
    texts += [item.text for item in block.items] if isinstance(block, List) else []
    dated = [find_date(unstyle(text), record.vocabulary) is not None for text in texts]
    return sum(dated) * 2 > len(dated)


_MOST_LINES = 3
_LONGEST_HEAD = 14
