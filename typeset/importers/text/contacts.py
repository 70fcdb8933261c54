"""The contact grammar: e-mail, phone, links, address, and facts under labels of their own.

A contact line is cut at its separators, and an ordered list of small rules says what
each piece is. The author's order of the keys is the order in which they are found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.text.addresses import EMAIL, is_phone, is_url, written_email
from typeset.importers.text.contact_pieces import ICON, LABELLED, POSTAL, SOLID, is_certain, pieces
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.inline import escape, unescape, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key

_BOLD_LABEL = re.compile(r"\*\*([^*]{1,40}?)\s*[:：]?\*\*\s*[:：]?\s*(.+)", re.DOTALL)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PROVINCE = re.compile(r"[^\W\d_a-z][\w' -]{2,30} \([A-Z]{2}\)")
_STATE = re.compile(r".{2,40},\s*(?:[A-Z]{2}|[A-Z]\.[A-Z]\.)(?:\s+\d{5})?\.?")


@dataclass
class Contacts:
    """What contact lines held: `basics` keys in the author's order, and pieces of no kind."""

    basics: dict[str, Any] = field(default_factory=dict)
    rest: list[tuple[int, str]] = field(default_factory=list)
    certain: int = 0
    place_line: int = -1

    def add(self, name: str, value: str, label: str = "") -> None:
        """Put a value under its key; a second one goes to `details`, as does one with a `label`."""
        if label or name in self.basics:
            self.detail(label, value)
        else:
            self.basics[name] = value

    def detail(self, label: str, value: str) -> None:
        """Add a fact without a key of its own."""
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


def read_contacts(lines: list[tuple[int, str]], record: Record) -> Contacts:
    """Read the (line, Markdown) pairs of a contact block. What no rule takes is in `rest`."""
    found = Contacts()
    for line, text in lines:
        for piece in pieces(text):
            _read_piece(line, piece, found, record)
    return found


def is_place(text: str, record: Record) -> bool:
    """Whether a short text is a place by its looks: "Porto, Portugal", "Austin, TX", "Remote"."""
    text, _ = unlink(unstyle(text))
    words = [key(part) for part in re.split(r"[,،、/()·|]", text)]
    known = record.vocabulary.places
    solid = len(text) <= 24 and any(
        word.startswith(record.vocabulary.solid_places) for word in words
    )
    looks = _STATE.fullmatch(text.strip()) or _PROVINCE.fullmatch(text)
    return solid or any(word in known for word in words) or bool(looks)


def _read_piece(line: int, piece: str, found: Contacts, record: Record) -> None:
    """Give one piece to the first rule that takes it."""
    label, value = _label(line, piece, record)
    known = record.vocabulary.label(label) if label else ""
    for rule in RULES:
        if rule(line, label, known, value, found, record):
            return
    found.rest.append((line, piece))


def _label(line: int, piece: str, record: Record) -> tuple[str, str]:
    """The label of a piece and what follows it."""
    piece = ICON.sub("", piece.strip()).strip()
    if match := _BOLD_LABEL.fullmatch(piece):
        return unstyle(match[1]).strip(), match[2].strip()
    match = LABELLED.fullmatch(unstyle(piece))
    if match and "](" not in match[1] and len(match[1].split()) <= 4:
        return match[1].strip(), match[2].strip()
    behind = re.fullmatch(r"(\S+)\s+[(（]([^\W\d_]+)[)）]", unstyle(piece))
    if behind and is_url(behind[1]):  # "ada.example (Blog)", as LinkedIn prints its links
        return behind[2], behind[1]
    if solid := _solid_label(unstyle(piece), record):
        return solid
    first, _, rest = unstyle(piece).partition(" ")
    # "Tel. 01632 960001", "T 01632 960001": a label needs no colon before a certain value.
    known = record.vocabulary.label(first) in ("phone", "email", "url")
    if rest and (known or key(first) in _names(record)) and is_certain(rest):
        return first, rest
    return "", unstyle(piece)


def _solid_label(piece: str, record: Record) -> tuple[str, str] | None:
    """A label that its value follows without a sign between them: "现居成都", "電話 03-…"."""
    for name in ("location", "phone", "email"):
        for word in sorted(record.vocabulary.labels.get(name, ()), key=len, reverse=True):
            rest = piece[len(word) :].strip()
            begins = len(word) > 1 and bool(SOLID.match(word)) and piece.startswith(word)
            if begins and rest and (is_certain(rest) or (name == "location" and len(rest) <= 4)):
                return word, rest
    return None


Rule = Callable[[int, str, str, str, Contacts, Record], bool]


def _email(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    text, target = unlink(value)
    text = unescape(ICON.sub("", text)).strip()
    address = target.removeprefix("mailto:") if target.startswith("mailto:") else text
    if not target and (spelled := written_email(text)):
        record.use_address(line, text, spelled)
        address = text = spelled
    if not EMAIL.fullmatch(address):
        return False
    if text != address and target:  # "[write to me](mailto:…)": the words are kept, as a link
        found.detail(label, value)
        found.certain += 1
        return True
    found.add("email", address, _left(line, label, known, "email", found, record))
    found.certain += 1
    return True


def _phone(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    text, target = unlink(value)
    text = unescape(ICON.sub("", text)).strip()
    if not (is_phone(text) or (known == "phone" and sum(c.isdigit() for c in text) >= 5)):
        return False
    if target and re.sub(r"\D", "", target) != re.sub(r"\D", "", text):
        record.choose(line, "phone-target", target, text)
    found.add("phone", text, _left(line, label, known, "phone", found, record))
    found.certain += 1
    return True


def _page(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    text, target = unlink(value)
    shown = unescape(ICON.sub("", text)).strip()
    address = target or (shown if is_url(shown) else "")
    if not address or target.startswith(("mailto:", "tel:")):
        return False
    network = _network(address, record)
    found.certain += 1
    if network or (label and known != "url" and key(label) in _names(record)):
        if label and key(label) != key(network):
            network = label
        named = key(shown) == key(network)
        found.profile(network, "" if named else shown, target or _full(shown))
    elif "url" not in found.basics and _same(shown, address) and (not label or known == "url"):
        found.add("url", target or shown, _left(line, label, known, "url", found, record))
    else:
        found.profile(label, shown, target or _full(shown))
    return True


def _handle(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """A network with a name and no address: "GitHub: ann"."""
    if not label or key(label) not in _names(record):
        return False
    found.profile(label, unescape(value), "")
    found.certain += 1
    return True


def _place(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    if known == "location" and found.place_line == line - 1 and "location" in found.basics:
        record.use_label(line, label, "labels.location")
        found.basics["location"] += f", {value}"  # "Town: …", "Postcode: …"
        found.place_line = line
        return True
    if known == "location":
        found.place_line = line if "location" not in found.basics else found.place_line
        found.add("location", value, _left(line, label, known, "location", found, record))
        found.certain += 1
        return True
    return False


def _person(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """What is labelled as the name or the headline: "Name: …", "Position: …"."""
    if known not in ("name", "label") or known in found.basics:
        return False
    found.add(known, value, _left(line, label, known, known, found, record))
    return True


def _fact(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """A label of the author's own: a birth date, a permit."""
    if not label:
        return False
    found.detail(label, value)
    return True


def is_fact(text: str, record: Record) -> bool:
    """Whether a text says of the person what needs no label: "Née le …", "verheiratet", "男"."""
    facts = record.vocabulary["facts"]
    told = key(ICON.sub("", unstyle(text)).strip())
    solid = tuple(word for word in facts if len(word) > 1 and SOLID.search(word))
    first = [key(word) for word in re.split(r"[,;:/(]|\d", told)[0].split()]
    begins = any(" ".join(first[:count]) in facts for count in range(1, 5))
    return begins or told.startswith(solid)


def _told(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """A fact without a label."""
    if not is_fact(value, record):
        return False
    found.detail("", value)
    return True


def _bare_place(
    line: int, label: str, known: str, value: str, found: Contacts, record: Record
) -> bool:
    """A short text among contacts that reads as a place or an address."""
    text = ICON.sub("", value).strip()
    short = len(text) <= 90 and len(text.split()) <= 12 and not text.endswith((".", "!", "?"))
    roles = record.vocabulary.has("roles", text.split(",")[0])
    place = len(text.split()) <= 3 or POSTAL.search(text) or is_place(text, record)
    goes_on = found.place_line + 1 == line or (found.place_line == line and _ends_address(text))
    if goes_on and place and short and not roles and not label:
        found.basics["location"] += f", {text}"  # the address goes on
        found.place_line = line
        return True
    lasting = record.vocabulary.has("durations", text) and not POSTAL.search(text)
    address = "," in text or POSTAL.search(text) or re.search(r"\d", text) or is_place(text, record)
    if (
        "location" in found.basics
        or text.startswith("@")
        or _tells_a_day(text, record)
        or not short
        or not address
        or lasting
        or (roles and not POSTAL.search(_YEAR.sub("", text)))
    ):
        return False
    found.add("location", text)
    found.place_line = line
    return True


RULES: tuple[Rule, ...] = (
    _email,
    _phone,
    _page,
    _handle,
    _place,
    _person,
    _fact,
    _told,
    _bare_place,
)
"""In this order: what can be only one thing first, what is a place by its looks last."""


def _ends_address(text: str) -> bool:
    """Whether a piece of a line is the rest of the address before it: "VT 05602", "PE"."""
    return bool(POSTAL.search(text) or _STATE.fullmatch(text) or re.fullmatch(r"[A-Z]{2}", text))


def _tells_a_day(text: str, record: Record) -> bool:
    """A date, or a text around a whole day ("Born on 14 July 1985 in Ely"), is no place."""
    found = find_date(text, record.vocabulary)
    return found is not None and (
        len(found.start) == 10 or bool(is_only_date(text, record.vocabulary))
    )


def _left(line: int, label: str, known: str, name: str, found: Contacts, record: Record) -> str:
    """The label that must be kept: none where the key says as much."""
    if not label or known != name or name in found.basics:
        return label
    record.use_label(line, label, f"labels.{name}")
    return ""


def _names(record: Record) -> frozenset[str]:
    named = frozenset(key(name) for name in record.vocabulary.networks.values())
    return named | record.vocabulary["accounts"]


def _network(address: str, record: Record) -> str:
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).partition("/")[0]
    networks = record.vocabulary.networks
    return networks.get(host) or networks.get(".".join(host.split(".")[-2:]), "")


def _same(shown: str, address: str) -> bool:
    def bare(text: str) -> str:
        return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.lower()).rstrip("/")

    return bare(shown) == bare(address)


def _full(shown: str) -> str:
    """The address of a page that is shown, with the scheme that its author left out."""
    if not is_url(shown):
        return ""
    return shown if shown.lower().startswith("http") else f"https://{shown}"
