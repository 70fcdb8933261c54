"""Employers in paragraphs of their own over dated heads that name a role and no employer.

"Holm Council, Leeds", then "Clerk, Wages" / "2012 – 2016" and a list; then the next employer.
"""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import Found, RawEntry, is_head_line
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.words import WORK, names, names_owner
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_LONGEST = 9


def with_owners_apart(found: Found, kind: str, record: Record) -> Found:
    """The entries with the employers that stand over them; the first has one, and a role each."""
    before, entries = found
    if kind != "work" or len(before) != 1 or any(entry.inner or entry.given for entry in entries):
        return found
    above = [before, *(entry.body for entry in entries[:-1])]
    owners = [_owner(blocks, record) for blocks in above]
    several = sum(owner is not None for owner in owners) > 1
    told = several or any(owner and _is_told(owner.text, record) for owner in owners)
    if not owners[0] or not told or not all(_is_role_alone(entry, record) for entry in entries):
        return found
    for owner, blocks, entry in zip(owners, above, entries, strict=True):
        if owner and (blocks is before or len(blocks) > 1):
            del blocks[-1]
            entry.head.insert(0, (owner.line, owner.lines[0].text))
            record.choose(owner.line, "owner-over-role", owner.text, entry.head[1][1])
    return before, entries


def _owner(blocks: list[Block], record: Record) -> Paragraph | None:
    """A line at the end that can be an employer: short, undated, no sentence, no label, no role."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or len(last.lines) > 1:
        return None
    text = unlink(unstyle(last.text))[0]
    short = is_head_line(text, record) and len(text.split()) <= _LONGEST and text[:1].isupper()
    plain = short and not re.search(r"[:;!?]|\.$", text) and not find_date(text, record.vocabulary)
    held = names("roles", text, record) and not names_owner(text, record)
    return last if plain and not held else None


def _is_told(text: str, record: Record) -> bool:
    plain = unlink(unstyle(text))[0]
    return names_owner(plain, record) or bool(place_tail(plain, WORK, record, known=True)[1])


def _is_role_alone(entry: RawEntry, record: Record) -> bool:
    """Whether a head has a line with a role, and no other but its date."""
    first, *others = [unlink(unstyle(text))[0] for _, text in entry.head]
    dated = [find_date(text, record.vocabulary) for text in (first, *others)]
    lines = len(others) <= 1 and dated[-1] is not None and (not others or not dated[0])
    title = first[: dated[0].begin] if dated[0] else first
    whole = not others or (dated[-1] is not None and dated[-1].text == others[0].strip(" ()*"))
    return lines and whole and names("roles", title, record) and not names_owner(title, record)
