"""The lines over an entry as one: documents set role, organisation, place and dates apart.

`Role [right] dates` over `Organisation`, three lines in three styles, a bold name before an
italic one: what stands in a line or style of its own becomes a part of one head line, with
tabs between the parts. Only short lines about a date are touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.importers.documents.head_cells import before_place, cells_of, cut_apart
from typeset.importers.documents.head_starts import starts_of
from typeset.importers.documents.pdf_lines import WIDE
from typeset.importers.documents.pieces import Item, Piece, Row
from typeset.importers.documents.runs import Run, plain
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.markup.blocks import Line, List, ListItem, Paragraph, Rule, Table
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date, is_only_date

_ENTRY_KINDS = frozenset({"work", "education", "volunteer", "projects", "certificates", "awards"})
_LIST_KINDS = frozenset({"skills", "interests"})
_LONGEST_LINE = 14
_LONGEST_HEAD = 16
_SENTENCE = re.compile(r"[.!?;:…。][\"”’)»]*$")


def settle_heads(items: list[Item], record: Record) -> list[Item]:
    """The items with the heads of entries on one line each, and short lines of letters joined."""
    made: list[Item] = []
    kinds: list[str] = []
    section = 1
    whole = False  # under a head that its reader has settled
    started = any(isinstance(item, Piece) and item.level > 1 for item in items)
    close = _close(items) if not started else _CLOSE
    group: list[Piece] = []

    def flush() -> None:
        if group:
            made.extend(_heads(group, record))
            group.clear()

    inside = False
    for index, item in enumerate(items):
        if isinstance(item, Piece) and item.level:
            found = kinds_of(item.text.rstrip(":："), record.vocabulary)
            if found or item.level <= section:
                kinds, section = found, item.level
            inside = inside or bool(found) or item.level > 1
        settled = isinstance(item, Piece) and item.level > section and item.head
        entries = bool(set(kinds) & _ENTRY_KINDS) and not whole
        whole = settled or (whole and not (isinstance(item, Piece) and item.level))
        if entries and isinstance(item, Piece) and _is_entry_heading(items, index, section, record):
            flush()
            group.append(item)
            continue
        if entries and isinstance(item, Piece) and _is_short(item, record):
            if group and (len(group) >= 12 or (item.gap > 14 and not group[0].level)):
                flush()
            group.append(item)
            continue
        flush()
        if isinstance(item, Table) and "languages" in kinds:
            item = _pairs(item)
        if isinstance(item, Piece) and set(kinds) & _LIST_KINDS:
            _part_words(item)
            below = items[index + 1] if index + 1 < len(items) else None
            if _is_name(item, made) and not _names_list(item, below):
                item.depth = 0
        if (
            isinstance(item, Piece)
            and not inside
            and made
            and _joins(made[-1], item, close)
            and (not started or len(item.text.split()) <= _LONGEST_LINE)
        ):
            last = made[-1]
            assert isinstance(last, Piece)
            last.rows += item.rows
        elif not (isinstance(item, Rule) and not made):
            made.append(item)
    flush()
    return made


def _is_entry_heading(items: list[Item], index: int, section: int, record: Record) -> bool:
    """Whether an item is an entry's heading with its lines under it, and no stack of headings."""
    item = items[index]
    following = items[index + 1] if index + 1 < len(items) else None
    return (
        isinstance(item, Piece)
        and not item.head
        and item.level > section
        and isinstance(following, Piece)
        and not following.level
        and not kinds_of(item.text.rstrip(":："), record.vocabulary)
        and len(item.rows) == 1
    )


def _pairs(table: Table) -> Item:
    """A table of two columns without a head as a list of "language: level"."""
    if any(table.head) or len(table.head) != 2 or not all(map(all, table.rows)):
        return table
    made = List(table.line)
    for number, (name, level) in zip(table.numbers[1:], table.rows, strict=False):
        text = f"{name.rstrip(': ')}: {level}"
        made.items.append(ListItem(number, [Paragraph([Line(number, text)])]))
    return made


def _part_words(piece: Piece) -> None:
    """Put commas between words that a line of a listing sets apart by wide gaps alone."""
    for row in piece.rows:
        row.runs = [
            Run(run.text.replace(WIDE, ", "), run.strong, run.em, run.target) for run in row.runs
        ]


def _names_list(piece: Piece, below: Item | None) -> bool:
    """Whether a line is the name of a list that stands indented under it."""
    if not isinstance(below, Piece) or below.level or below.depth >= 0:
        return False
    return below.left > piece.left + 3 and bool(re.search(r"[,;|·•]", below.text))


def _is_name(piece: Piece, before: list[Item]) -> bool:
    """Whether a piece is one thing of a listing without bullets: "Rope access"."""
    last = before[-1] if before else None
    return (
        isinstance(last, Piece)
        and (last.level > 0 or last.depth == 0)
        and not piece.level
        and piece.depth < 0
        and not piece.strong
        and len(piece.rows) == 1
        and len(piece.text.split()) <= 5
        and not re.search(r"[:：,;|·•.!?\t]", piece.text)
    )


def _is_short(piece: Piece, record: Record) -> bool:
    """Whether a piece is lines that may stand over an entry."""
    if piece.level or piece.depth >= 0 or piece.continues:
        return False
    return all(
        len(_without_date(text, record).split()) <= _LONGEST_LINE and not _ends_sentence(text)
        for row in piece.rows
        for text in [plain(row.runs)]
    )


def _without_date(text: str, record: Record) -> str:
    found = find_date(text, record.vocabulary)
    return text[: found.begin] + "\t" + text[found.finish :] if found else text


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text)) and not re.search(r"\b[A-Z]\w{0,3}\.$|\w\.\w\.$", text)


_CLOSE = 3.0
"""The space, in points, that may stand between the lines of an address."""
_EMPTY_LINE = 8.0


def _close(items: list[Item]) -> float:
    """How closely the lines of an address stand, where empty lines set apart what is none."""
    pieces = [item for item in items if isinstance(item, Piece) and not item.level]
    gaps = [piece.gap for piece in pieces[1:] if len(piece.text) <= _LONGEST_ADDRESS]
    least = min(gaps, default=0.0)
    return max(_CLOSE, least + 1 if any(gap >= least + _EMPTY_LINE for gap in gaps) else 0.0)


_LONGEST_ADDRESS = 60


def _joins(last: Item, item: Piece, close: float) -> bool:
    """Whether two short lines stand closely: an address, a signature."""
    return (
        isinstance(last, Piece)
        and not last.level
        and not item.level
        and last.depth < 0
        and item.depth < 0
        and item.gap < close
        and not _ends_sentence(last.text)
        and all(len(plain(row.runs)) <= _LONGEST_ADDRESS for row in (*last.rows[-1:], *item.rows))
        and last.look.size == item.look.size
        and last.strong == item.strong
    )


def _heads(group: list[Piece], record: Record) -> Iterator[Item]:
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
        cells = _without_date(texts[0], record).strip("\t").count("\t")
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
    if words <= _LONGEST_HEAD + 6:
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
    rest = _without_date(text, record)
    rest = re.sub(r"\([^()]*\)", "", rest)
    return len([p for p in re.split(r"\t|\s[|·•–—@-]\s|,\s|\sat\s|\sbei\s|\schez\s", rest)
                if any(c.isalnum() for c in p)])  # fmt: skip
