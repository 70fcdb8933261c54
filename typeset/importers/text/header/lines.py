"""A block under the name → contacts, headline, place, the document's title, or none of them."""

from __future__ import annotations

import re

from typeset.importers.text.header.beside_names import without_now
from typeset.importers.text.header.callings import (
    LETTERS_BEHIND,
    SENTENCE_END,
    in_two_lines,
    is_role_and_town,
    role_and_town_by_stop,
    role_in_place,
)
from typeset.importers.text.header.contact_blocks import contact_lines
from typeset.importers.text.header.contact_pieces import POSTAL, is_contact_line, pieces
from typeset.importers.text.header.contact_places import address_in_lines
from typeset.importers.text.header.contact_reader import read_contacts
from typeset.importers.text.header.contact_values import LABELLED
from typeset.importers.text.header.contacts import Contacts, is_address, is_place
from typeset.importers.text.header.facts import (
    facts_in_row,
    is_fact,
    is_lasting,
    registered,
    row_of_facts,
)
from typeset.importers.text.header.listings import is_labelled, is_listing
from typeset.importers.text.header.name_parts import IN_BRACKETS
from typeset.importers.text.header.titled_names import titled_name
from typeset.importers.text.heads.words import ends_like_role
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import owner_of, presents_oneself
from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key


def take_lines(block: Block, header: Header, record: Record) -> bool:
    """Take one block as contacts or headline; False for prose."""
    if isinstance(block, Heading):
        return _take_heading(block, header, record)
    lines = contact_lines([block])
    if lines is None:
        return False
    if isinstance(block, Paragraph) and len(lines) > 1 and not header.label:
        line, text = lines[0]
        if _is_headline(text, record):
            header.label = unlink(unstyle(text))[0].strip()
            if take_lines(Paragraph(block.lines[1:]), header, record):
                record.choose(line, "headline", header.label, "basics.label")
                return True
            header.label = ""
    known = any(is_contact_line(text) or is_labelled(text, record) for _, text in lines)
    if known and is_listing(lines):
        _contacts(lines, header, record)
        return True
    if len(lines) != 1 and not all(len(text.split()) <= 8 for _, text in lines):
        return False
    placed = "location" in header.contacts.basics
    if not placed and (address := address_in_lines(lines, record)):
        header.contacts.add("location", address)
        return True
    if not header.label and (called := in_two_lines([text for _, text in lines], record)):
        header.label = called
        record.choose(lines[0][0], "headline", called, "basics.label")
        return True
    mark, tried = record.mark(), Header(header.title, header.name, header.label)
    if all(_short_line(line, text, tried, record) for line, text in lines):
        header.title, header.name, header.label = tried.title, tried.name, tried.label
        header.contacts.merge(tried.contacts, record)
        return True
    record.reset(mark)
    return False


def _take_heading(block: Heading, header: Header, record: Record) -> bool:
    """Take a heading as the headline, or as the document's title with the name again."""
    plain = unlink(unstyle(block.text))[0]
    if header.name and owner_of(plain, record.vocabulary) == header.name:
        record.use_title(block.line, plain, header.name)
        return True
    if header.name and key(plain) == key(header.name):
        record.use_repeat(block.line, plain)
        return True  # its front matter has named the author
    titled = titled_name(plain, record)
    if titled and titled[1] == header.name:
        record.use_repeat(block.line, plain)
        header.title = " · ".join(part for part in (header.title, titled[0]) if part)
        return True
    coded = POSTAL.search(plain) and not find_date(plain, record.vocabulary)  # "Ely, Fl 33460"
    address = is_address(plain) or (coded and not record.vocabulary.has("roles", plain))
    if address and "location" not in header.contacts.basics:
        header.contacts.add("location", plain)
        return True
    if header.name and not header.title and is_document_title(plain, record.vocabulary):
        header.title = plain
        return True
    if header.label:
        return False
    if any(is_place(part, record) for part in pieces(block.text)[1:]):
        _contacts([(block.line, block.text)], header, record)
    elif find_date(plain, record.vocabulary) and not record.vocabulary.has("roles", plain):
        header.contacts.detail("", block.text)  # "University of …, degree of 2018"
    else:
        header.label = plain
    return True


def _is_headline(text: str, record: Record) -> bool:
    """Whether the first of several lines is no contact, but bold or roles: what the person is."""
    plain, parts = unlink(unstyle(text))[0], pieces(text)
    bold = wholly(text)[0] == "strong" and not re.search(r"[.!?:]$", plain)
    bars = len(parts) > 1 and not re.search("[:：]", plain)
    roles = bars and record.vocabulary.has("roles", parts[0])
    contact = any(is_contact_line(part) or is_place(part, record) for part in parts)
    return (bold or roles) and not contact and not re.search(r"\d", plain)


def _contacts(lines: list[tuple[int, str]], header: Header, record: Record) -> None:
    found = read_contacts(lines, record)
    for line, text in found.rest:
        _left_over(line, text, header, found, record)
    found.rest = []
    for name in ("name", "label"):
        value = found.basics.pop(name, "")
        if value and key(value) == key(getattr(header, name)):
            record.use_repeat(0, value)
        elif value and not getattr(header, name):
            setattr(header, name, value)
        elif value:
            found.detail("", value)
    header.contacts.merge(found, record)


def _left_over(line: int, text: str, header: Header, found: Contacts, record: Record) -> None:
    """A piece among contacts that no rule knows: the headline if there is none, or a fact."""
    plain = unlink(unstyle(text))[0]
    if not re.search(r"\w", plain):
        found.detail("", text)
        return
    if header.name and key(plain) == key(header.name):
        record.use_repeat(line, plain)  # its front matter has named the author
        return
    role = record.vocabulary.has("roles", plain) or ends_like_role(plain, record)
    bare = IN_BRACKETS.sub("", plain) if role else plain  # "Solicitor (admitted 2011)"
    dated = find_date(bare, record.vocabulary) or is_lasting(plain, record)
    if (
        "location" not in found.basics
        and plain[:1] != "@"
        and not plain[:1].islower()
        and len(plain.split()) <= 3
        and (not CJK.search(plain) or is_place(plain, record))
        and not role
        and not dated
    ):
        found.basics["location"] = plain
        record.choose(line, "place", plain, "basics.location")
    elif not header.label and not dated and plain[:1] != "@" and (role or not plain[0].islower()):
        what, _, town = plain.rpartition(", ")
        unplaced = "location" not in found.basics
        if unplaced and (lives := role_in_place(plain, record)):
            record.use_label(line, lives[2], "place_joiners")
            plain, found.basics["location"] = lives[1], lives[3]
        elif unplaced and is_role_and_town(what, town, record):
            plain, found.basics["location"] = what, town
        header.label = plain
        record.choose(line, "headline", plain, "basics.label")
    else:
        found.detail("", text)


def _is_long(plain: str) -> bool:
    """Whether a line has more words than one has; bars cut it into short ones ("Cook | Baker")."""
    parts = _BARS.split(plain)
    words = [len(part.split()) for part in parts]
    barred = len(parts) > 2 and max(words) <= _LONGEST_BETWEEN_BARS
    return sum(words) > (_LONGEST_BARRED if barred else _LONGEST_LINE)


_BARS = re.compile(r"\s+[|·•‖¦]\s+")
_LONGEST_LINE, _LONGEST_BARRED, _LONGEST_BETWEEN_BARS = 14, 36, 10
"""Words of a line that is no prose: of one, of one with bars, and of each part between them."""


def _short_line(line: int, text: str, header: Header, record: Record) -> bool:
    """A line that is no contact: a place, or the headline."""
    plain = unlink(unstyle(text))[0].strip()
    if header.title and re.fullmatch(r"\W*", _without_date(plain, record)):
        header.contacts.detail("", text)  # the day a form was filled in
        return True
    if not header.label and (stopped := role_and_town_by_stop(plain, record)):
        header.label = stopped[1]
        header.contacts.add("location", stopped[2])
        record.choose(line, "headline", plain, "basics.label, basics.location")
        return True
    if (number := registered(plain, record)) and not header.label and not is_contact_line(text):
        header.label = plain.removesuffix(number).rstrip(" |·•,–—-")
        header.contacts.detail("", number)
        record.choose(line, "headline", plain, "basics.label, basics.details")
        return True
    if facts := row_of_facts(text, record):
        for fact in facts:
            if is_contact_line(fact) or is_place(fact, record) or LABELLED.fullmatch(fact):
                _contacts([(line, fact)], header, record)
            else:
                header.contacts.detail("", fact)
        return True
    if (header.title and not header.name) or _is_long(plain) or SENTENCE_END.search(plain):
        return False
    if presents_oneself(plain, record.vocabulary):
        return False
    if not header.title and is_document_title(plain, record.vocabulary):
        header.title = plain
        return True
    if (lives := role_in_place(plain, record)) and not header.label:
        header.label = lives[1]
        header.contacts.add("location", lives[3])
        record.use_label(line, lives[2], "place_joiners")
        record.choose(line, "headline", plain, "basics.label, basics.location")
        return True
    role, _, town = plain.partition(", ")
    if not header.label and len(pieces(role)) == 1 and is_role_and_town(role, town, record):
        header.label = role  # "Developer, Leeds, England"
        header.contacts.add("location", town)
        record.choose(line, "headline", plain, "basics.label, basics.location")
        return True
    told = wholly(text)[0] and record.vocabulary.has("roles", plain.split(",")[0])
    told = told and not LABELLED.fullmatch(plain)
    if told and len(pieces(text)) == 1 and not header.label and not is_contact_line(text):
        header.label = plain  # "*Illustrator, freelance since 2016*"
        record.choose(line, "headline", plain, "basics.label")
        return True
    parts = pieces(text)
    if len(parts) > 1 and any(is_place(part, record) for part in parts):
        _contacts([(line, text)], header, record)
        return True
    labelled = read_contacts([(line, text)], record)
    if not labelled.rest and (is_place(plain, record) or re.search(r"[:：\d]", plain)):
        _contacts([(line, text)], header, record)
        return True
    if len(facts_in_row(plain, record)) > 1:
        _contacts([(line, text)], header, record)
        return True
    aged = plain.partition(",")[0]
    lasting = is_lasting(aged, record) and len(aged.split()) <= _LONGEST_AGE
    if find_date(plain, record.vocabulary) or is_fact(plain, record) or lasting:
        header.contacts.detail("", text)  # "34 years old, born in March 1990"
        return True
    if header.label:
        lettered = bool(LETTERS_BEHIND.fullmatch(plain))
        if lettered:
            header.contacts.detail("", text)
        return lettered
    header.label = plain
    record.choose(line, "headline", plain, "basics.label")
    return True


_LONGEST_AGE = 3


def _without_date(text: str, record: Record) -> str:
    found = find_date(text, record.vocabulary)
    return without_now(text[: found.begin] + text[found.finish :], record) if found else text
