"""Rows of plain text, a date and what it dates, of which a margin wrapped the long ones."""

from __future__ import annotations

import re
from statistics import mean

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.markup.columns import Row
from typeset.importers.text.markup.rows import BULLET
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import Vocabulary

_ROW = re.compile(r"(?P<first>\S[^\t]{0,23}?) ?(?:\t+| {3,})[ \t]*(?P<text>\S.*)")
"""A row: a date or a word or two, then tabs: "2019 – 2021\t\tCook, Moss Inn"."""
_FEWEST = 3


def unwrapped(rows: list[Row], vocabulary: Vocabulary) -> list[Row]:
    """The rows, with the lines at the margin that go on with a dated one as part of it.

    They do so where at least three rows, each longer than those followed by none are on the
    average, are followed by such lines; under positions of any length stands what was done.
    """
    begun = [_ROW.fullmatch(text) for _, text in rows]
    lasts: dict[int, int] = {}
    at = 0
    while at < len(rows):
        end = at + 1
        while begun[at] and end < len(rows) and _is_plain(rows[end][1], vocabulary):
            end += 1
        lasts[at] = end
        at = end
    told = {at: len(match["text"]) for at, match in enumerate(begun) if match}
    longer = [size for at, size in told.items() if lasts[at] > at + 1]
    alone = [size for at, size in told.items() if lasts[at] == at + 1]
    dated = sum(bool(find_date(match["first"], vocabulary)) for match in begun if match)
    if len(longer) < _FEWEST or len(alone) < _FEWEST or dated * 2 <= len(told):
        return rows
    if min(longer) < mean(alone):
        return rows
    return [
        (rows[at][0], " ".join([rows[at][1].rstrip(), *(text for _, text in rows[at + 1 : end])]))
        for at, end in lasts.items()
    ]


def _is_plain(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line stands at the margin and begins nothing: no row, item, title or contact."""
    if not text.strip() or text[:1].isspace() or _ROW.fullmatch(text) or BULLET.match(text):
        return False
    dated = find_date(text, vocabulary)
    heads = dated is not None and not dated.begin
    return not heads and not is_contact_line(text) and not kinds_of(text.strip(), vocabulary)
