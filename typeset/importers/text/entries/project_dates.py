"""The date of a project that ends what is said of it: "A kiln for one. *2019*", "… (2019).".

Behind a project's name there is no other place for it, so that it is the project's.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.project_sides import DATES
from typeset.importers.text.items.dates import date_at_end, date_values
from typeset.importers.text.parts import Entry, Part
from typeset.importers.text.record import Record
from typeset.importers.text.words.date_signs import HAS_YEAR
from typeset.importers.text.words.dates import is_only_date

_SAID = ("description", "summary")
_LAST_SENTENCE = re.compile(r"(.*[.!?…])\s+([*_(]{0,2}[^.!?*_()]{4,40}[*_)]{0,2})\.?", re.DOTALL)
_ENDS_IN_BRACKET = re.compile(r"[^\s(（]\s*[(（][^()（）]*[)）][.\s]*$")
_ENDS_IN_YEAR = re.compile(r"[,;]\s[^,;.]*(?:19|20)\d\d\.?$")


def with_last_dates(parts: list[Part], line: int, record: Record) -> list[Part]:
    """The parts with the dates of the projects that have none yet but at the end of their text."""
    for part in parts:
        for entry in part.entries:
            if not any(name in entry for name in DATES):
                _take_last_date(entry, line, record)
    return parts


def _take_last_date(entry: Entry, line: int, record: Record) -> None:
    for name in _SAID:
        text = entry.get(name, "")
        if not text or "\n" in text or not HAS_YEAR.search(text[-_LONGEST_DATE:]):
            continue
        sentence = _LAST_SENTENCE.fullmatch(text)
        found = is_only_date(sentence[2], record.vocabulary) if sentence else None
        rest = sentence[1] if sentence else text
        if not found and (_ENDS_IN_BRACKET.search(text) or _ENDS_IN_YEAR.search(text)):
            rest, found = date_at_end(text, record)
        if found and rest.strip() and text.startswith(rest[:1]):
            entry[name] = rest
            entry |= date_values(found, line, "", record)
            return


_LONGEST_DATE = 40
