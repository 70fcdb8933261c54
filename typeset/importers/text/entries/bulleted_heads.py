"""Bullets and quotations that only mark the heads of entries, with the texts outside → lines."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from typeset.importers.text.heads.lines import is_head_line
from typeset.importers.text.heads.words import EDUCATION, KINDS, WORK, Kind, names
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, Paragraph, Quote
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date

_FEWEST = 2
_LOWEST = 6
"""The level of a heading that has none above it within its section."""


def heads_without_bullets(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Lists of one dated line each over paragraphs as the first lines of these.

    "• 2014 – 2016, Moss Labs" over "Role: Cook", or a degree over its school: so are two lists
    of a section or more. The head of a project is a heading over what the text says of it, and
    so are all where one stands over a quotation: what is quoted is the entry's text.
    """
    if kind not in (*KINDS, "projects"):
        return blocks
    words = KINDS.get(kind, WORK)
    heads = {at for at in range(len(blocks) - 1) if _is_head(blocks, at, words, record)}
    if len(heads) < _FEWEST:
        return blocks
    headed = kind == "projects" or any(isinstance(blocks[at + 1], Quote) for at in heads)
    result: list[Block] = []
    for at, block in enumerate(blocks):
        if at in heads and isinstance(block, List):
            text = block.items[0].text
            record.choose(block.line, "bullet-before-head", text, "an entry's head")
            result += [Heading(_LOWEST, text, block.line)] if headed else []
        elif at - 1 in heads and isinstance(block, Paragraph) and not headed:
            above = blocks[at - 1]
            assert isinstance(above, List)
            head = Line(above.line, above.items[0].text, hard=True)
            result.append(Paragraph([head, *block.lines], block.indented))
        elif at - 1 in heads and isinstance(block, Quote):
            result += block.blocks
        else:
            result.append(block)
    return result


def _is_head(blocks: list[Block], at: int, words: Kind, record: Record) -> bool:
    """Whether a list is one line with a range of dates and words beside it, over a text.

    That is a paragraph or a quotation. What is named by its degree needs no date over the line
    of its school.
    """
    block, below = blocks[at : at + 2]
    first = below.blocks[0] if isinstance(below, Quote) and below.blocks else below
    if not isinstance(block, List) or not isinstance(first, Paragraph) or len(block.items) > 1:
        return False
    text = block.items[0].text
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    ranged = found is not None and found.start != found.end and len(plain) > len(found.text) + 2
    taught = words is EDUCATION and names(words.what, plain, record)
    taught = taught and names(words.who, unlink(unstyle(first.lines[0].text))[0], record)
    alone = len(block.items[0].blocks) == 1
    return (ranged or taught) and alone and is_head_line(text, record)


def heads_without_quotes(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Quotations of a period and few words each as the paragraphs that they hold.

    "> 2014 – 2016" and "> Moss Labs" over what was done there: so a section begins, and goes on.
    Under a heading the period may stand in any line: "#### Moss Labs" over "> **Clerk**" and it.
    """
    if kind not in KINDS:
        return blocks
    if any(isinstance(block, Heading) for block in blocks):
        return _without_quotes_below(blocks, record)
    heads = [_quoted_head(block, record) for block in blocks]
    told = sum(head is not None for head in heads)
    if told < _FEWEST or heads[0] is None:
        return blocks
    record.choose(blocks[0].line, "quoted-heads", heads[0].text, "an entry's head")
    return [head or block for head, block in zip(heads, blocks, strict=True)]


def _without_quotes_below(blocks: list[Block], record: Record) -> list[Block]:
    """Blocks with a quotation right under a heading as the lines it holds, where one is a date."""
    result = list(blocks)
    for at, (above, block) in enumerate(pairwise(blocks), 1):
        inner = block.blocks if isinstance(block, Quote) else []
        said = inner[0] if len(inner) == 1 and isinstance(above, Heading) else None
        if isinstance(said, Paragraph) and any(
            is_only_date(unstyle(line.text), record.vocabulary) for line in said.lines
        ):
            record.choose(block.line, "quoted-head", said.lines[0].text, "a part of the head")
            result[at] = Paragraph([replace(line, hard=True) for line in said.lines])
    return result


def _quoted_head(block: Block, record: Record) -> Paragraph | None:
    """The paragraph of a quotation that is a dated head: few lines, one of them with a period."""
    inner = block.blocks if isinstance(block, Quote) else []
    said = inner[0] if len(inner) == 1 else None
    if not isinstance(said, Paragraph) or len(said.lines) > _MOST_LINES:
        return None
    found = [find_date(unlink(unstyle(line.text))[0], record.vocabulary) for line in said.lines]
    ranged = [one is not None and one.start != one.end for one in found]
    if not any(ranged) or not all(is_head_line(line.text, record) for line in said.lines):
        return None
    if not ranged[0]:
        return Paragraph([replace(line, hard=True) for line in said.lines])
    alone = is_only_date(unstyle(said.lines[0].text), record.vocabulary)
    first, *others = said.lines
    return Paragraph([Line(first.number, first.text, first.hard or bool(alone)), *others])


_MOST_LINES = 3
