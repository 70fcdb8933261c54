"""Plain text in two columns → one: the left column's lines, then the right one's, or rows.

Text copied from a page has its columns side by side, set apart by runs of spaces. It is
told from dates set to the right by what the right column holds: titles of sections.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from typeset.importers.text.markup.rows import BULLET
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import Vocabulary

Row = tuple[int, str]
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)|^ {12,}(?=\S)")
_FEWEST = 6


def one_column(rows: list[Row], vocabulary: Vocabulary) -> list[Row]:
    """The rows, numbered as before, with a second column under the first.

    No margin is a column: neither one of dates alone, nor one that `hanging` reads.
    """
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
    filled = sum(bool(text.strip()) for _, text in right)
    if filled < _FEWEST or not _has_title(right, vocabulary):
        return rows
    beside = [cell.strip() for (_, cell), (_, text) in zip(left, right, strict=True) if text]
    dated = [is_only_date(cell, vocabulary) is not None for cell in beside if cell]
    if (dated and all(dated)) or hanging(rows, vocabulary) is not rows:
        return rows
    return [*left, (right[0][0], ""), *right]


def _has_title(column: list[Row], vocabulary: Vocabulary) -> bool:
    """Whether a title stands in a column, under nothing: no end of a text that a margin broke.

    "Cut the waiting time by rewriting the" over "projects" has none.
    """
    texts = ["", *(text for _, text in column)]
    return any(
        not above.strip() and text.strip() and _is_title(text, vocabulary)
        for above, text in pairwise(texts)
    )


_CELL = re.compile(r"(?P<left>\S(?: ?\S)*) {2,}(?=\S)")
_FEWEST_LEFT = 3


def hanging(rows: list[Row], vocabulary: Vocabulary) -> list[Row]:
    """Rows whose left column holds only dates and titles, which hang beside their texts.

    A title goes over its texts, a date behind the first line of its own, after a tab; it stays
    before texts that go on behind their heads: "2012-17   Clerk, Moss Works. Kept the".
    """
    expanded = [(number, text.expandtabs(4)) for number, text in rows]
    starts = Counter(_text_at(text) for _, text in expanded)
    starts.pop(0, None)
    if not starts:
        return rows
    at, count = starts.most_common(1)[0]
    cells = [text[:at].strip() for _, text in expanded if _text_at(text) == at]
    left = [cell for cell in cells if cell]
    told = [_hangs(cell, vocabulary) for cell in left]
    dated = sum(is_only_date(cell, vocabulary) is not None for cell in left)
    most = sum(told) >= 0.8 * len(told) or dated >= 0.6 * len(told)
    if count < _FEWEST or len(left) < _FEWEST_LEFT or not most:
        return rows
    result: list[Row] = []
    widest = max(len(text[at:].strip()) for _, text in expanded if _text_at(text) == at)
    run_in = sum(_is_run_in(text, at) for _, text in expanded) >= _FEWEST_RUN_IN
    last = ""
    for number, text in expanded:
        cell, rest = text[:at].strip(), text[at:].rstrip()
        above = result[-1][1] if result else ""
        hangs = not cell and _text_at(text) == at
        joins = hangs and run_in and not BULLET.match(rest)
        joins = joins and (_is_full(last, rest, widest) or _leads_on(last, vocabulary))
        last = rest
        if joins:
            result[-1] = (result[-1][0], f"{above} {rest}")
        elif hangs and _goes_on(above, rest, widest, vocabulary):
            before, tab, date = above.partition("\t")
            result[-1] = (result[-1][0], f"{before} {rest}{tab}{date}")
        elif _text_at(text) != at:
            result.append((number, text))
        elif not cell:
            result.append((number, rest))
        elif find_date(cell, vocabulary):
            row = f"{cell}\t{rest}" if run_in else f"{rest}\t{cell}"
            result += [(number, ""), (number, row)]
        elif _hangs(cell, vocabulary):
            result += [(number, ""), (number, cell), (number, ""), (number, rest)]
        else:
            result.append((number, f"{cell}\t{rest}"))
    return result


_RUN_IN = re.compile(r"^\S.*[^\W\d_]{4}\. +[A-Z][a-z]+ ")
"""A head and the sentence that goes on behind it in the same line."""
_FEWEST_RUN_IN = 2


def _is_run_in(text: str, at: int) -> bool:
    """Whether what hangs in the margin stands beside a head that a sentence follows."""
    return bool(text[:at].strip() and _RUN_IN.match(text[at:])) and _text_at(text) == at


_BEFORE_TAB = re.compile(r"(?P<cell>[^\s•·*-][^\t]{1,30}?)[ ]*\t\s*(?P<rest>\S.*)")
_FEWEST_TITLES = 2


def beside_tabs(rows: list[Row], vocabulary: Vocabulary) -> list[Row]:
    """Rows whose margin, left of the first tab, holds only titles of sections, over their texts.

    A title too long for the margin may be wrapped there ("WORK", "EXPERIENCE:\tA firm").
    """
    titles: dict[int, str] = {}
    for at, (_, text) in enumerate(rows):
        cell = _BEFORE_TAB.fullmatch(text.rstrip())
        above = rows[at - 1][1].strip() if at else ""
        wrapped = above[:1].isalpha() and len(above.split()) < 3 and "\t" not in rows[at - 1][1]
        if cell and len(cell["cell"].split()) <= _LONGEST_TITLE:
            titles[at] = f"{above} {cell['cell']}" if wrapped else cell["cell"]
    known = sum(_is_title(title.rstrip(" :："), vocabulary) for title in titles.values())
    first = min(titles, default=0)
    upper = {at - 1 for at, title in titles.items() if title != _cell(rows[at][1])}
    margin = {at for at in range(first, len(rows)) if re.match(r"\S", rows[at][1])}
    if known < _FEWEST_TITLES or known * 2 < len(titles) or margin - set(titles) - upper:
        return rows
    result: list[Row] = []
    for at, (number, text) in enumerate(rows):
        if at in titles:
            rest = text.partition("\t")[2]
            result += [(number, ""), (number, titles[at]), (number, ""), (number, rest)]
        elif at not in upper:
            result.append((number, text.removeprefix("\t") if at > first else text))
    return result


_LONGEST_TITLE = 4


def _cell(text: str) -> str:
    cell = _BEFORE_TAB.fullmatch(text.rstrip())
    return cell["cell"] if cell else ""


def _goes_on(above: str, text: str, widest: int, vocabulary: Vocabulary) -> bool:
    """Whether a line goes on with the one above it, which had no room for its first word."""
    line = above.partition("\t")[0].strip()
    begins = text[:1].islower() or text[:1] in "(（&"
    return _is_full(line, text, widest) and (begins or line.split()[-1] in vocabulary.small_words)


def _leads_on(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line ends a sentence, or cannot end its text: "BA Baking, College of"."""
    words = line.split()
    return bool(words) and (line.endswith((",", ".", ";")) or words[-1] in vocabulary.small_words)


def _is_full(line: str, text: str, widest: int) -> bool:
    """Whether a line had no room for the first word of the next one.

    A column of nothing but short lines has no margin that broke them.
    """
    if widest < _NARROWEST:
        return False
    return bool(line.strip()) and len(line.strip()) + 1 + len(text.split()[0]) > widest


_NARROWEST = 36
"""How wide a column of texts is at least whose lines its margin breaks."""


def _text_at(text: str) -> int:
    """The column where the text of a row begins, behind its indent or its left cell (0: none)."""
    indent = len(text) - len(text.lstrip())
    if indent > 6:
        return indent
    cell = _CELL.match(text.strip()) if "  " in text.strip() else None
    return indent + cell.end() if cell and cell.end() > 6 else 0


def _hangs(cell: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell is what hangs in a margin: a date, or the title of a section."""
    title = _is_title(cell, vocabulary) or (cell.isupper() and len(cell.split()) <= 4)
    return title or is_only_date(cell, vocabulary) is not None


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    return len(text.split()) <= _LONGEST_TITLE and bool(kinds_of(text.strip(), vocabulary))
