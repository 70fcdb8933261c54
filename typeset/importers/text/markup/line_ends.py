"""Lines of plain text with what ends each: a margin, or the author; and the columns in them."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.markup.blocks import Line
from typeset.importers.text.markup.inline import escape
from typeset.importers.text.markup.rows import Row
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import vocabulary

_SHORTEST_WRAPPED = 50
"""A line shorter than this was ended by its author, not by a margin."""


def lines_of(rows: list[Row]) -> list[Line]:
    """Lines with what ends them: a margin reached by all but the last, or the author.

    He ended those whose texts begin in one column, wherever they end, and those with a tab.
    """
    column = _column([row.text for row in rows])
    labelled = all("\t" in row.text for row in rows)
    wrapped = not (column or labelled) and is_wrapped([row.text for row in rows])
    rows = _joined(rows)
    texts = [
        f"{one[:column].rstrip()}\t{one[column:]}" if column else one
        for one in (r.text for r in rows)
    ]
    hard = _ends_hard(texts, wrapped, bool(column) or labelled)
    return [
        Line(row.number, escape(_spaced(text)), ends)
        for row, text, ends in zip(rows, texts, hard, strict=True)
    ]


def _joined(rows: list[Row]) -> list[Row]:
    """The rows, each that ends in a small word with the next: it is no line's end.

    "Licence in Early Years, University of" over "Moss"; "“Salt”, Tide Forum, Leeds," over its day.
    """
    result: list[Row] = []
    for row in rows:
        cut = bool(result) and row.text[0].isalnum() and _ends_small(result[-1].text)
        if cut or (result and _is_day_below(result[-1].text, row.text)):
            above = result[-1]
            result[-1] = Row(above.number, above.indent, f"{above.text} {row.text}")
        else:
            result.append(row)
    return result


def _is_day_below(above: str, text: str) -> bool:
    """Whether a long line ends in a comma, and a margin has left its day to the next one."""
    if len(above) < _SHORTEST_CUT or above[-1] != "," or _GAP.search(above):
        return False
    return _YEAR.search(text) is not None and is_only_date(text, vocabulary()) is not None


def _ends_small(text: str) -> bool:
    cell = _GAP.split(text)[-1].strip() or text
    last = cell.split()[-1]
    cut = len(cell) >= _SHORTEST_CUT and len(last) <= _LONGEST_SMALL
    return cut and last in vocabulary().small_words


_SHORTEST_CUT = 30
_LONGEST_SMALL = 4
"""Letters of a word that ends no line: longer ones may be nouns of another language."""


def _ends_hard(texts: list[str], wrapped: bool, in_columns: bool = False) -> list[bool]:
    """Which lines their author ended: none that a margin did, or in the midst of its sentence."""
    last = len(texts) - 1
    return [
        at < last
        and (_ends_in_dates(text) if wrapped else in_columns or not _is_cut(text, texts[at + 1]))
        for at, text in enumerate(texts)
    ]


def _ends_in_dates(text: str) -> bool:
    """Whether the last column of a line is a date: no margin ended that, however full it is.

    "Keeper        Harbour Light Museum        Summer 2014".
    """
    *others, last = _COLUMN.split(text.rstrip())
    if not others or not last or not _YEAR.search(last):
        return False
    found = find_date(last, vocabulary())
    return found is not None and found.begin == 0 and not last[found.finish :].strip()


def _is_cut(above: str, text: str) -> bool:
    """Whether a full line ends in the midst of its sentence, whatever its neighbours' widths are.

    "Fitted the new pumps and trained the crews" goes on with "of both shifts.".
    """
    if len(above) < _SHORTEST_WRAPPED or _GAP.search(above) or above[-1] in ".:;!?":
        return False
    return text[0].islower()


def _column(texts: list[str]) -> int:
    """Where the text of each of several lines begins behind a date and blanks; 0 for no column."""
    if len(texts) < 2:
        return 0
    found = [_CELL_AND_GAP.match(text) for text in texts]
    starts = [one.end() if one and re.search(r"\d", one[1]) else 0 for one in found]
    return starts[0] if len(set(starts)) == 1 else 0


_CELL_AND_GAP = re.compile(r"(\S(?: ?[^\s:：]){0,30}) {2,}(?=\S)")


def settled(lines: list[Line]) -> list[Line]:
    """The lines left of a paragraph whose first was a heading: wrapped or hard, judged anew."""
    texts = [line.text for line in lines]
    hard = _ends_hard(texts, is_wrapped(texts))
    return [Line(line.number, line.text, ends) for line, ends in zip(lines, hard, strict=True)]


# Tabs, runs of spaces, and the dots that lead from one column to the next.
_COLUMN = re.compile(r"\s*(?:\.{4,}|(?:\. ){4,}\.?|_{4,}|…{2,}|·{4,})\s*|\t+| {3,}|\u3000{2,}")


_GAP = re.compile(r"\s\s|\t|[._…·]{2}|\. \.")
"""What a line without columns and leaders has nowhere."""


def _spaced(text: str) -> str:
    """Runs of spaces stand for columns and are kept as tabs; the rest are single spaces."""
    if not _GAP.search(text):
        return text
    text = _separated(text)
    text = re.sub(r"^(\S[^:：]{0,40}?)\s{2,}([:：])\s", r"\1\2 ", text)  # labels with their colons
    text = _BEHIND_BRACKET.sub("\t", text)
    if len(_LISTED.findall(text)) > 1:
        text = _LISTED.sub("\t", text)  # "Lathe  Milling machine  Welding", as job sites list them
    return _COLUMN.sub("\t", text)


def _separated(text: str) -> str:
    """A line whose separators have runs of blanks around them, with one on each side.

    "14 Mill Lane, Leeds   *   0113 496 0100"; a sign that begins the line too is a bullet.
    """
    return _SEPARATOR.sub(lambda match: match[0] if match[1] == text[0] else f" {match[1]} ", text)


_SEPARATOR = re.compile(r"(?<=\S)[ \u00a0]{2,}([*·•~])[ \u00a0]{2,}(?=\S)")
_BEHIND_BRACKET = re.compile(r"(?<=\))[ \u00a0]{2}(?=[^\W\d_a-z])")
"""Two blanks behind a bracket, before a capital: "Italian (native)  English (fluent)"."""
_LISTED = re.compile(r"(?<=[^\s.!?:;,–—|·-])[ \u00a0]{2}(?=[^\s–—|·-])")


def goes_on(above: str, text: str) -> bool:
    """Whether a line goes on with the sentence above it, however narrow the column was.

    It begins in a small letter, or the line above ends in a comma or within a bracket.
    """
    if above[-1] in ".:;!?":
        return False
    opened = above.rfind("(") > above.rfind(")")
    return text[0].islower() or above[-1] == "," or opened


def is_free(texts: list[str]) -> bool:
    """Whether no margin ended a text's lines: many are long, and hardly two end in one column.

    So a page is saved by a program that breaks no lines; a line there is as long as what it says.
    """
    long = [size for size in map(len, texts) if size > _LONGEST_SET]
    full = sum(size > max(long) - _RAGGED for size in long) if long else 0
    return len(long) >= _FEWEST_LONG and full * _FEWEST_LONG <= len(long)


_LONGEST_SET = 100
"""Signs of a line that hardly a margin leaves room for."""
_RAGGED = 12
"""How far from the longest line a margin may still have ended one."""
_FEWEST_LONG = 4


def is_wrapped(texts: list[str]) -> bool:
    """Whether lines were ended by a margin: each could not have held the next line's first word."""
    if len(texts) < 2:
        return False
    if all(re.search(r"[.;。；][\"”’)]*$", text) for text in texts):
        return False  # a sentence a line
    if all(map(_YEAR.search, texts)) and all(map(_ends_in_period, texts)):
        return False  # an entry a line
    if all(map(_BEGINS_WITH_YEAR.match, texts)):
        return False  # "2024 — Salt, Ash Gallery": no margin broke lines so
    capital = [text[0].isupper() for text in texts]
    if len(texts) > 2 and all(capital) and not any(re.search(r"[,(-]$", one) for one in texts[:-1]):
        return False  # words at a margin seldom all begin with a capital
    if len(texts) == _FEWEST_LINES and all(capital) and _is_over_dated(*texts):
        return False
    if len(texts) == _FEWEST_LINES and all(capital) and _is_since(texts[0]):
        return False
    # an address, which no margin breaks, makes a line as long as it likes
    widest = max(map(len, [text for text in texts if "](" not in text] or texts))
    if widest < _SHORTEST_WRAPPED:
        return _is_narrow_text(texts)
    return all(
        len(text) + 1 + len(following.split()[0]) > widest - _RAGGED
        for text, following in pairwise(texts)
    )


def _is_over_dated(above: str, text: str) -> bool:
    """Whether a line that nothing cuts off stands over one with its own period.

    "Moss Department Store, Leeds" over "Buyer of hats and gloves Nov 2009 - present".
    """
    whole = (
        not re.search(r"[,(&/–—-]$", above) and above.split()[-1] not in vocabulary().small_words
    )
    return whole and bool(_YEAR.search(text)) and _ends_in_period(text)


def _is_since(text: str) -> bool:
    """Whether a line tells of one thing up to its period: "Guild of Loaves, since 2013"."""
    return bool(_YEAR.search(text)) and _ends_in_period(text)


_YEAR = re.compile(r"(?:19|20)\d\d")
_BEGINS_WITH_YEAR = re.compile(r"[*_(\[]*(?:\d\d?[./])?(?:19|20)\d\d\b")


def _ends_in_period(text: str) -> bool:
    """Whether a line closes with the period of what it names: "Rowing Club, member 2014 - 2019"."""
    found = find_date(text, vocabulary())
    return found is not None and found.start != found.end and not text[found.finish :].strip(" .)")


def _is_narrow_text(texts: list[str]) -> bool:
    """Whether short lines are one sentence, or several, in a column that is narrow.

    "Gardener for twenty years, in parks and" / "large private gardens.": the last one ends it,
    and none begins with a capital.
    """
    first, *others = texts
    going_on = all(text[0].islower() for text in others)
    ended = re.search(r"[.!?]$", texts[-1]) and not any(
        re.search(r"[.;:]$", one) for one in texts[:-1]
    )
    begun = first[0].isupper() and all(len(one.split()) >= _FEWEST_WORDS for one in texts[:-1])
    small = first.split()[-1] in vocabulary().small_words
    return bool(going_on and ended and begun and (small or len(texts) > _FEWEST_LINES))


_FEWEST_WORDS = 4
_FEWEST_LINES = 2
