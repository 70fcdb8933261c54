"""Blocks in shapes that few documents have → the shapes that the rules know.

An ordered list of rewrites, each for one shape; none changes a word or the words' order,
but for the parts of one entry's head.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.importers.text.blocks import Block, Code, Heading, Line, List, Paragraph
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.inline import unstyle
from typeset.importers.text.plain import plain_blocks
from typeset.importers.text.record import Record
from typeset.importers.text.titles import kinds_of
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
    for block in blocks:
        if isinstance(block, Code) and _is_text(block.text, record):
            inner = plain_blocks(block.text, record, line=block.line + 1)
            result += inner
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


def headings_in_items(blocks: list[Block], record: Record) -> list[Block]:
    """A list whose every item begins with a heading: the headings, and what is under them."""
    result: list[Block] = []
    for block in blocks:
        items = block.items if isinstance(block, List) else []
        if items and all(item.blocks and isinstance(item.blocks[0], Heading) for item in items):
            for item in items:
                result += item.blocks
        else:
            result.append(block)
    return result


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
            and not find_date(unstyle(block.text), record.vocabulary)
            and not kinds_of(unstyle(block.text), record.vocabulary)
        ):
            result[-1:] = [block]
            waiting = Paragraph([Line(above.line, above.text)])
        else:
            result.append(block)
    return [*result, waiting] if waiting else result


def _is_date(text: str, record: Record) -> bool:
    """Whether a heading is a date, perhaps with a place."""
    plain = unstyle(text)
    if is_only_date(plain, record.vocabulary):
        return True
    found = find_date(plain, record.vocabulary)
    left = words(plain[: found.begin] + " " + plain[found.finish :]) if found else []
    return bool(found) and len(left) <= _LONGEST_PLACE


REWRITES: tuple[Callable[[list[Block], Record], list[Block]], ...] = (
    columns_in_fences,
    headings_in_items,
    dates_before_headings,
)
