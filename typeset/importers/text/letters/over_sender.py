"""Recipients who stand over the day of a letter: first of all, or under who writes."""

from __future__ import annotations

import re
from typing import TypeGuard

from typeset.importers.text.header.contact_pieces import POSTAL, is_contact_line
from typeset.importers.text.header.contact_places import HOUSE
from typeset.importers.text.heads.words import is_role
from typeset.importers.text.letters.addressees import is_department, is_office, is_solid_addressee
from typeset.importers.text.letters.greeting import is_greeted
from typeset.importers.text.letters.recipient import Numbered
from typeset.importers.text.letters.signed import is_same_person
from typeset.importers.text.letters.start import is_subject
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person as is_owner
from typeset.importers.text.words.vocabulary import key

_FEWEST_LINES = 2


def is_over_sender(blocks: list[Block], greeting: str, record: Record) -> bool:
    """Whether the first lines are no sender's: a person's name and contacts stand under them.

    So in Russia an application begins: "To the director of …" over "… of the applicant".
    """
    above, below = [*blocks[:2], Paragraph([]), Paragraph([])][:2]
    if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
        return False
    over, under = ([unstyle(line.text) for line in one.lines] for one in (above, below))
    if len(over) < _FEWEST_LINES or len(under) < _FEWEST_LINES or any(map(is_contact_line, over)):
        return False
    named = is_owner(under[0]) and not is_role(under[0], record)
    reached = any(map(is_contact_line, under[1:]))
    other = not is_owner(over[0]) or is_greeted(over[0], greeting)
    office = any(is_role(text, record) or is_department(text, record) for text in over)
    firm = any(record.vocabulary.has("organisations", text) for text in over)
    housed = any(re.search(r"\d", text) for text in over[1:])
    told = any(is_subject(text, record, labelled=True) for text in over)
    alone = all(len(_lines(block)) < _FEWEST_LINES for block in blocks[2:])
    return named and reached and other and alone and not told and (office or firm or housed)


def is_others_alone(blocks: list[Block], signed: str, record: Record) -> bool:
    """Whether the one address over a letter is not of who signs: none of its lines names them.

    "Human Resources" / "Moss Bakery" / "9 High Street" over a letter that Ada Long signs. A
    head with a phone or an e-mail is the paper's, whose writer signs.
    """
    block = blocks[0] if len(blocks) == 1 else None
    texts = [unstyle(line.text).strip() for line in _lines(block)] if block else []
    names = {word for word in key(signed).split() if len(word) > _INITIAL}
    if len(texts) < _FEWEST_LINES or len(names) < _FEWEST_NAMES or any(map(_reaches, texts)):
        return False
    said = {word for text in texts for word in key(text).split()}
    told = (
        is_role(texts[0], record)
        or is_office(texts[0], record)
        or (
            len(texts[0].split()) > 1
            and key(texts[0].split()[0]) in record.vocabulary["honorifics"]
        )
        or any(is_department(text, record) for text in texts)
        or any(record.vocabulary.has("organisations", text) for text in texts)
        or any(POSTAL.search(text) or HOUSE.search(text) for text in texts[1:])
    )
    return told and not names & said and not is_subject(texts[0], record, labelled=True)


def _reaches(text: str) -> bool:
    """Whether a line is a phone, an e-mail or a page, but no firm called "Moss.org"."""
    return is_contact_line(text) and bool(re.search(r"[@/]|\d", text))


_INITIAL = 2
"""Letters that an initial has with its stop."""
_FEWEST_NAMES = 2


def is_second_address(blocks: list[Block], signed: str) -> TypeGuard[list[Paragraph]]:
    """Whether the last lines over the day are another's address, under that of who signs.

    "Ada Long" / "4 Mill Row" / "Otley", and below "Moss Bakery" / "9 High Street".
    """
    if len(blocks) != _FEWEST_LINES or not signed:
        return False
    own, other = ([unstyle(line.text) for line in _lines(block)] for block in blocks)
    if min(len(own), len(other)) < _FEWEST_LINES or not is_same_person(own[0], signed):
        return False
    housed = all(any(re.search(r"\d", text) for text in texts[1:]) for texts in (own, other))
    return housed and not re.search(r"\d", other[0]) and not any(map(is_contact_line, other))


def is_under_addressee(recipient: list[Numbered], block: Paragraph, record: Record) -> bool:
    """Whether lines stand under an address that is whole, as those of a sender in Japan do.

    It ends with the person or firm it honours, and what follows honours none.
    """
    texts = [unstyle(text).strip() for _, text in recipient[-1:]]
    honoured = any(is_solid_addressee(text, record) for text in texts)
    return honoured and len(block.lines) > 1 and not any(
        is_solid_addressee(unstyle(line.text).strip(), record) for line in block.lines
    )  # fmt: skip


def _lines(block: Block | None) -> list[Line]:
    return block.lines if isinstance(block, Paragraph) else []
