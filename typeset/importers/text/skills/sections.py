"""Skill sections → groups of skills, and the languages or the prose among them."""

from __future__ import annotations

from itertools import pairwise

from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    List,
    Paragraph,
    Quote,
    to_markdown,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.parts import Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.statements import one_list
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.skills.levels import Group, by_levels
from typeset.importers.text.skills.skills import read_skills
from typeset.importers.text.skills.splits import split_groups
from typeset.importers.text.skills.stops import stopped
from typeset.importers.text.skills.words import PLAIN_LABEL


def read_skill_section(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Groups of skills, and the sections of languages and interests that their title names too."""
    if cut := _before_sentences(raw):
        labelled, sentences = cut
        if readable := read_skills(labelled, record):
            record.choose(sentences.line, "kept-as-prose", sentences.items[0].text, "prose")
            return [
                Part(spine(raw, "skills"), "skills", readable),
                Part({"body": to_markdown([sentences])}),
            ]
    if titled := _titled_groups(raw, record):
        over = [] if titled[0].title == raw.title else [Part({"title": raw.title})]
        inner = [part for one in titled for part in read_skill_section(kind, one, record)]
        return [*over, *inner]
    before: list[Block] = []
    blocks = list(raw.blocks)
    while (
        len(blocks) > 1
        and isinstance(blocks[0], Paragraph)
        and read_skills(blocks[:1], record) is None
    ):
        before.append(blocks.pop(0))
    groups = read_skills(blocks, record)
    if groups is None:
        if parts := _readable_skills(kind, raw, record):
            return parts
        groups = read_skills(blocks, record, titled=True)
    if groups is None and (apart := one_list(raw.blocks)):
        groups, before = read_skills([apart], record, titled=True), []
    if groups is None and raw.kinds == ["skills"]:
        groups, before = _alone(raw, record), []
    if groups is None:
        return []
    if all(one.keys() == {"keywords"} and len(one["keywords"]) == 1 for one in groups):
        groups = [{"keywords": [word for one in groups for word in one["keywords"]]}]
    section = spine(raw, "skills", to_markdown(before))
    return split_groups(section, groups, raw.line, record)


def _alone(raw: RawSection, record: Record) -> list[Group] | None:
    """The groups of a section that is one quotation around them, or short remarks with stops."""
    block = raw.blocks[0] if len(raw.blocks) == 1 else None
    if isinstance(block, Quote):
        return read_skills(block.blocks, record, titled=True)
    return stopped(block) if isinstance(block, Paragraph) else None


def _titled_groups(raw: RawSection, record: Record) -> list[RawSection]:
    """A section cut at its headings, where these stand over groups that have names of their own.

    Such a heading is no group's name; where others stand over mere lists, all are kept as names.
    """
    starts = [at for at, block in enumerate(raw.blocks) if isinstance(block, Heading)]
    made: list[RawSection] = []
    for start, end in pairwise([*starts, len(raw.blocks)]):
        heading = raw.blocks[start]
        assert isinstance(heading, Heading)
        title = unlink(unstyle(heading.text))[0].strip()
        kinds = kinds_of(title, record.vocabulary)
        below = raw.blocks[start + 1 : end]
        groups = read_skills(below, record) or []
        if kinds == ["languages"]:
            below = raw.blocks[start:end]
        elif not any("name" in group for group in groups) or by_levels({}, groups, record):
            return []
        made.append(RawSection(title, heading.line, raw.kinds, below))
    if len(made) < _FEWEST_TITLED:
        return []
    record.choose(made[0].line, "titles-over-named-groups", made[0].title, "a section of its own")
    if starts[0]:
        return [RawSection(raw.title, raw.line, raw.kinds, raw.blocks[: starts[0]]), *made]
    return made


_FEWEST_TITLED = 2


def _before_sentences(raw: RawSection) -> tuple[list[Block], List] | None:
    """A section whose last list goes on with sentences under labelled skills, cut before them."""
    last = raw.blocks[-1] if raw.blocks else None
    items = last.items if isinstance(last, List) else []
    labelled = [bool(PLAIN_LABEL.fullmatch(item.text)) for item in items]
    count = labelled.index(False) if False in labelled else 0
    left = items[count:]
    told = all(
        item.text.endswith(".") and len(item.text.split()) >= _SHORTEST_SENTENCE for item in left
    )
    if not isinstance(last, List) or count < _FEWEST_LABELLED or any(labelled[count:]) or not told:
        return None
    skills = List(last.line, items[:count], last.start)
    return [*raw.blocks[:-1], skills], List(left[0].line, left, None)


_FEWEST_LABELLED = 2
_SHORTEST_SENTENCE = 8


def _readable_skills(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """The lists under sub-headings as skills, and what stands last and is prose as such."""
    starts = [at for at, block in enumerate(raw.blocks) if isinstance(block, Heading)]
    for at in reversed(starts[1:]):
        heading = raw.blocks[at]
        assert isinstance(heading, Heading)
        if read_skills(raw.blocks[:at], record):
            readable = RawSection(raw.title, raw.line, raw.kinds, raw.blocks[:at])
            first = read_skill_section(kind, readable, record)
            title = unlink(unstyle(heading.text))[0].strip()
            record.choose(heading.line, "kept-as-prose", title, "a section of prose")
            rest = to_markdown(raw.blocks[at + 1 :])
            return [*first, Part({"title": title, **({"body": rest} if rest else {})})]
    return []
