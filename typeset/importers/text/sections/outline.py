"""Blocks → what stands before the first section, and the sections."""

from __future__ import annotations

from typeset.importers.text.entries.titles import ENTRY_KINDS, kinds_before_names, without_entries
from typeset.importers.text.header.contact_blocks import as_contact
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Heading, Rule
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.entry_headings import (
    block_after,
    is_dated_heading,
    is_dated_title,
    is_entry_heading,
    is_first_job,
    is_job_after_degrees,
    is_untitled,
)
from typeset.importers.text.sections.heading_levels import (
    are_ruled,
    have_heads,
    heading_kinds,
    section_level,
    set_below,
)
from typeset.importers.text.sections.name_headings import name_headings
from typeset.importers.text.sections.raw_sections import Outline, RawSection
from typeset.importers.text.sections.titles import kinds_of, shown_title
from typeset.importers.text.words.vocabulary import key


def outline(blocks: list[Block], record: Record) -> Outline:
    """Cut a document at the headings of its section level."""
    blocks = [as_contact(block) for block in blocks]
    headings = [block for block in blocks if isinstance(block, Heading)]
    named = name_headings(blocks, record)
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
            elif current and is_job_after_degrees(
                block, block_after(blocks, index), current, record
            ):
                record.choose(block.line, "job-under-education", block.text, "work")
                result.sections.append(RawSection("", block.line, ["work"]))
                block.level = level + 1
                demoted = True
            elif current and (
                (
                    is_entry_heading(block, block_after(blocks, index), current, nested, record)
                    and not (ruled and isinstance(blocks[index - 1], Rule))
                    and not any(
                        one.kinds == current.kinds and have_heads(one.blocks, record)
                        for one in result.sections
                    )
                )
                or (demoted and is_dated_title(block, block_after(blocks, index), current, record))
            ):
                block.level = level + 1
                demoted = True
            elif not current and is_first_job(index, blocks, record):
                record.choose(block.line, "no-title", block.text, "work")
                result.sections.append(RawSection("", block.line, ["work"]))
                block.level = level + 1
                demoted = True
            elif is_dated_heading(block, record):
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
            if not result.sections and is_untitled(block, block_after(blocks, index), record):
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


def _is_loud(heading: Heading, section: RawSection, record: Record) -> bool:
    """A known title in capitals as that of the entries above it is, whatever its level."""
    title = shown_title(unlink(unstyle(heading.text))[0])
    if not title.isupper() or not section.title.isupper() or len(section.kinds) != 1:
        return False
    others = record.vocabulary["other_sections"] | record.vocabulary["miscellany"]
    kinds = kinds_of(title, record.vocabulary)
    known = key(title) in others or (bool(kinds) and kinds != section.kinds)
    return known and section.kinds[0] in ENTRY_KINDS
