"""A title over nothing: over other titles, or left so in a draft."""

from __future__ import annotations

from typeset.importers.text.parts import Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import is_document_title


def bare_title(raw: RawSection, record: Record) -> Part:
    """The item of a title over nothing; its kind is that which it names, if it names one alone."""
    named = len(raw.kinds) == 1 and not is_document_title(raw.title, record.vocabulary)
    return Part(spine(raw, raw.kinds[0] if named else ""))
