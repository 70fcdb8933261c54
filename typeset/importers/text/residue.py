"""What converters and justified setting leave in plain text, and is no part of it."""

from __future__ import annotations

import re

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
_LEADER = re.compile(r"(?<=\S)\s+(?:-{4,}|={4,}|~{4,}|–{3,}|—{2,})\s+(?=\S)")
_FEWEST_SPREAD = 3
_NARROWEST = 50


def without_residue(text: str, record: Record) -> str:
    """Plain text, line for line, without page numbers, a converter's signature and table signs."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if _LONE_NUMBER.fullmatch(line) and line.strip():
            record.tell(
                "page-number", "a number alone on its line is left out", at + 1, Severity.NOTE
            )
            lines[at] = ""
        elif _CONVERTER.fullmatch(line):
            record.tell("converter-line", f"left out: {line.strip()}", at + 1, Severity.NOTE)
            lines[at] = ""
        elif (cell := _CELL.search(line)) and _is_dated(line[cell.end() :], record):
            lines[at] = f"{line[: cell.start()]}    {line[cell.end() :]}"  # a row of a LaTeX table
        else:
            lines[at] = _LEADER.sub(lambda leader: " " * len(leader[0]), line)
    return "\n".join(_unjustified(lines))


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
