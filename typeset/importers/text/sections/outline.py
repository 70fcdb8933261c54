"""Blocks → what stands before the first section, and the sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile

from typeset.importers.text.entries.titles import (
    ENTRY_KINDS,
    kinds_before_names,
    without_entries,
)
from typeset.importers.text.header.contact_blocks import as_contact, contact_lines
from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph, Rule
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.heading_levels import (
    are_ruled,
    have_heads,
    heading_kinds,
    section_level,
    set_below,
)
from typeset.importers.text.sections.titles import (
    is_document_title,
    is_person,
    kinds_of,
    shown_title,
)
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key


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
    blocks = [as_contact(block) for block in blocks]
    headings = [block for block in blocks if isinstance(block, Heading)]
    named = _name_headings(blocks, record)
    others = [h for h in headings if not any(h is one for one in named)]
    kinds_before = kinds_before_names(others, record)
    known = [h for h in others if h.line not in kinds_before and heading_kinds(h, record)]
    known = without_entries(known, others, kinds_before)
    level = section_level(known, others, record) or min((h.level for h in others), default=0)
    set_below(known, others, level, record)
    result = Outline([], [])
    ruled = are_ruled(known, blocks)
    nested = demoted = False  # `demoted`: the last entry went down from the sections' level
    for index, block in enumerate(blocks):
        named_here = any(block is one for one in named)
        current = result.sections[-1] if result.sections else None
        if current and isinstance(block, Heading) and _is_loud(block, current, record):
            block.level = min(block.level, level)
        if isinstance(block, Heading) and not named_here and block.level <= level:
            if kind := kinds_before.get(block.line):
                if not current or current.title or current.kinds != [kind]:
                    result.sections.append(RawSection("", block.line, [kind]))
                record.choose(block.line, "kind-before-name", block.text, f"an entry: {kind}")
                block.level = level + 1
                demoted = True
            elif current and _is_job(block, _after(blocks, index), current, record):
                record.choose(block.line, "job-under-education", block.text, "work")
                result.sections.append(RawSection("", block.line, ["work"]))
                block.level = level + 1
                demoted = True
            elif current and (
                (
                    _is_entry(block, _after(blocks, index), current, nested, record)
                    and not (ruled and isinstance(blocks[index - 1], Rule))
                    and not any(
                        one.kinds == current.kinds and have_heads(one.blocks, record)
                        for one in result.sections
                    )
                )
                or (demoted and _is_dated_title(block, _after(blocks, index), current, record))
            ):
                block.level = level + 1
                demoted = True
            elif not current and _is_first_job(index, blocks, record):
                record.choose(block.line, "no-title", block.text, "work")
                result.sections.append(RawSection("", block.line, ["work"]))
                block.level = level + 1
                demoted = True
            elif _is_dated(block, record):
                if not current or current.title:
                    result.sections.append(RawSection("", block.line, []))
                    nested = False
                record.choose(block.line, "dated-heading", block.text, "an entry, no section")
                block.level = level + 1
                demoted = True
            else:
                title = shown_title(block.text)
                kinds = heading_kinds(block, record)
                if kinds and not kinds_of(title, record.vocabulary):
                    record.choose(block.line, "title-nearly-known", title, ", ".join(kinds))
                result.sections.append(RawSection(title, block.line, kinds))
                nested = demoted = False
                continue
        elif isinstance(block, Heading) and not named_here:
            nested = nested or not demoted
            if not result.sections and (kinds := heading_kinds(block, record)):
                # a title of a lower level than the others': "### Contact" under the name
                result.sections.append(RawSection(shown_title(block.text), block.line, kinds))
                continue
            if not result.sections and _is_untitled(block, _after(blocks, index), record):
                taught = names("schools", block.text, record)
                kind = "education" if taught else "work"
                record.choose(block.line, "no-title", block.text, kind)
                result.sections.append(RawSection("", block.line, [kind]))
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
    return bool(ranged) and not heading_kinds(heading, record)


def _is_loud(heading: Heading, section: RawSection, record: Record) -> bool:
    """A known title in capitals as that of the entries above it is, whatever its level."""
    title = shown_title(unlink(unstyle(heading.text))[0])
    if not title.isupper() or not section.title.isupper() or len(section.kinds) != 1:
        return False
    others = record.vocabulary["other_sections"] | record.vocabulary["miscellany"]
    kinds = kinds_of(title, record.vocabulary)
    known = key(title) in others or (bool(kinds) and kinds != section.kinds)
    return known and section.kinds[0] in ENTRY_KINDS


def _after(blocks: list[Block], index: int) -> Block | None:
    """The block after one, rules apart."""
    at = index + 1
    while at < len(blocks) and isinstance(blocks[at], Rule):
        at += 1
    return blocks[at] if at < len(blocks) else None


def _is_untitled(heading: Heading, first: Block | None, record: Record) -> bool:
    """An entry before all sections: a range of dates stands in its heading or alone under it."""
    below = first.lines[0].text if isinstance(first, Paragraph) else ""
    found = [
        find_date(unlink(unstyle(text))[0], record.vocabulary) for text in (heading.text, below)
    ]
    told = found[0] or (found[1] if is_only_date(unstyle(below), record.vocabulary) else None)
    return told is not None and told.start != told.end


def _name_headings(blocks: list[Block], record: Record) -> list[Heading]:
    """The heading of the name; the document's title over one ("resume", a repository's name)."""
    first = _name_heading(blocks, record)
    if not first or not is_document_title(unlink(unstyle(first.text))[0], record.vocabulary):
        return [first] if first else []
    at = next(index for index, block in enumerate(blocks) if block is first)
    after = blocks[at + 1 : at + 4]
    second = next((block for block in after if isinstance(block, Heading)), None)
    level = second.level if second and second.marked else 0
    below = [b for b in blocks[at + 1 :] if isinstance(b, Heading) and b is not second]
    alone = bool(below) and all(b.level > level for b in below)
    named = second and level and not heading_kinds(second, record)
    if second and named and (alone or _is_over_contacts(second, blocks, record)):
        return [first, second]
    return [first]


def _is_over_contacts(heading: Heading, blocks: list[Block], record: Record) -> bool:
    """Whether a heading is a person's name, with contacts under it before the next heading."""
    text = unlink(unstyle(heading.text))[0]
    if not is_person(text) or names("roles", text, record):
        return False
    at = next(index for index, block in enumerate(blocks) if block is heading)
    below = takewhile(lambda block: not isinstance(block, Heading), blocks[at + 1 :])
    lines = contact_lines([block for block in below if not isinstance(block, Rule)]) or []
    return any(is_contact_line(piece) for _, text in lines for piece in pieces(text))


def _name_heading(blocks: list[Block], record: Record) -> Heading | None:
    """The heading that names the person or the document, where one comes before all sections."""
    for index, block in enumerate(blocks[:4]):
        if isinstance(block, Paragraph) and len(block.text.split()) > _LONGEST_LINE:
            return None  # prose stands over it
        if isinstance(block, Heading) and _is_first_job(index, blocks, record):
            return None
        if isinstance(block, Heading) and block.marked:
            title = unlink(unstyle(block.text))[0]
            if is_document_title(title, record.vocabulary):
                return block
            # "# About" over other headings of its kind is the page's title, not a section.
            told = bool(set(kinds_of(title, record.vocabulary)) & ENTRY_KINDS)
            if block is blocks[0] and key(title) in record.vocabulary["other_sections"]:
                return None
            if block is blocks[0] and block.level == 1 and _is_only_top(block, blocks) and not told:
                return block
            return None if heading_kinds(block, record) else block
    return None


def _is_first_job(index: int, blocks: list[Block], record: Record) -> bool:
    """Whether a heading over its period is a position as others of its level are, and no name."""
    first = blocks[index]
    if not isinstance(first, Heading) or not names("roles", first.text, record):
        return False
    alike = [
        _is_untitled(one, _after(blocks, at), record)
        for at, one in enumerate(blocks[index:], index)
        if isinstance(one, Heading) and one.level == first.level
    ]
    return alike[0] and sum(alike) > 1


_LONGEST_LINE = 40
"""More words than lines of contacts have together."""


def _is_only_top(heading: Heading, blocks: list[Block]) -> bool:
    others = [b for b in blocks if isinstance(b, Heading) and b is not heading]
    return bool(others) and all(other.level > heading.level for other in others)


def _is_dated_role(heading: Heading, below: Heading, record: Record) -> bool:
    """Whether a heading names a role or degree, and the one below begins with its dates."""
    title, dated = (unlink(unstyle(one.text))[0] for one in (heading, below))
    named = names("roles", title, record) or names("degrees", title, record)
    found = find_date(dated, record.vocabulary)
    ranged = found is not None and not found.begin and found.start != found.end
    return named and ranged and below.level > heading.level


def _is_dated_title(
    heading: Heading, first: Block | None, section: RawSection, record: Record
) -> bool:
    """ "Side projects" over a period, as the positions before it are: one of them."""
    period = isinstance(first, Paragraph) and is_only_date(unstyle(first.text), record.vocabulary)
    return (
        section.kinds == ["work"]
        and bool(period)
        and heading_kinds(heading, record) == ["projects"]
    )


def _is_job(heading: Heading, first: Block | None, section: RawSection, record: Record) -> bool:
    """A position at the level of the sections, under degrees that have no headings of their own."""
    if section.kinds != ["education"] or not section.blocks:
        return False
    told = any(isinstance(block, Heading) for block in section.blocks)
    taught = any(names(list_, heading.text, record) for list_ in ("schools", "degrees"))
    return not told and not taught and _is_entry(heading, first, section, False, record)


def _is_entry(
    heading: Heading, first: Block | None, section: RawSection, nested: bool, record: Record
) -> bool:
    """A job title at the level of the sections: no title known, and a date in it or under it.

    Where entries are `nested` under headings of a lower level, it needs the date in it, or
    names a role or degree over a heading that begins with the date.
    """
    if heading_kinds(heading, record) or not set(section.kinds) & ENTRY_KINDS:
        return False
    if heading.text.isupper() and section.title.isupper():
        return False  # written as the sections are
    if key(shown_title(heading.text)) in record.vocabulary["other_sections"]:
        return False
    if find_date(unstyle(heading.text), record.vocabulary):
        return True
    if nested:
        return isinstance(first, Heading) and _is_dated_role(heading, first, record)
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
