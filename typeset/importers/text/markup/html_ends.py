"""Where HTML in Markdown ends: at its elements' end, though a parser waits for an empty line.

"<h2>", "Awards", "</h2>", "- Best loaf, 2019": to its author the last line is Markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_MARKED = re.compile(r"(?:[-*+]|\d{1,3}[.)]|#{1,6}) +\S")
"""How a line begins that is a list's item or a heading."""
_TAG = re.compile(r"<(/?)([a-z][a-z\d]*)\b[^<>]*?(/?)>", re.IGNORECASE)
_ENDLESS = frozenset({"br", "hr", "img", "meta", "link", "input", "source", "wbr", "col"})
"""Tags that hold nothing, and have no end."""
_LEFT_OPEN = frozenset({"p", "li"})
"""Tags whose end many leave out."""
_BARE_TAG = re.compile(r"<(?:(?:hr|br)\b[^<>]*|/\w+)>[^\S\n]*", re.IGNORECASE)
"""A rule or an element's end, alone on its line."""
_TO_ITS_OWN_END = re.compile(r"<(?:[!?]|(?:script|pre|style|textarea)\b)", re.IGNORECASE)
"""What HTML begins with that ends where it says so, and at no empty line."""


def html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The parser's rule for HTML, which sees no line below the end of the elements."""
    from markdown_it.rules_block import html_block as to_an_empty_line

    if not silent and state.src.startswith("<", state.bMarks[start] + state.tShift[start]):
        end = _end_of_elements(state, start, end)
    return to_an_empty_line(state, start, end, silent)


def _end_of_elements(state: StateBlock, start: int, end: int) -> int:
    """The line over which HTML ends; `end` where only an empty line ends it.

    That is the first line under tags alone that end elements, or the first list's item or
    heading where all elements have ended.
    """
    lines: list[str] = []
    bare = True
    for at in range(start, end):
        line = state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]]
        if not line or state.sCount[at] < state.blkIndent or _TO_ITS_OWN_END.match(line):
            break
        if bare and lines and not line.startswith("<"):
            return at
        bare = bare and bool(_BARE_TAG.fullmatch(line))
        if lines and state.sCount[at] == state.blkIndent and _MARKED.match(line):
            return at if _have_ended("\n".join(lines)) else end
        lines.append(line)
    return end


def _have_ended(html: str) -> bool:
    """Whether elements ended in HTML, and none is open."""
    tags = [tag for tag in _TAG.finditer(html) if tag[2].lower() not in _ENDLESS | _LEFT_OPEN]
    return "</" in html and not sum(-1 if tag[1] else 0 if tag[3] else 1 for tag in tags)
