"""The parts of a head line, between tabs: cut where styles change, and places set last."""

from __future__ import annotations

import re
from collections.abc import Iterable

from typeset.importers.documents.pieces import Item, Piece
from typeset.importers.documents.runs import Run, plain
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import EDUCATION, WORK, ends_like_role, names, names_owner
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date

_SEPARATOR = re.compile(r"[\s,;|·•–—/-]+")
_BEFORE_PLACE = re.compile(r"(.*\S)\s+[–—-]\s+(\S.*)", re.DOTALL)
_LONGEST_PLACE = 5


def places_last(items: Iterable[Item], record: Record) -> None:
    """In every head, put the cells that are places behind those that say what and for whom."""
    heads = [item for item in items if isinstance(item, Piece) and item.head]
    heads = [head for head in heads if len(head.rows) == 1]
    alike = any(_tells_place(head, record) for head in heads)
    for head in heads:
        upper = _split(head.rows[0].runs[: head.above])
        beside = upper[1] if alike and _are_pairs(head, record) else []
        head.rows[0].runs = _reordered(head.rows[0].runs, beside, record)


def drop_stops(items: Iterable[Item], record: Record) -> None:
    """Take the full stops off heads where most that follow a date at the left end with one."""
    pieces = [item for item in items if isinstance(item, Piece) and len(item.rows) == 1]
    plain_ones = [piece for piece in pieces if not piece.level and piece.depth < 0]
    loud = [piece for piece in plain_ones if _begins_loud(piece)]
    dated = [piece for piece in loud if "\t" in piece.text and _begins_dated(piece, record)]
    stopped = sum(bool(_STOP.search(piece.text)) for piece in dated)
    if stopped < 2 or stopped * 3 < len(dated) * 2:
        return
    for piece in loud:
        last = piece.rows[0].runs[-1]
        if _STOP.search(last.text) and len(piece.text.split()) <= _LONGEST_HEAD:
            text = last.text.rstrip()[:-1]
            piece.rows[0].runs[-1] = Run(text, last.strong, last.em, last.target)


_STOP = re.compile(r"\.\s*$")
_LONGEST_HEAD = 24


def _begins_loud(piece: Piece) -> bool:
    """Whether the first letters, those of a date in a cell of its own apart, are bold."""
    cells = _split(piece.rows[0].runs)
    cell = cells[min(len(cells), 2) - 1] if cells else []
    return bool(cell and cell[0].strong)


def _begins_dated(piece: Piece, record: Record) -> bool:
    return bool(is_only_date(piece.text.split("\t")[0], record.vocabulary))


def _reordered(runs: list[Run], beside: list[Run], record: Record) -> list[Run]:
    cells = [part for cell in _split(runs) for part in _before_dash(cell, record)]
    dates = [cell for cell in cells if find_date(plain(cell), record.vocabulary)]
    places = [
        cell
        for cell in cells
        if cell not in dates and (_is_place(plain(cell), record) or cell == beside)
    ]
    others = [cell for cell in cells if cell not in dates and cell not in places]
    if not others or not dates:
        return runs
    # A date that stands first does so for all heads; it is found wherever it stands.
    first = dates if cells[0] in dates else []
    last = [] if first else dates
    made: list[Run] = []
    for cell in (*first, *others, *places, *last):
        made += [*([Run("\t")] if made else []), *cell]
    return made


def _are_pairs(head: Piece, record: Record) -> bool:
    """Whether a head is two lines of two columns, the lower one with the date at its right."""
    runs = head.rows[0].runs
    above, below = _split(runs[: head.above]), _split(runs[head.above :])
    if len(above) != 2 or len(below) != 2 or not find_date(plain(below[1]), record.vocabulary):
        return False
    place = plain(above[1])
    return not names_owner(place, record) and len(place.split()) <= _LONGEST_PLACE


def _tells_place(head: Piece, record: Record) -> bool:
    """Whether a head of two lines has the place at the right of the employer, by its words.

    A role stands below, or an organisation above.
    """
    if not _are_pairs(head, record):
        return False
    runs = head.rows[0].runs
    owner, role = plain(_split(runs[: head.above])[0]), plain(_split(runs[head.above :])[0])
    return any(
        (names(words.what, role, record) and not names(words.what, owner, record))
        or (names(words.who, owner, record) and not names(words.who, role, record))
        or (words is WORK and ends_like_role(role, record) and not ends_like_role(owner, record))
        for words in (WORK, EDUCATION)
    )  # fmt: skip


def _is_place(text: str, record: Record) -> bool:
    words = record.vocabulary
    named = any(words.has(name, text) for name in ("organisations", "schools", "roles"))
    return len(text.split()) <= _LONGEST_PLACE and not named and is_place(text, record)


def _split(runs: list[Run]) -> list[list[Run]]:
    """The runs between tabs."""
    cells: list[list[Run]] = [[]]
    for run in runs:
        for index, text in enumerate(run.text.split("\t")):
            if index:
                cells.append([])
            if text:
                cells[-1].append(Run(text, run.strong, run.em, run.target))
    return [cell for cell in cells if plain(cell)]


def _before_dash(cell: list[Run], record: Record) -> list[list[Run]]:
    """A cell that ends with a place after a dash as two: `Tidemark – Austin, TX`."""
    match = _BEFORE_PLACE.fullmatch(cell[-1].text)
    if not match or not _is_place(match[2], record) or find_date(match[0], record.vocabulary):
        return [cell]
    last = cell[-1]
    return [
        [*cell[:-1], Run(match[1], last.strong, last.em, last.target)],
        [Run(match[2], last.strong, last.em, last.target)],
    ]


_SUFFIX = re.compile(
    r"(?:Inc|Ltd|LLC|LLP|PLC|Co|Corp|GmbH|AG|KG|e\.?K|S\.?A|S\.?L|B\.?V|PhD|MD)\.?", re.IGNORECASE
)


def before_place(runs: list[Run], record: Record) -> list[Run]:
    """A line below the title with its place apart: `Quillon Maps, Leeds`, `Quillon — Leeds`."""
    text = plain(runs)
    dash = _BEFORE_PLACE.fullmatch(text)
    parts = [dash[1], *dash[2].split(",")] if dash else text.split(",")
    parts = [part.strip() for part in parts]
    words = record.vocabulary
    if len(parts) not in (2, 3) or "\t" in text or len(runs) > 1:
        return runs
    if not dash and words.has("degrees", parts[0]):
        return runs  # "MSc, Hydrology"
    for part in parts[1:]:
        named = any(words.has(name, part) for name in ("organisations", "schools", "roles"))
        capital = all(word[:1].isupper() or len(word) < 4 for word in part.split())
        if named or not capital or len(part.split()) > 3 or re.search(r"[\d&/()]", part):
            return runs
        if _SUFFIX.fullmatch(part):
            return runs
    run = runs[0]
    return [Run(parts[0], run.strong, run.em, run.target), Run("\t"),
            Run(", ".join(parts[1:]), run.strong, run.em)]  # fmt: skip


def cut_apart(runs: list[Run], record: Record) -> list[Run]:
    """Runs with a tab for each bar, and before a date in brackets at their end.

    A line that is joined with others has its own parts apart: `Role | Owner (2019 – 2021)`.
    """
    made = [Run(_BAR.sub("\t", run.text), run.strong, run.em, run.target) for run in runs]
    last = made[-1]
    match = _BRACKETED.fullmatch(last.text)
    if match and is_only_date(match[2], record.vocabulary):
        before = Run(match[1], last.strong, last.em, last.target)
        made[-1:] = [before, Run("\t"), Run(match[2], last.strong, last.em)]
    return made


_BAR = re.compile(r"\s+[|·•]\s+")
_BRACKETED = re.compile(r"(.*?)\s*\(([^()]+)\)\s*", re.DOTALL)


def cells_of(runs: list[Run]) -> list[Run]:
    """Runs with a tab for the separator between two styles: bold role, italic organisation."""
    made: list[Run] = []
    lettered = [i for i, run in enumerate(runs) if any(c.isalnum() for c in run.text)]
    if len(lettered) < 2 or not any(run.strong or run.em for run in runs):
        return runs
    for index, run in enumerate(runs):
        text = run.text
        before = next((runs[i] for i in reversed(lettered) if i < index), None)
        if index in lettered and before and (before.strong, before.em) != (run.strong, run.em):
            gap = made.pop().text if made and not any(c.isalnum() for c in made[-1].text) else ""
            head = re.match(r"[\s,;|·•–—/-]*", text)
            end = re.search(r"[\s,;|·•–—/-]*$", made[-1].text) if made else None
            joint = (end[0] if end else "") + gap + (head[0] if head else "")
            if re.search(r"[,;|·•–—/\t-]", joint) and _SEPARATOR.fullmatch(joint):
                last = made[-1]
                kept = last.text[: len(last.text) - len(end[0])] if end else last.text
                made[-1] = Run(kept, last.strong, last.em, last.target)
                made.append(Run("\t"))
                text = text[len(head[0]) :] if head else text
            elif gap:
                made.append(Run(gap))
        made.append(Run(text, run.strong, run.em, run.target))
    return made
