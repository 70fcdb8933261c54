"""Positions and degrees without any date: short lines that name them, over what is said of them.

The rule takes a section only where most of its heads tell what they are.
"""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.lines import SENTENCE_END, Found, RawEntry, is_head_line
from typeset.importers.text.heads.words import KINDS, names, names_owner
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.scripts import begins_large
from typeset.importers.text.words.vocabulary import key

_LONGEST_HEAD = 14
_LONGEST_LINE = 8
"""Words of a line that heads others in one paragraph: a longer one may be wrapped prose."""
_LONGEST_ROLE = 4
_MOST_LINES = 3
_MOST_PARAGRAPHS = 2
"""Of one head: who, and what."""


def by_undated(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Heads over lists or prose, or alone; the items of one list; all without a date."""
    if kind not in KINDS:
        return None
    blocks = [_without_stop(block, record) for block in blocks]
    before, entries = (
        _items(blocks)
        or _two_columns(blocks, record)
        or _over_texts(_a_line_each(blocks, kind, record), record)
    )
    texts = [text for entry in entries for _, text in entry.head]
    if not entries or any(not _is_head(text, _LONGEST_HEAD, record) for text in texts):
        return None
    if sum(_is_told(entry.head, kind, record) for entry in entries) * 2 <= len(entries):
        return None
    record.choose(entries[0].line, "undated-heads", texts[0], "an entry each")
    return before, entries


def _without_stop(block: Block, record: Record) -> Block:
    """A role in bold and its owner, without the stop that ends them: "**Cook** - Ash Inn."."""
    line = block.lines[0] if isinstance(block, Paragraph) and len(block.lines) == 1 else None
    match = _STOPPED.fullmatch(line.text.strip()) if line else None
    freely = match is not None and key(match["owner"]) in record.vocabulary["contracts"]
    if not line or not match or not (freely or names("roles", match["role"], record)):
        return block
    return Paragraph([Line(line.number, match["head"])])


_STOPPED = re.compile(
    r"(?P<head>\*\*(?P<role>[^*]+)\*\*\s*(?:[–—|@,-]|:)\s+(?P<owner>[^.!?:;]*[^\W\d_]{3}))\."
)


def _items(blocks: list[Block]) -> Found | None:
    """The items of a list that is the whole section, each over its inner list."""
    block = blocks[0] if len(blocks) == 1 else None
    if not isinstance(block, List):
        return None
    return [], [RawEntry([(item.line, item.text)], item.blocks[1:]) for item in block.items]


def _two_columns(blocks: list[Block], record: Record) -> Found | None:
    """Lines of two columns as heads, over the lines that have but one: "BSc Botany\tHill School".

    Two such lines stand one over the other, or each over its texts.
    """
    entries: list[RawEntry] = []
    for block in blocks:
        if not isinstance(block, Paragraph) and entries:
            entries[-1].body.append(block)
            continue
        said: list[Line] = []
        for line in block.lines if isinstance(block, Paragraph) else []:
            cells = line.text.split("\t")
            if len(cells) == _COLUMNS and all(
                _is_head(one, _LONGEST_LINE, record) for one in cells
            ):
                entries.append(RawEntry([(line.number, line.text)]))
                said = []
                continue
            if entries and not said:
                entries[-1].body.append(Paragraph(said))
            said.append(line)
        if not entries:
            return None
    return ([], entries) if len(entries) >= _COLUMNS else None


_COLUMNS = 2


def _a_line_each(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Blocks with a paragraph each for lines of which all are a head: "Cook, Ash Inn"."""
    result: list[Block] = []
    for block in blocks:
        lines = block.lines if isinstance(block, Paragraph) else []
        alone = len(lines) > 1 and all(
            _is_head(line.text, _LONGEST_HEAD, record)
            and _is_told([(line.number, line.text)], kind, record)
            for line in lines
        )
        result += [Paragraph([line]) for line in lines] if alone else [block]
    return result


def _over_texts(blocks: list[Block], record: Record) -> Found:
    """Paragraphs of a line or two that are heads, each over the blocks up to the next.

    Two in a row are one head ("Org" over "Role"), if they are so over each text.
    """
    heads = [_head_lines(block, record) for block in blocks]
    starts = [at for at, lines in enumerate(heads) if lines and not (at and heads[at - 1])]
    over = [_run(heads, at) for at in starts]
    alone = len(starts) == 1 and over[0] == len(blocks)
    if alone:
        starts, over = list(range(len(blocks))), [1] * len(blocks)
    if not starts or len(set(over)) > 1 or over[0] > _MOST_PARAGRAPHS:
        return [], []
    entries: list[RawEntry] = []
    for start, end in pairwise([*starts, len(blocks)]):
        entry = RawEntry([])
        for at in range(start, start + over[0]):
            block = blocks[at]
            assert isinstance(block, Paragraph)
            entry.head += [(line.number, line.text) for line in heads[at]]
            left = block.lines[len(heads[at]) :]
            entry.body += [Paragraph(left)] if left else []
        entry.body += blocks[start + over[0] : end]
        entries.append(entry)
    return blocks[: starts[0]], entries


def _run(heads: list[list[Line]], at: int) -> int:
    """How many paragraphs from `at` on are heads."""
    return next((n for n, lines in enumerate(heads[at:]) if not lines), len(heads) - at)


def _head_lines(block: Block, record: Record) -> list[Line]:
    """The lines with which a paragraph begins that may be a head; [] for prose and other blocks."""
    lines = block.lines if isinstance(block, Paragraph) else []
    if len(lines) == 1:
        return lines if _is_head(lines[0].text, _LONGEST_HEAD, record) else []
    last = next(
        (n for n, line in enumerate(lines) if not _is_head(line.text, _LONGEST_LINE, record)),
        len(lines),
    )
    if 0 < last < len(lines) and lines[last - 1].text.rstrip().endswith(","):
        return []  # it goes on in the line below: "Diploma in Botany," over "minor in Art"
    if 0 < last < len(lines) and not lines[last - 1].hard and lines[last].text[:1].islower():
        return []  # prose that its author wrapped: "I cooked with a team of" over "four."
    return lines[:last] if last <= _MOST_LINES else []


def _is_head(text: str, longest: int, record: Record) -> bool:
    """Whether a line is short, begins large, and is no sentence, label or date."""
    plain = unlink(unstyle(text))[0].strip()
    if not begins_large(plain) or word_count(plain) > longest or SENTENCE_END.search(plain):
        return False
    told = ":" not in plain and "：" not in plain and not find_date(plain, record.vocabulary)
    return told and is_head_line(text, record)


def _is_told(head: list[tuple[int, str]], kind: str, record: Record) -> bool:
    """Whether a head is of a role and an owner, or a role alone in few words."""
    texts = [unlink(unstyle(text))[0] for _, text in head]
    held = any(names(KINDS[kind].what, text, record) for text in texts)
    if len(texts) > 1:
        return held or (kind != "education" and any(names_owner(text, record) for text in texts))
    mark = record.mark()
    read = read_head(head, kind, record)
    record.reset(mark)
    if read.what and read.who:
        return names(KINDS[kind].what, read.what, record) or names_owner(read.who, record)
    return held and word_count(texts[0]) <= _LONGEST_ROLE
