"""Blocks → what stands before the first section, and the sections."""

from __future__ import annotations

from dataclasses import dataclass, field

from typeset.importers.text.blocks import Block, Heading, Paragraph, Rule
from typeset.importers.text.cuts import names
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.titles import is_document_title, kinds_of, shown_title
from typeset.importers.text.vocabulary import key

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
    nested = demoted = False
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and block is not name and block.level <= level:
            current = result.sections[-1] if result.sections else None
            if current and _is_entry(block, blocks[index + 1 :], current, nested, record):
                block.level = level + 1
            elif _is_dated(block, record):
                if not current or current.title:
                    result.sections.append(RawSection("", block.line, []))
                    nested = False
                record.choose(block.line, "dated-heading", block.text, "an entry, no section")
                block.level = level + 1
                demoted = True
            else:
                title = shown_title(block.text)
                result.sections.append(RawSection(title, block.line, _kinds(block, record)))
                nested = demoted = False
                continue
        elif isinstance(block, Heading):
            nested = True
            if demoted and block.level > level:
                block.level += 1  # it stays under the entry that went down
        if result.sections:
            result.sections[-1].blocks.append(block)
        else:
            result.header.append(block)
    return result


def _is_dated(heading: Heading, record: Record) -> bool:
    """An entry at the level of the sections: a heading that is a date, or has a range of them."""
    text = unlink(unstyle(heading.text))[0]
    found = find_date(text, record.vocabulary)
    ranged = found is not None and (
        found.start != found.end or is_only_date(text, record.vocabulary)
    )
    return bool(ranged) and not _kinds(heading, record)


def _kinds(heading: Heading, record: Record) -> list[str]:
    """The kinds of a heading; of two titles joined ("Licensure & Certifications") one may do."""
    title = unlink(unstyle(heading.text))[0]
    kinds = kinds_of(title, record.vocabulary)
    if kinds or key(shown_title(title)) in record.vocabulary["other_sections"]:
        return kinds
    parts = [part.strip() for part in record.vocabulary.joined(title).split("&")]
    short = len(parts) == 2 and all(0 < len(part.split()) <= 2 for part in parts)
    known = [record.vocabulary.sections.get(part, "") for part in parts] if short else []
    return [kind for kind in known if kind]


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
    heading: Heading, following: list[Block], section: RawSection, nested: bool, record: Record
) -> bool:
    """A job title at the level of the sections: no title known, and a date in it or under it.

    Where entries are `nested` under headings of a lower level, it needs the date in it.
    """
    if _kinds(heading, record) or not set(section.kinds) & _ENTRY_KINDS:
        return False
    if heading.text.isupper() and section.title.isupper():
        return False  # written as the sections are
    if key(shown_title(heading.text)) in record.vocabulary["other_sections"]:
        return False
    if find_date(unstyle(heading.text), record.vocabulary) or nested:
        return bool(find_date(unstyle(heading.text), record.vocabulary))
    first = next((block for block in following if not isinstance(block, Rule)), None)
    if isinstance(first, Heading) and first.level > heading.level:
        return bool(find_date(unstyle(first.text), record.vocabulary))
    if not isinstance(first, Paragraph):
        return False
    line = unlink(unstyle(first.lines[0].text))[0]
    found = find_date(line, record.vocabulary)
    if not found or len(line.split()) > 12:
        return False
    rest = line[: found.begin] + line[found.finish :]  # its place; a title makes it an entry itself
    whole = not found.begin and any(names(list_, rest, record) for list_ in ("roles", "degrees"))
    return not whole
