"""The blocks that may hold contacts → their lines."""

from __future__ import annotations

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.markup.blocks import (
    Block,
    Code,
    Definitions,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.words.vocabulary import vocabulary


def _in_pairs(cells: list[str]) -> bool:
    """Whether cells are two labels, each with its value beside it."""
    first, _, second, _ = cells
    known = vocabulary()
    return bool(known.label(unstyle(first)) or known.label(unstyle(second)))


def _unwrapped(block: Paragraph) -> list[tuple[int, str]]:
    """The lines of a paragraph; one that goes on in small letters is one with what is before."""
    lines: list[tuple[int, str]] = []
    hard = True
    for line in block.lines:
        goes_on = not hard and line.text[:1].islower() and not is_contact_line(line.text)
        if goes_on and len(lines[-1][1].split()) >= _PROSE:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line.text}")
        else:
            lines.append((line.number, line.text))
        hard = line.hard
    return lines


_PROSE = 8
"""How many words a line has at least that its author wrapped."""


def contact_lines(blocks: list[Block]) -> list[tuple[int, str]] | None:
    """The lines of blocks that may hold contacts; None where there are other blocks."""
    lines: list[tuple[int, str]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += _unwrapped(block)
        elif isinstance(block, List):
            lines += [(item.line, item.text) for item in block.items if len(item.blocks) == 1]
            if any(len(item.blocks) != 1 for item in block.items):
                return None
        elif isinstance(block, Table):
            if len(block.rows) == 1 and all(vocabulary().label(unstyle(c)) for c in block.head):
                pairs = zip(block.head, block.rows[0], strict=True)  # labels over their values
                lines += [(block.line, f"{a.rstrip(':：')}: {b}") for a, b in pairs if b]
                continue
            rows = [(block.line, block.head), *zip(block.numbers[1:], block.rows, strict=False)]
            for number, cells in rows:
                filled = [cell for cell in cells if cell]
                if len(block.head) == 4 and _in_pairs(cells):
                    pairs = zip(cells[::2], cells[1::2], strict=True)
                    lines += [(number, f"{a.rstrip(':：')}: {b}") for a, b in pairs if a and b]
                    continue
                labelled = len(filled) == 2 and len(block.head) == 2
                text = f"{filled[0].rstrip(':')}: {filled[1]}" if labelled else "\t".join(filled)
                lines += [(number, text)] if filled else []
        elif isinstance(block, Quote):
            inner = contact_lines(block.blocks)
            if inner is None:
                return None
            lines += inner
        elif isinstance(block, Definitions):
            for term, below in block.items:
                said = " ".join(b.text for b in below if isinstance(b, Paragraph))
                if not all(isinstance(inner, Paragraph) for inner in below):
                    return None
                lines.append(
                    (term.number, f"{term.text.rstrip(':：')}: {said}" if said else term.text)
                )
        elif isinstance(block, Code):
            lines += [(block.line, text) for text in block.text.split("\n") if text.strip()]
        elif not isinstance(block, Rule):
            return None
    return lines
