"""One layout, repeated in a section: what most of its entries have over their texts, all have."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.entries.earlier_roles import is_earlier
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry, is_head_line
from typeset.importers.text.heads.metas import LONGEST_META_WORDS, is_meta
from typeset.importers.text.heads.words import KINDS, names
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_FEWEST = 2


def as_neighbours(entries: list[RawEntry], kind: str, record: Record) -> None:
    """Give heads the lines under them that others of their section have in theirs."""
    if kind not in KINDS:
        return
    _take_dated(entries, record)
    if any(entry.inner for entry in entries):
        return
    shapes = Counter((len(one.head), _dated_line(one, record)) for one in entries)
    fewest = min(_FEWEST, sum(bool(one.body) for one in entries) // 2)
    size, dated = max((one for one in shapes if shapes[one] >= fewest), default=(0, 0))
    whole = [one for one in entries if (len(one.head), _dated_line(one, record)) == (size, dated)]
    if size < 2 or dated == size - 1:
        return
    below = {"", *(_first_kind(one.body) for one in whole)}
    for entry in entries:
        line = _line_below(entry, record)
        if len(entry.head) != size - 1 or _dated_line(entry, record) != dated or not line:
            continue
        if _first_kind(_without_line(entry.body)) in below:
            first = entry.body[0]
            assert isinstance(first, Paragraph)
            entry.head.append((first.line, first.lines[0].text))
            entry.body = _without_line(entry.body)
            record.choose(first.line, "line-by-neighbours", line, "of the head")


def _take_dated(entries: list[RawEntry], record: Record) -> None:
    """Give undated heads the lines down to a date, where others have their date below their title.

    "### Cook" / "- Moss Inn (2019 – 2021) | Leeds": words alone tell neither for an owner's.
    Under "Earlier posts" these are entries of their own.
    """
    below = [len(one.head) for one in entries if _is_dated_below(one, record)]
    if len(below) < _FEWEST or len(below) * 2 < len(entries):
        return
    for entry in entries:
        told = entry.given or entry.inner or _dated_line(entry, record) >= 0
        told = told or is_earlier(unlink(unstyle(entry.head[0][1]))[0], record)
        lines = [] if told else _lines_to_date(entry.body, max(below) - len(entry.head), record)
        if lines:
            entry.head += [(line.number, line.text) for line in lines]
            entry.body = _without_lines(entry.body, len(lines))
            record.choose(lines[-1].number, "date-by-neighbours", lines[-1].text, "of the head")


def _is_dated_below(entry: RawEntry, record: Record) -> bool:
    """Whether a head has its date in a line below its title."""
    at = _dated_line(entry, record)
    return at >= 0 and entry.head[at][0] > min(number for number, _ in entry.head)


def _lines_to_date(blocks: list[Block], most: int, record: Record) -> list[Line]:
    """The short lines or items, down to the first with a date, that `most` lines can hold."""
    first = blocks[0] if blocks else None
    lines: list[Line] = []
    if isinstance(first, Paragraph):
        lines = first.lines
    elif isinstance(first, List):
        lines = [Line(item.line, item.text, True) for item in first.items]
    for at, line in enumerate(lines[:most]):
        text = unlink(unstyle(line.text))[0]
        if found := find_date(text, record.vocabulary):
            apart = found.start != found.end or re.search(r"[|·•]", text)
            return lines[: at + 1] if apart and is_meta(line.text, False, record) else []
        if isinstance(first, List) and len(first.items[at].blocks) > 1:
            break
        if not (wholly(line.text)[0] or _is_short(line.text, record)):
            break
    return []


def schools_last(entries: list[RawEntry], record: Record) -> None:
    """Take the last line under each of several degrees as its school, where no line names one."""
    lasts: list[Line] = []
    for entry in entries:
        first = entry.body[0] if len(entry.body) == 1 else None
        lines = first.lines if isinstance(first, Paragraph) else []
        texts = [
            unstyle(text) for _, text in [*entry.head, *((one.number, one.text) for one in lines)]
        ]
        told = entry.given or entry.inner or any(names("schools", text, record) for text in texts)
        if (
            told
            or len(entry.head) > 1
            or not 0 < len(lines) <= _MOST_BELOW
            or not _is_short(lines[-1].text, record)
        ):
            return
        lasts.append(lines[-1])
    if len(lasts) < _FEWEST or not any(names("degrees", one.head[0][1], record) for one in entries):
        return
    for entry, line in zip(entries, lasts, strict=True):
        first = entry.body[0]
        assert isinstance(first, Paragraph)
        entry.head.append((line.number, line.text))
        entry.given = {"organisation": line.text}
        entry.body = [Paragraph(first.lines[:-1])] if first.lines[1:] else []
        record.choose(line.number, "school-by-layout", line.text, "the school")


_MOST_BELOW = 2


def _dated_line(entry: RawEntry, record: Record) -> int:
    """Which line of a head has its date; -1 for none."""
    texts = [unlink(unstyle(text))[0] for _, text in entry.head]
    return next((at for at, text in enumerate(texts) if find_date(text, record.vocabulary)), -1)


def _first_kind(blocks: list[Block]) -> str:
    return type(blocks[0]).__name__ if blocks else ""


def _line_below(entry: RawEntry, record: Record) -> str:
    """The line right under a head, where it could be part of one: short, and no sentence."""
    first = entry.body[0] if entry.body else None
    if not isinstance(first, Paragraph) or not (len(first.lines) == 1 or first.lines[0].hard):
        return ""
    text = unlink(unstyle(first.lines[0].text))[0]
    return text if _is_short(text, record) else ""


def _is_short(text: str, record: Record) -> bool:
    """Whether a line could be part of a head: few words, no sentence, label or date."""
    plain = unlink(unstyle(text))[0]
    short = len(plain.split()) <= LONGEST_META_WORDS + 3 and plain[:1].isupper()
    if not short or SENTENCE_END.search(plain) or ":" in plain:
        return False
    return not find_date(plain, record.vocabulary) and is_head_line(plain, record)


def _without_lines(blocks: list[Block], count: int) -> list[Block]:
    """Blocks without the first lines of their paragraph, or the first items of their list."""
    first, *rest = blocks
    if isinstance(first, List):
        items = first.items[count:]
        left: list[Block] = [List(items[0].line, items, first.start)] if items else []
        return [*first.items[count - 1].blocks[1:], *left, *rest]
    for _ in range(count):
        blocks = _without_line(blocks)
    return blocks


def _without_line(blocks: list[Block]) -> list[Block]:
    first, *rest = blocks
    left = first.lines[1:] if isinstance(first, Paragraph) else []
    return [*([Paragraph(left)] if left else []), *rest]
