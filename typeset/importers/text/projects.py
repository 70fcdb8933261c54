"""Project sections: headings, bullets with names, or bullets with sentences for leads."""

from __future__ import annotations

import re

from typeset.importers.text.blocks import (
    List,
    ListItem,
    to_markdown,
)
from typeset.importers.text.bodies import highlight, read_body
from typeset.importers.text.entry_sections import read_entries
from typeset.importers.text.heads import read_head
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.outline import RawSection
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record


def read_projects(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Projects under headings; bullets with names; bullets whose leads are sentences stay bullets.

    A lead that is a sentence ("Moved the press to the cellar.") names nothing, so such a list
    becomes one untitled generic entry: its bullets keep lead and detail, in order.
    """
    found = read_entries(kind, raw, record)
    if found and any(part.entries for part in found):
        return found
    lists = [i for i, block in enumerate(raw.blocks) if isinstance(block, List)]
    if len(lists) != 1 or lists[0] != len(raw.blocks) - 1:
        return []
    block = raw.blocks[-1]
    assert isinstance(block, List)
    bullets = [made for item in block.items if (made := highlight(item))]
    before = to_markdown(raw.blocks[:-1])
    if all(_is_name(item) for item in block.items):
        entries = [_named_project(item, record) for item in block.items]
        return [Part(spine(raw, kind, before), kind, entries)]
    if any(bullet.get("lead") for bullet in bullets):
        record.choose(raw.line, "sentence-leads", raw.title, "one entry of bullets with leads")
        section = {**spine(raw, "", before), "entries": [{"highlights": bullets}]}
        return [Part(section)]
    return []


def _is_name(item: ListItem) -> bool:
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
    found |= {"description": text} if text else {}
    return {**found, **dates, **read_body(item.blocks[1:])}
