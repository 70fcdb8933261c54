"""Entries that go on behind a list under a title of its own: "**Languages**" between positions."""

from __future__ import annotations

from typeset.importers.text.heads.lines import is_dated_head
from typeset.importers.text.heads.words import KINDS
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection

_LISTED = frozenset({"languages", "skills", "interests"})
"""Kinds of sections in which nothing has a head with a period."""


def with_resumed_entries(sections: list[RawSection], record: Record) -> list[RawSection]:
    """The sections, with such a list cut before the first head like those of the section above.

    No language or skill lasted from one month to another, in bold before it.
    """
    result: list[RawSection] = []
    for section in sections:
        above = result[-1] if result else None
        at = _resumes(above, section, record) if above else 0
        if not above or not at:
            result.append(section)
            continue
        first = section.blocks[at]
        assert isinstance(first, Paragraph)
        record.choose(first.line, "entries-resumed", unlink(unstyle(first.text))[0], above.title)
        result += [
            RawSection(section.title, section.line, section.kinds, section.blocks[:at]),
            RawSection("", first.line, above.kinds, section.blocks[at:]),
        ]
    return result


def _resumes(above: RawSection, section: RawSection, record: Record) -> int:
    """The place of the first such head in a section; 0 for none."""
    if len(above.kinds) != 1 or above.kinds[0] not in KINDS or not _LISTED & {*section.kinds}:
        return 0
    if any(isinstance(block, Heading) for block in (*above.blocks, *section.blocks)):
        return 0
    if not any(_is_head(block, record) for block in above.blocks):
        return 0
    places = (at for at, block in enumerate(section.blocks) if _is_head(block, record))
    return next(places, 0)


def _is_head(block: Block, record: Record) -> bool:
    """Whether a paragraph is a head that begins in bold, with its period on the line."""
    if not isinstance(block, Paragraph) or not block.text.startswith("**"):
        return False
    return is_dated_head(block.lines[0].text, record)
