"""Notes that an author keeps in a letter's file and does not send: "Notes to self"."""

from __future__ import annotations

import re

from typeset.importers.text.letters.after import all_lines
from typeset.importers.text.letters.marks import marked
from typeset.importers.text.markup.blocks import Block, Heading, List, Paragraph, Quote, Rule
from typeset.importers.text.markup.inline import unlink, unstyle, visible
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_LABEL = re.compile(r"[\[({<]*\s*([^:：.]{2,40}?)\s*(?:[:：.]|[–—-]\s)\s*\S", re.DOTALL)
_LONGEST_TITLE = 6


def take_asides(blocks: list[Block], record: Record) -> list[Block]:
    """Set aside the notes among a letter's blocks, with their lines; the blocks that are left.

    A title of notes holds all below it, down to a rule or what belongs under a signature;
    a line that only begins as one ("Note to self: …") holds its paragraph.
    """
    left: list[Block] = []
    under = False
    for block in blocks:
        if under and (isinstance(block, Rule) or _is_ending(block, record)):
            under = False
        titled, labelled = _is_title(block, record), _is_labelled(block, record)
        if titled or labelled or under:
            under = under or titled
            for line in all_lines(_inner(block)):
                shown = visible(unlink(line.text)[0], inline=True).strip()
                record.leave_out(line.number, shown)
        else:
            left.append(block)
    return left


def _inner(block: Block) -> list[Block]:
    """What a block holds, which in plain text may look quoted or listed."""
    if isinstance(block, List) and len(block.items) == 1:
        return block.items[0].blocks
    return block.blocks if isinstance(block, Quote) else [block]


def _is_title(block: Block, record: Record) -> bool:
    """Whether a block is a title of notes and nothing more, or begins with a line that is."""
    text = block.text if isinstance(block, Heading) else ""
    if isinstance(block, Paragraph):
        text = block.lines[0].text
    words = key(unstyle(text))
    return bool(words) and (
        words in record.vocabulary["asides"]
        or (
            len(words.split()) <= _LONGEST_TITLE
            and re.sub(r"\s*[(\[].*", "", words) in record.vocabulary["asides"]
        )
    )


def _is_labelled(block: Block, record: Record) -> bool:
    """Whether a paragraph begins as a note: "Version notes: …", "[TODO: …]"."""
    inner = _inner(block)
    text = unstyle(inner[0].text) if inner and isinstance(inner[0], Paragraph) else ""
    match = _LABEL.match(text)
    return bool(match and key(match[1]) in record.vocabulary["asides"])


def _is_ending(block: Block, record: Record) -> bool:
    """Whether a block is a postscript or what is enclosed, which are the letter's again."""
    inner = block.items[0].blocks if isinstance(block, List) and block.items else [block]
    text = inner[0].text if inner and isinstance(inner[0], Paragraph) else ""
    return bool(marked(unstyle(text), record)[0])
