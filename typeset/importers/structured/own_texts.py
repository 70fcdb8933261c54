"""The texts within values under keys of an author's own: bullets, lists, lines with labels."""

from __future__ import annotations

from typing import Any

from typeset.importers.structured.mapping import Node
from typeset.importers.structured.own_names import of_entry, title_of
from typeset.importers.structured.rich import html_text, looks_like_html, markdown_body
from typeset.importers.text.markup.inline import visible

STEERS = "it steers a program, and prints nothing"
_OFF = frozenset({"true", "false", "yes", "no"})
_UNLABELLED = frozenset({"url", "name", "location", "group", "organization"})
"""What says by itself what it is."""


def under(node: Node, name: str) -> Node:
    """What stands under a mapping's key."""
    return Node(node.reading, (*node.path, name), node.value[name])


def items_of(node: Node) -> list[Node]:
    """The items of a list, or the values of a mapping, that hold something."""
    if isinstance(node.value, dict):
        return [under(node, name) for name in node.keys]
    if not isinstance(node.value, list):
        return []
    items = [Node(node.reading, (*node.path, at), one) for at, one in enumerate(node.value)]
    return [item for item in items if item.value not in (None, "", [], {})]


def is_switch(node: Node) -> bool:
    """Whether a value steers the author's program: such a one prints nothing."""
    return str(node.value).strip().casefold() in _OFF


def seen(node: Node) -> str:
    """A text of Markdown or HTML, whose marks are none of its words."""
    text = node.text()
    if looks_like_html(text):
        text, shown = html_text(text)
    else:
        shown = visible(text)
    node.seen_as(shown)
    return text


def scalars(node: Node) -> list[Node]:
    """The texts within a value, in order, without their keys."""
    if isinstance(node.value, dict | list):
        return [found for one in items_of(node) for found in scalars(one)]
    return [node] if node.value not in (None, "") else []


def listed(node: Node) -> list[str]:
    """The texts of a list; one text with commas is a list, too."""
    texts = [seen(one) for one in scalars(node) if not is_switch(one)]
    if isinstance(node.value, str):
        texts = [part.strip() for text in texts for part in text.split(", ") if part.strip()]
    return texts


def body_of(node: Node) -> tuple[str, list[Any]]:
    """A text and its bullets, or a list of texts, each of them a bullet."""
    if isinstance(node.value, str):
        body = markdown_body(seen(node))
        return body.get("summary", ""), body.get("highlights", [])
    items = items_of(node) if isinstance(node.value, list) else [node]
    return "", [made for item in items if (made := _highlight(item))]


def _highlight(item: Node) -> dict[str, Any] | None:
    """A bullet: a text, or a mapping whose texts are on one line, its lists below it."""
    if not isinstance(item.value, dict):
        text = seen(item) if isinstance(item.value, str) else ", ".join(listed(item))
        return {"text": text} if text else None
    texts: list[str] = []
    children: list[dict[str, str]] = []
    for name in item.keys:
        value = under(item, name)
        if isinstance(value.value, dict | list):
            children += [{"text": text} for text in listed(value) if text]
        elif line := label_line(name, value, bare=bool(of_entry(name))):
            texts.append(line)
    if not texts:
        texts, children = [", ".join(one["text"] for one in children)], []
    return {"text": ": ".join(texts), "children": children} if any(texts) else None


def label_line(name: str, value: Node, *, bare: bool = False) -> str:
    """What has no key in a profile, under its label: "Advisor: …", "Technologies: …"."""
    said = ", ".join(seen(one) for one in scalars(value) if not is_switch(one))
    if not said or bare or of_entry(name) in _UNLABELLED:
        return said
    return f"{title_of(name)}: {said}"
