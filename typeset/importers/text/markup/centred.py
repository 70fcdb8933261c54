"""Lines set in the middle of the page: their indents say nothing, and are left out."""

from __future__ import annotations

from statistics import median

from typeset.importers.text.markup.rows import BULLET
from typeset.importers.text.record import Record

_FEWEST = 4
_SHORTEST_INDENT = 4
"""Columns before a line that its author may have centred; less sets off a text or an item."""
_FAR_IN = 10
"""Columns before lines that say where the middle is: hardly a text is indented so far."""
_ASIDE = 6
"""How far from the middle of all the middle of one line may be, in columns: few authors count."""
_MOST = 0.8
"""How many of the lines far in are in the middle at least: else the right margin has some."""


def uncentred(numbered: list[tuple[int, str]], record: Record) -> list[tuple[int, str]]:
    """The numbered lines, with those in one middle at the margin ("        Cook, Moss Inn").

    They begin in many columns, as lines of one indent, or of a second column, do not.
    """
    middles = {
        at: (len(raw) - len(raw.lstrip()) + len(raw)) / 2
        for at, raw in enumerate(raw.rstrip().expandtabs(4) for _, raw in numbered)
        if _is_far_in(raw, _SHORTEST_INDENT)
    }
    telling = [at for at in middles if _is_far_in(numbered[at][1].expandtabs(4), _FAR_IN)]
    if len(telling) < _FEWEST:
        return numbered
    middle = median(middles[at] for at in telling)
    centred = {at for at, own in middles.items() if abs(own - middle) <= _ASIDE}
    indents = {len(numbered[at][1]) - len(numbered[at][1].lstrip()) for at in centred}
    if len(indents) < _FEWEST or len(centred & {*telling}) < _MOST * len(telling):
        return numbered
    first = min(centred)
    record.choose(numbered[first][0], "centred-lines", numbered[first][1].strip(), "at the margin")
    return [
        (number, raw.strip() if at in centred else raw) for at, (number, raw) in enumerate(numbered)
    ]


def _is_far_in(raw: str, columns: int) -> bool:
    """Whether a line begins so far in, and is no item of a list."""
    text = raw.lstrip()
    return bool(text) and len(raw) - len(text) >= columns and not BULLET.match(text)
