"""Heading levels inside a text, so that none is skipped (PDF/UA-1, clause 7.4.2)."""

from __future__ import annotations

from typeset.document.model import Block, Heading


def level_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks with headings of levels 1, 2, …: the first is 1, none skips one."""
    open_levels: list[int] = []
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            block = Heading(len(open_levels), block.text)
        result.append(block)
    return tuple(result)
