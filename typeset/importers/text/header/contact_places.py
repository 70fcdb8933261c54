"""The rules of the contact grammar for an address: labelled, or a place by its looks."""

from __future__ import annotations

import re

from typeset.importers.text.header.callings import SENTENCE_END
from typeset.importers.text.header.contact_labels import kept_label, label_of
from typeset.importers.text.header.contact_pieces import POSTAL, is_contact_line
from typeset.importers.text.header.contact_values import ICON, is_certain
from typeset.importers.text.header.contacts import STATE, Contacts, is_place, joined_address
from typeset.importers.text.header.facts import counts_time, is_fact
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import CJK, COMMA
from typeset.importers.text.words.vocabulary import key

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_ADDRESS = re.compile(rf"{POSTAL.pattern}|,")
_STREET = re.compile(
    r"\d+\w?(?: [^\W\d_]+\.?){1,3} [A-Z][a-z]{1,4}\.|(?:\d{4,5} )?[^\W\d_][^\d]*,[^\d,]+ \d{1,4}\."
)
"""A street whose last word is shortened ("14 Mill Ave."), or whose house is counted: "Fő u. 6."."""

_TOWN = re.compile(r"\d{4,5} [^\W\d_a-z][^\d,]{1,30}\.")
"""A town behind its code whose last word is shortened: "24960 Glücksburg a. d. F."."""
_BRACKET = re.compile(r"\([^()]*\)")
"""What stands behind a trade: "Gas Engineer (Gas Safe 555128)"."""


def place(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """A labelled place, or what goes on with one: "Town: …", "Postcode: …"."""
    if known == "location" and found.place_line == line - 1 and "location" in found.basics:
        record.use_label(line, label, "labels.location")
        _add_to_place(found, value)
        found.place_line = line
        return True
    if known == "location":
        found.place_line = line if "location" not in found.basics else found.place_line
        found.add("location", value, kept_label(line, label, known, "location", found, record))
        found.certain += 1
        return True
    if label and "location" not in found.basics and _is_at_premises(label, value, record):
        record.use_label(line, label, "premises")
        found.labels["location"] = label
        found.add("location", value)
        found.place_line = line
        return True
    return False


def _is_at_premises(label: str, value: str, record: Record) -> bool:
    """Whether a label says what stands at an address, and one is told: "Studio: Mill Row 8, Ely".

    Without an address such a word labels what a person works in, or with. A word over all
    contacts labels the first of them alone: "Contact: 8 Mill Row, Ely; tel. …".
    """
    if key(label) not in record.vocabulary["premises"] or find_date(value, record.vocabulary):
        return False
    if record.vocabulary.sections.get(key(label)) == "contact":
        told = is_certain(value) or label_of(value, record)[0]
        return bool(HOUSE.search(value)) and not told
    housed = HOUSE.search(value) or POSTAL.search(value)
    cut = COMMA.split(value)
    return bool(housed) and len(cut) > 1 and all(len(part.split()) <= _LONGEST_PART for part in cut)


HOUSE = re.compile(r"^\d{1,5}\w?,?\s+[^\W\d_]|[^\W\d_]{3}\.? \d{1,4}\w?\b")
"""A house before its street, or behind it: "12 Mill Row", "Mühlweg 4"."""
_HOUSE_ALONE = re.compile(r"\d{1,5}\w? [^\W\d_][^,\d]*|[^,\d]{3,} \d{1,4}\w?")
"""A house and its street with no town: "12 Mill Row"."""
_LONGEST_PART = 6


def _without_frame(text: str) -> str:
    """A text without the square brackets that hold all of it: "[Natal, Brasil]"."""
    match = _FRAMED.fullmatch(text)
    return match[1].strip() if match else text


_FRAMED = re.compile(r"\\?\[([^\[\]\\]+)\\?\]")


def bare_place(
    line: int, label: str, known: str, value: str, found: Contacts, record: Record
) -> bool:
    """A short text among contacts that reads as a place or an address."""
    text = _without_frame(ICON.sub("", value).strip())
    if not label and _is_affiliation(text, record):
        found.place_line = line if "location" not in found.basics else found.place_line
        found.add("location", text)  # and the street on the next line goes on with it
        return True
    ended = text.endswith((".", "!", "?", ":")) and not (
        _STREET.fullmatch(text) or _TOWN.fullmatch(text) or is_street(text, record)
    )
    short = len(text) <= 90 and len(re.findall(r"\w\S*", text)) <= 12 and not ended
    roles = record.vocabulary.has("roles", text.split(",")[0])
    place = len(text.split()) <= 3 or bool(_IN_ADDRESS.search(text)) or is_place(text, record)
    goes_on = found.place_line + 1 == line or (
        found.place_line == line and (_ends_address(text) or _is_in_street(text, found, record))
    )
    lasting = counts_time(text, record) and not POSTAL.search(text)  # "34 years"
    if (
        goes_on
        and place
        and short
        and not (roles or label or lasting or _tells_a_day(text, record))
    ):
        _add_to_place(found, text)
        found.place_line = line
        return True
    address = "," in text or POSTAL.search(text) or re.search(r"\d", text) or is_place(text, record)
    if (
        "location" in found.basics
        or text.startswith("@")
        or text.isdecimal()  # "Cook · 29 · Leeds"
        or _tells_a_day(text, record)
        or not short
        or not address
        or lasting
        or (
            roles
            and not POSTAL.search(YEAR.sub("", _BRACKET.sub("", text)))
            and not is_street(text, record)
        )
    ):
        return False
    found.add("location", text)
    found.place_line = line
    return True


def _is_affiliation(text: str, record: Record) -> bool:
    """Whether a line is where a person works: "Department of Botany, Moss University".

    An address begins with it, as on an envelope.
    """
    unit, comma, owner = text.partition(",")
    begun = unit.split()[:1] and key(unit.split()[0]) in record.vocabulary["units"]
    told = bool(begun and comma) and record.vocabulary.has("schools", owner)
    return told and not re.search(r"\d", text)


def is_street(text: str, record: Record) -> bool:
    """Whether a text is a street and a house, though called by a trade: "C/ Pintor Gil, 8"."""
    first = (text.split() or [""])[0]
    begun = first.casefold() == "c/" or key(first) in record.vocabulary["street_begins"]
    return begun and bool(re.search(r"\d", text))


def _is_in_street(text: str, found: Contacts, record: Record) -> bool:
    """Whether a piece behind a street says where in it, or where it lies.

    "Rua do Sol, 8 – Apto 3 – Centro".
    """
    named = not text[:1].islower() and len(text.split()) <= _LONGEST_PART
    fact = bool(is_certain(text)) or is_fact(text, record)
    above = found.basics["location"]
    return named and not fact and (is_street(above, record) or bool(_HOUSE_ALONE.fullmatch(above)))


def _add_to_place(found: Contacts, text: str) -> None:
    """Put the next line or piece of an address behind what there is of it.

    Between pieces of one line stays the author's sign: "Mill Row 8 · 24960 Moss".
    """
    above = found.basics["location"]
    parted = re.search(rf"{re.escape(above)}{_SIGN.pattern}{re.escape(text)}", found.text)
    found.basics["location"] = (
        f"{above}{parted[1]}{text}" if parted else joined_address([above, text])
    )


_SIGN = re.compile(r"(\s+[|·•–—]\s+)")


def _ends_address(text: str) -> bool:
    """Whether a piece of a line is the rest of the address before it: "VT 05602", "PE"."""
    return bool(POSTAL.search(text) or STATE.fullmatch(text) or re.fullmatch(r"[A-Z]{2}", text))


def _tells_a_day(text: str, record: Record) -> bool:
    """A date, or a text around a whole day ("Born on 14 July 1985 in Ely"), is no place."""
    found = find_date(text, record.vocabulary)
    return found is not None and (
        len(found.start) == 10
        or bool(is_only_date(text, record.vocabulary))
        or bool(CJK.search(text))  # "1997 年出生"
    )


def address_in_lines(lines: list[tuple[int, str]], record: Record) -> str:
    """The lines of an address as one: short ones, of which one has a house or postal number."""
    if any(is_contact_line(text) for _, text in lines):
        return ""
    texts = [unlink(unstyle(text))[0].strip().rstrip(",") for _, text in lines]
    numbered = any(POSTAL.search(text) or re.match(r"\d+\w?\s", text) for text in texts)
    short = all(
        len(text.split()) <= 5 and not (SENTENCE_END.search(text) and not _STREET.fullmatch(text))
        for text in texts
    )
    roles = any(record.vocabulary.has("roles", text) for text in texts)
    taken = roles or any("\t" in text for text in texts)
    housed = len(texts) == _STREET_AND_TOWN and re.search(r"\d", texts[0])
    whole = len(texts) > _STREET_AND_TOWN or (housed and POSTAL.search(texts[1]))
    return joined_address(texts) if whole and numbered and short and not taken else ""


_STREET_AND_TOWN = 2
