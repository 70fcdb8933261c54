"""Sections of contacts: those titled so, and those that begin with them."""

from __future__ import annotations

import re

from typeset.importers.text.entries.bodies import unquoted
from typeset.importers.text.header.contact_blocks import contact_lines
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contact_reader import read_contacts
from typeset.importers.text.header.contact_values import LABELLED
from typeset.importers.text.header.contacts import Contacts
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.parts import Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.contact_studies import take_studies
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import kinds_of, shown_title


def read_contact(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """A section of contacts, and the sentences about the person that end it; none for others."""
    if len(raw.blocks) > 1 and (said := _statement(raw.blocks[-1])):
        first = RawSection(raw.title, raw.line, raw.kinds, raw.blocks[:-1])
        if parts := read_contact(kind, first, record):
            record.choose(raw.blocks[-1].line, "opening-summary", said[:60], "basics.summary")
            return [*parts, Part({"kind": "summary", "untitled": True}, summary=said)]
    lines = contact_lines([_as_line(block) for block in raw.blocks])
    if lines is None:
        return []
    mark = record.mark()
    lines, studies = take_studies(lines, record)
    found = read_contacts(lines, record)
    wanted = [text for _, text in found.rest if record.vocabulary.has("roles", text)]
    if wanted and "label" not in found.basics and "name" not in found.basics:
        found.basics = {"label": unstyle(wanted[0]), **found.basics}  # "Desired position"
        found.rest = [(line, text) for line, text in found.rest if text != wanted[0]]
    told = bool(found.basics.get("details")) or "name" in found.basics
    details = found.basics.get("details", ())
    facts = told and (len(found.rest) < len(details) or not found.rest or bool(wanted))
    if not (found.certain or facts) or len(found.rest) > (_MOST_WISHES if wanted else 2):
        record.reset(mark)
        return []
    for line, text in found.rest:
        found.detail("", text)
        if lines[0][0] == line and unstyle(lines[0][1]).startswith(text):  # the name, perhaps
            found.basics["details"].insert(0, found.basics["details"].pop())
    found.rest = []
    taught = [Part({"kind": "education", "untitled": True}, "education", studies)]
    return [Part(spine(raw, "contact"), contacts=found), *(taught if studies else [])]


def _as_line(block: Block) -> Block:
    """A heading under a title of contacts as the line of a form that it is: "### Name : Ann"."""
    if not isinstance(block, Heading) or not LABELLED.fullmatch(unstyle(block.text)):
        return block
    return Paragraph([Line(block.line, block.text, True)])


def _statement(block: Block) -> str:
    """What a block under the contacts says of the person in sentences; "" for other blocks."""
    prose = [*unquoted([block])]
    if len(prose) != 1 or not isinstance(prose[0], Paragraph):
        return ""
    plain = unstyle(prose[0].text)
    said = len(plain.split()) >= _SHORTEST_STATEMENT and plain.endswith((".", "!"))
    contact = any(is_contact_line(line.text) for line in prose[0].lines)
    return to_markdown(prose) if said and not contact and not re.search("[:：]", plain) else ""


_SHORTEST_STATEMENT = 8
_MOST_WISHES = 6


def contacts_beside(raw: RawSection, record: Record) -> list[Part]:
    """Contacts at the beginning of a section of prose, or at its end, and the prose itself."""
    return _contacts_first(raw, record) or _contacts_last(raw, record)


def _contacts_last(raw: RawSection, record: Record) -> list[Part]:
    """A profile without the list or lines at its end by which one is reached: "- mail: ann@…".

    A line over these may say so: "Get in touch:".
    """
    prose, reached = _before_contacts(raw.blocks) if raw.kinds == ["summary"] else ([], [])
    over = prose[-1] if len(prose) > 1 else None
    title = shown_title(unstyle(over.text)) if isinstance(over, Paragraph) else ""
    title = title if kinds_of(title, record.vocabulary) == ["contact"] else ""
    prose = prose[:-1] if title else prose
    if not prose or not reached:
        return []
    mark = record.mark()
    line = reached[0].line
    found = read_contact("contact", RawSection(title, line, ["contact"], reached), record)
    contacts = found[0].contacts if len(found) == 1 else None
    if not contacts or not {"email", "phone"} & contacts.basics.keys():
        record.reset(mark)
        return []
    record.choose(line, "contacts-in-section", to_markdown(reached)[:60], "contact")
    shown = {"title": title} if title else {"untitled": True}
    return [
        Part(spine(raw, "summary"), summary=to_markdown(prose)),
        Part({"kind": "contact", **shown}, contacts=contacts),
    ]


def _before_contacts(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks of a text, and the contacts that its last lines or bullets are."""
    *prose, last = blocks or [Paragraph([])]
    if isinstance(last, Paragraph) and prose:
        return (prose, [last]) if all(is_contact_line(one.text) for one in last.lines) else ([], [])
    items = last.items if isinstance(last, List) else []
    at = len(items)
    while at and len(items[at - 1].blocks) == 1 and is_contact_line(items[at - 1].text):
        at -= 1
    if not isinstance(last, List) or at == len(items):
        return [], []
    own: list[Block] = [List(last.line, items[:at], last.start)] if at else []
    return [*prose, *own], [List(items[at].line, items[at:])]


def _contacts_first(raw: RawSection, record: Record) -> list[Part]:
    """Contacts under a title that tells no kind, and a summary behind them; none for others.

    "Me" is over both of them.
    """
    open_ = set(raw.kinds) <= {"summary"} and raw.blocks
    lines = contact_lines(raw.blocks[:1]) if open_ else None
    if not lines or not all(is_contact_line(one) or _is_told(one, record) for _, one in lines):
        return []
    mark = record.mark()
    first = RawSection(raw.title, raw.line, ["contact"], raw.blocks[:1])
    found = read_contact("contact", first, record)
    if not found or not found[0].contacts or not _reaches(found[0].contacts):
        record.reset(mark)
        return []
    record.choose(raw.line, "kind-by-content", raw.title, "contact")
    body = to_markdown(raw.blocks[1:])
    return [*found, *([Part({"kind": "summary"}, summary=body)] if body else [])]


def _reaches(contacts: Contacts) -> bool:
    """Whether contacts are of a person, and no list of links: two, and an account or address."""
    accounts = any(one.get("network") for one in contacts.basics.get("profiles", ()))
    return contacts.certain > 1 and (accounts or bool({"email", "phone"} & contacts.basics.keys()))


def _is_told(text: str, record: Record) -> bool:
    """Whether a line begins with the label of a contact."""
    label = unstyle(text).partition(":")[0]
    return bool(record.vocabulary.label(label))
