"""Languages within other sections: "Languages:" over a list of tongues, or before them."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection, title_over
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.skills.spoken import read_languages


def by_colon_titles(section: RawSection, record: Record) -> list[RawSection]:
    """A section of skills cut at the list of tongues under such a line; none for others."""
    if section.kinds != ["skills"]:
        return []
    for at, (block, below) in enumerate(pairwise(section.blocks)):
        label = unstyle(block.text).strip() if isinstance(block, Paragraph) else ""
        title = label.rstrip(":：").rstrip()
        if title == label or not isinstance(below, List):
            continue
        if kinds_of(title, record.vocabulary) != ["languages"]:
            continue
        mark = record.mark()
        spoken = read_languages([below], record)
        record.reset(mark)
        if spoken:
            record.choose(block.line, "section-in-section", title, "languages")
            before, after = section.blocks[:at], section.blocks[at + 2 :]
            over = [RawSection(section.title, section.line, section.kinds, before)]
            tongues = RawSection(title, block.line, ["languages"], [below])
            return [*(over if before else title_over(section)), tongues, *_others(after, record)]
    return []


def _others(blocks: list[Block], record: Record) -> list[RawSection]:
    """The skills behind the tongues: under a title of their own ("Key skills: …"), or none."""
    if not blocks:
        return []
    first = blocks[0]
    match = _LABELLED.fullmatch(first.text) if isinstance(first, Paragraph) else None
    if match and kinds_of(unstyle(match[1]), record.vocabulary) == ["skills"]:
        said = Paragraph([Line(first.line, match[2])])
        return [RawSection(unstyle(match[1]), first.line, ["skills"], [said, *blocks[1:]])]
    return [RawSection("", first.line, ["skills"], blocks)]


_LABELLED = re.compile(r"([^:：\n]{2,40}?)\s*[:：]\s+(\S[^\n]*)")


_BOLD_LABEL = re.compile(r"\*\*([^:：*,，]{2,30}?)\s*[:：]?\*\*\s*[:：]?\s*(\S.*)", re.DOTALL)


def without_label(section: RawSection, record: Record) -> list[RawSection]:
    """A section without the paragraph at its end that is another: "**Languages:** Welsh, Dutch"."""
    *others, last = section.blocks or [Paragraph([])]
    match = _BOLD_LABEL.fullmatch(last.text) if others and isinstance(last, Paragraph) else None
    alike = any(isinstance(one, Paragraph) and _BOLD_LABEL.match(one.text) for one in others)
    if not match or alike or kinds_of(match[1], record.vocabulary) != ["languages"]:
        return [section]
    said: list[Block] = [Paragraph([Line(last.line, match[2])])]
    mark = record.mark()
    spoken = read_languages(said, record)
    record.reset(mark)
    if not spoken or section.kinds in (["languages"], ["skills"]):
        return [section]
    record.choose(last.line, "section-in-section", match[1], "languages")
    return [
        RawSection(section.title, section.line, section.kinds, others),
        RawSection(match[1].strip(), last.line, ["languages"], said),
    ]
