"""Blocks → the profile of a résumé or an about page."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Any

from typeset.importers.text.cut_links import with_whole_links
from typeset.importers.text.entries.bodies import unquoted
from typeset.importers.text.header.contact_blocks import contact_lines
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contact_reader import read_contacts
from typeset.importers.text.header.contacts import Contacts, is_place
from typeset.importers.text.header.facts import is_fact
from typeset.importers.text.header.header import read_header
from typeset.importers.text.items.own_givers import with_own_givers
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph, Rule, to_markdown
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.markup.shapes import known_shapes
from typeset.importers.text.parts import Header, Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections.closing import take_closing
from typeset.importers.text.sections.colon_titles import without_label
from typeset.importers.text.sections.contact_lists import with_lists_as_sections
from typeset.importers.text.sections.formulas import refers, title_of_formula
from typeset.importers.text.sections.headings import promote
from typeset.importers.text.sections.last_words import without_last_words
from typeset.importers.text.sections.outline import outline
from typeset.importers.text.sections.page_owners import is_person, without_titles
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.sections import read_section
from typeset.importers.text.sections.subsections import split_sections
from typeset.importers.text.sections.titles import kind_of
from typeset.importers.text.sections.training import beside_schooling
from typeset.importers.text.sections.unheaded import by_entries
from typeset.importers.text.sections.untitled_work import with_untitled_work
from typeset.importers.text.site_links import without_site_links
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key
from typeset.profile.ids import entry_ids
from typeset.profile.model import Profile


def resume_profile(blocks: list[Block], record: Record, *, plain: bool) -> Profile:
    """Read a résumé: header, then the sections in the author's order."""
    blocks = known_shapes(without_site_links(blocks, record), record)
    found = by_entries(outline(promote(blocks, record, bare=plain), record), record)
    found.sections = [one for section in found.sections for one in without_label(section, record)]
    found = with_lists_as_sections(found, record)
    closing = take_closing(found.sections[-1], record) if found.sections else []
    for section in found.sections:
        section.blocks = [block for block in section.blocks if not isinstance(block, Rule)]
    found.sections = [
        one for section in found.sections for one in without_last_words(section, record)
    ]
    _headline_section(found.sections, found.header, record)
    header = read_header(found.header, record)
    record.person = header.name
    _drop_repeated_name(found.sections, header, record)
    found.sections = with_untitled_work(split_sections(found.sections, record), record)
    found.sections = beside_schooling(found.sections, record)
    below = [part for section in found.sections for part in read_section(section, record)]
    told = {part.contacts.basics.get("name", "") for part in below if part.contacts}
    if key(header.name) in {
        key(one) for one in told - {""}
    }:  # "Curriculum Vitae – Ann Bell", over "Name: Ann Bell"
        record.use_repeat(1, header.name)
    if header.name:
        _drop_running_name(header, record)
    if not header.name and not told - {""}:
        _name_in_contacts(header, below, record)
    _first_words(header, below, record)
    parts = [*_opening(header, below, record), *below]
    if closing:
        parts.append(_last_part(closing, record))
    with_own_givers(parts, record)
    return assemble(header, parts, record)


def _name_in_contacts(header: Header, below: list[Part], record: Record) -> None:
    """The name as what stands first, without a label, in a section of contacts."""
    for basics in (part.contacts.basics for part in below if part.contacts):
        first = (basics.get("details") or [{}])[0]
        value = unlink(unstyle(first.get("value", "")))[0]
        bare = without_titles(value)
        role = record.vocabulary.has("roles", bare)
        if "label" in first or not is_person(bare) or role or is_fact(value, record):
            continue
        record.choose(1, "name-among-contacts", value, "basics.name")
        header.name = value
        basics["details"] = basics["details"][1:]
        return


def _last_part(closing: list[Block], record: Record) -> Part:
    """What ends a page: its contacts, where references are to be had, or prose."""
    if told := refers(closing, record):
        return Part({"kind": "references", "untitled": True}, "references", [{"reference": told}])
    if title := title_of_formula(closing, record):
        return Part({"title": title, "body": to_markdown(closing[1:])})
    mark = record.mark()
    found = read_contacts(contact_lines(closing) or [], record)
    if found.certain > len(found.rest):  # the fewer are words on them: "Call for more"
        for _, text in found.rest:
            found.detail("", text)
        found.rest = []
        return Part({"kind": "contact", "untitled": True}, contacts=found)
    record.reset(mark)
    return Part({"body": to_markdown(closing)})


def _drop_repeated_name(sections: list[RawSection], header: Header, record: Record) -> None:
    """Leave out an empty section that is called as the person: the head of a second language."""
    again = [
        section
        for section in sections
        if section.title and key(section.title) == key(header.name) and not section.blocks
    ]
    for section in again:
        record.use_repeat(section.line, section.title)
        sections.remove(section)


def _drop_running_name(header: Header, record: Record) -> None:
    """A name that stands a second time, among the contacts of a running head, is nothing else."""
    basics = header.contacts.basics
    for name in ("label", "location"):
        value = basics.get(name)
        if isinstance(value, str) and key(value) == key(header.name):
            record.use_repeat(1, value)
            del basics[name]
    if key(header.label) == key(header.name):
        record.use_repeat(1, header.label)
        header.label = ""


def _opening(header: Header, below: list[Part], record: Record) -> list[Part]:
    """The prose under a person's name, which is their summary where no section is.

    A section behind their career is none beside it: it tells what they look for. Nor has a page
    that is nothing but prose a name set apart: a sentence says it.
    """
    career = any(part.entries for part in below) or not below
    person = header.name or (career and not header.title)
    if header.prose and person:
        _keep_last_words(below)
    short = sum(len(text.split()) for text in header.prose) < _FEWEST_WORDS
    told = below if short else takewhile(lambda part: not part.entries, below)
    if person and header.prose and not any(part.summary for part in told):
        record.choose(1, "opening-summary", header.prose[0][:60], "basics.summary")
        summary = "\n\n".join(header.prose)
        match = _TITLED.match(summary)
        if match and kind_of(match[1], record.vocabulary) == "summary":
            opening = {"kind": "summary", "title": match[1]}
            return [Part(opening, summary=summary[match.end() :])]
        return [Part({"kind": "summary", "untitled": True}, summary=summary)]
    return [Part({"body": body}) for body in header.prose]


def _keep_last_words(below: list[Part]) -> None:
    """Sentences behind contacts stay there where others open the page: "I answer, slowly."."""
    for part in below:
        if part.summary and part.section == {"kind": "summary", "untitled": True}:
            part.section, part.summary = {"body": part.summary}, ""


def _first_words(header: Header, below: list[Part], record: Record) -> None:
    """The prose that comes first is the summary, whatever title it has: "What I do".

    A title known to be none ("Availability") stays one, unless it asks in its author's person.
    """
    first, *others = below or [Part({})]
    title, body = (first.section.get(name, "") for name in ("title", "body"))
    known = record.vocabulary["other_sections"] | record.vocabulary["miscellany"]
    asks = not record.vocabulary["selves"].isdisjoint(key(title).split())
    plain = set(first.section) == {"title", "body"} and not first.entries and not first.mixed
    told = kind_of(title, record.vocabulary) or (key(title) in known and not asks)
    if not plain or header.prose or told:
        return
    career = any(part.kind in ("work", "education") for part in others)
    prose = len(body.split()) >= _FEWEST_WORDS and not _MARKED.search(body)
    if career and prose and not any(part.summary for part in others):
        record.choose(1, "opening-summary", body[:60], "basics.summary")
        first.section, first.summary = {"kind": "summary", "title": title}, body


_FEWEST_WORDS = 8
_MARKED = re.compile(r"^\s*(?:#+|[-*+>|]|\d+[.)])\s", re.MULTILINE)
"""A block of Markdown that is no paragraph."""


_TITLED = re.compile(r"(?:\*\*)?([^\W\d_][^:：*\n]{2,30}?)\s*(?:[:：]\*\*|(?:\*\*)?[:：])\s*(?=\S)")
"""What begins with its title: "Objective: …", "**Profile:** …"."""


def _headline_section(sections: list[RawSection], header: list[Block], record: Record) -> None:
    """A heading without a known title right under the name, over nothing but contacts."""
    if len(sections) < 2 or sections[0].kinds or not header:
        return
    first = sections[0]
    lines = contact_lines(first.blocks) or []
    told = [is_contact_line(text) for _, text in lines]
    only_contacts = any(told) and all(
        contact or is_place(text, record) for contact, (_, text) in zip(told, lines, strict=True)
    )
    opened = _is_opened(first, record) or _is_headline(sections, record)
    opened = opened or _is_over_contacts(first, record)
    if (only_contacts or opened) and len(first.title.split()) <= 12:
        del sections[0]
        header += [Heading(2, first.title, first.line), *first.blocks]


def _is_headline(sections: list[RawSection], record: Record) -> bool:
    """Whether a title stands alone, over nothing but the first title that is known."""
    first, second = sections[:2]
    title = key(first.title)
    told = title in record.vocabulary["other_sections"] or find_date(title, record.vocabulary)
    return not first.blocks and bool(first.title and second.kinds) and not told


def _is_over_contacts(section: RawSection, record: Record) -> bool:
    """Whether a title that is no section's stands over lines that, read as contacts, are these.

    They reach the person, by telephone or e-mail; beside them are an address and facts.
    """
    lines = contact_lines(section.blocks) if len(section.blocks) == 1 else None
    title = record.vocabulary.joined(section.title) in record.vocabulary["other_sections"]
    if title or not lines or any(len(text.split()) > _LONGEST_LINE for _, text in lines):
        return False
    mark = record.mark()
    found = read_contacts(lines, record)
    record.reset(mark)
    return bool({"email", "phone"} & found.basics.keys()) and len(found.rest) <= 1


_LONGEST_LINE = 14


def _is_opened(section: RawSection, record: Record) -> bool:
    """Whether a title is a role, over a few words on the person, or contacts, and no entries."""
    contacts = contact_lines(section.blocks[:1]) or []
    reached = any(is_contact_line(text) for _, text in contacts)
    plain = all(
        isinstance(block, Paragraph) and (reached or not find_date(block.text, record.vocabulary))
        for block in unquoted(section.blocks)
    )
    return plain and bool(section.blocks) and record.vocabulary.has("roles", section.title)


def assemble(header: Header, parts: list[Part], record: Record) -> Profile:
    """The profile of a header and spine. Sections that share a kind name their entries."""
    data: dict[str, Any] = {"title": header.title, "basics": {}, "sections": []}
    contacts = Contacts()
    contacts.merge(header.contacts, record)
    owned: list[tuple[int, str, int]] = []
    facts = [part.contacts for part in parts if part.contacts and not part.section]
    parts = [one for part in parts if part.section for one in part.unmixed()]
    for part in parts:
        if part.contacts:
            contacts.merge(part.contacts, record)
        if part.summary and data["basics"].get("summary"):
            titled = {name: text for name, text in part.section.items() if name == "title"}
            part.section = {**titled, "body": part.summary}
        elif part.summary:
            data["basics"]["summary"] = part.summary
            owned.append((len(data["sections"]), "summary", 0))
        for kind, entry in (*((part.kind, entry) for entry in part.entries), *part.mixed):
            if not any(entry.values()):
                continue  # a bullet without a text
            array = data.setdefault(kind, [])
            owned.append((len(data["sections"]), kind, len(array)))
            array.append(entry)
        data["sections"].append(part.section)
    for fact in facts:
        contacts.merge(fact, record)
    _without_doubles(data["sections"], owned)
    told = contacts.basics.get("label", "")
    if told and header.label and key(told) != key(header.label):
        contacts.detail("", contacts.basics.pop("label"))
    data["basics"] = {
        "name": contacts.basics.pop("name", "") or header.name,
        "label": contacts.basics.pop("label", "") or header.label,
        **contacts.basics,
        **data["basics"],
    }
    if key(header.name) not in ("", key(data["basics"]["name"])):
        data["basics"].setdefault("details", []).append({"value": header.name})
    profile = Profile.model_validate(with_whole_links(data))
    _name_entries(profile, owned, {i for i, part in enumerate(parts) if part.mixed})
    return profile


def _without_doubles(sections: list[dict[str, Any]], owned: list[tuple[int, str, int]]) -> None:
    """Leave a text or title without its kind where another section has the entries."""
    owners = {index for index, _, _ in owned}
    kinds = {kind for _, kind, _ in owned}
    for index, section in enumerate(sections):
        alone = "body" in section or "title" in section
        if index not in owners and alone and section.get("kind") in kinds:
            del section["kind"]


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
