"""Markdown → tokens, by the rules whose signs a text holds.

A parser asks each rule of each line and sign, and nearly all refuse: no bar, no table. What the
whole text has nowhere is asked for once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from typeset.importers.text.markup.html_ends import html_block
from typeset.importers.text.markup.inline import new_parser

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SIGNS = (
    (re.compile(r"\|"), ("table",)),
    (re.compile(r"```|~~~"), ("fence",)),
    (re.compile(r">"), ("blockquote",)),
    (re.compile(r"([*_-])(?:[ \t]*\1){2}[ \t]*$", re.MULTILINE), ("hr",)),
    (re.compile(r"\]:"), ("reference",)),
    (re.compile(r"<"), ("html_block", "html_inline", "autolink")),
    (re.compile(r"#"), ("heading",)),
    (re.compile(r"[=-][ \t]*$", re.MULTILINE), ("lheading",)),
    (re.compile(r"\\"), ("escape",)),
    (re.compile(r"`"), ("backticks",)),
    (re.compile(r"\["), ("link", "image")),
    (re.compile(r"&"), ("entity",)),
)
"""What stands in every text of which one of the rules makes something."""


def parsed(text: str) -> list[Token]:
    """The tokens of a text, whose lines end in `\\n`."""
    without = (rules for sign, rules in _SIGNS if not sign.search(text))
    return _parser(tuple(name for rules in without for name in rules)).parse(text)


@lru_cache(maxsize=64)
def _parser(without: tuple[str, ...]) -> MarkdownIt:
    parser = new_parser()
    parser.block.ruler.at(
        "html_block", html_block, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    return parser.disable([*without])
