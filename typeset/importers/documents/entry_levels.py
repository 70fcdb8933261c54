"""Heads of entries → headings, where a section's heads are all sure; roles below their employer."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.documents.pieces import Item, Piece, Row
from typeset.importers.documents.runs import Run, plain
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date

_ENTRY_KINDS = frozenset({"work", "education", "volunteer", "projects"})
_LONGEST = 16
_INDENT = 6.0
_CLOSE = 0.3
"""How little space, in sizes, stands between the lines of one head."""


def settle_levels(items: list[Item], record: Record) -> list[Item]:
    """The items with a level for each head, section by section."""
    made: list[Item] = []
    section: list[Item] = []
    level = 0
    for item in [*items, Piece([], level=1)]:
        title = isinstance(item, Piece) and item.level and (not level or item.level <= level)
        if isinstance(item, Piece) and (title or (item.level and not level)):
            made += _settled(section, level, record) if level else section
            section = []
            known = kinds_of(item.text.rstrip(":："), record.vocabulary)
            level = item.level if set(known) & _ENTRY_KINDS else 0
            made.append(item)
        else:
            section.append(item)
    return [item for item in made if not isinstance(item, Piece) or item.rows]


def _settled(section: list[Item], level: int, record: Record) -> list[Item]:
    pieces = [item for item in section if isinstance(item, Piece)]
    if any(piece.level for piece in pieces) or not all(_fits(p, record) for p in pieces if p.head):
        return section
    heads = [piece for piece in pieces if piece.head]
    loud = bool(heads) and all(_is_loud(piece) for piece in heads)
    if not heads or loud:
        first = next(iter(pieces), None)
        if not heads and not (first and _may_head(first)):
            return section
        section = _join_stacked(section)
        pieces = [item for item in section if isinstance(item, Piece)]
        for index, piece in enumerate(pieces):
            if not piece.head and _may_head(piece) and _heads_text(pieces, index):
                piece.head = True
        heads = [piece for piece in pieces if piece.head]
    if not heads:
        return section
    least = min(piece.left for piece in heads)
    after = {id(head): following for head, following in pairwise(heads)}
    made: list[Item] = []
    role_level: int | None = None
    for index, item in enumerate(section):
        if not isinstance(item, Piece) or not item.head:
            made.append(item)
        elif role_level is not None and _is_role(item, record):
            item.level = role_level
            made.append(item)
        elif item.left > least + _INDENT and not _begins_with_date(item, record):
            item.level = level + 2
            made.append(item)
        else:
            item.level = level + 1
            following = after.get(id(item))
            holds = following is not None and _is_role(following, record)
            below = item.above and _parts(item, record) > 1  # a role, and not its date alone
            holds = holds and (bool(below) or not _dated(item, record))
            holds = holds and following is not None and not _looks_like_owner(following, item)
            role_level = _role_level(section[index + 1 :], item) if holds else None
            made += _split(item, role_level) if role_level is not None else [item]
    return made


def _role_level(below: list[Item], employer: Piece) -> int:
    """Roles right under their employer, with bullets, are lines; else headings of their own."""
    following = [item for item in below if isinstance(item, Piece)]
    close = bool(employer.above) or following[0].head
    bullets = any(piece.depth >= 0 for piece in following)
    return 0 if close and bullets else employer.level + 1


def _looks_like_owner(head: Piece, owner: Piece) -> bool:
    """Whether a head is set as the employer above it is, and not as the role between them."""
    runs = owner.rows[0].runs
    role = _style(runs[owner.above :]) if owner.above else None
    return role is not None and _style(head.rows[0].runs) == _style(runs) != role


def _style(runs: list[Run]) -> tuple[bool, bool] | None:
    """Whether the first letters are bold, and whether they are slanted."""
    first = next((run for run in runs if any(c.isalnum() for c in run.text)), None)
    return (first.strong, first.em) if first else None


def _begins_with_date(piece: Piece, record: Record) -> bool:
    """Whether a date stands first: a column of dates may be set to the right."""
    found = find_date(plain(piece.rows[0].runs), record.vocabulary)
    return found is not None and found.begin == 0


def _fits(piece: Piece, record: Record) -> bool:
    """Whether a head may be a heading: its date stands apart, or its title is styled."""
    text = plain(piece.rows[0].runs)
    found = find_date(text, record.vocabulary)
    if not found:
        return True
    apart = "\t" in text[max(0, found.begin - 2) : found.finish + 2]
    edge = found.finish >= len(text) - 1 or found.begin <= 1
    return apart or _is_loud(piece) or (edge and len(text.split()) <= _LONGEST)


def _is_loud(piece: Piece) -> bool:
    first = next((r for r in piece.rows[0].runs if any(c.isalnum() for c in r.text)), None)
    return bool(first and first.strong)


def _may_head(piece: Piece) -> bool:
    """Whether an undated line looks like a head: short, its title bold and no label."""
    text = plain(piece.rows[0].runs)
    if piece.depth >= 0 or piece.level or piece.continues or len(piece.rows) > 2:
        return False
    strong = "".join(run.text for run in piece.rows[0].runs if run.strong).strip()
    return (
        _is_loud(piece)
        and len(text.split()) <= _LONGEST
        and not re.search(r"[:：]$", strong)
        and not re.match(r"\s*[:：]", text[len(strong) :])
        and not re.search(r"[.!?;:]$", text)
    )


def _join_stacked(section: list[Item]) -> list[Item]:
    """The items with a bold line right under another, which has space above it, beside that."""
    made: list[Item] = []
    for item, text in zip(section, [*section[1:], None], strict=True):
        if isinstance(item, Piece) and isinstance(text, Piece) and not _may_head(text):
            above = made[-1] if made else None
            if isinstance(above, Piece) and _are_stacked(above, item):
                above.rows[0].runs += [Run("\t"), *item.rows[0].runs]
                continue
        made.append(item)
    return made


def _are_stacked(above: Piece, below: Piece) -> bool:
    """Whether two undated lines are those of one head."""
    if above.head or below.head or above.look != below.look or len(above.rows + below.rows) > 2:
        return False
    if "\t" in above.text + below.text:
        return False
    close = below.gap < _CLOSE * below.look.size < above.gap
    return close and _may_head(above) and _may_head(below)


def _heads_text(pieces: list[Piece], index: int) -> bool:
    """Whether something stands under a piece that it may be the head of."""
    return index + 1 < len(pieces) and (not _may_head(pieces[index + 1]) or pieces[index + 1].head)


def _dated(piece: Piece, record: Record) -> bool:
    return any(find_date(plain(row.runs), record.vocabulary) for row in piece.rows)


def _parts(piece: Piece, record: Record) -> int:
    """The parts of a head besides its date."""
    text = plain(piece.rows[0].runs)
    found = find_date(text, record.vocabulary)
    rest = text[: found.begin] + "\t" + text[found.finish :] if found else text
    return len([part for part in rest.split("\t") if any(c.isalnum() for c in part)])


def _is_role(piece: Piece, record: Record) -> bool:
    """Whether a head holds a role and its date alone, at the employer named before."""
    return _parts(piece, record) == 1 and _dated(piece, record)


def _split(piece: Piece, role_level: int) -> list[Item]:
    """An employer's line and place, and the first role's line where it stood right below."""
    row = piece.rows[0]
    upper = row.runs[: piece.above] if piece.above else row.runs
    made = Piece([Row(row.number, upper)], piece.look, level=piece.level, gap=piece.gap)
    items: list[Item] = [made]
    tab = next((i for i, run in enumerate(upper) if "\t" in run.text), 0)
    if role_level and tab:  # over headings, what stands beside the employer is a line below
        made.rows[0].runs = upper[:tab]
        beside = [run for run in upper[tab:] if run.text != "\t"]
        items.append(Piece([Row(row.number, beside)], piece.look))
    if piece.rows[1:]:
        items.append(Piece(piece.rows[1:], piece.look))
    if piece.above:
        lower = row.runs[piece.above + 1 :]
        items.append(Piece([Row(row.number, lower)], piece.look, level=role_level))
    return items
