"""A section that nobody knows by its title, over bold lines that are titles of sections."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection, title_over
from typeset.importers.text.sections.titles import kinds_of, shown_title


def by_bold_titles(section: RawSection, record: Record) -> list[RawSection]:
    """A section of its author's own whose bold lines are titles: "Activities" over "**Awards**".

    Two of them are known at least, of different kinds, and no fewer than the others.
    """
    if section.kinds:
        return []
    starts = [at for at, block in enumerate(section.blocks) if _begins_bold(block)]
    titles = [shown_title(_first_line(section.blocks[at])) for at in starts]
    kinds = [kinds_of(title, record.vocabulary) for title in titles]
    known = sum(bool(told) for told in kinds)
    if (
        len({told[0] for told in kinds if told}) < _FEWEST_BOLD
        or known * 2 < len(titles)
        or starts[0]
        or len({*titles}) < len(titles)
    ):
        return []
    parts: list[RawSection] = []
    for start, end, title, told in zip(
        starts, [*starts[1:], len(section.blocks)], titles, kinds, strict=True
    ):
        first = section.blocks[start]
        assert isinstance(first, Paragraph)
        record.choose(first.line, "section-in-section", title, ", ".join(told))
        rest: list[Block] = [Paragraph(first.lines[1:])] if first.lines[1:] else []
        blocks = [*rest, *section.blocks[start + 1 : end]]
        parts.append(RawSection(title, first.line, told, blocks))
    return [*title_over(section), *parts] if all(part.blocks for part in parts) else []


def _first_line(block: Block) -> str:
    return unstyle(block.lines[0].text) if isinstance(block, Paragraph) else ""


def _begins_bold(block: Block) -> bool:
    """Whether the first line of a paragraph, which its author ended, is all in bold."""
    if not isinstance(block, Paragraph):
        return False
    first = block.lines[0]
    ended = first.hard or first is block.lines[-1]
    return ended and wholly(first.text.rstrip(":： "))[0] == "strong"


_FEWEST_BOLD = 2
