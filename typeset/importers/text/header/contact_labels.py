"""The label of a piece of a contact line, and what follows it."""

from __future__ import annotations

import re

from typeset.importers.text.header.addresses import is_url
from typeset.importers.text.header.contact_values import (
    ADDRESS_BESIDE,
    ICON,
    LABELLED,
    bare_label,
    is_certain,
)
from typeset.importers.text.header.contacts import Contacts
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key
from typeset.problems import Severity

_BOLD_LABEL = re.compile(
    r"\*\*([^*]{1,40}?)\s*[:：]?\*\*(?:\s*[:：]\s*|\s+|(?=[@+(\[（]))(.+)", re.DOTALL
)
_SLANTED_LABEL = re.compile(r"\*(?!\*)([^*:：]{1,40}?)\s*[:：]?\*\s*[:：]?\s*([^*\s].*)", re.DOTALL)
_LABEL_IN_LINK = re.compile(r"\[(\S+) (\S+)\]\((\S+)\)")
_ACCOUNT = re.compile(r"@[\w.-]+|(?=\S*\d)[\w-]+")


def label_of(piece: str, record: Record) -> tuple[str, str]:
    """The label of a piece and what follows it."""
    piece = ICON.sub("", piece.strip()).strip()
    if match := _BOLD_LABEL.fullmatch(piece):
        return unstyle(match[1]).strip(), match[2].strip()
    slanted = _SLANTED_LABEL.fullmatch(piece)  # "*Location* Leeds"
    if slanted and record.vocabulary.label(slanted[1]):
        return slanted[1], slanted[2].strip()
    linked = _LABEL_IN_LINK.fullmatch(piece)  # an icon's name before what it stands for
    if linked and _is_reach(linked[1], record):
        return linked[1], f"[{linked[2]}]({linked[3]})"
    match = LABELLED.fullmatch(unstyle(piece))
    if match and "](" not in match[1] and _may_label(match[1], record):
        return match[1].strip(), match[2].strip()
    behind = re.fullmatch(r"(\S+)\s+[(（]([^\W\d_]+)[)）]", unstyle(piece))
    if behind and is_url(behind[1]):  # "ada.example (Blog)", as LinkedIn prints its links
        return behind[2], behind[1]
    beside = ADDRESS_BESIDE.fullmatch(unstyle(piece))
    if beside and len(beside[1].split()) <= 3 and "](" not in piece:
        return beside[1], beside[2]
    if solid := _solid_label(unstyle(piece), record):
        return solid
    first, which, rest = bare_label(unstyle(piece))
    # "Tel. 01632 960001", "T 01632 960001": a label needs no colon before a certain value.
    if rest and _is_reach(first, record) and is_certain(rest):
        return f"{first} {which}".strip(), rest
    # "ORCID 0000-0002-1825-0097", "GitHub @ann": an account and its number or handle.
    named, _, last = unstyle(piece).rpartition(" ")
    if key(named) in record.vocabulary.account_names and _ACCOUNT.fullmatch(last):
        return named, last
    numbered = _NUMBERED.fullmatch(unstyle(piece)) or _DATED.fullmatch(unstyle(piece))
    if numbered and _numbers_person(numbered["label"], record):
        return numbered["label"], numbered["number"]
    return "", unstyle(piece)


_NUMBERED = re.compile(
    r"(?P<label>[^\W\d_](?:[^\d,:;()|·•]*?[^\s\d,:;()|·•])?)\s+"
    r"(?P<number>#?(?:[A-Z]{1,2} (?=\d))?(?=[A-Z\d]*\d)[A-Z\d]+(?:[./-][A-Z\d]+| \d+)*)"
)
"""A few words and a number, or a day in figures: "DNI 55.018.220", "geb. 09.06.1990"."""


_DATED = re.compile(
    r"(?P<label>[^\W\d_][^\d,:;()|·•]{0,30}?)\s+"
    r"(?P<number>(?:\d{1,2}\.? ?[^\W\d_]{3,}\.? |\d{1,2}[./-]\d{1,2}[./-])\d{4}\b.{0,40})"
)
"""A few words and a day, perhaps with a place: "born 3 May 1990 in Ely"."""


def _numbers_person(label: str, record: Record) -> bool:
    """Whether a label behind which a number stands is of a fact on the person: "geb.", "CPF".

    A word that joins the two makes a sentence of them, which stays whole: "née le 3/05/1990".
    """
    *_, last = label.split()
    labels = record.vocabulary["person_labels"]
    known = key(label) in labels or (label[0].isupper() and key(last) in labels)  # "MN licence"
    return (known or bool(_REGISTER.fullmatch(label))) and key(last) not in (
        record.vocabulary.small_words | record.vocabulary["day_articles"]
    )


_REGISTER = re.compile(r"[A-Z]{2,8} (?:PIN|ID|Pin)")
"""A body, and what its number is called: "NMC PIN"."""


def _may_label(text: str, record: Record) -> bool:
    """Whether a text is a label by its few words, or by a known fact that it begins with."""
    few = len(text.split()) <= _LONGEST_LABEL
    return few or key(text).startswith(tuple(record.vocabulary["facts"]))


_LONGEST_LABEL = 4


def drops_empty_label(line: int, piece: str, record: Record) -> bool:
    """Whether a piece is a contact's label with nothing behind it, which says nothing: "Phone:"."""
    text = unstyle(ICON.sub("", piece.strip())).strip()
    alone = re.fullmatch(r"[^:：]{2,30}[:：]", text)
    name = record.vocabulary.label(text) if alone else ""
    if alone and not name and record.vocabulary.sections.get(key(text)) == "contact":
        record.use_label(line, text.rstrip(":："), "sections")
        return True  # "Contact:", over the lines that are
    if name:
        record.tell(
            "empty-field", f"a label without a value is left out: {text}", line, Severity.NOTE
        )
        record.use_label(line, text, f"labels.{name}")
    return bool(name)


def _is_reach(word: str, record: Record) -> bool:
    """Whether a word says how or where one is reached: "Email", "GitHub"."""
    told = record.vocabulary.label(word) in ("phone", "email", "url", "location")
    return (told or key(word) in record.vocabulary.account_names) and not word.startswith("[")


def _solid_label(piece: str, record: Record) -> tuple[str, str] | None:
    """A label that its value follows without a sign between them: "现居成都", "電話 03-…"."""
    if not CJK.match(piece):
        return None
    for word, name in record.vocabulary.solid_labels:
        rest = piece.removeprefix(word).strip() if piece.startswith(word) else ""
        if rest and (is_certain(rest) or (name == "location" and _is_place(rest, record))):
            return word, rest
    return None


def _is_place(text: str, record: Record) -> bool:
    """Whether what stands right behind a label is short, or ends as a place: "新竹市香山區"."""
    ended = text.endswith(tuple(record.vocabulary["place_endings"])) and len(text) <= _LONGEST_PLACE
    return len(text) <= _SHORTEST_PLACE or ended


_SHORTEST_PLACE = 4
_LONGEST_PLACE = 12


def kept_label(
    line: int, label: str, known: str, name: str, found: Contacts, record: Record
) -> str:
    """The label that must be kept: none where the key says as much.

    What calls a place tells where a telephone rings: "Home: 0113 496 0100".
    """
    if not label or name in found.basics:
        return label
    says = "contact_words" if key(label) in record.vocabulary["contact_words"] else ""
    rings = name == "phone" and known == "location"
    if not says and known != name and not rings:
        return label
    record.use_label(line, label, says or f"labels.{known}")
    found.labels[name] = label
    return ""
