"""A run of short lines as the heads of entries: those of one are joined, tabs between its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.importers.documents.head_cells import before_place, cells_of, cut_apart
from typeset.importers.documents.head_starts import starts_of
from typeset.importers.documents.pieces import Item, Piece, Row
from typeset.importers.documents.runs import Run, plain
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import any_of

_LONGEST_HEAD = 22
"""Words in a head of one line; longer ones keep their lines."""


def without_date(text: str, record: Record) -> str:
    """A head's line with a tab where its date stood."""
    found = find_date(text, record.vocabulary)
    return text[: found.begin] + "\t" + text[found.finish :] if found else text


def heads_of(group: list[Piece], record: Record) -> Iterator[Item]:
    """A run of short lines as heads, one for each date, and what is none."""
    if group[0].level:
        yield from _under_heading(group, record)
        return
    rows = [(row, piece) for piece in group for row in piece.rows]
    dated = [bool(find_date(plain(row.runs), record.vocabulary)) for row, _ in rows]
    if not any(dated) or any(is_contact_line(plain(row.runs)) for row, _ in rows):
        for piece in group:
            for row in piece.rows:
                row.runs = cells_of(row.runs)
            yield piece
        return
    first = plain(rows[dated.index(True)][0].runs)
    starts = starts_of(rows, dated, whole=_is_whole(first, record))
    yield from (Piece([row], piece.look, gap=piece.gap) for row, piece in rows[: starts[0]])
    for begin, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield from _head(rows[begin:end], record)


def _is_whole(text: str, record: Record) -> bool:
    """Whether a line says when, what and for whom, the date first: nothing above it is its."""
    first = text.split("\t")[0]
    return bool(is_only_date(first, record.vocabulary)) and _parts(text, record) > 1


def _under_heading(group: list[Piece], record: Record) -> Iterator[Item]:
    """An entry's heading with the short lines under it that say more of the same."""
    rows = [(row, piece) for piece in group for row in piece.rows]
    dated = [bool(find_date(plain(row.runs), record.vocabulary)) for row, _ in rows[:4]]
    whole = (
        _parts(plain(rows[0][0].runs), record) > 1 and not dated[0]
    )  # "Role, Org": the rest is meta
    if sum(dated) != 1 or len(rows) == 1 or whole:
        yield from group
        return
    head, *rest = _head(rows, record)
    if isinstance(head, Piece):
        head.level, head.head = group[0].level, False
    yield head
    yield from rest


def _head(rows: list[tuple[Row, Piece]], record: Record) -> Iterator[Item]:
    """One head: its lines as one where they are parts of a whole, else line by line."""
    parts = [cells_of(row.runs) for row, _ in rows]
    texts = [plain(runs) for runs in parts]
    first = rows[0][1]
    taken = len(rows)
    dated = next((i for i, text in enumerate(texts) if find_date(text, record.vocabulary)), 0)
    if dated == 0:
        taken = 1
        alone = _parts(texts[0], record) < 2
        cells = without_date(texts[0], record).strip("\t").count("\t")
        if len(rows) > 1 and (alone or (cells and is_place(texts[1], record))):
            taken = 2
            if len(rows) > 2 and alone and any(is_place(one, record) for one in texts[1:3]):
                taken = 3
    else:
        taken = dated + 1
        if taken < len(rows) and is_place(texts[taken], record):
            taken += 1
    if taken > 1:
        told = dated > 0 or _parts(texts[0], record) > 1  # what is below the date is a place
        parts = [
            cut_apart(part, record) if i == dated
            else part if not i or (i > dated and told)
            else before_place(part, record)
            for i, part in enumerate(parts)
        ]  # fmt: skip
    words = sum(len(text.split()) for text in texts[:taken])
    if words <= _LONGEST_HEAD:
        runs: list[Run] = []
        for part in parts[:taken]:
            runs += [*([Run("\t")] if runs else []), *part]
        made = Piece([Row(rows[0][0].number, runs)], first.look, gap=first.gap, left=first.left)
        made.head = True
        if dated:
            made.above = len(parts[0])
        yield made
    else:
        lines = [Row(row.number, part) for (row, _), part in zip(rows, parts, strict=True)][:taken]
        yield Piece(lines, first.look, gap=first.gap, left=first.left)
    for row, piece in rows[taken:]:
        yield Piece([row], piece.look, gap=piece.gap, left=piece.left)


def _parts(text: str, record: Record) -> int:
    """How many parts a head line has besides its date."""
    rest = re.sub(r"\([^()]*\)", "", without_date(text, record))
    joiners = any_of(record.vocabulary, "sure_joiners")
    apart = r"\t|\s[|·•–—@-]\s|,\s" + (rf"|\s(?:{joiners})\s" if joiners else "")
    return sum(any(map(str.isalnum, part)) for part in re.split(apart, rest))
