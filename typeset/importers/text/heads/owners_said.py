"""What is said of an organisation between its name and the role held there.

"Moss School — Leeds", "A free school of three hundred.", then "Teacher – 2016 – 2018".
"""

from __future__ import annotations

from typeset.importers.text.heads.lines import SENTENCE_END, is_dated_head, is_head_line
from typeset.importers.text.heads.words import KINDS, names
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_FEWEST = 2
_SHORTEST_SENTENCE = 5


def with_lines_said(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """A sentence set in under an organisation, over a dated role, as a line below the name.

    Plain text has it as a list of one; where several entries are built so it is none.
    """
    places = [at for at in range(len(blocks) - 2) if _is_said(blocks[at : at + 3], kind, record)]
    if len(places) < _FEWEST:
        return blocks
    result: list[Block] = []
    for at, block in enumerate(blocks):
        above = blocks[at - 1] if at - 1 in places else None
        if isinstance(above, Paragraph) and isinstance(block, List):
            first = above.lines[0]
            item = block.items[0]
            said = item.blocks[0]
            assert isinstance(said, Paragraph)
            result[-1] = Paragraph([Line(first.number, first.text, True), *said.lines])
        else:
            result.append(block)
    return result


def says_of_owner(block: Paragraph, record: Record) -> bool:
    """Whether a sentence stands below the one line that a paragraph begins with, or italics do."""
    first, *others = block.lines
    if not others or wholly(first.text)[0] == "em":
        return False
    aside = wholly("\n".join(line.text for line in others))[0] == "em"
    if not aside and not (first.hard and SENTENCE_END.search(others[-1].text)):
        return False
    return not any(
        is_head_line(line.text, record) and find_date(line.text, record.vocabulary)
        for line in others
    )


def _is_said(blocks: list[Block], kind: str, record: Record) -> bool:
    """Whether three blocks are a name, one sentence in a list, and a role with its period."""
    owner, said, role = blocks
    if not isinstance(owner, Paragraph) or not isinstance(role, Paragraph):
        return False
    if len(owner.lines) > 1 or not isinstance(said, List) or len(said.items) > 1:
        return False
    item = said.items[0]
    if len(item.blocks) != 1 or not isinstance(item.blocks[0], Paragraph):
        return False
    sentence = item.text.endswith(".") and len(item.text.split()) >= _SHORTEST_SENTENCE
    named = not find_date(owner.text, record.vocabulary) and not SENTENCE_END.search(owner.text)
    held = names(KINDS[kind].what, role.lines[0].text, record)
    return sentence and named and held and is_dated_head(role.lines[0].text, record)


def is_owner_in_time(item: ListItem, record: Record) -> bool:
    """Whether an item over all the bullets of a role is whose and when: "Moss Inn (2019 – 21)"."""
    first, below = item.blocks[:2]
    one = isinstance(first, Paragraph) and len(first.lines) == 1 and isinstance(below, List)
    return one and is_dated_head(item.text, record) and not names("roles", item.text, record)
