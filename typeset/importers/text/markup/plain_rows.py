"""Plain text → its rows: columns, wrapped rows and spread words put in order."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.markup.barred_rows import unbarred
from typeset.importers.text.markup.centred import uncentred
from typeset.importers.text.markup.columns import beside_tabs, hanging, one_column
from typeset.importers.text.markup.forms import undotted, ungapped, with_near_colons
from typeset.importers.text.markup.label_columns import with_label_columns
from typeset.importers.text.markup.line_ends import goes_on, is_free
from typeset.importers.text.markup.rows import BULLET, FLANKED_HEAD, Row, with_bullets
from typeset.importers.text.markup.ruled_columns import with_ruled_columns
from typeset.importers.text.markup.wrapped_rows import unwrapped, with_whole_periods
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import begins_large


def plain_rows(text: str, record: Record, line: int) -> list[Row]:
    """The rows of a text that begins on a line."""
    numbered = list(enumerate(with_bullets(text).replace("\u00a0", " ").split("\n"), line))
    numbered = uncentred(unbarred(with_ruled_columns(numbered, record), record), record)
    numbered = with_whole_periods(with_near_colons(numbered), record.vocabulary)
    whole = unwrapped(numbered, record.vocabulary)
    if whole is not numbered:
        record.choose(line, "wrapped-rows", "dated rows", "with the lines that go on with them")
        numbered = whole
    beside = beside_tabs(numbered, record.vocabulary)
    if beside is not numbered:
        record.choose(line, "margin-column", "titles left of a tab", "titles over their texts")
        numbered = beside
    numbered = [(number, FLANKED_HEAD.sub(r"\2", raw)) for number, raw in numbered]
    numbered = undotted([(number, _closed_up(raw, record)) for number, raw in numbered], record)
    numbered = _with_rules_below(ungapped(numbered, record))
    apart = one_column(numbered, record.vocabulary)
    if apart is not numbered:
        record.choose(line, "side-by-side", "two columns", "the left one, then the right one")
        numbered = apart
    hung = hanging(numbered, record.vocabulary)
    if hung is not numbered:
        record.choose(line, "margin-column", "a column of dates and titles", "heads of its texts")
    return _apart(
        [
            Row(number, len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip()), raw.strip())
            for number, line in with_label_columns(hung)
            for raw in _dated_cells(line, record)
        ]
    )


def _apart(rows: list[Row]) -> list[Row]:
    """The rows, where no margin broke them with an empty one under each item that a head follows.

    "• Built a kiln in two weeks, and fired it with the help of the whole village" over "Bread
    oven, 2019": however long the item is, a line at its bullet's place that begins anew is none
    of it.
    """
    if not is_free([row.text for row in rows]):
        return rows
    result = rows[:1]
    for above, row in pairwise(rows):
        item = BULLET.match(above.text)
        anew = begins_large(row.text) and row.indent <= above.indent and not BULLET.match(row.text)
        if item and anew and not goes_on(above.text, row.text):
            result.append(Row(row.number, 0, ""))
        result.append(row)
    return result


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GAP = re.compile(r"(?<=\S)(?:\t+| {3,})(?=\S)")


def _dated_cells(raw: str, record: Record) -> list[str]:
    """A line as one for each of its cells, where all are things with their own day at the end.

    "Food Hygiene, 2021      First Aid, 2023" would be two lines, had the page been narrower.
    """
    cells = _GAP.split(raw.strip()) if len(_YEAR.findall(raw)) > 1 else []
    if len(cells) < 2:
        return [raw]
    found = [find_date(cell, record.vocabulary) for cell in cells]
    apart = all(
        date and date.begin > 1 and cell[:1].isupper() and not cell[date.finish :].strip(" ).,")
        and re.search(r"[^\W\d_]{3}", cell[: date.begin])
        for cell, date in zip(cells, found, strict=True)
    )  # fmt: skip
    if not apart or any(BULLET.match(cell) for cell in cells):
        return [raw]
    indent = raw[: len(raw) - len(raw.lstrip())]
    return [indent + cell for cell in cells]


_RULED = re.compile(r"(?P<title>[^\W\d_][^\n]{0,38}?[^\s:：])[ \t]+(?P<rule>([-=~*#—─━])\3{4,})\s*")
_FEWEST_RULED = 2


def _with_rules_below(numbered: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Titles with a rule beside them, to the margin ("SKILLS ------"), as with one below."""
    if sum(bool(_RULED.fullmatch(raw)) for _, raw in numbered) < _FEWEST_RULED:
        return numbered
    result: list[tuple[int, str]] = []
    for number, raw in numbered:
        match = _RULED.fullmatch(raw)
        rows = ("", match["title"], match["rule"]) if match else (raw,)
        result += [(number, row) for row in rows]
    return result


_SPREAD = re.compile(
    r"(?P<indent>[\s\u3000]*)"
    r"(?P<word>[\u3040-\u9fff](?:[ \u3000]+[\u3040-\u9fff]){1,3})(?=[ \u3000]|$)"
)


_SPREAD_LABEL = re.compile(r"(?<!\S)([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?=\s*[:：])")


def _closed_up(text: str, record: Record) -> str:
    """A line whose first word is spread to a width ("氏　　名", "学　歴"), with that word whole."""
    text = _SPREAD_LABEL.sub(r"\1\2", text)
    match = _SPREAD.match(text)
    word = re.sub(r"[ \u3000]", "", match["word"]) if match else ""
    words = record.vocabulary
    known = word and (words.label(word) or word in words["documents"] or word in words.sections)
    return f"{match['indent']}{word}{text[match.end() :]}" if match and known else text
