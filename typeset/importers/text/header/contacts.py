"""What contacts hold, and what by its looks is a place or a fact on the person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.text.header.contact_pieces import ICON, POSTAL
from typeset.importers.text.markup.inline import escape, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK, COMMAS
from typeset.importers.text.words.vocabulary import key

_PROVINCE = re.compile(r"[^\W\d_a-z][\w' -]{2,30} \([A-Z]{2}\)")
STATE = re.compile(
    r".{2,40},\s*(?:[A-Z]{2}|(?!S\.[ACL]\.|[BN]\.V\.)[A-Z]\.[A-Z]\.)(?:\s+\d{5})?\.?"
    r"|(?:[^\W\d_a-z][^\W\d_ ]+ [–-] )?"
    r"[^\W\d_a-z][^\W\d_]+(?:[ '-][^\W\d_]+){0,3}\s?/\s?[A-Z]{2}"  # "Belém/PA"
)
_TOWN_STATE = re.compile(
    r"(?:[A-Z][A-Za-z.'-]+ ){1,3}(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]"
    r"|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?: \d{5})?"
)
"""A town and its state without a comma, the state by its postal code: "Sun Valley WI 53590"."""


@dataclass
class Contacts:
    """What contact lines held: `basics` keys in the author's order, and pieces of no kind."""

    basics: dict[str, Any] = field(default_factory=dict)
    rest: list[tuple[int, str]] = field(default_factory=list)
    certain: int = 0
    place_line: int = -1
    given_name: str = ""
    """A first name that waits for the last one."""

    def add(self, name: str, value: str, label: str = "") -> None:
        """Put a value under its key; a second one goes to `details`, as does one with a `label`.

        A second page goes to `profiles`: its scheme may be the link's alone, and is no text.
        """
        if name == "url" and name in self.basics:
            self.profile(label, "", value)
        elif label or name in self.basics:
            self.detail(label, value)
        else:
            self.basics[name] = value

    def detail(self, label: str, value: str) -> None:
        """Add a fact without a key of its own; a label alone is one."""
        if not value:
            label, value = "", label
        if not value:
            return
        self.basics.setdefault("details", []).append(
            {"label": label, "value": value} if label else {"value": value}
        )

    def profile(self, network: str, username: str, url: str) -> None:
        """Add a page or account."""
        entry = {"network": network, "username": escape(username), "url": url}
        self.basics.setdefault("profiles", []).append({k: v for k, v in entry.items() if v})

    def merge(self, other: Contacts) -> None:
        """Add what another place of the document says."""
        for name, value in other.basics.items():
            if isinstance(value, list):
                self.basics.setdefault(name, []).extend(value)
            else:
                self.add(name, value)
        self.rest += other.rest
        self.certain += other.certain


def facts_in_row(piece: str, record: Record) -> list[str]:
    """A piece cut at its bars, slashes or commas where a part is a fact alone: "山口玲/女/1998"."""
    cut = _IN_ROW.split(piece)
    parts, signs = cut[::2], cut[1::2]
    facts = record.vocabulary["facts"]
    if len(parts) < 2 or not any(part in facts for part in parts):
        return [piece]
    row = parts[:1]
    for sign, part in zip(signs, parts[1:], strict=True):
        if all(CJK.match(one) and is_place(one, record) for one in (row[-1], part)):
            row[-1] += f"{sign}{part}"  # "河北/北京": where one is from, and where one is
        else:
            row.append(part)
    return row


_IN_ROW = re.compile(rf"\s*([/／|｜{COMMAS}])\s*")


def is_place(text: str, record: Record) -> bool:
    """Whether a short text is a place by its looks: "Porto, Portugal", "Austin, TX", "Remote"."""
    text, _ = unlink(unstyle(text))
    words = [key(part) for part in re.split(r"[,،、/()·|]", text)]
    known = record.vocabulary.places
    solid = len(text) <= 24 and any(_is_solid_place(word, record) for word in words)
    looks = (
        STATE.fullmatch(text.strip()) or _PROVINCE.fullmatch(text) or _TOWN_STATE.fullmatch(text)
    )
    return solid or any(word in known for word in words) or bool(looks) or _is_told(text, record)


def _is_told(text: str, record: Record) -> bool:
    """Whether the first word says that a place's name follows: "г. Псков", "jud. Cluj"."""
    first, _, name = text.strip().partition(" ")
    told = key(first) in record.vocabulary["settlements"] and len(name.split()) <= _LONGEST_NAME
    return told and name[:1].isupper() and (first.endswith(".") or len(first) > _LONGEST_SHORT)


_LONGEST_NAME = 3
"""Words."""
_LONGEST_SHORT = 3
"""Letters of a word that may be one cut short: "г" without its full stop is any letter."""


def _is_solid_place(text: str, record: Record) -> bool:
    """Whether a text in a script without spaces is a place and what lies in it: "四川乐山市中区".

    A longer rest that does not end as a place does is what the place is only named for.
    """
    known = record.vocabulary.solid_places
    if not CJK.match(text) or not text.startswith(known):
        return False
    begun = text
    while first := next((one for one in known if begun.startswith(one)), ""):
        begun = begun[len(first) :].lstrip()
    short = len(begun) <= _LONGEST_TOWN or bool(re.search(r"\d", begun))
    return short or begun.endswith(record.vocabulary.solid["place_endings"])


_LONGEST_TOWN = 4


_STREET_FIRST = re.compile(
    r"\d{1,5}\w?\s+(?:[NSEW]\.?\s)?[^\W\d_a-z][^\d]*,?.*?,(?P<town>[^,]+(?:,[^,]+)?)"
)
_TOWN_LAST = re.compile(r"[^\W\d_][^\d,]{3,40} \d{1,4}\w?,\s*\d{4,5}\s+[^\W\d_a-z][^\d]{2,30}")


def is_address(text: str) -> bool:
    """Whether a line is a whole postal address: "12 Ash Street, Salem, OR 97301"."""
    text = unlink(unstyle(text))[0].strip()
    street = _STREET_FIRST.fullmatch(text) if len(text) <= _LONGEST_ADDRESS else None
    town = street["town"] if street else ""
    named = not any(word[0].islower() for word in town.split())
    return (named and bool(POSTAL.search(town))) or bool(_TOWN_LAST.fullmatch(text))


_LONGEST_ADDRESS = 90


def is_fact(text: str, record: Record) -> bool:
    """Whether a text says of the person what needs no label: "Née le …", "verheiratet", "男"."""
    facts = record.vocabulary["facts"]
    told = key(ICON.sub("", unstyle(text)).strip())
    first = [key(word) for word in re.split(r"[,;:/(]|\d", told)[0].split()]
    begins = any(" ".join(first[:count]) in facts for count in range(1, 5))
    solid = bool(CJK.match(told)) and told.startswith(record.vocabulary.solid["facts"])
    return begins or told in facts or solid
