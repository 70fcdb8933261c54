"""What a document falls into: its header, and for each section its item and entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from typeset.importers.text.header.contacts import Contacts
from typeset.importers.text.sections.raw_sections import RawSection

Entry = dict[str, Any]


@dataclass
class Header:
    """What stands over the sections. `prose` are bodies of untitled sections."""

    title: str = ""
    name: str = ""
    label: str = ""
    contacts: Contacts = field(default_factory=Contacts)
    prose: list[str] = field(default_factory=list)


@dataclass
class Part:
    """One item of the spine, and its entries: of one `kind`, or `mixed`, each with its own.

    Without a `section` it is facts of the person alone.
    """

    section: dict[str, Any]
    kind: str = ""
    entries: list[Entry] = field(default_factory=list)
    mixed: list[tuple[str, Entry]] = field(default_factory=list)
    summary: str = ""
    contacts: Contacts | None = None

    def unmix(self) -> None:
        """Be of one kind, where all the mixed entries are: "Work & Education" over positions."""
        kinds = {kind for kind, _ in self.mixed}
        if len(kinds) == 1 and not self.entries and "kind" not in self.section:
            self.kind = kinds.pop()
            self.entries, self.mixed = [entry for _, entry in self.mixed], []
            self.section = {"kind": self.kind, **self.section}


def spine(raw: RawSection, kind: str, body: str = "") -> dict[str, Any]:
    """The item of the spine for a section: its kind, the author's title, and prose."""
    section: dict[str, Any] = {"kind": kind} if kind else {}
    section["title"] = raw.title
    if body:
        section["body"] = body
    return section
