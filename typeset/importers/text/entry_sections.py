"""Sections of entries with heads: positions, degrees, volunteering, and those of no known kind."""

from __future__ import annotations

from functools import partial

from typeset.importers.text.blocks import (
    List,
    to_markdown,
)
from typeset.importers.text.bodies import read_body
from typeset.importers.text.cuts import KINDS
from typeset.importers.text.entries import by_run_in, raw_entries
from typeset.importers.text.head_lines import RawEntry
from typeset.importers.text.heads import Head, read_employer, read_head, read_role
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.outline import RawSection
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record


def read_entries(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """A section of entries with heads: positions, degrees, projects, and generic ones."""
    found = raw_entries(raw.blocks, kind, record)
    if not found:
        return []
    before, raws = found
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
            if entry.employer:
                head = read_employer(entry.head, record)
            elif entry.earlier:
                head = read_role(entry.head, record)
                head.what = " · ".join(part for part in (head.what, head.where) if part)
                head.where = ""
            else:
                head = read_head(entry.head, kind, record, entry.given)
            pending.append((head, entry))
    _finish(parts[-1], pending, kind, record)
    return parts


def read_mixed(raw: RawSection, record: Record) -> list[Part]:
    """A section of two kinds ("Experience & Education"): each entry is judged by its head."""
    found = raw_entries(raw.blocks, raw.kinds[0], record)
    if not found or not set(raw.kinds) <= set(KINDS) or found[0]:
        return []
    part = Part({"title": raw.title})
    for entry in found[1]:
        text = " ".join(unstyle(text) for _, text in entry.head)
        words = record.vocabulary
        taught = words.has("degrees", text) or words.has("schools", text)
        others = [kind for kind in raw.kinds if kind != "education"]
        studied = "education" in raw.kinds and taught and not words.has("roles", text)
        kind = "education" if studied else others[0]
        head = read_head(entry.head, kind, record, entry.given)
        part.mixed.append((kind, make_entry(head, entry, kind, record)))
        record.choose(entry.line, "kind-by-words", text, kind)
    return [part]


def _sub_section(entry: RawEntry, record: Record) -> tuple[None, list[RawEntry], list[str]] | None:
    """An entry that is a title over run-in entries ("Earlier work", with its years under it)."""
    found = by_run_in(entry.body, "work", record) if not entry.inner else None
    if not found or any(isinstance(block, List) for block in found[0]):
        return None
    return None, found[1], [to_markdown(found[0])] if found[0] else []


def _finish(part: Part, pending: list[tuple[Head, RawEntry]], kind: str, record: Record) -> None:
    """Make entries of heads, after those that are unsure have heard what the others do."""
    _agree([head for head, _ in pending], kind, record)
    for head, raw in pending:
        part.entries.append(make_entry(head, raw, kind, record))
    pending.clear()


def _agree(heads: list[Head], kind: str, record: Record) -> None:
    """A head whose words do not tell its order follows the order of most others."""
    if kind not in KINDS:
        return
    turned = 0
    for head in heads:
        if not head.unsure and head.what and head.who:
            turned += 1 if head.turned else -1
    for head in heads:
        if head.unsure:
            if turned > 0:
                head.what, head.who = head.who, head.what
            record.choose(head.line, "order-by-neighbours", f"{head.what} / {head.who}", head.what)
        elif head.what and head.who:
            record.choose(head.line, "order-by-words", f"{head.what} / {head.who}", head.what)


def make_entry(head: Head, raw: RawEntry, kind: str, record: Record) -> Entry:
    """The entry of a kind from its head and body."""
    what, who = _FIELDS.get(kind, ("title", "organization"))
    values = {what: head.what, who: head.who}
    if kind not in KINDS:
        values = {what: head.whole} if head.whole else values
    if head.aside and kind == "education":
        values["score"] = head.aside
    elif head.aside:
        head.where = " · ".join(part for part in (head.where, head.aside) if part)
    values |= {"location": head.where, "url": head.url}
    entry: Entry = {name: value for name, value in values.items() if value}
    if raw.earlier:
        entry |= _earlier(head, raw.earlier)
    else:
        entry |= head.dates(record)
    entry |= read_body(raw.body)
    if raw.inner:
        _inner(entry, raw, kind, record)
    return entry


def _earlier(head: Head, word: str) -> Entry:
    """The dates of roles summed up: the author's word for them, and what dates there are."""
    found = head.date
    values = {
        name: text for name, text in (found.values if found else {}).items() if name != "dates"
    }
    return {**values, "dates": f"{word}, {found.text}" if found else word}


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
    if kind == "work":
        alone = all(bool(head.what) != bool(head.who) and head.date for head, _ in heads)
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
    found = raw_entries(raw.blocks, "", record)
    if not found or not found[1]:
        return []
    before, raws = found
    heads = [read_head(entry.head, "", record) for entry in raws]
    if sum(head.date is not None for head in heads) * 2 <= len(heads) or any(r.inner for r in raws):
        return []
    entries = [make_entry(head, one, "", record) for head, one in zip(heads, raws, strict=True)]
    return [Part({**spine(raw, "", to_markdown(before)), "entries": entries})]
