"""Markdown whose author indents as on paper: texts under titles, to CommonMark code."""

from __future__ import annotations

import re
from itertools import islice

from typeset.importers.text.markup.definitions import DEFINITION
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of, shown_title

_CODE = 4
"""From this indent on, in columns, CommonMark reads code."""
_BULLET = re.compile(r"(?:[-*+•]|\d{1,2}[.)])[ \t]+\S")
_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_PROGRAM = re.compile(r"[;{}]\s*$|^\s*(?:def|import|#include|\$)\s", re.MULTILINE)
_LONGEST_TITLE = 5


def with_spaced_bullets(text: str) -> str:
    """Text whose bullets beside others have a space behind them: "-Cover at lunch".

    Arrows of two signs ("-> Cover at lunch"), points and tildes are, where there are several.
    """
    lines = text.split("\n")
    for at, line in enumerate(lines):
        beside = lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]
        if (tight := _TIGHT.match(line)) and any(_DASHED.match(other) for other in beside):
            lines[at] = f"{tight[1]} {line[tight.end() :]}"
    arrows = [at for at, line in enumerate(lines) if _ARROW.match(line)]
    for at in arrows if len(arrows) > 1 else ():
        lines[at] = _ARROW.sub(r"\1- ", lines[at])
    return "\n".join(lines)


def with_letter_bullets(text: str) -> str:
    """Text whose letters for bullets are signs: "o Baked bread" by another, or by a bullet.

    A word processor's ring is of its inner bullets; other letters are what its fonts of symbols
    show as a bullet: "§  Baked bread" is a square.
    """
    if len(_LETTER.findall(text)) < _FEWEST_LETTERS:
        return text
    lines = text.split("\n")
    full = [at for at, line in enumerate(lines) if line.strip()]
    for place, at in enumerate(full):
        if not (mark := _LETTER.match(lines[at])):
            continue
        above = full[max(0, place - _MOST_WRAPPED) : place][::-1]
        around = (above, full[place + 1 : place + 1 + _MOST_WRAPPED])
        beside = [lines[other] for others in around for other in _items(others, at, lines)]
        if any(_listed_beside(other, mark["letter"]) for other in beside):
            sign = "◦" if mark["letter"] == "o" else "•"
            lines[at] = f"{mark['indent']}{sign} {lines[at][mark.end() :]}"
    return "\n".join(lines)


def _items(others: list[int], at: int, lines: list[str]) -> list[int]:
    """The line on one side, and the first that is set no deeper, as what goes on with an item is.

    "o  Cut the time by writing the" over "  orders anew" stands beside the next "o  Sewed".
    """
    depth = _depth(lines[at])
    level = (other for other in others if _depth(lines[other]) <= depth)
    return [*others[:1], *islice(level, 1)]


def _listed_beside(line: str, letter: str) -> bool:
    """Whether a line begins with the same letter or what it was made, or with a bullet."""
    return bool(re.match(rf"\s*(?:{letter}[ \t]|[◦•·▪●*-])", line))


_FEWEST_LETTERS = 2
_LETTER = re.compile(
    r"^(?P<indent>[ \t]*)(?P<letter>[o§ØüŸ](?=[ \t])|[vqnl](?=\t|[ ]{2}))"
    r"(?:[ \t]+(?=[^\W\d_a-zà-ÿ])|(?<=o)\t+(?=\w))",
    re.MULTILINE,
)
_MOST_WRAPPED = 6
"""Lines of an item, at the most, that stand between its letter and the next one's."""
_TIGHT = re.compile(r"(\s*-)(?=[^\W\d_])")
_ARROW = re.compile(r"^([ \t]*)(?:[-=–]>|[.~](?=[ \t]))[ \t]*(?=\w)")
_DASHED = re.compile(r"\s*-\s*[^\W\d_]")


def without_indents(text: str, record: Record) -> str:
    """Markdown, line for line, with indented texts at the margin and titles over them as headings.

    Lists and their texts keep their depth against each other; what looks like a program stays.
    """
    lines = text.split("\n")
    if not any(line[:1] in "\t " and _depth(line) >= _CODE for line in lines if line.strip()):
        return text
    titles = _titles(lines, record)
    for at in titles:
        record.choose(at + 1, "title-in-margin", lines[at].strip(), "section title")
        lines[at] = f"## {lines[at].strip()}"
    at = 0
    fenced = listed = False
    while at < len(lines):
        line = lines[at]
        if _FENCE.match(line.lstrip()):
            fenced = not fenced
        if fenced or not line.strip():
            at += 1
            continue
        if _depth(line) < _CODE:
            marked = _BULLET.match(line.lstrip()) or DEFINITION.match(line)
            listed = bool(marked) or (listed and line[:1].isspace())
            at += 1
            continue
        end = at
        while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) >= _CODE):
            end += 1
        free = not listed and (at == 0 or _ends_block(lines[at - 1]))
        if free and not _PROGRAM.search("\n".join(lines[at:end])):
            lines[at:end] = _at_margin(lines[at:end])
        elif not free and not listed:  # it goes on to the next empty line and no further
            end = next((to for to in range(at, end) if not lines[to].strip()), end)
        at = end
    return "\n".join(lines)


def _depth(line: str) -> int:
    wide = line.expandtabs(_CODE)
    return len(wide) - len(wide.lstrip())


def _ends_block(line: str) -> bool:
    """Whether a paragraph cannot go on under a line: it is empty, or a heading."""
    return not line.strip() or bool(re.match(r"#{1,6}\s|\s*(?:-{3,}|={3,})\s*$", line))


def _titles(lines: list[str], record: Record) -> list[int]:
    """The lines of known titles in the margin over indented texts, where several stand so."""
    found: list[int] = []
    nexts: list[str] = []  # for each line, from the last, the one with words below it
    below = ""
    for line in reversed(lines):
        nexts.append(below)
        below = line if line.strip() else below
    for at, (line, below) in enumerate(zip(lines, reversed(nexts), strict=True)):
        if line[:1].isspace() or not line.strip() or _depth(below) < 2 or line[0] in "#-*+>":
            continue
        title = shown_title(line.strip())
        if len(title.split()) <= _LONGEST_TITLE and kinds_of(title, record.vocabulary):
            found.append(at)
    return found if len(found) > 1 else []


def _at_margin(lines: list[str]) -> list[str]:
    """Indented lines with their texts in the margin, and bullets as deep as they lie apart."""
    bullets = [_depth(line) for line in lines if _BULLET.match(line.lstrip())]
    first = min(bullets, default=0)
    result: list[str] = []
    inside = False
    for line in lines:
        bare = line.strip()
        if not bare:
            result.append("")
            inside = False
        elif _BULLET.match(line.lstrip()):
            inside = True
            result.append(" " * min(_depth(line) - first, 2 * _CODE) + bare)
        else:
            result.append("  " + bare if inside else bare)
    return result
