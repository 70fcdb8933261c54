"""Publications and talks in plain words: a title, and behind a comma where it came out or was held.

"Bells in the fog, Ringer's Monthly, 2011", "Leases for landowners, Farmers' Evening, Leeds, 2022".
"""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.place_tails import comma_parts
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.items.authors import read_names
from typeset.importers.text.items.cited_titles import sentence_ends
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK, COMMA
from typeset.importers.text.words.vocabulary import any_of, key

_FEWEST_WORDS = 2
_MOST_PARTS = 4
_MARKED = re.compile(r"[\t\[\]*“”\"«»„「」『』《》;]|\bvs?\.")


def plain_venue(text: str, record: Record) -> tuple[str, str]:
    """The title of a dated item, and the names behind it; "" where it may be all the title's.

    "Rivers, Ports and Lights" is one title, unless its last name is a house's.
    """
    if by := _behind_author(text, record):
        return by
    if not COMMA.search(text) or _MARKED.search(text):
        return text, ""
    if CJK.match(text):
        return _behind_solid(text, record)
    if ends := sentence_ends(text):
        return _behind_stop(text, ends, record)
    parts = [text[slice(*end)].strip() for end in comma_parts(text, record)]
    if not 1 < len(parts) <= _MOST_PARTS:
        return text, ""
    while len(parts) > _FEWEST_WORDS and parts[1][:1].islower():
        parts[:2] = [", ".join(parts[:2])]  # "Small towns, big storms, Moss Days"
    title, *others = parts
    if len(title.split()) < _FEWEST_WORDS and not is_place(others[-1], record):
        return text, ""
    large = all(one[:1].isupper() or is_place(one, record) for one in others)  # "online"
    if not large or read_names(text, record).sure:
        return text, ""
    told = any(_is_house(one, record) for one in others)
    words = any_of(record.vocabulary, "and")
    listed = re.search(rf"(?i)\s(?:{words}|&)\s", others[-1]) is not None
    numbered = key(others[0].split()[0]) in record.vocabulary["issues"]
    if numbered or (listed and not told):
        return text, ""
    return title, ", ".join(others)


def _behind_author(text: str, record: Record) -> tuple[str, str] | None:
    """A work with who wrote it, as its translator lists it, and its house; None for others.

    "*Salt Roads* by Ines Vale, Ash Press", "“Salt Roads” by Ines Vale (Ash Press)".
    """
    match = _WRITTEN_BY.fullmatch(text)
    if not match or key(match["by"]) not in record.vocabulary["written_by"]:
        return None
    return match["work"], match["house"] or match["bracket"]


_WRITTEN_BY = re.compile(
    r"(?P<work>(?:\*[^*\t]+\*|[\"“„«][^\"“”„«»\t]+[\"”“»]),?\s+(?P<by>[^\W\d_]{2,5})\s+"
    r"[^\W\d_a-zà-ÿ][^\s,()]*(?:\s[^\s,()]+){0,4})"
    r"(?:,\s+(?P<house>[^\W\d_a-zà-ÿ][^\t()]*)|\s+\((?P<bracket>[^\W\d_a-zà-ÿ][^\t()]*)\))",
    re.DOTALL,
)


def _behind_stop(text: str, ends: list[tuple[int, int]], record: Record) -> tuple[str, str]:
    """The title before the one full stop of an item, and where it was given: "Peat. Days, Ely"."""
    venue = text[ends[0][1] :]
    parts = [venue[slice(*end)].strip() for end in comma_parts(venue, record)]
    named = all(one[:1].isupper() for one in parts) and 1 < len(parts) < _MOST_PARTS
    if len(ends) > 1 or not named or not is_place(parts[-1], record):
        return text, ""
    return text[: ends[0][0]].rstrip("."), venue


def _behind_solid(text: str, record: Record) -> tuple[str, str]:
    """The title in a script without capitals, before what meets or prints by its words."""
    ends = comma_parts(text, record)
    for before, (begin, end) in list(pairwise(ends))[-_HOUSE_AND_TOWN:]:
        part = text[begin:end].strip()
        if names("gatherings", part, record) or _is_house(part, record):
            return text[: before[1]].strip(), text[begin:].strip()
    return text, ""


_HOUSE_AND_TOWN = 2


def _is_house(part: str, record: Record) -> bool:
    housed = names_owner(part, record) or names("presses", part, record)
    return housed or is_place(part, record)
