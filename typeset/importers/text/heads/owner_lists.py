"""Employers and schools as lines over lists of what one was there → headings over headings."""

from __future__ import annotations

from typeset.importers.text.entries.promotions import is_role_in_time
from typeset.importers.text.heads.lines import SENTENCE_END, is_dated_head, is_head_line
from typeset.importers.text.heads.words import KINDS, names, names_owner
from typeset.importers.text.markup.blocks import Block, Heading, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_Group = tuple[Paragraph, list[ListItem]]


def owners_as_headings(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Headings for undated lines that all stand over lists of dated roles or degrees."""
    if kind == "work" and (headed := _over_roles(blocks, record)):
        return headed
    groups = _groups(blocks) if kind in KINDS else []
    several = any(len(items) > 1 for _, items in groups)
    if not several or not all(_is_owner(line, record) for line, _ in groups):
        return blocks
    if not all(_is_held(item, kind, record) for _, items in groups for item in items):
        return blocks
    record.choose(groups[0][0].line, "lists-under-owners", groups[0][0].text, "a head over heads")
    result: list[Block] = []
    for line, items in groups:
        result.append(Heading(3, line.text, line.line))
        for item in items:
            result += [Heading(4, item.text, item.line), *item.blocks[1:]]
    return result


def _over_roles(blocks: list[Block], record: Record) -> list[Block]:
    """Headings for employers' lines and for the roles with their periods that follow; or none.

    "Moss Works, Leeds", then "Foreman, 1990 – 1997" and "Fitter, 1984 – 1990", each perhaps over
    what was done: so a section begins, and all its dated lines name a role and no employer.
    """
    if not blocks or not all(isinstance(block, Paragraph | List) for block in blocks):
        return []
    lines = [block.lines[0].text if isinstance(block, Paragraph) else "" for block in blocks]
    roles = [bool(line) and is_role_in_time(line, record) for line in lines]
    owners = [
        over and not above and isinstance(block, Paragraph) and _is_employer(block, record)
        for block, over, above in zip(blocks, [*roles[1:], False], roles, strict=True)
    ]
    dated = [is_dated_head(line, record) if line else False for line in lines]
    if not owners[0] or dated != roles or sum(roles) < sum(owners) + 1:
        return []
    record.choose(blocks[0].line, "roles-under-owners", lines[0], "a head over heads")
    result: list[Block] = []
    for block, line, owner, role in zip(blocks, lines, owners, roles, strict=True):
        result.append(Heading(3 if owner else 4, line, block.line) if owner or role else block)
        if role and isinstance(block, Paragraph) and block.lines[1:]:
            result.append(Paragraph(block.lines[1:]))
    return result


def _is_employer(line: Paragraph, record: Record) -> bool:
    """Whether a paragraph is an undated line that names no role."""
    plain = unlink(unstyle(line.text))[0]
    told = names("roles", plain, record) and not names_owner(plain, record)
    return _is_owner(line, record) and not told and ":" not in plain


def _groups(blocks: list[Block]) -> list[_Group]:
    """Lines, each with the items of the list under or inside it; none for other shapes."""
    pairs: list[tuple[Block, Block]] = []
    if all(isinstance(block, List) for block in blocks):
        items = [item for block in blocks if isinstance(block, List) for item in block.items]
        if not all(len(item.blocks) == 2 for item in items):
            return []
        pairs = [(item.blocks[0], item.blocks[1]) for item in items]
    elif len(blocks) % 2 == 0:
        pairs = list(zip(blocks[::2], blocks[1::2], strict=True))
    found = [
        (line, below.items)
        for line, below in pairs
        if isinstance(line, Paragraph) and isinstance(below, List)
    ]
    return found if len(found) == len(pairs) else []


def _is_owner(line: Paragraph, record: Record) -> bool:
    plain = unlink(unstyle(line.text))[0]
    short = len(line.lines) == 1 and is_head_line(line.text, record)
    return short and not find_date(plain, record.vocabulary) and not SENTENCE_END.search(plain)


def _is_held(item: ListItem, kind: str, record: Record) -> bool:
    """Whether an item is a role or degree, and when: "Engineer, 2016 – 2018"."""
    plain = unlink(unstyle(item.text))[0]
    headed = bool(plain) and is_head_line(item.text, record) and not SENTENCE_END.search(plain)
    told = headed and names(KINDS[kind].what, plain, record)
    return told and find_date(plain, record.vocabulary) is not None
