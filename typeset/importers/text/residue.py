"""What converters and justified setting leave in plain text, and is no part of it."""

from __future__ import annotations

import re
from html import unescape

from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.problems import Severity

_LONE_NUMBER = re.compile(r"[ \t\f]*(?:[-–—] ?)?\d{1,2}(?: ?[-–—])?[ \t]*|[ \t]*\f[ \t]*")
_CONVERTER = re.compile(
    r".*\b(?:translated|converted|generated|produced)\b.*\b(?:HeVeA|LaTeX2HTML|TtH|Pandoc|HTMLDOC)\b.*",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s+&\s+(?=\S)")
_SPREAD = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEADER = re.compile(r"(?<=[^\s=~–—─-])\s+(?:-{4,}|={4,}|~{4,}|–{3,}|—{2,}|─{3,})\s+(?=\S)")
_COLUMN_RULE = re.compile(r"\s*-{3,}(?:\s+-{3,})+\s*")
"""A rule over or under a table's columns; one below their names stands close to these."""
_FEWEST_SPREAD = 3
_NARROWEST = 50


_TAG = re.compile(r"</?(?:pre|span|font|div|code|strong|em|[bipu])(?:\s[^<>\n]*)?>", re.IGNORECASE)
_STARRED = re.compile(
    r"^[ \t]*(?:([*~+])[ \t]+){2,}(\w[^*~+\n]*?)[ \t]+(?:\1[ \t]*)+$", re.MULTILINE
)
"""A title between rows of a sign: "*  *  *  EDUCATION  *  *  *"."""
_LONE_TICKS = re.compile(r"^([^`\n]*)`{1,2}[ \t]*$", re.MULTILINE)


def without_residue(text: str, record: Record) -> str:
    """Plain text, line for line, without page numbers, a converter's signature and table signs."""
    text = _STARRED.sub(r"\2", _without_tags(text, record))
    lines = _without_underscores(text).split("\n")
    for at, line in enumerate(lines):
        if _LONE_NUMBER.fullmatch(line) and line.strip():
            record.tell(
                "page-number", "a number alone on its line is left out", at + 1, Severity.NOTE
            )
            lines[at] = ""
        elif _CONVERTER.fullmatch(line):
            record.tell("converter-line", f"left out: {line.strip()}", at + 1, Severity.NOTE)
            lines[at] = ""
        elif _COLUMN_RULE.fullmatch(line) and not all(
            one.strip() for one in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
        ):
            lines[at] = ""
        elif (cell := _CELL.search(line)) and _is_dated(line[cell.end() :], record):
            lines[at] = f"{line[: cell.start()]}    {line[cell.end() :]}"  # a row of a LaTeX table
        else:
            lines[at] = _LEADER.sub(lambda leader: " " * len(leader[0]), line)
    return "\n".join(_unjustified(lines))


def _without_tags(text: str, record: Record) -> str:
    """Plain text that was cut out of a page's source, without the tags that only set it."""
    found = _TAG.findall(text)
    if sum(tag.startswith("</") for tag in found) < _FEWEST_CLOSED:
        return text
    record.choose(1, "tags-in-text", found[0], "nothing: a page's marks")
    return _LONE_TICKS.sub(r"\1", unescape(_TAG.sub("", text)))


_FEWEST_CLOSED = 3
_EMPHASIZED = re.compile(
    r"(?:(?<=[\s(\[])|^)_(?![\s_])([^_]{1,200}?)(?<![\s_])_(?=[\s.,;:)\]]|$)", re.M
)
_IN_HEAD = re.compile(r"^(?=[^\W_])([^\n_]{2,40}?) +_(?![\s_])([^\n_]+)(?<!\s)_(?=[ ])", re.M)
"""A line that begins with words, and goes on in italics: "MOSS LABS _Founder_ 2019"."""


def _without_underscores(text: str) -> str:
    """Plain text without the signs between which Pandoc sets italics; in a head, bars for them."""
    if len(_EMPHASIZED.findall(text)) < _FEWEST_EMPHASIZED:
        return text
    lines = _IN_HEAD.sub(lambda head: f"{head[1]} | {head[2]} |", text)
    return _EMPHASIZED.sub(r"\1", lines)


_FEWEST_EMPHASIZED = 3


def _is_dated(text: str, record: Record) -> bool:
    found = find_date(text, record.vocabulary)
    return found is not None and not found.begin


def _unjustified(lines: list[str]) -> list[str]:
    """Lines that spaces fill up to one width, with one space between words."""
    result = list(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].strip():
            end += 1
        block = lines[start : max(end - 1, start)]  # the last one is not filled up
        widths = {len(line.rstrip()) for line in block}
        spread = sum(len(_SPREAD.findall(line.strip())) for line in block)
        even = widths and max(widths) - min(widths) <= 1 and min(widths) >= _NARROWEST
        wide = any(re.search(r"\S {4,}\S", line) for line in block)
        if even and spread >= _FEWEST_SPREAD and not wide and len(block) > 1:
            for at in range(start, end):
                result[at] = _SPREAD.sub(" ", lines[at])
        start = max(end, start) + 1
    return result
