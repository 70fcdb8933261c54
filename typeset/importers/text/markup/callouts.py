"""Callouts, links and fields of note programs → CommonMark.

`> [!info] Contact` (Obsidian, GitHub), `[[Page|words]]`, `- Label:: value` (Dataview).
"""

from __future__ import annotations

import re

_CALLOUT = re.compile(
    r"^[ \t]{0,3}>[ \t]?\[![A-Za-z][\w-]*\][+-]?[ \t]*(?P<title>[^\n]*)"
    r"(?P<below>(?:\n[ \t]{0,3}>[^\n]*)*)",
    re.MULTILINE,
)
_FIELD = re.compile(r"^([ \t]*(?:[-*+][ \t]+)?[^\W\d_][\w /&+-]{1,30})::[ \t]+(?=\S)", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE)
_BROKEN = re.compile(r"(?<=[^\s\\])[ \t]*\n(?=[ \t]*[^\s>#|*+-])")
"""The end of a line within a paragraph, which is one on the page that these programs show."""
_WIKI_LINK = re.compile(r"(?<![!\\\[])\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\](?!\()")


def without_callouts(text: str) -> str:
    """Markdown with what callouts hold as blocks under their titles, in bold; line for line.

    Of a link to another page of the same notes the words are left.
    """
    if ":: " in text:
        text = _FIELD.sub(r"\1: ", text)
    if "[!" in text:
        text = _CALLOUT.sub(_unboxed, text)
    return _WIKI_LINK.sub(r"\1", text) if "[[" in text else text


def _unboxed(callout: re.Match[str]) -> str:
    title = callout["title"].strip()
    below = _BROKEN.sub("  \n", _QUOTED.sub("", callout["below"]))
    plain = title and not title.startswith("**")
    return f"{f'**{title}**' if plain else title}{'  ' if title and below else ''}{below}"
