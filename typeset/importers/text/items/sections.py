"""Sections of certificates, awards and publications: an item each, or entries under headings."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.columns import columns_of
from typeset.importers.text.entries.labelled_forms import by_labels
from typeset.importers.text.entries.sections import read_entries
from typeset.importers.text.items.citation_lines import under_titles
from typeset.importers.text.items.entries import read_items
from typeset.importers.text.items.kinds import ITEM_NAMES, cut_skills
from typeset.importers.text.items.named_givers import by_givers_over_links, by_named_givers
from typeset.importers.text.items.published import cite
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Table,
    to_markdown,
)
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date, is_only_date


def read_item_section(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Certificates, awards, publications: an entry a bullet or line, or entries under headings."""
    if kind != "publications":
        raw.blocks = by_givers_over_links(by_named_givers(raw.blocks, record), record)
    else:
        raw.blocks = under_titles(raw.blocks, record)
    told = by_labels(raw.blocks, kind, record) or _has_columns(kind, raw.blocks, record)
    groups = [] if told else _sub_sections(raw, record)
    if told or (not groups and _have_heads(raw.blocks, record)):
        return read_entries(kind, raw, record)
    if groups:
        before, *others = groups
        parts = read_item_section(kind, before, record) if before.blocks else []
        if before.blocks and not parts:  # "A full list stands on my page."
            parts = [Part({"title": raw.title, "body": to_markdown(before.blocks)})]
        if not parts and raw.title:  # a title over titles
            parts = [Part({"title": raw.title})]
        empty = [[Part({"title": group.title})] if not group.blocks else [] for group in others]
        found = [
            said or read_item_section(kind, group, record)
            for said, group in zip(empty, others, strict=True)
        ]
        return [*parts, *(part for some in found for part in some)] if all(found) else []
    name, single = ITEM_NAMES[kind]
    raw.blocks = [_of_years(block, record) for block in raw.blocks]
    mark = record.mark()
    blocks, skills = cut_skills(raw.blocks, record)
    lists = [i for i, block in enumerate(blocks) if isinstance(block, List)]
    prose = blocks[: lists[0]] if lists else []
    items = read_items(blocks[len(prose) :], name, single, record)
    if skills and not items:
        record.reset(mark)
    if items and kind == "awards" and _are_sentences(items) and not _names_prizes(raw, record):
        return []  # "Key achievements": what was done, and no prizes
    if len(items or ()) == len(blocks) == 1 and _is_sentence(blocks[0], record):
        return []  # "See my page for a list of them."
    if items:
        return [Part(spine(raw, kind, to_markdown(prose)), kind, items), *skills]
    return read_entries(kind, raw, record)


def _of_years(block: Block, record: Record) -> Block:
    """A list of years, each over a list of what it brought, as one list with a date in each item.

    An item that has a date of its own keeps this alone.
    """
    items = block.items if isinstance(block, List) else []
    groups = [item.blocks[1] for item in items if len(item.blocks) == _YEAR_AND_LIST]
    lists = [group for group in groups if isinstance(group, List)]
    years = [unstyle(item.text).rstrip(" :：") for item in items]
    dated = all(
        (found := is_only_date(year, record.vocabulary)) and not found.verbatim for year in years
    )
    if not items or not dated or len(lists) < len(items):
        return block
    made: list[ListItem] = []
    for year, group in zip(years, lists, strict=True):
        for one in group.items:
            first = one.blocks[0] if one.blocks else None
            if not isinstance(first, Paragraph) or find_date(first.text, record.vocabulary):
                made.append(one)
                continue
            last = first.lines[-1]
            lines = [*first.lines[:-1], Line(last.number, f"{last.text}\t{year}", last.hard)]
            made.append(ListItem(one.line, [Paragraph(lines), *one.blocks[1:]]))
    record.choose(block.line, "items-of-years", years[0], "the date of each item below")
    return List(block.line, made)


_YEAR_AND_LIST = 2


def _has_columns(kind: str, blocks: list[Block], record: Record) -> bool:
    """Whether a table's head says which column holds the day, and which what or who gave it.

    Beside the day and the prize, a column may hold what no list knows.
    """
    table = next((block for block in blocks if isinstance(block, Table)), None)
    mark = record.mark()
    columns = columns_of(table, record) if table else []
    record.reset(mark)
    told = set(columns)
    if not all(columns):
        return kind == "awards" and columns.count("") == 1 and {"dates", "role"} <= told
    return {"dates", "organisation"} <= told or told == {"dates", "role"}


def _have_heads(blocks: list[Block], record: Record) -> bool:
    """Whether each list stands under lines of its own: a name in bold, and a date alone.

    The lines are the item then, and the list is what it brought.
    """
    lists = [at for at, block in enumerate(blocks) if isinstance(block, List)]
    if not lists:
        return False
    heads = [blocks[max(0, at - _MOST_HEADS) : at] for at in lists]
    dated = len(lists) > 1 and all(
        any(_is_dated_name(one, record) for one in some) for some in heads
    )
    if dated or all(at and _is_head(blocks[at - 1], record) for at in lists):
        return True
    return all(at and _is_name_over_deeds(blocks[at - 1], blocks[at]) for at in lists)


def _is_name_over_deeds(block: Block, below: Block) -> bool:
    """Whether a line in bold stands over sentences: they say what it was, and are no prizes."""
    items = below.items if isinstance(below, List) else []
    bold = isinstance(block, Paragraph) and wholly(block.text.strip())[0] == "strong"
    told = sum(
        item.text.endswith(".") and len(item.text.split()) > _SHORTEST_DEED for item in items
    )
    return bold and told * 2 > len(items)


_MOST_HEADS = 2
"""Paragraphs over the list of an item: its name with its day, and who gave it."""


def _is_dated_name(block: Block, record: Record) -> bool:
    """Whether a paragraph is all bold and ends in its day: "**Travel Grant | (May 2019)**"."""
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return False
    style, text = wholly(block.text.strip())
    found = find_date(text, record.vocabulary) if style == "strong" else None
    return found is not None and bool(found.begin) and not re.search(r"\w", text[found.finish :])


def _is_head(block: Block, record: Record) -> bool:
    """Whether a paragraph is a name in bold over its day, or under it."""
    if not isinstance(block, Paragraph):
        return False
    if _is_under_day(block, record):
        return block.lines[1].text.startswith("**")
    if wholly(block.lines[0].text)[0] != "strong":
        return False
    return any(is_only_date(unstyle(line.text), record.vocabulary) for line in block.lines[1:])


def _is_under_day(block: Block, record: Record) -> bool:
    """Whether a paragraph begins with a line that is its day: "2019" over "**Moss Prize**"."""
    first = block.lines[0].text if isinstance(block, Paragraph) and len(block.lines) > 1 else ""
    return bool(first) and is_only_date(unstyle(first), record.vocabulary) is not None


def _sub_sections(raw: RawSection, record: Record) -> list[RawSection]:
    """A section cut at undated headings over lists or citations ("Books", "Articles"), if any."""
    starts = [at for at, block in enumerate(raw.blocks) if isinstance(block, Heading)]
    heads = [block for block in raw.blocks if isinstance(block, Heading)]
    last = len(raw.blocks) - 1  # a heading there is over nothing
    listed = all(at + 1 not in starts for at in starts) and starts != [last]
    if not starts or not listed or any(find_date(head.text, record.vocabulary) for head in heads):
        return []
    groups = [raw.blocks[start + 1 : end] for start, end in pairwise([*starts, len(raw.blocks)])]
    over_days = any(
        sum(_is_under_day(block, record) for block in group) >= _FEWEST_DAYS for group in groups
    )
    level = min(head.level for head in heads)
    top = [
        raw.blocks[at + 1]
        for at, head in zip(starts, heads, strict=True)
        if head.level == level and at < last
    ]
    if not over_days and all(_is_dated_line(below, record) for below in top):
        return []  # "### Wiring" over "Issued: May 2019": an item each
    texts = [block for block in raw.blocks if isinstance(block, Paragraph)]
    cited = bool(texts) and all(cite(one.text, record) for one in texts)
    if not cited and not over_days and not any(isinstance(block, List) for block in raw.blocks):
        return []
    parts = [RawSection(raw.title, raw.line, raw.kinds, raw.blocks[: starts[0]])]
    for head, group in zip(heads, groups, strict=True):
        title = unlink(unstyle(head.text))[0].strip()
        parts.append(RawSection(title, head.line, raw.kinds, group))
    return parts


_FEWEST_DAYS = 2
"""Items under a heading, each under its day, that say the heading is none of them."""


def _is_dated_line(block: Block, record: Record) -> bool:
    """Whether a block is a paragraph of a few words that holds a date."""
    text = unstyle(block.text) if isinstance(block, Paragraph) else ""
    return len(text.split()) <= _LONGEST_DATED and find_date(text, record.vocabulary) is not None


_LONGEST_DATED = 10


def _names_prizes(raw: RawSection, record: Record) -> bool:
    """Whether a title says that prizes stand below ("Awards"), and not deeds ("Achievements")."""
    singular = " ".join(word.removesuffix("s") for word in raw.title.split())
    return record.vocabulary.has("prizes", raw.title) or record.vocabulary.has("prizes", singular)


def _is_sentence(block: Block, record: Record) -> bool:
    """Whether a block is an undated sentence in small letters and no item."""
    text = unlink(unstyle(block.text))[0] if isinstance(block, Paragraph) else ""
    words = text.split()
    capital = sum(not word[0].islower() for word in words[1:])
    ended = bool(re.search(r"\w[.。!]$", text)) and not re.search(r"[\"“”«»]", text)
    dated = find_date(text, record.vocabulary)
    return ended and not dated and len(words) > _SHORTEST_DEED and capital * 3 < len(words)


def _are_sentences(items: list[Entry]) -> bool:
    """Whether most items say what was done, in small letters, and few of them when."""
    told = dated = 0
    for item in items:
        said = ("title",) if "summary" in item else ("title", "awarder")
        words = " ".join(item.get(part, "") for part in said).split()
        capital = sum(word[:1].isupper() for word in words[1:])
        told += len(words) > _SHORTEST_DEED and capital * 3 < len(words)
        dated += "date" in item or "startDate" in item
    return told * 2 > len(items) > dated * 2


_SHORTEST_DEED = 4
