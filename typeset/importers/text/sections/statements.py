"""Lines that say one thing each, without bullets → lists."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.header.addresses import is_url
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import wholly
from typeset.importers.text.words.scripts import SOLID

_FULL = 12
"""How far from the widest line a margin may still have ended one, in characters."""
_NARROWEST = 60
_NO_MARGIN = 100
"""A line longer than this was ended by no margin: it is a paragraph of its own."""
_FEWEST_WORDS = 3
_FEWEST_LABELLED = 4
"""Words of a line at the least, on the average; of more where one has a label, as facts do."""
_BEGINS = re.compile(r"[\"“«(\\]?[^\W_a-zà-ÿ]")


def statements(lines: list[Line]) -> list[Line]:
    """The lines of a paragraph; one that a margin or no sentence's end ended goes on."""
    widest = max(len(line.text) for line in lines)
    result = [Line(lines[0].number, lines[0].text, lines[0].hard)]
    listing = all(line.text.endswith(",") for line in lines[:-1])  # a name each
    capital = len(lines) > 2 and all(_BEGINS.match(line.text) for line in lines)
    for above, line in pairwise(lines):
        full = (
            _NARROWEST <= widest <= _NO_MARGIN
            and not capital
            and (len(above.text) + 1 + len(line.text.partition(" ")[0]) > widest - _FULL)
        )
        small = not _BEGINS.match(line.text) or (not listing and above.text.endswith(","))
        if above.hard and not small and not (full and not above.text.endswith((".", ";"))):
            result.append(Line(line.number, line.text, line.hard))
        else:
            result[-1].text += f" {line.text}"
            result[-1].hard = line.hard
    return result


def listed(block: Block) -> Block:
    """A paragraph whose lines their author ended, each with a statement, as a list of them."""
    if not isinstance(block, Paragraph) or not any(line.hard for line in block.lines):
        return block
    if any(_STYLED_LABEL.match(line.text) for line in block.lines):
        return block  # facts, a line each: "*Thesis:* Mosses of the moor"
    found = statements(block.lines)
    if all(_LABEL.match(line.text) or _FACT.fullmatch(line.text) for line in found):
        return block  # "Thesis: Mosses of the moor" over "Supervisor: Ann Bell"
    sizes = [len(line.text.split()) for line in found]
    plain = all(_BEGINS.match(line.text) and not wholly(line.text)[0] for line in found)
    labelled = any(":" in line.text for line in found)
    fewest = (_FEWEST_LABELLED if labelled else _FEWEST_WORDS) * len(found)
    if len(found) < 2 or min(sizes) < 2 or not plain or sum(sizes) < fewest:
        return block
    prose = sum(line.text.endswith((".", "。")) for line in found) * 2 > len(found)
    unwrapped = max(len(line.text) for line in block.lines) > _NO_MARGIN
    unwrapped = unwrapped and sum(sizes) <= _LONGEST_SAID * len(found)
    if (prose and not unwrapped) or any(_is_set_apart(line.text) for line in found):
        return block
    items = [ListItem(one.number, [Paragraph([Line(one.number, one.text)])]) for one in found]
    return List(block.line, items)


_LONGEST_SAID = 24
"""How many words sentences have on the whole that are bullets, and no paragraphs, in lines."""
_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?: \S")
_FACT = re.compile(r"[^\W\d_]+(?:[ /][^\W\d_]+){1,3}: \S+(?: \S+){0,4}")
"""A label of several words and what it says in a few: "Hours per week: 40"."""
_STYLED_LABEL = re.compile(r"\*[^*]{2,30}[:：]\*\s")


def one_list(blocks: list[Block]) -> List | None:
    """Paragraphs of a line each, that empty lines set apart as bullets would, as a list of them.

    Lists among them give it their items; None for other blocks, for few paragraphs, for prose.
    """
    items: list[ListItem] = []
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.lines) == 1:
            items.append(ListItem(block.line, [block]))
        elif isinstance(block, List):
            items += block.items
        else:
            return None
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    prose = sum(len(text.split()) > _LONGEST_APART for text in texts) * 2 > len(texts)
    leads = any(text.rstrip().endswith((":", "：")) for text in texts)
    listed = len(texts) >= _FEWEST_APART and not prose and not leads
    return List(blocks[0].line, items) if listed else None


_FEWEST_APART = 4
_LONGEST_APART = 12


def are_clauses(blocks: list[Block]) -> bool:
    """Whether lists say what one can do in clauses, in scripts that set no spaces between words.

    "为三家门店编写并维护排班系统" counts as one word; most items have more signs than keywords.
    What begins with a name in bold, or with a label, names a skill. So does what has no verb in
    Japanese, however long: "法人営業および見積もりの作成".
    """
    items = [item for block in blocks if isinstance(block, List) for item in block.items]
    flat = all(len(item.blocks) == 1 and not _NAMED.match(item.text) for item in items)
    long = [_is_clause(item.text) for item in items]
    only = all(isinstance(block, List) for block in blocks)
    return only and flat and sum(long) * 2 > len(long)


def _is_clause(text: str) -> bool:
    """Whether one of the parts of a text is too long for a name, and in Japanese has a verb."""
    parts = _ASIDES.sub("", text).split("、")
    return any(
        len(SOLID.findall(part)) >= _FEWEST_SIGNS
        and (not _KANA.search(part) or _VERBAL.search(part))
        for part in parts
    )


_FEWEST_SIGNS = 14
_ASIDES = re.compile(r"[(（][^()（）]*[)）]")
_KANA = re.compile("[\u3041-\u3096]")
_VERBAL = re.compile("[をがは]|[るたすい。]$")
"""What goes with a verb in Japanese, or ends it."""
_NAMED = re.compile(r"[^:：，。]{1,20}[:：]|\*\*[^*]{1,40}\*\*\s")


def _is_set_apart(text: str) -> bool:
    """Whether a line has columns, or an address where it begins or ends."""
    words = text.split()
    return "\t" in text or any(is_url(one) for one in (words[0], words[-1]))
