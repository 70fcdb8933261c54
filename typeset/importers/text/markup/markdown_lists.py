"""Lists as their authors meant them, where CommonMark reads another thing.

Bullets of the author's own, bullets behind bullets, and lines at the margin that go on with none.
"""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import is_open, is_own_line
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.line_ends import is_wrapped, settled
from typeset.importers.text.markup.rows import WORD_BULLETS
from typeset.importers.text.record import Record


def without_empty_marks(item: ListItem) -> list[ListItem]:
    """The items of a list that stands behind a bullet in place of its text: `- - text`.

    A heading there is a text in bold.
    """
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, Heading) and not _is_outline(item):
        bold = first.text if "*" in first.text else f"**{first.text}**"
        item.blocks[0] = Paragraph([Line(first.line, bold)])
    if not isinstance(first, List) or not first.items:
        return [item]
    first.items[-1].blocks += item.blocks[1:]
    return first.items


def without_own_lines(found: List, record: Record) -> list[Block]:
    """A list, cut where a line of its own stands right under a bullet, at the margin.

    To CommonMark it goes on with the bullet; to its author it is none of it. An item that holds
    headings of one rank is no item: a bullet stands before the document, or a part of it.
    """
    blocks: list[Block] = []
    start = found.start
    items: list[ListItem] = []
    for item in found.items:
        if _is_outline(item):
            record.choose(item.line, "headings-behind-a-bullet", "-", "no item of a list")
            blocks += [List(items[0].line, items, start), *item.blocks] if items else item.blocks
            items = []
            continue
        items.append(item)
        last = _last_paragraph(item)
        lines = last.lines if last else []
        own = next((at for at in range(1, len(lines)) if _is_own(lines, at, record)), 0)
        if last and own:
            last.lines = lines[:own]
            blocks += [List(items[0].line, items, start), Paragraph(settled(lines[own:]))]
            start = start + len(items) if start is not None else None
            items = []
    if items:
        blocks.append(List(items[0].line, items, start))
    return blocks


def _is_outline(item: ListItem) -> bool:
    """Whether an item begins with a heading and holds another that is as high."""
    first = item.blocks[0] if item.blocks else None
    return isinstance(first, Heading) and any(
        isinstance(block, Heading) and block.level <= first.level for block in item.blocks[1:]
    )


def _is_own(lines: list[Line], at: int, record: Record) -> bool:
    text = lines[at].text
    margin = record.excerpt(lines[at].number)[:1].strip()
    wrapped = is_wrapped([lines[at - 1].text, text]) or is_open(lines[at - 1].text, record)
    return bool(margin) and not wrapped and is_own_line(text, record)


def _last_paragraph(item: ListItem) -> Paragraph | None:
    last = item.blocks[-1] if item.blocks else None
    while isinstance(last, List):
        last = last.items[-1].blocks[-1] if last.items and last.items[-1].blocks else None
    return last if isinstance(last, Paragraph) else None


_DOT = re.compile(
    rf"(?:[•‣▪●○■◦▸▹↳⁃➢➤►❖✓✔✅☑・･ㆍ{WORD_BULLETS}]\ufe0f?)[ \t\u00a0]*(?:[-–][ \t]*)?(?=\S)"
)
"""A bullet of the author's own, which CommonMark takes for text."""


def with_dots(lines: list[Line]) -> list[Block]:
    """Lines that begin with a bullet as a list, under what stands before them.

    A single one is a list's only item where it is all, or its author ended the line over it.
    """
    starts = {at for at, part in enumerate(lines) if _DOT.match(part.text)}
    one_line = starts and len(lines) == 1 and len(re.findall("[•●]", lines[0].text)) > 1
    alone = len(starts) < 2 and len(lines) > 1 and not lines[-1].hard
    if alone and (at := min(starts, default=0)):
        alone = not lines[at - 1].hard  # its author ended the line over it
    if not starts or one_line or alone:
        return [Paragraph(lines)] if lines else []
    items: list[ListItem] = []
    begin = min(starts)
    for at in range(begin, len(lines)):
        part = lines[at]
        if at in starts:
            text = _DOT.sub("", part.text, count=1)
            items.append(ListItem(part.number, [Paragraph([Line(part.number, text, part.hard)])]))
        else:
            first = items[-1].blocks[0]
            assert isinstance(first, Paragraph)
            first.lines.append(part)
    before: list[Block] = [Paragraph(lines[:begin])] if begin else []
    return [*before, List(lines[begin].number, items)]
