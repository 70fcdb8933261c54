"""The sections of a structured file, in order, and the entries they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.structured.mapping import without_empty
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

    def data(self) -> dict[str, Any]:
        """`sections`, and the arrays that they name."""
        data: dict[str, Any] = {kind: list(made) for kind, made in self.arrays.items() if made}
        times = Counter(section.kind for section in self.sections if section.kind)
        data["sections"] = [self._item(section, times[section.kind]) for section in self.sections]
        return data

    def _item(self, section: _Section, times: int) -> dict[str, Any]:
        entries: list[Any] = list(section.entries)
        if section.kind in ARRAYS and times > 1:
            made = Profile.model_validate({section.kind: self.arrays[section.kind]})
            ids = list(entry_ids(made)[section.kind])
            entries = [ids[place] for place in section.places]
        return {
            "kind": section.kind,
            "title": section.title,
            "body": section.body,
            "entries": entries,
        }


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
    return text[:1].upper() + text[1:] if text.islower() else text
