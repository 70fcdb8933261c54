"""A short line under the name that is no contact → the headline, a place, a fact, or none of them.

The rules of `_RULES` are asked in their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from typeset.importers.text.header.beside_names import without_now
from typeset.importers.text.header.callings import (
    LETTERS_BEHIND,
    SENTENCE_END,
    is_role_and_town,
    role_and_field,
    role_and_town_by_stop,
    role_in_place,
)
from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.header.contact_places import is_street
from typeset.importers.text.header.contact_reader import read_contacts
from typeset.importers.text.header.contact_values import LABELLED
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.header.facts import (
    fact_sentences,
    facts_in_row,
    is_fact,
    is_lasting,
    registered,
    row_of_facts,
)
from typeset.importers.text.header.found_contacts import add_contacts
from typeset.importers.text.heads.words import is_role
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import presents_oneself
from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


@dataclass(frozen=True)
class _Line:
    """A line in canonical Markdown, its bare words, and the header it may add to."""

    number: int
    text: str
    plain: str
    header: Header
    record: Record

    def headline(self, label: str, place: str = "", *, beside: str = "") -> bool:
        """Take a headline, and what stood beside it, which goes to a key of `basics`."""
        self.header.label = label
        if place:
            self.header.contacts.add("location", place)
            beside = "location"
        became = f"basics.label, basics.{beside}" if beside else "basics.label"
        self.record.choose(self.number, "headline", self.plain, became)
        return True

    def contacts(self) -> bool:
        """Take the whole line as contacts."""
        add_contacts([(self.number, self.text)], self.header, self.record)
        return True

    def fact(self, text: str) -> bool:
        """Take a fact on the person."""
        self.header.contacts.detail("", text)
        return True


def take_short_line(line: int, text: str, header: Header, record: Record) -> bool:
    """Take a line that is no contact; False for prose, and where there is a headline already."""
    one = _Line(line, text, unlink(unstyle(text))[0].strip(), header, record)
    told = (rule(one) for rule in _RULES)
    return next((taken for taken in told if taken is not None), False)


def _day(one: _Line) -> bool | None:
    """The day on which a form was filled in."""
    if not one.header.title or not re.fullmatch(r"\W*", _without_date(one.plain, one.record)):
        return None
    return one.fact(one.text)


def _role_before_stop(one: _Line) -> bool | None:
    """A role and a town, with a stop between them."""
    stopped = not one.header.label and role_and_town_by_stop(one.plain, one.record)
    return one.headline(stopped[1], stopped[2]) if stopped else None


def _registered(one: _Line) -> bool | None:
    """A role with the number under which its holder is registered."""
    number = registered(one.plain, one.record)
    if not number or one.header.label or is_contact_line(one.text):
        return None
    one.fact(number)
    return one.headline(one.plain.removesuffix(number).rstrip(" |·•,–—-"), beside="details")


def _role_and_field(one: _Line) -> bool | None:
    """A role and, behind a colon, in what: "Teacher: Irish and Music"."""
    told = not one.header.label and bool(one.header.name) and role_and_field(one.plain, one.record)
    return one.headline(one.plain) if told else None


def _beside_facts(one: _Line) -> bool | None:
    """A role and, behind bars, nothing but facts on the person: "Cook · married · own car"."""
    role, *others = pieces(one.text) or [one.text]
    held = is_role(role, one.record)
    told = held and not is_fact(role, one.record) and not one.header.label
    if not others or not told or not all(is_fact(text, one.record) for text in others):
        return None
    for text in others:
        one.fact(text)
    return one.headline(unlink(unstyle(role))[0].strip(), beside="details")


def _facts(one: _Line) -> bool | None:
    """Facts between bars, or contacts among them."""
    facts = row_of_facts(one.text, one.record)
    for fact in facts:
        if is_contact_line(fact) or is_place(fact, one.record) or LABELLED.fullmatch(fact):
            add_contacts([(one.number, fact)], one.header, one.record)
        else:
            one.fact(fact)
    return True if facts else None


def _fact_sentences(one: _Line) -> bool | None:
    """Facts that full stops end."""
    facts = fact_sentences(one.text, one.record)
    for fact in facts:
        if LABELLED.fullmatch(fact):
            add_contacts([(one.number, fact)], one.header, one.record)
        else:
            one.fact(fact)
    return True if facts else None


def _role_and_more(one: _Line) -> bool | None:
    """A role in a style and a few words of praise, a stop behind each: "*Baker. Early riser.*"."""
    role, stop, more = one.plain.partition(". ")
    styled = wholly(one.text)[0] and stop and not one.header.label and bool(one.header.name)
    short = max(len(role.split()), len(more.split())) <= _LONGEST_BESIDE
    held = is_role(role, one.record)
    if not (styled and short and held) or LABELLED.fullmatch(one.plain):
        return None
    return None if _tells_of_oneself(role, one.record) else one.headline(one.plain)


def _tells_of_oneself(text: str, record: Record) -> bool:
    """Whether a text is a sentence on oneself: "I am a baker"."""
    first = key(text.partition(" ")[0])
    return presents_oneself(text, record.vocabulary) or first in record.vocabulary["tellers"]


_LONGEST_BESIDE = 5


def _prose(one: _Line) -> bool | None:
    """What is too long for a headline, a sentence, or about a page that has a title only."""
    page = one.header.title and not one.header.name
    prose = page or _is_long(one.plain) or SENTENCE_END.search(one.plain)
    return False if prose or presents_oneself(one.plain, one.record.vocabulary) else None


def _title(one: _Line) -> bool | None:
    """The title of the document: "Curriculum Vitae"."""
    if one.header.title or not is_document_title(one.plain, one.record.vocabulary):
        return None
    one.header.title = one.plain
    return True


def _role_in_place(one: _Line) -> bool | None:
    """A role, joined to where its holder lives: "Developer based in Leeds"."""
    lives = role_in_place(one.plain, one.record)
    if not lives or one.header.label:
        return None
    one.record.use_label(one.number, lives[2], "place_joiners")
    return one.headline(lives[1], lives[3])


def _role_and_town(one: _Line) -> bool | None:
    """A role and the town behind it: "Developer, Leeds, England"."""
    role, _, town = one.plain.partition(", ")
    if one.header.label or len(pieces(role)) != 1 or not is_role_and_town(role, town, one.record):
        return None
    return one.headline(role, town)


def _role_in_style(one: _Line) -> bool | None:
    """A role in a style: "*Illustrator, freelance since 2016*"."""
    told = wholly(one.text)[0] and one.record.vocabulary.has("roles", one.plain.split(",")[0])
    if not told or LABELLED.fullmatch(one.plain) or len(pieces(one.text)) > 1:
        return None
    return None if one.header.label or is_contact_line(one.text) else one.headline(one.plain)


def _street(one: _Line) -> bool | None:
    """A street and a house in their quarter, with dashes: "Rua do Sol - Bairro Alto - nº 8"."""
    if "location" in one.header.contacts.basics or not is_street(one.plain, one.record):
        return None
    if is_contact_line(one.text) or LABELLED.fullmatch(one.plain) or "," in one.plain:
        return None
    one.header.contacts.add("location", one.plain)
    return True


def _places(one: _Line) -> bool | None:
    """Several things, a place among them; or a labelled one, a place, figures."""
    parts = pieces(one.text)
    if len(parts) > 1 and any(is_place(part, one.record) for part in parts):
        return one.contacts()
    labelled = read_contacts([(one.number, one.text)], one.record)
    told = is_place(one.plain, one.record) or re.search(r"[:：\d]", one.plain)
    return one.contacts() if told and not labelled.rest else None


def _row(one: _Line) -> bool | None:
    """Facts in a row that no bars part."""
    return one.contacts() if len(facts_in_row(one.plain, one.record)) > 1 else None


def _fact(one: _Line) -> bool | None:
    """A fact on the person: "34 years old, born in March 1990"."""
    aged = one.plain.partition(",")[0]
    lasting = is_lasting(aged, one.record) and len(aged.split()) <= _LONGEST_AGE
    dated = find_date(one.plain, one.record.vocabulary)
    return one.fact(one.text) if dated or lasting or is_fact(one.plain, one.record) else None


def _headline(one: _Line) -> bool:
    """The headline; where there is one, only the letters behind a name are more of it."""
    if not one.header.label:
        return one.headline(one.plain)
    return bool(LETTERS_BEHIND.fullmatch(one.plain)) and one.fact(one.text)


_RULES: tuple[Callable[[_Line], bool | None], ...] = (
    _day,
    _role_before_stop,
    _registered,
    _role_and_field,
    _beside_facts,
    _facts,
    _fact_sentences,
    _role_and_more,
    _prose,
    _title,
    _street,
    _role_in_place,
    _role_and_town,
    _role_in_style,
    _places,
    _row,
    _fact,
    _headline,
)
"""Each takes the line (True), says that it is prose (False), or leaves it to the next (None)."""


def _is_long(plain: str) -> bool:
    """Whether a line has more words than one has; bars cut it into short ones ("Cook | Baker")."""
    parts = _BARS.split(plain)
    words = [len(part.split()) for part in parts]
    barred = len(parts) > 2 and max(words) <= _LONGEST_BETWEEN_BARS
    return sum(words) > (_LONGEST_BARRED if barred else _LONGEST_LINE)


_BARS = re.compile(r"\s+[|·•‖¦]\s+")
_LONGEST_LINE, _LONGEST_BARRED, _LONGEST_BETWEEN_BARS = 14, 36, 10
"""Words of a line that is no prose: of one, of one with bars, and of each part between them."""


_LONGEST_AGE = 3


def _without_date(text: str, record: Record) -> str:
    found = find_date(text, record.vocabulary)
    return without_now(text[: found.begin] + text[found.finish :], record) if found else text
