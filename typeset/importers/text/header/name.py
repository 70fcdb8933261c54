"""The first blocks of a document → its title, the name, and what stands beside the name."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.header.contacts import (
    is_place,
)
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import split_top, unlink, unstyle, wholly
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import (
    is_document_title,
    is_page_title,
    is_person,
    owner_of,
    without_icons,
)
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key, vocabulary

_NAME_CUT = re.compile(r"\s*[|｜·•\t]\s*|\s+[–—-]\s+")
_CONTACT_BESIDE = re.compile(
    r"(?P<name>[^\W\d_][^\d@|•·:\t]{3,40}?)[\s,]+(?P<contact>\+?\(?\d[\d\s().-]{8,18}|[\w.+-]+@[\w.-]+\.\w+)"
)
"""A name with a telephone number or an e-mail address in its line, nothing between them."""
_OF = frozenset(["di", "de", "of", "van", "von", "för", "av", "do", "da", "del", "for", "du"])


def take_name(blocks: list[Block], header: Header, record: Record) -> list[Block]:
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
        return _later_name(blocks, header, record)
    shown, target = unlink(unstyle(text))
    shown = re.sub(r" +", " ", shown).strip()
    shown = without_icons(shown) or shown
    if target and isinstance(first, Paragraph) and _leads_elsewhere(shown, record):
        return _later_name(blocks, header, record)
    if titled := titled_name(shown, record):
        above, header.name = titled
        header.title = " · ".join(part for part in (header.title, above) if part)
        return rest
    if owner := owner_of(shown, record.vocabulary):
        record.use_title(first.line, shown, owner)
        header.name = owner
        return rest
    title, tab, aside = shown.partition("\t")
    if tab and is_document_title(title, record.vocabulary):  # "履歴書", and its day at the margin
        shown, rest = title, [Paragraph([Line(first.line, aside)]), *rest]
    if is_page_title(shown, record.vocabulary):
        header.title = shown
        return rest
    if is_document_title(shown, record.vocabulary):
        header.title = " · ".join(part for part in (header.title, shown) if part)
        if isinstance(first, Heading) and _names_after(first, rest):
            return _later_name(rest, header, record)
        return take_name(rest, header, record) if rest and _is_name(rest[0]) else rest
    if isinstance(first, Heading) and (named := _named_below(shown, rest, record)):
        held = _ends_as_role(pieces(shown)[0], record)
        record.choose(first.line, "heading-over-name", shown, "basics.label" if held else "title")
        header.title, header.label = ("", shown) if held else (shown, "")
        header.name = named
        return rest[1:]
    if isinstance(first, Heading) and _is_over_person(shown, rest, record):
        header.title = shown
        return take_name(rest, header, record)
    if beside := _CONTACT_BESIDE.fullmatch(shown):
        header.name = beside["name"]
        return [Paragraph([Line(first.line, beside["contact"])]), *rest]
    label, colon, value = re.sub("[:：]", ":", shown).partition(":")
    if not _is_name(first) or (colon and (not value or record.vocabulary.label(label))):
        return _later_name(blocks, header, record)
    if wholly(text)[0] == "em" and record.vocabulary.has("roles", shown):
        return blocks  # "*Assistant Professor*"
    if parted := _title_behind(shown, record):
        shown, behind = parted
        header.title = " · ".join(part for part in (header.title, behind) if part)
    if (styled := _ROLE_BEHIND.fullmatch(text.strip())) and is_person(unstyle(styled[1])):
        header.name, header.label = unstyle(styled[1]), styled[3]
        return rest
    parts = split_top(shown, _NAME_CUT)
    header.name = shown
    if len(parts) == 2 and _is_called(parts, record):
        header.name, header.label = parts
    elif len(parts) > 2 and "\t" not in shown and _is_called(parts[:2], record):
        header.name = parts[0]  # "Ann Bell — Engineer | Bridges | Tunnels"
        header.label = shown[shown.index(parts[1], len(parts[0])) :]
    elif len(parts) > 1 and ("\t" in shown or any(_is_aside(part, record) for part in parts[1:])):
        header.name = parts[0]
        titles = [part for part in parts[1:] if is_document_title(part, record.vocabulary)]
        header.title = header.title or " · ".join(titles)
        if others := " | ".join(part for part in parts[1:] if part not in titles):
            rest = [Paragraph([Line(first.line, others)]), *rest]
    elif comma := _after_name(shown, record):
        header.name = shown[:comma].strip()
        after = shown[comma + 1 :].strip()
        if is_place(after, record):
            header.contacts.add("location", after)
        else:
            header.label = after
    return rest


def _leads_elsewhere(shown: str, record: Record) -> bool:
    """Whether a line is a link to the document in another language: "EN", "View English résumé"."""
    document = any(key(word) in record.vocabulary["documents"] for word in shown.split())
    return document or not is_person(shown)


_ROLE_BEHIND = re.compile(r"([^`*_]+?)\s+(`|\*{1,2}|_)([^`*_]+)\2")
"""A name, and what one is set apart by its style alone: "Ann Bell `Web developer`"."""


_DATED = re.compile(r"(.+?)\s*[,(|–-]\s*([^,(|–]+?)(\s(?:19|20)\d\d)?\)?")


def _title_behind(text: str, record: Record) -> tuple[str, str] | None:
    """A name or headline, and the document's title behind it: "Ann Bell – Nurse, Resume 2014"."""
    match = _DATED.fullmatch(text)
    if not match or not is_document_title(match[2], record.vocabulary):
        return None
    return match[1], match[2] + (match[3] or "")


def titled_name(text: str, record: Record) -> tuple[str, str] | None:
    """A document's title and the name behind it in one line: "Curriculum vitae di Ada Longo"."""
    words = text.split()
    for count in (2, 1):
        title = " ".join(words[:count])
        if not is_document_title(title, record.vocabulary):
            continue
        of = words[count : count + 1]
        joined = bool(of) and (of[0].casefold() in _OF or not of[0].isalnum())
        name = words[count + joined :]
        if 1 < len(name) <= 5 and all(word[0].isupper() or word in _OF for word in name):
            return " ".join(words[: count + joined]).rstrip(" :–—-|"), " ".join(name)
    return None


def _named_below(text: str, rest: list[Block], record: Record) -> str:
    """The name in the heading under a document's title ("Design Resume"), or under a headline."""
    last = text.split()[-1:]
    below = rest[0] if rest else None
    if not last or not isinstance(below, Heading) or is_contact_line(below.text):
        return ""
    name = unlink(unstyle(below.text))[0]
    person = is_person(name) and not record.vocabulary.has("roles", name)
    titled = key(last[0]) in record.vocabulary["documents"]
    return name if person and (titled or _ends_as_role(pieces(text)[0], record)) else ""


def _ends_as_role(text: str, record: Record) -> bool:
    """Whether the last word is a role: "Lead Engineer", and not "Chef Ada Long"."""
    return record.vocabulary.has("roles", text.split()[-1])


def _is_over_person(text: str, rest: list[Block], record: Record) -> bool:
    """Whether a heading that is no name stands over one and its contacts: "Work I have done"."""
    if is_person(text) or len(text.split()) < _FEWEST_WORDS:
        return False
    lines = [
        line.text for block in rest[:2] if isinstance(block, Paragraph) for line in block.lines
    ]
    if not lines:
        return False
    name, *below = (unlink(unstyle(line))[0] for line in lines[:2])
    person = is_person(name) and not record.vocabulary.has("roles", name)
    return person and any(is_contact_line(line) for line in below)


_FEWEST_WORDS = 4


def _is_called(parts: list[str], record: Record) -> bool:
    """Whether a name and what one is stand side by side: "Ann Bell - Chess enthusiast"."""
    name, calling = parts
    words = name.split()
    person = 1 < len(words) <= 4 and all(word[0].isupper() for word in words)
    person = person or (bool(CJK.match(name)) and is_person(name))
    labelled = re.search("[:：]", calling) or record.vocabulary.has("degrees", calling)
    own = not _is_aside(calling, record) and not labelled
    return record.vocabulary.has("roles", calling) or (
        person and own and len(calling.split()) > 1 and not record.vocabulary.has("roles", name)
    )


def _is_aside(text: str, record: Record) -> bool:
    """Whether what stands beside a name is none of it: a contact, a place, the page's title."""
    titled = is_document_title(text, record.vocabulary)
    return titled or is_contact_line(text) or is_place(text, record) or bool(re.search(r"\d", text))


def _after_name(text: str, record: Record) -> int:
    """The comma of a name between it and a place or a calling ("Ada Long, viola"); 0 for none."""
    name, comma, after = text.rpartition(",")
    after = after.strip()
    plain = after[:1].islower() and not record.vocabulary.has("degrees", after)
    return (
        len(name) if comma and len(name.split()) > 1 and (plain or is_place(after, record)) else 0
    )


def _later_name(blocks: list[Block], header: Header, record: Record) -> list[Block]:
    """A name in a heading that comes after an image, a quotation or contacts.

    A heading that names the document ("履歴書" under its day) is its title.
    """
    for index, block in enumerate(blocks[:4]):
        if not isinstance(block, Heading) or is_contact_line(block.text):
            continue
        shown = unlink(unstyle(block.text))[0]
        titled = is_document_title(shown, record.vocabulary)
        if titled and header.title:
            continue
        left = [*blocks[:index], *blocks[index + 1 :]]
        if titled:
            header.title = shown
            return _later_name(left, header, record)
        header.name = shown
        return left
    return blocks


def _names_after(title: Heading, rest: list[Block]) -> bool:
    """Whether a heading of the title's level follows lines on the document: a README's name."""
    at = next((i for i, block in enumerate(rest[:3]) if isinstance(block, Heading)), 0)
    named = rest[at] if rest else title
    return at > 0 and isinstance(named, Heading) and named.level == title.level


def _is_name(block: Block) -> bool:
    """Whether a block can be a person's name: a heading, or a short line that is no contact."""
    if isinstance(block, Heading):
        return not is_contact_line(block.text) or "](" in block.text
    if not isinstance(block, Paragraph):
        return False
    text = unlink(unstyle(block.lines[0].text))[0]
    first = pieces(text)[:1]
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return (
        len(words) <= 8
        and not (len(words) > 4 and small * 2 > len(words))  # "I am a student in the"
        and (not re.search(r"[.!?:,;]$", text) or vocabulary().has("degrees", text.split()[-1]))
        and not (first and is_contact_line(first[0]))
        and not re.search(r"\d", first[0] if first else text)
    )
