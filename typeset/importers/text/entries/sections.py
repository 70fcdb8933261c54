"""Sections of entries with heads: positions, degrees, volunteering, and those of no known kind."""

from __future__ import annotations

import re
from functools import partial

from typeset.importers.text.entries.bodies import read_body, together, with_page
from typeset.importers.text.entries.clients import with_clients
from typeset.importers.text.entries.degrees import read_degree
from typeset.importers.text.entries.earlier_entries import earlier_entries
from typeset.importers.text.entries.employers_said import take_said
from typeset.importers.text.entries.engagements import with_engagements
from typeset.importers.text.entries.entries import raw_entries
from typeset.importers.text.entries.lone_items import with_lone_items
from typeset.importers.text.entries.project_sides import is_beside, read_said
from typeset.importers.text.entries.promoted import promoted, tells_post
from typeset.importers.text.entries.roles_by_lines import take_roles
from typeset.importers.text.entries.run_in import by_run_in
from typeset.importers.text.entries.second_lines import owners_in_second_lines
from typeset.importers.text.entries.techniques import read_project
from typeset.importers.text.heads.employer_heads import (
    read_employer,
    read_role,
    towns_alike,
    towns_for_owners,
)
from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry, is_head_line
from typeset.importers.text.heads.neighbours import agree
from typeset.importers.text.heads.own_account import take_own_account, town_of_own_account
from typeset.importers.text.heads.parts import Head, with_span_at_date
from typeset.importers.text.heads.place_tails import may_be_place
from typeset.importers.text.heads.words import KINDS, WORK, ends_like_role, names
from typeset.importers.text.items.dated_rows import rows_as_items, runs_on
from typeset.importers.text.items.generic_items import cut_head
from typeset.importers.text.items.headed_givers import take_giver
from typeset.importers.text.items.owners_below import take_owners
from typeset.importers.text.items.parted import with_parted_items
from typeset.importers.text.items.published import where as venue_of
from typeset.importers.text.items.undated_lines import with_undated
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    List,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.markup.inline import escape_start, masked, unlink, unstyle
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.statements import listed
from typeset.importers.text.sections.titles import kind_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


def read_entries(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """A section of entries with heads: positions, degrees, projects, and generic ones."""
    found = raw_entries(raw.blocks, kind, record)
    if not found:
        return []
    before, raws = found
    owners_in_second_lines(raws, kind, record)
    part = Part(spine(raw, kind, to_markdown(before)), kind)
    parts = [part]
    pending: list[tuple[Head, RawEntry]] = []
    for entry in raws:
        if inner := _sub_section(entry, record):
            _finish(parts[-1], pending, kind, record)
            title = unlink(unstyle(entry.head[0][1]))[0].strip()
            body = "\n\n".join([*(text for _, text in entry.head[1:]), *inner[2]])
            sub = RawSection(title, entry.line, raw.kinds)
            parts.append(Part(spine(sub, kind, body), kind))
            pending = [(read_head(one.head, kind, record), one) for one in inner[1]]
        else:
            if KINDS.get(kind) is WORK:
                entry.head = with_span_at_date(entry.head, record)
            with_clients(entry, record)
            if entry.employer:
                head = read_employer(entry.head, record)
            elif entry.earlier:
                head = read_role(entry.head, record)
                if names("roles", head.where, record) or not may_be_place(head.where, WORK, record):
                    head.what = " · ".join(part for part in (head.what, head.where) if part)
                    head.where = ""
            else:
                head = read_head(entry.head, kind, record, entry.given)
            pending.append((head, entry))
    _finish(parts[-1], pending, kind, record)
    return parts


def _sub_section(entry: RawEntry, record: Record) -> tuple[None, list[RawEntry], list[str]] | None:
    """An entry that is a title over run-in entries ("Earlier work", with its years under it)."""
    found = by_run_in(entry.body, "work", record) if not entry.inner else None
    found = found or earlier_entries(entry, record)
    if not found or any(isinstance(block, List) for block in found[0]):
        return None
    return None, found[1], [to_markdown(found[0])] if found[0] else []


def _finish(part: Part, pending: list[tuple[Head, RawEntry]], kind: str, record: Record) -> None:
    """Make entries of heads, after those that are unsure have heard what the others do."""
    if kind == "work":
        pending[:] = promoted(pending, record)
    agree(pending, kind, record)
    with_lone_items(pending, kind, record)
    if kind == "work":
        take_roles(pending, record)
    for head, raw in pending:
        if kind == "work":
            take_own_account(head, record)
            with_engagements(raw, record)
        part.entries.append(make_entry(head, raw, kind, record))
    pending.clear()


_LONGEST_NAME = 5
_SAID = re.compile(r"([^:：]{2,50}?)(?:\s*[:：]\s+|：|\s+[–—-]\s+)(\S.*)", re.DOTALL)
"""A project in one line: its name, and what it is."""
_SAID_BEHIND_DATE = re.compile(r"([^:：·]{2,50}?) · (\S+ (?:[a-zà-ÿ]\S* ){2,}\S.*)")
"""A name and words in small letters, on both sides of the date that stood there."""


def make_entry(head: Head, raw: RawEntry, kind: str, record: Record) -> Entry:
    """The entry of a kind from its head and body."""
    what, who = _FIELDS.get(kind, ("title", "organization"))
    if kind in ("certificates", "awards"):
        take_giver(head, record)
    values = {what: head.what, who: head.who}
    if kind not in KINDS and head.whole:
        values = {what: head.whole, who: head.who}
        if not kind:
            values = cut_head(head, raw.head[0][1], record)
        plain = masked(head.whole) if kind == "projects" else ""
        cut = _SAID.fullmatch(plain) or _SAID_BEHIND_DATE.fullmatch(plain)
        said = (head.whole[: cut.end(1)], head.whole[cut.start(2) :]) if cut else ("", "")
        if cut and kind_of(said[0], record.vocabulary) == "projects":
            if not re.search(r"\d", said[0]):  # "Own project: Lamp"; "Project 2: Lamp" is a name
                values |= {"type": said[0], what: said[1]}
        elif (
            cut
            and len(said[0].split()) <= _LONGEST_NAME
            and (" " in said[1] or names("roles", said[1], record))
        ):
            values |= {what: said[0], "description": said[1]}
    if kind == "education":
        values |= read_degree(head, raw, record)
    if kind == "projects" and not raw.given:
        values |= read_said(head, raw, "description" in values, record)
    if kind == "publications" and not values[who]:
        found = venue_of(head.where, record)  # a line under a title is where it came out
        values[who], head.where = found.get("publisher", ""), found.get("location", "")
    places = (values.get("location", ""), head.where)
    values |= {"location": " · ".join(filter(None, places)), "url": head.url}
    entry: Entry = {name: value for name, value in values.items() if value}
    if head.roles:
        entry["roles"] = head.roles
    if raw.earlier:
        entry |= _earlier(head, raw.earlier)
    else:
        entry |= head.dates(record, _SINGLE.get(kind, ""))
    if kind == "work" and (description := take_said(head, raw, record)):
        entry["description"] = description
    blocks = [listed(block) for block in raw.body]
    body = read_project(blocks, record) if kind == "projects" else read_body(blocks)
    if kind == "projects" and "description" not in entry and is_beside(raw):
        body |= {"description": body.pop("summary")} if "summary" in body else {}
    before = (values.get("summary", ""), escape_start(" · ".join(head.remarks)))
    entry |= body | together(*before, body.get("summary", ""))
    if raw.inner:
        _inner(entry, raw, kind, record)
    return with_page(entry) if kind in ("projects", "") else entry


def _earlier(head: Head, word: str) -> Entry:
    """The dates of roles summed up: the author's word for them, and what dates there are."""
    found = head.date
    values = {
        name: text for name, text in (found.values if found else {}).items() if name != "dates"
    }
    return {**values, "dates": f"{word}, {found.text}" if found else word}


_SINGLE = {"certificates": "date", "awards": "date", "publications": "releaseDate"}
_FIELDS = {
    "work": ("position", "name"),
    "volunteer": ("position", "organization"),
    "education": ("studyType", "institution"),
    "projects": ("name", "entity"),
    "publications": ("name", "publisher"),
    "certificates": ("name", "issuer"),
    "awards": ("title", "awarder"),
}


def _inner(entry: Entry, raw: RawEntry, kind: str, record: Record) -> None:
    """Entries inside one: promotions at an employer, else dated projects or plain parts."""
    read = read_role if raw.employer else partial(read_head, kind="work")
    heads = [(read(one.head, record=record), one) for one in raw.inner]
    if raw.employer:
        towns_alike([head for head, _ in heads], record)
    if kind == "work":
        if "name" in entry and "position" not in entry:
            towns_for_owners([(head, one.head[0][1]) for head, one in heads], record)
        alike = [(head, one) for head, one in heads if head.what and not head.who]
        lone = [head for head, _ in alike]
        held = [head for head, one in alike if tells_post(head, one, raw.employer, record)]
        undated = not any(head.date for head, _ in heads)
        for head in lone:
            if head not in held or (undated and len(held) * 2 <= len(heads)):
                head.what, head.who = "", head.what  # a client or project
        town_of_own_account(entry, record)
        over = entry.get("position", "") if "name" not in entry else ""
        posts = bool(held) and len(held) == len(heads) and not undated
        like_role = ends_like_role(over, record) and not posts
        if over and not names("roles", over, record) and not like_role:
            record.choose(raw.line, "employer-of-projects", over, "name")
            entry["name"] = entry.pop("position")  # what stands over projects is the employer
        alone = all(
            bool(head.what) != bool(head.who) and head.date and not one.inner for head, one in heads
        )
        roles = "position" not in entry and alone and any(head.what for head, _ in heads)
        for head, one in heads:
            made = make_entry(head, one, "work", record)
            if roles and "name" in made:
                made = {"position": made.pop("name"), **made}
            entry.setdefault("roles" if roles else "engagements", []).append(made)
        return
    for _, one in heads:  # other kinds hold no entries: their texts keep the words in order
        text = " · ".join(unstyle(text) for _, text in one.head)
        entry.setdefault("highlights", []).append({"prose": text})
        body = read_body(one.body)
        if "summary" in body:
            entry["highlights"].append({"prose": body["summary"]})
        entry["highlights"] += body.get("highlights", [])
        for inner in one.inner:
            _inner(entry, RawEntry(one.head, [], [inner]), kind, record)


def read_generic(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """A title of the author's own: dated entries under headings, or prose."""
    if any(runs_on(block, record) for block in raw.blocks):
        return []
    if told := _defined(raw, record):
        return told
    raw.blocks = with_parted_items(raw.blocks, record)
    found = raw_entries(rows_as_items(raw.blocks, record), "", record)
    if not found or not found[1]:
        return []
    before, raws = found
    if key(raw.title) in record.vocabulary["miscellany"] and not any(one.body for one in raws):
        return []  # "Other": lines that happen to name a year
    heads = [read_head(entry.head, "", record, entry.given) for entry in raws]
    if sum(head.date is not None for head in heads) * 2 <= len(heads) or any(r.inner for r in raws):
        return []
    named = any(head.whole or head.what or head.who or head.remarks for head in heads)
    if not named and not (len(raws) > 1 and all(one.body for one in raws)):
        return []  # "Available": from a day on
    if len(raws) == 1 and not raws[0].body and _tells_day(raws[0].head, record):
        return []
    entries = [make_entry(head, one, "", record) for head, one in zip(heads, raws, strict=True)]
    entries = with_undated(entries, raws, record)
    take_owners(entries, record, joined=key(raw.title) in record.vocabulary["memberships"])
    return [Part({**spine(raw, "", to_markdown(before)), "entries": entries})]


def _defined(raw: RawSection, record: Record) -> list[Part]:
    """A section that is undated terms and what is said of each: an entry a term."""
    block = raw.blocks[0] if len(raw.blocks) == 1 else None
    items = block.items if isinstance(block, Definitions) else []
    terms = [unlink(unstyle(term.text))[0] for term, _ in items]
    dated = any(find_date(term, record.vocabulary) for term in terms)
    if not items or dated or not all(below for _, below in items):
        return []
    if all(len(below) == 1 and _is_dated(below[0], record) for _, below in items):
        return []
    record.choose(raw.line, "terms-as-entries", terms[0], "an entry's title")
    entries = [
        {"title": title, **read_body(below)} for title, (_, below) in zip(terms, items, strict=True)
    ]
    return [Part({**spine(raw, ""), "entries": entries})]


def _is_dated(block: Block, record: Record) -> bool:
    """Whether what is said of a term is a line of few words, with a day: "Ash Trust, 2019"."""
    if not isinstance(block, Paragraph) or not is_head_line(block.text, record):
        return False
    return find_date(unlink(unstyle(block.text))[0], record.vocabulary) is not None


def _tells_day(head: list[tuple[int, str]], record: Record) -> bool:
    """Whether a line alone is a sentence around its day: "Corporal, until 2023 in reserve"."""
    text = unlink(unstyle(head[0][1]))[0]
    found = find_date(text, record.vocabulary)
    after = text[found.finish :] if found else ""
    if len(head) == 1 and re.match(r"\s+[^\W\d_A-Z]{2,}\s\w", after):
        return True
    if len(head) == 1 and found and _is_sentence_to(text, found.begin):
        return True
    return any(_is_around_day(unlink(unstyle(text))[0], record) for _, text in head)


def _is_sentence_to(text: str, day: int) -> bool:
    """Whether a sentence in small letters ends in its day: "These pages were set in May 2024."."""
    words = text[:day].split()
    small = sum(word[:1].islower() for word in words)
    ended = bool(SENTENCE_END.search(text)) and bool(words) and words[-1][:1].islower()
    return ended and len(words) >= _SHORTEST_SENTENCE and small >= len(words) - 1


_SHORTEST_SENTENCE = 5


def _is_around_day(text: str, record: Record) -> bool:
    """Whether a sentence goes on behind a year as words do: "I mend a 1951 tractor that runs."."""
    found = find_date(text, record.vocabulary)
    goes_on = found and re.match(r"\s\w+\s\w", text[found.finish :])
    inner = found and re.search(r"\w\s$", text[: found.begin])
    return bool(goes_on and inner and SENTENCE_END.search(text))
