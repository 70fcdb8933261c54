"""Lines of a skill and, behind a dash, how well it is mastered or what of it one knows.

"Sage 50 - excellent" / "Excel - pivot tables, lookups" / "Word, Outlook - confident".
"""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.markup.inline import masked, split_top
from typeset.importers.text.record import Record
from typeset.importers.text.skills.levels import Group, is_level, shown_label
from typeset.importers.text.skills.words import labelled_group
from typeset.importers.text.words.scripts import SPACED_DASH


def dashed_levels(block: Paragraph, record: Record) -> list[Group]:
    """The groups of such lines, of which half at least say how well; none for others."""
    lines = block.lines
    dashed = [SPACED_DASH.search(masked(line.text)) is not None for line in lines]
    if len(lines) < _FEWEST or not all(dashed) or not all(line.hard for line in lines[:-1]):
        return []
    pairs = [split_top(line.text, SPACED_DASH, 1) for line in lines]
    told = [is_level(value, record) for _, value in pairs]
    short = all(len(name.split()) <= _LONGEST_NAME for name, _ in pairs)
    if not short or sum(told) < _FEWEST_TOLD or sum(told) * 2 < len(told):
        return []
    return [
        {"name": shown_label(name), "level": value.strip()}
        if known
        else labelled_group(name, value)
        for (name, value), known in zip(pairs, told, strict=True)
    ]


_FEWEST = 3
_FEWEST_TOLD = 2
_LONGEST_NAME = 6
