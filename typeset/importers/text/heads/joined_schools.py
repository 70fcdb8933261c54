"""A degree and its school in one phrase: "Bachelor of Arts at Hill University"."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.words import EDUCATION, names, names_owner
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
        taught = sure or names("degrees", left, record) or _is_pursuit(left, match[1], record)
        if names("schools", left, record) or not taught:
            continue
        begins = _begins_with_school(right if given else right.partition(",")[0], record)
        if not begins and not _is_sure_owner(left, match[1], right, record):
            continue
        record.use_label(0, match[1], "school_joiners")
        return [part for part in (left, *place_tail(right, EDUCATION, record)) if part]
    return []


def _is_pursuit(text: str, joiner: str, record: Record) -> bool:
    """Whether what stands before a word for "at" can be what one learns: "Studying law".

    Neither one word nor a name of an organisation is.
    """
    at = key(joiner) in record.vocabulary["joiners"]
    return at and len(text.split()) > 1 and not names_owner(text, record)


def _is_sure_owner(what: str, joiner: str, who: str, record: Record) -> bool:
    """Whether a degree has a name behind a word that says "at", and nothing else: no town.

    "Welding course at Moss Works", "MSc Botany at Department of Plants, Hill University".
    """
    words = record.vocabulary
    if key(joiner) not in words["sure_joiners"] - words["town_joiners"]:
        return False
    first, *others = re.split(r"[,(–—]", who)[0].split() or [""]
    named = first[:1].isupper() and key(first) not in words["settings"]
    owner = " ".join([first, *others])
    return named and names("degrees", what, record) and not is_place(owner, record)


def _begins_with_school(text: str, record: Record) -> bool:
    """Whether a text is a school from its first word on: no small word stands before the word."""
    first = text.replace(",", " ").split()
    at = next((n for n, word in enumerate(first) if names("schools", word, record)), -1)
    return at == 0 or (at > 0 and all(word[:1].isupper() for word in first[:at]))
