"""Markdown → blocks, through markdown-it's tokens (CommonMark and tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from typeset.importers.text.markup.blocks import (
    Block,
    Code,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from typeset.importers.text.markup.comments import COMMENT, tell_comment
from typeset.importers.text.markup.definitions import defined, is_definition, joined_definitions
from typeset.importers.text.markup.folds import with_folded_title
from typeset.importers.text.markup.html import html_to_markdown
from typeset.importers.text.markup.icon_lines import without_icons
from typeset.importers.text.markup.inline import MAX_NESTING
from typeset.importers.text.markup.markdown_lines import inline_lines
from typeset.importers.text.markup.markdown_lists import (
    with_dots,
    without_empty_marks,
    without_own_lines,
)
from typeset.importers.text.markup.parsing import parsed
from typeset.importers.text.record import Record
from typeset.problems import Severity

if TYPE_CHECKING:
    from markdown_it.token import Token

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


def _blocks(tokens: list[Token], at: int, end: str, record: Record) -> tuple[list[Block], int]:
    """The blocks from token `at` to the token of type `end`, and the index after that."""
    blocks: list[Block] = []
    while at < len(tokens) and tokens[at].type != end:
        token = tokens[at]
        line = token.map[0] + 1 if token.map else 0
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
                    item = ListItem(place[0] + 1 if place else 0)
                    item.blocks, at = _blocks(tokens, at + 1, "list_item_close", record)
                    found.items += without_empty_marks(item)
                found = without_icons(found)
                blocks += without_own_lines(found, record) if not end else [found]
                at += 1
            case "blockquote_open":
                inner, at = _blocks(tokens, at + 1, "blockquote_close", record)
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
                blocks += _html(with_folded_title(tokens, at, record), line, record)
                at += 1
            case _:
                at += 1
    return blocks, at + 1


def _heading(token: Token, inline: Token, line: int) -> list[Block]:
    lines = list(inline_lines(inline, line))
    if not lines:
        return []
    text = " ".join(part.text for part in lines)
    # A paragraph with a rule under it and no blank line between is a heading only to a parser.
    if token.markup in "=-" and (len(text) > _LONGEST_SETEXT or len(lines) > 1 or "@" in text):
        return [Paragraph(lines), Rule(line + len(lines))]
    level, first = int(token.tag[1]), lines[0]
    if first.hard and len(lines) > 1 and not any(re.search(r"[*_`]", part.text) for part in lines):
        return [Heading(level, first.text, line), Paragraph(lines[1:])]  # "# Ann Bell<br>Baker"
    return [Heading(level, text, line)]


def _paragraph(inline: Token, line: int) -> list[Block]:
    """A paragraph, or terms and their definitions (`: text` lines, which CommonMark has not)."""
    lines = list(inline_lines(inline, line))
    if len(lines) > 1 and all(_BOLD_START.match(part.text) for part in lines):
        for part in lines[:-1]:  # bold words begin a line, and no line goes on in them
            part.hard = True
    for above, part in pairwise(lines):
        if above.hard and len(above.text) >= _WRAPPED and _GOES_ON.search(above.text):
            above.hard = not part.text[:1].islower()  # two blanks behind each line of a margin
    if not any(is_definition(part.text) for part in lines):
        return with_dots(lines)
    return defined(lines)


_WRAPPED = 60
"""A line of so many signs that goes on in small letters was ended by a margin, whatever its end."""
_GOES_ON = re.compile(r"[\w,)’'”\"*]$")


def _table(tokens: list[Token], at: int, line: int) -> tuple[Table, int]:
    table = Table(line, [])
    row: list[str] = []
    while tokens[at].type != "table_close":
        token = tokens[at]
        if token.type == "tr_open":
            row = []
            table.numbers.append(token.map[0] + 1 if token.map else line)
        elif token.type == "inline":
            lines = [part.text for part in inline_lines(token, line)]
            row.append(" ".join(lines))
            table.lines |= {row[-1]: lines} if len(lines) > 1 else {}
        elif token.type == "tr_close":
            if table.head:
                table.rows.append(row)
            else:
                table.head = row
        at += 1
    return table, at + 1


def _html(content: str, line: int, record: Record) -> Iterator[Block]:
    for comment in COMMENT.finditer(content):
        tell_comment(comment[1], line + content.count("\n", 0, comment.start()), record)
    content = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), content)
    text, numbers = html_to_markdown(content)
    if text.strip():
        inner, _ = _blocks(parsed(text), 0, "", record)
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
