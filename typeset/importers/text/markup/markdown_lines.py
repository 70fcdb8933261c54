"""Inline tokens of Markdown → lines of text in canonical Markdown, as the blocks hold them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from typeset.importers.text.markup.blocks import Line
from typeset.importers.text.markup.inline import BREAK_TAG, escape

if TYPE_CHECKING:
    from markdown_it.token import Token

_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_MARKS = {"em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**"}


def inline_lines(inline: Token, line: int) -> Iterator[Line]:
    """The lines of an inline token in canonical Markdown.

    No line ends inside a link, nor in emphasis that a margin broke.
    """
    parts: list[str] = []
    passed = 0  # lines that ended inside the link that is open, or in emphasis
    children = inline.children or []
    closers: list[str] = []
    anchored = False  # whether a tag opened the link
    styles = _styles(children)
    broken = _breaks_in_emphasis(children)
    for index, child in enumerate(children):
        match child.type:
            case "html_inline" if index in styles:
                parts.append(styles[index])
            case "text" | "text_special":
                text = _text(child.content, children, index)
                parts.append(_BRACKET.sub(r"\\\g<0>", text) if closers else text)
            case mark if mark in _MARKS:
                parts.append(_MARKS[mark])
            case "code_inline":
                parts.append(_code(child.content))
            case "link_open":
                href = str(child.attrs.get("href", ""))
                auto = child.info == "auto"
                parts.append("<" if auto else "[")
                closers.append(">" if auto else f"]({_target(href)})")
            case "link_close":
                parts.append(closers.pop())
            case "image":
                parts.append(escape(child.content))
            case "softbreak" | "hardbreak" if closers or index in broken:
                parts.append(" ")
                passed += 1
            case "softbreak" | "hardbreak":
                hard = child.type == "hardbreak" or _is_break(children, index + 1)
                yield from _line(parts, line, hard)
                parts, line, passed = [], line + 1 + passed, 0
            case "html_inline" if not closers and (href := _anchor(children, index)):
                parts.append("[")
                closers.append(f"]({_target(href)})")
                anchored = True
            case "html_inline" if anchored and child.content.lower() == "</a>":
                parts.append(closers.pop())
                anchored = False
            case "html_inline" if closers and BREAK_TAG.match(child.content):
                parts.append(" ")
            case "html_inline" if BREAK_TAG.match(child.content):
                yield from _line(parts, line, True)
                parts = []
    yield from _line(parts, line, False)


def _is_break(children: list[Token], index: int) -> bool:
    """Whether a token is a tag that breaks the line: "<br>" at the beginning of the next one."""
    found = children[index] if index < len(children) else None
    return bool(found and found.type == "html_inline" and BREAK_TAG.match(found.content))


_LINE_ENDS = ("softbreak", "hardbreak")


def _breaks_in_emphasis(children: list[Token]) -> set[int]:
    """The places of soft line ends in emphasis that begins or ends in the midst of a line.

    A margin broke "Clerk, *Office for the Study of" / "Trade*, Leeds"; emphasis of whole lines
    may be one of its author's lines over another.
    """
    found: set[int] = set()
    depth = start = 0
    for index, child in enumerate(children):
        if child.type in ("em_open", "strong_open"):
            start = start if depth else index
            depth += 1
        elif child.type in ("em_close", "strong_close"):
            depth -= 1
            if not depth and (_is_amid(children, start - 1) or _is_amid(children, index + 1)):
                found |= {n for n in range(start, index) if children[n].type == "softbreak"}
    return found


def _is_amid(children: list[Token], index: int) -> bool:
    """Whether what stands at a place is a part of the line beside it."""
    return (
        0 <= index < len(children)
        and children[index].type not in _LINE_ENDS
        and (children[index].type != "text" or bool(children[index].content.strip()))
    )


_STYLE = re.compile(r"<(/?)(em|i|strong|b)>", re.IGNORECASE)
_STYLE_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def _styles(children: list[Token]) -> dict[int, str]:
    """The tags of emphasis around text alone, as Markdown's marks, by their places."""
    marks: dict[int, str] = {}
    if all(child.type != "html_inline" for child in children):
        return marks
    for at in range(len(children) - 2):
        around = [children[n].content if 0 <= n < len(children) else "" for n in (at - 1, at + 3)]
        opened, text, closed = (child.content for child in children[at : at + 3])
        pair = [_STYLE.fullmatch(tag) for tag in (opened, closed)]
        if not all(pair) or children[at + 1].type != "text":
            continue
        name = opened[1:-1].lower()
        ends = re.search(r"\w\Z", text) or not re.match(r"\w", around[1])
        begins = re.match(r"\w", text) or not re.search(r"\w\Z", around[0])
        if closed.lower() == f"</{name}>" and text == text.strip() != "" and begins and ends:
            marks |= {at: _STYLE_MARKS[name], at + 2: _STYLE_MARKS[name]}
    return marks


_ANCHOR = re.compile(r"""<a\s[^>]*?\bhref\s*=\s*["']([^"'\s<>]+)["'][^>]*>""", re.IGNORECASE)


def _anchor(children: list[Token], index: int) -> str:
    """The target of a link in HTML that begins at a token and ends later; "" for other tags."""
    match = _ANCHOR.fullmatch(children[index].content)
    for at in range(index + 1, len(children) if match else 0):
        child = children[at]
        if child.type == "html_inline" and child.content.lower() == "</a>":
            return html.unescape(match[1]) if match else ""
        if child.type == "link_open" or _ANCHOR.match(child.content):
            break
    return ""


_LEADER = re.compile(r"\s(?:\.{4,}|…{2,}|(?:\. ){4,}\.?)\s| {4,}")
"""Runs of spaces and dots, which lead from one column to the next."""
_RUN = re.compile(r" *\t[ \t]*| {2,}")
GAP = re.compile(r"(?<=\S)\s?(?:\u00a0[ \u00a0]*){2,}")
"""Blanks that do not break, several in a row: "2019&nbsp;&nbsp;&nbsp;Cook"."""
_EMPTIED = re.compile(r"(?<![*\\])\*\*\*\*(?!\*)")
"""Emphasis left empty by HTML that is gone."""
_LOOSE_LINK = re.compile(r"( ?)\[ ?((?:[^\[\]\\\s]|\\.| (?!\]))+) ?\]\(")
"""A link's words with blanks at their ends, which are none of them: "[ Show ](…)"."""
_SEPARATOR = re.compile(r"[|·•–—-][ \t]*\*|\*[|·•]")
_SEPARATOR_LAST = re.compile(
    r"(?<![*\\])(\*{1,2})(?=[^\s*])([^*\n]*[^\s*|·•])[ \t]*([|·•]|(?<=[^\W\d][ \t])[–—-])[ \t]*\1"
    r"(?!\*)(?=[ \t]+[^\s*])"
)
"""Emphasis that ends in what parts it from the next words: "**Moss Labs |** Cook"."""
_SEPARATOR_FIRST = re.compile(r"(?<=[^\s|·•*])[ \t]+(\*{1,2})([|·•])[ \t]+(?=[^\s*][^*\n]*\1)")
"""Emphasis that begins with it: "Moss Labs *| Leeds*"."""


def _line(parts: list[str], number: int, hard: bool) -> Iterator[Line]:
    text = "".join(parts).strip()
    if "  " in text or "\t" in text or ".." in text or "…" in text or ". ." in text:
        text = _LEADER.sub("\t", text)
        text = _RUN.sub(lambda run: "\t" if "\t" in run[0] else " ", text)
    if "****" in text:
        text = _EMPTIED.sub("", text)
    if "](" in text:
        text = _LOOSE_LINK.sub(r"\1[\2](", text)
    if "*" in text and _SEPARATOR.search(text):
        text = _SEPARATOR_FIRST.sub(r" \2 \1", _SEPARATOR_LAST.sub(r"\1\2\1 \3", text))
    if text:
        yield Line(number, text, hard)


def _code(content: str) -> str:
    """A code span, between more marks than any run of them in it has."""
    longest = max(map(len, re.findall("`+", content)), default=0)
    ticks, pad = "`" * (longest + 1), " " if longest else ""
    return f"{ticks}{pad}{content}{pad}{ticks}"


def _text(content: str, children: list[Token], index: int) -> str:
    """A text token escaped, seen with the letters beside it."""
    if index and children[index - 1].type == "link_open" and children[index - 1].info == "auto":
        return content
    if "\u00a0" in content:
        content = GAP.sub("\t", content).replace("\u00a0", " ")
    return escape(content)


def _target(href: str) -> str:
    return f"<{href}>" if re.search(r"[()\s]", href) else href
