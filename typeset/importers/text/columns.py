"""Plain text in two columns → one: the left column's lines, then the right one's.

Text copied from a page has its columns side by side, set apart by runs of spaces. It is
told from dates set to the right by what the right column holds: titles of sections.
"""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.titles import kinds_of
from typeset.importers.text.vocabulary import Vocabulary

Row = tuple[int, str]
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)|^ {12,}(?=\S)")
_FEWEST = 6


def one_column(rows: list[Row], vocabulary: Vocabulary) -> list[Row]:
    """The rows, numbered as before, with a second column under the first."""
    starts = Counter(match.end() for _, text in rows for match in _GAP.finditer(text.expandtabs(4)))
    if not starts:
        return rows
    at, count = starts.most_common(1)[0]
    if count < _FEWEST:
        return rows
    left: list[Row] = []
    right: list[Row] = []
    for number, raw in rows:
        text = raw.expandtabs(4)
        if text[at - 2 : at].strip() and text[at:].strip():
            return rows  # a line runs across: no columns
        left.append((number, text[:at].rstrip()))
        right.append((number, text[at:]))
    titles = [text for _, text in right if text.strip() and _is_title(text, vocabulary)]
    filled = sum(bool(text.strip()) for _, text in right)
    if not titles or filled < _FEWEST:
        return rows
    return [*left, (right[0][0], ""), *right]


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    return len(text.split()) <= 4 and bool(kinds_of(text.strip(), vocabulary))
