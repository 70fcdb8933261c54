"""The contact grammar: e-mail, phone, links, address, and facts under labels of their own.

A contact line is cut at its separators, and an ordered list of small rules says what
each piece is. The author's order of the keys is the order in which they are found.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.importers.text.header.addresses import (
    EMAIL,
    is_phone,
    written_email,
)
from typeset.importers.text.header.contact_labels import drops_empty_label, kept_label, label_of
from typeset.importers.text.header.contact_pages import page, unlinked
from typeset.importers.text.header.contact_pieces import pieces
from typeset.importers.text.header.contact_places import YEAR, bare_place, place
from typeset.importers.text.header.contacts import Contacts
from typeset.importers.text.header.facts import facts_in_row, is_beside_facts, is_fact
from typeset.importers.text.markup.inline import LINK, unescape
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_HANDLE = re.compile(r"@[\w.-]{2,30}")
_DIALLED = re.compile(r"^\+\d{1,3}$|(?:\d\D*){5}")
"""What is dialled behind its label: a country's code, whose number is withheld, or more."""

_BOLD_ITALIC = re.compile(r"(?<!\*)\*{3}([^*]+)\*{3}(?!\*)")
"""A label in both styles, "***Signal:*** …", which is as one in bold."""


def read_contacts(lines: list[tuple[int, str]], record: Record) -> Contacts:
    """Read the (line, Markdown) pairs of a contact block. What no rule takes is in `rest`."""
    found = Contacts()
    for line, text in lines:
        found.text = text
        for piece in _pieces(_BOLD_ITALIC.sub(r"**\1**", text), found, record):
            row = facts_in_row(piece, record)
            for one in row:
                if len(row) > 1 and is_beside_facts(one, record):
                    found.detail("", one)  # "Born in Ely, British, married"
                else:
                    _read_piece(line, one, found, record)
    if found.given_name:
        found.add("name", found.given_name)
    return found


def _pieces(text: str, found: Contacts, record: Record) -> list[str]:
    """The pieces of a line; how to reach somebody else is one fact, whole behind its label.

    "Agent: Rook & Vale, 020 7946 0100, desk@…" tells none of the person's own addresses.
    """
    if not _HAS_COLON.search(text):
        return pieces(text)
    parts = _BARS.split(text)
    told = [label_of(part, record) for part in parts]
    others = [key(label) in record.vocabulary["others_labels"] for label, _ in told]
    if not any(others):
        return pieces(text)
    own: list[str] = []
    for part, (label, value), of_other in zip(parts, told, others, strict=True):
        if of_other:
            found.detail(label, value)
        else:
            own += pieces(part)
    return own


_HAS_COLON = re.compile("[:：]")
_BARS = re.compile(r"\s*[|·•｜]\s*")


def _read_piece(line: int, piece: str, found: Contacts, record: Record) -> None:
    """Give one piece to the first rule that takes it."""
    if drops_empty_label(line, piece, record):
        return
    label, value = label_of(piece, record)
    known = record.vocabulary.label(label) if label else ""
    place_line = found.place_line
    for rule in RULES:
        if rule(line, label, known, value, found, record):
            break
    else:
        found.rest.append((line, piece))
    if found.place_line == place_line == line - 1:
        found.place_line = -1  # another thing stands between: the address has ended


Rule = Callable[[int, str, str, str, Contacts, Record], bool]


def _email(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    text, target = unlinked(value)
    written = target.startswith("mailto:") or EMAIL.fullmatch(target)  # "[Mail](ann@bell.org)"
    address = re.sub("^mailto:(?://)?", "", target) if written else text
    if not target and (spelled := written_email(text)):
        record.use_address(line, text, spelled)
        address = text = spelled
    if not EMAIL.fullmatch(address):
        return False
    if text != address and target and not _is_named(line, text, target, "email", found, record):
        found.detail(label, value)  # "[write to me](mailto:…)": the words are kept, as a link
        found.certain += 1
        return True
    found.add("email", address, kept_label(line, label, known, "email", found, record))
    found.certain += 1
    return True


def _is_named(
    line: int, text: str, target: str, name: str, found: Contacts, record: Record
) -> bool:
    """Whether a link shows no more than what it leads to: "[E-mail](mailto:…)", "[Call](tel:…)"."""
    if name in found.basics or record.vocabulary.label(text) != name:
        return False
    record.use_label(line, text, f"labels.{name}")
    record.use_address(line, target, re.sub(r"^(?:mailto|tel):(?://)?", "", target))
    return True


def _phone(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    text, target = unlinked(value)
    if target.startswith("tel:") and _is_named(line, text, target, "phone", found, record):
        text = target.removeprefix("tel:")
    elif not (is_phone(text) or (known == "phone" and _DIALLED.search(text))):
        return False
    if key(label) in record.vocabulary.account_names and "phone" in found.basics:
        return False  # "WeChat: 0…", under the telephone's number
    if target and re.sub(r"\D", "", target) != re.sub(r"\D", "", text):
        record.choose(line, "phone-target", target, text)
    found.add("phone", text, kept_label(line, label, known, "phone", found, record))
    found.certain += 1
    return True


def _handle(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """A network with a name and no address, "GitHub: ann", or the name alone, "@ann"."""
    if not label and _HANDLE.fullmatch(unescape(value)):
        found.profile("", unescape(value), "")
        return True
    if not label and len(value) > 1 and key(value) in record.vocabulary.network_names:
        found.profile(value, "", "")  # "LinkedIn", whose link was lost on the way
        return True
    if not label or key(label) not in record.vocabulary.account_names or LINK.search(value):
        return False
    found.profile(label, unescape(value), "")
    found.certain += 1
    return True


def _of_others(
    line: int, label: str, known: str, value: str, found: Contacts, record: Record
) -> bool:
    """Who speaks for the person, without a colon: "Represented by Rook & Vale, Leeds"."""
    others = (f"{one} " for one in record.vocabulary["others_labels"] if " " in one)
    if label or not key(value).startswith(tuple(others)):
        return False
    found.detail("", value)
    return True


def _person(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """What is labelled as the name or the headline: "Name: …", "Position: …"."""
    if known in ("given_name", "family_name"):
        return _part_of_name(line, label, known, value, found, record)
    if known == "name" and found.given_name and "name" not in found.basics:
        value = f"{found.given_name} {value}"  # "Prénom : Anne", "Nom : Lumen"
        found.given_name = ""
    if known not in ("name", "label") or known in found.basics:
        return False
    found.add(known, value, kept_label(line, label, known, known, found, record))
    return True


def _part_of_name(
    line: int, label: str, known: str, value: str, found: Contacts, record: Record
) -> bool:
    """The first or the last name: once both are there, they are the name, in this order."""
    record.use_label(line, label, f"labels.{known}")
    name = found.basics.get("name", "")
    if value in name.split():
        record.use_repeat(line, value)
    elif known == "given_name" and not name:
        found.given_name = value
    else:
        parts = (value, name) if known == "given_name" else (found.given_name or name, value)
        found.basics["name"] = " ".join(part for part in parts if part)
        found.given_name = ""
    return True


def _fact(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """A label of the author's own: a birth date, a permit."""
    if not label:
        return False
    found.detail(label, value)
    return True


def _told(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """A fact without a label, or the year of birth."""
    if not (is_fact(value, record) or YEAR.fullmatch(value)):
        return False
    found.detail("", value)
    return True


RULES: tuple[Rule, ...] = (
    _email,
    _phone,
    page,
    _handle,
    _of_others,
    place,
    _person,
    _fact,
    _told,
    bare_place,
)
"""In this order: what can be only one thing first, what is a place by its looks last."""
