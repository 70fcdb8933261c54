"""A degree and its school in one phrase: "Bachelor of Arts at Hill University"."""

from __future__ import annotations

import re

from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.words import EDUCATION, names
from typeset.importers.text.markup.inline import masked
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import any_of, key


def by_school_joiner(title: str, record: Record) -> list[str]:
    """Degree, school and its place, cut at the last word that joins them; none for other titles.

    "Licence d'histoire à l'université de Nantes": behind the word the school is named at once,
    or by a name in capitals.
    """
    joiners = any_of(record.vocabulary, "school_joiners")
    plain = masked(title).replace("’", "'")
    found = re.finditer(rf"(?<=\S)\s+({joiners})(?:'|\s+)(?=\w)", plain, re.IGNORECASE)
    for match in reversed(list(found)):
        left, right = title[: match.start()].strip(), title[match.end() :].strip()
        given = key(match[1]) in record.vocabulary["giver_joiners"]
        sure = given or key(match[1]) in record.vocabulary["sure_joiners"]
        if names("schools", left, record) or not (sure or names("degrees", left, record)):
            continue
        if not _begins_with_school(right if given else right.partition(",")[0], record):
            continue
        record.use_label(0, match[1], "school_joiners")
        return [part for part in (left, *place_tail(right, EDUCATION, record)) if part]
    return []


def _begins_with_school(text: str, record: Record) -> bool:
    """Whether a text is a school from its first word on: no small word stands before the word."""
    first = text.replace(",", " ").split()
    at = next((n for n, word in enumerate(first) if names("schools", word, record)), -1)
    return at == 0 or (at > 0 and all(word[:1].isupper() for word in first[:at]))
