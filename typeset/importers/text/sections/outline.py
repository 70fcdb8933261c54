"""Blocks → what stands before the first section, and the sections."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    is_role_over_owner,
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
    cutting = _Cutting(blocks, level, kinds_before, are_ruled(known, blocks), record)
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and not any(block is one for one in named):
            cutting.take_heading(index, block)
        else:
            cutting.keep(block)
    return cutting.result


@dataclass(frozen=True)
class _Entry:
    """A heading of the sections' level that is an entry's."""

    opens: list[str] | None = None
    """The kinds of the section without a title that it begins; None where it stands in one."""
    rule: str = ""
    became: str = ""


@dataclass
class _Cutting:
    """A document's blocks, and the sections found so far."""

    blocks: list[Block]
    level: int
    """The headings of this level, or above it, are the sections'."""
    kinds_before: dict[int, str]
    """The kind that a heading names before an entry's name, by its line."""
    ruled: bool
    """Whether a rule stands over each section's title."""
    record: Record
    result: Outline = field(default_factory=lambda: Outline([], []))
    nested: bool = False
    """Whether a heading stood below the section's own."""
    demoted: bool = False
    """Whether the last entry went down from the sections' level."""
    lower: int = 0
    """The level of the titles before the first one of the sections' level; 0 behind this one."""

    @property
    def current(self) -> RawSection | None:
        """The section that the next block belongs to."""
        return self.result.sections[-1] if self.result.sections else None

    def keep(self, block: Block) -> None:
        """Put a block under the current section, or into the header before the first one."""
        (self.current.blocks if self.current else self.result.header).append(block)

    def take_heading(self, index: int, heading: Heading) -> None:
        """Begin a section with a heading, or keep it as an entry's."""
        if self.current and _is_loud(heading, self.current, self.record):
            heading.level = min(heading.level, self.level)
        if heading.level > self.level:
            self._take_below(index, heading)
        elif not heading.titled and (entry := self._entry(index, heading)):
            if entry.opens is not None:
                self._open("", heading, entry.opens)
            if entry.rule:
                self.record.choose(heading.line, entry.rule, heading.text, entry.became)
            heading.level = self.level + 1
            self.demoted = True
            self.keep(heading)
        else:
            title, kinds = shown_title(heading.text), heading_kinds(heading, self.record)
            if kinds and not kinds_of(title, self.record.vocabulary):
                self.record.choose(heading.line, "title-nearly-known", title, ", ".join(kinds))
            self._open(title, heading, kinds)
            self.nested = self.demoted = False
            self.lower = 0

    def _open(self, title: str, heading: Heading, kinds: list[str]) -> None:
        self.result.sections.append(RawSection(title, heading.line, kinds))

    def _entry(self, index: int, heading: Heading) -> _Entry | None:
        """What entry a heading of the sections' level begins; None for a section's title."""
        current, record = self.current, self.record
        below = block_after(self.blocks, index)
        if kind := self.kinds_before.get(heading.line):
            open_here = current and not current.title and current.kinds == [kind]
            opens = None if open_here else [kind]
            return _Entry(opens, "kind-before-name", f"an entry: {kind}")
        over = self.ruled and isinstance(self.blocks[index - 1], Rule)
        if current and not over and is_job_after_degrees(heading, below, current, record):
            return _Entry(["work"], "job-under-education", "work")
        if current and self._is_like_others(index, heading, current):
            return _Entry()
        worked = current is not None and "work" in current.kinds
        if worked and is_role_over_owner(index, self.blocks, record, self.demoted):
            return _Entry(None, "role-over-owner", "an entry, no section")
        if current and self._is_unruled(index, heading, current):
            return _Entry(None, "no-rule-above", "an entry, as only titles have a rule above")
        if not current and is_first_job(index, self.blocks, record):
            return _Entry(["work"], "no-title", "work")
        if is_dated_heading(heading, record):
            opens = [] if not current or current.title else None
            self.nested = self.nested and opens is None
            return _Entry(opens, "dated-heading", "an entry, no section")
        return None

    def _is_like_others(self, index: int, heading: Heading, current: RawSection) -> bool:
        """Whether a heading is an entry by what stands under it, or as the one before it was."""
        below = block_after(self.blocks, index)
        return (
            is_entry_heading(heading, below, current, self.nested, self.record)
            and not (self.ruled and isinstance(self.blocks[index - 1], Rule))
            and not any(
                one.kinds == current.kinds and have_heads(one.blocks, self.record)
                for one in self.result.sections
            )
        ) or (self.demoted and is_dated_title(heading, below, current, self.record))

    def _is_unruled(self, index: int, heading: Heading, current: RawSection) -> bool:
        """Whether a heading has no rule over it, as titles have, and none holds text before it.

        "---", "## Involvement", "## Choir member", "- Since 2019", "## Guide", "---", "## Skills".
        """
        bare = self.ruled and not isinstance(self.blocks[index - 1], Rule)
        return (
            bare
            and bool(current.title)
            and (self.demoted or not current.blocks)
            and (not heading_kinds(heading, self.record))
        )

    def _take_below(self, index: int, heading: Heading) -> None:
        """Keep a heading that stands below the sections' level, or begin the first section."""
        self.nested = self.nested or not self.demoted
        kinds = heading_kinds(heading, self.record)
        if kinds and (not self.current or self.lower == heading.level):
            # titles of a lower level than the others': "### Contact", "### Skills" under the name
            self._open(shown_title(heading.text), heading, kinds)
            self.lower = heading.level
            return
        if not self.current and is_untitled(heading, block_after(self.blocks, index), self.record):
            taught = names("schools", heading.text, self.record)
            kind = "education" if taught else "work"
            self.record.choose(heading.line, "no-title", heading.text, kind)
            self._open("", heading, [kind])
        if self.demoted:
            heading.level += 1  # it stays under the entry that went down
        self.keep(heading)


def _is_loud(heading: Heading, section: RawSection, record: Record) -> bool:
    """A known title in capitals as that of the entries above it is, whatever its level."""
    title = shown_title(unlink(unstyle(heading.text))[0])
    if not title.isupper() or not section.title.isupper() or len(section.kinds) != 1:
        return False
    others = record.vocabulary["other_sections"] | record.vocabulary["miscellany"]
    kinds = kinds_of(title, record.vocabulary)
    known = record.vocabulary.joined(title) in others or (bool(kinds) and kinds != section.kinds)
    return known and section.kinds[0] in ENTRY_KINDS
