"""A profile's entries, bullets and texts, each with the path that leads to it in YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from typeset.profile import Profile
from typeset.profile.entries import Entry, GenericEntry, Highlight, Work
from typeset.profile.ids import ARRAYS
from typeset.profile.nodes import Path

_NO_PROSE = {
    "id", "tags", "url", "email", "phone", "image", "dates", "startDate", "endDate", "date",
    "releaseDate", "$schema", "lang", "meta", "unplaced", "username", "kind", "countryCode",
    "postalCode", "entries",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A path and what stands there."""

    path: Path
    entry: Entry
    kind: str


def entries(profile: Profile) -> Iterator[Place]:
    """Every entry, with those inside it, in order."""
    for kind in ARRAYS:
        for index, entry in enumerate(getattr(profile, kind)):
            if isinstance(entry, Entry):
                yield from _with_parts((kind, index), entry, kind)
    for number, section in enumerate(profile.sections):
        for index, item in enumerate(section.entries):
            if isinstance(item, GenericEntry):
                yield Place(("sections", number, "entries", index), item, "sections")


def _with_parts(path: Path, entry: Entry, kind: str) -> Iterator[Place]:
    yield Place(path, entry, kind)
    if isinstance(entry, Work):
        for index, role in enumerate(entry.roles):
            yield Place((*path, "roles", index), role, "roles")
        for index, part in enumerate(entry.engagements):
            yield from _with_parts((*path, "engagements", index), part, "engagements")


@dataclass(frozen=True, slots=True)
class Bullet:
    """A highlight of an entry; `lead` and `text` as they are printed together."""

    path: Path
    highlight: Highlight

    @property
    def text(self) -> str:
        """Its words, the lead first."""
        return " ".join(part for part in (self.highlight.lead, self.highlight.text) if part)


def bullets(place: Place) -> list[Bullet]:
    """An entry's own bullets, without prose and without what is nested in them."""
    return [
        Bullet((*place.path, "highlights", index), item)
        for index, item in enumerate(place.entry.highlights)
        if not item.prose
    ]


def all_bullets(profile: Profile) -> Iterator[Bullet]:
    """Every bullet of a profile, those nested in others too."""
    for place in entries(profile):
        yield from _nested((*place.path, "highlights"), place.entry.highlights)


def _nested(path: Path, items: Sequence[Highlight]) -> Iterator[Bullet]:
    for index, item in enumerate(items):
        if not item.prose:
            yield Bullet((*path, index), item)
        yield from _nested((*path, index, "children"), item.children)


def texts(profile: Profile) -> Iterator[tuple[Path, str]]:
    """Every text that is printed as words (no addresses, dates or names of files)."""
    data = profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    yield from _strings((), data)


def _strings(path: Path, data: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _strings((*path, index), item)
    elif isinstance(data, dict):
        for key, item in data.items():
            # A section's entries are ids, or entries of their own.
            inside = key == "entries" and any(isinstance(one, dict) for one in item)
            if key not in _NO_PROSE or inside:
                named = [one if isinstance(one, dict) else "" for one in item] if inside else item
                yield from _strings((*path, key), named)


def said(path: Path) -> str:
    """A path as it is spoken of: `work[0].highlights[2]`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
