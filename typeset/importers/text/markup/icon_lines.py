"""Lines that begin with pictures, as under the heading of a position: "🏢 Moss Inn", "📅 2019"."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date

_ICON = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
                   "[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*\\s*")  # fmt: skip


def lines_with_icons(blocks: list[Block], record: Record) -> list[Block]:
    """Paragraphs whose every line begins with a picture, one of them a date: lines that end.

    A renderer may set them in one line; the pictures tell the parts of a head apart all the same.
    Over them a line in bold, which needs no picture, may say what one was or learned.
    """
    return [_ended(block, record) if isinstance(block, Paragraph) else block for block in blocks]


def _ended(block: Paragraph, record: Record) -> Paragraph:
    texts = [line.text.strip() for line in block.lines]
    marked = [bool(_ICON.match(text)) for text in texts]
    bold = wholly(texts[0])[0] == "strong" and block.lines[0].hard
    if len(texts) < 2 or not all(marked[1:]) or not (marked[0] or bold):
        return block
    bare = [_ICON.sub("", text, count=1) for text in texts]
    if not any(is_only_date(unlink(unstyle(text))[0], record.vocabulary) for text in bare):
        return block
    record.choose(block.line, "lines-with-icons", texts[0], "a line of its own each")
    last = len(bare) - 1
    lines = [
        Line(line.number, text, at < last)
        for at, (line, text) in enumerate(zip(block.lines, bare, strict=True))
    ]
    return Paragraph(lines, block.indented)


def without_icons(found: List) -> List:
    """A list whose items all begin with one picture without it: "- 🔹 Nim", "- 🔹 SQL".

    It is their bullet, a second time; pictures that differ ("📧", "📞") tell something.
    """
    firsts = [item.blocks[0] if item.blocks else None for item in found.items]
    begun = [one.lines[0] if isinstance(one, Paragraph) else None for one in firsts]
    icons = [_ICON.match(line.text) if line else None for line in begun]
    signs = {icon[0].strip() if icon else "" for icon in icons}
    if len(found.items) < _FEWEST_ITEMS or len(signs) > 1 or "" in signs:
        return found
    for line, icon in zip(begun, icons, strict=True):
        if line and icon and line.text[icon.end() :].strip():
            line.text = line.text[icon.end() :]
    return found


_FEWEST_ITEMS = 2
