"""Spaces that must not break, put where a typesetter would (Bringhurst 2.4.6 to 2.4.9).

Numbers stick to units, months to years, initials to names, dashes to the word
before them, and the last words of a paragraph to each other. No word changes:
`typeset.words` reads a no-break space as a space.
"""

from __future__ import annotations

import re
from dataclasses import replace

from typeset.document.model import Block, Item, List, Paragraph, Quote, Rich, Run

NBSP = "\u00a0"

# Where a space is glued: between what stands before it and what stands after it.
_PLACES = (
    # 18 t, 740 m, 40 %, 36 beds: a number and the unit or short word it counts
    (r"\d", r"(?:[%‰°]|[^\W\d_]{1,3}[²³]?(?:[^\w²³]|$))"),
    # Mar 2021
    (r"[^\W\d_]{3}\.?", r"(?:1[89]|20)\d\d(?!\d)"),
    # 2 February 2026
    (r"\b\d{1,2}", r"[A-Z]\w{2,} \d{4}"),
    # J. S. Bach
    (r"\b(?-i:[A-Z])\.", r"(?-i:[A-Z])"),
    # p. 4, No. 7, vol. 2, § 5
    (r"\b(?:pp?|nos?|vols?)\.|§", r"\d"),
    # a dash between spaces, and French punctuation, never begin a line
    (r"", r"(?:[–—] |[:;!?»])"),
    (r"«", r""),
)
_GLUED = re.compile("|".join(f"(?:{before}) (?={after})" for before, after in _PLACES), re.I)

_LONG_ENOUGH = 40
_SHORT_WORD = 9


def glue(text: Rich, *, end: bool = True) -> Rich:
    """`text` with its no-break spaces; `end` glues the last two words of a long paragraph."""
    runs = [run if run.code else replace(run, text=_glued(run.text)) for run in text]
    if end and runs and sum(len(run.text) for run in runs) > _LONG_ENOUGH:
        last = runs[-1]
        head, space, tail = last.text.rpartition(" ")
        if space and head and 0 < len(tail) <= _SHORT_WORD:
            runs[-1] = replace(last, text=f"{head}{NBSP}{tail}")
    return tuple(runs)


def _glued(text: str) -> str:
    return _GLUED.sub(lambda match: match[0][:-1] + NBSP, text)


def glue_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same for every paragraph and list item of `blocks`."""
    return tuple(_glue_block(block) for block in blocks)


def _glue_block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(glue(block.text))
    if isinstance(block, List):
        return List(tuple(map(_glue_item, block.items)), block.start)
    if isinstance(block, Quote):
        return Quote(glue_blocks(block.blocks))
    return block


def _glue_item(item: Item) -> Item:
    return Item(glue(item.text), glue(item.lead, end=False), glue_blocks(item.blocks))


def glue_name(text: str) -> str:
    """A phone number or date as one unbreakable piece."""
    return text.replace(" ", NBSP)


def run_text(text: str) -> Rich:
    """Plain characters as a line without style."""
    return (Run(text),) if text else ()
