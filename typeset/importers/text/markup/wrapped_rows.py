"""Rows of plain text, a date and what it dates, of which a margin wrapped the long ones."""

from __future__ import annotations

import re
from statistics import mean

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.markup.columns import Row
from typeset.importers.text.markup.rows import BULLET
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import Vocabulary

_OPEN = re.compile(r"(?P<indent>\s*)(?P<period>\S.{2,24}?\s?[–—-])\s*")
"""The first half of a period, alone on its line."""


def with_whole_periods(rows: list[Row], vocabulary: Vocabulary) -> list[Row]:
    """The rows, each with the beginning of its period that a narrow column left on the line above.

    "October 2011 –" over "March 2012    Clerk, Moss Works": the words beside it stay in their
    column where the whole period leaves them there.
    """
    result: list[Row] = []
    for number, text in rows:
        open_ = _OPEN.fullmatch(result[-1][1]) if result else None
        below = text.removeprefix(open_["indent"]) if open_ else ""
        row = _ROW.fullmatch(below)
        if open_ and row:
            whole = f"{open_['period']} {row['first']}"
            if _is_one_period(whole, len(open_["period"]), vocabulary):
                column = len(below.expandtabs(4)) - len(row["text"].expandtabs(4))
                cell = whole.ljust(max(column, len(whole) + 3))
                result[-1] = (result[-1][0], f"{open_['indent']}{cell}{row['text']}")
                continue
        result.append((number, text))
    return result


def _is_one_period(text: str, cut: int, vocabulary: Vocabulary) -> bool:
    """Whether a text is a range of dates and no more, from before a cut to behind it."""
    found = is_only_date(text, vocabulary)
    return found is not None and found.start != found.end and found.begin < cut < found.finish


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
