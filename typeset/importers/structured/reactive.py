"""Reactive Resume: `basics`, and `sections` of items, each with a switch that hides it.

Three generations of its JSON differ in their keys, which are looked for together: the
third (`date: {start, end}`, Markdown), the fourth (`date` as text, HTML, `visible`) and the
fifth (`period`, `website`, `hidden`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.people import accounts, place
from typeset.importers.structured.reactive_items import (
    LOOKS,
    SECTIONS,
    address,
    custom,
    fits,
    text_of,
)
from typeset.importers.structured.spine import Spine

_FILE = (
    "id",
    "resumeId",
    "userId",
    "slug",
    "name",
    "title",
    "shortId",
    "user",
    "public",
    "visibility",
    "locked",
    "createdAt",
    "updatedAt",
    "image",
    "tags",
    "$schema",
    "version",
)


def read_reactive(source: Source) -> Imported:
    """Read Reactive Resume's JSON. Raises `TypesetError` for values of a wrong type."""
    reading = Reading(source.tree, source.name)
    root = reading.root
    root.skip(*_FILE)
    root.skip("picture", why="a photo is set in the profile, as a file beside it")
    spine = Spine()
    basics = _basics(root, spine)
    sections = dict(_sections(root))
    order = [key for key in _layout(root) if key in sections]
    for key in dict.fromkeys([*order, *sections]):
        _section(key, *sections[key], spine, basics)
    root.skip("metadata", why="of how the document looks, only the order of sections is read")
    basics["summary"] = spine.summary
    return reading.finish({"basics": basics, **spine.data()})


def _layout(root: Node) -> Iterator[str]:
    """The sections in the order of the pages and their columns."""
    metadata = root.value.get("metadata")
    layout = metadata.get("layout") if isinstance(metadata, dict) else None
    stack = [layout]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value.removeprefix("custom.")
        elif isinstance(value, list):
            stack += reversed(value)
        elif isinstance(value, dict):
            stack += [value.get(key) for key in ("sidebar", "main", "pages")]


def _basics(root: Node, spine: Spine) -> dict[str, Any]:
    found = root.child("basics")
    url, label = address(found)
    basics: dict[str, Any] = {
        "name": found.raw("name"),
        "label": found.line("headline", "label"),
        "email": found.raw("email"),
        "phone": found.raw("phone"),
        "url": url,
        "profiles": accounts(found, "profiles") if found.has("profiles") else [],
    }
    inner = found.value.get("location") if isinstance(found.value, dict) else None
    is_mapping = isinstance(inner, dict)
    basics["location"] = place(found.child("location")) if is_mapping else found.line("location")
    details = [{"value": label}] if label else []
    if birth := found.line("birthdate"):
        details.append({"label": "Birthdate", "value": birth})
    for item in found.mappings("customFields"):
        item.skip(*LOOKS)
        text, link = item.line("text", "value"), item.raw("link")
        shown = f"[{text}]({link})" if text and fits(link) else text or link
        details.append({"label": item.raw("name"), "value": shown})
    basics["details"] = [detail for detail in details if detail["value"]]
    found.skip("picture", "photo", why="a photo is set in the profile, as a file beside it")
    found.skip("id", "theme")
    spine.add_summary("", text_of(found, "summary"))
    return basics


def _sections(root: Node) -> Iterator[tuple[str, tuple[str, Node]]]:
    """Sections by the name that the layout calls them: their type and content."""
    if isinstance(root.value.get("summary"), dict):
        yield "summary", ("summary", root.child("summary"))
    sections = root.child("sections")
    for key in sections.keys:
        section = sections.child(key)
        if key == "custom" and not section.has("items"):
            for name in section.keys:
                yield name, ("custom", section.child(name))
        else:
            yield key, (key if key in SECTIONS else "custom", section)
    for section in root.mappings("customSections"):
        kind = str(section.value.get("type", ""))
        yield (
            str(section.value.get("id", section.path)),
            (kind if kind in SECTIONS else "custom", section),
        )


def _section(key: str, kind: str, section: Node, spine: Spine, basics: dict[str, Any]) -> None:
    title = section.line("name", "title")
    letter = section.value.get("type") == "cover-letter" if section.value else False
    hidden = _hidden(section)
    section.skip(*LOOKS)
    items = list(_shown(section))
    if hidden or letter:
        if section.has("items", "content"):
            why = "a letter is a document of its own" if letter else "it is hidden"
            section.tell("hidden", f"the section {title or key!r} is not read: {why}")
        return
    if kind == "summary" and section.has("content"):
        spine.add_summary(title, text_of(section, "content"))
    elif kind == "profiles":
        section.skip("name", "title")  # they are printed among the contacts
        for item in items:
            url, label = address(item)
            made = {"network": item.raw("network"), "username": item.raw("username"), "url": url}
            basics["profiles"].append(made)
            basics["details"] += [{"value": label}] if label else []
    elif kind in ("custom", "summary") and items and all(item.has("content") for item in items):
        text = "\n\n".join(text_of(item, "content") for item in items)
        spine.add_prose(title, text)
    elif kind in ("custom", "summary"):
        spine.add_titled(title, [custom(item) for item in items])
    else:
        target, read = SECTIONS[kind]
        spine.add(target, title, [read(item) for item in items])


def _hidden(node: Node) -> bool:
    value = node.value if isinstance(node.value, dict) else {}
    return value.get("visible") == "false" or value.get("hidden") == "true"


def _shown(section: Node) -> Iterator[Node]:
    """The items that are not hidden; the others are told of."""
    for item in section.mappings("items"):
        hidden = _hidden(item)
        item.skip(*LOOKS)
        if not hidden:
            yield item
        elif not _hidden(section):
            item.tell("hidden", "this item is hidden, and not read")
            if str(item.value.get("level", "")).isdigit():
                item.skip("level")
