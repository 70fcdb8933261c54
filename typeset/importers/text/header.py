"""The blocks before the first section → name, headline, contacts, and what is prose."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field

from typeset.importers.text.blocks import Block, Heading, Line, Paragraph, Rule, to_markdown
from typeset.importers.text.contact_blocks import contact_lines
from typeset.importers.text.contacts import (
    Contacts,
    is_contact_line,
    is_place,
    pieces,
    read_contacts,
)
from typeset.importers.text.cuts import ends_like_role
from typeset.importers.text.dates import find_date
from typeset.importers.text.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.titles import is_document_title, is_page_title
from typeset.importers.text.vocabulary import vocabulary

_NAME_CUT = re.compile(r"\s*[|｜·•]\s*|\s+[–—-]\s+")
_LABELS = frozenset({"name", "location", "phone", "email", "url"})
_SENTENCE_END = re.compile(r"[.!?…。][\"”’)»]*$")


@dataclass
class Header:
    """What stands over the sections. `prose` are bodies of untitled sections."""

    title: str = ""
    name: str = ""
    label: str = ""
    contacts: Contacts = field(default_factory=Contacts)
    prose: list[str] = field(default_factory=list)


def read_header(blocks: list[Block], record: Record) -> Header:
    """Read the header. A first line that names the page makes it an about page, without a name."""
    header = Header()
    rest = _title_and_name([b for b in blocks if not isinstance(b, Rule)], header, record)
    prose: list[Block] = []
    for block in rest:
        if prose or not _take(block, header, record):
            if not prose and _is_statement(block, header):
                header.prose.append(to_markdown([block]))
            else:
                prose.append(block)
    if prose:
        header.prose.append(to_markdown(prose))
    return header


def _title_and_name(blocks: list[Block], header: Header, record: Record) -> list[Block]:
    """Take title and name from the first blocks; the blocks left."""
    if not blocks:
        return blocks
    first, rest = blocks[0], blocks[1:]
    if isinstance(first, Heading):
        text = first.text
    elif isinstance(first, Paragraph):
        text = first.lines[0].text
        if len(first.lines) > 1:
            rest = [Paragraph(first.lines[1:]), *rest]
    else:
        return _later_name(blocks, header)
    shown = re.sub(r"\s+", " ", unlink(unstyle(text))[0]).strip()
    if is_page_title(shown, record.vocabulary):
        header.title = shown
        return rest
    if is_document_title(shown, record.vocabulary):
        header.title = shown
        return _title_and_name(rest, header, record) if rest and _is_name(rest[0]) else rest
    label = shown.partition(":")[0]
    if not _is_name(first) or (":" in shown and record.vocabulary.label(label)):
        return _later_name(blocks, header)
    parts = split_top(shown, _NAME_CUT)
    header.name = shown
    if len(parts) == 2 and record.vocabulary.has("roles", parts[1]):
        header.name, header.label = parts
    elif len(parts) > 1 and any(is_contact_line(part) for part in parts[1:]):
        header.name = parts[0]
        rest = [Paragraph([Line(first.line, " | ".join(parts[1:]))]), *rest]
    return rest


def _later_name(blocks: list[Block], header: Header) -> list[Block]:
    """A name in a heading that comes after an image, a quotation or contacts."""
    for index, block in enumerate(blocks[:4]):
        if isinstance(block, Heading):
            header.name = unlink(unstyle(block.text))[0]
            return [*blocks[:index], *blocks[index + 1 :]]
    return blocks


def _is_name(block: Block) -> bool:
    """Whether a block can be a person's name: a heading, or a short line that is no contact."""
    if isinstance(block, Heading):
        return True
    if not isinstance(block, Paragraph):
        return False
    text = unlink(unstyle(block.lines[0].text))[0]
    first = pieces(text)[:1]
    return (
        len(text.split()) <= 8
        and (not re.search(r"[.!?:,;]$", text) or vocabulary().has("degrees", text.split()[-1]))
        and not (first and is_contact_line(first[0]))
        and not re.search(r"\d", first[0] if first else text)
    )


def _take(block: Block, header: Header, record: Record) -> bool:
    """Take one block as contacts or headline; False for prose."""
    if isinstance(block, Heading):
        if header.label:
            return False
        header.label = unlink(unstyle(block.text))[0]
        return True
    lines = contact_lines([block])
    if lines is None:
        return False
    known = any(is_contact_line(text) or _is_labelled(text, record) for _, text in lines)
    if known and _is_listing(lines):
        _contacts(lines, header, record)
        return True
    if len(lines) != 1 and not all(len(text.split()) <= 8 for _, text in lines):
        return False
    mark, tried = record.mark(), copy.deepcopy(header)
    if all(_short_line(line, text, tried, record) for line, text in lines):
        vars(header).update(vars(tried))
        return True
    record.reset(mark)
    return False


def _is_labelled(text: str, record: Record) -> bool:
    """Whether a piece of a line begins with the label of a contact: "氏名：青木", "Address: …"."""
    parts = (re.match(r"([^:：]{1,30})[:：]\s*\S", unstyle(piece)) for piece in pieces(text))
    return any(part and record.vocabulary.label(part[1]) in _LABELS for part in parts)


def _is_listing(lines: list[tuple[int, str]]) -> bool:
    """Whether lines are a listing of contacts and not prose that names an address."""
    return not any(
        len(piece.split()) > 14 or re.search(r"[a-zà-ÿ]{3}[.!?]\s+\w", piece)
        for _, text in lines
        for piece in pieces(text)
    )


def _contacts(lines: list[tuple[int, str]], header: Header, record: Record) -> None:
    found = read_contacts(lines, record)
    for line, text in found.rest:
        _left_over(line, text, header, found, record)
    found.rest = []
    for name in ("name", "label"):
        value = found.basics.pop(name, "")
        if value and not getattr(header, name):
            setattr(header, name, value)
        elif value:
            found.detail("", value)
    header.contacts.merge(found)


def _left_over(line: int, text: str, header: Header, found: Contacts, record: Record) -> None:
    """A piece among contacts that no rule knows: the headline if there is none, or a fact."""
    plain = unlink(unstyle(text))[0]
    role = record.vocabulary.has("roles", plain) or ends_like_role(plain, record)
    dated = find_date(plain, record.vocabulary)
    if (
        "location" not in found.basics
        and plain[:1] != "@"
        and len(plain.split()) <= 3
        and not role
        and not dated
    ):
        found.basics["location"] = plain
        record.choose(line, "place", plain, "basics.location")
    elif not header.label and not dated and plain[:1] != "@":
        header.label = plain
        record.choose(line, "headline", plain, "basics.label")
    else:
        found.detail("", text)


def _short_line(line: int, text: str, header: Header, record: Record) -> bool:
    """A line that is no contact: a place, or the headline."""
    plain = unlink(unstyle(text))[0].strip()
    if (header.title and not header.name) or len(plain.split()) > 14 or _SENTENCE_END.search(plain):
        return False
    parts = pieces(text)
    if len(parts) > 1 and any(is_place(part, record) for part in parts):
        _contacts([(line, text)], header, record)
        return True
    labelled = read_contacts([(line, text)], record)
    if not labelled.rest and (is_place(plain, record) or ":" in plain or re.search(r"\d", plain)):
        _contacts([(line, text)], header, record)
        return True
    if header.label:
        return False
    header.label = plain
    record.choose(line, "headline", plain, "basics.label")
    return True


def _is_statement(block: Block, header: Header) -> bool:
    """The line under an about page's title."""
    return (
        bool(header.title)
        and not header.name
        and not header.prose
        and isinstance(block, Paragraph)
        and len(block.lines) == 1
        and not _SENTENCE_END.search(block.text)
    )
