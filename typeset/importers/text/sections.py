"""A raw section → what it puts on the spine and into the profile's arrays: one reader a kind."""

from __future__ import annotations

from collections.abc import Callable

from typeset.importers.text.blocks import (
    Block,
    List,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.contact_blocks import contact_lines
from typeset.importers.text.contacts import read_contacts
from typeset.importers.text.entry_sections import read_entries, read_generic, read_mixed
from typeset.importers.text.head_lines import is_dated_head
from typeset.importers.text.headings import known_title
from typeset.importers.text.inline import unstyle
from typeset.importers.text.named import (
    read_interests,
    read_items,
    read_languages,
    read_references,
)
from typeset.importers.text.outline import RawSection
from typeset.importers.text.parts import Part, spine
from typeset.importers.text.projects import read_projects
from typeset.importers.text.record import Record
from typeset.importers.text.skills import read_skills
from typeset.problems import Severity


def read_section(raw: RawSection, record: Record) -> list[Part]:
    """Read a section by its kind; what its kind's reader does not know is kept as prose."""
    blocks = raw.blocks
    if len(raw.kinds) > 1 and (parts := read_mixed(raw, record)):
        return parts
    for kind in raw.kinds or [""]:
        reader = READERS.get(kind, read_generic)
        mark = record.mark()
        if parts := reader(kind, raw, record):
            return parts
        record.reset(mark)
    if raw.kinds and blocks:
        record.choose(raw.line, "kept-as-prose", raw.title, "a section of prose")
    return [Part({"title": raw.title, "body": to_markdown(blocks)})]


def _summary(kind: str, raw: RawSection, record: Record) -> list[Part]:
    tell_unseen(raw.blocks, record)
    return [Part(spine(raw, "summary"), summary=to_markdown(raw.blocks))] if raw.blocks else []


def tell_unseen(blocks: list[Block], record: Record) -> None:
    """Warn of lines of prose that look like a section's title, or like several positions."""
    lines = [line for block in blocks if isinstance(block, Paragraph) for line in block.lines]
    titles = [line for line in lines if known_title(line.text, record) not in ("", "summary")]
    jobs = [line for line in lines if is_dated_head(line.text, record)]
    for line in [*titles[:1], *(jobs[:1] if len(jobs) > 1 else ())][:1]:
        what = "a section's title" if line in titles else "a position"
        record.tell(
            "section-unseen",
            f"this line in the summary looks like {what}: {unstyle(line.text)}",
            line.number,
            Severity.WARNING,
        )


def _contact(kind: str, raw: RawSection, record: Record) -> list[Part]:
    lines = contact_lines(raw.blocks)
    if lines is None:
        return []
    found = read_contacts(lines, record)
    facts = bool(found.basics.get("details")) and not found.rest
    if not (found.certain or facts) or len(found.rest) > 2:
        return []
    for _, text in found.rest:
        found.detail("", text)
    found.rest = []
    return [Part(spine(raw, "contact"), contacts=found)]


def _skills(kind: str, raw: RawSection, record: Record) -> list[Part]:
    before: list[Block] = []
    blocks = list(raw.blocks)
    while (
        len(blocks) > 1
        and isinstance(blocks[0], Paragraph)
        and read_skills(blocks[:1], record) is None
    ):
        before.append(blocks.pop(0))
    groups = read_skills(blocks, record)
    if groups is None:
        return []
    return [Part(spine(raw, "skills", to_markdown(before)), "skills", groups)]


def _languages(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Languages spoken; those that no list knows as such are programming languages."""
    entries = read_languages(raw.blocks, record)
    if entries is not None:
        return [Part(spine(raw, "languages"), "languages", entries)]
    parts = _skills("skills", raw, record)
    if parts:
        record.choose(raw.line, "languages-as-skills", raw.title, "skills")
    return parts


def _interests(kind: str, raw: RawSection, record: Record) -> list[Part]:
    entries = read_interests(raw.blocks, record)
    return [Part(spine(raw, kind), kind, entries)] if entries else []


def _references(kind: str, raw: RawSection, record: Record) -> list[Part]:
    entries = read_references(raw.blocks, record)
    return [Part(spine(raw, kind), kind, entries)] if entries else []


_NAMES = {
    "certificates": ("name", "date"),
    "awards": ("title", "date"),
    "publications": ("name", "releaseDate"),
}


def _items(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Certificates, awards, publications: an entry a bullet or line, or entries under headings."""
    name, single = _NAMES[kind]
    lists = [i for i, block in enumerate(raw.blocks) if isinstance(block, List)]
    prose = raw.blocks[: lists[0]] if lists else []
    items = read_items(raw.blocks[len(prose) :], name, single, record)
    if items:
        return [Part(spine(raw, kind, to_markdown(prose)), kind, items)]
    return read_entries(kind, raw, record)


Reader = Callable[[str, RawSection, Record], list[Part]]

READERS: dict[str, Reader] = {
    "summary": _summary,
    "contact": _contact,
    "work": read_entries,
    "education": read_entries,
    "volunteer": read_entries,
    "projects": read_projects,
    "skills": _skills,
    "languages": _languages,
    "certificates": _items,
    "awards": _items,
    "publications": _items,
    "interests": _interests,
    "references": _references,
}
