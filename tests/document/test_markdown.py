"""Markdown of a profile's texts: styles and blocks kept, HTML as text, links made safe."""

from __future__ import annotations

import pytest

from typeset.document.levels import level_headings
from typeset.document.markdown import blocks, plain, rich, safe_href
from typeset.document.model import Heading, Paragraph, Run


def test_styles() -> None:
    assert rich("a **b *c*** `d` [e](https://example.com)") == (
        Run("a "),
        Run("b ", strong=True),
        Run("c", strong=True, emphasis=True),
        Run(" "),
        Run("d", code=True),
        Run(" "),
        Run("e", href="https://example.com"),
    )


@pytest.mark.parametrize(
    "text", ["<b>a</b>", "<script>alert(1)</script>", "a < b & c", "{{ x }} {% y %}", "2 * 3 * 4"]
)
def test_html_and_templates_are_text(text: str) -> None:
    assert plain(rich(text)) == text
    (paragraph,) = blocks(text)
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == text


@pytest.mark.parametrize("href", ["javascript:x", "file:///etc", "/local", "data:text/html,x"])
def test_only_the_web_mail_and_phones_are_linked(href: str) -> None:
    assert safe_href(href) == ""
    assert all(run.href == "" for run in rich(f"[text]({href})"))


@pytest.mark.parametrize("href", ["https://a.example", "HTTP://a", "mailto:a@b.example", "tel:+1"])
def test_safe_links_stay(href: str) -> None:
    assert safe_href(href) == href


def test_image_is_its_alternative_text() -> None:
    assert plain(rich("a ![chart of *x*](https://example.com/x.png)")) == "a chart of x"


def test_blocks() -> None:
    text = "# A\n\ntext\nsoft  \nhard\n\n- one\n  - two\n\n3. three\n\n> q\n\n```\ncode\n```"
    found = blocks(text)
    assert [block.kind for block in found] == [
        *("heading", "paragraph", "list", "list", "quote", "verbatim")
    ]
    assert isinstance(found[1], Paragraph)
    assert plain(found[1].text) == "text soft\nhard"


def test_levels_never_skip() -> None:
    levels = [3, 5, 4, 3, 1, 6]
    made = level_headings(tuple(Heading(level, (Run("x"),)) for level in levels))
    assert [block.level for block in made if isinstance(block, Heading)] == [1, 2, 2, 1, 1, 2]
