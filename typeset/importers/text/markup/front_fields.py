"""What a field of front matter is: a contact, a part of a letter, or none of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.text.heads.words import is_role
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

HEADER_LINE = "header line"
FACT = "fact"
PERSONAL = ("name", "label", "location", "phone", "email", "url")
OF_NAME = ("given_name", "family_name")
LETTER = (
    "recipient", "greeting", "subject", "body", "closing", "signature", "enclosures", "date",
    "place",
)  # fmt: skip
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\w+")
_OF_NAMES = frozenset({"first", "middle", "last", "given", "family"})
_PART_OF_NAME = re.compile(r"(?:first|given|last|family|sur)[ _-]?name", re.IGNORECASE)
_MACHINERY = frozenset({"image", "og image", "canonical", "canonical url", "css", "template"})


@dataclass(frozen=True)
class Field:
    """One text of the front matter, under its key."""

    name: str
    line: int
    value: str
    top: str = ""
    """The key at the top of the front matter that it stands under."""


def goes_on_name(one: Field, record: Record) -> bool:
    """Whether a field is what the name before it goes on with: "name: Ann", "surname: Bell"."""
    told = record.vocabulary.label(one.name) in OF_NAME
    return one.name != one.top or told or bool(_PART_OF_NAME.fullmatch(one.name))


def kind_of_field(one: Field, record: Record) -> str:
    """What a field is by its key, or by its value where that is an address."""
    if one.name == HEADER_LINE:
        return HEADER_LINE
    name = key(re.sub(r"[-_]", " ", one.name))
    above = record.vocabulary.fields.get(key(one.top), "") if one.name != one.top else ""
    if above == "recipient" or (above == "name" and name in _OF_NAMES):
        return above
    known = record.vocabulary.fields.get(name, "") or record.vocabulary.label(name)
    if known == "name" and "<" in one.value:
        return ""  # "<ruby>遥<rt>はるか</rt></ruby>"
    whose, _, rest = name.partition(" ")  # "recipient_company", "sender_phone"
    whose = record.vocabulary.fields.get(whose, "") if rest and not known else ""
    if whose == "recipient":
        return whose
    if whose == "name":
        known = record.vocabulary.fields.get(rest, "") or record.vocabulary.label(rest)
    if known in OF_NAME:
        return "name"
    if known == "url" and one.value.startswith("/"):
        return ""  # where the page stands on its site
    if known in (*PERSONAL, *LETTER, FACT):
        return known
    if name in _DESCRIPTIONS and is_calling(one.value, record):
        return "label"
    networks = {key(network) for network in record.vocabulary.networks.values()}
    if name in networks:
        return "network"
    return "url" if _ADDRESS.fullmatch(one.value) and name not in _MACHINERY else ""


def is_calling(text: str, record: Record) -> bool:
    """Whether what describes a page is what the person is: "Marine biologist"."""
    words = text.split()
    documents = any(key(word) in record.vocabulary["documents"] for word in words)
    role = is_role(text, record)
    return role and not documents and len(words) <= _LONGEST_CALLING and not text.endswith(".")


_DESCRIPTIONS = frozenset({"description", "excerpt"})
_LONGEST_CALLING = 8


def addressed(fields: list[Field], kinds: list[str]) -> list[str]:
    """The kinds, with an "address" beside a "return address" as the recipient's.

    A "position" beside a recipient is the one applied for.
    """
    names = [key(re.sub(r"[-_]", " ", one.name)) for one in fields]
    if "recipient" in kinds and "subject" not in kinds:
        sought = zip(names, kinds, strict=True)
        kinds = ["subject" if (n in _SOUGHT and k == "label") else k for n, k in sought]
    own = any(name in ("return address", "from address", "fromaddress") for name in names)
    return [
        "recipient" if own and name == "address" else kind
        for name, kind in zip(names, kinds, strict=True)
    ]


_SOUGHT = frozenset({"position", "job", "job title", "vacancy", "opening"})


def written_at(fields: list[Field], kinds: list[str], at: int) -> str:
    """The kind of a field; a town beside the day, and no part of an address, is `place`."""
    beside = kinds[max(0, at - 1) : at + 2]
    town = kinds[at] == "location" and not re.search(r"[\d,]", fields[at].value)
    lives = key(fields[at].name) == "location"  # beside how to reach one, it is where
    if lives and kinds[max(0, at - 1)] in ("phone", "email", "url"):
        return kinds[at]
    return "place" if town and "date" in beside and beside.count("location") == 1 else kinds[at]
