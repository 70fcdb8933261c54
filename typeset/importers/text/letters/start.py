"""The parts of a letter before its salutation, and by what its subject is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.text.header.contact_pieces import POSTAL, is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.letters.addressees import addressing, is_person
from typeset.importers.text.letters.day import LABELLED, day_of
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key


@dataclass
class Start:
    """The parts of a letter before its salutation. `prose` belongs to the body."""

    place: str = ""
    date: str = ""
    subject: str = ""
    recipient: dict[str, Any] = field(default_factory=dict)
    prose: list[Block] = field(default_factory=list)
    enclosures: list[str] = field(default_factory=list)
    """What is enclosed, and who gets a copy, where the letter's head says so."""

    def take_date(self, text: str, record: Record) -> bool:
        """Keep the day of a line, with the place; False for a line that is no date."""
        found = day_of(text, record)
        if found:
            self.place, self.date = found
        return found is not None

    def take_subject(self, line: int, text: str, record: Record) -> None:
        """Keep a subject line without its label."""
        plain = unstyle(text).strip()
        for name in ("subject", "sought"):
            if match := _subject_label(plain, record, name):
                record.use_label(line, match[1], name)
                plain = match[2].strip()
                break
        self.subject = plain


def is_subject(text: str, record: Record, *, labelled: bool = False) -> bool:
    """Whether a line is a subject: by its label or first words, or bold unless it is `labelled`."""
    if is_labelled_subject(text, record):
        return True
    if not labelled and _subject_label(unstyle(text).strip(), record, "sought"):
        return True  # "Position: Night Nurse", where nothing else says what for
    if re.search(r"[:.!?,]\S*$", unstyle(text).strip()):
        return False
    if is_contact_line(text) or addressing(unstyle(text), record)[0]:
        return False
    if begins_application(text, record):
        return True
    plain = unstyle(text)
    named = CJK.match(plain) and len("".join(plain.split())) <= _LONGEST_SOLID_NAME
    return not labelled and not named and wholly(text)[0] == "strong" and len(text.split()) <= 20


_LONGEST_SOLID_NAME = 5
"""Signs that a name has at the most where words are not set apart: "佐々木　健一"."""


def is_labelled_subject(text: str, record: Record) -> bool:
    """Whether a line is a subject by its label, or by its end: "Betreff: …", "件名：…", "…の件"."""
    plain = unstyle(text).strip()
    ended = CJK.search(plain) and plain.endswith(tuple(record.vocabulary["subject_ends"]))
    return bool(ended) or _subject_label(plain, record) is not None


def _subject_label(plain: str, record: Record, among: str = "subject") -> re.Match[str] | None:
    """The label of a subject and what follows it; the first words of a link are none."""
    match = LABELLED.fullmatch(plain)
    told = match and "[" not in match[1] and key(match[1]) in record.vocabulary[among]
    return match if told else None


def begins_application(text: str, record: Record) -> bool:
    """Whether a short line begins as those do that say what a letter is about."""
    words = unstyle(text).split()
    known = record.vocabulary["applications"]
    heads = (key(" ".join(words[:size])) in known for size in range(1, min(5, len(words)) + 1))
    return 0 < len(words) <= 20 and words[0][:1].isupper() and any(heads)


def may_be_subject(lines: list[Line], sure: bool, greeting: str, record: Record) -> bool:
    """Whether the lines over a greeting, behind the recipient, say what a letter is about.

    That is `sure` behind recipient and date; else they must be no part of an address.
    """
    texts = [unstyle(line.text).strip() for line in lines]
    if len(texts) > 3 or any(is_contact_line(text) for text in texts):
        return False
    if sure or begins_application(texts[0], record):
        return True
    address = any(
        POSTAL.search(text)
        or is_place(text, record)
        or is_person(text, greeting, record)
        or record.vocabulary.has("organisations", text)
        or key(text.split()[0]) in record.vocabulary["towards"] | record.vocabulary["attention"]
        for text in texts
    )
    return not address and len(texts) == 1 and not re.search(r"[.,]$|^\d", texts[0])


def is_under_address(above: list[Line], record: Record) -> bool:
    """Whether the line above begins an address ("For the attention of …"), which goes on."""
    return bool(above) and bool(addressing(unstyle(above[-1].text), record)[0])


def is_over_address(line: Line, lines: list[Line]) -> bool:
    """Whether a line stands first over those of an address with its postal code."""
    return line is lines[0] and len(lines) > 2 and bool(POSTAL.search(unstyle(lines[-1].text)))


def is_sentence(lines: list[Line]) -> bool:
    """Whether a line alone is a sentence, as none of an address is: "I saw your notice."."""
    words = unstyle(lines[0].text).split()
    if len(lines) > 1 or len(words) <= _LONGEST_SHORT:
        return False
    return words[-1].endswith((".", "?", "!")) and len(words[-1]) > _LONGEST_SHORT


_LONGEST_SHORT = 4


def is_topic(blocks: list[Block]) -> bool:
    """Whether the first block under the greeting is no sentence but a line that says what for."""
    first, below = blocks[0], blocks[1] if len(blocks) > 1 else None
    if not isinstance(first, Paragraph) or len(first.lines) > 1 or not isinstance(below, Paragraph):
        return False
    text = unstyle(first.text)
    loud = text.isupper() or (text[:1].isupper() and len(text.split()) <= 8)
    return loud and len(text.split()) <= 12 and not re.search(r"[.!?:;,…。！？，：]\W*$", text)
