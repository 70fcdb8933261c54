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
        joiner = _without_article(match[1], record)
        sure = given or key(joiner) in record.vocabulary["sure_joiners"]
        taught = sure or names("degrees", left, record) or _is_pursuit(left, joiner, record)
        if not taught or _is_taken_at_school(left, record):
            continue
        named = right if given else right.partition(",")[0]
        begins = _begins_with_school(named, record) or _is_unit_of_school(left, right, record)
        if not begins and not _is_sure_owner(left, joiner, right, record):
            continue
        record.use_label(0, match[1], "school_joiners")
        return [part for part in (left, *place_tail(right, EDUCATION, record)) if part]
    return []


def _is_taken_at_school(text: str, record: Record) -> bool:
    """Whether a text names a school already, and not by a word that is a degree as well.

    So a bootcamp is one that one goes to, and one that a school gives.
    """
    named = [one for one in text.split() if names("schools", one, record)]
    both = bool(named) and all(names("degrees", one, record) for one in named)
    return names("schools", text, record) and not both


def _without_article(joiner: str, record: Record) -> str:
    """The word for "at" without the article behind it: "at the"."""
    first, _, article = joiner.partition(" ")
    return first if key(article) in record.vocabulary["articles"] else joiner


def _is_pursuit(text: str, joiner: str, record: Record) -> bool:
    """Whether what stands before a word for "at" can be what one learns: "Studying law".

    Neither one word nor a name of an organisation is.
    """
    at = key(joiner) in record.vocabulary["joiners"]
    return at and len(text.split()) > 1 and not names_owner(text, record)


def _is_sure_owner(what: str, joiner: str, who: str, record: Record) -> bool:
    """Whether what one learns has a name behind a word that says "at", and nothing else: no town.

    "Welding course at Moss Works", "MSc Botany at Department of Plants, Hill University".
    """
    words = record.vocabulary
    if key(joiner) not in words["sure_joiners"] - words["town_joiners"]:
        return False
    first, *others = re.split(r"[,(–—]", who)[0].split() or [""]
    named = first[:1].isupper() and key(first) not in words["settings"]
    owner = " ".join([first, *others])
    learned = names("degrees", what, record) or (
        _is_pursuit(what, joiner, record) and not names("roles", owner, record)
    )
    return named and learned and not is_place(owner, record)


def _is_unit_of_school(what: str, who: str, record: Record) -> bool:
    """Whether a degree stands before a part of a school, and this: "MSc am Centre for Soils, ETH".

    The part begins with a word for one.
    """
    first, *others = who.partition(",")[0].split() or [""]
    part = any(names(list_, first, record) for list_ in ("units", "organisations"))
    return part and bool(others) and first[:1].isupper() and names("degrees", what, record)


def _begins_with_school(text: str, record: Record) -> bool:
    """Whether a text is a school from its first word on: no small word stands before the word."""
    first = text.replace(",", " ").split()
    at = next((n for n, word in enumerate(first) if names("schools", word, record)), -1)
    return at == 0 or (at > 0 and all(word[:1].isupper() for word in first[:at]))
