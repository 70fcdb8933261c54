"""Section titles of plain text behind a number each, or behind a bullet that nothing else has."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.scripts import HAN_NUMERALS
from typeset.importers.text.words.vocabulary import key

_LED = re.compile(
    r"(?:(?P<number>\(?\d{1,2}[.)])|(?P<roman>[IVX]{1,4}[.)])|(?P<letter>[A-H][.)])"
    rf"|(?P<counted>[{HAN_NUMERALS}]{{1,2}}、)|[*+#=~>•»-](?=[ \t]))[ \t]*"
    r"(?P<title>[^\W\d_][^\n@|\t]{0,38})"
)
_NO_TITLE = re.compile(r"[.!?。,;:，；：、]\s*$|\d{3}")
_SIGNS = ("##", "%%", "@@")
"""What stands before the titles then: two signs, which `rows.flanked` knows."""
_NUMBERS = ("number", "roman", "letter", "counted")
_FEWEST_KNOWN = 2
_MOST_WORDS = 8


def with_led_titles(text: str, record: Record) -> str:
    """Plain text whose numbered titles ("1. Education", "2) Work") have a title's signs instead.

    All lines that begin so, in the margin, look like titles then: under an empty line, short,
    over a text of their own. Half of them at least are known ones, two at the fewest.
    """
    lines = text.split("\n")
    sign = next((sign for sign in _SIGNS if sign not in text), "")
    found: dict[str, dict[int, re.Match[str]]] = {}
    for at, line in enumerate(lines):
        if match := _LED.match(line):
            found.setdefault(_style(match), {})[at] = match
    for led in found.values() if sign else ():
        if _are_titles(lines, led, record):
            first = min(led)
            record.choose(first + 1, "led-titles", lines[first].strip(), "section titles")
            for at, match in led.items():
                lines[at] = f"{sign} {_title(match)}"
    return "\n".join(lines)


def _style(match: re.Match[str]) -> str:
    """What all the numbers of one series have in common: their kind and the sign behind them."""
    mark = match[0][: match.start("title")].strip()
    return next((f"{name} {mark[-1]}" for name in _NUMBERS if match[name]), mark)


def _title(match: re.Match[str]) -> str:
    return match["title"].strip().rstrip(":：*#=~ ")


def _are_titles(lines: list[str], led: dict[int, re.Match[str]], record: Record) -> bool:
    """Whether all lines that begin with marks of one style are titles."""
    titles = [_title(match) for match in led.values()]
    words = record.vocabulary
    known = sum(
        bool(kinds_of(title, words)) or key(title) in words["other_titles"] for title in titles
    )
    if known < _FEWEST_KNOWN or known * 2 < len(titles):
        return False
    return all(_stands_free(lines, at, led) for at in led) and not any(
        _NO_TITLE.search(title) or word_count(title) > _MOST_WORDS or find_date(title, words)
        for title in titles
    )


def _stands_free(lines: list[str], at: int, led: dict[int, re.Match[str]]) -> bool:
    """Whether a line has an empty one above it, and a text that is no such line below it."""
    above = at == 0 or not lines[at - 1].strip()
    below = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i].strip()), at)
    return above and below != at and below not in led
