"""Labelled facts in one line under an entry's heading: "**Period:** 2018 | **Place:** Leeds"."""

from __future__ import annotations

import re

from typeset.importers.text.entries.labelled import HEADS, labelled
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.record import Record

_BARS = re.compile(r"\s+[|·•]\s+")
_LABELLED = re.compile(r"[*_]*[^\W\d_][^:：|*]{1,28}[*_]*\s*[:：][*_]*\s+\S.*", re.DOTALL)


def with_labels_apart(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks under a heading, each labelled fact of the first as a line of its own.

    All that stands between the bars has its label, and one label at least tells of the head.
    """
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        return blocks
    lines: list[Line] = []
    for line in first.lines:
        *others, last = _parts(line.text, record)
        lines += [Line(line.number, text, True) for text in others]
        lines.append(Line(line.number, last, line.hard))
    if len(lines) == len(first.lines):
        return blocks
    record.choose(first.line, "labels-in-line", first.text, "facts of the entry, a label each")
    return [Paragraph(lines, first.indented), *blocks[1:]]


def _parts(text: str, record: Record) -> list[str]:
    """The labelled facts that bars part in a line; the whole line where it has none."""
    parts = _BARS.split(text) if ":" in text or "：" in text else [text]
    labels = len(parts) > 1 and all(_LABELLED.fullmatch(part) for part in parts)
    told = labels and any(labelled(part, record)[0] in HEADS for part in parts)
    return parts if told else [text]
