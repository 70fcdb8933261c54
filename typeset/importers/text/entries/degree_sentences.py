"""Degrees in a line that goes on in sentences: "BA in Art, Bath, 2011. With distinction"."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.heads.lines import is_head_line
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import masked, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_STOP = re.compile(
    r"(?:(?<=\w{4})|(?<=[^\W\d_]{4}\*\*)|(?<=[)”»\"'\0]))\.(?=\s+(?:[^\W\d_a-zà-ÿ]|\0))"
)
_STOP_IN_BOLD = re.compile(r"^(\*\*[^*]+)\.\*\*(?=\s)")
_LABELLED = re.compile(r"[^\W\d_a-zà-ÿ][^:：,;.]{1,30}[:：]\s*\S")
_MOST_PARTS = 3
"""Sentences that a degree, its school and its date may fill."""


def degrees_cut(blocks: list[Block], record: Record) -> list[Block]:
    """Lines of a degree, a school and a date with sentences behind these, cut in front of them.

    A labelled item without any of these is said of the degree in the item over it.
    """
    return [_cut(block, record) for block in blocks]


def _cut(block: Block, record: Record) -> Block:
    if isinstance(block, List):
        items = [ListItem(item.line, _apart(item.blocks, record)) for item in block.items]
        return List(block.line, _under_degrees(items, record), block.start)
    return _lines_cut(block, record) if isinstance(block, Paragraph) else block


def _apart(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks of an item, what is said of its degree as a paragraph under the head."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or any(line.hard for line in first.lines[:-1]):
        return blocks
    head, said = _parts(first.text, record)
    if not head:
        return blocks
    record.choose(first.line, "degree-then-sentence", head[0], "an entry")
    lines = [Line(first.line, part, True) for part in head]
    below: list[Block] = [Paragraph([Line(first.line, said)])] if said else []
    return [Paragraph(lines), *below, *blocks[1:]]


def _under_degrees(items: list[ListItem], record: Record) -> list[ListItem]:
    """Items, those that are a label and its value in the dated one over them: "Thesis: Moss"."""
    result: list[ListItem] = []
    for item in items:
        plain = unlink(unstyle(item.text))[0]
        above = unlink(unstyle(result[-1].text))[0] if result else ""
        told = find_date(above, record.vocabulary) and _is_taught(above, record)
        own = find_date(plain, record.vocabulary) or _is_taught(plain, record)
        if not told or own or not _LABELLED.match(plain):
            result.append(item)
            continue
        record.choose(item.line, "label-under-degree", plain, "said of the degree")
        *others, last = result[-1].blocks
        inner = [*last.items, item] if isinstance(last, List) else [item]
        kept = others if isinstance(last, List) else result[-1].blocks
        result[-1] = ListItem(result[-1].line, [*kept, List(inner[0].line, inner)])
    return result


def _lines_cut(block: Paragraph, record: Record) -> Paragraph:
    plain = [unlink(unstyle(line.text))[0] for line in block.lines]
    each = all(_is_taught(text, record) and find_date(text, record.vocabulary) for text in plain)
    soft = not any(line.hard for line in block.lines)
    if not each and len(plain) > 1 and soft:
        head, said = _parts(" ".join(line.text for line in block.lines), record)
        lines = [Line(block.line, part, True) for part in head]
        return Paragraph(lines, block.indented) if head and not said else block
    if not each and not all(line.hard for line in block.lines[:-1]):
        return block
    lines = []
    for line in block.lines:
        head, said = _parts(line.text, record)
        if head:
            record.choose(line.number, "degree-then-sentence", head[0], "an entry")
        whole = line.text.removesuffix(".") if each else line.text
        parts = [*head, *([said] if said else [])] or [whole]
        lines += [Line(line.number, part, True) for part in parts[:-1]]
        lines.append(Line(line.number, parts[-1], line.hard or each))
    return Paragraph(lines, block.indented)


def _parts(text: str, record: Record) -> tuple[list[str], str]:
    """The sentences that are a dated degree, and those behind them; none for other lines."""
    text = _STOP_IN_BOLD.sub(r"\1**.", text)
    shown, short = masked(text), record.vocabulary["shortened"]
    ends = [
        match.start()
        for match in _STOP.finditer(shown)
        if key(shown[: match.start()].split()[-1]) not in short  # "Dipl. Technikerin"
    ]
    edges = [-1, *ends, len(text)]
    parts = [text[a + 1 : b].strip() for a, b in pairwise(edges)]
    plain = [unlink(unstyle(part))[0] for part in parts]
    if _is_undated_degree(parts, plain, record):
        return [part.removesuffix(".") for part in parts], ""
    dated = [at for at, part in enumerate(plain) if find_date(part, record.vocabulary)]
    if not ends or not dated or dated[0] >= _MOST_PARTS:
        return [], ""
    head, said = parts[: dated[0] + 1], text[edges[dated[0] + 1] + 1 :].strip()
    school = any(names("schools", part, record) for part in plain[: len(head)])
    below = any(names("schools", part, record) for part in plain[len(head) :])
    taught = _is_taught(" ".join(plain[: len(head)]), record) and (school or not below)
    if not taught or not all(is_head_line(part, record) for part in head):
        return [], ""
    return (head, said) if len(head) > 1 or said else ([], "")


def _is_undated_degree(parts: list[str], plain: list[str], record: Record) -> bool:
    """Whether sentences are a degree, its school and what is left: "MA. Moss College. Botany."."""
    few = 1 < len([part for part in parts if part]) == len(parts) <= _MOST_PARTS
    if not few or any(find_date(part, record.vocabulary) for part in plain):
        return False
    degree = [at for at, part in enumerate(plain) if names("degrees", part, record)]
    school = [at for at, part in enumerate(plain) if names("schools", part, record)]
    apart = bool(degree and school and degree[:1] != school[:1])
    return apart and all(is_head_line(part, record) for part in parts)


def _is_taught(text: str, record: Record) -> bool:
    return any(names(words, text, record) for words in ("degrees", "schools"))
