"""Who gave a prize or certificate, known because the person worked or studied there.

"Driver of the Month, Holm & Sons": the section on work has "Holm & Sons" as an employer.
"""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.possible_givers import says_owner
from typeset.importers.text.markup.inline import masked, unlink, unstyle
from typeset.importers.text.parts import Entry, Part
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import begins_name
from typeset.importers.text.words.vocabulary import key

_OWNERS = {"work": "name", "volunteer": "organization", "education": "institution"}
"""The keys of those for whom a person worked, or where they studied."""
_NAME_AND_GIVER = {"awards": ("title", "awarder"), "certificates": ("name", "issuer")}
_GENERIC = ("title", "organization")
_SIGNS = tuple(
    re.compile(sign) for sign in (r",\s+", r"\s+[–—-]\s+", r"\s+[|｜·•]\s+", r"(?<=\w):\s+", r"、")
)
_BRACKETED = re.compile(r"(.+\S)\s*[(（]([^()（）]+)[)）]", re.DOTALL)
_SHORTEST = 3
_LONGEST = 300
"""How many signs the name of an item and its giver have together, at the most."""


def with_own_givers(parts: list[Part], record: Record) -> None:
    """Part the names of short items from a giver whom the other sections name."""
    owners = {
        form
        for part in parts
        for kind, entry in _entries(part)
        if kind in _OWNERS
        for form in _forms(str(entry.get(_OWNERS[kind]) or ""), record)
    }
    for part in parts if owners else ():
        for kind, entry in _entries(part):
            if kind in _NAME_AND_GIVER:
                _give(entry, *_NAME_AND_GIVER[kind], owners, record)
        for entry in part.section.get("entries") or ():
            if isinstance(entry, dict):
                _give(entry, *_GENERIC, owners, record)


def _entries(part: Part) -> list[tuple[str, Entry]]:
    """The entries of a part, each with its kind."""
    return [*((part.kind, entry) for entry in part.entries), *part.mixed]


def _give(entry: Entry, name: str, who: str, owners: set[str], record: Record) -> None:
    """Put an item's giver where it belongs: the two in turned order, or both in its name."""
    title, giver = entry.get(name), entry.get(who)
    if not isinstance(title, str) or (giver and not isinstance(giver, str)):
        return
    if giver:
        other = who == _GENERIC[1] and says_owner(giver, record)
        if other or not _is_own(title, owners, record) or _is_own(giver, owners, record):
            return
        entry[name], entry[who] = giver, title
    else:
        found = _parted(title, owners, record)
        if not found:
            return
        items = list(entry.items())
        entry.clear()
        for key_, value in items:
            entry[key_] = value
            if key_ == name:
                entry[name], entry[who] = found
    record.choose(0, "own-giver", title, f"{name}, {who}: {entry[who]}")


def _parted(text: str, owners: set[str], record: Record) -> tuple[str, str] | None:
    """A name and its giver, which ends the text behind a sign or in a bracket, or begins it."""
    bracket = _BRACKETED.fullmatch(text) if len(text) <= _LONGEST else None
    if bracket and _is_own(bracket[2], owners, record):
        return bracket[1], bracket[2]
    for sign in _SIGNS if len(text) <= _LONGEST else ():
        cuts = [cut.span() for cut in sign.finditer(masked(text))]
        for begin, end in cuts:
            if begin and _is_own(text[end:], owners, record):
                return text[:begin], text[end:]
        for begin, end in reversed(cuts):
            if begins_name(text[end:]) and _is_own(text[:begin], owners, record):
                return text[end:], text[:begin]
    return None


def _is_own(text: str, owners: set[str], record: Record) -> bool:
    return not owners.isdisjoint(_forms(text, record))


def _forms(text: str, record: Record) -> set[str]:
    """How a name may be written: without what its firm is, its bracket, or its town."""
    plain = re.sub(r"\s*[(（][^()（）]*[)）]$", "", unlink(unstyle(text))[0].strip(" ."))
    parts = plain.split(", ")
    texts = [plain, *([parts[0]] if len(parts) > 1 and not says_owner(parts[1], record) else [])]
    words = [one.split() for one in texts]
    texts += [" ".join(one[:-1]) for one in words if one and _is_suffix(one[-1], record)]
    terms = record.vocabulary["contracts"] | record.vocabulary["own_account"]
    return {
        key(one)
        for one in texts
        if len(one) >= _SHORTEST and key(one) not in terms and not is_place(one, record)
    }


def _is_suffix(word: str, record: Record) -> bool:
    return key(word) in record.vocabulary["suffixes"]
