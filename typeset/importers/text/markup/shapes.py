"""Blocks in shapes that few documents have → the shapes that the rules know.

An ordered list of rewrites, each for one shape; none changes a word or the words' order,
but for the parts of one entry's head.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from typeset.importers.text.entries.date_columns import joined_dates
from typeset.importers.text.heads.lines import ends_sentence
from typeset.importers.text.markup.bare_tables import tables_without_head
from typeset.importers.text.markup.blocks import (
    Block,
    Code,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from typeset.importers.text.markup.bulleted_columns import bullets_in_columns
from typeset.importers.text.markup.dated_items import lines_of_dated_items
from typeset.importers.text.markup.form_tables import without_form_heads
from typeset.importers.text.markup.icon_lines import lines_with_icons
from typeset.importers.text.markup.inline import escape, unlink, unstyle
from typeset.importers.text.markup.plain import plain_blocks
from typeset.importers.text.markup.sidebars import name_behind_sidebar
from typeset.importers.text.markup.spread_forms import spread_forms
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of, shown_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.words import words

_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")
_LONGEST_PLACE = 3


def known_shapes(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks after all rewrites."""
    for rewrite in REWRITES:
        blocks = rewrite(blocks, record)
    return blocks


def columns_in_fences(blocks: list[Block], record: Record) -> list[Block]:
    """A fence that holds dates or columns, and no program: its lines as plain text."""
    result: list[Block] = []
    level = min((b.level for b in blocks if isinstance(b, Heading) and b.marked), default=1)
    for block in blocks:
        if isinstance(block, Code) and _is_text(block.text, record):
            inner = plain_blocks(block.text, record, line=block.line + 1)
            for heading in inner:
                if isinstance(heading, Heading):  # never over the document's own
                    heading.level = max(heading.level, level)
            result += inner
        elif isinstance(block, Code) and (items := _statements(block)):
            record.choose(block.line, "lines-in-fence", items[0].text, "a list")
            result.append(List(items[0].line, items))
        else:
            result.append(block)
    return result


def _is_text(text: str, record: Record) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    told = [
        find_date(line, record.vocabulary) or kinds_of(line.strip(), record.vocabulary)
        for line in lines
    ]
    code = re.search(r"[;{}]\s*$|^\s*(?:def|import|#include|\$)\s", text, re.MULTILINE)
    return not code and (any(told) or any(_COLUMNS.search(line) for line in lines))


def _statements(block: Code) -> list[ListItem]:
    """The lines of a fence as items, where each says a thing in words and none is of a program."""
    numbered = enumerate(block.text.split("\n"), block.line + 1)
    lines = [(number, line.strip()) for number, line in numbered if line.strip()]
    if len(lines) < _FEWEST_TITLES or not all(_IN_WORDS.fullmatch(line) for _, line in lines):
        return []
    if sum(" " in line for _, line in lines) * 2 <= len(lines):
        return []
    return [ListItem(number, [Paragraph([Line(number, escape(line))])]) for number, line in lines]


_IN_WORDS = re.compile(r"[^\W\d_][^{}<>;=$|\\]*[^{}<>;=$|\\(\[:]")


def lists_in_quotes(blocks: list[Block], record: Record) -> list[Block]:
    """What stands in quotations that quote nobody: lists, tables and titles, set in for looks."""
    result: list[Block] = []
    for block in blocks:
        inner = block.blocks if isinstance(block, Quote) else []
        result += inner if any(isinstance(one, _NOT_QUOTED) for one in inner) else [block]
    return result


_NOT_QUOTED = (List, Table, Heading)


def headings_in_items(blocks: list[Block], record: Record) -> list[Block]:
    """A list whose every item begins with a heading: the headings, and what is under them.

    A heading below that is a sentence is one by its size alone.
    """
    result: list[Block] = []
    for block in blocks:
        told = unstyle(block.text) if isinstance(block, Heading) else ""
        stopped = bool(_STOP.search(told)) and ends_sentence(told, record)
        if isinstance(block, Heading) and stopped and len(words(told)) > _LONGEST_TITLE:
            block = Paragraph([Line(block.line, block.text)])
        items = block.items if isinstance(block, List) else []
        if items and all(item.blocks and isinstance(item.blocks[0], Heading) for item in items):
            for item in items:
                result += item.blocks
        else:
            result.append(block)
    return result


_STOP = re.compile(r"[^\W\d_]{2}[.。！]\s*$|。")
_LONGEST_TITLE = 8
"""How many words a title has at most that ends in a full stop: "Head of Kitchen."."""


def titles_in_items(blocks: list[Block], record: Record) -> list[Block]:
    """A list whose items are titles of sections, with these under them: headings over them."""
    result: list[Block] = []
    for block in blocks:
        items = block.items if isinstance(block, List) else []
        if not _are_over_lists(items):
            result.append(block)
            continue
        titles = [shown_title(unlink(unstyle(item.text))[0]) for item in items]
        kinds = [kinds_of(title, record.vocabulary) for title in titles]
        known = sum(map(bool, kinds))
        grouped = all(kind in ([], ["skills"]) for kind in kinds)  # "Programming", "Tools"
        if known < _FEWEST_TITLES or known * 2 <= len(items) or grouped:
            result.append(block)
            continue
        record.choose(block.line, "titles-in-list", ", ".join(titles), "section titles")
        above = result[-1] if result else None
        within = isinstance(above, Heading) and kinds_of(above.text, record.vocabulary)
        level = above.level + 1 if isinstance(above, Heading) and within == ["skills"] else 2
        for item, title in zip(items, titles, strict=True):
            result += [Heading(level, title, item.line), *item.blocks[1:]]
    return result


_FEWEST_TITLES = 2


def _are_over_lists(items: list[ListItem]) -> bool:
    """Whether each item is a short line over a list whose own items are no keywords of a group."""
    nested = [inner for item in items for inner in item.blocks[1:]]
    return bool(nested) and all(
        len(item.blocks) > 1 and len(item.text.split()) <= _LONGEST_PLACE + 1 for item in items
    )


def dates_before_headings(blocks: list[Block], record: Record) -> list[Block]:
    """`##### 2019 – 2021 · Delft` over `#### Title`: the date goes under the title."""
    result: list[Block] = []
    waiting: Paragraph | None = None
    for block in blocks:
        above = result[-1] if result else None
        if waiting and not (isinstance(block, Paragraph) and isinstance(above, Heading)):
            result.append(waiting)
            above, waiting = waiting, None
        elif waiting and isinstance(block, Paragraph):
            short = len(block.lines) == 1 and len(block.text.split()) <= 6
            result += [block, waiting] if short else [waiting, block]
            waiting = None
            continue
        if (
            isinstance(block, Heading)
            and isinstance(above, Heading)
            and above.level > block.level
            and _is_date(above.text, record)
            and not _ends_stack(result, block)
            and not find_date(unstyle(block.text), record.vocabulary)
            and not kinds_of(unstyle(block.text), record.vocabulary)
        ):
            result[-1:] = [block]
            waiting = Paragraph([Line(above.line, above.text)])
        else:
            result.append(block)
    return [*result, waiting] if waiting else result


def _ends_stack(above: list[Block], below: Heading) -> bool:
    """Whether a date is the last of several headings of an entry, and the next begins another.

    "### School" / "#### Degree" / "##### 2007 – 2009", and then "### School" again.
    """
    stack = [block.level if isinstance(block, Heading) else 0 for block in above[-3:]]
    return any(
        len(levels) == count and all(levels) and levels == sorted(set(levels))
        and below.level == levels[0]
        for count in (2, 3) if (levels := stack[-count:])
    )  # fmt: skip


def _is_date(text: str, record: Record) -> bool:
    """Whether a heading is a date, perhaps with a place."""
    plain = unstyle(text)
    if is_only_date(plain, record.vocabulary):
        return True
    found = find_date(plain, record.vocabulary)
    left = words(plain[: found.begin] + " " + plain[found.finish :]) if found else []
    return bool(found) and len(left) <= _LONGEST_PLACE


_FRAME = re.compile(r"\s*(?:【[^】]{1,12}】|[■◆●▼◇□○][^\s■◆●])")


def frames_begin_lines(blocks: list[Block], record: Record) -> list[Block]:
    """Lines that begin with a frame or mark ("【役割】…") cut off the text before them."""
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            result += _at_frames(block)
        elif isinstance(block, List) and block.start is None:
            result += _items_at_frames(block)
        else:
            result.append(block)
    return result


def _at_frames(block: Paragraph) -> list[Block]:
    starts = [at for at, line in enumerate(block.lines) if at and _FRAME.match(line.text)]
    if not starts:
        return [block]
    edges = [0, *starts, len(block.lines)]
    return [Paragraph(block.lines[begin:end], block.indented) for begin, end in pairwise(edges)]


def _items_at_frames(block: List) -> list[Block]:
    """A list cut after each item that a framed line runs on from."""
    result: list[Block] = []
    items: list[ListItem] = []
    for item in block.items:
        first = item.blocks[0] if item.blocks else None
        cut = _at_frames(first) if isinstance(first, Paragraph) else []
        if len(cut) < 2 or len(item.blocks) > 1:
            items.append(item)
            continue
        items.append(ListItem(item.line, cut[:1]))
        result += [List(items[0].line, items), *cut[1:]]
        items = []
    return [*result, List(items[0].line, items)] if items else result


REWRITES: tuple[Callable[[list[Block], Record], list[Block]], ...] = (
    columns_in_fences,
    tables_without_head,
    bullets_in_columns,
    lines_of_dated_items,
    lists_in_quotes,
    name_behind_sidebar,
    headings_in_items,
    titles_in_items,
    without_form_heads,
    joined_dates,
    dates_before_headings,
    frames_begin_lines,
    lines_with_icons,
    spread_forms,
)
