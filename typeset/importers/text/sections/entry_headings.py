"""Headings at the level of the sections, or before all of these, that stand over single entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.importers.text.entries.titles import ENTRY_KINDS
from typeset.importers.text.heads.words import ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph, Rule, to_markdown
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.chosen_titles import is_other_title
from typeset.importers.text.sections.heading_levels import heading_kinds
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import shown_title
from typeset.importers.text.words.dates import find_date, is_only_date


def is_dated_heading(heading: Heading, record: Record) -> bool:
    """Whether a heading is a date, or has a range of them: an entry beside the sections."""
    text = unlink(unstyle(heading.text))[0]
    found = find_date(text, record.vocabulary)
    ranged = found is not None and (
        found.start != found.end or is_only_date(text, record.vocabulary)
    )
    return bool(ranged) and not heading_kinds(heading, record)


def block_after(blocks: list[Block], index: int) -> Block | None:
    """The block after that at an index, rules apart; None after the last."""
    at = index + 1
    while at < len(blocks) and isinstance(blocks[at], Rule):
        at += 1
    return blocks[at] if at < len(blocks) else None


def is_role_over_owner(
    index: int, blocks: list[Block], record: Record, again: bool = False
) -> bool:
    """Whether a heading names a role, over one of a lower level for whose, and its period.

    "## Clerk", "### Moss Ltd", "**May 2019 – June 2021**"; the page or place of the owner may be
    between.
    After one that does (`again`) what the role is called says nothing.
    """
    role, owner, *below = ([*blocks[index : index + 4], None, None])[:4]
    if not (isinstance(role, Heading) and isinstance(owner, Heading) and owner.level > role.level):
        return False
    named = again or names("roles", role.text, record)
    if not named or heading_kinds(role, record):
        return False
    return any(_is_range(one, record) for one in _first_lines(below))


def _first_lines(blocks: list[Block | None]) -> Iterator[str]:
    """The paragraphs of one line before any other block."""
    for block in blocks:
        if not isinstance(block, Paragraph) or len(block.lines) > 1:
            return
        yield block.text


def _is_range(line: str, record: Record) -> bool:
    """Whether a line is a period and no more."""
    found = is_only_date(unlink(unstyle(line))[0], record.vocabulary)
    return found is not None and found.start != found.end


def is_untitled(heading: Heading, first: Block | None, record: Record) -> bool:
    """Whether a heading before all sections is an entry's: a range of dates is in or under it."""
    below = unlink(unstyle(first.lines[0].text))[0] if isinstance(first, Paragraph) else ""
    title = unlink(unstyle(heading.text))[0]
    found = [find_date(text, record.vocabulary) for text in (title, below)]
    told = found[0] or (found[1] if _is_period(below, record) else None)
    return told is not None and told.start != told.end


def _is_period(text: str, record: Record) -> bool:
    """Whether a line is a date, or one and where that was: "May 2019 – June 2021 | Leith"."""
    if is_only_date(text, record.vocabulary):
        return True
    found = find_date(text, record.vocabulary)
    behind = _PLACE_BEHIND.fullmatch(text[found.finish :]) if found and not found.begin else None
    return behind is not None and len(behind[1].split()) <= _LONGEST_PLACE


_PLACE_BEHIND = re.compile(r"\s*[|·•,–—-]\s*([^\W\d_][^.!?;:]*)")
_LONGEST_PLACE = 5


def is_first_job(index: int, blocks: list[Block], record: Record) -> bool:
    """Whether a heading over its period is a position as others of its level are, and no name."""
    first = blocks[index]
    if not isinstance(first, Heading) or not names("roles", first.text, record):
        return False
    alike = [
        is_untitled(one, block_after(blocks, at), record) or is_role_over_owner(at, blocks, record)
        for at, one in enumerate(blocks[index:], index)
        if isinstance(one, Heading) and one.level == first.level
    ]
    return alike[0] and sum(alike) > 1


def _is_dated_role(heading: Heading, below: Heading, record: Record) -> bool:
    """Whether a heading names a role or degree, and the one below begins with its dates."""
    title, dated = (unlink(unstyle(one.text))[0] for one in (heading, below))
    named = names("roles", title, record) or names("degrees", title, record)
    found = find_date(dated, record.vocabulary)
    ranged = found is not None and not found.begin and found.start != found.end
    return named and ranged and below.level > heading.level


def is_dated_title(
    heading: Heading, first: Block | None, section: RawSection, record: Record
) -> bool:
    """Whether a title ("Side projects") is over a period, as the positions before it are."""
    if heading.text.isupper() and section.title.isupper():
        return False  # written as the sections are
    period = isinstance(first, Paragraph) and is_only_date(unstyle(first.text), record.vocabulary)
    return (
        section.kinds == ["work"]
        and bool(period)
        and heading_kinds(heading, record) == ["projects"]
    )


def is_job_after_degrees(
    heading: Heading, first: Block | None, section: RawSection, record: Record
) -> bool:
    """Whether a heading is a position, behind degrees that have no headings of their own."""
    if section.kinds != ["education"] or not section.blocks:
        return False
    told = any(isinstance(block, Heading) for block in section.blocks)
    taught = any(names(list_, heading.text, record) for list_ in ("schools", "degrees"))
    if told or taught or not is_entry_heading(heading, first, section, False, record):
        return False
    dated = f"{heading.text} {to_markdown([first] if first else [])}"
    found = find_date(unstyle(dated), record.vocabulary)
    held = names("roles", heading.text, record) or ends_like_role(heading.text, record)
    return held or (found is not None and found.start != found.end)  # no "Gear" of a year


def is_entry_heading(
    heading: Heading, first: Block | None, section: RawSection, nested: bool, record: Record
) -> bool:
    """Whether a heading is a job title: no title known, and a date in it or under it.

    Where entries are `nested` under headings of a lower level, it needs the date in it, or
    names a role or degree over a heading that begins with the date.
    """
    if heading_kinds(heading, record) or not set(section.kinds) & ENTRY_KINDS:
        return False
    if heading.text.isupper() and section.title.isupper():
        return False  # written as the sections are
    if is_other_title(shown_title(heading.text), record.vocabulary):
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
    rest = line[: found.begin] + line[found.finish :]
    if line.endswith(".") and sum(word.islower() for word in rest.split()) > _FEWEST_SMALL:
        return False  # "Walked the ridge each summer since 2015, once in fog."
    # what stands beside it is a place; a title makes it an entry itself
    whole = not found.begin and any(names(list_, rest, record) for list_ in ("roles", "degrees"))
    return not whole


_FEWEST_SMALL = 2
"""Words in small letters beside a date, of which a sentence has more."""
