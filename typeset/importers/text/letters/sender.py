"""Who writes a letter: name, headline and contacts from what stands over it and under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.importers.text.header.contact_pieces import (
    POSTAL,
    is_contact_line,
    pieces,
    rejoined,
)
from typeset.importers.text.header.contact_places import HOUSE
from typeset.importers.text.header.contacts import Contacts, joined_address
from typeset.importers.text.header.header import read_header
from typeset.importers.text.heads.words import ends_like_role, is_role, names
from typeset.importers.text.letters.after import Ending
from typeset.importers.text.letters.signed import is_same_person, signed_name
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.parts import Header
from typeset.importers.text.placeholders import YOUR, blank_words
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_LONGEST_ADDRESS_LINE = 6
_SOLID = "[\u3040-\u30ff\u3400-\u9fff]{1,4}"
_SOLID_NAME = re.compile(rf"{_SOLID}[ \t\u3000]+{_SOLID}")
"""A family name, a space and a given name in a script without spaces."""


def read_sender(blocks: list[Block], ending: Ending, record: Record) -> Header:
    """Name, headline and contacts from the sender's blocks, and from an e-mail's signature.

    The line that says the same as the signature is the name, wherever it stands.
    """
    if ending.card:
        blocks = _with_card(blocks, ending.card, record)
    if not blocks:
        return Header()
    blocks, blanks = _take_blanks(blocks, record)
    if not blocks:
        return Header(contacts=blanks)
    signed = key(re.split(r"[,(]", signed_name(ending.signature))[0])
    name, blocks = _take_name(blocks, signed, record)
    below = bool(ending.card) and len(blocks) == 1  # nothing over the letter
    above = blocks
    address, blocks = _take_address(blocks, named=bool(name) or below, signed=signed, record=record)
    title = _title_over(blocks, record) if name else ""
    if name:
        blocks = blocks[1:] if title else blocks
        blocks = [Heading(1, name.text, name.number), *blocks]
    header = read_header(blocks, record) if blocks else Header()
    if address and _starts_with_contact(above):
        header.contacts.add("location", address)
    elif address:  # the author's order
        found, header.contacts.basics = header.contacts.basics, {"location": address}
        header.contacts.merge(Contacts(found), record)
    header.contacts.merge(blanks, record)
    header.title = header.title or title
    if header.title and not header.name:
        header.label, header.title = header.label or header.title, ""
    listed = any(isinstance(block, (Paragraph, List)) for block in blocks)
    if not header.contacts.basics and not listed and is_contact_line(header.name):
        header.name = ""
    return header


def _take_blanks(blocks: list[Block], record: Record) -> tuple[list[Block], Contacts]:
    """Take lines to be filled in that say which contact they hold ("[Your Address]")."""
    found = Contacts()
    left: list[Block] = []
    for block in blocks:
        lines = []
        for line in _with_blanks_alone(block.lines) if isinstance(block, Paragraph) else []:
            words = [word for word in blank_words(line.text) if key(word) not in YOUR]
            name = words and (
                record.vocabulary.label(" ".join(words)) or record.vocabulary.label(words[0])
            )
            if name == "location" and name in found.basics:
                found.basics[name] += f", {line.text}"
            elif name in ("location", "phone", "email", "url") and name not in found.basics:
                found.basics[name] = line.text
            else:
                lines.append(line)
        if lines or not isinstance(block, Paragraph):
            left.append(Paragraph(lines) if lines else block)
    return left, found


def _with_blanks_alone(lines: list[Line]) -> Iterator[Line]:
    """Lines, with one that holds nothing but blanks as one for each: "[Email] | [Phone]"."""
    for line in lines:
        parts = pieces(line.text)
        blank = len(parts) > 1 and all(map(blank_words, parts))
        yield from (Line(line.number, text, True) for text in parts) if blank else [line]


def _starts_with_contact(blocks: list[Block]) -> bool:
    """Whether an e-mail, phone or page stands before all else that has numbers."""
    lines = [line.text for b in blocks if isinstance(b, Paragraph) for line in b.lines]
    first = next((text for text in lines if is_contact_line(text) or re.search(r"\d", text)), "")
    return is_contact_line(first)


def _with_card(blocks: list[Block], card: list[Line], record: Record) -> list[Block]:
    """The sender's blocks and the card's; a name that stands over the letter is not said twice."""
    lines = [line for block in blocks if isinstance(block, Paragraph) for line in block.lines]
    above = {key(unstyle(line.text)) for line in lines}
    left: list[Line] = []
    for line in card:
        if key(unstyle(line.text)) in above:
            record.use_repeat(line.number, unstyle(line.text))
        else:
            left.append(Line(line.number, line.text, True))
    return [*blocks, Paragraph(left)] if left else blocks


def _take_name(blocks: list[Block], signed: str, record: Record) -> tuple[Line | None, list[Block]]:
    """The sender's line that is the name, by the signature or its looks, and the blocks left."""
    for at, block in enumerate(blocks):
        lines = block.lines if isinstance(block, Paragraph) else []
        for index, line in enumerate(lines):
            plain = unlink(unstyle(line.text))[0].strip()
            first, *others = pieces(line.text) or [""]
            solid = bool(_SOLID_NAME.fullmatch(plain)) and at + index > 0
            before, _, behind = plain.partition(",")
            if signed and key(before) == signed and re.search(r"\d", behind):
                below = Paragraph([Line(line.number, behind.strip(), True), *lines[index + 1 :]])
                above: list[Block] = [Paragraph(lines[:index])] if index else []
                found = Line(line.number, before)
                return found, [*blocks[:at], *above, below, *blocks[at + 1 :]]
            if solid or (signed and is_same_person(plain, signed)):
                left = [*lines[:index], *lines[index + 1 :]]
                found = Line(line.number, plain.rstrip(" ,|·•").replace("\t", " "))
                rest: list[Block] = [Paragraph(left)] if left else []
                return found, [*blocks[:at], *rest, *blocks[at + 1 :]]
            name, callings = _name_and_calling(unstyle(first).strip(), signed, record)
            if name and others and index == 0:
                texts = [*callings, rejoined(others, line.text)]
                after = Paragraph([*(Line(line.number, text, True) for text in texts), *lines[1:]])
                return Line(line.number, name), [*blocks[:at], after, *blocks[at + 1 :]]
    return None, blocks


def _title_over(blocks: list[Block], record: Record) -> str:
    """The heading that calls the letter something, over a name that stands below it."""
    first = blocks[0] if blocks else None
    text = unstyle(first.text).strip() if isinstance(first, Heading) else ""
    return text if len(text.split()) > _LONGEST_NAME and not is_role(text, record) else ""


_LONGEST_NAME = 4
"""Words of a person's name, or of what one is, at the most."""


def _name_and_calling(text: str, signed: str, record: Record) -> tuple[str, list[str]]:
    """The name that is `signed`, and what one is behind its comma: "Ada Long, organ builder"."""
    name, comma, calling = text.partition(", ")
    if not signed or not (key(text) == signed or is_same_person(name, signed)):
        return "", []
    return (name, [calling]) if comma and is_role(calling, record) else (text, [])


def _is_other(text: str, signed: str) -> bool:
    """Whether a line has no word of the name that is signed, as a house's: "Forge Cottage"."""
    name = set(signed.split())
    return len(name) > 1 and not name & set(key(text).split())


def _take_address(
    blocks: list[Block], *, named: bool, signed: str, record: Record
) -> tuple[str, list[Block]]:
    """The postal address, a line a part ("Apt 6,", "Cork,"), out of the sender's blocks."""
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        first = unstyle(block.lines[0].text).rstrip()
        skip = 0 if named or at or re.search(r"\d|,$", first) else 1
        skip = 0 if _is_other(first, signed) and POSTAL.search(block.text) else skip
        skip += _is_over_street(block.lines[skip:], record)
        lines = block.lines[skip:]
        count = next(
            (i for i, line in enumerate(lines) if not _is_part(line.text, record)), len(lines)
        )
        texts = [unstyle(line.text).strip().rstrip(",.") for line in lines[:count]]
        commas = sum(unstyle(line.text).rstrip().endswith(",") for line in lines[:count])
        numbered = any(POSTAL.search(text) or re.search(r"\d", text) for text in texts)
        postal = any(POSTAL.search(text) for text in texts)
        housed = named and bool(texts) and bool(HOUSE.search(texts[0]))  # "12 Mill Row", "Otley"
        sure = commas * 2 >= count or count > 2 or postal or housed
        if count < 2 or not numbered or not sure:
            continue
        left = [*block.lines[:skip], *lines[count:]]
        rest: list[Block] = [Paragraph(left)] if left else []
        return joined_address(texts), [*blocks[:at], *rest, *blocks[at + 1 :]]
    return "", blocks


def _is_over_street(lines: list[Line], record: Record) -> bool:
    """Whether a word over a street and its house says what one is: "Seilerin", "Mühlweg 4"."""
    over, *under = [unstyle(line.text).strip() for line in lines[:2]] or [""]
    alone = bool(under) and " " not in over and not re.search(r"[\d,]", over)
    return alone and ends_like_role(over, record) and bool(HOUSE.search(under[0]))


def _is_part(text: str, record: Record) -> bool:
    """Whether a line can be a part of an address: short, and neither contact nor role."""
    plain = unlink(unstyle(text))[0].strip()
    cut = len(pieces(text)) > 1 or re.search(r"[:：@|·]", plain)
    short = len(plain.split()) <= _LONGEST_ADDRESS_LINE
    role = names("roles", plain, record)
    return short and not cut and not role and not is_contact_line(text)
