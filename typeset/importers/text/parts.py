"""What a document falls into: its header, and for each section its item and entries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
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

    def unmixed(self) -> list[Part]:
        """The part, or one for each kind, where its mixed entries stand in an order of kinds.

        "Work & Education" over positions alone is work; over degrees behind these it is work, and
        a section of education without a title. What stands in between keeps all as they were.
        """
        runs = [(kind, [one for _, one in run]) for kind, run in groupby(self.mixed, itemgetter(0))]
        if not runs or len({kind for kind, _ in runs}) < len(runs) or self.section.get("kind"):
            return [self]
        (kind, entries), *others = runs
        first = replace(self, section={"kind": kind, **self.section}, kind=kind, mixed=[])
        first.entries = entries
        return [first, *(Part({"kind": kind, "untitled": True}, kind, run) for kind, run in others)]


def spine(raw: RawSection, kind: str, body: str = "") -> dict[str, Any]:
    """The item of the spine for a section: its kind, the author's title, and prose."""
    section: dict[str, Any] = {"kind": kind} if kind else {}
    section["title"] = raw.title
    if body:
        section["body"] = body
    return section
