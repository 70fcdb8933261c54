"""The contact grammar: e-mail, phone, links, address, and facts under labels of their own.

A contact line is cut at its separators, and an ordered list of small rules says what
each piece is. The author's order of the keys is the order in which they are found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.inline import escape, masked, split_top, unescape, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key, vocabulary

SEPARATOR = re.compile(
    r"\s*(?:[|｜•·∙⋅◦▪■◆♦⬩‖／]|\t|(?<=\S\S)\u3000+(?=\S\S)|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)\s*"
    r"|\s+(?:–|—|/{1,2})\s+|\s*\\\n\s*"
)
_NO_SLASH = re.compile(SEPARATOR.pattern.replace("|/{1,2}", ""))
_EMAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PHONE = re.compile(r"(?:\+|00)?[\d(][\d\s().\-–/]{5,24}\d(?:\s*(?:x|ext\.?|#)\s*\d{1,6})?", re.I)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>|]+|(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12}(?:/[^\s<>|]*)?", re.I
)
# A full stop ends a part of a listing only before what is a contact.
_COMMAS = re.compile(r"[,;،]\s+|\.\s+(?=\S+@\S|[A-Z][a-z]{0,5}\.?:?\s?[+\d(])")
_LABELLED = re.compile(r"([^:：\[\]@/\d]{1,40}?)\s*[:：]\s*(?!//)(.+)", re.DOTALL)
_BOLD_LABEL = re.compile(r"\*\*([^*]{1,40}?)\s*[:：]?\*\*\s*[:：]?\s*(.+)", re.DOTALL)
_BOLD_LABELS = re.compile(r"\*\*[^*]{1,40}(?:[:：]\*\*|\*\*\s*[:：])")
_ICON = re.compile(r"^[^\w\s〒+(\[<*@\"“'\\&>#%=~°×÷±‰$£€¥]+\s*")
_SOLID = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_POSTAL = re.compile(r"\b\d{4,6}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b")
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


def pieces(text: str) -> list[str]:
    """A contact line cut at its separators; labelled facts in a row are cut before each label."""
    parts: list[str] = []
    for part in _cut(text):
        starts = [match.start() for match in _BOLD_LABELS.finditer(part)]
        cuts = [0, *starts[1:], len(part)] if starts[:1] == [0] else [0, *starts, len(part)]
        parts += [part[a:b].strip(" ,;") for a, b in pairwise(cuts)]
    # "+33 6 … ann@example.org": the address in one piece with something else stands alone.
    return [one for part in parts for one in _around_email(part) if one]


def _cut(text: str) -> list[str]:
    """A line at its separators; a slash between words ("Cook / Baker") cuts only contacts."""
    parts: list[str] = []
    for part in split_top(text, _NO_SLASH):
        cut = split_top(part, SEPARATOR)
        told = (value for one in cut for value in _values(one))
        parts += cut if any(_is_certain(value) for value in told) else [part]
    return parts


def _around_email(part: str) -> list[str]:
    mask = masked(part)
    match = _EMAIL.search(mask)
    before, after = (part[: match.start()], part[match.end() :]) if match else ("", "")
    if re.search(r"[^\s,;]$", before) or re.match(r"[^\s,;]", after):
        match = None  # nothing is cut inside a word
    if match and (_PHONE.fullmatch(before.strip(" ,;")) or _PHONE.fullmatch(after.strip(" ,;"))):
        return [before.strip(" ,;"), match[0], after.strip(" ,;")]
    return _at_commas(part)


def _at_commas(part: str) -> list[str]:
    """A listing in commas, cut beside what is certain: "Bonn, +49 …, ann@example.org"."""
    commas = [one.strip() for one in split_top(part, _COMMAS)]
    certain = [any(_is_certain(value) for value in _values(one)) for one in commas]
    if len(commas) < 2 or not any(certain) or any(len(one.split()) > 6 for one in commas):
        return [part]
    result: list[str] = []
    for index, one in enumerate(commas):
        alone = certain[index] or len(_values(one)) > 1
        if result and not alone and not (certain[index - 1] or len(_values(commas[index - 1])) > 1):
            result[-1] += f", {one}"
        else:
            result.append(one)
    return result


def _is_certain(piece: str) -> str:
    """The kind of a piece that can be nothing else: an e-mail, a phone, a page."""
    text, target = unlink(unstyle(piece))
    text = unescape(_ICON.sub("", text.strip())).strip()
    if target.startswith("mailto:") or _EMAIL.fullmatch(text):
        return "email"
    if target.startswith("tel:") or is_phone(text):
        return "phone"
    return "url" if target or is_url(text) else ""


def is_phone(text: str) -> bool:
    """Whether a text is a telephone number (7 to 15 digits, and not two years)."""
    digits = sum(character.isdigit() for character in text)
    return (
        7 <= digits <= 15
        and bool(_PHONE.fullmatch(text))
        and not re.fullmatch(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d", text)
        and not re.fullmatch(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d", text)
    )


def is_url(text: str) -> bool:
    """Whether a text is a web address (a bare domain needs a known ending or a path)."""
    if not _URL.fullmatch(text) or "@" in text or ".." in text:
        return False
    host, _, path = re.sub(r"^https?://", "", text, flags=re.I).partition("/")
    ending = host.rpartition(".")[2].lower()
    return (
        text.lower().startswith(("http", "www.")) or bool(path) or ending in vocabulary()["domains"]
    )


def is_contact_line(text: str) -> bool:
    """Whether a line holds an e-mail, phone or web address as a piece of its own."""
    return any(_is_certain(value) for part in pieces(text) for value in _values(part))


def _values(piece: str) -> list[str]:
    """A piece, and without its label."""
    plain = unstyle(piece)
    label = _LABELLED.fullmatch(plain)
    return [plain, label[2]] if label else [plain]


def is_place(text: str, record: Record) -> bool:
    """Whether a short text is a place by its looks: "Porto, Portugal", "Austin, TX", "Remote"."""
    text, _ = unlink(unstyle(text))
    words = [key(part) for part in re.split(r"[,،、/()·|]", text)]
    known = record.vocabulary.places
    solid = len(text) <= 24 and any(word.startswith(_places(record)) for word in words)
    return solid or any(word in known for word in words) or bool(_STATE.fullmatch(text.strip()))


def _places(record: Record) -> tuple[str, ...]:
    """Names of places in scripts that join the parts of an address without spaces."""
    return tuple(word for word in record.vocabulary["countries"] if _SOLID.match(word))


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
    piece = _ICON.sub("", piece.strip()).strip()
    if match := _BOLD_LABEL.fullmatch(piece):
        return unstyle(match[1]).strip(), match[2].strip()
    match = _LABELLED.fullmatch(unstyle(piece))
    if match and "](" not in match[1] and len(match[1].split()) <= 4:
        return match[1].strip(), match[2].strip()
    first, _, rest = unstyle(piece).partition(" ")
    # "Tel. 01632 960001", "T 01632 960001": a label needs no colon before a certain value.
    known = record.vocabulary.label(first) in ("phone", "email", "url")
    if rest and (known or key(first) in _names(record)) and _is_certain(rest):
        return first, rest
    return "", unstyle(piece)


Rule = Callable[[int, str, str, str, Contacts, Record], bool]


def _email(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    text, target = unlink(value)
    text = unescape(_ICON.sub("", text)).strip()
    address = target.removeprefix("mailto:") if target.startswith("mailto:") else text
    if not _EMAIL.fullmatch(address):
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
    text = unescape(_ICON.sub("", text)).strip()
    if not (is_phone(text) or (known == "phone" and sum(c.isdigit() for c in text) >= 5)):
        return False
    if target and re.sub(r"\D", "", target) != re.sub(r"\D", "", text):
        record.choose(line, "phone-target", target, text)
    found.add("phone", text, _left(line, label, known, "phone", found, record))
    found.certain += 1
    return True


def _page(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    text, target = unlink(value)
    shown = unescape(_ICON.sub("", text)).strip()
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
    if known == "location":
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


def _bare_place(
    line: int, label: str, known: str, value: str, found: Contacts, record: Record
) -> bool:
    """A short text among contacts that reads as a place or an address."""
    text = _ICON.sub("", value).strip()
    short = len(text) <= 90 and len(text.split()) <= 12 and not text.endswith((".", "!", "?"))
    roles = record.vocabulary.has("roles", text.split(",")[0])
    place = len(text.split()) <= 3 or _POSTAL.search(text) or is_place(text, record)
    if found.place_line + 1 == line and place and short and not roles and not label:
        found.basics["location"] += f", {text}"  # the address goes on
        found.place_line = line
        return True
    address = (
        "," in text or _POSTAL.search(text) or re.search(r"\d", text) or is_place(text, record)
    )
    if (
        "location" in found.basics
        or text.startswith("@")
        or _tells_a_day(text, record)
        or not short
        or not address
        or (roles and not _POSTAL.search(text))
    ):
        return False
    found.add("location", text)
    found.place_line = line
    return True


RULES: tuple[Rule, ...] = (_email, _phone, _page, _handle, _place, _person, _fact, _bare_place)
"""In this order: what can be only one thing first, what is a place by its looks last."""


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
    return frozenset(key(name) for name in record.vocabulary.networks.values())


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
