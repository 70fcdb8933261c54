"""Lines of contacts → the header's; what no rule knows among them is the headline, or a fact."""

from __future__ import annotations

import re

from typeset.importers.text.header.callings import is_role_and_town, role_in_place
from typeset.importers.text.header.contact_reader import read_contacts
from typeset.importers.text.header.contacts import Contacts, is_place
from typeset.importers.text.header.facts import is_lasting
from typeset.importers.text.header.name_parts import IN_BRACKETS
from typeset.importers.text.heads.words import is_role, names
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key


def add_contacts(lines: list[tuple[int, str]], header: Header, record: Record) -> None:
    """Add what the lines hold to the header's contacts, its name and headline."""
    found = read_contacts(lines, record)
    for line, text in found.rest:
        _left_over(line, text, header, found, record)
    found.rest = []
    for name in ("name", "label"):
        value = found.basics.pop(name, "")
        if value and key(value) == key(getattr(header, name)):
            record.use_repeat(0, value)
        elif value and not getattr(header, name):
            setattr(header, name, value)
        elif value:
            found.detail("", value)
    header.contacts.merge(found, record)


def _left_over(line: int, text: str, header: Header, found: Contacts, record: Record) -> None:
    """A piece among contacts that no rule knows: the headline if there is none, or a fact."""
    plain = unlink(unstyle(text))[0]
    if not re.search(r"\w", plain):
        found.detail("", text)
        return
    if header.name and key(plain) == key(header.name):
        record.use_repeat(line, plain)  # its front matter has named the author
        return
    role = is_role(plain, record)
    bare = IN_BRACKETS.sub("", plain) if role else plain  # "Solicitor (admitted 2011)"
    dated = find_date(bare, record.vocabulary) or is_lasting(plain, record)
    if role and header.label and names("degrees", header.label, record):
        header.label = f"{header.label} | {plain}"  # "MBA | Accountant"
        return
    if "location" not in found.basics and may_be_town(text, record):
        found.basics["location"] = plain
        record.choose(line, "place", plain, "basics.location")
    elif not header.label and not dated and plain[:1] != "@" and (role or not plain[0].islower()):
        what, _, town = plain.rpartition(", ")
        unplaced = "location" not in found.basics
        if unplaced and (lives := role_in_place(plain, record)):
            record.use_label(line, lives[2], "place_joiners")
            plain, found.basics["location"] = lives[1], lives[3]
        elif unplaced and is_role_and_town(what, town, record):
            plain, found.basics["location"] = what, town
        header.label = plain
        record.choose(line, "headline", plain, "basics.label")
    else:
        found.detail("", text)


def may_be_town(text: str, record: Record) -> bool:
    """Whether a piece among contacts that no rule knows is where one lives: "Penzance"."""
    plain = unlink(unstyle(text))[0]
    return (
        plain[:1] != "@"
        and not plain[:1].islower()
        and len(plain.split()) <= _LONGEST_TOWN
        and (not CJK.search(plain) or is_place(plain, record))
        and not (is_role(plain, record) or names("degrees", plain, record))
        and not find_date(plain, record.vocabulary)
        and not is_lasting(plain, record)
    )


_LONGEST_TOWN = 3
