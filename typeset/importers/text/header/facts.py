"""Facts on a person that need no label, one by one or in a row: "Born in Ely, British, married"."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_labels import label_of
from typeset.importers.text.header.contact_pieces import POSTAL, pieces
from typeset.importers.text.header.contact_values import ICON, is_certain
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import ends_like_role
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK, COMMAS
from typeset.importers.text.words.vocabulary import key


def facts_in_row(piece: str, record: Record) -> list[str]:
    """A piece cut at its dashes, or else at bars, slashes or commas where a part is a fact alone.

    So "山口玲/女/1998", and "Born in Ely, 2 May 1990 - British", whose comma is the birth's own.
    """
    dashed = _DASHES.split(piece)
    if len(dashed) > 1 and any(is_fact(part, record) for part in dashed):
        return dashed
    cut = _IN_ROW.split(piece)
    parts, signs = cut[::2], cut[1::2]
    facts = record.vocabulary["facts"]
    begun = sum(is_fact(part, record) for part in parts) > 1  # "born 1990, married, own car"
    begun = begun or (len(parts) == _AGE_AND_TOWN and _is_age_and_town(parts[0], parts[-1], record))
    if len(parts) < 2 or not (begun or any(part in facts for part in parts)):
        return [piece]
    row = parts[:1]
    for sign, part in zip(signs, parts[1:], strict=True):
        if all(CJK.match(one) and is_place(one, record) for one in (row[-1], part)):
            row[-1] += f"{sign.strip()}{part}"  # "河北/北京": where one is from, and where one is
        elif sign.strip() in COMMAS and _goes_on(row[-1], part, record):
            row[-1] += f"{sign}{part}"
        else:
            row.append(part)
    return row


_AGE_AND_TOWN = 2


def _is_age_and_town(age: str, town: str, record: Record) -> bool:
    """Whether two parts say how old a person is and where one lives: "19 años, Lugo"."""
    named = bool(town) and town[0].isupper() and not re.search(r"\d", town)
    return named and _begins_with_age(age, record)


_AGE = re.compile(r"[1-9]\d")
_LONGEST_AGE = 3
"""Words behind the number: "years", "years of age"."""


def _goes_on(before: str, part: str, record: Record) -> bool:
    """Whether a part behind a comma says more of the fact before it.

    So does what follows how old one is ("36 years, married"), or what one may drive ("Licence: B,
    own car").
    """
    more = not is_place(part, record) and not re.search(r"\d{4}", part)
    aged = more and _begins_with_age(before, record)
    return aged or bool(_DRIVES.search(before)) or _is_of_status(before, part, record)


def _begins_with_age(text: str, record: Record) -> bool:
    number, _, years = text.partition(",")[0].partition(" ")
    aged = _AGE.fullmatch(number) and record.vocabulary.has("durations", years)
    return bool(aged) and len(years.split()) <= _LONGEST_AGE


_DRIVES = re.compile(r"\b[A-E][1E]?(?:\s*[,/+&]\s*[A-E][1E]?|\s+\w{1,3}\s+[A-E][1E]?)*$")
"""The classes of a driving licence, at the end of a text: "Permis B", "Carné: B y C"."""


def _is_of_status(before: str, part: str, record: Record) -> bool:
    """Whether a part belongs to the labelled status before it: "Estado civil: casado, dos hijas".

    A part of one word ("British"), or that begins with a label's word ("permiso B"), is a fact
    of its own, as is what follows a label that is itself a fact's word ("Nationality: Irish").
    """
    label, colon, value = before.partition(":")
    words = record.vocabulary
    told = bool(colon) and key(value) in words["facts"] and not is_fact(label, record)
    first, *others = key(part).split() or [""]
    begun = any(first == known.split()[0] for known in words["person_labels"])
    return told and bool(others) and not begun


_DASHES = re.compile(r"\s+[–—-]\s+|\s*;\s+")
_IN_ROW = re.compile(rf"(\s*[/／|｜{COMMAS}]\s*)")


def is_beside_facts(text: str, record: Record) -> bool:
    """Whether a part of a row of facts that is none by its words is one by its place."""
    other = record.vocabulary.has("roles", text) or is_place(text, record) or POSTAL.search(text)
    return not (other or is_certain(text) or label_of(text, record)[0] or is_fact(text, record))


def is_fact(text: str, record: Record) -> bool:
    """Whether a text says of the person what needs no label: "Née le …", "verheiratet", "男"."""
    facts = record.vocabulary["facts"]
    told = key(ICON.sub("", unstyle(text)).strip())
    first = [key(word) for word in re.split(r"[,;:/(]|\d", told)[0].split()]
    begins = any(" ".join(first[:count]) in facts for count in range(1, 5))
    solid = bool(CJK.match(told)) and told.startswith(record.vocabulary.solid["facts"])
    signed = any(sign.fullmatch(unstyle(text).strip()) for sign in (_REGISTERED, _BORN))
    return begins or told in facts or solid or signed


def is_lasting(text: str, record: Record) -> bool:
    """Whether a text says how long: "34 years old", "8 Jahre Erfahrung"."""
    return bool(re.match(r"\d", text)) and counts_time(text, record)


def counts_time(text: str, record: Record) -> bool:
    """Whether a text has a word for years or months, or a sign behind their number: "6年经验"."""
    if record.vocabulary.has("durations", text):
        return True
    counted = _COUNTED.search(text) if CJK.search(text) else None
    return counted is not None and counted[1].startswith(tuple(record.vocabulary["durations"]))


_COUNTED = re.compile(r"(?<!\d)\d{1,2}(?:\.\d)?\s?\+?\s?([^\W\d]+)")


def row_of_facts(text: str, record: Record) -> list[str]:
    """The parts of a line that is a row of facts on the person; none for other lines.

    Beside two of them, or the birth before all, the others are facts too: "Born in Ely in 1990 ·
    1.68 m · brown hair".
    """
    parts = [part for part in pieces(text) if re.search(r"\w", part)]
    if len(parts) < _FEWEST_IN_ROW or any(len(part.split()) > _LONGEST_FACT for part in parts):
        return []
    told = [is_fact(part, record) for part in parts]
    born = told[0] and re.search(r"\d", parts[0])
    return parts if born or sum(told) > 1 else []


def fact_sentences(text: str, record: Record) -> list[str]:
    """The parts of a line of facts that full stops end; none for other lines.

    "Born in Ely. Citizenship: Irish. Driving licence: B."; "22 years, married, British.", where
    one begins with the age.
    """
    plain = unstyle(text).strip()
    if not plain.endswith("."):
        return []
    parts = _STOPS.split(plain.removesuffix("."))
    if len(parts) == 1:
        aged = _begins_with_age(plain.removesuffix("."), record)
        return parts if aged and len(plain.split()) <= _LONGEST_FACT else []
    labels = record.vocabulary["person_labels"]
    labelled = [
        bool(colon) and (key(name) in labels or record.vocabulary.label(name) == "location")
        for name, colon, _ in (one.partition(":") for one in parts)
    ]
    told = all(
        is_labelled or (is_fact(part, record) and len(part.split()) <= _LONGEST_FACT)
        for part, is_labelled in zip(parts, labelled, strict=True)
    )
    return parts if told and any(labelled) else []


_STOPS = re.compile(r"(?<=[^\W_]{3})\.\s+(?=[^\W\d_a-zà-ÿ])")
_FEWEST_IN_ROW = 2
_LONGEST_FACT = 7


def registered(text: str, record: Record) -> str:
    """The part behind a role in a line that is a number under which a body knows the person.

    "Nurse | COREN-SC 555018", "Architect · member no. 25518 of the Chamber"; "" for others.
    """
    *parts, last = pieces(text) or [""]
    known = _REGISTERED.fullmatch(last) or _BODY_AND_NUMBER.fullmatch(last)
    role = bool(parts) and (
        record.vocabulary.has("roles", parts[0]) or ends_like_role(parts[0], record)
    )
    return last if known and role else ""


_REGISTERED = re.compile(
    r"[^\W\d_][^\d,:]{0,30}\s(?:[Nn]o|Nr|[Nn]\.?[º°]|№|Num|Reg|ID|PIN|Pin|pin|Lic)"
    r"\.?\s?#?[A-Z]{0,3}\d[\dA-Z /-]{3,}(?:\s[^\d,:]{2,60})?"
)
"""A number under which a body knows someone: "RLB No. 4411208"."""
_BORN = re.compile(
    r"[°*]\s?(?:[^\W\d_][^\d,]{1,30},?\s)?\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4}(?:,?\s\D{3,40})?"
)
"""The sign for a birth before its day, and perhaps where: "°4/11/1982 te Mol", "*4.11.1982"."""
_BODY_AND_NUMBER = re.compile(
    r"[A-Z]{3,8}(?:[-/ ][A-Z]{2})?\s(?:[Nn]\.?[º°]\s?)?\d{4,7}(?:[-/][\dA-Z]{1,3})?"
)
