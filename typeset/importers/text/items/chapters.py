"""Chapters of books that others edited: which is the book, its house, and its town."""

from __future__ import annotations

import re
from dataclasses import replace

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import names
from typeset.importers.text.items.authors import read_names
from typeset.importers.text.items.citation_parts import Citation
from typeset.importers.text.items.cited_titles import ITALIC, sentence_ends, within
from typeset.importers.text.record import Record

_EDITED = re.compile(
    r"(?P<who>[^()（）*“\"„«]{4,200}?)\s*[(（][^\W\d_][^()（）\d]{0,12}[)）][,:]?\s+(?=\*)"
)
"""Who edited a book, before its title in italics: "A. Reed & B. Moss (Eds.), *Of Salt*"."""
_PAGES = re.compile(r"\s*[(（][^()（）]*\d[^()（）]*[)）]")
_HOUSE = re.compile(r"[^\W\d_a-zà-ÿ][^\d.;*]{2,60}")


def of_chapter(cited: Citation, record: Record) -> Citation:
    """A chapter: who printed its book, which itself is a remark: "In *Of Salt*, 3–9. Ash Press".

    Where no house is named, the book of other people's is where it came out.
    """
    leads = within().match(cited.venue)
    if not leads:
        return cited
    edited = _EDITED.match(cited.venue, leads.end())
    book = ITALIC.match(cited.venue, edited.end()) if edited else None
    if edited and book and read_names(edited["who"], record).people:
        return _of_edited(cited, edited.end(), book, record)
    venue = cited.venue
    ends = sentence_ends(venue)
    before, house = (venue[: ends[-1][0]], venue[ends[-1][1] :]) if ends else ("", "")
    printed = _HOUSE.fullmatch(house.strip(" ."))
    if not printed or "*" not in before or "," in house or names("presses", before, record):
        return cited  # proceedings and journals are where it came out
    return _said(cited, printed[0], before)


def _of_edited(cited: Citation, begin: int, book: re.Match[str], record: Record) -> Citation:
    """A chapter of a book with its editors: "In A. Reed (Ed.), *Of Salt* (pp. 3–9). Ash Press"."""
    venue = cited.venue
    pages = _PAGES.match(venue, book.end())
    behind = venue[pages.end() if pages else book.end() :]
    house = behind.strip(" .,;:")
    town, _, press = house.partition(": ")
    printed = bool(press) and is_place(town, record) and not re.search(r"[:;*]", press)
    if printed:
        house = f"{press}, {town}"  # "Austin, TX: Ash Press"
    elif house and not is_place(house, record) and not _HOUSE.fullmatch(house):
        return cited
    if not printed and (not house or is_place(house, record)):
        said = venue[:begin] + (pages[0].strip() if pages else "")
        return _said(cited, ", ".join(filter(None, (book[0], house))), said)
    return _said(cited, house, venue[: pages.end() if pages else book.end()])


def _said(cited: Citation, venue: str, said: str) -> Citation:
    remark = ". ".join(part for part in (said.rstrip(" .,"), cited.remark) if part)
    return replace(cited, venue=venue, remark=remark)
