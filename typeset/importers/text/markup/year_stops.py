"""Years and days with a stop at the beginning of a line ("2019. Moss Prize"): no list's numbers.

The stop before a month stays, as that of a date: "2012. 9 ~ 현재", "4. März 2026".
"""

from __future__ import annotations

import re

from typeset.importers.text.words.date_signs import DASH
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.vocabulary import Vocabulary

_YEAR = re.compile(
    r"(?P<before>[ \t]*(?P<mark>(?:[-*+•]|\(?\d{1,2}[.)])[ \t]+)?)(?P<year>(?:19|20)\d\d)[.)]"
    r"(?P<blank>[ \t]+)(?=\S)"
)
_MONTH = re.compile(rf"(?:0?[1-9]|1[0-2])(?=\.?[ \t]*(?:{DASH}|$)|\.[ \t]|[ \t]{{2}})")
"""A month behind its year, which ends the line or a cell, or has a day or a period behind it."""


def without_year_stops(text: str, kept: str = ".") -> str:
    """The text without such stops, which would make numbers of years, and the next ones wrong.

    Those before a month are written as `kept`. A line without a mark has none in the midst of a
    paragraph: "… till the end of", "2019. Then".
    """
    lines = text.split("\n")
    free = True
    for at, line in enumerate(lines):
        match = _YEAR.match(line)
        taken = match is not None and (free or bool(match["mark"]))
        if match and taken:
            stop = kept if _MONTH.match(line, match.end()) else ""
            year = match["before"] + match["year"] + stop
            lines[at] = year + match["blank"] + line[match.end() :]
        free = taken or not line.strip() or line.lstrip().startswith("#")
    return "\n".join(lines)


_DAY = re.compile(r"(?P<day> {0,3}\d{1,2})\.(?=[ \t]+[^\W\d_][^\d\n]{2,14}\d{4}\.?[ \t]*$)")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")


def with_day_stops(text: str, vocabulary: Vocabulary) -> str:
    """Markdown with the stop behind a day escaped, where it stands alone as a letter's does."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        match = _DAY.match(line)
        if match and is_only_date(line.strip(), vocabulary):
            near = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
            if not any(map(_NUMBERED.match, near)):
                lines[at] = match["day"] + "\\." + line[match.end() :]
    return "\n".join(lines)
