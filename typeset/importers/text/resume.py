"""Blocks → the profile of a résumé or an about page."""

from __future__ import annotations

from typing import Any

from typeset.importers.text.blocks import Block, Rule, to_markdown
from typeset.importers.text.closing import take_closing
from typeset.importers.text.contacts import Contacts
from typeset.importers.text.header import Header, read_header
from typeset.importers.text.headings import promote
from typeset.importers.text.outline import outline
from typeset.importers.text.parts import Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections import read_section
from typeset.importers.text.shapes import known_shapes
from typeset.profile.ids import entry_ids
from typeset.profile.model import Profile


def resume_profile(blocks: list[Block], record: Record, *, plain: bool) -> Profile:
    """Read a résumé: header, then the sections in the author's order."""
    blocks = known_shapes(blocks, record)
    found = outline(promote(blocks, record, bare=plain), record)
    closing = take_closing(found.sections[-1], record) if found.sections else []
    for section in found.sections:
        section.blocks = [block for block in section.blocks if not isinstance(block, Rule)]
    _headline_section(found.sections, found.header)
    header = read_header(found.header, record)
    parts = [Part({"body": body}) for body in header.prose]
    for section in found.sections:
        parts += read_section(section, record)
    if closing:
        parts.append(Part({"body": to_markdown(closing)}))
    return assemble(header, parts)


def _headline_section(sections: list[Any], header: list[Block]) -> None:
    """A heading without a known title right under the name, over nothing but contacts."""
    from typeset.importers.text.blocks import Heading

    if len(sections) > 1 and not sections[0].kinds and header:
        from typeset.importers.text.contact_blocks import contact_lines
        from typeset.importers.text.contacts import is_contact_line

        lines = contact_lines(sections[0].blocks)
        only_contacts = lines is not None and all(is_contact_line(text) for _, text in lines)
        if only_contacts and len(sections[0].title.split()) <= 12:
            first = sections.pop(0)
            header.append(Heading(2, first.title, first.line))
            header += first.blocks


def assemble(header: Header, parts: list[Part]) -> Profile:
    """The profile of a header and spine. Sections that share a kind name their entries."""
    data: dict[str, Any] = {"title": header.title, "basics": {}, "sections": []}
    contacts = Contacts()
    contacts.merge(header.contacts)
    owned: list[tuple[int, str, int]] = []
    for part in parts:
        if part.contacts:
            contacts.merge(part.contacts)
        if part.summary and data["basics"].get("summary"):
            part.section = {"title": part.section["title"], "body": part.summary}
        elif part.summary:
            data["basics"]["summary"] = part.summary
        for kind, entry in (*((part.kind, entry) for entry in part.entries), *part.mixed):
            array = data.setdefault(kind, [])
            owned.append((len(data["sections"]), kind, len(array)))
            array.append(entry)
        data["sections"].append(part.section)
    data["basics"] = {
        "name": contacts.basics.pop("name", "") or header.name,
        "label": contacts.basics.pop("label", "") or header.label,
        **contacts.basics,
        **data["basics"],
    }
    if header.name and data["basics"]["name"] != header.name:
        data["basics"].setdefault("details", []).append({"value": header.name})
    profile = Profile.model_validate(data)
    _name_entries(profile, owned, {i for i, part in enumerate(parts) if part.mixed})
    return profile


def _name_entries(profile: Profile, owned: list[tuple[int, str, int]], mixed: set[int]) -> None:
    """Name the entries of sections that share a kind with others, or hold several kinds."""
    owners: dict[str, set[int]] = {}
    for index, kind, _ in owned:
        owners.setdefault(kind, set()).add(index)
    shared = {kind for kind, places in owners.items() if len(places) > 1 or places & mixed}
    if not shared:
        return
    ids = {kind: list(names) for kind, names in entry_ids(profile).items()}
    for index, kind, position in owned:
        if kind in shared:
            profile.sections[index].entries.append(ids[kind][position])
