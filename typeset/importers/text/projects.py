"""Project sections: headings, bullets with names, or bullets with sentences for leads."""

from __future__ import annotations

import re

from typeset.importers.text.blocks import (
    List,
    ListItem,
    to_markdown,
)
from typeset.importers.text.bodies import highlight, read_body
from typeset.importers.text.cuts import comma_parts, names
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.entry_sections import read_entries
from typeset.importers.text.heads import read_head
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.named import date_at_end, date_values
from typeset.importers.text.outline import RawSection
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key


def read_projects(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Projects under headings; bullets with names; bullets whose leads are sentences stay bullets.

    A lead that is a sentence ("Moved the press to the cellar.") names nothing, so such a list
    becomes one untitled generic entry: its bullets keep lead and detail, in order.
    """
    if named := _by_colons(raw, record) or _by_years(raw, record):
        return [Part(spine(raw, kind), kind, named)]
    found = read_entries(kind, raw, record)
    if found and any(part.entries for part in found):
        return [_with_role(part, record) for part in found]
    lists = [i for i, block in enumerate(raw.blocks) if isinstance(block, List)]
    if len(lists) != 1 or lists[0] != len(raw.blocks) - 1:
        return []
    block = raw.blocks[-1]
    assert isinstance(block, List)
    bullets = [made for item in block.items if (made := highlight(item))]
    before = to_markdown(raw.blocks[:-1])
    if all(is_project(item) for item in block.items):
        entries = [_named_project(item, record) for item in block.items]
        return [Part(spine(raw, kind, before), kind, entries)]
    if any(bullet.get("lead") for bullet in bullets):
        record.choose(raw.line, "sentence-leads", raw.title, "one entry of bullets with leads")
        section = {**spine(raw, "", before), "entries": [{"highlights": bullets}]}
        return [Part(section)]
    return []


_COLON_NAME = re.compile(
    r"(?P<name>\*\*(?:[^*\\]|\\.)+\*\*|\[[^\]]+\]\([^\s)]*\)|[^\s:：*\[\]()（）](?:[^:：*\[\]()（）]{0,40}))"
    r"(?:\s*[(（](?P<when>[^()（）]{4,30})[)）])?\s*[:：]\s+(?P<text>[^\s].*)",
    re.DOTALL,
)


def _by_colons(raw: RawSection, record: Record) -> list[Entry]:
    """A list whose every item is `Name: what it is (dates)`; none for other lists."""
    items = [item for block in raw.blocks if isinstance(block, List) for item in block.items]
    matches = [_COLON_NAME.fullmatch(item.text) for item in items]
    if len(raw.blocks) != 1 or not all(matches):
        return []
    entries: list[Entry] = []
    for item, match in zip(items, matches, strict=True):
        assert match
        shown, target = unlink(unstyle(match["name"]))
        if len(shown.split()) > 6 or find_date(shown, record.vocabulary):
            return []
        text, found = date_at_end(match["text"], record, bracketed=True)
        if when := match["when"]:
            text, found = match["text"], is_only_date(when, record.vocabulary)
            if not found:
                return []
        entry: Entry = {"name": shown.strip(), **({"url": target} if target else {})}
        values = date_values(found, item.line, "", record)
        entries.append({**entry, "description": text, **values, **read_body(item.blocks[1:])})
    return entries


_YEAR_FIRST = re.compile(r"\s*(?:[–—|:-]|,\s)\s*(\S.*)", re.DOTALL)
_EARLIER_FIRST = re.compile(r"([^:：–—]{3,20}?)\s*(?:[:：]|\s[–—-])\s+(\S.*)", re.DOTALL)


def _by_years(raw: RawSection, record: Record) -> list[Entry]:
    """A list whose every item is `2024 — For whom, what` or, last, "before that: what"."""
    items = [item for block in raw.blocks if isinstance(block, List) for item in block.items]
    entries: list[Entry] = []
    if len(raw.blocks) != 1 or len(items) < 2:
        return []
    for item in items:
        text = item.text
        found = find_date(text, record.vocabulary)
        after = _YEAR_FIRST.fullmatch(text[found.finish :]) if found and not found.begin else None
        earlier = _EARLIER_FIRST.fullmatch(text)
        if after:
            ends = comma_parts(after[1], record)
            said = after[1][ends[0][1] :].strip(" ,") if len(ends) > 1 else ""
            entry: Entry = {"name": after[1][slice(*ends[0])].strip() if said else after[1]}
            entry |= {"description": said} if said else {}
            entry |= date_values(found, item.line, "", record)
        elif entries and earlier and key(earlier[1]) in record.vocabulary["earlier"]:
            entry = {"name": earlier[2], "dates": earlier[1]}
        else:
            return []
        entries.append({**entry, **read_body(item.blocks[1:])})
    record.choose(raw.line, "year-first-projects", raw.title, "projects, a name after each date")
    return entries


def _with_role(part: Part, record: Record) -> Part:
    """Projects whose text begins with the role one had: "项目负责人｜…"."""
    for entry in part.entries:
        match = _ROLE_FIRST.fullmatch(entry.get("summary", ""))
        if match and names("roles", match[1], record):
            entry["roles"] = [match[1]]
            entry["summary"] = match[2]
    return part


_ROLE_FIRST = re.compile(r"([^\s|｜，,。：:]{2,10})\s*[|｜，]\s*(\S.*)", re.DOTALL)


def is_project(item: ListItem) -> bool:
    """Whether an item begins with a project's name: bold or linked, and no sentence."""
    match = re.match(r"\*\*((?:[^*\\]|\\.)+)\*\*|\[([^\]]+)\]\(", item.text)
    name = unstyle(match[1] or match[2]).strip() if match else ""
    return bool(name) and not name.endswith((".", "!", "?")) and len(name.split()) <= 8


def _named_project(item: ListItem, record: Record) -> Entry:
    """`**Name** (2020): text` or `[Name](url) — text`."""
    match = re.match(
        r"(\*\*(?:[^*\\]|\\.)+\*\*|\[[^\]]+\]\([^\s)]*\))\s*(\([^()]{4,40}\))?\s*[:：,–—-]*\s*(.*)",
        item.text, re.DOTALL,
    )  # fmt: skip
    assert match
    name, bracket, text = match[1], match[2] or "", match[3]
    head = read_head([(item.line, f"{name} {bracket}".strip())], "projects", record)
    dates = head.dates(record)
    if bracket and not dates:
        text = f"{bracket} {text}".strip()
    shown, target = unlink(unstyle(name))
    found: Entry = {"name": shown.strip().rstrip(":：").strip()}
    found |= {"url": target} if target else {}
    inner = find_date(text, record.vocabulary) if not dates else None
    if inner and (apart := _set_apart(text, inner.begin, inner.finish)):
        text, dates = apart, date_values(inner, item.line, "", record)
    found |= {"description": text} if text else {}
    return {**found, **dates, **read_body(item.blocks[1:])}


def _set_apart(text: str, begin: int, finish: int) -> str:
    """A text without its date, where commas set this apart: "a dinner, autumn 2022, with Aled"."""
    before, after = text[:begin].rstrip(), text[finish:].lstrip()
    if not before.endswith(",") or not re.match(r"(?:,|\.?$)", after):
        return ""
    return before.rstrip(", ") + (f", {after.lstrip(', ')}" if after.strip(",. ") else "")
