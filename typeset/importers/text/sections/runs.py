"""A section that its reader refuses as a whole: the runs of blocks that it knows, and the rest."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from typeset.importers.text.heads.lines import ends_sentence, is_head_line
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.parts import Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date

Read = Callable[[RawSection, Record], list[Part]]
"""Reads a section by its kind alone; empty where it is none of that kind."""


def in_runs(raw: RawSection, record: Record, known: Read, rest: Read) -> list[Part]:
    """The blocks in a row that `known` reads as one section, and the others as `rest` does.

    A list of languages with positions behind it, which nobody gave a title, is both; a sentence
    between two lists of skills is a text of its own. Where nothing is known, all is prose.
    """
    if any(isinstance(block, Heading) for block in raw.blocks):
        return []
    heads = [at for at, block in enumerate(raw.blocks) if _is_dated_head(block, raw, record)]
    end = heads[0] if heads else len(raw.blocks)
    told = [
        at < end and bool(_tried(_part(raw, [block]), record, known))
        for at, block in enumerate(raw.blocks)
    ]
    if not told or not told[0] or all(told):
        return []
    parts: list[Part] = []
    for is_known, group in groupby(zip(told, raw.blocks, strict=True), key=lambda pair: pair[0]):
        blocks = [block for _, block in group]
        if is_known:
            found = known(_part(raw, blocks), record)
            if not found:
                return []
            for one in found if parts else ():
                one.section = _untitled(one.section)
        else:
            record.choose(blocks[0].line, "behind-a-list", raw.title, "a section of its own")
            found = rest(RawSection("", blocks[0].line, [], blocks), record)
            for one in found:
                one.section = _untitled(one.section)
        parts += found
    return parts


def _is_dated_head(block: Block, raw: RawSection, record: Record) -> bool:
    """Whether a block begins with the head of an entry: no language was spoken from a day on."""
    if raw.kinds[0] not in _UNDATED or not isinstance(block, Paragraph):
        return False
    text = block.lines[0].text
    dated = is_head_line(text, record) and not ends_sentence(text, record)
    return dated and find_date(unstyle(text), record.vocabulary) is not None


_UNDATED = frozenset({"languages", "skills", "interests"})


def _part(raw: RawSection, blocks: list[Block]) -> RawSection:
    return RawSection(raw.title, blocks[0].line, raw.kinds, blocks)


def _tried(part: RawSection, record: Record, read: Read) -> list[Part]:
    """What a reader finds, of which nothing is kept on record."""
    mark = record.mark()
    found = read(part, record)
    record.reset(mark)
    return found


def _untitled(section: dict[str, object]) -> dict[str, object]:
    """A section of the spine without its title: no author gave it one."""
    kept = {name: value for name, value in section.items() if name != "title"}
    return {**kept, "untitled": True} if "kind" in kept else kept
