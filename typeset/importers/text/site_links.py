"""Links that a page has and its document has not: "Download as PDF", "« back to home"."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import LINK, unlink, unstyle, visible
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_EDGE = 4
"""How many blocks at the beginning and the end of a page are looked at."""
_LONGEST = 10
_SIGNS = re.compile(r"^\W+")
"""Arrows and pictures before the words of a link."""
_NOWHERE = "#"
"""Where a link leads that is a button: "[Print](#)"."""


def without_site_links(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks without such lines near the beginning and the end, which go to the unplaced."""
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        near = at < _EDGE or at >= len(blocks) - _EDGE
        if not near or not isinstance(block, Paragraph | Heading) or not _is_of_site(block, record):
            kept.append(block)
            continue
        for line in block.lines if isinstance(block, Paragraph) else [Line(block.line, block.text)]:
            record.leave_out(line.number, visible(line.text, inline=True), "a link of the page")
    return kept


def _is_of_site(block: Paragraph | Heading, record: Record) -> bool:
    """Whether a block is nothing but links, the first of which leads about the site.

    Words that say so may stand before the link: "Download [a PDF version](cv.pdf)."
    """
    text = unstyle(block.text)
    if not (link := LINK.search(text)):
        return False
    about = tuple(f"{word} " for word in record.vocabulary["site_links"])
    words = _SIGNS.sub("", key(unlink(text)[0]))
    told = f"{words} ".startswith(about)
    before = _SIGNS.sub("", key(text[: link.start()]))
    beside = LINK.sub("", text[link.start() :] if f"{before} ".startswith(about) else text)
    leads = [link[2] for link in LINK.finditer(text)]
    told = told or all(link == _NOWHERE for link in leads)
    told = told or (len(leads) >= _FEWEST_IN_MENU and all(map(_PAGE_IN_MENU.fullmatch, leads)))
    short = len(words.split()) <= _LONGEST
    if _switches_language(unlink(text)[0], record):
        return True
    if isinstance(block, Heading) and not _FILE.search(link[2]):
        return False
    return told and short and not re.search(r"\w", beside)


_FEWEST_IN_MENU = 3
_PAGE_IN_MENU = re.compile(r"(?:\.{0,2}/)?[\w/.-]*(?:/|\.html?)")
"""Where a menu leads: "./papers.html", "/talks/"."""
_FILE = re.compile(r"\.(?:pdf|docx?|odt)$", re.IGNORECASE)
"""The end of a file's name that a heading leads to: "## [CV as PDF](cv.pdf)"."""


def _switches_language(text: str, record: Record) -> bool:
    """Whether the words of links name the languages that a page is in: "FR | EN", "English | 中文".

    The one that is shown may be no link; a few words may stand beside each: "English version".
    """
    parts = [part for part in _BETWEEN.split(text) if re.search(r"\w", part)]
    tongues, codes = record.vocabulary["tongues"], record.vocabulary["tongue_codes"]
    return 1 < len(parts) <= _LONGEST and all(
        key(part) in tongues | codes or _is_version(part, record) for part in parts
    )


def _is_version(text: str, record: Record) -> bool:
    """Whether a text of two or three words names a language: "Version in English"."""
    few = 1 < len(text.split()) <= _LONGEST_VERSION
    return few and record.vocabulary.has("tongues", text, longest=1)


_BETWEEN = re.compile(r"\s*[|｜/·•,、]\s*|\n|\s{2,}|\s+[–—-]\s+")
_LONGEST_VERSION = 3
