"""Marks of a keyboard as a typesetter sets them (Bringhurst 5.2, 5.4; CLDR's quotation marks).

Straight quotation marks become the language's, apostrophes curve, two hyphens (or one between
spaces) are a dash, three full stops an ellipsis. No word changes; code stays as it is, and so
does a quotation mark without its partner.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from typeset.document.glue import NBSP
from typeset.document.language import Language
from typeset.document.model import Rich, Run

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_TYPED = re.compile("['\"]|--| -|\u00a0-|\\.\\.\\.")
_QUOTED = re.compile("['\"]")

_DASH = r"(?<!\n)[ \u00a0]-{1,3}[ \u00a0]"
_BEFORE_QUOTES = (
    (r"(?<!\.)\.{3}(?!\.)", "…"),
    (r"(?<=[^\s-])---(?=[^\s-])", "—"),
    (r"(?<=\w)--(?=\w)", "–"),
    # 5'10"
    (r"(?<=\d)'(\d{1,2})\"", r"′\1″"),
    # '90s, rock 'n' roll
    (r"(?<!\w)'(?=\d\ds?\b)", "’"),
    (r"(?<= )'n'(?= )", "’n’"),
)
_AFTER_QUOTES = (
    # 27"
    (r"(?<=\d)\"", "″"),
    # 'til
    (r"(?<!\w)'(?=[^\W\d_])", "’"),
)


def punctuated(line: Rich, language: Language) -> Rich:
    """`line` with the marks of `language` for those that a keyboard has."""
    if not language.quotes or not any(_TYPED.search(run.text) for run in line):
        return line
    dash = f"{NBSP}{'—' if '—' in language.range else '–'} "
    runs = [_changed(run, ((_DASH, dash), *_BEFORE_QUOTES)) for run in line]
    if any(_QUOTED.search(run.text) for run in runs):
        runs = [_changed(run, _AFTER_QUOTES) for run in _quoted(runs, language.quotes)]
    return tuple(runs)


def _changed(run: Run, forms: tuple[tuple[str, str], ...]) -> Run:
    if run.code or not _TYPED.search(run.text):
        return run
    text = run.text
    for pattern, mark in forms:
        text = re.sub(pattern, mark, text)
    return replace(run, text=text)


def _quoted(runs: list[Run], quotes: tuple[str, ...]) -> list[Run]:
    """Pairs of quotation marks and apostrophes, also over the borders of runs."""
    from markdown_it.rules_core import StateCore, smartquotes
    from markdown_it.token import Token

    tokens = [Token("code_inline" if run.code else "text", "", 0, content=run.text) for run in runs]
    whole = "".join(run.text for run in runs)
    line = Token("inline", "", 0, content=whole, children=tokens)
    smartquotes(StateCore(whole, _typographer(quotes), {}, [line]))
    return [replace(run, text=token.content) for run, token in zip(runs, tokens, strict=True)]


@cache
def _typographer(quotes: tuple[str, ...]) -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero", {"typographer": True, "quotes": quotes})
