"""Plain text → blocks: bare headings, bullets with details, label lines, wrapped or hard lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from typeset.importers.text.blocks import Block, Heading, Line, List, ListItem, Paragraph, Rule
from typeset.importers.text.columns import hanging, one_column
from typeset.importers.text.forms import undotted
from typeset.importers.text.head_lines import is_own_line
from typeset.importers.text.inline import escape
from typeset.importers.text.plain_titles import (
    TITLE_MARK,
    Row,
    Titles,
    margin_of_titles,
    stands_out,
)
from typeset.importers.text.record import Record

BULLET = re.compile(r"-{2}\s+(?=\S)|[•‣◦▪●○■□▸►–—*·∙>»\-](?=\s)\s+|[•‣◦▪●■▸►](?=\S)")
NUMBER = re.compile(r"(\d{1,2})(?:[.)]\s+|[、．]\s*)(?=\S)")
_LETTER_BULLET = re.compile(r"^(?P<indent>[ \t]+)o(?=[ \t]+(?P<first>\S))", re.MULTILINE)
_FEWEST_LETTER_BULLETS = 3
UNDERLINE = re.compile(r"\s*([=\-_~*–—])\1{2,}\s*")
_SHORTEST_WRAPPED = 50
"""A line shorter than this was ended by its author, not by a margin."""


def with_bullets(text: str) -> str:
    """Plain text whose bullets are the letter o, with bullets; a word "o" begins few lines."""
    begins = [match["first"] for match in _LETTER_BULLET.finditer(text)]
    marks = len(begins) >= _FEWEST_LETTER_BULLETS and not any(one.islower() for one in begins)
    return _LETTER_BULLET.sub(r"\g<indent>•", text) if marks else text


def plain_blocks(text: str, record: Record, line: int = 1) -> list[Block]:
    """Read plain text that begins on a line; it is escaped, so that it prints as itself."""
    numbered = list(enumerate(with_bullets(text).replace("\u00a0", " ").split("\n"), line))
    if hanging(numbered, record.vocabulary) is not numbered:
        record.choose(line, "margin-column", "a column of dates and titles", "heads of its texts")
    numbered = undotted([(number, _closed_up(raw, record)) for number, raw in numbered], record)
    rows = [
        Row(number, len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip()), raw.strip())
        for number, raw in hanging(one_column(numbered, record.vocabulary), record.vocabulary)
    ]
    blocks: list[Block] = []
    margin = margin_of_titles(rows, record)
    for at in range(len(rows) - 1, 0, -1):
        if rows[at].text and rows[at].indent == margin and stands_out(rows, at):
            rows.insert(at, Row(rows[at].number, 0, ""))  # a title ends the text above it
    titles = Titles(rows, record)
    at = 0
    while at < len(rows):
        if not rows[at].text:
            at += 1
        elif at and rows[at].indent == margin and stands_out(rows, at):
            blocks.append(Heading(2, escape(rows[at].text), rows[at].number, marked=False))
            record.choose(rows[at].number, "title-in-margin", rows[at].text, "section title")
            at += 1
        elif UNDERLINE.fullmatch(rows[at].text):
            blocks.append(Rule(rows[at].number))
            at += 1
        elif title := titles.marked(at):
            blocks.append(Heading(2, escape(title), rows[at].number))
            at += 1
        elif BULLET.match(rows[at].text) or _numbered(rows, at):
            found, at = _list(rows, at, record)
            blocks.append(found)
        else:
            at = _paragraph(titles, at, blocks)
    return blocks


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


def visible_rows(text: str) -> Iterator[tuple[int, str]]:
    """What a reader sees of plain text, line by line: without bullets, list numbers and rules."""
    lines = with_bullets(text).split("\n")
    rows = [Row(number, 0, raw.strip()) for number, raw in enumerate(lines, 1)]
    for at, row in enumerate(rows):
        if not row.text or UNDERLINE.fullmatch(row.text):
            continue
        mark = BULLET.match(row.text) or (_numbered(rows, at) and NUMBER.match(row.text))
        shown = row.text[mark.end() :] if mark else row.text
        yield row.number, _RULED.sub(" ", shown)


def _numbered(rows: list[Row], at: int) -> bool:
    """A number begins a list only where another number follows (`1. Vorsitzender` is a post)."""
    match = NUMBER.match(rows[at].text)
    if not match or (int(match[1]) > 1 and not _list_before(rows, at, int(match[1]))):
        return False
    if "．" in match[0]:  # it numbers titles too, but those do not stand line by line
        beside = [row for row in rows[max(0, at - 1) : at + 2] if row is not rows[at]]
        return any("．" in row.text[:3] and NUMBER.match(row.text) for row in beside)
    following = (row.text for row in rows[at + 1 : at + 12])
    return int(match[1]) > 1 or any(
        (other := NUMBER.match(text)) and int(other[1]) == 2 for text in following
    )


def _list_before(rows: list[Row], at: int, number: int) -> bool:
    before = (row.text for row in rows[max(0, at - 12) : at])
    return any((other := NUMBER.match(text)) and int(other[1]) == number - 1 for text in before)


def _paragraph(titles: Titles, at: int, blocks: list[Block]) -> int:
    """Add the paragraph at row `at`, or the underlined heading; the index after it."""
    rows, end = titles.rows, at
    while end < len(rows) and rows[end].text and not (end > at and _begins(rows, end)):
        if (
            end > at
            and rows[end].indent < rows[end - 1].indent
            and rows[end].indent <= rows[at].indent
        ):
            break  # further out than the line above: the next thing
        if end > at and TITLE_MARK.match(rows[end].text) and titles.marked(end):
            break
        if end > at and titles.is_crowded(end):
            break
        end += 1
    if end < len(rows) and UNDERLINE.fullmatch(rows[end].text) and end == at + 1:
        sign = rows[end].text[0]
        level = 1 if sign == "=" else 2
        blocks.append(Heading(level, escape(rows[at].text), rows[at].number))
        return end + 1
    blocks.append(Paragraph(_lines(rows[at:end]), indented=rows[at].indent > 0))
    return end


def _begins(rows: list[Row], at: int) -> bool:
    text = rows[at].text
    return bool(UNDERLINE.fullmatch(text) or BULLET.match(text) or _numbered(rows, at))


def _lines(rows: list[Row]) -> list[Line]:
    """Lines with what ends them: a margin reached by all but the last, or the author."""
    wrapped = is_wrapped([row.text for row in rows])
    last = len(rows) - 1
    return [
        Line(row.number, escape(_spaced(row.text)), not wrapped and index < last)
        for index, row in enumerate(rows)
    ]


def settled(lines: list[Line]) -> list[Line]:
    """The lines left of a paragraph whose first was a heading: wrapped or hard, judged anew."""
    wrapped = is_wrapped([line.text for line in lines])
    return [
        Line(line.number, line.text, not wrapped and index < len(lines) - 1)
        for index, line in enumerate(lines)
    ]


# Tabs, runs of spaces, and the dots that lead from one column to the next.
_RULED = re.compile(r"_{4,}")
"""A line to write on, or one that leads from one column to the next: no part of a word."""
_COLUMN = re.compile(r"\s*(?:\.{4,}|(?:\. ){4,}\.?|_{4,}|…{2,}|·{4,})\s*|\t+| {3,}|\u3000{2,}")


def _spaced(text: str) -> str:
    """Runs of spaces stand for columns and are kept as tabs; the rest are single spaces."""
    text = re.sub(r"^(\S[^:：]{0,40}?)\s{2,}([:：])\s", r"\1\2 ", text)  # labels with their colons
    if len(_LISTED.findall(text)) > 1:
        text = _LISTED.sub("\t", text)  # "Lathe  Milling machine  Welding", as job sites list them
    return _COLUMN.sub("\t", text)


_LISTED = re.compile(r"(?<=[^\s.!?:;,–—|·-])[ \u00a0]{2}(?=[^\s–—|·-])")


def is_wrapped(texts: list[str]) -> bool:
    """Whether lines were ended by a margin: each could not have held the next line's first word."""
    if len(texts) < 2:
        return False
    if all(re.search(r"[.;。；][\"”’)]*$", text) for text in texts):
        return False  # a sentence a line
    capital = [text[0].isupper() for text in texts]
    if len(texts) > 2 and all(capital) and not any(re.search(r"[,(-]$", one) for one in texts[:-1]):
        return False  # words at a margin seldom all begin with a capital
    widest = max(map(len, texts))
    if widest < _SHORTEST_WRAPPED:
        return False
    return all(
        len(text) + 1 + len(following.split()[0]) > widest - 12
        for text, following in pairwise(texts)
    )


_OUTER, _INNER = "*•+>", "-–—"


def _is_below(sign: str, row: Row) -> bool:
    """Whether a dash begins an item under one with a star or dot, though no further in."""
    return sign in _OUTER and row.text[0] in _INNER


def _list(rows: list[Row], at: int, record: Record) -> tuple[List, int]:
    """The list at row `at`: nested by indentation, details after a blank line and indented."""
    indent = rows[at].indent
    first = NUMBER.match(rows[at].text) if not BULLET.match(rows[at].text) else None
    found = List(rows[at].number, start=int(first[1]) if first else None)
    sign = rows[at].text[0]
    while at < len(rows):
        if not rows[at].text:
            following = _next(rows, at)
            if following is None or not _continues(rows, following, indent, found):
                break
            at = following
        row = rows[at]
        mark = (NUMBER if first else BULLET).match(row.text)
        if mark and _is_below(sign, row) and found.items:
            nested, at = _list(rows, at, record)
            found.items[-1].blocks.append(nested)
        elif mark and sign in _INNER and row.text[0] in _OUTER and row.indent <= indent:
            break
        elif mark and row.indent <= indent + 1:
            if row.indent < indent - 1:
                break
            at = _item(rows, at, mark.end(), found, record)
        elif mark or (BULLET.match(row.text) and row.indent > indent):
            nested, at = _list(rows, at, record)
            found.items[-1].blocks.append(nested)
        elif row.indent < indent - 1:
            break  # further out than the list: no part of it
        elif row.indent <= indent and is_own_line(row.text, record):
            break
        elif row.indent > indent or (
            at and rows[at - 1].text and not UNDERLINE.fullmatch(row.text)
        ):
            end = at
            while end < len(rows) and rows[end].text and not (end > at and _begins(rows, end)):
                end += 1
            found.items[-1].blocks.append(Paragraph(_lines(rows[at:end])))
            at = end
        else:
            break
    return found, at


def _next(rows: list[Row], at: int) -> int | None:
    while at < len(rows) and not rows[at].text:
        at += 1
    return at if at < len(rows) else None


def _continues(rows: list[Row], at: int, indent: int, found: List) -> bool:
    row = rows[at]
    if row.indent > indent:
        return not UNDERLINE.fullmatch(row.text)
    mark = NUMBER if found.start is not None else BULLET
    return row.indent == indent and bool(mark.match(row.text))


def _item(rows: list[Row], at: int, width: int, found: List, record: Record) -> int:
    """Add the item at row `at` with the lines that continue it; the index after it."""
    item = ListItem(rows[at].number)
    first = Row(rows[at].number, 0, rows[at].text[width:].strip())
    end = at + 1
    while end < len(rows) and rows[end].text and not _begins(rows, end):
        wrapped = is_wrapped([rows[end - 1].text, rows[end].text])
        out = rows[end].indent <= rows[at].indent
        if out and (not wrapped or is_own_line(rows[end].text, record)):
            break
        end += 1
    continued = [Row(row.number, 0, row.text) for row in rows[at + 1 : end]]
    lines = _lines([first, *continued])
    for line in lines:
        line.hard = False
    item.blocks.append(Paragraph(lines))
    found.items.append(item)
    return end
