"""Names for entries: those the author gave, and those that derive from the words.

A derived id is the organisation and the first words of the title, in ASCII where
the script allows it; the start year is added only where two would be the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from typeset.profile.fields import Model
from typeset.profile.model import ArrayKind, Profile, Section
from typeset.profile.nodes import Path

_NAMES = ("name", "organization", "institution", "awarder", "publisher", "issuer", "language")
_TITLES = ("position", "study_type", "area", "title", "reference")

ARRAYS: tuple[ArrayKind, ...] = get_args(ArrayKind)


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
    kinds, the later one's take its name.
    """
    result: dict[str, dict[str, Model]] = {}
    given = {e.id for kind in ARRAYS for e in getattr(profile, kind) if _given(e)}
    taken: set[str] = set()
    for kind in ARRAYS:
        entries: list[Model] = getattr(profile, kind)
        names = [getattr(entry, "id", "") or derive_id(entry) or kind for entry in entries]
        twice = {name for name, times in Counter(names).items() if times > 1}
        result[kind] = {}
        for entry, name in zip(entries, names, strict=True):
            start = getattr(entry, "start_date", None) or getattr(entry, "release_date", None)
            base = f"{name}-{start}" if name in twice and start and not _given(entry) else name
            if base in taken - set(result[kind]) and not _given(entry):
                base = f"{base}-{kind}"
            unique, number = base, 2
            # What an author named keeps its name; a derived one gives way.
            while unique in taken or (unique in given and not _given(entry)):
                unique, number = f"{base}-{number}", number + 1
            result[kind][unique] = entry
            taken.add(unique)
    return result


def _given(entry: Model) -> bool:
    return bool(getattr(entry, "id", ""))


def check_ids(profile: Profile) -> Iterator[tuple[Path, str, str]]:
    """Ids given twice, and sections that name an entry there is not: (path, message, hint)."""
    from typeset.problems import did_you_mean

    seen: dict[str, str] = {}
    for kind in ARRAYS:
        for index, entry in enumerate(getattr(profile, kind)):
            name = getattr(entry, "id", "")
            if name and name in seen:
                yield (kind, index, "id"), f"the id {name!r} is already given in {seen[name]}", ""
            elif name:
                seen[name] = kind
    known = entry_ids(profile)
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


def _names_for(section: Section, known: dict[str, dict[str, Model]]) -> list[str]:
    kinds = [section.kind] if section.kind in known else list(known)
    return [name for kind in kinds for name in known[str(kind)]]
