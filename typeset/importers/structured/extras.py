"""What people add to JSON Resume's keys → the nearest place that a profile has for it.

Facts of the person become details, an entry's become a line of it that keeps the key as
its label, and lists under keys of their own become sections.
"""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.structured.mapping import Node
from typeset.importers.structured.spine import join, title_of, with_line
from typeset.importers.structured.when import dates_of, free
from typeset.importers.text.inline import escape
from typeset.importers.text.vocabulary import key as folded

_FLAGS = frozenset({"true", "false"})
_UNSAID = frozenset({"keywords", "tags"})
"""Keys that are no label of what they hold."""
_TITLE = ("title", "name", "role", "position", "label")
_OWNER = (
    "organization", "organisation", "institution", "company", "issuer", "publisher", "awarder",
    "event", "venue",
)  # fmt: skip
_URL = ("url", "website", "link")
_DATES = ("date", "year", "releaseDate")


def details_of(node: Node, known: set[str]) -> list[dict[str, str]]:
    """Facts of a person under keys of their own, each labelled with its key."""
    found = [(key, _said(node, key)) for key in node.keys if key not in known]
    return [{"label": label_of(key), "value": text} for key, text in found if text]


def with_extras(entry: dict[str, Any], node: Node, known: set[str]) -> dict[str, Any]:
    """An entry, and what it holds under keys of its own, a line each."""
    for key in node.keys:
        if key in known or isinstance(node.value[key], dict):
            continue
        if str(node.value[key]) in _FLAGS:
            node.skip(key, why="it is a switch, and no text")
        elif text := _said(node, key):
            shown = text if folded(key) in _UNSAID else f"{label_of(key)}: {text}"
            entry = with_line(entry, shown)
    return entry


def label_of(key: str) -> str:
    """A key as words: `employmentType` is "Employment type"."""
    return title_of(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key).lower())


def section_of(root: Node, key: str) -> list[dict[str, Any]]:
    """The generic entries of a list under a key of its own."""
    return [_entry(item) for item in root.items(key)]


def _entry(item: Node) -> dict[str, Any]:
    if not isinstance(item.value, dict):
        return {"title": item.line()}
    first = next((key for key in _TITLE if item.has(key)), "")
    owner = next((key for key in _OWNER if item.has(key)), "")
    made: dict[str, Any] = {
        "title": item.line(first) if first else "",
        "organization": item.line(owner) if owner else "",
        "location": "" if isinstance(item.value.get("location"), dict) else item.line("location"),
        "url": item.raw(*_URL),
    }
    if item.has("startDate", "endDate"):
        made |= dates_of(item, ("startDate",), ("endDate",))
    elif item.has(*_DATES):
        made |= free(item.aside(*_DATES))
    made["summary"] = item.text("summary", "description")
    if isinstance(item.value.get("highlights"), list):
        made["highlights"] = item.texts("highlights")
    read = {first, owner, "location", *_URL, *_DATES, "startDate", "endDate", "summary",
            "description", "highlights"}  # fmt: skip
    return with_extras(made, item, read - {key for key in read if not _is_read(item, key)})


def _is_read(item: Node, key: str) -> bool:
    """Whether a key was asked for: of several names for one thing, only the first is."""
    path = (*item.path, key)
    return any(taken[: len(path)] == path for taken in item.reading.taken)


def _said(node: Node, key: str) -> str:
    """A text, or a list of texts, on one line; flags and mappings say nothing that prints."""
    value = node.value[key]
    if isinstance(value, list):
        if not all(isinstance(item, str) for item in value):
            return ""
        return join(*node.lines(key))
    if isinstance(value, dict) or str(value) in _FLAGS:
        return ""
    return escape(" ".join(node.text(key).split()))


def texts_of(node: Node, key: str) -> list[str]:
    """The text, or the texts, under a key of its own."""
    return [text] if (text := _said(node, key)) else []
