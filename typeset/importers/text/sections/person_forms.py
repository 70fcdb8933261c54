"""Sections that are forms on the person: a labelled line each for birth, nationality, contacts."""

from __future__ import annotations

from typeset.importers.text.header.contact_blocks import contact_lines
from typeset.importers.text.header.contact_values import LABELLED
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.vocabulary import label_key


def tells_person(raw: RawSection, record: Record) -> bool:
    """Whether a section of no sure kind is such a form, by labels that only a person has.

    Lines are labelled: "Date of birth: …", "Father's name: …", "Languages known: …". A few may
    go on with the address above them.
    """
    if set(raw.kinds) - {"summary"}:
        return False
    labels = [label_key(label) for label, _ in _labelled_lines(raw, _FEW_BARE)]
    return sum(one in record.vocabulary["person_labels"] for one in labels) >= _FEWEST_FACTS


def is_form(raw: RawSection, record: Record) -> bool:
    """Whether all lines of a section are labelled, some with what contacts are labelled with."""
    facts = _labelled_lines(raw)
    told = {record.vocabulary.label(label) for label, _ in facts}
    short = all(
        len(value) <= _LONGEST_FACT and not kinds_of(label, record.vocabulary)
        for label, value in facts
    )
    known = len({"name", "phone", "email", "location"} & told) > 1
    return known or (short and len(facts) >= _FEWEST_FACTS)


def _labelled_lines(raw: RawSection, bare: int = 0) -> list[tuple[str, str]]:
    """The labels and values of a section's lines; none where more than `bare` have no label."""
    lines = [LABELLED.fullmatch(unstyle(text)) for _, text in contact_lines(raw.blocks) or []]
    told = [(line[1], line[2]) for line in lines if line]
    few = len(told) == len(lines) or (len(lines) - len(told) <= bare and len(told) > 2 * bare)
    return told if few else []


_FEW_BARE = 2
_LONGEST_FACT = 20
_FEWEST_FACTS = 2
