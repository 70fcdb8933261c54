"""Headings that only look like one: large, bold or capital lines, judged by the known titles.

A document uses one look for its section titles. Where a title is known ("Education",
"Berufserfahrung"), every other short line that looks the same is a title too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from typeset.importers.documents.entry_titles import level_entry_titles
from typeset.importers.documents.person_first import person_first
from typeset.importers.documents.pieces import Item, Look, Piece, Row
from typeset.importers.documents.runs import plain
from typeset.importers.documents.title_signs import LARGER, Sign, has_sign, sign_of, stands_out
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import is_document_title, kinds_of
from typeset.importers.text.words.dates import find_date, is_only_date

_LONGEST_WORDS = 9
_FIRST = 8
"""Pieces among which the name stands."""


def settle_headings(items: list[Item], record: Record) -> list[Item]:
    """The items with a level for each paragraph that is a heading by its looks."""
    pieces = [item for item in items if isinstance(item, Piece)]
    body = _body(pieces)
    marked = [p for p in pieces if p.level and _kinds(p, record)]
    _raise_titles(pieces, min((p.level for p in marked), default=2))
    if not marked:
        signs = _section_signs(pieces, body, record)
        sections = [p for p in pieces if _is_section_title(p, signs, body, record)]
        sections = _without_heads(sections, pieces, record) or _bare_titles(pieces, record)
        for piece in sections:
            piece.level = 2
            if not _kinds(piece, record):
                record.choose(piece.number, "heading-by-looks", piece.text, "section title")
        if sections:
            level_entry_titles(items, body.size, record)
    items = _cut_name(_name_first(person_first(items, record), body, record), body)
    _name([item for item in items if isinstance(item, Piece)], body, record)
    return [item for item in items if not isinstance(item, Piece) or item.rows]


def _name_first(items: list[Item], body: Look, record: Record) -> list[Item]:
    """A name that a text box holds far below its place, and the contacts after it, moved up."""
    pieces = [item for item in items if isinstance(item, Piece)]
    largest = max((p.look.size for p in pieces), default=0.0)
    found = [p for p in pieces if p.look.size == largest]
    start = _before_sections(pieces, record)[:_FIRST]
    if len(found) != 1 or not body.size or largest < body.size * 1.5 or found[0] in start:
        return items
    name = found[0]
    text = name.text
    if len(text.split()) > 6 or re.search(r"[\d@:.!?]", text) or _kinds(name, record):
        return items
    at = next(index for index, item in enumerate(items) if item is name)
    end = at + 1
    if end + 1 < len(items) and _is_label(items[end], items[end + 1], record):
        end += 1
    while end < len(items):
        item = items[end]
        if not isinstance(item, Piece) or not all(
            is_contact_line(plain(row.runs)) for row in item.rows
        ):
            break
        end += 1
    name.level = 0
    record.choose(name.number, "name-by-size", text, "basics.name")
    return [*items[at:end], *items[:at], *items[end:]]


def _raise_titles(pieces: list[Piece], level: int) -> None:
    """Titles of sections that a document marks as its deepest headings, right below the name."""
    above = [piece for piece in pieces if 0 < piece.level < level]
    if level > 2 and len(above) < 2:
        for piece in pieces:
            if piece.level >= level:
                piece.level -= level - 2


def _before_sections(pieces: list[Piece], record: Record) -> list[Piece]:
    """The pieces over the first known title: the name stands among them."""
    first = next((i for i, p in enumerate(pieces) if p.level and _kinds(p, record)), len(pieces))
    return pieces[:first]


def _is_label(item: Item, below: Item, record: Record) -> bool:
    """Whether the line under a name is a headline: short, over a section's title or contacts."""
    if not isinstance(item, Piece) or not isinstance(below, Piece) or item.level:
        return False
    short = len(item.rows) == 1 and len(item.text.split()) <= _LONGEST_WORDS and item.depth < 0
    over = below.level > 0 or is_contact_line(plain(below.rows[0].runs))
    return short and over and not _kinds(item, record) and not re.search(r"[.!?:]$", item.text)


def _cut_name(items: list[Item], body: Look) -> list[Item]:
    """A name with contacts beside it as a line of its own."""
    first = items[0] if items else None
    if not isinstance(first, Piece) or first.level or not first.rows or first.depth >= 0:
        return items
    runs = first.rows[0].runs
    tab = next((i for i, run in enumerate(runs) if run.text == "\t"), 0)
    name = plain(runs[:tab])
    likely = 0 < len(name.split()) <= 5 and not re.search(r"[\d@:,]", name)
    if not likely or not body.size or first.look.size < body.size * LARGER:
        return items
    rest = [Row(first.number, runs[tab + 1 :], first.rows[0].hard), *first.rows[1:]]
    first.rows = [Row(first.number, runs[:tab])]
    return [first, Piece(rest, Look(body.size)), *items[1:]]


def body_size(pieces: Iterable[Piece]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.look.size * 2) / 2] += len(piece.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _body(pieces: list[Piece]) -> Look:
    looks: Counter[Look] = Counter()
    for piece in pieces:
        looks[_rounded(piece.look)] += len(piece.text)
    common = max(looks, key=lambda look: looks[look], default=Look())
    return Look(body_size(pieces), common.strong, common.em, False, common.face)


def _rounded(look: Look) -> Look:
    return Look(round(look.size * 2) / 2, look.strong, look.em, False, look.face)


def _kinds(piece: Piece, record: Record) -> list[str]:
    return kinds_of(piece.text.strip().rstrip(":：").strip(), record.vocabulary)


def _is_section_title(piece: Piece, signs: set[Sign], body: Look, record: Record) -> bool:
    """Whether a line has the look of titles; among large ones are dates ("2014 → 2021")."""
    if _is_title_like(piece, record):
        return has_sign(piece, signs)
    large = bool(body.size) and piece.look.size >= body.size * LARGER
    alone = len(piece.rows) == 1 and piece.depth < 0 and not piece.level
    dated = large and alone and is_only_date(piece.text, record.vocabulary)
    return bool(dated) and sign_of(piece) in signs


def _is_title_like(piece: Piece, record: Record) -> bool:
    text = piece.text.strip()
    return (
        len(piece.rows) == 1
        and piece.depth < 0
        and not piece.level
        and any(c.isalpha() for c in text)
        and len(text.split()) <= _LONGEST_WORDS
        and len(text) <= 70
        and "\t" not in text
        and not re.search(r"[.!?,;]$", text)
        and not is_contact_line(text)
        and not find_date(text, record.vocabulary)
    )


def _without_heads(sections: list[Piece], pieces: list[Piece], record: Record) -> list[Piece]:
    """Those with space under them, where all known titles have it: heads of two lines have none."""
    below = {id(piece): under for piece, under in pairwise(pieces)}
    known = [below[id(p)].gap for p in sections if id(p) in below and _kinds(p, record)]
    if len(known) < _FEW or min(known) < _SPACE:
        return sections
    heads = [p for p in sections if id(p) in below and not _kinds(p, record)]
    heads = [p for p in heads if below[id(p)].gap < _NONE and below[id(p)].look == p.look]
    return [piece for piece in sections if all(piece is not head for head in heads)]


_FEW = 3
_SPACE, _NONE = 4.0, 1.0
"""How much space stands under titles, and how little under heads, in points."""


def _section_signs(pieces: list[Piece], body: Look, record: Record) -> set[Sign]:
    """The looks of section titles: those of titles that are known, else of the large lines."""
    titles = [piece for piece in pieces if _is_title_like(piece, record)]
    kinds: dict[Sign, list[str]] = {}
    for piece in titles:
        if found := _kinds(piece, record):
            kinds.setdefault(sign_of(piece), []).append(found[0])
    known = {sign: len(one) for sign, one in kinds.items() if stands_out(sign, body)}
    if known:
        # A title's look at its largest; a look that only one known title has may be an entry's.
        most = max(known.values())
        largest = max(sign.size for sign in known)
        # Among the heads of entries a few hold a title's word ("Lantern Books").
        shown = Counter(map(sign_of, titles))
        known = {s: n for s, n in known.items() if not _stands_under_titles(s, pieces, known)}
        known = {s: n for s, n in known.items() if not _is_labels(s, titles, largest)}
        return {
            sign for sign, n in known.items()
            if n * 3 >= most and (sign.size == largest or not _is_repeated(kinds[sign]))
            and (sign.size == largest or n == most or 2 * n >= shown[sign])
        }  # fmt: skip
    if any(piece.level for piece in pieces):
        return set()
    large = Counter(sign_of(p) for p in titles if body.size and p.look.size >= body.size * LARGER)
    return {sign for sign, n in large.items() if n > 1}


def _stands_under_titles(sign: Sign, pieces: list[Piece], known: Iterable[Sign]) -> bool:
    """Whether lines of a look stand right under larger titles: labels of what is listed there."""
    larger = {one for one in known if one.size > sign.size + 0.4}
    titles = (above for above, piece in pairwise(pieces) if sign_of(piece) == sign)
    return any(sign_of(above) in larger for above in titles)


def _is_labels(sign: Sign, titles: list[Piece], largest: float) -> bool:
    """Whether all lines of a look smaller than the titles' are labels: a colon, no space above."""
    lines = [piece for piece in titles if sign_of(piece) == sign]
    return sign.size < largest - 0.4 and all(
        piece.text.strip()[-1:] in ":：" and piece.gap < _SPACE for piece in lines
    )


def _is_repeated(kinds: list[str]) -> bool:
    """Whether titles are of few kinds: a document has one section of each, and many entries."""
    return len(kinds) > 2 and 2 * len(set(kinds)) <= len(kinds)


def _bare_titles(pieces: list[Piece], record: Record) -> list[Piece]:
    """Known titles that look as the text does, where one stands right over a date or a list."""
    known = [p for p in pieces[1:] if _is_title_like(p, record) and _kinds(p, record)]
    told = {id(piece) for piece in known}
    leads = any(
        id(piece) in told
        and (below.depth >= 0 or find_date(plain(below.rows[0].runs), record.vocabulary))
        for piece, below in pairwise(pieces)
    )
    return known if leads else []


def _name(pieces: list[Piece], body: Look, record: Record) -> None:
    """The largest line at the start is the name, or the document's title, over what follows."""
    start = _before_sections(pieces, record)
    if any(p.level == 1 for p in start):
        return
    start = start[:_FIRST]
    largest = max((p.look.size for p in pieces), default=0.0)
    for piece in start:
        if piece.level or piece.depth >= 0 or "\t" in piece.text:
            continue
        text = piece.text.strip()
        single = len(text.split()) <= 6 and not re.search(r"\d|@|[.!?]$", text)
        if not single or is_contact_line(text):
            continue
        large = bool(body.size and piece.look.size >= max(body.size * LARGER, largest - 0.5))
        if large or is_document_title(text, record.vocabulary):
            piece.level = 1
            following = pieces[start.index(piece) + 1 :][:1]
            if large and following and _goes_on(piece, following[0], record):
                piece.rows += following[0].rows
                following[0].rows = []
            _lower([p for p in pieces if p.rows], piece)
            return


def _goes_on(name: Piece, below: Piece, record: Record) -> bool:
    """Whether a name goes on with the next line of a narrow column, which looks the same."""
    text = f"{name.text} {below.text}"
    alike = below.look == name.look and not below.level and below.depth < 0
    likely = len(text.split()) <= 5 and not re.search(r"[\d@,|·\t]", text)
    return alike and likely and below.gap < name.look.size and not _kinds(below, record)


def _lower(pieces: list[Piece], name: Piece) -> None:
    """Headings that a source marks as of the name's level move below it."""
    others = [p for p in pieces if p.level and p is not name]
    if any(p.level == 1 for p in others):
        for piece in others:
            piece.level = min(piece.level + 1, 6)
