"""Roles that no list has, in the line under an employer in which the other entries have theirs.

"Holm Council" / "Librarian", "2018 – 2020"; then "Moss Ltd" / "Dispenser, Pharmacy Department".
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.role_leads import take_role
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record

_LONGEST = 7


def take_roles(pending: list[tuple[Head, RawEntry]], record: Record) -> None:
    """Give positions without a role the one below: as its words tell, else as the others have it.

    An unknown one follows where half as many others have a known role in their line below.
    """
    for head, raw in pending:
        take_role(head, raw, record)
    formed = [(head, raw) for head, raw in pending if head.who in _plain(raw.head[0][1])]
    told = sum(_has_role_below(head, raw, record) for head, raw in formed)
    bare = [(head, raw) for head, raw in formed if head.who and not head.what and not raw.inner]
    for head, raw in bare if told * 2 >= len(bare) else ():
        line, role = _line_below(head, raw, record)
        if role:
            head.what = role
            record.choose(line, "role-by-neighbours", f"{role} / {head.who}", role)


def _has_role_below(head: Head, raw: RawEntry, record: Record) -> bool:
    """Whether the first line names the employer alone, and the one below it a role."""
    if raw.employer and raw.inner:
        return True
    if not head.who or not head.what or head.what in _plain(raw.head[0][1]):
        return False
    return names("roles", head.what, record)


def _line_below(head: Head, raw: RawEntry, record: Record) -> tuple[int, str]:
    """The line under an employer's that no field has taken for more than a remark or a place."""
    if len(raw.head) > 1:
        line, text = raw.head[1][0], _plain(raw.head[1][1])
        for said in head.remarks:
            if text.startswith(said) and _can_be_role(said, record):
                head.remarks.remove(said)
                return line, said
        if text.startswith(head.where) and _can_be_role(head.where, record):
            role, head.where = head.where, ""
            return line, role
    first = raw.body[0] if len(raw.body) > 1 and isinstance(raw.body[1], List) else None
    if isinstance(first, Paragraph) and len(first.lines) == 1 and not head.remarks:
        role = _plain(first.text)
        if _can_be_role(role, record):
            del raw.body[0]
            return first.line, role
    return 0, ""


def _can_be_role(text: str, record: Record) -> bool:
    short = 0 < len(text.split()) <= _LONGEST and text[:1].isupper()
    return short and not re.search(r"[\d.:;!?]", text) and not is_place(text, record)


def _plain(text: str) -> str:
    return unlink(unstyle(text))[0].strip()
