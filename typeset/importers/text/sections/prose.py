"""Sections that stay prose: the kind that their title gives them."""

from __future__ import annotations

from typeset.importers.text.content import is_leisure
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection


def kind_of_prose(raw: RawSection, record: Record) -> str:
    """The kind of a section of prose: that of a title known word for word, and of leisure's.

    Many tell their interests in sentences, and some their work; "Field experience" over a text
    may be of anything.
    """
    if raw.kinds == ["interests"] or (not raw.kinds and is_leisure(raw.title, record)):
        return "interests"
    whole = record.vocabulary.joined(raw.title) in record.vocabulary.sections
    told = len(raw.kinds) == 1 and raw.kinds[0] in _TOLD_IN_PROSE
    return raw.kinds[0] if whole and told else ""


_TOLD_IN_PROSE = frozenset({"work", "education", "projects", "skills", "publications"})
