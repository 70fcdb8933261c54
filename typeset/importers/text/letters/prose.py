"""Where the body of a letter begins that greets no one: behind its head, with its own headings."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Heading, Paragraph, Rule
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.words.lengths import word_count

_HEADER_WITHIN = 6


def first_prose(blocks: list[Block]) -> int:
    """Where the body of a letter without a salutation begins: after a rule, or at long prose."""
    for index, block in enumerate(blocks):
        if isinstance(block, Rule) and index < _HEADER_WITHIN + 2:
            return index + 1
        if isinstance(block, Paragraph) and _is_prose(block):
            heading = blocks[index - 1] if index else None
            first = index == 1 and not _is_one_of(heading, blocks[index:])
            return index - 1 if isinstance(heading, Heading) and not first else index
    return 0


def _is_one_of(heading: Block | None, blocks: list[Block]) -> bool:
    """Whether a heading that names no one is the first of several of its level: no title then."""
    return (
        isinstance(heading, Heading)
        and not is_person(unstyle(heading.text))
        and any(isinstance(block, Heading) and block.level == heading.level for block in blocks)
    )


def _is_prose(block: Paragraph) -> bool:
    """Whether a paragraph is of a letter's body: a long one, or whole sentences."""
    words, ended = word_count(block.text), re.search(r"[.!?。！？]\W*$", block.text)
    return words > _LONGEST_HEAD or bool(words > _LONGEST_HEAD // 2 and ended)


_LONGEST_HEAD = 25
"""Words of a paragraph that may still be of a letter's head."""
