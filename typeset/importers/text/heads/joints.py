"""Heads whose parts a word or a link joins: role and organisation, degree and school."""

from __future__ import annotations

from typeset.importers.text.heads.cuts import STRONG
from typeset.importers.text.heads.joined_owners import (
    for_whom,
    linked_owner,
    linked_school,
    may_be_town,
)
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.places import place
from typeset.importers.text.heads.words import EDUCATION, WORK
from typeset.importers.text.markup.inline import split_top
from typeset.importers.text.record import Record


def by_joint(head: Head, marked: str, title: str, metas: list[str], record: Record) -> bool:
    """Read a role that a word or a link joins to its organisation; False for others."""
    whole, *town = split_top(title, STRONG) or [""]  # a title may be no more than marks
    if len(town) != 1 or not may_be_town(town[0], record):
        whole, town = title, []
    if joined := for_whom(whole, metas, record):
        head.what, head.who, head.where = joined
        place(head, town, WORK, record)
    elif linked := linked_owner(marked, title, metas, record):
        head.what, head.who, metas = linked
        head.url = "" if "](" in head.who else head.url  # each of several has its own
    else:
        return False
    place(head, metas, WORK, record)
    return True


def by_linked_school(head: Head, marked: str, title: str, metas: list[str], record: Record) -> bool:
    """Read a degree before a row of links that names its school; False for others."""
    linked = linked_school(marked, title, record)
    if not linked:
        return False
    head.what, head.who, behind = linked
    head.url = ""  # each of several has its own
    place(head, [behind, *metas], EDUCATION, record)
    return True
