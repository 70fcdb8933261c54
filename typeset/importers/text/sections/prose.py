"""Sections that stay prose: those told in sentences, and the kind that a title gives them."""

from __future__ import annotations

import re

from typeset.importers.text.content import is_leisure
from typeset.importers.text.markup.blocks import List, Paragraph, to_markdown
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.parts import Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import joins_titles
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key


def as_prose(raw: RawSection, record: Record) -> list[Part]:
    """A section as the text that its author wrote."""
    if raw.kinds:
        record.choose(raw.line, "kept-as-prose", raw.title, "a section of prose")
    return [Part(spine(raw, _kind_of_prose(raw, record), to_markdown(raw.blocks)))]


def _kind_of_prose(raw: RawSection, record: Record) -> str:
    """The kind of a section of prose: that of a title known word for word, and of leisure's.

    Many tell their interests in sentences, and some their work; "Field experience" over a text
    may be of anything.
    """
    if raw.kinds == ["interests"] or (not raw.kinds and is_leisure(raw.title, record)):
        return "interests"
    whole = record.vocabulary.joined(raw.title) in record.vocabulary.sections
    whole = whole or joins_titles(raw.title, record.vocabulary)
    told = len(raw.kinds) == 1 and raw.kinds[0] in _TOLD_IN_PROSE
    return raw.kinds[0] if whole and told else ""


_TOLD_IN_PROSE = frozenset({"work", "education", "projects", "skills", "publications"})


def is_told(raw: RawSection, record: Record) -> bool:
    """Whether a section is one paragraph that runs on in sentences, dated as an entry is.

    So is a list that says how many one taught.

    "Cook at the Ash Inn (2012–now). Mild, and on time." An entry has its head before its text, on
    a line of its own, in bold or behind its date.
    """
    block = raw.blocks[0] if len(raw.blocks) == 1 else None
    if isinstance(block, List) and not raw.kinds and raw.title:
        return all(_counts_taught(item.text, record) for item in block.items)
    if not isinstance(block, Paragraph) or not set(raw.kinds) <= _TOLD_IN_SENTENCES:
        return False
    first, *others = [line.text.strip() for line in block.lines]
    text = unstyle(" ".join([first, *others]))
    # A line without a date ended where the margin was, unless the day alone stands below it.
    headed = bool(others) and bool(
        find_date(first, record.vocabulary) or is_only_date(others[0], record.vocabulary)
    )
    runs = _SENTENCES.search(text) or (not headed and _CLAUSES.search(text))
    if not runs or not _ENDED.search(text) or (headed and not _ENDED.search(first)):
        return False
    found = find_date(text, record.vocabulary)
    return found is not None and found.begin > 0 and not first.startswith("*")


def _counts_taught(text: str, record: Record) -> bool:
    """Whether an item says how many one taught, and not whom: "Two students, one since 2021"."""
    first, *others = unstyle(text).split() or [""]
    counted = first.isdigit() or key(first) in record.vocabulary["counts"]
    taught = (key(word) in record.vocabulary["taught"] for word in others[:_LONGEST_COUNTED])
    return counted and any(taught)


_LONGEST_COUNTED = 4
"""Words behind a number that may say of whom it is."""
_TOLD_IN_SENTENCES = frozenset({"work", "volunteer", "certificates"})
_SENTENCES = re.compile(r"(?:[^\W\d_]{5}|\d|[)\]”»\"])[.!?]\s+[\"“«(]?(?=[^\W\d_])[^a-zà-ÿ]")
_CLAUSES = re.compile(r";\s[a-zà-ÿ]")
_ENDED = re.compile(r"[.!?。]$")
