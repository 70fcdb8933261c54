"""PDF objects as plain values, whatever a broken file holds in their place."""

from __future__ import annotations

from typing import Any


def name(value: Any) -> str:
    """A name without its slash; empty where it is none."""
    text = str(value) if value is not None else ""
    return text[1:] if text.startswith("/") else ""


def text(value: Any) -> str:
    """A string's characters; empty where it is none."""
    import pikepdf

    return str(value) if isinstance(value, (str, pikepdf.String)) else ""


def as_list(value: Any) -> list[Any]:
    """An array's items; one value alone is a list of it."""
    import pikepdf

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def as_dict(value: Any) -> Any:
    """A dictionary or stream; an empty one where it is none."""
    import pikepdf

    return value if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)) else {}


def number(value: Any) -> float:
    """A number; 0 where it is none."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0
