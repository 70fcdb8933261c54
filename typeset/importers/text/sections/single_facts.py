"""Sections that are one fact of the person: "希望職種" over a line, "Driving licence" over "B"."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import Contacts
from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.parts import Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.vocabulary import label_key

_LONGEST = 20
"""Words."""
_SENTENCE = re.compile(r"[。！!?？]|[^\W\d]\.$")


def fact_of(raw: RawSection, record: Record) -> Part | None:
    """The fact that a section is, its title being the label; None for other sections."""
    block = raw.blocks[0] if len(raw.blocks) == 1 else None
    lines = block.lines if isinstance(block, Paragraph) else []
    text = lines[0].text.strip() if len(lines) == 1 else ""
    if not text or _SENTENCE.search(unstyle(text)) or word_count(text) > _LONGEST:
        return None
    known = label_key(raw.title) in record.vocabulary["person_labels"]
    if not known or set(raw.kinds) - {"summary"} or find_date(text, record.vocabulary):
        return None
    record.choose(raw.line, "fact-under-title", raw.title, "basics.details")
    found = Contacts()
    found.detail(raw.title, text)
    return Part({}, contacts=found)
