"""Roles in a row at one employer: heads that name a role and its time, under one that names whose.

"Moss Ltd (2014 – 2020)" / "Controller (2017 – 2020)" / "Clerk (2014 – 2017)"; or the employer
stands over the first role alone: "Moss Ltd" / "Controller  2017 – 2020", then "Clerk  2014 – 2017".
"""

from __future__ import annotations

from typeset.importers.text.entries.position_parts import names_unit
from typeset.importers.text.heads.brackets import role_in_brackets
from typeset.importers.text.heads.employer_heads import read_employer, read_role
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.words import ends_like_role, is_proper, names
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import are_next, find_date
from typeset.importers.text.words.vocabulary import key
from typeset.profile.fields import PRESENT

Pending = list[tuple[Head, RawEntry]]

_SIGNS = (", ", " - ", " – ", " — ")
"""What stands between a role and where in the house it was: "Clerk – Wages"."""
_FEWEST = 2
"""How many roles in its time say that a line that names neither role nor firm is an employer."""


def promoted(pending: Pending, record: Record) -> Pending:
    """Entries with the roles that follow an employer, each with its own dates, inside it."""
    result: Pending = []
    last: Head | None = None  # the role above
    for at, (head, raw) in enumerate(pending):
        above = result[-1] if result else None
        department = above is not None and _is_department(raw, above, record)
        if above and (department or _is_role_alone(head, raw, above, record)):
            owned = (
                department or above[1].employer or _is_employer(above, pending[at:], result, record)
            )
            if not owned and _follows(head, above[0], record) and (split := _split(*above, record)):
                result[-1] = above = split
                owned = True
            if owned and (_within(head, above[0]) or (last and _is_next(head, last))):
                above[1].inner.append(raw)
                above[1].employer = True
                last = head
                title = unlink(unstyle(raw.head[0][1]))[0]
                record.choose(raw.line, "role-under-employer", title, f"a role at {above[0].who}")
                continue
        last = head
        result.append((head, raw))
    return result


def _is_department(raw: RawEntry, above: tuple[Head, RawEntry], record: Record) -> bool:
    """Whether a head begins with a part of the organisation above it, which holds no role itself.

    "株式会社青空（2014年～現在）" / "大阪支店 営業課（2017年～現在）", and its trade between them.
    """
    owner, told = above
    mere = all(isinstance(block, Paragraph) for block in told.body)
    alone = told.employer or (bool(owner.who) and not owner.what and mere)
    return alone and names("organisations", owner.who, record) and names_unit(raw, record)


def tells_post(head: Head, raw: RawEntry, owned: bool, record: Record) -> bool:
    """Whether what a head names is a role, or a department where the employer is known."""
    return names("roles", head.what, record) or (owned and names_unit(raw, record))


def _is_role_alone(head: Head, raw: RawEntry, above: tuple[Head, RawEntry], record: Record) -> bool:
    """Whether a head names a role, its time and perhaps a rank, and no employer."""
    if role_in_brackets(head.what, record):
        return False  # "Moss Ltd (Owner)"
    title = unlink(unstyle(raw.head[0][1]))[0]
    ranked = names("roles", head.who, record)  # "Sergeant, Workshop Manager, Town"
    whole = not head.who or any(f"{head.what}{sign}{head.who}" in title for sign in _SIGNS)
    whole = whole or (ranked and f"{head.who}, {head.what}" in title)
    spanned = above[0].date is not None and _within(head, above[0])
    over = above[1].employer or not (above[1].body or names("roles", above[0].what, record))
    inner = spanned and over  # "Manager, Bar", in the years at the hotel over it
    owned = not (ranked or inner) and names("organisations", head.who, record)
    alone = not head.where or (ranked and above[0].date is not None)
    return whole and names("roles", head.what, record) and not owned and alone


def _is_employer(
    above: tuple[Head, RawEntry], below: Pending, before: Pending, record: Record
) -> bool:
    """Whether an entry over roles names who these were for, and perhaps what that is.

    What it is stands under a line with its time, or over roles with theirs. One role says so
    where an entry before it is an employer with more.
    """
    head, raw = above
    if head.who and not head.what and not raw.body:
        return True
    told = names("roles", head.what, record) or ends_like_role(head.what, record)
    if told or not head.date or head.date.start == head.date.end:
        return False
    if not all(isinstance(block, Paragraph) for block in raw.body):
        return False
    roles = 0
    for role, one in below:
        if not _is_role_alone(role, one, above, record) or not _within(role, head):
            break
        roles += 1
    known = (bool(head.who) and not head.what) or any(one.inner for _, one in before)
    if not roles or not (known or roles >= _FEWEST or names("organisations", head.what, record)):
        return False
    if head.what:
        read = read_employer(raw.head, record)
        head.who, head.what, head.where = read.who, "", read.where
    return True


def _split(head: Head, raw: RawEntry, record: Record) -> tuple[Head, RawEntry] | None:
    """An entry as an employer with a role, where its head has a line for each: "Org" / "Role"."""
    texts = [unlink(unstyle(text))[0] for _, text in raw.head]
    at = next((i for i, text in enumerate(texts) if head.what and text.startswith(head.what)), 0)
    told = names("roles", head.what, record) and head.who and texts[0].startswith(head.who)
    dated = [i for i, text in enumerate(texts) if find_date(text, record.vocabulary)]
    if not at or not told or raw.inner or raw.given or dated != dated[-1:] or dated[0] < at:
        return None
    first = raw.head[at][0]
    role = RawEntry([line for line in raw.head[at:] if line[0] >= first], raw.body)
    said = [Line(number, wholly(text)[1]) for number, text in raw.head[at:] if number < first]
    about: list[Block] = [Paragraph(said)] if said else []  # between the owner's line and this
    owner = RawEntry(raw.head[:at], about, inner=[role], employer=True)
    if read_role(role.head, record).what != head.what:
        return None
    return read_employer(owner.head, record), owner


def _follows(head: Head, above: Head, record: Record) -> bool:
    """Whether a role and what was done under it come right before or after the one above it.

    Behind its comma stands where in the house: "Clerk, Finance" names no employer.
    """
    own = any(key(word) in record.vocabulary["contracts"] for word in head.what.split())
    return not own and not is_proper(head.who, record.vocabulary) and _is_next(head, above)


def _is_next(head: Head, other: Head) -> bool:
    """Whether the times of two heads meet."""
    return head.date is not None and other.date is not None and are_next(head.date, other.date)


def _within(head: Head, owner: Head) -> bool:
    """Whether a date lies in the time at the employer above it, where that is given."""
    if not head.date or not owner.date:
        return head.date is not None
    last = owner.date.end == PRESENT or head.date.end[:4] <= owner.date.end[:4]
    return last and head.date.start[:4] >= owner.date.start[:4]
