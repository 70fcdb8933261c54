"""Lists among the contacts that are sections: "- Languages:" over a bullet for each language.

So are the contacts themselves, where a bullet is their title.
"""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import Outline, RawSection
from typeset.importers.text.sections.title_signs import known_title
from typeset.importers.text.sections.titles import shown_title
from typeset.importers.text.skills.spoken import read_languages

_KINDS = frozenset({"languages", "skills", "interests", "contact"})
_TITLE_AND_LIST = 2


def with_lists_as_sections(found: Outline, record: Record) -> Outline:
    """An outline whose lists of skills among the contacts are sections, behind what they stood in.

    The contacts stand over the first section, or are one.
    """
    header, sections = _parted(found.header, record)
    for section in found.sections:
        blocks, more = _parted(section.blocks, record) if section.kinds == ["contact"] else ([], [])
        if more:
            section.blocks = blocks
        sections += [section, *more]
    return Outline(header, sections)


def _parted(blocks: list[Block], record: Record) -> tuple[list[Block], list[RawSection]]:
    """The blocks without the items that are a title over a list, and these as sections."""
    result: list[Block] = []
    sections: list[RawSection] = []
    for block in blocks:
        items = block.items if isinstance(block, List) else []
        made = {item.line: one for item in items if (one := _section(item, record))}
        skills = [one for one in made.values() if one.kinds != ["contact"]]
        if not isinstance(block, List) or len(skills) * 2 > len(items):
            result.append(block)  # the list is one of skills, and of no contacts
            continue
        left = [item for item in items if item.line not in made]
        result += [List(block.line, left, block.start)] if left else []
        sections += made.values()
    return result, sections


def _section(item: ListItem, record: Record) -> RawSection | None:
    """The section of an item that is a known title over a list; None for other items."""
    first, *below = item.blocks if len(item.blocks) == _TITLE_AND_LIST else [None]
    if not isinstance(first, Paragraph) or not isinstance(below[0], List):
        return None
    title = shown_title(unlink(unstyle(first.text))[0])
    kind = known_title(title, record)
    if kind not in _KINDS:
        return None
    mark = record.mark()
    spoken = read_languages(below, record) if kind == "languages" else [{}]
    record.reset(mark)
    if not spoken:
        return None
    record.choose(item.line, "section-among-contacts", title, kind)
    return RawSection(title, item.line, [kind], below)
