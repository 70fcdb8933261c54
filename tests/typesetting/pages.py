"""Small pages for the tests of this folder."""

from __future__ import annotations

from typing import Any

from typeset.typesetting import Source, Stylesheet

PLAIN = "@page { size: 200pt 100pt; margin: 10pt } body { margin: 0 } p { margin: 0 }"
BODY = 'html { font: 10pt/10pt "Source Sans 3" }'


def page(body: str, head: str = "", lang: str = "en") -> str:
    """A whole HTML document around `body`."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Test</title>'
        f"{head}</head><body>{body}</body></html>"
    )


def source(body: str, css: str = "", head: str = "", **fields: Any) -> Source:
    """A source with `body` in 10 pt Source Sans 3, on pages with room for 8 lines."""
    sheets = (Stylesheet(PLAIN + BODY), Stylesheet(css))
    return Source(page(body, head), stylesheets=sheets, **fields)
