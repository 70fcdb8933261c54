"""The Document: what stands on the pages, in order, in its final words.

It stands between profile and theme. Templates, exporters and checks read only
this; nothing after it holds a date format, a language, a choice or an order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style. `\\n` is a line break the author asked for."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""


Rich = tuple[Run, ...]
"""A styled line of text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Rich
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text; `level` counts from 1 below the section's own."""

    level: int
    text: Rich
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: perhaps a lead, its text, and what is nested in it."""

    text: Rich
    lead: Rich = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """A list; numbered from `start` when that is given."""

    items: tuple[Item, ...]
    start: int | None = None
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set off from the text."""

    blocks: tuple[Block, ...]
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines kept as they are written."""

    text: str
    kind: Literal["verbatim"] = "verbatim"


Block = Paragraph | Heading | List | Quote | Verbatim


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach the person. `kind` is the profile's key; `label` is empty if plain."""

    kind: str
    text: str
    label: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Who the document is from."""

    name: str
    label: Rich = ()
    contacts: tuple[Contact, ...] = ()
    image: str = ""


_STOPPED = re.compile("[.,][”\"“»’'」』]$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A position, degree, project …: its head in reading order, its body, its parts.

    The reading order is title, organization, location, dates, body, parts.
    """

    title: Rich = ()
    organization: Rich = ()
    location: Rich = ()
    dates: str = ""
    body: tuple[Block, ...] = ()
    parts: tuple[Entry, ...] = ()

    @property
    def is_stopped(self) -> bool:
        """Whether the title's quotation marks hold its stop: no comma follows such a title."""
        return bool(_STOPPED.search("".join(run.text for run in self.title)))


@dataclass(frozen=True, slots=True)
class Group:
    """A label and what belongs to it on one line: skills, languages, interests."""

    text: Rich
    label: Rich = ()


Layout = Literal["entries", "lines", "groups", "prose"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document under one title, which may be empty.

    `layout` tells what it holds besides its body: entries with bodies, entries of
    one line each, groups, or nothing.
    """

    kind: str
    layout: Layout
    title: Rich = ()
    body: tuple[Block, ...] = ()
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()

    @property
    def in_capitals(self) -> bool:
        """Whether the author typed the title in capitals, which a theme may set smaller."""
        return "".join(run.text for run in self.title).isupper()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's parts in reading order; each may be empty."""

    dateline: str = ""
    recipient: tuple[str, ...] = ()
    subject: Rich = ()
    greeting: Rich = ()
    body: tuple[Block, ...] = ()
    closing: Rich = ()
    signature: Rich = ()
    enclosures_label: str = ""
    enclosures: tuple[Rich, ...] = ()
    postscript: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What a theme sets between texts, as the language writes it.

    `comma` stands between the parts of an entry's head, `colon` between a label and its
    value; `page` around the number of the page and the number of pages.
    """

    comma: str = ", "
    colon: str = ": "
    page: tuple[str, str, str] = ("Page ", " of ", "")


Kind = Literal["resume", "letter", "page"]


@dataclass(frozen=True, slots=True)
class Document:
    """A résumé, a letter or a page of mostly prose, ready for any theme or exporter.

    `title` heads a document that no person heads; `name` is what the PDF is called
    and what stands beside the page number from page two on; `subject` is what its metadata
    say it is about. `aside` counts the first sections that a theme sets in a column beside
    the others.
    """

    kind: Kind
    lang: str
    direction: Literal["ltr", "rtl"]
    name: str
    author: str
    head: Head
    title: Rich = ()
    sections: tuple[Section, ...] = ()
    letter: Letter | None = None
    subject: str = ""
    keywords: tuple[str, ...] = ()
    marks: Marks = Marks()
    aside: int = 0
