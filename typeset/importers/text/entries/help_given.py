"""Help given, a line each, of which not all say when: "Treasurer, Ash Choir" under a dated line."""

from __future__ import annotations

from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.lines import SENTENCE_END, is_head_line
from typeset.importers.text.heads.words import KINDS, names, names_owner
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import begins_large

_KIND = "volunteer"


def lines_as_items(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Paragraphs of which each line is a role and whose it was, as a list with an item each.

    Nothing tells the lines apart but that: their dates do, where each has one, and where none has,
    they are told as undated heads are.
    """
    texts = [block for block in blocks if isinstance(block, Paragraph)] if kind == _KIND else []
    lines = [line for block in texts for line in block.lines] if len(texts) == len(blocks) else []
    dated = [bool(find_date(unstyle(line.text), record.vocabulary)) for line in lines]
    if all(dated) or not any(dated) or not all(_is_post(line, record) for line in lines):
        return blocks
    record.choose(lines[0].number, "role-in-each-line", lines[0].text, "an entry each")
    items = [ListItem(one.number, [Paragraph([Line(one.number, one.text)])]) for one in lines]
    return [List(lines[0].number, items, None)]


def _is_post(line: Line, record: Record) -> bool:
    """Whether a line names a role and whose it was, and is no sentence."""
    plain = unlink(unstyle(line.text))[0].strip()
    if not begins_large(plain) or SENTENCE_END.search(plain) or not is_head_line(plain, record):
        return False
    mark = record.mark()
    head = read_head([(line.number, line.text)], _KIND, record)
    record.reset(mark)
    if not head.what or not begins_large(head.who):
        return False
    return names(KINDS[_KIND].what, head.what, record) or names_owner(head.who, record)
