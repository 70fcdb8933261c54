"""Pages whose side column was copied before their main one."""

from __future__ import annotations

import re
import unicodedata

from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of

_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,4}")
_LONGEST_SIDE = 40


def name_behind_sidebar(blocks: list[Block], record: Record) -> list[Block]:
    """A page whose side column was copied first ("Contact", "Top Skills"): the name to the front.

    The name is told by the address that holds a part of it, over the first title of the page.
    """
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or "contact" not in kinds_of(
        unstyle(first.lines[0].text), record.vocabulary
    ):
        return blocks
    address = _folded(" ".join(line.text for line in first.lines[1:]))
    for at, block in enumerate(blocks[1:_LONGEST_SIDE], 1):
        if not isinstance(block, Paragraph) or not 1 < len(block.lines) <= 4:
            continue
        name = unstyle(block.lines[0].text).strip()
        parts = [part for part in re.findall(r"\w+", _folded(name)) if len(part) > 3]
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        titled = isinstance(below, Paragraph) and set(
            kinds_of(unstyle(below.lines[0].text), record.vocabulary)
        ) & {"summary", "work"}
        named = _NAME.fullmatch(name) and any(part in address for part in parts)
        if titled and named and not kinds_of(name, record.vocabulary):
            record.choose(block.line, "name-behind-sidebar", name, "the name, over its contacts")
            return [block, *blocks[:at], *blocks[at + 1 :]]
    return blocks


def _folded(text: str) -> str:
    """A text in small letters without accents, as addresses spell names."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if not unicodedata.combining(character))
