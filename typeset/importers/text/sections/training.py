"""Sections on training and qualifications: over certificates and courses, or over schooling."""

from __future__ import annotations

import re

from typeset.importers.text.heads.words import names
from typeset.importers.text.items.items import by_dates, items_of
from typeset.importers.text.markup.blocks import Heading, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.vocabulary import any_of, key


def of_training(raw: RawSection, record: Record) -> list[str] | None:
    """Certificates, where training begins with no degree or school, and names few of them.

    What comes first is what someone trained as, whatever courses came after it; but what holds
    until a day is a card or ticket, and so are those it stands among.
    """
    taught = _taught(raw, record)
    few = bool(taught) and sum(taught) * 2 < len(taught)
    courses = few and (not taught[0] or _expires(raw, record))
    return _certificates(raw, record) if courses else None


def _expires(raw: RawSection, record: Record) -> bool:
    """Whether an item says until when it holds: "Gold Card (expires 2027)"."""
    words = any_of(record.vocabulary, "expiry")
    until = re.compile(rf"(?i)(?<!\w)(?:{words})(?!\w)[^,;()]*\d") if words else None
    items = items_of([by_dates(block, record) for block in raw.blocks], record) or []
    return until is not None and any(until.search(unstyle(text)) for _, text, _ in items)


def beside_schooling(sections: list[RawSection], record: Record) -> list[RawSection]:
    """The sections, with training as certificates where another one is over the schooling.

    What names no degree or school has its place there then, and the others beside it too. Of
    two that may be over training, it is the one that begins with schools and names most.
    """
    training = {
        at: _taught(one, record, degrees=True)
        for at, one in enumerate(sections)
        if _is_training(one, record)
    }
    school = {at for at in training if _is_headed(sections[at], record)}
    school = school or {at for at in training if _is_schooling(_taught(sections[at], record))}
    apart = any(
        one.kinds == ["education"] and at not in training for at, one in enumerate(sections)
    )
    for at, taught in training.items() if apart or school else ():
        if taught and not all(taught) and (apart or at not in school):
            sections[at].kinds = _certificates(sections[at], record)
    return sections


def _is_schooling(taught: list[bool]) -> bool:
    return taught[:1] == [True] and sum(taught) * 2 > len(taught)


def _is_headed(raw: RawSection, record: Record) -> bool:
    """Whether a section begins with a degree or school as a heading."""
    first = raw.blocks[0] if raw.blocks else None
    text = first.text if isinstance(first, Heading) else ""
    return names("schools", text, record) or _is_degree(text, record)


def _is_training(raw: RawSection, record: Record) -> bool:
    titles = {key(raw.title)}
    if raw.kinds == ["education"]:
        titles.add(key(raw.title.rpartition(" ")[2]))  # "Industry Qualifications"
    return not titles.isdisjoint(record.vocabulary["training"])


def _taught(raw: RawSection, record: Record, *, degrees: bool = False) -> list[bool]:
    """Of each item of such a section, whether it names a school or degree; none for others.

    Who gives a course may be a school by its name: `degrees` alone count then.
    """
    if not _is_training(raw, record):
        return []
    blocks = [by_dates(block, record) for block in raw.blocks]
    led = [block for block in blocks if isinstance(block, Paragraph)]
    items = items_of(blocks, record) or []
    if led and isinstance(blocks[0], Paragraph) and len(items) > sum(len(one.lines) for one in led):
        items = items_of([*led], record) or []  # lists under them tell of them
    texts = [text for _, text, _ in items if not is_only_date(unstyle(text), record.vocabulary)]
    return [
        (not degrees and names("schools", text, record)) or _is_degree(text, record)
        for text in texts
    ]


def _is_degree(text: str, record: Record) -> bool:
    """Whether a text names a degree: by its short form, or with no role, as "Master Mason" has."""
    if not names("degrees", text, record):
        return False
    first = next((word for word in text.split() if word[0].isalpha()), "")
    short = bool(_SHORT.match(first)) and names("degrees", first, record)
    return short or not names("roles", text, record)


_SHORT = re.compile(r"[A-Z]\w?\.?[A-Z]")
"""How the short form of a degree begins: "BA", "B.Sc.", "MEng"."""


def _certificates(raw: RawSection, record: Record) -> list[str]:
    record.choose(raw.line, "training-as-certificates", raw.title, "certificates")
    return ["certificates"]
