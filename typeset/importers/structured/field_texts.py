"""A field that may hold HTML → Markdown blocks, or `summary` and `highlights`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from typeset.importers.structured.mapping import Node
from typeset.importers.structured.rich import html_body, html_text, looks_like_html


def field_text(node: Node, keys: tuple[str, ...], plain: Callable[[str], str]) -> str:
    """The first field of these keys as Markdown blocks: HTML, or what `plain` makes of others."""
    text = node.text(*keys)
    if not looks_like_html(text):
        return plain(text)
    made, seen = html_text(text)
    node.seen_as(seen, *keys)
    return made


def field_body(
    node: Node, keys: tuple[str, ...], plain: Callable[[str], dict[str, Any]]
) -> dict[str, Any]:
    """The same as `summary` and `highlights`."""
    text = node.text(*keys)
    if not looks_like_html(text):
        return plain(text)
    made, seen = html_body(text)
    node.seen_as(seen, *keys)
    return made
