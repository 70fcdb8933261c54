"""What contacts hold, and what by its looks is a place or a fact on the person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from typeset.importers.text.header.contact_pieces import POSTAL
from typeset.importers.text.markup.inline import escape, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.folding import unaccented
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import Vocabulary, key

_PROVINCE = re.compile(
    r"[^\W\d_a-z][\w' -]{2,30} \([A-Z]{2}\)|[^\W\d_a-z][^\W\d_' -]{1,30} \((?:\d\d|2[AB]|97\d)\)"
)
"""A town and its province in Italy or its department in France: "Erba (CO)", "Dole (39)"."""
STATE = re.compile(
    r".{2,40},\s*(?:[A-Z]{2}|(?!S\.[ACL]\.|[BN]\.V\.)[A-Z]\.[A-Z]\.)(?:\s+\d{5})?\.?"
    r"|(?:[^\W\d_a-z][^\W\d_ ]+ [–-] )?"
    r"(?![A-Z]{2,4}/)"  # "AI/ML"
    r"[^\W\d_a-z][^\W\d_]+(?:[ '-][^\W\d_]+){0,3}\s?/\s?[A-Z]{2}"  # "Belém/PA"
)
_TOWN_STATE = re.compile(
    r"(?:[A-Z][A-Za-z.'-]+ ){1,3}(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]"
    r"|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
    r"|AB|BC|MB|N[BLS]|ON|QC|SK|YT|NSW|VIC|QLD|TAS|ACT)(?: \d{4,5})?"
)
"""A town and its state without a comma, the state by its postal code: "Sun Valley WI 53590".

So are the provinces of Canada and the states of Australia: "Gander NL", "Dubbo NSW 2830".
"""


_TOWN_DASH_STATE = re.compile(
    r"([^\W\d_a-z][^\d,|/]{2,40}?)\s+[–-]\s+(?:A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]|R[JNORS]|S[CEP]|TO)"
)
"""A town and its state as Brazil writes them: "Belém - PA"."""


_REACHES = ("email", "phone", "url", "location")


@dataclass
class Contacts:
    """What contact lines held: `basics` keys in the author's order, and pieces of no kind."""

    basics: dict[str, Any] = field(default_factory=dict)
    rest: list[tuple[int, str]] = field(default_factory=list)
    certain: int = 0
    place_line: int = -1
    text: str = ""
    """The line that is being read."""
    given_name: str = ""
    """A first name that waits for the last one."""
    labels: dict[str, str] = field(default_factory=dict)
    """The labels that keys stand for; a second value keeps its own."""

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

    def merge(self, other: Contacts, record: Record) -> None:
        """Add what another place of the document says; the same contact is not said twice."""
        for name, value in other.basics.items():
            if isinstance(value, list):
                self.basics.setdefault(name, []).extend(value)
            elif name in _REACHES and value == self.basics.get(name):
                record.use_repeat(0, value)
            elif name in _REACHES and name != "url" and name in self.basics:
                self.detail(other.labels.get(name, ""), value)
            else:
                self.add(name, value)
        self.labels = other.labels | self.labels
        self.rest += other.rest
        self.certain += other.certain


def joined_address(parts: Iterable[str]) -> str:
    """The parts of an address as one: with commas, where its script sets them after a part.

    "12 Mill Row, Otley"; but "〒600-0000 京都市下京区".
    """
    whole = ""
    for part in parts:
        solid = CJK.search(part) and (CJK.search(whole) or whole.startswith("〒"))
        whole = f"{whole.rstrip(' ,')}{' ' if solid else ', '}{part}" if whole else part
    return whole


def is_place(text: str, record: Record) -> bool:
    """Whether a short text is a place by its looks: "Porto, Portugal", "Austin, TX", "Remote"."""
    return _is_place(unlink(unstyle(text))[0], record.vocabulary)


@lru_cache(maxsize=16384)
def _is_place(text: str, vocabulary: Vocabulary) -> bool:
    if _ON_RIVER.fullmatch(text):
        return True
    if _IN_QUOTES.match(text):
        return False  # Stage Manager, "Orlando"
    if _SHORT_AND_TOWN.fullmatch(text):
        return False
    named, bracket, _ = text.partition("(")
    if bracket and any(vocabulary.has(list_, named) for list_ in _NAMED):
        return False  # "Head cook (Dover)"
    if bracket and (_PHRASE.fullmatch(named) or _is_owner_in(text, vocabulary)):
        return False  # "Export of machine parts (Germany, France)", "Lumenly (Berlin, Germany)"
    if any(_is_told_of(part, vocabulary) for part in _PARTS.split(text)):
        return False
    words = [key(_DISTRICT.sub("", part)) for part in _PARTS.split(text)]
    known = vocabulary.places
    if (dashed := _DASHED.fullmatch(text)) and key(dashed[2]) in vocabulary["countries"]:
        return not any(vocabulary.has(list_, dashed[1]) for list_ in _NAMED)
    if in_state := _TOWN_DASH_STATE.fullmatch(text):
        return not any(vocabulary.has(list_, in_state[1]) for list_ in (*_NAMED, *_STUDIED))
    solid = len(text) <= 24 and any(_is_solid_place(word, vocabulary) for word in words)
    looks = (
        STATE.fullmatch(text.strip()) or _PROVINCE.fullmatch(text) or _TOWN_STATE.fullmatch(text)
    )
    told = bool(looks) or _is_told(text, vocabulary) or _is_street(text, vocabulary)
    return solid or any(word in known for word in words) or told or _are_towns(text, vocabulary)


def _is_owner_in(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a bracket says in full where what no list knows as a place is: its town and land."""
    match = _NAME_IN_TOWN.fullmatch(text)
    if not match or any(key(part) in vocabulary.places for part in _PARTS.split(match["name"])):
        return False
    return _is_place(match["where"], vocabulary)


_NAME_IN_TOWN = re.compile(
    r"(?P<name>[^\W\d_][^()]*)\((?P<where>[^\W\d_][^(),]*,\s*[^\W\d_][^(),]*)\)"
)


def _is_told_of(part: str, vocabulary: Vocabulary) -> bool:
    """Whether a part between commas says what was done: "Exchange term at the School of Oslo"."""
    words = part.split()
    small = [word for word in words if word[:1].islower()]
    if len(words) < _FEWEST_TOLD or words[0] in small or len(small) * 2 < len(words):
        return False
    return any(key(word) not in vocabulary.small_words for word in small)


_FEWEST_TOLD = 4


def _are_towns(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a town and its country, or two places: "Lima-Peru", "Bern and Ulm"."""
    if pair := _PAIR.fullmatch(text):
        known = vocabulary["cities"].intersection((key(pair[1]), unaccented(key(pair[1]))))
        return bool(known) and key(pair[2]) in vocabulary["countries"]
    words = text.split(" ", _MOST_WORDS)
    joint = next(
        (at for at, word in enumerate(words) if word == "&" or key(word) in vocabulary["and"]), 0
    )
    later = len(words) > joint + _WITH_LATER and words[joint + 1].islower()
    sides = (words[:joint], words[joint + 1 + later :])
    return joint > 0 and all(key(" ".join(one)) in vocabulary.places for one in sides)


_PAIR = re.compile(r"([^\W\d_a-z][^\W\d_]+)-([^\W\d_a-z][^\W\d_]+)")
_MOST_WORDS = 8
_WITH_LATER = 2


def _is_street(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a house and its street: "41 Quarry Road NE"."""
    street = _HOUSE_AND_STREET.fullmatch(text.strip())
    return street is not None and key(street["last"]) in vocabulary["street_ends"]


_HOUSE_AND_STREET = re.compile(
    r"\d{1,5}[A-Za-z]?(?: (?:[A-Z]\.?|\d{1,3}(?:st|nd|rd|th)|[A-Z][\w'’.-]+)){1,4}?"
    r" (?P<last>[A-Z][a-z]+\.?)(?: [NSEW]{1,2})?"
)


_PARTS = re.compile(r"[,،、/()·|]")
_DISTRICT = re.compile(r"(?<=[^\W\d_]{3}) (?:\d{1,2}|[A-Z]{1,2}\d{1,2}[A-Z]?)\s*$")
"""The part of a town by its number or postal district: "Dublin 4", "London SE15"."""
_STUDIED = ("subjects", "degrees")
_NAMED = ("roles", "organisations", "schools")
"""What a place in brackets may stand behind: the whole is no place."""
_PHRASE = re.compile(r"(?:[A-Za-zÀ-ɏ'’-]+\s+){2,}[a-zß-ÿ]{3,}\s*")
"""Words of which the last is no name, as a place's is."""
_DASHED = re.compile(r"([^\W\d_][^\d,|/–—]{1,30}?)\s+[–—-]\s+([^\W\d_][^\d,|/–—]+)")
"""A town and its country behind a dash: "Ulm - Deutschland"."""
_IN_QUOTES = re.compile(r"[\"“„«‘]")
_ON_RIVER = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]+(?:-[A-ZÀ-Þ][^\W\d_]+)?-(?:sur|sous|lès|lez|en|les|le|la)-"
    r"[A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)*"
)
"""A French town that says where it lies: "Batz-sur-Mer", "Aix-en-Provence"."""
_SHORT_AND_TOWN = re.compile(r"[A-Z]{4,}/[^\W\d_a-z][^\W\d_A-Z]+")
"""A house by its letters, and its town: "ISTM/Kinshasa"."""


def _is_told(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the first word says that a place's name follows: "г. Псков", "jud. Cluj"."""
    first, _, name = text.strip().partition(" ")
    told = key(first) in vocabulary["settlements"] and len(name.split()) <= _LONGEST_NAME
    return told and name[:1].isupper() and (first.endswith(".") or len(first) > _LONGEST_SHORT)


_LONGEST_NAME = 3
"""Words."""
_LONGEST_SHORT = 3
"""Letters of a word that may be one cut short: "г" without its full stop is any letter."""


def _is_solid_place(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text in a script without spaces is a place and what lies in it: "四川乐山市中区".

    A longer rest that does not end as a place does is what the place is only named for.
    """
    known = vocabulary.solid_places
    if not CJK.match(text) or _is_solid_owner(text, vocabulary):
        return False
    if _SOLID_LEVELS.fullmatch(text):
        return True
    if not text.startswith(known):
        return False
    begun = text
    while first := next((one for one in known if begun.startswith(one)), ""):
        begun = begun[len(first) :].lstrip()
    short = len(begun) <= _LONGEST_TOWN or bool(re.search(r"\d", begun))
    return short or begun.endswith(tuple(vocabulary["place_endings"]))


def _is_solid_owner(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text ends as an organisation that is called by its town: "北京大学"."""
    solid = vocabulary.solid
    return text.endswith((*solid["organisations"], *solid["schools"]))


_SOLID_LEVELS = re.compile(
    r"(?:[\u3040-\u9fff]{1,5}[省县縣市州郡府県都道区區])?[\u3040-\u9fff]{1,5}[省市县縣県区區镇鎮乡鄉町村]"
)
"""A place of one administrative level or of two: "鎌倉市", "台東縣池上鄉"."""


_LONGEST_TOWN = 4


_STREET_FIRST = re.compile(
    r"\d{1,5}\w?\s+(?:[NSEW]\.?\s)?(?:\d{1,3}(?:st|nd|rd|th)\s)?[^\W\d_a-z][^\d]*,?.*?,(?P<town>[^,]+(?:,[^,]+)?)"
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
