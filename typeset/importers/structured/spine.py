"""The sections of a structured file, in order, and the entries they hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.structured.mapping import without_empty
from typeset.importers.text.sections.titles import kind_of
from typeset.importers.text.words.vocabulary import vocabulary
from typeset.profile.ids import ARRAYS, entry_ids
from typeset.profile.model import Profile


@dataclass
class _Section:
    kind: str
    title: str
    body: str
    entries: list[dict[str, Any]]
    places: list[int]


@dataclass
class Spine:
    """Sections as they are read; `data` gives them and their arrays as a profile has them."""

    summary: str = ""
    arrays: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    sections: list[_Section] = field(default_factory=list)

    def add(self, kind: str, title: str, entries: Sequence[dict[str, Any]], body: str = "") -> None:
        """A section of one of the profile's kinds. One that holds nothing is left out."""
        entries = [made for entry in entries if (made := without_empty(entry))]
        if not entries and not body:
            return
        array = self.arrays.setdefault(kind, [])
        places = list(range(len(array), len(array) + len(entries)))
        array += entries
        self.sections.append(_Section(kind, title, body, [], places))

    def add_summary(self, title: str, text: str) -> None:
        """The summary; where there is one already, prose under its own title."""
        if text and not self.summary:
            self.summary = text
            self.sections.append(_Section("summary", title, "", [], []))
        else:
            self.add_prose(title, text)

    def add_prose(self, title: str, body: str) -> None:
        """A section of Markdown."""
        if body:
            self.sections.append(_Section("", title, body, [], []))

    def add_generic(self, title: str, entries: Sequence[dict[str, Any]], body: str = "") -> None:
        """A section of entries that no kind knows."""
        entries = [made for entry in entries if (made := without_empty(entry))]
        last = self.sections[-1] if self.sections else None
        if last and title and (last.kind, last.title, last.body) == ("", title, "") and not body:
            last.entries += entries  # one section that the file gives in pieces
        elif entries or body:
            self.sections.append(_Section("", title, body, list(entries), []))

    def add_titled(self, title: str, entries: Sequence[dict[str, Any]]) -> None:
        """A section of generic entries, which are of a kind where the title names one."""
        kind = kind_of(title, vocabulary())
        if kind in NAMES:
            self.add(kind, title, [of_kind(entry, kind) for entry in entries])
        else:
            self.add_generic(title, entries)

    def data(self) -> dict[str, Any]:
        """`sections`, and the arrays that they name."""
        data: dict[str, Any] = {kind: list(made) for kind, made in self.arrays.items() if made}
        times = Counter(section.kind for section in self.sections if section.kind)
        shared = [kind for kind in ARRAYS if times[kind] > 1]
        # Entries of other kinds count, too: what two are called alike names neither.
        made = entry_ids(Profile.model_validate(data)) if shared else {}
        ids: dict[str, list[str]] = {kind: list(made[kind]) for kind in shared}
        data["sections"] = [self._item(section, ids) for section in self.sections]
        return data

    def _item(self, section: _Section, ids: Mapping[str, list[str]]) -> dict[str, Any]:
        entries: list[Any] = list(section.entries)
        if section.kind in ids:
            entries = [ids[section.kind][place] for place in section.places]
        return {
            "kind": section.kind,
            "title": section.title,
            "body": section.body,
            "entries": entries,
        }


NAMES = {
    "work": {"title": "position", "organization": "name"},
    "volunteer": {"title": "position"},
    "education": {"title": "studyType", "organization": "institution"},
    "projects": {"title": "name", "organization": "entity"},
    "certificates": {"title": "name", "organization": "issuer"},
    "awards": {"organization": "awarder"},
    "publications": {"title": "name", "organization": "publisher"},
}
"""What an entry's title and organisation are called in each kind."""

_DAYS = {"certificates": "date", "awards": "date", "publications": "releaseDate"}


def of_kind(entry: dict[str, Any], kind: str) -> dict[str, Any]:
    """A generic entry under the names that its kind has for them."""
    made = {NAMES[kind].get(key, key): value for key, value in entry.items()}
    if kind in _DAYS and made.get("startDate") and made["startDate"] == made.get("endDate"):
        made[_DAYS[kind]] = made.pop("startDate")
        made.pop("endDate")
    return made


def join(*parts: str, by: str = ", ") -> str:
    """The parts that hold something, on one line."""
    return by.join(part for part in parts if part)


def with_line(body: dict[str, Any], line: str) -> dict[str, Any]:
    """An entry's texts and, after them, a line that has no key of its own."""
    if not line:
        return body
    if body.get("highlights"):
        return {**body, "highlights": [*body["highlights"], {"prose": line}]}
    return {**body, "summary": join(body.get("summary", ""), line, by="\n\n")}


def title_of(key: str) -> str:
    """A section's title from a key: `selected_projects` is "Selected projects"."""
    text = " ".join(key.replace("_", " ").split())
    if not text.islower():
        return text
    return re.sub(r"(?<= )i(?= (?:have|made|built)\b)", "I", text[:1].upper() + text[1:])
