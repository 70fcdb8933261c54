"""What a project is made with, behind its label or in a style of its own → its keywords.

"Tech: Nim, SQLite" in a line, paragraph or bullet of its own; "**Stack**" over a list; or
"*Nim | SQLite | Qt*" in one style all through.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.bodies import read_body
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph, joined
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.skills.words import in_sentences, split_keywords
from typeset.importers.text.words.scripts import SOLID
from typeset.importers.text.words.vocabulary import label_key

_LABELLED = re.compile(
    r"\W{0,4}?(?P<label>[^\W\d_](?:[^:：*|\n]{0,38}[^\W_])?)"
    r"(?:\s*(?:\*{1,3}\s*)?(?:[:：]{1,2}|\s[–—-])\s*(?:\*{1,3})?|\*{2,3}|(?<=[^\x00-\u2fff])\s)"
    r"\s*(?P<list>\S.*)",
    re.DOTALL,
)
"""A label, and its list: "**Tech:** Nim", "Tech :: Nim", "**Tech** Nim", "技術 Nim"."""
_LONGEST_TECHNIQUE = 4
_LONGEST_SOLID = 20
"""How many words, or signs of a script without spaces, the name of a technique has at most."""
_FEWEST_UNLABELLED = 3


def read_project(blocks: list[Block], record: Record) -> Entry:
    """The blocks under a project's name: its keywords, and its `summary` and `highlights`."""
    keywords, left = take_techniques(blocks, record)
    return {**({"keywords": keywords} if keywords else {}), **read_body(left)}


def take_techniques(blocks: list[Block], record: Record) -> tuple[list[str], list[Block]]:
    """The techniques that blocks name in places of their own, and the blocks without these."""
    keywords: list[str] = []
    left: list[Block] = []
    for block in blocks:
        over = left[-1] if left else None
        label = over.text if isinstance(over, Paragraph) else ""
        if _is_label(label, record) and (listed := _listed(block)):
            record.use_label(left.pop().line, _bare(label), _WORDS)
            keywords += listed
        elif isinstance(block, Paragraph):
            found, lines = _of_lines(block, record)
            keywords += found
            left += [Paragraph(lines, block.indented)] if lines else []
        elif isinstance(block, List):
            told = [_of_item(item.blocks, record) for item in block.items]
            items = [item for item, words in zip(block.items, told, strict=True) if not words]
            keywords += [word for words in told for word in words]
            left += [List(block.line, items, block.start)] if items else []
        else:
            left.append(block)
    return keywords, left


_WORDS = "techniques"


def _bare(text: str) -> str:
    return unstyle(text).strip(" :：[]【】\n")


def _is_label(text: str, record: Record) -> bool:
    """Whether a text is a label of techniques and no more."""
    return len(text) <= _LONGEST_LABEL and label_key(_bare(text)) in record.vocabulary[_WORDS]


_LONGEST_LABEL = 44


def _listed(block: Block) -> list[str]:
    """The names that a list holds as its items, or a paragraph as one list; [] for others."""
    if isinstance(block, Paragraph):
        return named(block.text)
    items = block.items if isinstance(block, List) else []
    flat = all(len(item.blocks) == 1 for item in items)
    told = [named(item.text) for item in items] if flat else []
    if sum(map(len, told)) < len(items):
        return []
    # Among names, what is longer than one is one as well.
    return [
        word
        for item, words in zip(items, told, strict=True)
        for word in words or [unstyle(item.text)]
    ]


def _of_lines(block: Paragraph, record: Record) -> tuple[list[str], list[Line]]:
    """The techniques of a paragraph, and its lines without these; a list of them may wrap."""
    if words := _styled(block.text):
        record.choose(block.line, "techniques-by-style", block.text, "keywords")
        return words, []
    words, left, at = [], [], 0
    while at < len(block.lines):
        end = _end_of_list(block.lines, at)
        for last in dict.fromkeys((end, at + 1)):
            text = joined(block.lines[at:last]).replace("\\\n", " ")
            if found := behind_label(text, block.lines[at].number, record):
                words += found
                at = last
                break
        else:
            left.append(block.lines[at])
            at += 1
    return words, left


def _end_of_list(lines: list[Line], at: int) -> int:
    """Where the list that a line begins ends: its author's end of line, but behind a comma."""
    most = min(len(lines), at + _MOST_LINES)
    ends = (i for i in range(at, most) if lines[i].hard and not lines[i].text.endswith(","))
    return next(ends, most - 1) + 1


_MOST_LINES = 5


def _styled(text: str) -> list[str]:
    """The names in a list of one style: in italics, or each of them as code is; else []."""
    style, inner = wholly(text)
    if "`" in text and not re.sub(r"`[^`]+`|[\s·,|]", "", text):
        words = named(text)  # badges
        return words if len(words) >= _FEWEST_UNLABELLED else []
    return unlabelled(inner) if style in ("em", "code") else []


def unlabelled(text: str) -> list[str]:
    """The names in a list that has no label: bars or dots part them, or all have capitals."""
    words = named(text)
    sure = re.search(r"\s[|·•]\s", text) or all(re.search(r"[A-Z\d]", word) for word in words)
    return words if len(words) >= _FEWEST_UNLABELLED and sure else []


def _of_item(blocks: list[Block], record: Record) -> list[str]:
    """The techniques that an item names behind their label, and nothing else."""
    first = blocks[0] if len(blocks) == 1 else None
    return behind_label(first.text, first.line, record) if isinstance(first, Paragraph) else []


def behind_label(text: str, line: int, record: Record) -> list[str]:
    """The techniques that a text lists behind their label, "Tech: Nim, SQLite"; [] for others."""
    match = _LABELLED.fullmatch(text.strip()) if len(text) < _LONGEST_LINE else None
    if not match or label_key(match["label"]) not in record.vocabulary[_WORDS]:
        return []
    words = named(match["list"])
    if words:
        record.use_label(line, match["label"], _WORDS)
    return words


_LONGEST_LINE = 400


def named(text: str) -> list[str]:
    """The names in a list; [] where a part of it says more than a name does."""
    words = [] if in_sentences(unstyle(text)) else split_keywords(text.strip())
    bare = [unstyle(word).strip() for word in words]
    return bare if all(_is_name(word) for word in bare) else []


def _is_name(word: str) -> bool:
    """Whether a part of a list is short enough for a name, brackets not counted."""
    plain = re.sub(r"\s*\([^()]*\)|（[^（）]*）", "", word)
    solid = len(SOLID.findall(plain)) <= _LONGEST_SOLID
    return 0 < len(plain.split()) <= _LONGEST_TECHNIQUE and solid and "://" not in word
