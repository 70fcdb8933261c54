"""Titles of sections that begin a document, where others have a name."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_signs import STRUCTURED, known_title
from typeset.importers.text.sections.titles import is_document_title, kinds_of, shown_title
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.vocabulary import label_key


def opens_section(block: Block, record: Record) -> bool:
    """Whether the first line of a document is the title of a section with entries.

    It is alone, or set as titles are over what it names: "EDUCATION", "Education:".
    """
    if not isinstance(block, Paragraph):
        return False
    first, *others = block.lines
    kinds = kinds_of(shown_title(unstyle(first.text)), record.vocabulary)
    told = wholly(first.text)[0] == "strong" or re.search(r"[:：]\W*$", first.text)
    if others:
        loud = told or unstyle(first.text).isupper()
        reached = any(is_contact_line(line.text) for line in others)  # "RÉSUMÉ" over a name
        return first.hard and bool(loud) and not reached and bool(STRUCTURED & set(kinds))
    return bool(STRUCTURED & set(kinds)) or (bool(told) and kinds == ["contact"])


def opens_summary(blocks: list[Block], record: Record) -> bool:
    """Whether a document without a name begins with "Profile Summary", alone over a text."""
    first, below = [*blocks[:2], None, None][:2]
    if not isinstance(first, Paragraph) or not isinstance(below, Paragraph):
        return False
    several = len(first.lines) == 1 and len(first.text.split()) > 1
    told = several and known_title(first.text, record) == "summary"
    other = told and is_document_title(first.text, record.vocabulary)
    return told and not other and word_count(below.text) > _LONGEST_NAME


def opens_contacts(blocks: list[Block], record: Record) -> bool:
    """Whether a document begins with "Personal details" over lines that its labels name.

    The first of them, right below or behind an empty line, is a contact or the name:
    "Name: Ada Long".
    """
    lines = [line.text for one in blocks[:2] if isinstance(one, Paragraph) for line in one.lines]
    if len(lines) < _FEWEST_LABELLED or known_title(lines[0], record) != "contact":
        return False
    labels = [_LABELLED.match(unstyle(text)) for text in lines[1 : _FEWEST_LABELLED + 1]]
    told = [match[1] if match else "" for match in labels]
    known = [bool(record.vocabulary.label(label)) for label in told]
    facts = record.vocabulary["person_labels"]
    return known[0] and all(
        told_so or label_key(label) in facts for label, told_so in zip(told, known, strict=True)
    )


_LABELLED = re.compile(r"[\s*•-]*([^:：\t]{1,40}?)\s*(?:[:：]|\t)")
_FEWEST_LABELLED = 2
_LONGEST_NAME = 5
"""Words that stand for a person under a title, at the most."""
