"""Headings without a heading's mark: known titles, bold lines, capitals, bare lines.

Each rule turns a paragraph that only looks like a heading into one, or cuts its first
line off as one. The rules differ in how sure they are, and run in that order.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.importers.text.markup.blocks import Block, Heading, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.bare_lines import bare_lines
from typeset.importers.text.sections.known_titles import known_titles
from typeset.importers.text.sections.title_signs import LONGEST, is_marked, section_headings
from typeset.importers.text.sections.titles import (
    is_document_title,
    kinds_in,
    kinds_of,
    shown_title,
)
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


def promote(blocks: list[Block], record: Record, bare: bool) -> list[Block]:
    """Blocks with unmarked headings as headings; `bare` lines only where a source has no marks."""
    blocks = known_titles(_loud_titles(blocks, record), record, bare)
    found = section_headings(blocks, record)
    otherwise = len(found) >= _FEWEST_TITLES and not any(one.text.isupper() for one in found)
    if not found or not (otherwise or any(is_marked(b) for b in blocks)):
        blocks = _each(blocks, record, _capitals)
    if bare and not any(isinstance(b, Heading) and b.marked for b in blocks):
        blocks = bare_lines(blocks, record)
    return blocks


_FEWEST_TITLES = 3
"""How many titles known by their words say that titles are not set in capitals."""


def _loud_titles(blocks: list[Block], record: Record) -> list[Block]:
    """Bold lines in capitals as headings, where two known titles or more are written so."""
    loud = [
        block for block in blocks[1:]
        if isinstance(block, Paragraph) and len(block.lines) == 1 and _is_loud(block.text, record)
    ]  # fmt: skip
    known = [block for block in loud if kinds_of(shown_title(block.text), record.vocabulary)]
    if len(known) < 2 or any(is_marked(block) for block in blocks[1:]):
        return blocks
    told = {id(block) for block in loud}
    for block in loud:
        if not kinds_of(shown_title(block.text), record.vocabulary):
            record.choose(block.line, "title-by-looks", unstyle(block.text), "section title")
    return [
        Heading(2, shown_title(block.text), block.line, marked=False)
        if isinstance(block, Paragraph) and id(block) in told
        else block
        for block in blocks
    ]


def _is_loud(text: str, record: Record) -> bool:
    plain = unlink(unstyle(text))[0].strip().rstrip(":：").strip()
    loud = wholly(text.strip().rstrip(":："))[0] == "strong" and plain.isupper()
    dated = find_date(plain, record.vocabulary)
    return loud and not dated and len(plain) <= LONGEST and not re.search(r"[@|\d]", plain)


def _each(
    blocks: list[Block], record: Record, rule: Callable[[Paragraph, Block | None, Record], bool]
) -> list[Block]:
    result: list[Block] = []
    first = blocks[0].text if blocks and isinstance(blocks[0], (Paragraph, Heading)) else ""
    named = 1 if is_document_title(unstyle(first), record.vocabulary) else 0  # then comes the name
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if index > named and isinstance(block, Paragraph) and rule(block, following, record):
            text = unstyle(block.lines[0].text).rstrip(":：").strip()
            result.append(Heading(2, text, block.line, marked=False))
            if len(block.lines) > 1:
                result.append(Paragraph(block.lines[1:]))
        else:
            result.append(block)
    return result


def _capitals(block: Paragraph, following: Block | None, record: Record) -> bool:
    """A line in capitals, with text under it that is not its date."""
    text = unlink(unstyle(block.lines[0].text))[0].strip().rstrip(":")
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 4 or not text.isupper() or re.search(r"[\d|·•@,]", text):
        return False
    below: str = block.lines[1].text if len(block.lines) > 1 else ""
    if not below and isinstance(following, Paragraph):
        below = following.lines[0].text
    others = record.vocabulary["other_sections"] | record.vocabulary["miscellany"]
    told = bool(kinds_in(text, record.vocabulary)) or key(text) in others
    dated = not told and find_date(unstyle(below), record.vocabulary)
    return len(text.split()) <= 6 and bool(below or following) and not dated
