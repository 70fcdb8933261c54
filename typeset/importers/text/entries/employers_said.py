"""What is said of an employer, and not of what one did there: its `description`.

Three signs tell: the text stands between the employer's line and the role's, or over the roles
held there, each with its own texts; or its label says so ("事業内容：…").
"""

from __future__ import annotations

import re

from typeset.importers.text.header.facts import is_lasting
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.markup.blocks import Block, Line, Paragraph, to_markdown
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import label_key


def take_said(head: Head, raw: RawEntry, record: Record) -> str:
    """Take what is said of the employer from the texts under a head; "" where nothing is."""
    first = raw.body[0] if raw.body else None
    if not isinstance(first, Paragraph) or is_lasting(unstyle(first.text), record):
        return ""  # "5 years 6 months" is no word on who employs
    labelled = _labelled_lines(first.lines, record)
    if labelled:
        left = first.lines[labelled:]
        raw.body[:1] = [Paragraph(left, first.indented)] if left else []
        return _shown(Paragraph(first.lines[:labelled]), "said-of-employer", record)
    alone = len(raw.body) == 1 and raw.employer and bool(raw.inner) and not head.what
    if not _LABEL.match(unstyle(first.text)) and (alone or _is_between(head, raw, first)):
        del raw.body[0]
        return _shown(first, "said-over-roles", record)
    return ""


def tells_employer(block: Block, record: Record) -> bool:
    """Whether each line of a paragraph tells a fact of the employer by its label."""
    lines = block.lines if isinstance(block, Paragraph) else []
    return bool(lines) and _labelled_lines(lines, record) == len(lines)


def _shown(block: Block, rule: str, record: Record) -> str:
    text = to_markdown([block])
    record.choose(block.line, rule, text, "description")
    return text


def _labelled_lines(lines: list[Line], record: Record) -> int:
    """How many lines a paragraph begins with whose labels tell facts of the employer."""
    facts = record.vocabulary["employer_facts"]
    for count, line in enumerate(lines):
        label = _LABEL.match(unstyle(line.text))
        if not label or label_key(label[1]) not in facts:
            return count
    return len(lines)


_LABEL = re.compile(r"([^:：]{2,30}?)\s*[:：]")


def _is_between(head: Head, raw: RawEntry, said: Paragraph) -> bool:
    """Whether a text stands under the employer's line of a head and over that of the role."""
    who = _line_of(head.who, raw)
    what = _line_of(head.what, raw)
    return bool(who and what) and who < said.line < what


def _line_of(text: str, raw: RawEntry) -> int:
    """The line of a head on which a text of it stands; 0 for none."""
    shown = ((number, unlink(unstyle(line))[0]) for number, line in raw.head)
    return next((number for number, line in shown if text and line.startswith(text)), 0)
