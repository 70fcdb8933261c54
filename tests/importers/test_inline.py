"""Escaping prints as itself, and cutting respects links and brackets."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.importers.text.markup.inline import (
    escape,
    escape_start,
    split_top,
    text_parser,
    unescape,
    unlink,
    unstyle,
    visible,
    wholly,
)

_ODD = st.text(alphabet="ab *_[]()<>&;`\\#+-1.!|~=\"'xamp/", max_size=24)


def _shown(markdown: str) -> str:
    tokens = text_parser().parse(markdown)
    children = tokens[1].children if len(tokens) == 3 else None
    return "".join(child.content for child in children or () if child.type.startswith("text"))


@given(_ODD)
def test_escaped_text_prints_as_itself(text: str) -> None:
    text = re.sub(r"\s+", " ", text).strip()
    if text:
        assert _shown(escape_start(escape(text))) == text
        assert unescape(escape(text)) == text or "&" in text


@pytest.mark.parametrize(
    "text", ["C++", "38%", "R&D", "a_b@example.com", "2 * 3", "[Company]", "3 < 4", "f(x)", "x_1"]
)
def test_escapes_are_few(text: str) -> None:
    assert escape(text) == text


def test_split_top() -> None:
    comma = re.compile(r"\s*,\s*")
    assert split_top("a (b, c), [d, e](http://x,y), f", comma) == [
        "a (b, c)", "[d, e](http://x,y)", "f",
    ]  # fmt: skip


def test_styles_and_links() -> None:
    assert wholly("**a *b* c**") == ("strong", "a *b* c")
    assert wholly("*a* and *b*")[0] == ""
    assert unstyle("**Role**, *Org* 2 * 3 `x`") == "Role, Org 2 * 3 x"
    assert unlink("[Org](http://a.example) <http://b.example>") == (
        "Org http://b.example",
        "http://a.example",
    )
    assert visible("**a** [b](http://c.example) <d>") == "a b <d>"
