"""What a section becomes: an item of the spine, and the entries that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from typeset.importers.text.contacts import Contacts
from typeset.importers.text.outline import RawSection

Entry = dict[str, Any]


@dataclass
class Part:
    """One item of the spine, and its entries: of one `kind`, or `mixed`, each with its own."""

    section: dict[str, Any]
    kind: str = ""
    entries: list[Entry] = field(default_factory=list)
    mixed: list[tuple[str, Entry]] = field(default_factory=list)
    summary: str = ""
    contacts: Contacts | None = None


def spine(raw: RawSection, kind: str, body: str = "") -> dict[str, Any]:
    """The item of the spine for a section: its kind, the author's title, and prose."""
    section: dict[str, Any] = {"kind": kind} if kind else {}
    section["title"] = raw.title
    if body:
        section["body"] = body
    return section
