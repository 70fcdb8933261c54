"""Labels in a column of their own, without a sign behind them, beside the texts that they head.

Woods     oak ash larch
Machines  lathe planer
          mortiser
"""

from __future__ import annotations

import re
from collections import Counter

Row = tuple[int, str]
_LABEL = re.compile(r"(?P<label>[^\W\d_a-zà-ÿ][^\d\t,;:：.!?|]{0,23}?)(?P<gap> +)(?=[^\s:：])")
_LONGEST_LABEL = 3
_FEWEST = 2


def with_label_columns(rows: list[Row]) -> list[Row]:
    """The rows of a text with a tab behind such labels; the lines below a text go on with it."""
    result: list[Row] = []
    start = 0
    for at in range(len(rows) + 1):
        if at < len(rows) and rows[at][1].strip():
            continue
        result += _in_columns(rows[start:at])
        result += rows[at : at + 1]
        start = at + 1
    return result


def _in_columns(rows: list[Row]) -> list[Row]:
    """The rows of a paragraph with their labels set off; as they are where it has no such column.

    Two labels or more stand two blanks or more before it, but the widest, which stands one blank
    before it; where lines go on at the column, one label need stand so.
    """
    wide = [label for _, raw in rows if (label := _LABEL.match(raw)) and len(label["gap"]) > 1]
    if not wide or len(rows) <= _FEWEST:
        return rows
    column, count = Counter(label.end() for label in wide).most_common(1)[0]
    cells = [(raw[:column], raw[column:]) for _, raw in rows]
    labels = [bool(cell.strip()) for cell, _ in cells]
    told = all(_fits(cell, text) for cell, text in cells) and labels[0]
    fewest = max(_FEWEST, len(labels) - 1) if all(labels) else 1
    if not told or count < fewest or sum(labels) < _FEWEST:
        return rows
    result: list[Row] = []
    for (number, _), (cell, text) in zip(rows, cells, strict=True):
        if cell.strip():
            result.append((number, f"{cell.strip()}\t{text.strip()}"))
        else:
            result[-1] = (result[-1][0], f"{result[-1][1]} {text.strip()}")
    return result


def _fits(cell: str, text: str) -> bool:
    """Whether a text begins at the column, behind a label or blanks that end there."""
    if not text[:1].strip() or not cell.endswith(" "):
        return False
    label = cell.strip()
    return not label or bool(_LABEL.match(cell + text) and len(label.split()) <= _LONGEST_LABEL)
