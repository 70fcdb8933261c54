"""Blocks → the profile of a letter: who writes, to whom, about what, the body, the sign-off.

The salutation and the closing are found first; what stands before, between and after
them is then read by its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.header.contact_reader import read_contacts
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.header.found_contacts import may_be_town
from typeset.importers.text.heads.words import is_role
from typeset.importers.text.letters.after import Ending
from typeset.importers.text.letters.asides import take_asides
from typeset.importers.text.letters.end import take_ending
from typeset.importers.text.letters.foot import (
    date_at_end,
    date_over_closing,
    date_under_greeting,
)
from typeset.importers.text.letters.greeting import (
    GREETING_ENDS,
    as_greeting,
    greeting_of,
    greets_alone,
    is_addressed,
)
from typeset.importers.text.letters.prose import first_prose
from typeset.importers.text.letters.sender import read_sender
from typeset.importers.text.letters.signed import is_same_person, signed_name
from typeset.importers.text.letters.signs import SALUTATION_WITHIN, is_title_below, take_title
from typeset.importers.text.letters.start import Start, is_subject, is_topic
from typeset.importers.text.letters.start_reader import read_start
from typeset.importers.text.letters.tables import as_cells, as_lines
from typeset.importers.text.letters.titled import share_title
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    Paragraph,
    Quote,
    Rule,
    to_markdown,
)
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key
from typeset.problems import Severity
from typeset.profile.model import Profile


@dataclass
class _Parts:
    before: list[Block]
    greeting: str
    body: list[Block]
    ending: Ending


def letter_profile(blocks: list[Block], record: Record) -> Profile:
    """Read a letter. The sender is `basics`, by the signature where nothing else names them."""
    line = blocks[0].line if blocks else 0
    title, blocks = take_title(blocks, record)
    if title:
        record.choose(line, "titled-letter", "a title of letters", "a letter")
    parts = _cut(blocks, record)
    for block in [] if title else [b for b in parts.before if is_title_below(b, record)]:
        assert isinstance(block, (Heading, Paragraph))
        title = unstyle(block.text)
        parts.before.remove(block)
    start, header = _read_before(parts.before, parts, record, titled=bool(title))
    contacts = header.contacts
    signed = signed_name(parts.ending.signature)
    title = share_title(title, header.name or signed, start, line, record)
    if town := _signed_town(parts.ending, start.place, record):
        contacts.basics.setdefault("location", town)
    if not (header.label or contacts.basics.get("label")):
        header.label = _signed_label(parts.ending, record)
    elif header.label:
        _drop_label(parts.ending, header.label, record)
    body = [as_lines(block) for block in parts.body]
    letter: dict[str, Any] = {
        "place": start.place,
        "date": start.date,
        "recipient": start.recipient,
        "subject": start.subject,
        "greeting": parts.greeting,
        "body": "\n\n".join(
            part for part in (*header.prose, to_markdown([*start.prose, *body])) if part
        ),
        "closing": parts.ending.closing,
        "signature": parts.ending.signature,
        "enclosures": [*parts.ending.enclosures, *start.enclosures],
        "postscript": parts.ending.postscript,
    }
    below = read_contacts(parts.ending.contacts, record)
    contacts.merge(below, record)
    for _, text in contacts.rest:
        if "location" not in contacts.basics and may_be_town(text, record):
            contacts.add("location", text)
        else:
            contacts.detail("", text)
    if not title and _is_no_name(header.name, signed, parts.before):
        record.choose(line, "heading-of-letter", header.name, "the document's title")
        title, header.name = header.name, ""
    basics = {"name": header.name or signed, "label": header.label, **contacts.basics}
    return Profile.model_validate(
        {
            "title": title or header.title,
            "basics": basics,
            "letter": {key: value for key, value in letter.items() if value},
        }
    )


def _signed_town(ending: Ending, place: str, record: Record) -> str:
    """The town between a signature and the contacts under it: a known one, or the letter's."""
    name, *others = ending.signature.split("\\\n")
    town = unstyle(others[0]).strip() if len(others) == 1 and ending.contacts else ""
    known = key(town) == key(place) or (is_place(town, record) and not is_role(town, record))
    if not town or not known:
        return ""
    ending.signature = name
    return town


def _signed_label(ending: Ending, record: Record) -> str:
    """The post of who writes, off a signature with the contacts under it: name, post, e-mail."""
    name, *others = ending.signature.split("\\\n")
    if len(others) != 1 or not ending.contacts or len(others[0].split()) > 8:
        return ""
    if signed_name(others[0]) == signed_name(ending.signature):
        return ""  # the name, under the word for who signs
    if any(record.vocabulary.has(kind, others[0]) for kind in ("organisations", "schools")):
        return ""
    ending.signature = name
    return unstyle(others[0])


def _drop_label(ending: Ending, label: str, record: Record) -> None:
    """Drop a post under the signature that stands over the letter too."""
    name, *others = ending.signature.split("\\\n")
    if len(others) == 1 and key(unstyle(others[0])) == key(label):
        record.use_repeat(0, unstyle(others[0]))
        ending.signature = name


def _is_no_name(name: str, signed: str, before: list[Block]) -> bool:
    """Whether a heading is no one's name, since another is signed: "Why Acme", "EN"."""
    headed = any(isinstance(block, Heading) and block.text == name for block in before)
    words = [set(key(text).split()) for text in (name, signed)]
    apart = not words[0] & words[1] and not is_same_person(name, signed)
    sure = len(words[1]) > 1 or (bool(words[1]) and len(words[0]) > _LONGEST_NAME)
    return headed and apart and sure and not re.search(r"[\[{<\d]", signed)


_LONGEST_NAME = 4
"""Words of a person's name at the most; a heading with more says what a letter is about."""


def _cut(blocks: list[Block], record: Record) -> _Parts:
    """Cut a letter at its salutation, or where its prose begins, and take the ending off."""
    blocks = [as_greeting(block, record) for block in blocks if not _is_gap(block)]
    blocks = take_asides(blocks, record)
    at, index = _salutation(blocks, record)
    greeting = ""
    if at >= 0:
        first = blocks[at]
        assert isinstance(first, Paragraph)
        before, rest = blocks[:at], blocks[at + 1 :]
        lines = first.lines
        greeting, run_on = greeting_of(lines[index].text, record)
        greeting = greeting or lines[index].text
        if lines[:index]:
            before = [*before, Paragraph(lines[:index])]
        after = lines[index + 1 :]
        if run_on:
            after = [Line(lines[index].number, run_on, lines[index].hard), *after]
        if after:
            rest = [Paragraph(after), *rest]
    else:
        start = first_prose(blocks)
        before, rest = blocks[:start], blocks[start:]
    ending = take_ending(rest, record)
    _tell_another(rest, record)
    rest = [block for block in rest if not isinstance(block, Rule)]
    if rest and all(isinstance(block, Quote) for block in rest):  # the body as one quotation
        rest = [inner for block in rest if isinstance(block, Quote) for inner in block.blocks]
    return _Parts(before, greeting, rest, ending)


def _tell_another(body: list[Block], record: Record) -> None:
    """Tell of a second letter within the first one's body: it greets, under a closing."""
    closed = False
    for block in body:
        for line in block.lines if isinstance(block, Paragraph) else []:
            closed = closed or key(line.text) in record.vocabulary["closings"]
            greeting = greeting_of(line.text, record)[0] if closed else ""
            if greeting and is_addressed(greeting) and greeting.rstrip()[-1] in GREETING_ENDS:
                message = (
                    f"a second letter begins here and is kept in the first one's body: {greeting}"
                )
                record.tell("second-letter", message, line.number, Severity.WARNING)
                return


def _salutation(blocks: list[Block], record: Record) -> tuple[int, int]:
    """The block and line of the greeting; (-1, 0) for none.

    A line of the address may begin as a greeting does ("Exma. Senhora …"): one further down
    that ends as greetings do is the greeting then.
    """
    found: list[tuple[int, int]] = []
    for at, block in enumerate(blocks[: SALUTATION_WITHIN + 4]):
        if not isinstance(block, Paragraph):
            continue
        if found and len(block.text.split()) > 25:
            break
        for index, line in enumerate(block.lines[:12]):
            greeting, rest = greeting_of(line.text, record)
            if (
                greeting
                and unstyle(greeting).rstrip()[-1] in GREETING_ENDS
                and not (found and rest)
                and not _is_over_address(block.lines[index:])
            ):
                return at, index
            if greeting:
                found.append((at, index))
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if not found and greets_alone(block, below, record):
            record.choose(block.line, "greeting-alone", block.text, "letter.greeting")
            found.append((at, 0))
    return found[0] if found else (-1, 0)


def _is_over_address(lines: list[Line]) -> bool:
    """Whether a greeting begins an address, and another may follow below: "Dear Sir or Madam,"."""
    short = all(len(line.text.split()) <= _LONGEST_ADDRESS_LINE for line in lines[1:])
    ended = any(re.search(r"[.!?:]$", line.text) for line in lines[1:])
    return len(lines) > 2 and short and not ended


_LONGEST_ADDRESS_LINE = 8


def _is_gap(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text.strip()


def _is_line(block: Block) -> bool:
    """Whether a block is a paragraph of one line."""
    return isinstance(block, Paragraph) and len(block.lines) == 1


def _take_topic(blocks: list[Block], start: Start, record: Record, *, alone: bool) -> list[Block]:
    """Take the line under a name, or all `alone`, that says what a letter is for; the rest."""
    words = record.vocabulary
    others = ("roles",) if alone else ("roles", "organisations", "schools")
    for at, block in enumerate(blocks[:2]):
        for index, line in enumerate(block.lines if isinstance(block, Paragraph) else []):
            text = unstyle(line.text)
            about = (alone or at + index) and len(text.split()) > 3 and len(pieces(line.text)) == 1
            other = is_contact_line(text) or any(words.has(name, text) for name in others)
            if about and not other and isinstance(block, Paragraph):
                start.take_subject(line.number, line.text, record)
                left = [*block.lines[:index], *block.lines[index + 1 :]]
                rest: list[Block] = [Paragraph(left)] if left else []
                return [*blocks[:at], *rest, *blocks[at + 1 :]]
    return blocks


def _read_before(
    blocks: list[Block], parts: _Parts, record: Record, *, titled: bool
) -> tuple[Start, Header]:
    """Who writes, and the letter's own lines, from the blocks before the salutation."""
    blocks = [as_cells(block, record) for block in blocks if not isinstance(block, Rule)]
    signed = signed_name(parts.ending.signature)
    start, sender = read_start(blocks, parts.greeting, record, signed=signed, titled=titled)
    date_under_greeting(start, parts.body, record)
    if parts.body and not start.subject and isinstance(parts.body[0], (Paragraph, Heading)):
        first = parts.body[0]
        if is_subject(first.text, record) or is_topic(parts.body):
            start.take_subject(first.line, first.text, record)
            parts.body.pop(0)
    lone = len(sender) == 1 and parts.ending.signature and _is_line(sender[0])
    if (titled or lone) and not start.subject and not parts.greeting:
        sender = _take_topic(sender, start, record, alone=bool(lone))
    date_over_closing(start, parts.body, record)
    date_at_end(start, parts.ending, record)
    header = read_sender(sender, parts.ending, record)
    return start, header
