"""A letter within a quotation mark at each line, as what was sent is kept: "> Dear Ms Roy,"."""

from __future__ import annotations

from typeset.importers.text.letters.greeting import greeting_of, is_addressed
from typeset.importers.text.markup.blocks import Block, Paragraph, Quote
from typeset.importers.text.record import Record

_WITHIN = 4
"""How many blocks may stand over the quotation."""


def unquoted_letter(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks, with those of a quotation that begins with a greeting in its place."""
    for at, block in enumerate(blocks[:_WITHIN]):
        if isinstance(block, Quote) and _greets(block, record):
            return [*blocks[:at], *block.blocks, *blocks[at + 1 :]]
    return blocks


def _greets(block: Quote, record: Record) -> bool:
    """Whether the first line of a quotation greets someone, over a text."""
    first = block.blocks[0] if block.blocks else None
    if not isinstance(first, Paragraph) or len(block.blocks) == 1:
        return False
    return is_addressed(greeting_of(first.lines[0].text, record)[0])
