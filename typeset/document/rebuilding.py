"""A Document's values made anew with some parts changed; they themselves never change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any


def rebuilt(value: Any, change: Callable[[Any], Any], kept: frozenset[str] = frozenset()) -> Any:
    """`value` with what `change` makes of its parts, the outermost first.

    A part of which it makes None is gone into; fields named in `kept` stay.
    """
    changed = change(value)
    if changed is not None:
        return changed
    if isinstance(value, tuple):
        return tuple(rebuilt(item, change, kept) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    after = {}
    for item in fields(value):
        before = getattr(value, item.name)
        made = before if item.name in kept else rebuilt(before, change, kept)
        if made != before:
            after[item.name] = made
    return replace(value, **after) if after else value
