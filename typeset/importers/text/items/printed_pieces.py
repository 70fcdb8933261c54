"""Pieces that journalists list: a title set apart, in what it was printed, and when.

"[The Quiet Weir](…), *The Salt Herald*, March 2022"; "The Salt Herald: “The Quiet Weir” (2022)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.text.items.authors import read_names
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, is_only_date

_TITLE = (
    r"(?:(?P<quoted>[\"“][^\"“”]+[\"”])"
    r"|(?P<bold>\*{0,2})\[[\"“*]*(?P<link>[^\]]+?)[\"”*]*\]\((?P<page>\S+?)\)(?P=bold))"
)
_HOUSE = r"(?P<house>\*?[^\W_a-zà-ÿ][^,;:|–—*()\[\]\d\"“”]{1,50}?\*?)"
_DAY = r"(?:,\s+|\s+[|·]\s+|\s*\()(?P<day>[^()|·,]*\d{4})\)?\.?"
_FORMS = (
    re.compile(rf"{_TITLE}\s*(?:,|[–—|·-])?\s+{_HOUSE}{_DAY}"),
    re.compile(rf"{_HOUSE}(?:[:,]|\s+[–—|·-])\s+{_TITLE}{_DAY}"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece in parts; `page` is where its title leads."""

    title: str
    house: str
    day: DateFound
    page: str = ""


def piece_of(text: str, record: Record) -> Piece | None:
    """The parts of an item that is such a piece; who wrote a title is no house that printed it."""
    match = next(filter(None, (form.fullmatch(text.strip()) for form in _FORMS)), None)
    day = is_only_date(match["day"], record.vocabulary) if match else None
    if not match or not day or read_names(match["house"], record).sure:
        return None
    title = match["link"] or re.sub(r",(?=[\"”]$)", "", match["quoted"])
    return Piece(title, match["house"].strip(), day, match["page"] or "")
