"""Entries in the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from typeset.importers.text.entries.columns import (
    ROLE_AND_TEXT,
)
from typeset.importers.text.entries.period_lines import labelled_cells
from typeset.importers.text.entries.table_rows import read_rows, use_heads
from typeset.importers.text.heads.lines import Found, RawEntry, cut_sentence, is_head_line
from typeset.importers.text.heads.metas import LONGEST_META_WORDS, is_meta
from typeset.importers.text.heads.words import KINDS, names
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Table,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, find_date, is_only_date
from typeset.importers.text.words.scripts import COMMA
from typeset.importers.text.words.vocabulary import key

EntryRule = Callable[[list[Block], str, Record], Found | None]
"""A rule that finds the entries of a section's blocks, of a kind; None where it finds none."""


def by_table(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Table rows with a cell that is a date; rows with an empty first cell go on with the last.

    Columns for a role or degree and for whose it is need no date.
    """
    table = next((block for block in blocks if isinstance(block, Table)), None)
    if sum(isinstance(block, Table) for block in blocks) > 1:
        return _by_tables(blocks, kind, record)
    if not table:
        return None
    read = read_rows(table, kind, record)
    if not read:
        return None
    use_heads(table, read.heads, kind, record)
    entries: list[RawEntry] = []
    heads = _with_subjects(read.heads, table, record) if kind == "education" else read.heads
    columns = [name for name, label in zip(heads, read.others, strict=True) if not label]
    for (number, row), is_dated in zip(read.rows, read.dated, strict=True):
        if is_dated:
            told = [(label, cell) for label, cell in zip(read.others, row, strict=False) if label]
            known = [cell for cell, label in zip(row, read.others, strict=False) if not label]
            entry = _row_entry(number, known if told else row, columns, kind, record)
            entry.body += labelled_cells(number, told, table.line, record)
            entries.append(entry)
        else:
            _add_row(entries[-1], number, next(filter(None, row)))
    at = next(index for index, block in enumerate(blocks) if block is table)
    owner = entries[-1]
    for block in blocks[at + 1 :]:
        text = key(block.text) if isinstance(block, (Heading, Paragraph)) else ""
        owner = next((one for one in entries if _is_about(text, one)), owner)
        owner.body.append(block)
    return blocks[:at], entries


def _with_subjects(heads: list[str], table: Table, record: Record) -> list[str]:
    """The names of columns, where one of subjects stands beside one of degrees: "Major"."""
    labels = [key(unstyle(cell)) for cell in table.head[: len(heads)]]
    subjects = record.vocabulary["fields_of_study"]
    told = [name == "role" and label in subjects for name, label in zip(heads, labels, strict=True)]
    degrees = [
        any(names("degrees", row[at], record) for row in table.rows if at < len(row))
        for at, name in enumerate(heads)
        if name == "role" and not told[at]
    ]
    if sum(told) != 1 or not degrees or not all(degrees):
        return heads
    return ["subject" if one else name for name, one in zip(heads, told, strict=True)]


def _by_tables(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Tables of one dated row each, the head of an entry whose texts stand under it."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Table)]
    mark = record.mark()
    entries: list[RawEntry] = []
    for start, end in pairwise([*starts, len(blocks)]):
        found = by_table(blocks[start:end], kind, record)
        if not found or len(found[1]) != 1:
            record.reset(mark)
            return None
        entries += found[1]
    return blocks[: starts[0]], entries


"""What columns of skills hold, which say other things of an entry: the "Type" of a ship."""


def _row_entry(
    number: int, row: list[str], heads: list[str], kind: str, record: Record
) -> RawEntry:
    """The entry of a row: cells of texts are its body, the others its head, the date last."""
    row = ["" if cell in _NOTHING else cell for cell in row]
    if ROLE_AND_TEXT in heads:
        at = heads.index(ROLE_AND_TEXT)
        role, text = cut_sentence(row[at])
        heads = [*heads[:at], "role", *heads[at + 1 :], "text"]
        row = [*row[:at], role, *row[at + 1 :], text]
    elif "role" in heads and (cut := _behind_bold(row[at := heads.index("role")])):
        heads = [*heads, *[""] * (len(row) - len(heads)), "text"]
        row = [*row[:at], cut[0], *row[at + 1 :], cut[1]]
    cells = [cell for cell in row if cell]
    texts = [
        cell
        for cell in cells
        if len(cell.split()) > LONGEST_META_WORDS
        and not is_meta(cell, False, record)
        and not any(cell == one and name in _NAMES for one, name in zip(row, heads, strict=False))
    ]
    named: dict[str, str] = {}
    for name, cell in zip(heads, row, strict=False):
        if name and cell:
            named.setdefault(name, cell)
    said = kind == "education" and not {"role", "organisation"} & set(heads)
    if "text" in heads and not said:  # beside its day, what is said of schooling is its head
        texts = [cell for name, cell in zip(heads, row, strict=False) if name == "text" and cell]
    if {"role", "organisation"} <= {*heads}:
        when = [cell for name, cell in zip(heads, row, strict=False) if name == "dates" and cell]
        for cell in when:  # "pursuing", in the column of years, is no place
            if cell not in texts and not find_date(unstyle(cell), record.vocabulary):
                texts.append(cell)
    head = [(number, cell) for cell in cells if cell not in texts]
    dates = [bool(is_only_date(unstyle(cell), record.vocabulary)) for _, cell in head]
    if texts and not any(heads) and all(dates) and is_head_line(texts[0], record):
        head.append((number, texts.pop(0)))  # beside a date stands what was then, however long
    both = kind in KINDS and "organisation" not in heads and "role" in named
    if said or (both and COMMA.search(named["role"])):
        named = {}  # a column of roles alone says whose they are, too: "Cook, Moss Inn"
    # The date's cell stands first in most tables and is not the title.
    head.sort(key=lambda pair: bool(is_only_date(unstyle(pair[1]), record.vocabulary)))
    return RawEntry(head, [Paragraph([Line(number, text)]) for text in texts], given=named)


_NAMES = ("role", "organisation")
"""Columns whose cells are names, however long."""
_NOTHING = ("-", "–", "—")
"""What stands in a cell that is left empty."""


def _behind_bold(cell: str) -> list[str]:
    """The name in bold that a long cell begins with, and what is said behind it; none for others.

    "**BA in Music** *A Thesis on Bells* Supervisor: Dr Ash".
    """
    match = _BOLD_FIRST.fullmatch(cell) if len(cell.split()) > LONGEST_META_WORDS else None
    return [match[1], match[2]] if match else []


_BOLD_FIRST = re.compile(r"(\*\*[^*]+\*\*)\s+([*\w\"“].*)", re.DOTALL)
_CELL_BULLET = re.compile(r"[•‣◦▪●↳➢➤–—*·-]\s+")


def _add_row(entry: RawEntry, number: int, text: str) -> None:
    """Add a row without a date to the entry above, as a bullet where it has the mark of one."""
    mark = _CELL_BULLET.match(text)
    paragraph = Paragraph([Line(number, text[mark.end() :] if mark else text)])
    last = entry.body[-1] if entry.body else None
    if not mark:
        entry.body.append(paragraph)
    elif isinstance(last, List):
        last.items.append(ListItem(number, [paragraph]))
    else:
        entry.body.append(List(number, [ListItem(number, [paragraph])]))


def _is_about(text: str, entry: RawEntry) -> bool:
    """Whether a line under a table names the organisation of one of its rows."""
    names = [key(" ".join(unlink(unstyle(cell))[0].split()[:2])) for _, cell in entry.head]
    return len(text.split()) <= 12 and any(len(name) > 4 and name in text for name in names)


def by_rows_and_headings(
    blocks: list[Block], kind: str, record: Record, read: EntryRule
) -> Found | None:
    """A table of positions, each of which comes again as a heading over what was done there.

    What `read` finds under the headings goes to the row of each.
    """
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), 0)
    mark = record.mark()
    found = by_table(blocks[:first], kind, record) if first else None
    below = read(blocks[first:], kind, record) if found else None
    rows = {name: row for row in found[1] for name in _names_of(row)} if found else {}
    heads = [_title(one.head[0][1]) for one in below[1]] if below else []
    if not found or not below or not all(head in rows for head in heads):
        if both := _and_more(found, below, record) if found else None:
            return both
        record.reset(mark)
        return None
    for head, one in zip(heads, below[1], strict=True):
        row = rows[head]
        if head in {_title(cell) for _, cell in row.head}:
            record.use_repeat(one.line, unlink(unstyle(one.head[0][1]))[0])
        else:  # the row only links to it, in other words
            row.body.append(Paragraph([Line(one.line, one.head[0][1])]))
        for line, text in one.head[1:]:
            again = is_only_date(unstyle(text), record.vocabulary)
            if again and any(_is_same(again, cell, record) for _, cell in row.head):
                record.use_date(line, again)
            elif any(_title(text) == _title(cell) for _, cell in row.head):
                record.use_repeat(line, unlink(unstyle(text))[0])
            else:
                row.head.append((line, text))
        row.body += one.body
        row.inner += one.inner
        row.employer = row.employer or one.employer
    return found


def _and_more(rows: Found, below: Found | None, record: Record) -> Found | None:
    """A table of entries, and under it others under headings of their own, each with its period."""
    more = below[1] if below and not below[0] else []
    dated = [any(find_date(unstyle(text), record.vocabulary) for _, text in e.head) for e in more]
    return (rows[0], [*rows[1], *more]) if dated and all(dated) else None


def _names_of(row: RawEntry) -> set[str]:
    """What the heading of a row may be called: a cell of it, or the anchor that one links to."""
    links = [unlink(unstyle(cell))[1] for _, cell in row.head]
    anchors = {_slug(link[1:]) for link in links if link.startswith("#")}
    return {_title(cell) for _, cell in row.head} | anchors


def _title(text: str) -> str:
    return key(unlink(unstyle(text))[0])


def _slug(text: str) -> str:
    return key(text.replace("-", " "))


def _is_same(date: DateFound, cell: str, record: Record) -> bool:
    """Whether a cell is a date with the values of `date`."""
    found = is_only_date(unstyle(cell), record.vocabulary)
    return found is not None and found.values == date.values
