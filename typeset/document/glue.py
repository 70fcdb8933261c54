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

# Units as they are written after a number; a word of the language is none ("41 of the").
_UNITS = "|".join(
    (
        "[%‰°′″€$£¥₽₹₩₺₪]",
        "°[CF]",
        "[kMGTcmµn]?(?:m[²³23]?|g|l|L|W|Wh|V|Hz|B|bit|J|N|Pa|mol)",
        "[kMGT]?bit/s|[KMGT]iB|km/h|m/s|kWp|dB|rpm|ppm|px|dpi|fps",
        "t|ha|h|[mµn]?s|min|sec|hrs?|yrs?|[ap]\\.m\\.|pm|pp|pt",
        "k|[Mm]io|Mrd|Tsd|bn|Md|mln|mld|млн|млрд|тыс|руб|шт|чел|км²?|м[²³]?|см|мм|га|кг|т|ч|мин|г",
        "[mb]illions?|Million(?:en)?|Milliarden?|milliards?|millones|mili(?:oni|ardi)|milh(?:ão|ões)",
        "Uhr|Std|EUR|USD|GBP|CHF|PLN|SEK|TRY|RUB",
    )
)
_CAPITALS = "A-ZÀ-ÖØ-ÞĀ-ĐŁŃŚŞŠŹŻŽİΑ-ΩА-ЯЁ"

# Where a space is glued: between what stands before it and what stands after it.
_PLACES = (
    # 18 t, 740 m, 40 %
    (r"\d", rf"(?:{_UNITS})(?![\w%])"),
    # 1 200 000
    (r"(?<![\d.,])\d{1,3}", r"\d{3}(?!\d)"),
    # Mar 2021
    (r"(?<!\d)[^\W\d_]{3}\.?", r"(?:1[89]|20)\d\d(?!\d)"),
    # 2 February 2026, 2. Februar 2026
    (r"\b\d{1,2}\.?", r"[^\W\d_]{3,} \d{4}"),
    # J. S. Bach
    (rf"\b[{_CAPITALS}]\.", f"[{_CAPITALS}]"),
    # p. 4, No. 7, vol. 2, § 5
    (r"\b(?i:pp?|nos?|vols?|nr|art|fig|s)\.|[§№]", r"\d"),
    # a dash between spaces, and French punctuation, never begin a line
    (r"", r"(?:[–—] |[:;!?»])"),
    (r"«", r""),
)
_GLUED = re.compile("|".join(f"(?:{before}) (?={after})" for before, after in _PLACES))

_LONG_ENOUGH = 40
_FETCHED = 9
"""A longer word, fetched down to the last line, would leave a hole in the line above."""
_PAIR = 13
"""Of a longer pair of words, the second may stand alone on the last line."""


def glue(text: Rich, *, end: bool = True) -> Rich:
    """`text` with its no-break spaces; `end` glues the last two words of a long paragraph,
    if they are short."""
    runs = [run if run.code else replace(run, text=_glued(run.text)) for run in text]
    if end and runs and sum(len(run.text) for run in runs) > _LONG_ENOUGH:
        last = runs[-1]
        head, space, tail = last.text.rpartition(" ")
        fetched = len(head.rpartition(" ")[2])
        if space and head and tail and fetched <= _FETCHED and fetched + len(tail) <= _PAIR:
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
