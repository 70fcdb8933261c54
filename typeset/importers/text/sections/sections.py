"""A raw section → what it puts on the spine and into the profile's arrays: one reader a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from typeset.importers.text.content import are_mere_lines, kinds_told
from typeset.importers.text.entries.bodies import unquoted
from typeset.importers.text.entries.mixed import read_mixed, read_pastimes
from typeset.importers.text.entries.projects import read_projects
from typeset.importers.text.entries.sections import read_entries, read_generic
from typeset.importers.text.heads.lines import is_dated_head
from typeset.importers.text.items.bullets_in_lines import with_ended_lines
from typeset.importers.text.items.credits import read_credits
from typeset.importers.text.items.dated_rows import dated_parts_apart
from typeset.importers.text.items.interests import read_interests
from typeset.importers.text.items.kinds import cut_labelled, read_mixed_items
from typeset.importers.text.items.listings import (
    are_talks,
    is_listing,
    is_service,
    read_listing,
    read_rows,
)
from typeset.importers.text.items.pursuits import is_pursuit, read_pursuits
from typeset.importers.text.items.referees import groups_of_referees, read_references
from typeset.importers.text.items.sections import read_item_section
from typeset.importers.text.items.work_rows import read_work_rows
from typeset.importers.text.items.years_over_items import years_over_items
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    List,
    Paragraph,
    Quote,
    Table,
    to_markdown,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.markup.spaced_tables import spaced_tables
from typeset.importers.text.parts import Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.bare_titles import bare_title
from typeset.importers.text.sections.contact_sections import contacts_beside, read_contact
from typeset.importers.text.sections.content_kinds import kinds_by_content
from typeset.importers.text.sections.fields import read_fields
from typeset.importers.text.sections.formulas import declares
from typeset.importers.text.sections.person_forms import is_form, tells_person
from typeset.importers.text.sections.prose import as_prose, is_told
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.runs import in_runs
from typeset.importers.text.sections.single_facts import fact_of
from typeset.importers.text.sections.statements import are_clauses
from typeset.importers.text.sections.title_signs import known_title
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.skills.language_tables import by_columns
from typeset.importers.text.skills.sections import read_skill_section
from typeset.importers.text.skills.spoken import read_languages
from typeset.importers.text.skills.tongue_tests import begins_with_tongue, read_tests
from typeset.importers.text.skills.tongue_titles import read_titled
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key
from typeset.problems import Severity


def read_section(raw: RawSection, record: Record) -> list[Part]:
    """Read a section by its kind; what its kind's reader does not know is kept as prose."""
    if not raw.blocks:
        return [bare_title(raw, record)]
    if fact := fact_of(raw, record):
        return [fact]
    if raw.kinds != ["contact"] and tells_person(raw, record):
        record.choose(raw.line, "kind-by-content", raw.title, "contact")
        raw.kinds = ["contact"]
    if raw.kinds == ["contact"]:
        rest, lists = cut_labelled(raw, record)
        if lists:
            return [*(read_section(rest, record) if rest.blocks else []), *lists]
    if is_told(raw, record) or declares(raw, record):
        return as_prose(raw, record)
    if not raw.kinds and raw.title:
        raw.blocks = dated_parts_apart(raw.blocks, record)
    seen = [block for block in raw.blocks if not _is_ruled(block)]
    raw.blocks = spaced_tables(seen, record)
    raw.blocks = years_over_items(raw, record)
    if not raw.kinds:
        raw.blocks = with_ended_lines(raw.blocks, record)
    for attempt in _attempts(raw, record):
        mark = record.mark()
        if parts := attempt():
            return parts
        record.reset(mark)
    return as_prose(raw, record)


Attempt = Callable[[], list[Part]]
"""One way to read a section; it gives nothing where the section is not of its form."""


def _attempts(raw: RawSection, record: Record) -> Iterator[Attempt]:
    """The ways to read a section, in the order in which they are tried."""
    yield partial(contacts_beside, raw, record)
    yield partial(read_fields, raw, record)
    yield partial(read_work_rows, raw, record)
    yield partial(read_credits, raw, record)
    told = [] if raw.kinds else kinds_told(raw.title, raw.blocks, record)
    if not raw.kinds and are_talks(raw, record):
        yield partial(_read_as_told, raw, ["publications"], record)
    if not raw.kinds and is_listing(raw.title, record):
        listed = is_service(raw.title, record) or are_mere_lines(raw.blocks, record)
        told = told if told == ["work"] and not listed else []
        if told:
            yield partial(read_pursuits, raw, told, record)
        else:
            yield partial(read_listing, raw, record)
    if is_pursuit(raw.title, record):
        yield partial(read_pursuits, raw, told, record)
    if told:
        yield partial(_read_as_told, raw, told, record)
    yield partial(_table_first, raw, record)
    clauses = "skills" in raw.kinds and are_clauses(raw.blocks)
    if len(raw.kinds) > 1 and not clauses:
        yield partial(read_mixed, raw, record)
        yield partial(read_pastimes, raw, record)
        yield partial(read_mixed_items, raw, record)
    for kind in [] if clauses else kinds_by_content(raw, record) or [""]:
        yield partial(READERS.get(kind, read_generic), kind, raw, record)
    yield partial(_before_closing if raw.kinds else read_rows, raw, record)
    yield partial(_before_headings, raw, record)
    yield partial(_in_runs, raw, record)


def _read_as_told(raw: RawSection, kinds: list[str], record: Record) -> list[Part]:
    """A section under a title nobody knows, read as what its content says it is."""
    record.choose(raw.line, "kind-by-content", raw.title, ", ".join(kinds))
    read = partial(READERS[kinds[0]], kinds[0]) if len(kinds) == 1 else read_mixed
    return read(RawSection(raw.title, raw.line, kinds, raw.blocks), record)


def _in_runs(raw: RawSection, record: Record) -> list[Part]:
    """A section of one kind by the runs of blocks that are of it, and what stands between."""
    if len(raw.kinds) != 1 or raw.kinds[0] not in _OF_ITEMS:
        return []
    return in_runs(raw, record, partial(READERS[raw.kinds[0]], raw.kinds[0]), read_section)


_OF_ITEMS = frozenset({"languages", "skills", "interests", "certificates", "awards",
                       "publications", "references"})  # fmt: skip
"""Kinds of sections that are lists, which a text between them ends."""


def _before_closing(raw: RawSection, record: Record) -> list[Part]:
    """A list read by itself, with what a paragraph behind it begins as a text of its own.

    A paragraph may lead to the list: "Some of my work:", over it.
    """
    led = len(raw.blocks) > 1 and isinstance(raw.blocks[1], List) and not _is_listing(raw.blocks[0])
    first, rest = raw.blocks[: 1 + led], raw.blocks[1 + led :]
    if not first or not _is_listing(first[-1]) or not rest or not isinstance(rest[0], Paragraph):
        return []
    if any(isinstance(block, Heading) for block in rest) or len(rest) > _MOST_CLOSING:
        return []
    mark = record.mark()
    parts = read_section(RawSection(raw.title, raw.line, raw.kinds, first), record)
    if not parts or not any(part.kind for part in parts):
        record.reset(mark)
        return []
    record.choose(rest[0].line, "closing-words", to_markdown(rest[:1]), "a text of its own")
    return [*parts, Part({"body": to_markdown(rest)})]


_MOST_CLOSING = 2


def _table_first(raw: RawSection, record: Record) -> list[Part]:
    """A table of entries over headings with neither a date nor a row's name: sections of their own.

    "2019 | Moss Press, Leeds | Printer" over "### What I liked".
    """
    held = raw.kinds in (["work"], ["education"], ["volunteer"])
    first = raw.blocks[0] if held and raw.blocks else None
    heads = [unlink(unstyle(one.text))[0] for one in raw.blocks if isinstance(one, Heading)]
    if not isinstance(first, Table) or not heads:
        return []
    cells = {key(unlink(unstyle(cell))[0]) for row in first.rows for cell in row}
    linked = any("](#" in cell for row in first.rows for cell in row)
    if linked or any(find_date(head, record.vocabulary) or key(head) in cells for head in heads):
        return []
    return _before_headings(raw, record)


def _before_headings(raw: RawSection, record: Record) -> list[Part]:
    """What stands over the first heading of a section, by itself, and a section a heading.

    "Software" over its lists, and "### Open source" behind them over sentences.
    """
    heads = [block for block in raw.blocks if isinstance(block, Heading)]
    highest = min((head.level for head in heads), default=0)
    starts = [at for at, one in enumerate(raw.blocks) if one in heads and one.level == highest]
    if not raw.kinds or not starts or not starts[0]:
        return []
    mark = record.mark()
    first = RawSection(raw.title, raw.line, raw.kinds, raw.blocks[: starts[0]])
    parts = read_section(first, record)
    if not any(part.entries for part in parts):
        record.reset(mark)
        return []
    for start, end in pairwise([*starts, len(raw.blocks)]):
        head = raw.blocks[start]
        assert isinstance(head, Heading)
        title = unlink(unstyle(head.text))[0].strip()
        record.choose(head.line, "section-in-section", title, "a section of its own")
        inner = RawSection(title, head.line, kinds_of(title, record.vocabulary))
        inner.blocks = raw.blocks[start + 1 : end]
        parts += read_section(inner, record)
    return parts


def _is_listing(block: Block) -> bool:
    """Whether a block is a list, or one line of words between commas."""
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return isinstance(block, List)
    return "," in block.text and not re.search(r"[.!?:]", block.text)


def _is_ruled(block: Block) -> bool:
    """Whether a paragraph is a line of dots under a title."""
    return isinstance(block, Paragraph) and bool(re.fullmatch(r"[.·•\s]{8,}", block.text))


def _summary(kind: str, raw: RawSection, record: Record) -> list[Part]:
    if is_form(raw, record) and (found := read_contact("contact", raw, record)):
        record.choose(raw.line, "kind-by-content", raw.title, "contact")
        return found
    tell_unseen(raw.blocks, record)
    quoted = all(isinstance(block, Quote) for block in raw.blocks)
    text = to_markdown(unquoted(raw.blocks) if quoted else raw.blocks)
    return [Part(spine(raw, "summary"), summary=text)] if raw.blocks else []


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


def _languages(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Languages spoken; those that no list knows as such are programming languages."""
    if titled := read_titled(raw.title, raw.line, raw.blocks, record):
        return [Part(spine(raw, "languages"), "languages", [titled])]
    blocks = by_columns(raw.blocks, record)
    entries = read_languages(blocks, record)
    if entries is not None:
        return [Part(spine(raw, "languages"), "languages", entries)]
    *listed, last = blocks or [Paragraph([])]
    if listed and {type(last), type(listed[-1])} == {List, Paragraph}:
        entries = read_languages(listed, record)
    if entries is not None:  # a closing sentence under the list, or a list of what one does in it
        closing = Part({"body": to_markdown([last])})
        return [Part(spine(raw, "languages"), "languages", entries), closing]
    if begins_with_tongue(raw.blocks, record):
        record.choose(raw.line, "kept-as-prose", raw.title, "prose on languages")
        return [Part(spine(raw, "languages", to_markdown(raw.blocks)))]
    if tests := read_tests(raw, record):
        return tests
    parts = read_skill_section("skills", raw, record)
    if parts:
        record.choose(raw.line, "languages-as-skills", raw.title, "skills")
    return parts


def _interests(kind: str, raw: RawSection, record: Record) -> list[Part]:
    entries = read_interests(raw.blocks, record)
    return [Part(spine(raw, kind), kind, entries)] if entries else []


def _references(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Who gives references; headings that name nobody are titles over them ("Colleagues")."""
    if groups := groups_of_referees(raw, record):
        found = [_references(kind, group, record) for group in groups]
        inner = [part for some in found for part in some]
        return [Part({"title": raw.title}), *inner] if all(found) else []
    entries = read_references(raw.blocks, record)
    return [Part(spine(raw, kind), kind, entries)] if entries else []


Reader = Callable[[str, RawSection, Record], list[Part]]

READERS: dict[str, Reader] = {
    "summary": _summary,
    "contact": read_contact,
    "work": read_entries,
    "education": read_entries,
    "volunteer": read_entries,
    "projects": read_projects,
    "skills": read_skill_section,
    "languages": _languages,
    "certificates": read_item_section,
    "awards": read_item_section,
    "publications": read_item_section,
    "interests": _interests,
    "references": _references,
}
