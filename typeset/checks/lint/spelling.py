"""Slips of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.checks.lint.rule import Remark, Subject
from typeset.checks.lint.walk import texts
from typeset.profile.nodes import Path

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{2,})\s+\1(?![\w'’-])")
_SPACES = re.compile(r"\S( {2,})\S")
_CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|https?://\S+")
_STRAIGHT_DOUBLE, _CURLY_DOUBLE = re.compile(r'(?<!\d)"'), re.compile("[“”]")
_STRAIGHT_SINGLE, _CURLY_SINGLE = (
    re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"),
    re.compile("(?<=\\w)’(?=\\w)"),
)


def word_twice(subject: Subject) -> Iterator[Remark]:
    """A word typed twice."""
    for path, text in texts(subject.profile):
        for match in _TWICE.finditer(_CODE.sub("¤", text)):
            # Names repeat themselves (Baden Baden); small words do so by mistake.
            if match[1].islower() and match[1] not in subject.words.doubled:
                yield Remark(path, f"“{match[1]} {match[1]}”")


def doubled_spaces(subject: Subject) -> Iterator[Remark]:
    """Two spaces within a line."""
    for path, text in texts(subject.profile):
        if match := _SPACES.search(_CODE.sub("¤", text)):
            start = max(0, match.start() - 12)
            yield Remark(path, f"two spaces in “…{match.string[start : match.end() + 12]}…”")


def mixed_quotes(subject: Subject) -> Iterator[Remark]:
    """Straight and curly marks side by side: once for quotation marks, once for apostrophes."""
    for name, straight, curly in (
        ("quotation marks", _STRAIGHT_DOUBLE, _CURLY_DOUBLE),
        ("apostrophes", _STRAIGHT_SINGLE, _CURLY_SINGLE),
    ):
        found: dict[bool, list[Path]] = {True: [], False: []}
        for path, text in texts(subject.profile):
            prose = _CODE.sub("¤", text)
            found[True] += [path] * len(straight.findall(prose))
            found[False] += [path] * len(curly.findall(prose))
        if found[True] and found[False]:
            is_straight = len(found[True]) <= len(found[False])
            rarer = "straight" if is_straight else "curly"
            yield Remark(found[is_straight][0], f"{rarer} {name} here, the other form elsewhere")
