"""Known titles that are labels: over a list among skills, over what is said within an entry."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Heading, List, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_signs import ENDS
from typeset.importers.text.sections.titles import is_own_title, kind_of, kinds_of, shown_title
from typeset.importers.text.skills.tongue_lists import begins_with_tongue
from typeset.importers.text.words.dates import find_date

_LABELS = frozenset({"languages", "skills", "certificates"})
"""Kinds whose titles also stand as labels within a list of skills."""
_LABELLED = [[kind] for kind in sorted(_LABELS)]
_SIDES = re.compile(r"\s[–—-]\s|[:：,，、;；]\s*\S")
"""What stands within an item, and in no label: "Danish – native"."""
_MOST_LINES = 4


def is_in_entry(above: Heading | None, record: Record) -> bool:
    """Whether the last heading is that of an entry: a marked one that names no section."""
    return bool(above and above.marked and not kinds_of(unstyle(above.text), record.vocabulary))


def is_within(line: str, again: bool, above: Heading | None, record: Record) -> bool:
    """Whether a bold line under the heading of an entry says what follows in it: "Results:".

    Among skills, one with a colon is the label of a list.
    """
    if not above or not above.marked:
        return False
    colon = unstyle(line).rstrip().endswith((":", "："))
    if kinds := kinds_of(unstyle(above.text), record.vocabulary):
        return colon and kinds == ["skills"]
    return colon or again or record.vocabulary.column(shown_title(unstyle(line))) == "text"


def is_caption(
    title: str,
    block: Paragraph,
    below: Block | None,
    above: Heading,
    right_under: bool,
    record: Record,
) -> bool:
    """Whether a line over a list names a group of skills: "Software", under "SKILLS".

    It is set in other letters than the title over it, or stands `right_under` one that it repeats.
    """
    more = [line.text for line in block.lines[1:]]
    if more:
        listed = len(more) == 1 and bool(re.search(r"[,;·•|]", more[0]))
        told = listed and not begins_with_tongue(more[0])
    else:
        told = isinstance(below, List)
    if not told or title.isupper():
        return False
    own = kinds_of(title, record.vocabulary)
    if above.text.isupper():
        compound = not is_own_title(title, record.vocabulary)  # "Team work"
        return compound or all(kind in _LABELS for kind in own)
    return own == ["skills"] and right_under


def is_label(
    block: Paragraph, last: Block | None, section: Heading | None, record: Record, unseen: bool
) -> bool:
    """A line over its list among others of that shape ("Languages" in a list of skills).

    Under studies or posts such a line is a title, and so it is below items of two sides each
    ("Danish – native"), which are no label and its list.
    """
    kinds = kinds_of(unstyle(section.text), record.vocabulary) if section else []
    if unseen and section and kinds[:1] not in _LABELLED:
        return False
    among = kind_of(unstyle(block.lines[0].text), record.vocabulary) in _LABELS
    if (
        among
        and (not kinds or kinds[:1] in _LABELLED)
        and section
        and isinstance(last, Paragraph)
        and len(last.lines) == len(block.lines) == 2
    ):
        above = unstyle(last.lines[0].text)
        return not find_date(above, record.vocabulary) and not _SIDES.search(above)
    wrapped = len(block.lines) > _MOST_LINES and not block.lines[0].hard
    return wrapped and bool(ENDS.search(block.lines[-1].text))


def in_groups(blocks: list[Block], record: Record) -> set[int]:
    """The places of blocks with bold lines around them, under one heading, that are no titles."""
    found: set[int] = set()
    begin = 0
    for end in [*(n for n, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks)]:
        named = [at for at in range(begin, end) if _is_group(blocks[at], record)]
        if named:
            found |= {*range(begin, end)} - ({*named} if len(named) == 1 else set())
        elif begin and _are_skills(blocks[begin - 1], blocks[begin:end], record):
            found |= {*range(begin, end)}
        begin = end + 1
    return found


def _are_skills(over: Block, below: list[Block], record: Record) -> bool:
    """Whether bold lines from the first on are groups of the skills whose marked title is above.

    "**Languages**" and "**Tools**" right under "## Skills" cut it, which else would be empty.
    """
    if not isinstance(over, Heading) or not over.marked or not below:
        return False
    if kinds_of(unstyle(over.text), record.vocabulary) != ["skills"]:
        return False
    lines = [one.lines[0].text if isinstance(one, Paragraph) else "" for one in below]
    bold = [wholly(line)[0] == "strong" for line in lines]
    kinds = {
        kind_of(shown_title(unstyle(line)), record.vocabulary)
        for line, told in zip(lines, bold, strict=True)
        if told
    }
    return bold[0] and sum(bold) > 1 and kinds <= _LABELS


def _is_group(block: Block, record: Record) -> bool:
    """Whether a first line is bold and no title: the name of a group, or of an entry."""
    line = block.lines[0].text if isinstance(block, Paragraph) else ""
    own = is_own_title(shown_title(unstyle(line)), record.vocabulary)
    if wholly(line)[0] != "strong" or own:
        return False
    return not find_date(unstyle(line), record.vocabulary)
