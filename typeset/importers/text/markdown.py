"""Markdown → blocks, through markdown-it's tokens (CommonMark and tables)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from typeset.importers.text.blocks import (
    Block,
    Code,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from typeset.importers.text.definitions import defined, is_definition, joined_definitions
from typeset.importers.text.head_lines import is_open, is_own_line
from typeset.importers.text.html import html_to_markdown
from typeset.importers.text.inline import MAX_NESTING, escape, parser
from typeset.importers.text.plain import is_wrapped, settled
from typeset.importers.text.record import Record
from typeset.problems import Severity

if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_HOLDERS = ("list_item_open", "blockquote_open")
_LONGEST_SETEXT = 60
_BOLD_START = re.compile(r"\*{1,2}[^*\s]")


def markdown_blocks(tokens: list[Token], record: Record) -> list[Block]:
    """Read the tokens of Markdown. HTML gives its text; comments are told of and left out."""
    for token in tokens:
        if token.level >= MAX_NESTING - 1 and token.map and token.type in _HOLDERS:
            message = "lists or quotations this deep in each other are not read"
            record.tell("nested", message, token.map[0] + 1, Severity.WARNING)
            break
    blocks, _ = _blocks(tokens, 0, "", record)
    return joined_definitions(blocks)


def _blocks(
    tokens: list[Token], at: int, end: str, record: Record, shift: int = 0
) -> tuple[list[Block], int]:
    """The blocks from token `at` to the token of type `end`, and the index after that."""
    blocks: list[Block] = []
    while at < len(tokens) and tokens[at].type != end:
        token = tokens[at]
        line = (token.map[0] + 1 if token.map else 0) + shift
        match token.type:
            case "heading_open":
                blocks += _heading(token, tokens[at + 1], line)
                at += 3
            case "paragraph_open":
                made = _paragraph(tokens[at + 1], line)
                last = blocks[-1] if blocks else None
                dots = made[0] if made else None
                if isinstance(last, List) and isinstance(dots, List):
                    last.items += dots.items  # bullets with blank lines between
                    made = made[1:]
                blocks += made
                at += 3
            case "bullet_list_open" | "ordered_list_open":
                start = int(token.attrGet("start") or 1) if token.tag == "ol" else None
                found = List(line, start=start)
                at += 1
                while tokens[at].type == "list_item_open":
                    place = tokens[at].map
                    item = ListItem((place[0] + 1 if place else 0) + shift)
                    item.blocks, at = _blocks(tokens, at + 1, "list_item_close", record, shift)
                    found.items += _without_empty_marks(item)
                blocks += _without_own_lines(found, record) if not (end or shift) else [found]
                at += 1
            case "blockquote_open":
                inner, at = _blocks(tokens, at + 1, "blockquote_close", record, shift)
                blocks.append(Quote(line, inner))
            case "table_open":
                table, at = _table(tokens, at, line)
                blocks.append(table)
            case "fence" | "code_block":
                blocks.append(Code(line, token.content.rstrip("\n")))
                at += 1
            case "hr":
                blocks.append(Rule(line))
                at += 1
            case "html_block":
                blocks += _html(token.content, line, record)
                at += 1
            case _:
                at += 1
    return blocks, at + 1


def _without_empty_marks(item: ListItem) -> list[ListItem]:
    """The items of a list that stands behind a bullet in place of its text: `- - text`.

    A heading there is a text in bold.
    """
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, Heading):
        bold = first.text if "*" in first.text else f"**{first.text}**"
        item.blocks[0] = Paragraph([Line(first.line, bold)])
    if not isinstance(first, List) or not first.items:
        return [item]
    first.items[-1].blocks += item.blocks[1:]
    return first.items


def _without_own_lines(found: List, record: Record) -> list[Block]:
    """A list, cut where a line of its own stands right under a bullet, at the margin.

    To CommonMark it goes on with the bullet; to its author it is none of it.
    """
    blocks: list[Block] = []
    start = found.start
    items: list[ListItem] = []
    for item in found.items:
        items.append(item)
        last = _last_paragraph(item)
        lines = last.lines if last else []
        own = next((at for at in range(1, len(lines)) if _is_own(lines, at, record)), 0)
        if last and own:
            last.lines = lines[:own]
            blocks += [List(items[0].line, items, start), Paragraph(settled(lines[own:]))]
            start = start + len(items) if start is not None else None
            items = []
    if items:
        blocks.append(List(items[0].line, items, start))
    return blocks


def _is_own(lines: list[Line], at: int, record: Record) -> bool:
    text = lines[at].text
    margin = record.excerpt(lines[at].number)[:1].strip()
    wrapped = is_wrapped([lines[at - 1].text, text]) or is_open(lines[at - 1].text, record)
    return bool(margin) and not wrapped and is_own_line(text, record)


def _last_paragraph(item: ListItem) -> Paragraph | None:
    last = item.blocks[-1] if item.blocks else None
    while isinstance(last, List):
        last = last.items[-1].blocks[-1] if last.items and last.items[-1].blocks else None
    return last if isinstance(last, Paragraph) else None


def _heading(token: Token, inline: Token, line: int) -> list[Block]:
    lines = list(inline_lines(inline, line))
    if not lines:
        return []
    text = " ".join(part.text for part in lines)
    # A paragraph with a rule under it and no blank line between is a heading only to a parser.
    if token.markup in "=-" and (len(text) > _LONGEST_SETEXT or len(lines) > 1 or "@" in text):
        return [Paragraph(lines), Rule(line + len(lines))]
    return [Heading(int(token.tag[1]), text, line)]


def _paragraph(inline: Token, line: int) -> list[Block]:
    """A paragraph, or terms and their definitions (`: text` lines, which CommonMark has not)."""
    lines = list(inline_lines(inline, line))
    if len(lines) > 1 and all(_BOLD_START.match(part.text) for part in lines):
        for part in lines[:-1]:  # bold words begin a line, and no line goes on in them
            part.hard = True
    if not any(is_definition(part.text) for part in lines):
        return _with_dots(lines)
    return defined(lines)


_DOT = re.compile(r"(?:[•‣▪●◦↳⁃➢➤►✓✔✅☑]\ufe0f?)[ \t\u00a0]*(?:[-–][ \t]*)?(?=\S)")
"""A bullet of the author's own, which CommonMark takes for text."""


def _with_dots(lines: list[Line]) -> list[Block]:
    """Lines of which two or more begin with a bullet as a list, under what stands before them."""
    starts = {at for at, part in enumerate(lines) if _DOT.match(part.text)}
    one_line = len(lines) == 1 and len(re.findall("[•●]", lines[0].text)) > 1
    if not starts or one_line or (len(starts) < 2 and len(lines) > 1 and not lines[-1].hard):
        return [Paragraph(lines)] if lines else []
    items: list[ListItem] = []
    begin = min(starts)
    for at in range(begin, len(lines)):
        part = lines[at]
        if at in starts:
            text = _DOT.sub("", part.text, count=1)
            items.append(ListItem(part.number, [Paragraph([Line(part.number, text, part.hard)])]))
        else:
            first = items[-1].blocks[0]
            assert isinstance(first, Paragraph)
            first.lines.append(part)
    before: list[Block] = [Paragraph(lines[:begin])] if begin else []
    return [*before, List(lines[begin].number, items)]


def _table(tokens: list[Token], at: int, line: int) -> tuple[Table, int]:
    table = Table(line, [])
    row: list[str] = []
    while tokens[at].type != "table_close":
        token = tokens[at]
        if token.type == "tr_open":
            row = []
            table.numbers.append(token.map[0] + 1 if token.map else line)
        elif token.type == "inline":
            row.append(" ".join(part.text for part in inline_lines(token, line)))
        elif token.type == "tr_close":
            if table.head:
                table.rows.append(row)
            else:
                table.head = row
        at += 1
    return table, at + 1


def _html(content: str, line: int, record: Record) -> Iterator[Block]:
    for comment in _COMMENT.finditer(content):
        tell_comment(comment[1], line + content.count("\n", 0, comment.start()), record)
    content = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), content)
    text, numbers = html_to_markdown(content)
    if text.strip():
        inner, _ = _blocks(parser().parse(text), 0, "", record)
        for block in inner:
            if isinstance(block, Paragraph) and not re.search(r"[^\\\s]", block.text):
                continue  # "<br>" by itself
            place = min(max(block.line - 1, 0), len(numbers) - 1)
            _move(block, line + numbers[place] - block.line)
            if isinstance(block, Table):
                block.numbers = [line + numbers[number - 1] for number in block.numbers]
            yield block


def _move(block: Block, by: int) -> None:
    if isinstance(block, Paragraph):
        for line in block.lines:
            line.number += by
    else:
        block.line += by


def tell_comment(text: str, line: int, record: Record) -> None:
    """A comment is not printed; its author hears of it."""
    words = " ".join(text.split())
    if words:
        shown = words if len(words) <= 60 else words[:57] + "…"
        record.tell("comment", f"a comment is left out: {shown}", line, Severity.NOTE)


def inline_lines(inline: Token, line: int) -> Iterator[Line]:
    """The lines of an inline token in canonical Markdown. No line ends inside a link."""
    parts: list[str] = []
    passed = 0  # lines that ended inside the link that is open
    children = inline.children or []
    closers: list[str] = []
    anchored = False  # whether a tag opened the link
    styles = _styles(children)
    for index, child in enumerate(children):
        match child.type:
            case "html_inline" if index in styles:
                parts.append(styles[index])
            case "text" | "text_special":
                text = _text(child.content, children, index)
                parts.append(_BRACKET.sub(r"\\\g<0>", text) if closers else text)
            case "em_open" | "em_close":
                parts.append("*")
            case "strong_open" | "strong_close":
                parts.append("**")
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
            case "softbreak" | "hardbreak" if closers:
                parts.append(" ")
                passed += 1
            case "softbreak" | "hardbreak":
                yield from _line(parts, line, child.type == "hardbreak")
                parts, line, passed = [], line + 1 + passed, 0
            case "html_inline" if not closers and (href := _anchor(children, index)):
                parts.append("[")
                closers.append(f"]({_target(href)})")
                anchored = True
            case "html_inline" if anchored and child.content.lower() == "</a>":
                parts.append(closers.pop())
                anchored = False
            case "html_inline" if closers and _BREAK.match(child.content):
                parts.append(" ")
            case "html_inline" if _BREAK.match(child.content):
                yield from _line(parts, line, True)
                parts = []
    yield from _line(parts, line, False)


_STYLE = re.compile(r"<(/?)(em|i|strong|b)>", re.IGNORECASE)
_STYLE_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def _styles(children: list[Token]) -> dict[int, str]:
    """The tags of emphasis around text alone, as Markdown's marks, by their places."""
    marks: dict[int, str] = {}
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


def _line(parts: list[str], number: int, hard: bool) -> Iterator[Line]:
    # Runs of spaces and dots lead from one column to the next.
    text = re.sub(r"\s(?:\.{4,}|…{2,}|(?:\. ){4,}\.?)\s| {4,}", "\t", "".join(parts).strip())
    text = re.sub(r" *\t[ \t]*| {2,}", lambda run: "\t" if "\t" in run[0] else " ", text)
    # Emphasis left empty by HTML that is gone.
    text = re.sub(r"(?<![*\\])\*\*\*\*(?!\*)", "", text)
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
    return escape(content.replace("\u00a0", " "))


def _target(href: str) -> str:
    return f"<{href}>" if re.search(r"[()\s]", href) else href
