"""A block under the name → contacts, headline, place, the document's title, or none of them."""

from __future__ import annotations

import re

from typeset.importers.text.header.callings import in_two_lines, role_and_field
from typeset.importers.text.header.contact_blocks import contact_lines
from typeset.importers.text.header.contact_pieces import POSTAL, is_contact_line, pieces
from typeset.importers.text.header.contact_places import address_in_lines
from typeset.importers.text.header.contacts import is_address, is_place
from typeset.importers.text.header.found_contacts import add_contacts
from typeset.importers.text.header.listings import is_labelled, is_listing
from typeset.importers.text.header.short_lines import take_short_line
from typeset.importers.text.header.titled_names import titled_name
from typeset.importers.text.heads.words import ends_like_role, names, names_owner
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person, owner_of
from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.dates import find_date
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
            header.label = " ".join(unlink(unstyle(text))[0].split())
            if take_lines(Paragraph(block.lines[1:]), header, record):
                record.choose(line, "headline", header.label, "basics.label")
                return True
            header.label = ""
    known = any(is_contact_line(text) or is_labelled(text, record) for _, text in lines)
    if known and is_listing(lines):
        add_contacts(lines, header, record)
        return True
    if len(lines) != 1 and not all(len(text.split()) <= 8 for _, text in lines):
        return False
    placed = "location" in header.contacts.basics
    if not (placed or header.label) and (parted := _calling_over_address(lines, record)):
        header.label, address = parted
        record.choose(lines[0][0], "headline", header.label, "basics.label")
        header.contacts.add("location", address)
        return True
    if not placed and (address := address_in_lines(lines, record)):
        header.contacts.add("location", address)
        return True
    if not header.label and (called := in_two_lines([text for _, text in lines], record)):
        header.label = called
        record.choose(lines[0][0], "headline", called, "basics.label")
        return True
    mark, tried = record.mark(), Header(header.title, header.name, header.label)
    if all(take_short_line(line, text, tried, record) for line, text in lines):
        header.title, header.name, header.label = tried.title, tried.name, tried.label
        header.contacts.merge(tried.contacts, record)
        return True
    record.reset(mark)
    return False


def _calling_over_address(lines: list[tuple[int, str]], record: Record) -> tuple[str, str] | None:
    """What one is, perhaps over the house that one is it for, and the address below them.

    "Reader in History" / "Moss University" / "12 Quay Street" / "Leeds LS1 4AB".
    """
    texts = [unlink(unstyle(text))[0].strip() for _, text in lines]
    at = next((at for at, text in enumerate(texts) if re.search(r"\d", text)), 0)
    above = texts[:at]
    if not 0 < at <= _CALLING_AND_HOUSE or any(is_place(text, record) for text in above):
        return None
    called = in_two_lines(above, record)
    if not called and not any(re.search(r"[:：|@\t]|[.!?]$", text) for text in above):
        role = names("roles", texts[0], record) or ends_like_role(texts[0], record)
        housed = at == _CALLING_AND_HOUSE and names_owner(above[1], record)
        called = ", ".join(above) if role or housed else ""
    address = address_in_lines(lines[at:], record) if called else ""
    return (called, address) if address else None


_CALLING_AND_HOUSE = 2


def _take_heading(block: Heading, header: Header, record: Record) -> bool:
    """Take a heading as the headline, or as the document's title with the name again."""
    plain = unlink(unstyle(block.text))[0]
    if header.name and owner_of(plain, record.vocabulary) == header.name:
        record.use_title(block.line, plain, header.name)
        return True
    if header.name and key(plain) == key(header.name):
        record.use_repeat(block.line, plain)
        return True  # its front matter has named the author
    if _says_more_of_name(plain, header.name, record):
        record.use_repeat(block.line, header.name)
        header.name = plain
        return True
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
        add_contacts([(block.line, block.text)], header, record)
    elif find_date(plain, record.vocabulary) and not record.vocabulary.has("roles", plain):
        header.contacts.detail("", block.text)  # "University of …, degree of 2018"
    else:
        header.label = plain
    return True


def _says_more_of_name(text: str, name: str, record: Record) -> bool:
    """Whether a heading has the name of its front matter, and a second form: "林沛 Pei Lin"."""
    rest = text.removeprefix(name).strip(" ()（）/|") if name and text.startswith(name) else ""
    return bool(rest) and is_person(rest) and not names("roles", rest, record)


def _is_headline(text: str, record: Record) -> bool:
    """Whether the first of several lines is no contact, but bold or roles: what the person is."""
    plain, parts = unlink(unstyle(text))[0], pieces(text)
    bold = wholly(text)[0] == "strong" and not re.search(r"[.!?:]$", plain)
    bars = len(parts) > 1 and not re.search("[:：]", plain)
    roles = bars and record.vocabulary.has("roles", parts[0])
    contact = any(is_contact_line(part) or is_place(part, record) for part in parts)
    if role_and_field(plain, record):
        return True
    return (bold or roles) and not contact and not re.search(r"\d", plain)
