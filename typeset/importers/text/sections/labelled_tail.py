"""Labelled lines at the end of a section that are sections themselves: "Languages: Welsh"."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.header.facts import is_fact
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import is_own_title, kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_LABELLED = re.compile(
    r"(\*\*|_|\*|)([^\W\d_][^:：*,;]{1,29}?)\s*[:：]?\1\s*[:：]?\s+(\S.*)", re.DOTALL
)
_COLON = re.compile(r"[^:：]{2,32}[:：]")
_LISTS = frozenset({"languages", "skills", "interests", "certificates", "references", "awards"})
_OVER = _LISTS - {"skills"} | {"work", "education", "publications", "volunteer"}
"""Kinds of sections whose own lines are no such lists."""


def labelled_tail(section: RawSection, record: Record) -> list[RawSection]:
    """A section without its last lines that are other sections, and these; none for others."""
    if len(section.kinds) != 1 or section.kinds[0] not in _OVER:
        return []
    at = len(section.blocks)
    tails: list[RawSection] = []
    while at > 1 and (parts := _sections_of(section.blocks[at - 1], section.kinds[0], record)):
        tails = [*parts, *tails]
        at -= 1
    labelled = section.kinds != ["languages"] and any(map(_is_labelled, section.blocks[:at]))
    if not tails or labelled:
        return []
    tails = _with_facts_together(tails)
    for one in tails:
        record.choose(one.line, "section-in-a-line", one.title, ", ".join(one.kinds))
    return [RawSection(section.title, section.line, section.kinds, section.blocks[:at]), *tails]


def _with_facts_together(sections: list[RawSection]) -> list[RawSection]:
    """The sections with facts on the person that follow each other as one of them."""
    found = sections[:1]
    for above, one in pairwise(sections):
        if above.kinds == one.kinds == ["contact"]:
            found[-1].blocks += one.blocks
        else:
            found.append(one)
    return found


def _is_labelled(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_COLON.match(unstyle(block.text)))


def _sections_of(block: Block, kind: str, record: Record) -> list[RawSection]:
    """The sections that the lines of a paragraph are, one of another kind at least; or none.

    Facts on the person are none of what is above them: "Driving licence: B", "Permis B".
    """
    lines = block.lines if isinstance(block, Paragraph) else []
    found: list[RawSection] = []
    for line in lines:
        match = _LABELLED.fullmatch(line.text) if _COLON.match(unstyle(line.text)) else None
        title = unlink(unstyle(match[2]))[0].strip() if match else ""
        kinds = _kinds(title, record) if match else []
        if kind == "education" and key(title) in record.vocabulary.labels["courses"]:
            return []  # "Courses: Mosses, Ferns" under the school that teaches them
        if match and kinds:
            value: list[Block] = [Paragraph([Line(line.number, match[3].strip())])]
            if kinds == ["contact"]:
                title, value = "", [Paragraph([line])]
            found.append(RawSection(title, line.number, kinds, value))
        elif found and not match and found[-1].title and not line.hard:
            last = found[-1].blocks[0]
            assert isinstance(last, Paragraph)
            last.lines.append(line)
        elif not match and _is_short_fact(line.text, record):
            found.append(RawSection("", line.number, ["contact"], [Paragraph([line])]))
        else:
            return []
    return found if any(one.kinds != [kind] for one in found) else []


def _is_short_fact(text: str, record: Record) -> bool:
    """Whether a line is a fact on the person; not "Mobile, AL, 2015 – 2018", which has a period."""
    found = find_date(text, record.vocabulary)
    ranged = found is not None and found.start != found.end
    return is_fact(text, record) and len(text.split()) <= _LONGEST_FACT and not ranged


_LONGEST_FACT = 6


def _kinds(title: str, record: Record) -> list[str]:
    """The kind of the list that a label names, or `contact` for a fact on the person."""
    words = record.vocabulary
    kinds = kinds_of(title, words)
    if kinds == ["certificates"] and key(title) in words["person_labels"]:
        return ["contact"]  # "Driving licence: B"
    if len(kinds) == 1 and kinds[0] in _LISTS and is_own_title(title, words):
        return kinds  # "The Mill's programmes: Bread, Cakes" is known by its head alone
    if key(title) in words["computing"]:
        return ["skills"]
    return ["contact"] if key(title) in words["person_labels"] else []
