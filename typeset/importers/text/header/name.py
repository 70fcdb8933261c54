"""The first blocks of a document → its title, the name, and what stands beside the name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from typeset.importers.text.header.addresses import EMAIL
from typeset.importers.text.header.beside_names import (
    as_sentences,
    bold_before_link,
    called_behind,
    day_over_name,
    is_beside_link,
    name_beside_day,
    without_pronouns,
)
from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.header.name_parts import may_be_name, name_in_parts
from typeset.importers.text.header.titled_names import labelled_name, title_behind, titled_name
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person, owner_of
from typeset.importers.text.sections.titles import is_document_title, is_page_title, without_icons
from typeset.importers.text.words.vocabulary import key

_CONTACT_BESIDE = re.compile(
    r"(?P<name>[^\W\d_][^\d@|•·:\t]{3,40}?)[\s,]+(?P<contact>\+?\(?\d[\d\s().-]{8,18}|[\w.+-]+@[\w.-]+\.\w+)"
)
"""A name with a telephone number or an e-mail address in its line, nothing between them."""
_FRAME = re.compile(r"^([-=*~_#+:])\1+\s+([^\W\d_].*?)\s+\1{2,}$")
"""Signs on both sides of a name: "--- ANN BELL ---"."""


@dataclass
class _Opening:
    """The block that a document begins with, its first line as it is shown, and what follows."""

    blocks: list[Block]
    first: Heading | Paragraph
    text: str
    shown: str
    target: str
    """Where its link leads; "" for none."""
    rest: list[Block]


def take_name(blocks: list[Block], header: Header, record: Record) -> list[Block]:
    """Take title and name from the first blocks; the blocks left."""
    if not blocks:
        return blocks
    opening = _opening(blocks)
    if not opening:
        return _later_name(blocks, header, record)
    for step in _STEPS:
        left = step(opening, header, record)
        if left is not None:
            return left
    return name_in_parts(opening.first.line, opening.shown, opening.rest, header, record)


def _opening(blocks: list[Block]) -> _Opening | None:
    """What a document begins with; None where that is neither heading nor paragraph."""
    first, rest = blocks[0], blocks[1:]
    if isinstance(first, Heading):
        text = first.text
    elif isinstance(first, Paragraph):
        text = first.lines[0].text
        if len(first.lines) > 1:
            rest = [Paragraph(first.lines[1:]), *rest]
    else:
        return None
    shown, target = unlink(unstyle(text))
    shown = _FRAME.sub(r"\2", re.sub(r" +", " ", shown).strip())
    return _Opening(blocks, first, text, without_icons(shown) or shown, target, rest)


def _bold_before_link(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A bold name, and links behind it in its line."""
    if not (parted := bold_before_link(opening.text, record)):
        return None
    header.name, links = parted
    return [Paragraph([Line(opening.first.line, links)]), *opening.rest]


def _behind_link(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A name below a link to the document in another language."""
    linked = opening.target and isinstance(opening.first, Paragraph)
    if linked and _leads_elsewhere(opening.shown, record):
        return _later_name(opening.blocks, header, record)
    return None


def _with_title(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A name behind the document's title or before it, or as the one whose document it is."""
    if parted := title_behind(opening.shown, record):
        opening.shown, behind = parted
        opening.first = Paragraph([Line(opening.first.line, opening.shown)])
        opening.blocks = [opening.first, *opening.rest]
        _add_title(header, behind)
    colon = re.search("[:：]", opening.shown) and isinstance(opening.first, Paragraph)
    if not colon and (named := labelled_name(opening.shown, record)):
        label, header.name = named
        record.use_label(opening.first.line, label, "labels.name")
        return opening.rest
    if titled := titled_name(opening.shown, record):
        above, header.name = titled
        _add_title(header, above)
        return opening.rest
    if owner := owner_of(opening.shown, record.vocabulary):
        record.use_title(opening.first.line, opening.shown, owner)
        header.name = owner
        return opening.rest
    return None


def _under_title(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A name below the title of the document, and the day beside that title or beside the name."""
    first, words = opening.first, record.vocabulary
    title, tab, aside = opening.shown.partition("\t")
    if tab and is_document_title(title, words):  # "履歴書", and its day at the margin
        opening.shown = title
        opening.rest = [Paragraph([Line(first.line, aside)]), *opening.rest]
    rest = opening.rest
    if is_page_title(opening.shown, words):
        header.title = opening.shown
        return rest
    if not is_document_title(opening.shown, words):
        return None
    _add_title(header, opening.shown)
    if dated := name_beside_day(rest, record):
        header.name, day = dated
        header.contacts.detail("", day)
        return rest[1:]
    if over := day_over_name(rest, record):
        day, rest = over
        header.contacts.detail("", day)
    if isinstance(first, Heading) and _names_after(first, rest):
        return _later_name(rest, header, record)
    named = rest and (may_be_name(rest[0]) or is_beside_link(rest[0], record))
    return take_name(rest, header, record) if named else rest


def _under_heading(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A name below a heading that is a headline, or a title of the author's own."""
    first, shown, rest = opening.first, opening.shown, opening.rest
    if not isinstance(first, Heading):
        return None
    if named := _named_below(shown, rest, record):
        held = _ends_as_role(pieces(shown)[0], record)
        record.choose(first.line, "heading-over-name", shown, "basics.label" if held else "title")
        header.title, header.label = ("", shown) if held else (shown, "")
        header.name = named
        return rest[1:]
    if _is_over_person(shown, rest, record):
        header.title = shown
        return take_name(rest, header, record)
    return None


def _beside_contact(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A name with a contact in its line, or before a comma and all of them."""
    beside = _CONTACT_BESIDE.fullmatch(opening.shown)
    name, comma, listed = re.sub("^([^,;]*);", r"\1,", opening.shown).partition(", ")
    if beside:
        name, listed = beside["name"], beside["contact"]
    elif not (comma and is_person(name) and EMAIL.search(listed)) or is_place(name, record):
        return None  # "Ann Bell, 4 Mill Lane, Leeds, ann@bell.example"
    header.name = name
    return [Paragraph([Line(opening.first.line, listed)]), *opening.rest]


def _in_sentences(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A name and a calling that are a sentence each; pronouns behind a name are a detail."""
    opening.shown, pronouns = without_pronouns(opening.shown)
    if pronouns:
        header.contacts.detail("", pronouns)
    if told := as_sentences(opening.text, record):
        header.name, header.label = told
        return opening.rest
    return None


def _without_name(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A first line that is no name: one may come later."""
    shown = opening.shown
    label, colon, value = re.sub("[:：]", ":", shown).partition(":")
    labelled = colon and (not value or record.vocabulary.label(label))
    if not may_be_name(opening.first) or labelled:
        return _later_name(opening.blocks, header, record)
    if wholly(opening.text)[0] == "em" and record.vocabulary.has("roles", shown):
        return opening.blocks  # "*Assistant Professor*"
    return None


def _with_calling(opening: _Opening, header: Header, record: Record) -> list[Block] | None:
    """A name and what one is, with no sign between."""
    text = opening.text.strip()
    if (styled := _ROLE_BEHIND.fullmatch(text)) and is_person(unstyle(styled[1])):
        header.name, header.label = unstyle(styled[1]), styled[3]
        return opening.rest
    if called := called_behind(text, record):
        header.name, header.label = called
        return opening.rest
    return None


_STEPS: tuple[Callable[[_Opening, Header, Record], list[Block] | None], ...] = (
    _bold_before_link,
    _behind_link,
    _with_title,
    _under_title,
    _under_heading,
    _beside_contact,
    _in_sentences,
    _without_name,
    _with_calling,
)
"""In this order; a first line that none of them takes is a name, alone or in parts."""


def _add_title(header: Header, title: str) -> None:
    header.title = " · ".join(part for part in (header.title, title) if part)


def _leads_elsewhere(shown: str, record: Record) -> bool:
    """Whether a line is a link to the document in another language: "EN", "View English résumé"."""
    document = any(key(word) in record.vocabulary["documents"] for word in shown.split())
    return document or not is_person(shown)


_ROLE_BEHIND = re.compile(r"([^`*_]+?)\s+(`|\*{1,2}|_)([^`*_]+)\2")
"""A name, and what one is set apart by its style alone: "Ann Bell `Web developer`"."""


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
