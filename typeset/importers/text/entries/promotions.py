"""Employers in bold over roles in italics, each with its dates: the looks of the lines say which.

The same look means the same thing all through a section; so where some lines in italics
have a date and stand under a bold line that has none of its own role, all of them are roles.
"""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.below_heads import is_place_alone
from typeset.importers.text.entries.labelled import labelled
from typeset.importers.text.heads.lines import Found, RawEntry, is_dated_head, is_head_line
from typeset.importers.text.heads.metas import take_metas
from typeset.importers.text.heads.parts import is_span
from typeset.importers.text.heads.words import ends_like_role, names, names_owner
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date

_BOLD = re.compile(r"\*\*[^*]")
_ITALICS = re.compile(r"\*(?!\*)((?:[^*\\]|\\.)+)\*(?:\s*[.:,–—-]\s+(?P<rest>\S.*))?", re.DOTALL)
_FEWEST = 2


def by_styles(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Bold employers with roles in italics under them, two at least at one of them."""
    if kind != "work" or not all(isinstance(block, (Paragraph, List)) for block in blocks):
        return None
    entries: list[RawEntry] = []
    for block in blocks:
        first = block.lines[0].text if isinstance(block, Paragraph) else ""
        if isinstance(block, Paragraph) and _BOLD.match(first) and is_head_line(first, record):
            entries.append(_employer(block, record))
        elif not entries:
            return None
        elif isinstance(block, Paragraph) and _is_role(first, record):
            entries[-1].inner.append(_role(block))
        else:
            _last(entries[-1]).body.append(block)
    if not any(len(entry.inner) >= _FEWEST for entry in entries):
        return None
    if any(_has_role(entry, record) for entry in entries if entry.inner):
        return None
    for entry in entries:
        entry.employer = bool(entry.inner)
    record.choose(entries[0].line, "roles-by-style", entries[0].head[0][1], "employers and roles")
    return [], entries


def _last(entry: RawEntry) -> RawEntry:
    return entry.inner[-1] if entry.inner else entry


def _has_role(entry: RawEntry, record: Record) -> bool:
    """Whether a bold line names a role itself, so that the italics under it are none."""
    return names("roles", unlink(unstyle(entry.head[0][1]))[0].partition("(")[0], record)


def _is_role(text: str, record: Record) -> bool:
    """Whether a line begins in italics that hold a date and words beside it."""
    match = _ITALICS.fullmatch(text.strip())
    plain = match[1] if match else ""
    dated = find_date(plain, record.vocabulary) and not is_only_date(plain, record.vocabulary)
    return bool(dated) and is_head_line(plain, record)


def _role(block: Paragraph) -> RawEntry:
    line, *others = block.lines
    match = _ITALICS.fullmatch(line.text.strip())
    assert match
    rest = [Line(line.number, match["rest"], line.hard)] if match["rest"] else []
    body: list[Block] = [Paragraph([*rest, *others])] if rest or others else []
    return RawEntry([(line.number, f"*{match[1]}*")], body)


def _employer(block: Paragraph, record: Record) -> RawEntry:
    """A bold line with the dates under it, or the one role, and what is said of it."""
    entry = RawEntry([(block.line, block.lines[0].text)])
    below = block.lines[1:]
    while below and is_only_date(unstyle(below[0].text), record.vocabulary):
        entry.head.append((below[0].number, below[0].text))
        below = below[1:]
    if below and _is_role(below[0].text, record):
        made = _role(Paragraph(below))
        entry.head += made.head
        entry.body = made.body
    elif below:
        entry.body = [Paragraph(below)]
    return entry


def by_dated_items(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Undated lines of employers over bullets that are the dated roles held there."""
    pairs = list(zip(blocks[::2], blocks[1::2], strict=False))
    if kind != "work" or len(blocks) < 2 or len(blocks) % 2:
        return None
    mark = record.mark()
    entries: list[RawEntry] = []
    for owner, roles in pairs:
        if not isinstance(owner, Paragraph) or not isinstance(roles, List):
            return None
        if len(owner.lines) > 1 or find_date(unstyle(owner.text), record.vocabulary):
            return None
        inner = [_dated_item(item, record) for item in roles.items]
        entry = RawEntry([(owner.line, owner.text)], employer=True)
        entry.inner = [one for one in inner if one]
        if len(entry.inner) < len(inner):
            record.reset(mark)
            return None
        if len(inner) == 1:  # one role: its line goes on with the employer's
            role = entry.inner[0]
            entry = RawEntry([role.head[0], *entry.head], role.body)
        entries.append(entry)
    record.choose(entries[0].line, "roles-by-bullets", entries[0].head[0][1], "employers and roles")
    return [], entries


def roles_in_turn(lines: list[Line], record: Record) -> RawEntry | None:
    """An employer over how long one was there, and roles with their periods under it.

    "Org" / "4 years 9 months" / "Role" / "2017 – 2020" / "Town" / "Role" / "2015 – 2016": so do
    pages of networks set promotions.
    """
    dates = [
        at for at, line in enumerate(lines)
        if is_only_date(unstyle(line.text), record.vocabulary)
    ]  # fmt: skip
    if len(dates) == 0 or dates[0] != _OWNER_SPAN_ROLE or not is_span(lines[1].text, record):
        return None
    starts = [at - 1 for at in dates]
    titles = [lines[at].text for at in starts]
    if any(b - a < 2 for a, b in pairwise(dates)) or not all(
        is_head_line(title, record) and not is_span(title, record) for title in titles
    ):
        return None
    owner = f"{lines[0].text} ({lines[1].text})"
    entry = RawEntry([(lines[0].number, owner)], employer=True)
    for start, end in pairwise([*starts, len(lines)]):
        head = [(line.number, line.text) for line in lines[start : start + 2]]
        below: list[Block] = [Paragraph(lines[start + 2 : end])] if end > start + 2 else []
        role = RawEntry(head)
        role.body = take_metas(role, below, record) if below else []
        entry.inner.append(role)
    record.choose(lines[0].number, "roles-in-turn", lines[0].text, "an employer and its roles")
    return entry


_OWNER_SPAN_ROLE = 3


def roles_in_row(lines: list[Line], record: Record) -> RawEntry | None:
    """An employer's line over lines that each are a role with its period, and texts under these.

    "Moss Works, Leeds" / "Foreman, 1990-1997" / "Fitter, 1984-1990" / "Pumps and valves.".
    """
    owner = unlink(unstyle(lines[0].text))[0]
    if len(lines) <= _FEWEST or find_date(owner, record.vocabulary):
        return None
    if not is_role_in_time(lines[1].text, record):
        return None
    starts = [at for at, line in enumerate(lines) if at and is_role_in_time(line.text, record)]
    if len(starts) < _FEWEST or ":" in owner or not is_head_line(lines[0].text, record):
        return None
    if names("roles", owner, record) and not (names_owner(owner, record) or "&" in owner):
        return None
    entry = RawEntry([(lines[0].number, lines[0].text)], employer=True)
    for start, end in pairwise([*starts, len(lines)]):
        below: list[Block] = [Paragraph(lines[start + 1 : end])] if end > start + 1 else []
        entry.inner.append(RawEntry([(lines[start].number, lines[start].text)], below))
    record.choose(lines[0].number, "roles-in-row", owner, "an employer and its roles")
    return entry


def is_role_in_time(text: str, record: Record) -> bool:
    """Whether a line is a role and its period, and names no organisation."""
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    if not found or not found.begin or plain[found.finish :].strip(" )."):
        return False
    title = plain[: found.begin].rstrip(" ,(|–—-\t")
    own = is_dated_head(text, record) and _tells_role(text, record)
    return own and not names_owner(title, record) and title.count(",") <= 1


def held_roles(head: tuple[int, str], blocks: list[Block], record: Record) -> RawEntry | None:
    """An undated employer's heading over one list whose items all are the dated roles held there.

    Over the list there may be where the employer is. None where the texts under the heading are
    others, or most of the items name no role.
    """
    owner = unlink(unstyle(head[1]))[0]
    places = [block for block in blocks[:-1] if is_place_alone(block, record)]
    roles = blocks[-1] if blocks and len(places[:1]) == len(blocks) - 1 else None
    if not isinstance(roles, List) or find_date(owner, record.vocabulary):
        return None
    mark = record.mark()
    inner = [_dated_item(item, record) for item in roles.items]
    held = [one for one in inner if one]
    told = sum(_tells_role(one.head[0][1], record) for one in held)
    if len(held) < len(inner) or told * 2 <= len(held):
        record.reset(mark)
        return None
    record.choose(head[0], "roles-by-bullets", owner, "an employer and the roles held there")
    heads = [head, *((one.line, one.text) for one in places if isinstance(one, Paragraph))]
    if len(held) == 1:
        return RawEntry([*held[0].head, *heads], held[0].body, given={"organisation": owner})
    return RawEntry(heads, inner=held, employer=True)


def _tells_role(text: str, record: Record) -> bool:
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    title = plain[: found.begin].rstrip(" ,(|–—-") if found and found.begin else plain
    return names("roles", title, record) or ends_like_role(title, record)


def _dated_item(item: ListItem, record: Record) -> RawEntry | None:
    """A bullet that is one line with a role and its time, or the role over its time."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return None
    below = item.blocks[1:]
    text = _DATE_STOP.sub("", first.text)
    if is_dated_head(text, record) or (_IN_BRACKETS.search(text) and _tells_role(text, record)):
        return RawEntry([(first.line, text)], below)
    second = below[0] if below else None
    name, label, value = labelled(second.text, record) if isinstance(second, Paragraph) else _NONE
    if not second or name != "dates" or not is_only_date(value, record.vocabulary):
        return None
    record.use_label(second.line, label, "labels.dates")
    return RawEntry([(first.line, text), (second.line, value)], below[1:])


_NONE = ("", "", "")
_IN_BRACKETS = re.compile(r"\((?:[^\W\d_]+\.? )?(?:19|20)\d\d\)$")
"""One date at the end: "Intern (Sep 2019)"."""
_DATE_STOP = re.compile(r"(?<=\d)\.$|(?<=[^\W\d_]{4})\.$")
"""The full stop behind a date: "Nurse, 2016 – 2019."."""
