"""Years with a full stop at the beginning of a line ("2019. Moss Prize"): no list's numbers.

The stop before a month stays, as that of a date: "2012. 9 ~ 현재".
"""

from __future__ import annotations

import re

from typeset.importers.text.words.date_signs import DASH

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
