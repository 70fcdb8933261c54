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
    lines = [
        Line(line.number, text, line.hard or at < last)
        for line in first.lines
        for last, parts in [_parts(line.text, record)]
        for at, text in enumerate(parts)
    ]
    if len(lines) == len(first.lines):
        return blocks
    record.choose(first.line, "labels-in-line", first.text, "facts of the entry, a label each")
    return [Paragraph(lines, first.indented), *blocks[1:]]


def _parts(text: str, record: Record) -> tuple[int, list[str]]:
    """The index of the last of a line's labelled facts, and these; the line where it has none."""
    parts = _BARS.split(text) if ":" in text or "：" in text else [text]
    told = len(parts) > 1 and all(_LABELLED.fullmatch(part) for part in parts)
    if not told or not any(labelled(part, record)[0] in HEADS for part in parts):
        parts = [text]
    return len(parts) - 1, parts
