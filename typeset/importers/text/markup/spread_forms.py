"""Forms set with wide spaces: labels before their values, and heads of histories.

"氏名　大貫　茂" and "Nationality      Indian" are labels and values, "年　月　学　歴" the head of
rows of dates: a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import label_key

_WIDE = re.compile(r"[\u3000\t]+")
_HEAD_ROW = re.compile(r"年[\s\u3000]*月[\s\u3000]+(?P<title>\S(?:[\s\u3000]*\S){1,8})")
_SPREAD = re.compile(r"\S(?:[ \u3000]+\S){1,3}")
_FEWEST = 2


def spread_forms(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks with such labels before a colon, and such titles as headings."""
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            result += _titled(_labelled(block, record), record)
        else:
            result.append(block)
    return result


def _labelled(block: Paragraph, record: Record) -> Paragraph:
    """A paragraph of which two lines at least begin with a person's label and a wide space."""
    written = [CJK.match(line.text.strip()) for line in block.lines]
    if not any(written):
        return _labelled_in_columns(block, record)
    if sum(map(bool, written)) < _FEWEST:
        return block
    pairs = [_pairs(line.text, record) for line in block.lines]
    if sum(bool(told and sign) for told, sign in zip(pairs, written, strict=True)) < _FEWEST:
        return block
    lines = [
        Line(line.number, text, True)
        for line, told in zip(block.lines, pairs, strict=True)
        for text in (told or [line.text])
    ]
    return Paragraph(lines, block.indented)


def _labelled_in_columns(block: Paragraph, record: Record) -> Paragraph:
    """A paragraph in two columns, of which half the first ones at least are a person's labels.

    Two facts that only a person has are among them: "Date of birth     9 May 1990".
    """
    cells = [line.text.split("\t") for line in block.lines]
    if len(cells) < _FEWEST or any(len(row) != _LABEL_AND_VALUE for row in cells):
        return block
    labels = [unlink(unstyle(row[0]))[0].strip() for row in cells]
    facts = sum(label_key(one) in record.vocabulary["person_labels"] for one in labels)
    known = sum(_is_label(one, record) for one in labels)
    if facts < _FEWEST or known * 2 < len(labels) or any(one.endswith(":") for one in labels):
        return block
    lines = [
        Line(line.number, f"{row[0].strip()}: {row[1].strip()}", True)
        for line, row in zip(block.lines, cells, strict=True)
    ]
    record.choose(block.line, "form-in-columns", labels[0], "labels")
    return Paragraph(lines, block.indented)


_LABEL_AND_VALUE = 2


def _pairs(text: str, record: Record) -> list[str]:
    """Each label with its value ("生年月日　昭和58年　性別　女"); none for a line without one."""
    cells = [cell for cell in _WIDE.split(text.strip()) if cell]
    starts = [at for at, cell in enumerate(cells[:-1]) if _is_label(cell, record)]
    if not starts or starts[0]:
        return []
    edges = [*starts, len(cells)]
    values = [" ".join(cells[a + 1 : b]) for a, b in pairwise(edges)]
    return [f"{cells[at]}：{value}" for at, value in zip(starts, values, strict=True)]


def _is_label(cell: str, record: Record) -> bool:
    told = record.vocabulary.label(cell) in ("name", "location", "phone", "email")
    return told or label_key(cell) in record.vocabulary["person_labels"]


def _titled(block: Paragraph, record: Record) -> Iterator[Block]:
    """A paragraph cut at the lines that are titles of a history."""
    left: list[Line] = []
    for line in block.lines:
        title = _title(line, record)
        if not title:
            left.append(line)
            continue
        if left:
            yield Paragraph(left, block.indented)
        yield Heading(2, title, line.number, marked=False)
        left = []
    if left:
        yield Paragraph(left, block.indented)


def _title(line: Line, record: Record) -> str:
    """The title of a history that a line is: behind its columns' heads, or spread; or ""."""
    text = line.text.strip()
    head = _HEAD_ROW.fullmatch(text)
    spread = _SPREAD.fullmatch(text)
    title = label_key(head["title"] if head else text).replace("\u3000", "")
    if not (head or spread) or not CJK.match(title) or title not in record.vocabulary.sections:
        return ""
    if head:
        for word in ("年", "月"):
            record.use_label(line.number, word, "labels.dates")
    return title
