"""Lists without bullets whose every item begins with its date → lists with bullets."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import begins_large

_FEWEST = 2


def rows_as_items(blocks: list[Block], record: Record) -> list[Block]:
    """Paragraphs that each begin with a date as one list; other blocks as they are.

    A line without a date at its start goes on with the line above it, if its author did not end
    that one: "2019 – Chair, Society of", "Salt Studies."
    """
    if any(runs_on(block, record) for block in blocks):
        return blocks
    rows: list[list[Line]] = []
    soft = False
    for block in blocks:
        if not isinstance(block, Paragraph):
            return blocks
        soft = soft or _are_soft_rows(block, record)
        for at, line in enumerate(block.lines):
            if begins_with_date(line.text, record):
                rows.append([line])
            elif not at or block.lines[at - 1].hard:
                return blocks
            else:
                rows[-1].append(line)
    if len(rows) < _FEWEST or not (soft or any(len(row) > 1 for row in rows)):
        return blocks
    record.choose(rows[0][0].number, "rows-by-date", rows[0][0].text, "an item each")
    lines = [Line(row[0].number, " ".join(line.text for line in row)) for row in rows]
    return [List(lines[0].number, [ListItem(one.number, [Paragraph([one])]) for one in lines])]


def dated_parts_apart(blocks: list[Block], record: Record) -> list[Block]:
    """A paragraph alone that lists dated things, as a list of them; other blocks as they are.

    "Ohio (2014), Texas (2016)", "Senate, 2019; Library, 2018": a day in each, no sentence among.
    """
    only = blocks[0] if len(blocks) == 1 else None
    if not isinstance(only, Paragraph) or any(line.hard for line in only.lines):
        return blocks
    text = " ".join(line.text.strip() for line in only.lines).rstrip(".")
    for sign in (_SEMICOLON, _BEHIND_BRACKET):
        parts = split_top(text, sign)
        if len(parts) >= _FEWEST and all(_is_dated_part(part, record) for part in parts):
            record.choose(only.line, "items-in-a-line", text, "an item each")
            lines = [Line(only.line, part) for part in parts]
            return [List(only.line, [ListItem(one.number, [Paragraph([one])]) for one in lines])]
    return blocks


_SEMICOLON = re.compile(r"\s*[;；]\s*")
_BEHIND_BRACKET = re.compile(r"(?<!\w),\s+(?=[^\W_])")  # what brackets hold is blank there
_LONGEST_PART = 12


def _is_dated_part(text: str, record: Record) -> bool:
    """Whether a part of a line names something and holds one date: "Fourth Circuit (2019)"."""
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    named = begins_large(plain) and len(plain.split()) <= _LONGEST_PART
    if not found or not named or not found.begin:
        return False
    return not find_date(plain[found.finish :], record.vocabulary)


def soft_rows_as_items(blocks: list[Block], record: Record) -> list[Block]:
    """Such paragraphs as a list where one of them holds several rows that no mark parts."""
    soft = any(isinstance(one, Paragraph) and _are_soft_rows(one, record) for one in blocks)
    return rows_as_items(blocks, record) if soft else blocks


def _are_soft_rows(block: Paragraph, record: Record) -> bool:
    """Whether lines that their author did not end all begin with a date."""
    soft = not all(line.hard for line in block.lines[:-1])
    return soft and all(begins_with_date(line.text, record) for line in block.lines)


def runs_on(block: Block, record: Record) -> bool:
    """Whether a paragraph is running text: its wrapped lines have their dates in their midst."""
    if not isinstance(block, Paragraph) or any(line.hard for line in block.lines[:-1]):
        return False
    rows = all(begins_with_date(line.text, record) for line in block.lines)
    return not rows and any(_is_amid(line.text, record) for line in block.lines[:-1])


def _is_amid(text: str, record: Record) -> bool:
    """Whether words in running text stand before and behind a line's date, or it has two dates."""
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    if not found or "\t" in plain:
        return False
    before, after = plain[: found.begin], plain[found.finish :]
    amid = bool(re.search(r"\w[ (]*$", before) and re.match(r"[) ]*[,;.]?\s\w", after))
    return amid or find_date(after, record.vocabulary) is not None


def begins_with_date(text: str, record: Record) -> bool:
    """Whether a line begins with a date, and more stands behind it."""
    plain = unlink(unstyle(text))[0].strip()
    found = find_date(plain, record.vocabulary)
    return found is not None and not found.begin and bool(plain[found.finish :].strip(" \t.–—-"))
