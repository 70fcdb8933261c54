"""Interests: groups with their keywords, or one by one."""

from __future__ import annotations

import re

from typeset.importers.text.entries.bodies import unquoted
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.sections.statements import are_clauses
from typeset.importers.text.skills.skills import read_skills


def read_interests(blocks: list[Block], record: Record) -> list[Entry] | None:
    """Interests: groups as in skills, or one interest an item."""
    if any(isinstance(block, Paragraph) and _is_prose(block.text, record) for block in blocks):
        return None
    told = not are_clauses(blocks)  # these are prose, as among skills
    groups = read_skills(unquoted(blocks), record, titled=told)
    if groups is None:
        return None
    return [
        entry
        for group in groups
        for entry in (
            [_ungraded(group)]
            if "name" in group
            else [{"name": word} for word in group["keywords"]]
        )
    ]


_STOP = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s+(?=[^\W\d_a-zà-ÿ])")
_FEWEST_TOLD = 3


def _is_prose(text: str, record: Record) -> bool:
    """Whether a text is sentences and no list: "I sail on whatever floats. No shanties."

    A list may stand between full stops; none of its items is a clause with small words.
    """
    small = record.vocabulary.small_words
    clauses = [part.split() for part in re.split(r"[,;.!?]\s+", text)]
    told = any(len(one) >= _FEWEST_TOLD and small & {*map(str.casefold, one)} for one in clauses)
    return told and len(_STOP.split(text)) > 1


def _ungraded(group: Entry) -> Entry:
    """An interest, whose level as a skill is a keyword of it like others."""
    words = [*([group["level"]] if "level" in group else []), *group.get("keywords", ())]
    return {"name": group["name"], **({"keywords": words} if words else {})}
