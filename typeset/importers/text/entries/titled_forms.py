"""Entries whose first line is a name and whose next ones are labelled, as forms have them.

"Moss Bakery" over "Position: Baker" and "Period: May 2015 – June 2018".
"""

from __future__ import annotations

from typeset.importers.text.entries.labelled import add_line, is_date, is_dated, labelled
from typeset.importers.text.heads.lines import Found, RawEntry, is_head_line
from typeset.importers.text.heads.words import KINDS
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_FACTS = frozenset({"role", "organisation"})
_MOST_HEADS = 2


def by_titled_forms(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Entries of such lines; None where the section does not begin with one of them.

    What follows without a name of its own belongs to the entry above it; a date in it without
    a label says that the section's entries are of another form.
    """
    if kind not in (*KINDS, "projects") or not blocks or not _heads(blocks[0], record):
        return None
    entries: list[RawEntry] = []
    for block in blocks:
        lines = block.lines if isinstance(block, Paragraph) else []
        if count := _heads(block, record):
            entries.append(RawEntry([(line.number, line.text) for line in lines[:count]]))
            for line in lines[count:]:
                if is_date(line.text, record) and not is_dated(entries[-1], record):
                    entries[-1].head.append((line.number, line.text))
                else:
                    add_line(entries[-1], line, record)
        elif lines and labelled(lines[0].text, record)[0]:
            for line in lines:
                add_line(entries[-1], line, record)
        elif lines and find_date(unstyle(lines[0].text), record.vocabulary):
            return None
        else:
            entries[-1].body.append(block)
    record.choose(blocks[0].line, "lines-below-name", entries[0].head[0][1], "entries, one a form")
    return [], entries


def _heads(block: Block, record: Record) -> int:
    """How many lines of a paragraph stand over one that says by its label who, what or when.

    One or two, without a date; 0 for other blocks.
    """
    lines = block.lines if isinstance(block, Paragraph) else []
    told = [labelled(line.text, record) for line in lines[: _MOST_HEADS + 1]]
    count = next((at for at, (_, label, _) in enumerate(told) if label), 0)
    texts = [unstyle(line.text) for line in lines[:count]]
    if not count or any(find_date(text, record.vocabulary) for text in texts):
        return 0
    name, _, value = told[count]
    dated = name == "dates" and find_date(unstyle(value), record.vocabulary)
    fact = dated if count > 1 or name == "dates" else value and name in _FACTS
    return count if fact and all(is_head_line(text, record) for text in texts) else 0
