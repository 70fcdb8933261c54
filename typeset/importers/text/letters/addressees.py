"""What a line of a recipient's address is by its words: a person, an office, a post, a street."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.words import is_role
from typeset.importers.text.letters.greeting import is_greeted
from typeset.importers.text.placeholders import blank_words
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

_TITLED = frozenset({"dr", "prof", "mag", "rev", "revd", "hon", "ing"})
"""Titles that stand behind another: "Frau Dr. …", "The Revd …"."""
_SOLID_OFFICE = re.compile(r"[部課室係局科处組组]$")
_HANGUL = re.compile("[\uac00-\ud7af]")


def is_department(text: str, record: Record) -> bool:
    """Whether a line is a part of a firm: "Personalabteilung", "À Direção de Recursos Humanos"."""
    words = text.split()
    if len(words) > 1 and key(words[0]) in record.vocabulary["towards"]:
        words = words[1:]
    heads = {key(" ".join(words[:size])) for size in range(1, min(4, len(words)) + 1)}
    return bool(heads & record.vocabulary["departments"] or _SOLID_OFFICE.search(text))


def is_unit(text: str, record: Record) -> bool:
    """Whether a line begins or ends as a part of an organisation does: "Department of History"."""
    words = text.split()
    return any(record.vocabulary.has("units", word) for word in (words[0], words[-1]))


def is_part(text: str, record: Record) -> bool:
    """Whether a line is a part of an organisation and no post: "Catering Department"."""
    words, known = text.split(), record.vocabulary
    joined = words[1:2] and words[1] in known.small_words
    if joined and any(known.has("units", " ".join(words[:size])) for size in (1, 2)):
        return True  # "Office of the Registrar"
    if _SOLID_OFFICE.search(text):
        return True
    return (is_unit(text, record) or is_department(text, record)) and not is_role(text, record)


def ends_as_unit(text: str, record: Record) -> bool:
    """Whether a line ends as a part of an organisation does: "Parks Department"."""
    return any(record.vocabulary.has("units", word) for word in text.split()[-1:])


def is_delivery(text: str, record: Record) -> bool:
    """Whether a line says by what post a letter goes: "Par courriel", "Via e-mail: a@moss.org"."""
    return key(re.split(r"[:：]", text, maxsplit=1)[0]) in record.vocabulary["deliveries"]


def begins_address(text: str, index: int, record: Record) -> bool:
    """Whether a line begins the address: by a number, an e-mail address, or as "[Address]"."""
    blank = bool(index) and any(
        record.vocabulary.label(word) == "location" for word in blank_words(text)
    )
    digits = bool(re.search(r"\d", text)) and not _is_numbered_firm(text, record)
    numbered = bool(index) and (digits or _is_street(text, record))
    return blank or numbered or is_contact_line(text)


def _is_numbered_firm(text: str, record: Record) -> bool:
    """Whether a number is of an firm: "School District No. 9", "4Soft Ltd"."""
    known, words = record.vocabulary, text.split()
    if len(words) < 2 or "," in text or _is_street(text, record):
        return False
    before = _COUNTED.sub("", text)
    named = before if _SIGN.search(text) else " ".join(before.split()[-2:])
    counted = before != text and any(
        known.has(name, named) for name in ("organisations", "schools")
    )
    return counted or key(words[-1]) in known["suffixes"]


_SIGN = re.compile(r"\s(?:№|#|[Nn](?:o|r|[º°])?\.|n°|č\.)\s?(?=\d)")
_COUNTED = re.compile(rf"(?:{_SIGN.pattern}|\s)\s*\d{{1,3}}$")
"""The number of one of many: "District No. 9", "Grundschule 12"."""


def _is_street(text: str, record: Record) -> bool:
    """Whether a line names a street without its number: "Mill Lane, Otley", "Place du Marché"."""
    words = text.partition(",")[0].split()
    known = record.vocabulary
    return len(words) > 1 and (
        key(words[0]) in known["street_begins"] or key(words[-1]) in known["street_ends"]
    )


def solid_person(text: str, record: Record) -> list[str]:
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
    """The words that address a line ("A la atención de" D.ª …), with their list; or two "".

    An article that belongs to the name is none of them: "T.a.v." de heer Bos.
    """
    words = text.split()
    for size in range(min(5, len(words) - 1), 0, -1):
        phrase = " ".join(words[:size])
        if key(" ".join(words[size - 1 : size + 1])) in record.vocabulary["honorifics"]:
            continue
        if key(phrase) in record.vocabulary["attention"]:
            return "attention", phrase
        if size > 1 and key(phrase) in record.vocabulary["towards"]:
            return "towards", phrase
    return "", ""


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
        or _has_patronymic(words, record)
        or is_office(text, record)
        or _is_solid_person(text, record)
        or is_greeted(text, greeting)
    )


def _has_patronymic(words: list[str], record: Record) -> bool:
    """Whether words are a name with its father's, or with both initials: "Ивановой М. П."."""
    ends = tuple(record.vocabulary["patronymics"])
    named = len(words) == _WITH_FATHER and all(word[:1].isupper() for word in words)
    whole = named and any(word.endswith(ends) for word in words[1:])
    return whole or bool(_CYRILLIC_INITIALS.fullmatch(" ".join(words)))


_WITH_FATHER = 3
_CYRILLIC_INITIALS = re.compile(
    r"[А-ЯЁ][а-яё-]{2,} [А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ]\. ?[А-ЯЁ]\. [А-ЯЁ][а-яё-]{2,}"
)


def is_office(text: str, record: Record) -> bool:
    """Whether a line names no person but who decides: "The Hiring Committee"."""
    said, _, unit = text.partition(", ")  # "Search Committee, Department of History"
    said = said if unit and is_unit(unit, record) else text
    said = re.sub(r"^the ", "", key(said))
    _, _, told = said.partition(" ")  # "Faculty Search Committee"
    return bool({said, told} & record.vocabulary["offices"])
