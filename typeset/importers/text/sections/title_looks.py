"""Titles nobody knows by their words, told by being set as the known ones are."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from itertools import pairwise

from typeset.importers.text.markup.rows import BULLET, UNDERLINE, Row
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import (
    is_own_title,
    kinds_of,
    shown_title,
    without_number,
)
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import begins_large
from typeset.importers.text.words.vocabulary import key

_FEWEST_KNOWN = 2
_OTHER_CAPITALS = 2
"""Unknown titles for a known one, of those in capitals: hardly anything else is set so."""
_LONGEST = 8
_NO_TITLE = re.compile(r"[@|·•\t,;.!?\d]|\s[–—-]\s|://")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line under an empty one is set: its indent, its sign, and what is right below.

    The sign is its capitals or its colon. With one what is below does not count: such titles
    are seen over a list and over a text alike.
    """

    indent: int
    sign: str
    below: str


def titles_by_looks(rows: list[Row], record: Record) -> frozenset[int]:
    """The places of unknown titles set as two known ones are at least, and as nothing else is.

    A look is that of titles where all lines that have it can be one, half of them are known,
    and a text stands under each: a title right under another is the head of an entry.
    """
    found = _by_look(rows, record)
    every = {at for places in found.values() for at in places if _is_known(rows[at].text, record)}
    quiet = sorted(at for at in every if _sign(rows[at].text) != _COLON)
    result: set[int] = set()
    for look, places in found.items():
        known = every & {*places}
        if len(known) < _FEWEST_KNOWN:
            continue
        others = [at for at in places if at not in known]
        others = [at for at in others if at > min(known) or _is_first(at, look, rows, record)]
        others = [at for at in others if not _is_group_label(at, quiet, rows, record)]
        if look.sign == _COLON:
            others = [at for at in others if not _is_among_skills(at, known, rows, record)]
        if look.below == "nothing":  # whole texts are set so, too: a line with an end or a comma
            last = max(at for at, row in enumerate(rows) if row.text)  # a name under it all
            others = [at for at in others if at < last and _can_be_title(rows[at].text, record)]
        few = len(others) <= len(known) * (_OTHER_CAPITALS if look.sign == _CAPITALS else 1)
        labels = [rows[at].text for at in others if _sign(rows[at].text) == _COLON]
        once = len({*labels}) == len(labels)  # no label of each entry
        told = others and few and all(_can_be_title(rows[at].text, record) for at in others)
        if told and once and not _is_of_entries(rows, look, sorted([*known, *others])):
            result |= {*others}
    for at in sorted(result):
        record.choose(rows[at].number, "title-by-looks", rows[at].text, "section title")
    return frozenset(result)


def _is_first(at: int, look: _Look, rows: list[Row], record: Record) -> bool:
    """Whether a line in capitals before all known titles is one: a period begins what is below."""
    below = [row.text for row in rows[at + 1 :] if row.text][:1]
    found = find_date(below[0], record.vocabulary) if below else None
    lasted = found is not None and not found.begin and found.start != found.end
    return look.sign == _CAPITALS and lasted


def _by_look(rows: list[Row], record: Record) -> dict[_Look, list[int]]:
    found: dict[_Look, list[int]] = {}
    colons = sum(_sign(row.text) == _COLON and _is_known(row.text, record) for row in rows)
    for at in range(1, len(rows) - 1):
        row, below = rows[at], rows[at + 1]
        free = not rows[at - 1].text or UNDERLINE.fullmatch(rows[at - 1].text)
        if free and row.text and not BULLET.match(row.text) and not UNDERLINE.fullmatch(row.text):
            if row.indent and _is_under_date(rows, at, record):
                continue
            sign = _sign(row.text)
            if sign == _COLON and colons < _FEWEST_KNOWN:
                sign = ""  # one among titles that have none
            look = _Look(row.indent, sign, "" if sign else _under(row, below))
            found.setdefault(look, []).append(at)
    return found


def _is_under_date(rows: list[Row], at: int, record: Record) -> bool:
    """Whether a line stands first under a date in the margin, as the head of an entry does."""
    above = next((row for row in reversed(rows[max(0, at - 2) : at]) if row.text), rows[at])
    return above.indent < rows[at].indent and bool(is_only_date(above.text, record.vocabulary))


def _is_group_label(at: int, quiet: list[int], rows: list[Row], record: Record) -> bool:
    """Whether a line has a colon among skills whose title has none: "Other Frameworks:".

    `quiet` are the places of known titles without a colon.
    """
    above = bisect(quiet, at)
    if _sign(rows[at].text) != _COLON or not above:
        return False
    texts = (rows[quiet[above - 1]].text, rows[at].text)
    return all(_kinds(text, record) == ["skills"] for text in texts)


def _is_among_skills(at: int, known: set[int], rows: list[Row], record: Record) -> bool:
    """Whether an unknown label stands between known titles of skills: it names some of these."""
    above = max(one for one in known if one < at)
    below = min((one for one in known if one > at), default=above)
    kinds = [_kinds(rows[one].text, record) for one in (above, below)]
    return below > at and all(kind == ["skills"] for kind in kinds)


def _kinds(text: str, record: Record) -> list[str]:
    """What a line names as a section's title, whether a colon ends it or not."""
    return kinds_of(shown_title(text.rstrip(":：")), record.vocabulary)


_CAPITALS, _COLON = "capitals", "colon"


def _sign(text: str) -> str:
    """What sets a line apart from those of a text by its letters: capitals, or a colon; or ""."""
    return _CAPITALS if text.isupper() else _COLON if text.endswith((":", "：")) else ""


def _under(row: Row, below: Row) -> str:
    if not below.text:
        return "nothing"
    if UNDERLINE.fullmatch(below.text):
        return "rule"
    return "list" if BULLET.match(below.text) else "in" if below.indent > row.indent else "text"


def _is_known(text: str, record: Record) -> bool:
    if text.endswith(","):
        return False  # a greeting: "Bonjour,"
    words, plain = record.vocabulary, without_number(text.rstrip(":："))
    other = bool(_sign(text)) and key(plain) in words["other_titles"]
    return other or is_own_title(plain, words)


def _can_be_title(text: str, record: Record) -> bool:
    plain = without_number(text.rstrip(":："))
    if not begins_large(plain) or len(plain.split()) > _LONGEST:
        return False
    if key(plain).startswith(tuple(record.vocabulary["on_request"])):
        return False
    if kinds_of(shown_title(plain), record.vocabulary):
        return True
    return not _NO_TITLE.search(plain) and not find_date(plain, record.vocabulary)


def _is_of_entries(rows: list[Row], look: _Look, places: list[int]) -> bool:
    """Whether heads of entries have the look: one is right under a title."""
    for above, at in pairwise(places):
        between = [row for row in rows[above + 1 : at] if row.text]
        below = rows[above + 1]
        head = below.text and not BULLET.match(below.text) and look.below != "nothing"
        alike = bool(below.text) and _sign(below.text) == look.sign
        alike = alike and (bool(look.sign) or _under(below, rows[above + 2]) == look.below)
        if not between or (head and alike):
            return True
    return False
