"""What a page folds away: `<details>`, whose `<summary>` is the title of what it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of, shown_title

if TYPE_CHECKING:
    from markdown_it.token import Token

_FOLD = re.compile(
    r"(<details\b[^<>]*>\s*)<summary\b[^<>]*>\s*([^<>]*?)\s*</summary>", re.IGNORECASE
)
_END = re.compile(r"</details\s*>", re.IGNORECASE)
_HIGHEST = 2
"""The level of a section's title: what is folded is no whole document."""


def with_folded_title(tokens: list[Token], at: int, record: Record) -> str:
    """The HTML of a token, its fold's summary as a heading where it stands over headings.

    Or where it is a known title of a section: "<summary>Skills</summary>". Over bare text it is
    a line of that text.
    """
    content = tokens[at].content
    match = _FOLD.search(content)
    if not match:
        return content
    levels: list[int] = []
    for token in tokens[at + 1 :]:
        if token.type == "html_block" and _END.search(token.content):
            break
        if token.type == "heading_open":
            levels.append(int(token.tag[1]))
    known = kinds_of(shown_title(unstyle(match[2])), record.vocabulary)
    if not match[2] or not (known or (levels and min(levels) > _HIGHEST)):
        return content
    level = max(_HIGHEST, min(levels) - 1) if levels else _HIGHEST
    heading = f"{match[1]}<h{level}>{match[2]}</h{level}>"
    return content[: match.start()] + heading + content[match.end() :]
