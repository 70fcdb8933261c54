"""Blocks → the profile of a letter: who writes, to whom, about what, the body, the sign-off.

The salutation and the closing are found first; what stands before, between and after
them is then read by its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from typeset.importers.text.blocks import Block, Heading, Line, List, Paragraph, Rule, to_markdown
from typeset.importers.text.contacts import is_contact_line, read_contacts
from typeset.importers.text.header import Header, read_header
from typeset.importers.text.inline import unstyle
from typeset.importers.text.letter_end import Ending, take_ending
from typeset.importers.text.letter_start import (
    GREETING_ENDS,
    Start,
    greeting_of,
    is_addressed,
    is_subject,
    read_start,
    take_date,
)
from typeset.importers.text.record import Record
from typeset.importers.text.titles import kind_of
from typeset.profile.model import Profile

_SALUTATION_WITHIN = 14
_HEADER_WITHIN = 6


@dataclass
class _Parts:
    before: list[Block]
    greeting: str
    body: list[Block]
    ending: Ending


def is_letter(blocks: list[Block], record: Record) -> bool:
    """Whether a document is a letter: it greets, or signs off after prose without sections."""
    sections = sum(
        bool(kind_of(unstyle(block.text), record.vocabulary)) and block.level < 3
        for block in blocks
        if isinstance(block, Heading)
    )
    lines = [
        line.text
        for block in blocks[:_SALUTATION_WITHIN]
        if isinstance(block, Paragraph)
        for line in block.lines[:12]
    ]
    greetings = [greeting for text in lines if (greeting := greeting_of(text, record)[0])]
    if any(is_addressed(greeting) for greeting in greetings):
        return sections < 3
    signs = bool(take_ending(list(blocks), record, trial=True).closing)
    if greetings and signs:
        return sections < 3
    prose = sum(len(b.text.split()) > 25 for b in blocks if isinstance(b, Paragraph))
    return signs and prose >= 1 and sections == 0


def letter_profile(blocks: list[Block], record: Record) -> Profile:
    """Read a letter. The sender is `basics`, by the signature where nothing else names them."""
    parts = _cut(blocks, record)
    start, header = _read_before(parts.before, parts, record)
    _date_at_end(start, parts.ending, record)
    contacts = header.contacts
    letter: dict[str, Any] = {
        "place": start.place,
        "date": start.date,
        "recipient": start.recipient,
        "subject": start.subject,
        "greeting": parts.greeting,
        "body": "\n\n".join(
            part for part in (*header.prose, to_markdown([*start.prose, *parts.body])) if part
        ),
        "closing": parts.ending.closing,
        "signature": parts.ending.signature,
        "enclosures": parts.ending.enclosures,
        "postscript": parts.ending.postscript,
    }
    contacts.merge(read_contacts(parts.ending.contacts, record))
    for _, text in contacts.rest:
        contacts.detail("", text)
    name = header.name or unstyle(parts.ending.signature).split("\\\n")[0]
    basics = {"name": name, "label": header.label, **contacts.basics}
    return Profile.model_validate(
        {"basics": basics, "letter": {key: value for key, value in letter.items() if value}}
    )


def _cut(blocks: list[Block], record: Record) -> _Parts:
    """Cut a letter at its salutation, or where its prose begins, and take the ending off."""
    blocks = [block for block in blocks if not _is_gap(block)]
    at, index = _salutation(blocks, record)
    greeting = ""
    if at >= 0:
        first = blocks[at]
        assert isinstance(first, Paragraph)
        before, rest = blocks[:at], blocks[at + 1 :]
        lines = first.lines
        greeting, run_on = greeting_of(lines[index].text, record)
        if lines[:index]:
            before = [*before, Paragraph(lines[:index])]
        after = lines[index + 1 :]
        if run_on:
            after = [Line(lines[index].number, run_on, lines[index].hard), *after]
        if after:
            rest = [Paragraph(after), *rest]
    else:
        start = _first_prose(blocks)
        before, rest = blocks[:start], blocks[start:]
    rest = [block for block in rest if not isinstance(block, Rule)]
    ending = take_ending(rest, record)
    return _Parts(before, greeting, rest, ending)


def _salutation(blocks: list[Block], record: Record) -> tuple[int, int]:
    """The block and line of the greeting; (-1, 0) for none.

    A line of the address may begin as a greeting does ("Exma. Senhora …"): one further down
    that ends as greetings do is the greeting then.
    """
    found: list[tuple[int, int]] = []
    for at, block in enumerate(blocks[: _SALUTATION_WITHIN + 4]):
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
            ):
                return at, index
            if greeting:
                found.append((at, index))
    return found[0] if found else (-1, 0)


def _date_at_end(start: Start, ending: Ending, record: Record) -> None:
    """In some countries place and date stand under the signature."""
    lines = ending.signature.split("\\\n")
    for index, line in enumerate(lines):
        if not start.date and line and take_date(start, line, record):
            ending.signature = "\\\n".join([*lines[:index], *lines[index + 1 :]])
            return


def _is_gap(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text.strip()


def _first_prose(blocks: list[Block]) -> int:
    """Where the body of a letter without a salutation begins: after a rule, or at long prose."""
    for index, block in enumerate(blocks[: _HEADER_WITHIN + 2]):
        if isinstance(block, Rule):
            return index + 1
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and len(block.text.split()) > 25:
            heading = index > 1 and isinstance(blocks[index - 1], Heading)
            return index - 1 if heading else index
    return 0


def _read_before(blocks: list[Block], parts: _Parts, record: Record) -> tuple[Start, Header]:
    """Who writes, and the letter's own lines, from the blocks before the salutation."""
    blocks = [block for block in blocks if not isinstance(block, Rule)]
    start, sender = read_start(blocks, parts.greeting, record)
    if parts.body and not start.subject and isinstance(parts.body[0], (Paragraph, Heading)):
        first = parts.body[0]
        if is_subject(first.text, record):
            start.take_subject(first.line, first.text, record)
            parts.body.pop(0)
    header = _sender(sender, record)
    return start, header


def _sender(blocks: list[Block], record: Record) -> Header:
    """Name, headline and contacts from the sender's blocks."""
    if not blocks:
        return Header()
    header = read_header(blocks, record)
    if header.title and not header.name:
        header.label, header.title = header.label or header.title, ""
    lines = [line for block in blocks if isinstance(block, (Paragraph, List)) for line in [block]]
    if not header.contacts.basics and not lines and is_contact_line(header.name):
        header.name = ""
    return header
