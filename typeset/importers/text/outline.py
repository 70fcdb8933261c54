"""Blocks → what stands before the first section, and the sections."""

from __future__ import annotations

from dataclasses import dataclass, field

from typeset.importers.text.blocks import Block, Heading, Paragraph, Rule
from typeset.importers.text.dates import find_date
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.titles import is_document_title, kinds_of, shown_title

_ENTRY_KINDS = frozenset({"work", "education", "volunteer", "projects", "publications"})


@dataclass
class RawSection:
    """A section before its blocks are read. `kinds` is empty for a title of the author's own."""

    title: str
    line: int
    kinds: list[str]
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Outline:
    """The blocks of the header, and the sections in order."""

    header: list[Block]
    sections: list[RawSection]


def outline(blocks: list[Block], record: Record) -> Outline:
    """Cut a document at the headings of its section level."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    name = _name_heading(blocks, record)
    known = [h for h in headings if h is not name and _kinds(h, record)]
    others = [h for h in headings if h is not name]
    level = min((h.level for h in known), default=min((h.level for h in others), default=0))
    result = Outline([], [])
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and block is not name and block.level <= level:
            current = result.sections[-1] if result.sections else None
            if current and _is_entry(block, blocks[index + 1 :], current, record):
                block.level = level + 1
            else:
                title = shown_title(block.text)
                result.sections.append(RawSection(title, block.line, _kinds(block, record)))
                continue
        if result.sections:
            result.sections[-1].blocks.append(block)
        else:
            result.header.append(block)
    return result


def _kinds(heading: Heading, record: Record) -> list[str]:
    return kinds_of(unlink(unstyle(heading.text))[0], record.vocabulary)


def _name_heading(blocks: list[Block], record: Record) -> Heading | None:
    """The heading that names the person or the document, where one comes before all sections."""
    for block in blocks[:4]:
        if isinstance(block, Heading) and block.marked:
            title = unlink(unstyle(block.text))[0]
            if is_document_title(title, record.vocabulary):
                return block
            # "# About" over other headings of its kind is the page's title, not a section.
            if block is blocks[0] and block.level == 1 and _is_only_top(block, blocks):
                return block
            return None if kinds_of(title, record.vocabulary) else block
    return None


def _is_only_top(heading: Heading, blocks: list[Block]) -> bool:
    others = [b for b in blocks if isinstance(b, Heading) and b is not heading]
    return bool(others) and all(other.level > heading.level for other in others)


def _is_entry(
    heading: Heading, following: list[Block], section: RawSection, record: Record
) -> bool:
    """A job title at the level of the sections: no title known, and a date in it or under it."""
    if _kinds(heading, record) or not set(section.kinds) & _ENTRY_KINDS:
        return False
    if heading.text.isupper() and section.title.isupper():
        return False  # written as the sections are
    if find_date(unstyle(heading.text), record.vocabulary):
        return True
    first = next((block for block in following if not isinstance(block, Rule)), None)
    if isinstance(first, Heading) and first.level > heading.level:
        return bool(find_date(unstyle(first.text), record.vocabulary))
    if not isinstance(first, Paragraph):
        return False
    line = unstyle(first.lines[0].text)
    return len(line.split()) <= 12 and bool(find_date(line, record.vocabulary))
