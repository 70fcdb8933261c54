"""What a person is, in a line with where they are: "Developer in Halifax, Nova Scotia"."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.header.facts import is_fact
from typeset.importers.text.heads.words import ends_like_role, is_role, names, names_owner
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.words.vocabulary import any_of, key

SENTENCE_END = re.compile(r"(?:[!?…。]|(?<![\s.][^\W\d_])\.)[\"”’)»]*$")
"""How a sentence ends, and no word cut to its first letter: "Forester, i. R."."""

LETTERS_BEHIND = re.compile(r"(?:[A-Z][a-z]?){2,6}(?:[, ]+(?:[A-Z][a-z]?){2,6}){0,3}")
"""Letters of a degree or a society, on a line of their own: "MITI", "BSc, FRCS"."""


def role_and_town_by_stop(text: str, record: Record) -> re.Match[str] | None:
    """ "Potter, maker of bowls. Stow, Kent.": what one is and where, a full stop behind each."""
    match = _STOPPED.fullmatch(text)
    if not match or len(match[1].split()) > _LONGEST_CALLING:
        return None
    role = record.vocabulary.has("roles", match[1]) or ends_like_role(match[1], record)
    return match if role and is_place(match[2], record) else None


_STOPPED = re.compile(r"([^.!?]*[^\W\d_]{4})\.\s+([^\W\d_a-z][^.!?\d@:]*)\.?")
_LONGEST_CALLING = 8


def role_in_place(text: str, record: Record) -> re.Match[str] | None:
    """ "Developer in Halifax, Nova Scotia": what one is, a word that joins, and where."""
    joiners = any_of(record.vocabulary, "place_joiners")
    match = re.fullmatch(rf"(.+?)\s+({joiners})\s+([^\W\d_a-z][^\d()]*)", text) if joiners else None
    if not match or not record.vocabulary.has("roles", match[1]):
        return None
    if names_owner(match[3], record):
        return None  # "Lecturer in Botany, Moss University"
    capital = all(word[:1].isupper() for word in match[3].split())
    return match if is_place(match[3], record) or ("," in match[3] and capital) else None


def role_and_field(text: str, record: Record) -> bool:
    """Whether a line is what one is and, behind a colon, in what: "Teacher: Irish and Music".

    What is a contact's label is none ("Position: …"), nor has a role a person behind it.
    """
    match = _FIELD.fullmatch(text)
    if not match or not is_role(match[1], record) or record.vocabulary.label(match[1]):
        return False
    return not (is_person(match[2]) or is_place(match[2], record) or is_contact_line(match[2]))


_FIELD = re.compile(r"([^\W\d_][^:：,@\d]{3,40}?):\s+([^\W\d_][^:：@\d]{2,60})")


def is_role_and_town(what: str, town: str, record: Record) -> bool:
    """Whether a headline is what one is and where: "Product designer, Chicago"."""
    role = is_role(what, record) and not _are_letters(town, record)
    small = what.rpartition(" ")[2].islower() and bool(_TOWN.fullmatch(town))
    small = small and not record.vocabulary.has("subjects", town)  # "Doctoral candidate, Geology"
    return role and "," not in what and (small or is_place(town, record) or _is_house(town, record))


def _are_letters(text: str, record: Record) -> bool:
    """Whether a text begins with the letters of a degree or a body: "BSN, RN", "MPharm, IP"."""
    first, known = text.partition(",")[0], record.vocabulary
    lettered = _LETTERS.fullmatch(first) or known.has("degrees", first)
    return bool(lettered) and key(first) not in known.places


_LETTERS = re.compile(r"[A-Z]{2}[A-Za-z]{0,6}")


def _is_house(text: str, record: Record) -> bool:
    """Whether a text is where one works, by its name and its town: "Moss University, Ely"."""
    house, _, town = text.partition(",")
    small = record.vocabulary.small_words
    capital = all(word[:1].isupper() or word in small for word in house.split())
    return bool(town) and capital and len(house.split()) > 1 and names_owner(house, record)


_TOWN = re.compile(r"[^\W\d_a-zà-ÿа-я][^\W\d_A-Z]{2,}(?:-[^\W\d_]+)*")
"""One name behind words in small letters: "Chef de cuisine, Dinan"."""


def in_two_lines(texts: list[str], record: Record) -> str:
    """What a person is over what they are it for: "Schoolmaster (ret.)" / "Latin, chess"; or ""."""
    plain = [unlink(unstyle(text))[0].strip() for text in texts]
    if len(plain) != _CALLING_AND_FIELD or any(
        SENTENCE_END.search(text)
        or re.search(r"[\d:：|@\t]", text)
        or is_contact_line(text)
        or is_place(text, record)
        or is_fact(text, record)
        for text in plain
    ):
        return ""
    if LETTERS_BEHIND.fullmatch(plain[1]):
        return ""
    held = names("roles", plain[0], record) or ends_like_role(plain[0], record)
    return ", ".join(plain) if held else ""


_CALLING_AND_FIELD = 2
