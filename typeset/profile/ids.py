"""Names for entries: those the author gave, and those that derive from the words.

A derived id is the organisation and the first words of the title, in ASCII where
the script allows it; the start year is added only where two would be the same. Sections
are called by their kinds, so no derived id is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args

from typeset.problems import did_you_mean
from typeset.profile.fields import Model
from typeset.profile.model import ArrayKind, Profile, Section
from typeset.profile.nodes import Path

_NAMES = ("name", "organization", "institution", "awarder", "publisher", "issuer", "language")
_TITLES = ("position", "study_type", "area", "title", "reference")

ARRAYS: tuple[ArrayKind, ...] = get_args(ArrayKind)

BRANCHES = ("roles", "engagements", "highlights", "children")
"""The lists inside an entry or highlight whose members may have ids, as they are printed."""

_KINDS = {*ARRAYS, "summary", "contact"}

_RESERVED = {"title", "basics", "letter", "sections"}
"""What the addresses of a profile's other texts begin with."""


@lru_cache(maxsize=4096)  # a profile's entries are asked for their names a dozen times
def slug(text: str, limit: int = 6) -> str:
    """The first `limit` words of `text`, lower case, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = unicodedata.normalize("NFC", plain)  # Hangul in whole syllables again
    return "-".join(re.findall(r"\w+", plain)[:limit])


def derive_id(entry: Model) -> str:
    """The id an entry has when its author gave none; empty where it has no words for one."""
    parts = [slug(str(getattr(entry, key, "")), 3) for key in _NAMES]
    parts += [slug(str(getattr(entry, key, "")), 3) for key in _TITLES]
    return "-".join(part for part in parts if part)


def entry_ids(profile: Profile) -> dict[str, dict[str, Model]]:
    """For each array kind, its entries by id, in order; no id stands twice in a profile.

    Ids that derive alike are told apart by their start date, then by a number; of two
    kinds, the later one's take its name. One without words is `work-entry`.
    """
    result: dict[str, dict[str, Model]] = {}
    given = {e.id for kind in ARRAYS for e in getattr(profile, kind) if _given(e)}
    taken: set[str] = set()
    numbers: dict[str, int] = {}  # the next to try, where many derive alike
    for kind in ARRAYS:
        entries: list[Model] = getattr(profile, kind)
        names = [getattr(entry, "id", "") or _derived(entry, kind) for entry in entries]
        twice = {name for name, times in Counter(names).items() if times > 1}
        result[kind] = {}
        for entry, name in zip(entries, names, strict=True):
            start = getattr(entry, "start_date", None) or getattr(entry, "release_date", None)
            base = f"{name}-{start}" if name in twice and start and not _given(entry) else name
            if base in taken and base not in result[kind] and not _given(entry):
                base = f"{base}-{kind}"
            unique, number = base, numbers.get(base, 2)
            # What an author named keeps its name; a derived one gives way.
            while unique in taken or (unique in given and not _given(entry)):
                unique, number = f"{base}-{number}", number + 1
            numbers[base] = number
            result[kind][unique] = entry
            taken.add(unique)
    return result


def _derived(entry: Model, kind: ArrayKind) -> str:
    name = derive_id(entry)
    return f"{name}-{kind}" if name in _KINDS | _RESERVED else name or f"{kind}-entry"


def _given(entry: Model) -> bool:
    return bool(getattr(entry, "id", ""))


def check_ids(profile: Profile) -> Iterator[tuple[Path, str, str]]:
    """Ids given twice, or taken, and names of entries there are not: (path, message, hint)."""
    known = entry_ids(profile)
    derived = {name for names in known.values() for name, entry in names.items()}
    seen: dict[str, str] = {}
    for path, member in given_ids(profile):
        name, at_top = str(getattr(member, "id", "")), len(path) == 2
        kind = str(path[0])
        if name in seen:
            yield (*path, "id"), f"the id {name!r} is already given in {seen[name]}", ""
        elif name in _RESERVED:
            yield (*path, "id"), f"the id {name!r} means something else in addresses", ""
        elif "." in name:
            yield (*path, "id"), f"an id holds no dot: {name!r}", "a dot leads to a text of it"
        elif not at_top and name in derived:
            yield (*path, "id"), f"the id {name!r} is that of an entry, by its words", ""
        seen.setdefault(name, kind)
    for index, section in enumerate(profile.sections):
        for position, reference in enumerate(section.entries):
            if isinstance(reference, str):
                names = _names_for(section, known)
                if reference not in names:
                    yield (
                        ("sections", index, "entries", position),
                        f"no entry has the id {reference!r}",
                        did_you_mean(reference, names),
                    )


def given_ids(profile: Profile) -> Iterator[tuple[Path, Model]]:
    """Everything that its author named, however deep, with its path."""
    waiting: list[tuple[Path, Any]] = [((kind,), getattr(profile, kind)) for kind in ARRAYS]
    waiting += [
        (("sections", index, "entries"), section.entries)
        for index, section in enumerate(profile.sections)
    ]
    while waiting:
        path, members = waiting.pop(0)
        for index, member in enumerate(members):
            if isinstance(member, Model):
                if _given(member):
                    yield (*path, index), member
                inside = [key for key in BRANCHES if hasattr(member, key)]
                waiting += [((*path, index, key), getattr(member, key)) for key in inside]


def _names_for(section: Section, known: dict[str, dict[str, Model]]) -> list[str]:
    kinds = [section.kind] if section.kind in known else list(known)
    return [name for kind in kinds for name in known[str(kind)]]
