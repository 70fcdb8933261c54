"""Markdown of a profile's texts → runs and blocks.

Raw HTML is text. A link is kept if it leads to the web, an address or a phone;
any other target is dropped and its text stays.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from typeset.document.model import (
    Block,
    Heading,
    Item,
    List,
    Paragraph,
    Quote,
    Rich,
    Run,
    Verbatim,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_SCHEMES = ("http", "https", "mailto", "tel")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&!#\n]")
"""What can make a line of text more than itself; a text without any needs no parser."""


def safe_href(href: str) -> str:
    """`href` if a document may link to it, otherwise an empty string."""
    return href if split_url(href).scheme.lower() in _SCHEMES else ""


def split_url(url: str) -> SplitResult:
    """The parts of an address, all empty where it is malformed (`https://[`)."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def rich(text: str) -> Rich:
    """A line of inline Markdown as runs."""
    if not text:
        return ()
    if not _MARKUP.search(text):
        return (Run(text),)
    from markdown_it.tree import SyntaxTreeNode

    return _runs(SyntaxTreeNode(_parser().parseInline(text)))


def blocks(text: str) -> tuple[Block, ...]:
    """Markdown paragraphs, headings, lists and quotations as blocks."""
    if not text:
        return ()
    from markdown_it.tree import SyntaxTreeNode

    return _blocks(SyntaxTreeNode(_parser().parse(text)).children)


def plain(text: Rich) -> str:
    """The characters of a styled line."""
    return "".join(run.text for run in text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).disable(
        ["html_block", "html_inline", "reference"]
    )


def _blocks(nodes: list[SyntaxTreeNode]) -> tuple[Block, ...]:
    found: list[Block] = []
    for node in nodes:
        if node.type == "paragraph":
            found.append(Paragraph(_runs(node)))
        elif node.type == "heading":
            found.append(Heading(int(node.tag[1:]), _runs(node)))
        elif node.type == "bullet_list":
            found.append(List(tuple(_item(item) for item in node.children)))
        elif node.type == "ordered_list":
            start = int(node.attrs.get("start", 1))
            found.append(List(tuple(_item(item) for item in node.children), start))
        elif node.type == "blockquote":
            found.append(Quote(_blocks(node.children)))
        elif node.type in ("fence", "code_block"):
            found.append(Verbatim(node.content.rstrip("\n")))
    return tuple(found)


def _item(node: SyntaxTreeNode) -> Item:
    inner = _blocks(node.children)
    if inner and isinstance(inner[0], Paragraph):
        return Item(inner[0].text, blocks=inner[1:])
    return Item((), blocks=inner)


def _runs(node: SyntaxTreeNode) -> Rich:
    """The runs below `node`, neighbours of one style joined."""
    joined: list[Run] = []
    for run in _walk(node, Run("")):
        if joined and _style(joined[-1]) == _style(run):
            joined[-1] = _styled(run, joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def _style(run: Run) -> tuple[bool, bool, bool, str]:
    return (run.strong, run.emphasis, run.code, run.href)


def _styled(run: Run, text: str) -> Run:
    return Run(text, run.strong, run.emphasis, run.code, run.href)


def _walk(node: SyntaxTreeNode, style: Run) -> list[Run]:
    found: list[Run] = []
    for child in node.children:
        inner = style
        if child.type == "text":
            found.append(_styled(style, child.content))
        elif child.type == "code_inline":
            found.append(Run(child.content, style.strong, style.emphasis, True, style.href))
        elif child.type == "softbreak":
            found.append(_styled(style, " "))
        elif child.type == "hardbreak":
            found.append(_styled(style, "\n"))
        elif child.type == "strong":
            inner = Run("", True, style.emphasis, style.code, style.href)
        elif child.type == "em":
            inner = Run("", style.strong, True, style.code, style.href)
        elif child.type == "link":
            inner = Run(
                "", style.strong, style.emphasis, style.code, safe_href(str(child.attrs["href"]))
            )
        if child.children:  # an image is its alternative text
            found += _walk(child, inner)
    return found
