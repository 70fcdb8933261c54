"""To whom a letter is written: name, title, organisation and address, from a few lines."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import ends_like_role
from typeset.importers.text.letters.greeting import is_greeted
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.placeholders import blank_words
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

_TITLED = frozenset({"dr", "prof", "mag", "rev", "revd", "hon", "ing"})
"""Titles that stand behind another: "Frau Dr. …", "The Revd …"."""
_SOLID_OFFICE = re.compile(r"[部課室係局科处組组]$")
_HANGUL = re.compile("[\uac00-\ud7af]")
Numbered = tuple[int, str]


def read_recipient(lines: list[Numbered], greeting: str, record: Record) -> dict[str, Any]:
    """Name, title, organisation and address of the lines of a recipient."""
    texts = [unlink(unstyle(text))[0].strip().rstrip(",") for _, text in lines]
    texts = [part for text in texts if text for part in _solid_person(text, record)]
    commas = texts[0].count(",") if len(texts) == 1 else 0
    first, _, behind = texts[0].partition(",") if commas else ("", "", "")
    if commas == 1 and _is_office(first, record) and not addressing(first, record)[0]:
        return {"name": first.strip(), "organisation": behind.strip()}
    listed = commas > 1 or (bool(first) and _stands_for_firm(first, greeting, record))
    if listed:
        texts = [part.strip() for part in texts[0].split(",")]
    texts, whole = [_without_towards(text, record) for text in texts], texts
    attended = {
        text
        for text, before in zip(texts, whole, strict=True)
        if text != before or addressing(text, record)[0] == "attention"
    }
    if len(texts) > 1 and key(texts[0]) in record.vocabulary["towards"]:
        if texts[0].isalpha():  # "לכבוד", "An": a label; "Spett.le" is a part of the name
            record.use_label(0, texts.pop(0), "towards")
        else:
            texts[:2] = [f"{texts[0]} {texts[1]}"]
    address_at = next(
        (i for i, text in enumerate(texts) if _is_address(text, i, record)), len(texts)
    )
    below = [text for text in texts[address_at:] if text in attended]  # "Attn …" under the town
    head = [*texts[:address_at], *below]
    address = [text for text in texts[address_at:] if text not in below]
    sent = [text for text in head if key(text) in record.vocabulary["deliveries"]]
    head = [text for text in head if text not in sent]
    blanks = _blanks(head, record)
    head = [text for text in head if text not in blanks.values()]
    at = -1 if "name" in blanks else _person(head, attended, greeting, record)
    found = blanks | (_named(head[at], record) if at >= 0 else {})
    parts = [text for i, text in enumerate(head) if i != at and is_department(text, record)]
    before = [text for text in head[: max(at, 0)] if text not in parts]
    after = [text for text in head[at + 1 :] if text not in parts]
    towns = [text for text in after[1:] if is_place(text, record)]
    after = [text for text in after if text not in towns]
    left = _titles_and_firm(before, after, found, record)
    if "title" in found and "name" not in found:  # "The Headmaster": who holds it is meant
        found = {"name": found.pop("title"), **found}
    if "organisation" not in found and (left or parts):
        rest = left or parts
        firm = next((i for i, text in enumerate(rest) if not _ends_as_unit(text, record)), 0)
        found["organisation"] = ", ".join(rest) if listed else rest.pop(firm)
        if listed:
            rest.clear()
    result: dict[str, Any] = dict(found)
    if rest := [*sent, *parts, *left, *towns, *address]:
        result["address"] = rest
    return result


def _stands_for_firm(first: str, greeting: str, record: Record) -> bool:
    """Whether what stands before a comma is greeted, or a part of what follows: "HR, Moss Ltd"."""
    office = _is_office(first, record) or is_department(first, record)
    return office or is_greeted(first, greeting)


def _blanks(head: list[str], record: Record) -> dict[str, str]:
    """The lines to be filled in that say themselves what they are: "[Company]", "[Your Name]".

    A part of the organisation is meant only where no line is the whole: "[Department]".
    """
    found: dict[str, str] = {}
    for text in sorted(head, key=lambda text: _ends_as_unit(text.strip("[]<>{}"), record)):
        words = blank_words(text)
        firm = any(record.vocabulary.column(word) == "organisation" for word in words)
        named = any(record.vocabulary.label(word) == "name" for word in words)
        if firm or named:
            found.setdefault("organisation" if firm else "name", text)
    return found


def _person(head: list[str], attended: set[str], greeting: str, record: Record) -> int:
    """Which line names the person: by their title or the words before it, or as greeted; -1."""
    people = [
        i
        for i, text in enumerate(head)
        if text in attended or (is_person(text, "", record) and not _is_office(text, record))
    ]
    # "Bay Ridge Museum" begins as a person does in Turkish ("Bay", Mr).
    titled = [
        i
        for i in people
        if not record.vocabulary.has("organisations", _before_post(head[i], record))
    ]
    firms = [i for i in people if i not in titled and len(head[i].split()) == _TITLE_AND_NAME]
    greeted = (
        i
        for i, text in enumerate(head)
        if is_greeted(text, greeting)
        and not record.vocabulary.has("organisations", _before_post(text, record))
    )
    offices = (i for i, text in enumerate(head) if _is_office(text, record))
    return next(chain(titled, greeted, offices, firms), -1)


_TITLE_AND_NAME = 2


def _before_post(text: str, record: Record) -> str:
    """A line without the post or firm behind a comma, which may name where it is held."""
    name, _, post = text.partition(",")
    held = is_role(post, record) or record.vocabulary.has("organisations", post)
    return name if post and held else text


def _titles_and_firm(
    before: list[str], after: list[str], found: dict[str, str], record: Record
) -> list[str]:
    """Find title and firm in the lines around a person; the lines left, the firm perhaps first."""
    words = record.vocabulary
    for text in before:  # some countries write the firm first
        post = words.has("roles", text.split()[0])  # "Директору школы № 5"
        alone = len(before) == 1 and not after and not post
        firm = (
            alone
            or "title" in found
            or (words.has("organisations", text) and not post)
            or not is_role(text, record)
        )
        name = "organisation" if firm and "organisation" not in found else "title"
        if name in found:
            after = [text, *after]
        else:
            found[name] = text
    if after and "title" not in found:
        named = "name" in found
        firm = words.has("organisations", after[0]) or bool(CJK.search(after[0]))
        named_person = named and key(found["name"]) not in record.vocabulary["offices"]
        unsaid = named_person and len(after) > 1 and "organisation" not in found and not firm
        post = is_role(after[0], record) and not _is_firm(after[0], record)
        if (post and (named or len(after) > 1)) or unsaid:
            found["title"] = after[0]
            after = after[1:]
    return after


def _is_firm(text: str, record: Record) -> bool:
    """Whether a line is an organisation by the word it begins or ends with: "Pilots' Guild"."""
    first, *_, last = text.split() if " " in text else (text, text)
    words = record.vocabulary
    named = words.has("organisations", last) or words.has("organisations", first)
    return named and not words.has("roles", first)


def is_role(text: str, record: Record) -> bool:
    """Whether a line says what somebody is: "Head Gardener"."""
    return record.vocabulary.has("roles", text) or ends_like_role(text, record)


def is_department(text: str, record: Record) -> bool:
    """Whether a line is a part of a firm: "Personalabteilung", "Departamento de Personal"."""
    words = text.split()
    heads = {key(" ".join(words[:size])) for size in range(1, min(4, len(words)) + 1)}
    return bool(heads & record.vocabulary["departments"] or _SOLID_OFFICE.search(text))


def _is_unit(text: str, record: Record) -> bool:
    """Whether a line begins or ends as a part of an organisation does: "Department of History"."""
    words = text.split()
    return any(record.vocabulary.has("units", word) for word in (words[0], words[-1]))


def _ends_as_unit(text: str, record: Record) -> bool:
    """Whether a line ends as a part of an organisation does: "Parks Department"."""
    return record.vocabulary.has("units", text.split()[-1])


def _is_address(text: str, index: int, record: Record) -> bool:
    """Whether a line begins the address: by a number, an e-mail address, or as "[Address]"."""
    blank = bool(index) and any(
        record.vocabulary.label(word) == "location" for word in blank_words(text)
    )
    numbered = bool(index) and (bool(re.search(r"\d", text)) or _is_street(text, record))
    return blank or numbered or is_contact_line(text)


def _is_street(text: str, record: Record) -> bool:
    """Whether a line names a street without its number: "Mill Lane, Otley", "Place du Marché"."""
    words = text.partition(",")[0].split()
    known = record.vocabulary
    return len(words) > 1 and (
        key(words[0]) in known["street_begins"] or key(words[-1]) in known["street_ends"]
    )


def _solid_person(text: str, record: Record) -> list[str]:
    """A department or post, and the person in it, of one line: "総務部　採用ご担当者様"."""
    bare = re.sub(r"[ \u3000]+(?=様$|殿$|先生$)", "\0", re.sub(r"\t", "\u3000", text))
    wide = "\u3000" if "\u3000" in bare else " "
    before, space, after = bare.partition(wide)
    titled = space and CJK.search(before) and _is_solid_person(after, record)
    family = len(before.strip()) <= 2  # "青木　遥様" is one person
    parts = [before, after] if titled and not family else [bare]
    if titled and _HANGUL.match(before):
        *firm, person = bare.split()
        owner = bool(firm) and record.vocabulary.has("organisations", firm[-1])
        parts = [" ".join(firm), person] if owner else [bare]  # "바람숲 도서관 관장님"
    return [part.replace("\0", " ").strip() for part in parts]


def is_solid_addressee(text: str, record: Record) -> bool:
    """Whether a line ends as an addressee's does: "採用ご担当者様", "株式会社青空　御中"."""
    return bool(CJK.search(text)) and (text.endswith("御中") or _is_solid_person(text, record))


def _is_solid_person(text: str, record: Record) -> bool:
    ends = tuple(word for word in record.vocabulary["honorifics"] if CJK.match(word))
    return bool(CJK.search(text)) and text.endswith(ends) and not text.endswith("御中")


def addressing(text: str, record: Record) -> tuple[str, str]:
    """The words that address a line ("A la atención de" D.ª …), with their list; or two ""."""
    words = text.split()
    for size in range(min(5, len(words) - 1), 0, -1):
        phrase = " ".join(words[:size])
        if key(phrase) in record.vocabulary["attention"]:
            return "attention", phrase
        if size > 1 and key(phrase) in record.vocabulary["towards"]:
            return "towards", phrase
    return "", ""


def _without_towards(text: str, record: Record) -> str:
    """A line without "To the"; "For the attention of" is a part of the address, and stays."""
    name, phrase = addressing(text, record)
    if name != "towards":
        return text
    record.use_label(0, phrase, name)
    return " ".join(text.split()[len(phrase.split()) :])


def _named(text: str, record: Record) -> dict[str, str]:
    """A person's name, and their title behind a comma: "Ms Ann Roy, Head Gardener"."""
    name, comma, title = text.partition(",")
    if comma and is_role(title, record) and len(name.split()) > 1:
        return {"name": name.strip(), "title": title.strip()}
    if comma and len(name.split()) > 1 and record.vocabulary.has("organisations", title):
        return {"name": name.strip(), "organisation": title.strip()}
    return {"name": text}


def is_person(text: str, greeting: str, record: Record) -> bool:
    """Whether a line names a person or who stands for one, by its words or the greeting."""
    first = key(text.split()[0]) if text.split() else ""
    stem = re.split(r"\.", text)[0]
    words = text.split()
    titled = len(words) > 1 and any(key(word) in _TITLED for word in words[:2])
    begins = {first, key(stem), *(key(" ".join(words[:size])) for size in (2, 3))}
    titled = titled or bool(begins & record.vocabulary["honorifics"])
    return (
        titled
        or _is_office(text, record)
        or _is_solid_person(text, record)
        or is_greeted(text, greeting)
    )


def _is_office(text: str, record: Record) -> bool:
    """Whether a line names no person but who decides: "The Hiring Committee"."""
    said, _, unit = text.partition(", ")  # "Search Committee, Department of History"
    said = said if unit and _is_unit(unit, record) else text
    return re.sub(r"^the ", "", key(said)) in record.vocabulary["offices"]
