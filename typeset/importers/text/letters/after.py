"""What stands under a letter's closing: signature, enclosures, copies, postscript, contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.importers.text.header.contact_pieces import POSTAL, is_contact_line
from typeset.importers.text.header.contact_places import HOUSE, is_street
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import ends_like_role
from typeset.importers.text.letters.cards import card_lines
from typeset.importers.text.letters.marks import enclosed, marked, without_mark
from typeset.importers.text.letters.signed import is_same_person
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    Paragraph,
    Rule,
    to_markdown,
)
from typeset.importers.text.markup.inline import unstyle, visible
from typeset.importers.text.placeholders import blank_words
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

_GOES_ON = re.compile(r"(?:,|\b(?:and|und|et|y|e|en|och|i))$")
_TOWN = re.compile(
    r"[A-Z][^\W\d_]{2,}(?: [A-Z][^\W\d_]+)?, [A-Z][^\W\d_]{2,}(?: [A-Z][^\W\d_]+)?\.?"
)
_FRAMED = re.compile(r"[*_\\]*\[.+\][*_]*", re.DOTALL)
"""What its author is still to do, in brackets."""
_REGISTERED = re.compile(r"\d[.,]\d{3}(?!\d)")
"""A number that no house has, but who is registered somewhere: "Col·legiat núm. 4.417"."""
DASHES = re.compile(r"^(?:\\?[-–—]){1,3}[ \t]*(?=[^\W\d_])")
"""Dashes before a name: "— Ada"."""
_CARD = re.compile(r"\\?-\\?-")
"""What sets an e-mail's signature apart, with the writer's name and contacts under it."""


@dataclass
class Ending:
    """What was taken off the end of a letter."""

    closing: str = ""
    signature: str = ""
    enclosures: list[str] = field(default_factory=list)
    postscript: str = ""
    contacts: list[tuple[int, str]] = field(default_factory=list)
    card: list[Line] = field(default_factory=list)


def read_after(lines: list[Line], following: list[Block], ending: Ending, record: Record) -> None:
    """Read what stands after the closing, line by line."""
    groups: list[list[Line]] = [lines] if lines else []
    ruled: int | None = None  # how many groups stand over a rule
    for block in following:
        if isinstance(block, Rule):
            ruled = len(groups) if ruled is None else ruled
        elif isinstance(block, Paragraph):
            groups.append(block.lines)
        elif isinstance(block, List):
            groups += [all_lines(item.blocks) for item in block.items]
        elif isinstance(block, Heading):
            groups.append([Line(block.line, block.text)])
        else:
            groups.append([Line(block.line, to_markdown([block]))])
    reader = _Reader(ending, record)
    aside = False
    for at, group in enumerate(groups):
        if ruled is not None and at >= ruled and reader.is_aside(group, after=aside):
            aside = True
            for line in group:
                record.leave_out(line.number, visible(line.text, inline=True))
        elif group:
            reader.read(group)
    reader.finish()
    ending.signature = "\\\n".join(reader.signature)


def all_lines(blocks: list[Block]) -> list[Line]:
    """The lines of an item, with those of the lists in it."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += block.lines
        elif isinstance(block, List):
            lines += [line for item in block.items for line in all_lines(item.blocks)]
        elif isinstance(block, Heading):
            lines.append(Line(block.line, block.text))
        elif text := to_markdown([block]):
            lines.append(Line(block.line, text))
    return lines


_LONGEST_POST = 4
"""Words of a line that is a part of the signature though contacts stand over it."""
_LONGEST_CARD = 20
"""Words that a name, an address and its contacts have together."""


@dataclass
class _Reader:
    """One reading of the lines under a closing: what a line is depends on those before it."""

    ending: Ending
    record: Record
    signature: list[str] = field(default_factory=list)
    bare: Line | None = None
    """A mark of enclosures with nothing beside it."""
    label: int = -1
    """Which of the record's labels it is."""
    waiting: str = ""
    """What lines without a mark belong to: `enclosures`, `copies`, `postscript` or `card`."""

    def read(self, group: list[Line]) -> None:
        """Read the lines of one paragraph or list item."""
        card = card_lines(group[0]) if self.signature and not self.waiting else []
        if card and is_same_person(card[0].text, self.signature[0]):
            group = [*card, *group[1:]]  # "Ada Long | Baker | a@moss.org"
        again = self.signature and is_same_person(group[0].text, self.signature[0])
        if again and not self.waiting:  # the name again, over an address
            self.waiting = "card"
        if self.waiting == "postscript" and not marked(unstyle(group[0].text), self.record)[0]:
            self.waiting = ""
        if self.waiting == "enclosures" and self.ending.enclosures and self._consents(group[0]):
            self.waiting = ""
        if not self.signature and not self.waiting:
            group = [*(card_lines(group[0]) or group[:1]), *group[1:]]
        for index, line in enumerate(group):
            self._line(line, first=index == 0)
        if self.waiting == "copies":
            self.waiting = ""

    def is_aside(self, group: list[Line], *, after: bool) -> bool:
        """Whether lines under a rule and a signature are none that a letter ends with.

        A sentence is a postscript, but `after` a note it is one more, whatever it names.
        """
        if not self.signature or self.waiting:
            return False
        if after and sum(len(line.text.split()) for line in group) > _LONGEST_CARD:
            return not marked(unstyle(group[0].text), self.record)[0]  # a note has many paragraphs
        known = (
            is_contact_line(line.text)
            or self._is_street(unstyle(line.text))
            or marked(unstyle(line.text), self.record)[0]
            or is_same_person(line.text, self.signature[0])
            or (not after and _is_note(line.text) and not _FRAMED.fullmatch(line.text))
            or find_date(unstyle(line.text), self.record.vocabulary)
            for line in group[:6]
        )
        return not any(known)

    def finish(self) -> None:
        """A mark with nothing under it either ("Enclosures (2)") says itself what is enclosed."""
        if self.bare and not CJK.search(self.bare.text):
            self.record.labels.pop(self.label)
            self.ending.enclosures.append(self.bare.text)
        self.bare = None

    def _line(self, line: Line, *, first: bool) -> None:
        ending, plain = self.ending, unstyle(line.text)
        kind, label, text = marked(plain, self.record)
        if kind == "postscript":
            self.finish()
            self._postscript(line, label, text)
        elif kind == "enclosures":
            self.record.use_label(line.number, label, "enclosures")
            ending.enclosures += enclosed(text)
            self.waiting = "enclosures"
            self.bare, self.label = None if text else line, len(self.record.labels) - 1
        elif kind == "copies" and (self.signature or self.waiting):
            self.finish()
            ending.enclosures.append(line.text)
            self.waiting = "copies"
        elif self._is_device(plain):
            self.record.leave_out(line.number, visible(line.text, inline=True))
        elif _CARD.fullmatch(plain.strip()):
            self.waiting = "card"
        elif self.waiting == "card":
            ending.card.append(line)
        elif self.waiting == "postscript":
            ending.postscript += f" {line.text}"
        elif self.signature and _is_framed_contact(plain):
            ending.contacts.append((line.number, plain.strip()[1:-1]))
        elif self.signature and not self.waiting and self._is_of_address(line, first=first):
            ending.card.append(line)
        elif self.signature and (
            is_contact_line(line.text) or (not self.waiting and self._is_town(plain))
        ):
            ending.contacts.append((line.number, line.text.rstrip(".")))
        elif self.signature and not self.waiting and _is_blank_contact(plain, self.record):
            ending.card.append(line)
        elif self.waiting:
            self._more(line, plain)
        elif ending.contacts and not first and self._is_fact(plain):
            ending.contacts.append((line.number, line.text))
        elif self.signature and (_is_note(line.text) or (first and ending.postscript)):
            self._add_postscript(line.text)
            self.waiting = "postscript"
        else:
            self.signature.append(DASHES.sub("", line.text) or line.text)

    def _consents(self, line: Line) -> bool:
        """Whether a line begins as a declaration does: "Wyrażam zgodę na …"."""
        return key(unstyle(line.text)).startswith(tuple(self.record.vocabulary["consents"]))

    def _is_device(self, plain: str) -> bool:
        """Whether a line is what a machine writes under each e-mail: "Sent from my phone"."""
        words = plain.split()
        known = self.record.vocabulary["sent_from"]
        return any(
            key(" ".join(words[:size])) in known for size in range(2, min(5, len(words)) + 1)
        )

    def _is_street(self, plain: str) -> bool:
        """Whether a line under the name is of an address: a house or postal number, no date."""
        numbered = POSTAL.search(plain) or HOUSE.search(plain) or is_street(plain, self.record)
        registered = _REGISTERED.search(plain)
        dated = find_date(plain, self.record.vocabulary)
        short = len(plain.split()) <= 8 and not re.search(r"[!?:]$|[^\W\d_]{5}\.$", plain)
        return (
            bool(numbered) and not registered and not dated and short and not is_contact_line(plain)
        )

    def _is_of_address(self, line: Line, *, first: bool) -> bool:
        """Whether a line is of an address, or is right under one: its town, alone."""
        plain = unstyle(line.text)
        if self._is_street(plain):
            return True
        above = self.ending.card[-1] if self.ending.card else None
        if first or above is None or above.number != line.number - 1:
            return False
        short = len(plain.split()) <= _LONGEST_POST and not re.search(r"[\d.!?:@]", plain)
        role = self.record.vocabulary.has("roles", plain)
        return bool(POSTAL.match(plain)) or (short and not role)

    def _is_fact(self, plain: str) -> bool:
        """Whether a line among contacts says more of the writer: "References on request from …"."""
        return len(plain.split()) > _LONGEST_POST and not re.search(r"[.!?]$", plain)

    def _is_town(self, plain: str) -> bool:
        """Whether a line under the name says where it was written: "Kitchener, Ontario."."""
        words = self.record.vocabulary
        kinds = ("roles", "organisations", "schools", "degrees", "departments")
        other = any(words.has(kind, plain) for kind in kinds)
        other = other or ends_like_role(plain.partition(",")[0], self.record)
        known = is_place(plain, self.record) and bool(self.ending.contacts or "," in plain)
        return not other and (known or bool(_TOWN.fullmatch(plain.strip())))

    def _more(self, line: Line, plain: str) -> None:
        """Another thing enclosed, or the rest of one that goes over two lines."""
        items, self.bare = self.ending.enclosures, None
        if items and plain[:1].islower() and _GOES_ON.search(items[-1]):
            items[-1] += f" {line.text}"
        else:
            items += enclosed(plain) if ";" in plain else [line.text.replace("\t", " ")]

    def _postscript(self, line: Line, label: str, text: str) -> None:
        """The first mark is the page's to print in its language; a second one stays."""
        if self.ending.postscript:
            self._add_postscript(line.text)
        else:
            self.record.use_label(line.number, re.sub(r"\s", "", label), "postscript")
            self.ending.postscript = without_mark(line.text, label)
        self.waiting = "postscript"

    def _add_postscript(self, text: str) -> None:
        before = self.ending.postscript
        self.ending.postscript = f"{before}\\\n{text}" if before else text


def _is_framed_contact(plain: str) -> bool:
    """Whether a line is a contact in brackets: "(01632 960001, in the evening)"."""
    text = plain.strip()
    inner = text[1:-1]
    return text == f"({inner})" and not re.search("[()]", inner) and is_contact_line(inner)


def _is_blank_contact(plain: str, record: Record) -> bool:
    """Whether a line is a contact still to be filled in: "[Your Phone]"."""
    words = blank_words(plain)
    return bool(words) and record.vocabulary.label(words[-1]) in (
        "location",
        "phone",
        "email",
        "url",
    )


def _is_note(text: str) -> bool:
    """A sentence under the signature: no one signs with it."""
    plain = unstyle(text)
    return len(plain.split()) > 8 or bool(re.match(r"note\s*:", plain, re.IGNORECASE))
