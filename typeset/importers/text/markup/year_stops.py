"""Years with a full stop at the beginning of a line ("2019. Moss Prize"): no list's numbers."""

from __future__ import annotations

import re

_YEAR = re.compile(
    r"(?P<before>[ \t]*(?P<mark>(?:[-*+•]|\(?\d{1,2}[.)])[ \t]+)?)(?P<year>(?:19|20)\d\d)[.)]"
    r"(?P<blank>[ \t]+)(?=\S)"
)


def without_year_stops(text: str) -> str:
    """The text without such stops, which would make numbers of years, and the next ones wrong.

    A line without a mark has none in the midst of a paragraph: "… till the end of", "2019. Then".
    """
    lines = text.split("\n")
    free = True
    for at, line in enumerate(lines):
        match = _YEAR.match(line)
        taken = match is not None and (free or bool(match["mark"]))
        if match and taken:
            lines[at] = match["before"] + match["year"] + match["blank"] + line[match.end() :]
        free = taken or not line.strip() or line.lstrip().startswith("#")
    return "\n".join(lines)
