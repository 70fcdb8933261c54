"""Projects without marks or dates: each a line with its name over what is said of it."""

from __future__ import annotations

import re

from typeset.importers.text.entries.sections import make_entry
from typeset.importers.text.header.addresses import is_page_alone
from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry, is_head_line
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unescape, unlink, unstyle
from typeset.importers.text.markup.line_ends import settled
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection

_FEWEST = 2
_LONGEST_NAME = 14


def by_named_paragraphs(raw: RawSection, record: Record) -> list[Entry]:
    """Paragraphs whose first lines are names, over a text or a list; none for other sections.

    A name is a short line that its author ended, no sentence and no label with its value; what
    is under it begins anew, with a capital.
    """
    found: list[RawEntry] = []
    for at, block in enumerate(raw.blocks):
        below = raw.blocks[at + 1] if at + 1 < len(raw.blocks) else None
        lines = block.lines if isinstance(block, Paragraph) else []
        if lines and _is_name_over(lines, isinstance(below, List), record):
            name = lines[0].text.strip().rstrip("\\:：")
            said = settled(lines[1:]) if lines[1:] else []
            if _is_page(lines[1:2]):  # a line of its own, whatever ends it
                said = [Line(lines[1].number, lines[1].text, True), *settled(lines[2:])]
            body = [Paragraph(said)] if said else []
            found.append(RawEntry([(lines[0].number, name)], [*body]))
        elif found and (isinstance(block, List) or _is_said(lines)):
            found[-1].body.append(block)
        else:
            return []
    if len(found) < _FEWEST and not _is_alone(raw.blocks):
        return []
    record.choose(raw.line, "names-over-texts", raw.title, "projects, a paragraph each")
    return [
        make_entry(read_head(one.head, "projects", record), one, "projects", record)
        for one in found
    ]


def _is_alone(blocks: list[Block]) -> bool:
    """Whether blocks are one short name over a list of what is said of it, and names no others.

    Its page tells it too: "lampctl" over "moss.org/lampctl" and a sentence.
    """
    lines = blocks[0].lines if isinstance(blocks[0], Paragraph) else []
    if lines and len(lines[0].text.split()) <= _LONGEST_ALONE:
        last = lines[0].text.split()[-1].strip("\\()<>")
        beside = Line(lines[0].number, last)  # "lampctl (moss.org/lampctl)"
        if any(_is_page(some) for some in (lines[1:2], lines[1:][-1:], [beside])):
            return True
    if len(blocks) != _FEWEST or not isinstance(blocks[0], Paragraph):
        return False
    items = blocks[1].items if isinstance(blocks[1], List) else []
    short = len(blocks[0].lines) == 1 and len(blocks[0].text.split()) <= _LONGEST_ALONE
    return short and bool(items) and not any(_NAMED.match(item.text) for item in items)


_LONGEST_ALONE = 6
_NAMED = re.compile(r"[^.!?]{2,40}?(?:\s[–—|-]\s|:\s)|\*\*|\[")
"""An item that begins with a name of its own."""


def _is_name_over(lines: list[Line], over_list: bool, record: Record) -> bool:
    """Whether the first of a paragraph's lines is a name over the others, or over a list."""
    first, *others = lines
    plain = unlink(unstyle(first.text))[0].strip()
    short = 0 < len(plain.split()) <= _LONGEST_NAME and is_head_line(first.text, record)
    if not short or SENTENCE_END.search(plain) or not _NAME.match(plain):
        return False
    if re.search(r"[:：]\s+\S|,$", plain):
        return False
    if not others:
        return over_list
    if _is_page(others[:1]):
        return True
    return first.hard and bool(re.match(r"[^\W_a-z]", unlink(unstyle(others[0].text))[0]))


def _is_page(lines: list[Line]) -> bool:
    """Whether a line is an address and no more."""
    return bool(lines) and is_page_alone(unescape(lines[0].text.strip().rstrip("\\")))


_NAME = re.compile(r"[^\W_a-z]|[a-z][\w.-]*(?:$|,? [|(\[–—-]|, \S*[.]\S)")
"""How a name begins: in a capital, or as one word that a sign or no more follows ("lampctl")."""


def _is_said(lines: list[Line]) -> bool:
    """Whether the lines of a paragraph are a sentence: more of what is said of the one above."""
    return bool(lines) and bool(SENTENCE_END.search(unstyle(lines[-1].text)))
