"""Tables of plain text with a rule under the columns' names: the rule says where columns begin.

"Year       Post" / "---------  ----------" / "2019       Cook": such rows become cells between
bars, which are read as any table's. Cells that have bars between them already need but their
frame: "Tool      Years" / "--------------" / "Lathe  |  9".
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from typeset.importers.text.markup.rows import BULLET
from typeset.importers.text.record import Record

Numbered = list[tuple[int, str]]

_RULES = re.compile(r"\s*[-=─]{2,}(?:\s+[-=─]{2,})+\s*")
"""A rule a column: "----- -------"."""
_RULE = re.compile(r"\s*([-=─])\1{5,}\s*")
"""One rule under all columns."""
_MARKS = re.compile(r"[-=─]+")
_CELL = re.compile(r"\S+(?: \S+)*")
"""Words with single blanks between them."""
_FEWEST_COLUMNS = 3
"""How many columns stand over one rule: two cells over one may be a head with its date."""
_FEWEST_ROWS = 2


def with_ruled_columns(numbered: Numbered, record: Record) -> Numbered:
    """The numbered lines, with the rows of such tables as cells between bars."""
    result: Numbered = []
    at = 0
    while at < len(numbered):
        told = numbered[at][1].strip()
        found = (_table(numbered, at) or _barred(numbered, at)) if told else None
        if found:
            rows, at = found
            result += [(rows[0][0], ""), *rows]  # a title may stand right over the names
            record.choose(rows[0][0], "table-of-rules", rows[0][1], "the columns of a table")
        else:
            result.append(numbered[at])
            at += 1
    return result


def _table(numbered: Numbered, at: int) -> tuple[Numbered, int] | None:
    """The table whose head is the line at `at`, with bars, and the index after it."""
    rule = numbered[at + 1][1] if at + 1 < len(numbered) else ""
    several = bool(_RULES.fullmatch(rule))
    if not several and not _RULE.fullmatch(rule):
        return None
    head = numbered[at][1].expandtabs(8)
    marks = (_MARKS if several else _CELL).finditer(rule.expandtabs(8) if several else head)
    starts = [mark.start() for mark in marks]
    end = next((i for i in range(at + 2, len(numbered)) if not numbered[i][1].strip()), None)
    below = numbered[at + 2 : end]
    while below and (_RULE.fullmatch(below[-1][1]) or _RULES.fullmatch(below[-1][1])):
        below.pop()  # the table's lower side
    if not below or not (several or _are_rows([head, *(raw for _, raw in below)], starts)):
        return None
    rows = [(number, _cells(raw, starts)) for number, raw in [numbered[at], *below]]
    if any("|" in cell for _, row in rows for cell in row):
        return None
    joined = _joined(rows)
    ruled = (numbered[at + 1][0], "|".join(["", *("---" for _ in starts), ""]))
    shown = [(number, f"| {' | '.join(row)} |") for number, row in joined]
    return [shown[0], ruled, *shown[1:]], len(numbered) if end is None else end


def _barred(numbered: Numbered, at: int) -> tuple[Numbered, int] | None:
    """The table of rows with bars between cells, under a rule and the names of its columns."""
    rule = numbered[at + 1][1] if at + 1 < len(numbered) else ""
    if not _RULE.fullmatch(rule):
        return None
    head = _CELL.findall(numbered[at][1].expandtabs(8))
    rows: list[tuple[int, list[str]]] = []
    for number, raw in islice(numbered, at + 2, None):
        cells = [cell.strip() for cell in raw.split("|")]
        if len(cells) != len(head) or not all(cells):
            break
        rows.append((number, cells))
    if len(head) < _FEWEST_ROWS or len(rows) < _FEWEST_ROWS:
        return None
    shown = [(number, f"| {' | '.join(row)} |") for number, row in [(numbered[at][0], head), *rows]]
    ruled = (numbered[at + 1][0], "|".join(["", *("---" for _ in head), ""]))
    end = at + 2 + len(rows)
    left = end < len(numbered) and numbered[end][1].strip()
    return [shown[0], ruled, *shown[1:], *([(shown[-1][0], "")] if left else [])], end


def _are_rows(texts: list[str], starts: list[int]) -> bool:
    """Whether lines over and under one rule are cells in the columns that begin at `starts`."""
    if len(starts) < _FEWEST_COLUMNS or len(texts) <= _FEWEST_ROWS:
        return False
    lines = [text.expandtabs(8) for text in texts]
    if any(BULLET.match(line.lstrip()) for line in lines):
        return False
    return all(
        "  " in line.strip() and all(not line[at - 1 : at].strip() for at in starts[1:])
        for line in lines
    )


def _cells(raw: str, starts: list[int]) -> list[str]:
    """The texts of a line between where columns begin; a word that runs across stays whole."""
    text = raw.expandtabs(8)
    cuts = [0]
    for start in starts[1:]:
        cut = start
        while cut > cuts[-1] and text[cut - 1 : cut].strip():
            cut -= 1
        cuts.append(cut)
    cuts.append(max(len(text), cuts[-1]))
    return [text[a:b].strip() for a, b in pairwise(cuts)]


def _joined(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows, with those that only go on with the cells above them as part of these.

    Their first cell is empty, and each other stands under a text.
    """
    result: list[tuple[int, list[str]]] = []
    for number, row in rows:
        above = result[-1][1] if len(result) > 1 else []
        filled = [cell for cell in row if cell]
        below = above and not row[0] and all(a for a, b in zip(above, row, strict=True) if b)
        if below and len(filled) * 2 <= len(row):
            cells = [f"{a} {b}".strip() for a, b in zip(above, row, strict=True)]
            result[-1] = (result[-1][0], cells)
        else:
            result.append((number, row))
    return result
