"""Headings that nothing but their place tells: short lines by themselves over prose."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.header.addresses import EMAIL
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Heading, List, Paragraph, Quote
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_signs import ENDS, LONGEST, STRUCTURED
from typeset.importers.text.sections.titles import is_document_title, is_page_title, kinds_of
from typeset.importers.text.words.dates import find_date, is_only_date


def bare_lines(blocks: list[Block], record: Record) -> list[Block]:
    """Single short lines without a sentence's end, over prose, outside of structured sections."""
    blocks = _captions(blocks, record)
    result: list[Block] = []
    kind = ""
    # The line under a page's title is its statement or its person, not a section.
    first = blocks[0].text if blocks and isinstance(blocks[0], (Heading, Paragraph)) else ""
    titled = is_page_title(first, record.vocabulary) or is_document_title(first, record.vocabulary)
    after = 1 if titled else 0
    candidates = {
        index
        for index, block in enumerate(blocks)
        if index > after
        and not (index == 1 and names("roles", _said(block), record))  # what a person is
        and not isinstance(blocks[index - 1], Heading)
        and _is_bare(block, blocks[index + 1 : index + 2], record)
    }
    candidates |= _first_names(blocks, candidates, record)
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            kind = next(iter(kinds_of(block.text, record.vocabulary)), "")
        following = blocks[index + 1 : index + 2]
        if (
            isinstance(block, Paragraph)
            and kind not in STRUCTURED
            and (
                index in candidates
                or (len(candidates) > 1 and index and _is_slogan(block, following))
            )
        ):
            named = kind == "projects"  # under such a title a bare line is a project's name
            result.append(Heading(3 if named else 2, block.text, block.line, marked=False))
            became = "an entry" if named else "section title"
            record.choose(block.line, "bare-line-heading", block.text, became)
            kind = kind if named else ""
        else:
            result.append(block)
    return result


def _first_names(blocks: list[Block], candidates: set[int], record: Record) -> set[int]:
    """Where the first project of a section is named right under its title, as others below are."""
    titles = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    return {
        title + 1
        for title, end in pairwise([*titles, len(blocks)])
        if kinds_of(_title(blocks[title]), record.vocabulary) == ["projects"]
        and not candidates.isdisjoint(range(title + 2, end))
        and _is_bare(blocks[title + 1], blocks[title + 2 : title + 3], record)
    }


def _title(block: Block) -> str:
    return block.text if isinstance(block, Heading) else ""


def _captions(blocks: list[Block], record: Record) -> list[Block]:
    """Short lines over lists, from right under a title on, as headings below that title.

    "ACHIEVEMENTS" over "Fundraising" and "Press" with their bullets: no titles of sections.
    """
    titles = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    result = list(blocks)
    for title, end in pairwise([*titles, len(blocks)]):
        head, inner = blocks[title], blocks[title + 1 : end]
        kinds = kinds_of(head.text, record.vocabulary) if isinstance(head, Heading) else []
        listed = all(isinstance(block, List) for block in inner[1::2])
        if kinds not in ([], ["summary"], ["awards"], ["skills"]) or not listed or len(inner) % 2:
            continue
        lines = [block for block in inner[::2] if isinstance(block, Paragraph)]
        pairs = [*zip(lines, inner[1::2], strict=False)]
        told = all(_is_bare(line, [below], record) for line, below in pairs)
        if not isinstance(head, Heading) or len(lines) * 2 < max(len(inner), _FEWEST) or not told:
            continue
        record.choose(lines[0].line, "captions-of-lists", lines[0].text, "headings under a title")
        for at in range(title + 1, end, 2):
            line = lines[(at - title) // 2]
            result[at] = Heading(head.level + 1, line.text, line.line, marked=False)
    return result


_FEWEST = 4
"""Blocks under a title: captions and their lists."""


def _said(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _is_bare(block: Block, following: list[Block], record: Record) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = block.text
    if len(block.lines) > 1 or len(text) > LONGEST or len(text.split()) > 12 or ENDS.search(text):
        return False
    if re.search(r"\s[|·•]\s", text) or is_contact_line(text) or EMAIL.search(text):
        return False
    if find_date(text, record.vocabulary):
        return False
    label, sign, value = text.partition(": ")
    if sign and value and record.vocabulary.column(label):
        return False  # "Employer: Moss Ltd"
    if not following or not isinstance(following[0], (Paragraph, List, Quote)):
        return False
    below = following[0]
    if isinstance(below, List):  # the bullets under who one is, with where to reach one
        return not any(is_contact_line(item.text) for item in below.items)
    if isinstance(below, Paragraph):
        dated = is_only_date(below.lines[0].text, record.vocabulary)
        return not dated and not any(is_contact_line(line.text) for line in below.lines)
    return True


def _is_slogan(block: Paragraph, following: list[Block]) -> bool:
    """A heading in sentences of two or three words: "Measure twice. Cut once."."""
    sentences = [part.split() for part in re.split(r"(?<=[.!])\s+", block.text)]
    return (
        len(block.lines) == 1
        and len(sentences) > 1
        and block.text[-1] in ".!"
        and all(len(words) <= 3 for words in sentences)
        and sum(map(len, sentences)) <= 6
        and bool(following)
        and isinstance(following[0], Paragraph)
    )
