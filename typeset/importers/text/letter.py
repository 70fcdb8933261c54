"""Blocks → the profile of a letter: who writes, to whom, about what, the body, the sign-off.

The salutation and the closing are found first; what stands before, between and after
them is then read by its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from typeset.importers.text.blocks import Block, Heading, Line, Paragraph, Rule, Table, to_markdown
from typeset.importers.text.contact_pieces import is_contact_line, pieces
from typeset.importers.text.contacts import read_contacts
from typeset.importers.text.header import Header
from typeset.importers.text.inline import unstyle
from typeset.importers.text.letter_after import Ending
from typeset.importers.text.letter_asides import take_asides
from typeset.importers.text.letter_end import take_ending
from typeset.importers.text.letter_sender import read_sender
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
from typeset.importers.text.vocabulary import key
from typeset.profile.model import Profile

_SALUTATION_WITHIN = 14
_LONGEST_TITLE = 10
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
    if blocks and _titles_letter(blocks[0], record):
        return sections < 3
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


def _titles_letter(block: Block, record: Record) -> bool:
    """Whether a document begins with what letters are called: "Statement of Purpose"."""
    text = block.text if isinstance(block, Heading) else ""
    if isinstance(block, Paragraph) and len(block.lines) == 1:
        text = block.text
    known = record.vocabulary["letters"]
    first = re.split(r"\s*[:(\[{,|]|\s[–—-]\s", unstyle(text), maxsplit=1)[0]
    short = len(text.split()) <= _LONGEST_TITLE
    return key(unstyle(text)) in known or (short and key(first) in known)


def letter_profile(blocks: list[Block], record: Record) -> Profile:
    """Read a letter. The sender is `basics`, by the signature where nothing else names them."""
    title = ""
    if blocks and _titles_letter(blocks[0], record):
        record.choose(blocks[0].line, "titled-letter", "a title of letters", "a letter")
        title = unstyle(blocks[0].text) if isinstance(blocks[0], (Heading, Paragraph)) else ""
        blocks = blocks[1:]
    parts = _cut(blocks, record)
    start, header = _read_before(parts.before, parts, record, titled=bool(title))
    contacts = header.contacts
    body = [_as_lines(block) for block in parts.body]
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
        "enclosures": [*parts.ending.enclosures, *start.copies],
        "postscript": parts.ending.postscript,
    }
    below = read_contacts(parts.ending.contacts, record)
    for name, value in list(below.basics.items()):
        if value == contacts.basics.get(name):
            record.use_repeat(parts.ending.contacts[0][0], value)
            del below.basics[name]
    contacts.merge(below)
    for _, text in contacts.rest:
        contacts.detail("", text)
    name = header.name or unstyle(parts.ending.signature).split("\\\n")[0]
    basics = {"name": name, "label": header.label, **contacts.basics}
    return Profile.model_validate(
        {
            "title": title,
            "basics": basics,
            "letter": {key: value for key, value in letter.items() if value},
        }
    )


def _as_lines(block: Block) -> Block:
    """A table as lines, a row a line: a letter has no tables."""
    if not isinstance(block, Table):
        return block
    rows = [block.head, *block.rows]
    texts = (" · ".join(filter(None, row)) for row in rows if any(row))
    return Paragraph([Line(block.line, text, True) for text in texts])


def _cut(blocks: list[Block], record: Record) -> _Parts:
    """Cut a letter at its salutation, or where its prose begins, and take the ending off."""
    blocks = take_asides([block for block in blocks if not _is_gap(block)], record)
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
    for written in [] if start.date else ending.card:
        if take_date(start, written.text, record):
            ending.card.remove(written)
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


def _take_topic(blocks: list[Block], start: Start, record: Record) -> list[Block]:
    """Take the line under a name that says what a statement is for; the blocks left."""
    words = record.vocabulary
    for at, block in enumerate(blocks[:2]):
        for index, line in enumerate(block.lines if isinstance(block, Paragraph) else []):
            text = unstyle(line.text)
            about = at + index and len(text.split()) > 3 and len(pieces(line.text)) == 1
            other = is_contact_line(text) or any(
                words.has(name, text) for name in ("roles", "organisations", "schools")
            )
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
    blocks = [block for block in blocks if not isinstance(block, Rule)]
    start, sender = read_start(blocks, parts.greeting, record)
    if parts.body and not start.subject and isinstance(parts.body[0], (Paragraph, Heading)):
        first = parts.body[0]
        if is_subject(first.text, record) or _is_topic(parts.body):
            start.take_subject(first.line, first.text, record)
            parts.body.pop(0)
    if titled and not start.subject and not parts.greeting:
        sender = _take_topic(sender, start, record)
    _date_at_end(start, parts.ending, record)
    header = read_sender(sender, parts.ending, record)
    return start, header


def _is_topic(blocks: list[Block]) -> bool:
    """Whether the first block under the greeting is no sentence but a line that says what for."""
    first, below = blocks[0], blocks[1] if len(blocks) > 1 else None
    if not isinstance(first, Paragraph) or len(first.lines) > 1 or not isinstance(below, Paragraph):
        return False
    text = unstyle(first.text)
    loud = text.isupper() or (text[:1].isupper() and len(text.split()) <= 8)
    return loud and len(text.split()) <= 12 and not re.search(r"[.!?:;,…。！？，：]\W*$", text)
