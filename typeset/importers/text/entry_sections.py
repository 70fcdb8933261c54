"""Sections of entries with heads: positions, degrees, volunteering, and those of no known kind."""

from __future__ import annotations

import re
from functools import partial

from typeset.importers.text.blocks import (
    Line,
    List,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.bodies import read_body
from typeset.importers.text.contacts import is_place
from typeset.importers.text.cuts import (
    EDUCATION,
    KINDS,
    WORK,
    Kind,
    comma_parts,
    ends_like_role,
    may_be_place,
    names,
)
from typeset.importers.text.entries import raw_entries
from typeset.importers.text.head_lines import RawEntry
from typeset.importers.text.head_parts import Head
from typeset.importers.text.heads import read_employer, read_head, read_role
from typeset.importers.text.honours import is_honours
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.named import read_items
from typeset.importers.text.outline import RawSection
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.run_in import by_run_in
from typeset.importers.text.schooling import Schooling, read_schooling, without_label
from typeset.importers.text.vocabulary import key
from typeset.profile.fields import PRESENT


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
    if not found or not set(raw.kinds) <= {*KINDS, "certificates"} or found[0]:
        return []
    if "certificates" in raw.kinds and ("education" not in raw.kinds or _have_texts(found[1])):
        return []
    part = Part({"title": raw.title})
    for entry in found[1]:
        text = " ".join(unstyle(text) for _, text in entry.head)
        words = record.vocabulary
        taught = words.has("degrees", text) or words.has("schools", text)
        others = [kind for kind in raw.kinds if kind != "education"]
        studied = "education" in raw.kinds and taught and not words.has("roles", text)
        kind = "education" if studied else others[0]
        record.choose(entry.line, "kind-by-words", text, kind)
        if kind == "certificates":
            lines = [Paragraph([Line(line, text)]) for line, text in entry.head]
            items = read_items([*lines], "name", "date", record) or []
            part.mixed += [(kind, one) for one in items]
            continue
        head = read_head(entry.head, kind, record, entry.given)
        part.mixed.append((kind, make_entry(head, entry, kind, record)))
    return [part]


def _have_texts(entries: list[RawEntry]) -> bool:
    return any(entry.body or entry.inner or len(entry.head) > 1 for entry in entries)


def _sub_section(entry: RawEntry, record: Record) -> tuple[None, list[RawEntry], list[str]] | None:
    """An entry that is a title over run-in entries ("Earlier work", with its years under it)."""
    found = by_run_in(entry.body, "work", record) if not entry.inner else None
    if not found or any(isinstance(block, List) for block in found[0]):
        return None
    return None, found[1], [to_markdown(found[0])] if found[0] else []


def _finish(part: Part, pending: list[tuple[Head, RawEntry]], kind: str, record: Record) -> None:
    """Make entries of heads, after those that are unsure have heard what the others do."""
    if kind == "work":
        pending[:] = _promoted(pending, record)
    _agree([head for head, _ in pending], kind, record)
    _place_by_neighbours(pending, kind, record)
    for head, raw in pending:
        part.entries.append(make_entry(head, raw, kind, record))
    pending.clear()


def _promoted(pending: list[tuple[Head, RawEntry]], record: Record) -> list[tuple[Head, RawEntry]]:
    """Entries with the roles that follow a bare employer, each with its own dates, inside it."""
    result: list[tuple[Head, RawEntry]] = []
    for head, raw in pending:
        above = result[-1] if result else None
        bare = above is not None and above[0].who and not above[0].what and not above[1].body
        title = unlink(unstyle(raw.head[0][1]))[0]
        whole = not head.who or f"{head.what}, {head.who}" in title
        named = (
            whole
            and names("roles", head.what, record)
            and not names("organisations", head.who, record)
        )
        if above and bare and named and not head.where and _within(head, above[0]):
            above[1].inner.append(raw)
            record.choose(raw.line, "role-under-employer", title, f"a role at {above[0].who}")
            above[1].employer = True
            continue
        result.append((head, raw))
    return result


def _within(head: Head, owner: Head) -> bool:
    """Whether a date lies in the time at the employer above it, where that is given."""
    if not head.date or not owner.date:
        return head.date is not None
    last = owner.date.end == PRESENT or head.date.end[:4] <= owner.date.end[:4]
    return last and head.date.start[:4] >= owner.date.start[:4]


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
            unnamed = head.what[:1].islower() and not head.where  # "own forge, Thirsk"
            if turned > 0 and unnamed and _is_town(head.who, record):
                head.what, head.who, head.where = "", head.what, head.who  # no role at all
            elif turned > 0:
                head.what, head.who = head.who, head.what
            record.choose(head.line, "order-by-neighbours", f"{head.what} / {head.who}", head.what)
        elif head.what and head.who:
            record.choose(head.line, "order-by-words", f"{head.what} / {head.who}", head.what)


def _is_town(text: str, record: Record) -> bool:
    """Whether one capitalised word stands where others have a role, and is none."""
    alone = len(text.split()) == 1 and text[:1].isupper() and text[1:].islower()
    told = any(names(list_, text, record) for list_ in ("roles", "organisations"))
    return alone and not told and not ends_like_role(text, record)


_LONGEST_NAME = 5
_SAID = re.compile(r"([^:：]{2,50}?)(?:\s*[:：]\s+|\s+[–—-]\s+)(\S.*)", re.DOTALL)
"""A project in one line: its name, and what it is."""


def _place_by_neighbours(pending: list[tuple[Head, RawEntry]], kind: str, record: Record) -> None:
    """ "Organisation, Town" where another head of the section ends in a place that is known."""
    words = KINDS.get(kind)
    if not words or not any(_ends_in_place(head, raw, record) for head, raw in pending):
        return
    three = any(f"{head.what}, {head.who}, {head.where}" in _shown(raw) for head, raw in pending)
    for head, raw in pending:
        if three and not head.where and f"{head.what}, {head.who}" in _shown(raw):
            _shift(head, words, record)
        owner, _, town = head.who.rpartition(", ")
        inner = "," in owner or record.vocabulary.has("units", owner)
        if not owner or inner or head.where or not head.what or len(town.split()) > 2:
            continue
        if may_be_place(town, words, record) and not names(words.who, town, record):
            head.who, head.where = owner, town
            record.choose(head.line, "place-by-neighbours", f"{owner}, {town}", town)


def _shown(raw: RawEntry) -> str:
    """What a reader sees of a head."""
    return " ".join(unlink(unstyle(text))[0] for _, text in raw.head)


def _shift(head: Head, words: Kind, record: Record) -> None:
    """ "Role, Organisation" / "Town", cut one comma too late, as its neighbours are cut."""
    what, _, owner = head.what.rpartition(", ")
    town = head.who
    if not what or "," in what or len(town.split()) > 2 or names(words.who, town, record):
        return
    if may_be_place(town, words, record):
        head.what, head.who, head.where = what, owner, town
        record.choose(head.line, "place-by-neighbours", f"{owner}, {town}", town)


def _ends_in_place(head: Head, raw: RawEntry, record: Record) -> bool:
    known = bool(head.who and head.where) and is_place(head.where, record)
    return known and f"{head.who}, {head.where}" in _shown(raw)


def make_entry(head: Head, raw: RawEntry, kind: str, record: Record) -> Entry:
    """The entry of a kind from its head and body."""
    what, who = _FIELDS.get(kind, ("title", "organization"))
    values = {what: head.what, who: head.who}
    if kind not in KINDS and head.whole:
        values = {what: head.whole}
        if not kind:
            values = _apart(head.whole, record)
        said = _SAID.fullmatch(head.whole) if kind == "projects" else None
        if said and len(said[1].split()) <= _LONGEST_NAME and " " in said[2]:
            values = {what: said[1], "description": said[2]}
    remarks = list(head.remarks)
    taught = Schooling()
    if kind == "education":
        named = bool(head.what) and names(KINDS[kind].what, head.what, record)
        lone = bool(head.what) and not head.who and not named
        taught = read_schooling(raw.body, lone or not head.what, record)
        raw.body = taught.rest
        if taught.degree and lone:
            values[who], values[what] = head.what, taught.degree
        elif taught.degree:
            values[what] = taught.degree
        scores = [part for part in remarks if is_honours(part, KINDS[kind], record)]
        marks = [without_label(part, raw.line, record) for part in scores]
        values["score"] = " · ".join([*marks, *taught.scores])
        remarks = [part for part in remarks if part not in scores]
        whole = to_markdown(raw.body)
        short = len(whole) < 60 and "\n" not in whole
        if not scores and short and is_honours(whole, KINDS[kind], record):
            values["score"], raw.body = whole, []
    values |= {"location": head.where, "url": head.url}
    entry: Entry = {name: value for name, value in values.items() if value}
    if head.roles:
        entry["roles"] = head.roles
    if raw.earlier:
        entry |= _earlier(head, raw.earlier)
    else:
        entry |= head.dates(record, _SINGLE.get(kind, ""))
    if taught.courses:
        entry["courses"] = taught.courses
    body = read_body(raw.body)
    if remarks:
        body["summary"] = "\n\n".join([" · ".join(remarks), *filter(None, [body.get("summary")])])
    entry |= body
    if raw.inner:
        _inner(entry, raw, kind, record)
    return entry


def _apart(text: str, record: Record) -> dict[str, str]:
    """The title of a generic entry, and the organisation that it ends in, where one is named."""
    ends = comma_parts(text, record)
    last = text[slice(*ends[-1])].strip() if ends else ""
    owned = any(names(words.who, last, record) for words in (WORK, EDUCATION))
    if len(ends) > 1 and owned and not names(WORK.what, last, record):
        return {"title": text[: ends[-2][1]].strip(), "organization": last}
    return {"title": text}


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
    if key(raw.title) in record.vocabulary["miscellany"] and not any(one.body for one in raws):
        return []  # "Other": lines that happen to name a year
    heads = [read_head(entry.head, "", record) for entry in raws]
    if sum(head.date is not None for head in heads) * 2 <= len(heads) or any(r.inner for r in raws):
        return []
    entries = [make_entry(head, one, "", record) for head, one in zip(heads, raws, strict=True)]
    return [Part({**spine(raw, "", to_markdown(before)), "entries": entries})]
