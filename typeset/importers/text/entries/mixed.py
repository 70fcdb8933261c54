"""Sections of two kinds of entries ("Experience & Education"), each entry judged by its head."""

from __future__ import annotations

from typeset.importers.text.entries.entries import raw_entries
from typeset.importers.text.entries.labelled import labelled
from typeset.importers.text.entries.sections import make_entry
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.own_account import take_own_account
from typeset.importers.text.heads.words import KINDS, names
from typeset.importers.text.items.entries import read_items
from typeset.importers.text.items.interests import read_interests
from typeset.importers.text.items.items import items_of
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.parts import Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date


def read_mixed(raw: RawSection, record: Record) -> list[Part]:
    """A section of two kinds ("Experience & Education"): each entry is judged by its head."""
    found = raw_entries(raw.blocks, raw.kinds[0], record)
    if not found or not set(raw.kinds) <= {*KINDS, "certificates"} or found[0]:
        return []
    if "certificates" in raw.kinds and ("education" not in raw.kinds or _have_texts(found[1])):
        return []
    part = Part({"title": raw.title})
    for entry, within in _beside_degrees(found[1], record):
        text = " ".join(unstyle(text) for _, text in entry.head)
        words = record.vocabulary
        if date := find_date(text, words):  # "Dec" is a degree, too
            text = f"{text[: date.begin]} {text[date.finish :]}".strip()
        taught = words.has("degrees", text) or words.has("schools", text)
        if taught and "certificates" in raw.kinds:
            taught = not _is_course(entry, record)
        others = [kind for kind in raw.kinds if kind != "education"]
        held = words.has("roles", unstyle(entry.head[0][1]) if within else text)
        held = held or (not words.has("degrees", text) and _tells_duties(entry, record))
        studied = "education" in raw.kinds and taught and not within and not held
        kind = "education" if studied else others[0]
        if within and not held:
            kind = "projects"
        record.choose(entry.line, "kind-by-words", text, kind)
        if kind == "certificates":
            lines = [Paragraph([Line(line, text)]) for line, text in entry.head]
            items = read_items([*lines], "name", "date", record) or []
            part.mixed += [(kind, one) for one in items]
            continue
        head = read_head(entry.head, kind, record, entry.given)
        if within and not head.who and not is_place(head.where, record):
            head.who, head.where = head.where, ""
        if kind == "work":
            take_own_account(head, record)
        part.mixed.append((kind, make_entry(head, entry, kind, record)))
    return [part]


def read_pastimes(raw: RawSection, record: Record) -> list[Part]:
    """A section of unpaid work and interests ("Volunteering & hobbies"), each item by its words.

    What has a day or names a body is work: "Fire brigade of Moss, since 1998", "Rowing, chess".
    """
    if set(raw.kinds) != {"volunteer", "interests"}:
        return []
    part = Part({"title": raw.title})
    for line, text, below in items_of(raw.blocks, record) or []:
        item: list[Block] = [List(line, [ListItem(line, [Paragraph([Line(line, text)]), *below])])]
        plain = unstyle(text)
        held = find_date(plain, record.vocabulary) or names("organisations", plain, record)
        if not held:
            part.mixed += [("interests", one) for one in read_interests(item, record) or []]
            continue
        for entry in (raw_entries(item, "volunteer", record) or ([], []))[1]:
            head = read_head(entry.head, "volunteer", record, entry.given)
            part.mixed.append(("volunteer", make_entry(head, entry, "volunteer", record)))
        record.choose(line, "kind-by-words", text, "volunteer")
    return [part] if {kind for kind, _ in part.mixed} == set(raw.kinds) else []


def _beside_degrees(entries: list[RawEntry], record: Record) -> list[tuple[RawEntry, bool]]:
    """Entries in order, and whether each stood in the one before.

    What is dated under a degree, in a section of work too, is no text of the degree: a project,
    a term elsewhere, a post.
    """
    result: list[tuple[RawEntry, bool]] = []
    for entry in entries:
        text = " ".join(unstyle(text) for _, text in entry.head)
        taught = record.vocabulary.has("degrees", text)
        dated = [
            any(find_date(unstyle(text), record.vocabulary) for _, text in one.head)
            for one in entry.inner
        ]
        beside = entry.inner if taught and dated and all(dated) else []
        if beside:
            record.choose(beside[0].line, "entries-under-degree", text, "entries of their own")
            entry.inner = []
        result += [(entry, False), *((one, True) for one in beside)]
    return result


def _is_course(entry: RawEntry, record: Record) -> bool:
    """Whether a head names a school, and beside it a course of one day or year: no degree."""
    mark = record.mark()
    head = read_head(entry.head, "education", record, entry.given)
    record.reset(mark)
    if "certificates" in kinds_of(head.what.partition(" ")[0], record.vocabulary):
        return True  # "Certificate of proficiency, a university"
    if "certificates" in kinds_of(head.what.split(" ")[-1], record.vocabulary):
        return not names("schools", head.who, record)  # "Master Gardener Certificate, Ash Seeds"
    single = head.date is not None and head.date.start == head.date.end
    return single and bool(head.what and head.who) and not any(
        names("degrees", text, record) for text in (head.what, head.who)
    )  # fmt: skip


def _tells_duties(entry: RawEntry, record: Record) -> bool:
    """Whether the text under a head begins with a label of what one did: "Duties: …"."""
    first = entry.body[0] if entry.body else None
    text = first.lines[0].text if isinstance(first, Paragraph) else ""
    return labelled(unstyle(text), record)[0] == "text"


def _have_texts(entries: list[RawEntry]) -> bool:
    return any(entry.body or entry.inner or len(entry.head) > 1 for entry in entries)
