"""Entries' titles that only look like one: loud lines that stand alone, smaller than the sections'.

A document sets the titles of its entries in one look too. Where every line in that look has
space above it, and space or a list under it, they are headings below their section's; a bold
line that goes on in the line below is a part of a head.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from typeset.importers.documents.pieces import Item, Piece
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_LARGER = 1.1
"""How much larger than the text a line is that size alone sets apart."""
_SPACE = 0.22
"""The least space about a title, in sizes."""
_LONGEST_WORDS = 16
_Look = tuple[float, bool]


def level_entry_titles(items: Sequence[Item], size: float, record: Record) -> None:
    """Set the level of entries' titles; `size` is that of the text, in points."""
    first = next((i for i, one in enumerate(items) if isinstance(one, Piece) and one.level > 1), -1)
    below = items[first:] if first >= 0 else []
    titles = [one for one in below if isinstance(one, Piece) and one.level]
    least = min((one.look.size for one in titles), default=0.0)
    shouted = all(one.text.isupper() for one in titles)
    alone: dict[_Look, list[Piece]] = {}
    joined: Counter[_Look] = Counter()
    for before, piece, after in _between(below):
        smaller = piece.look.size < least - 0.4 or (shouted and not piece.text.isupper())
        loud = piece.strong or piece.look.size > size * _LARGER
        if smaller and loud and piece.look.size < least + 0.4:
            look = round(piece.look.size * 2) / 2, piece.strong
            if _stands_alone(before, piece, after):
                alone.setdefault(look, []).append(piece)
            else:
                joined[look] += 1
    found = [look for look, pieces in alone.items() if len(pieces) > 4 * joined[look]]
    alone = {look: _upper(pieces, below) for look, pieces in alone.items()}
    levels = {
        id(piece): min(3 + rank, 6)
        for rank, look in enumerate(sorted(found, reverse=True))
        for piece in alone[look]
    }
    for section in _sections(below):
        if _are_all_heads(section, levels, record):
            for piece in section:
                if id(piece) in levels:
                    piece.level = levels[id(piece)]
                    record.choose(piece.number, "heading-by-looks", piece.text, "entry's title")


def _upper(titles: Sequence[Piece], items: Sequence[Item]) -> list[Piece]:
    """Titles but for those right under one of their look and closer to it than titles stand."""
    alike = {id(piece) for piece in titles}
    under = {id(one) for before, one in pairwise(items) if id(before) in alike}
    usual = min((piece.gap for piece in titles if id(piece) not in under), default=0.0)
    return [piece for piece in titles if id(piece) not in under or piece.gap > usual - 0.4]


def _sections(items: Sequence[Item]) -> Iterator[list[Piece]]:
    """The pieces of each section, its title apart."""
    made: list[Piece] = []
    for item in items:
        if isinstance(item, Piece) and item.level:
            yield made
            made = []
        elif isinstance(item, Piece):
            made.append(item)
    yield made


def _are_all_heads(section: Sequence[Piece], levels: dict[int, int], record: Record) -> bool:
    """Whether no other line of a section is a head: one with a date that no title is over."""
    return not any(
        find_date(piece.text, record.vocabulary)
        for before, piece in pairwise(section)
        if piece.depth < 0 and id(piece) not in levels and id(before) not in levels
        if piece.gap > _SPACE * piece.look.size and len(piece.text.split()) <= _LONGEST_WORDS
    )


def _between(items: Sequence[Item]) -> Iterator[tuple[Item, Piece, Item | None]]:
    """Each short line that is no title yet, with what stands before and after it."""
    for (before, piece), after in zip(pairwise(items), [*items[2:], None], strict=False):
        if isinstance(piece, Piece) and not piece.level and piece.depth < 0 and _is_short(piece):
            yield before, piece, after


def _is_short(piece: Piece) -> bool:
    text = piece.text.strip()
    return (
        len(piece.rows) == 1
        and len(text.split()) <= _LONGEST_WORDS
        and any(c.isalpha() for c in text)
        and "\t" not in text
        and not re.search(r"[,;:：。]$", text)
    )


def _stands_alone(before: Item, piece: Piece, after: Item | None) -> bool:
    """Whether there is space above a line, and space or a list under it."""
    space = _SPACE * piece.look.size
    titled = isinstance(before, Piece) and before.level > 0
    over = not isinstance(after, Piece) or (
        after.depth >= 0 or after.gap > space or after.look.size > piece.look.size
    )
    return after is not None and over and (titled or piece.gap > space)
