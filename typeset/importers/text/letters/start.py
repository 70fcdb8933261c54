"""What stands before a letter's salutation: sender, place and date, recipient, subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.text.header.contact_pieces import POSTAL, is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.letters.after import enclosed, marked
from typeset.importers.text.letters.day import LABELLED, day_of
from typeset.importers.text.letters.recipient import (
    Numbered,
    addressing,
    is_department,
    is_greeted,
    is_person,
    is_role,
    read_recipient,
)
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, Paragraph
from typeset.importers.text.markup.inline import escape, unescape, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_MAILBOX = re.compile(r"\"?([^\"<>@]+?)\"?\s+<?(?:mailto:)?([^\s<>@]+@[^\s<>]+?)>?")


@dataclass
class Start:
    """The parts of a letter before its salutation. `prose` belongs to the body."""

    place: str = ""
    date: str = ""
    subject: str = ""
    recipient: dict[str, Any] = field(default_factory=dict)
    prose: list[Block] = field(default_factory=list)
    enclosures: list[str] = field(default_factory=list)
    """What is enclosed, and who gets a copy, where the letter's head says so."""

    def take_date(self, text: str, record: Record) -> bool:
        """Keep the day of a line, with the place; False for a line that is no date."""
        found = day_of(text, record)
        if found:
            self.place, self.date = found
        return found is not None

    def take_subject(self, line: int, text: str, record: Record) -> None:
        """Keep a subject line without its label."""
        plain = unstyle(text).strip()
        if match := _subject_label(plain, record):
            record.use_label(line, match[1], "subject")
            plain = match[2].strip()
        self.subject = plain


def _memo(line: Line, record: Record) -> tuple[str, list[str]]:
    """A line of a memo's or e-mail's head ("From: …", "To: …"): its kind, and its texts."""
    text = unescape(unstyle(line.text)).strip()
    match = LABELLED.fullmatch(text)
    words = text.split()
    if wholly(line.text)[0] and key(" ".join(words[:2])) in record.vocabulary["towards"]:
        return "towards", [text]  # "*To the Search Committee, …*"
    for name in ("towards", "attention", "senders"):
        if not match or key(match[1]) not in record.vocabulary[name]:
            continue
        value = match[2].strip()
        record.use_label(line.number, match[1], name)
        box = _MAILBOX.fullmatch(value)
        texts = [part.strip() for part in box.groups() if part] if box else [value]
        return "towards" if name == "attention" else name, [escape(text) for text in texts]
    if match and key(match[1]) in record.vocabulary["copies"]:
        return "copies", [line.text]
    kind, mark, rest = marked(unstyle(line.text), record)
    if kind == "enclosures" and rest:
        record.use_label(line.number, mark, kind)
        return kind, enclosed(rest)
    return "", []


def is_subject(text: str, record: Record, *, labelled: bool = False) -> bool:
    """Whether a line is a subject: by its label or first words, or bold unless it is `labelled`."""
    if _is_labelled_subject(text, record):
        return True
    if re.search(r"[:.!?]\S*$", unstyle(text).strip()):
        return False
    if is_contact_line(text) or addressing(unstyle(text), record)[0]:
        return False
    if begins_application(text, record):
        return True
    return not labelled and wholly(text)[0] == "strong" and len(text.split()) <= 20


def _is_labelled_subject(text: str, record: Record) -> bool:
    return _subject_label(unstyle(text).strip(), record) is not None


def _subject_label(plain: str, record: Record) -> re.Match[str] | None:
    """The label of a subject and what follows it; the first words of a link are none."""
    match = LABELLED.fullmatch(plain)
    told = match and "[" not in match[1] and key(match[1]) in record.vocabulary["subject"]
    return match if told else None


def begins_application(text: str, record: Record) -> bool:
    """Whether a short line begins as those do that say what a letter is about."""
    words = unstyle(text).split()
    known = record.vocabulary["applications"]
    heads = (key(" ".join(words[:size])) in known for size in range(1, min(5, len(words)) + 1))
    return 1 < len(words) <= 20 and words[0][:1].isupper() and any(heads)


def read_start(blocks: list[Block], greeting: str, record: Record) -> tuple[Start, list[Block]]:
    """The letter's own lines, and the blocks that are left, which are the sender's.

    Blocks before the date are the sender's, those after it the recipient's; without a
    date, the first block with contacts or a heading is the sender's.
    """
    start = Start()
    sender: list[Block] = []
    recipient: list[Numbered] = []
    dated = before_date = False
    blocks = _gathered(blocks)
    told = any(_is_labelled_subject(line.text, record) for line in _lines(blocks))
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and _is_told(block.text, record, first=not index):
            block = Paragraph([Line(block.line, block.text, True)])
        if not isinstance(block, Paragraph):
            sender.append(block)
            continue
        left: list[Any] = []
        taken = 0  # the line of the subject, which may go on over two
        for line in _columns(block.lines, start, record):
            if wholly(line.text)[0] and index and key(unstyle(line.text)) in seen:
                record.use_repeat(line.number, unstyle(line.text))
                continue
            seen.add(key(unstyle(line.text)))
            label, values = _memo(line, record)
            if label == "towards":
                recipient += [(line.number, value) for value in values]
            elif label == "senders":
                left += [Line(line.number, value, True) for value in values]
            elif label in ("copies", "enclosures"):
                start.enclosures += values
            elif key(unstyle(line.text)) in record.vocabulary["deliveries"]:
                recipient.append((line.number, line.text))
            elif not start.subject and is_subject(
                line.text, record, labelled=told or not index or _is_under_address(left, record)
            ):
                start.take_subject(line.number, line.text, record)
                taken = line.number
            elif not start.date and start.take_date(line.text, record):
                dated, before_date = True, bool(recipient)
                if left:
                    sender.append(Paragraph(left))
                left = []
            else:
                left.append(line)
        if not left:
            continue
        last = index == len(blocks) - 1
        contacts = any(is_contact_line(unstyle(line.text)) for line in left)
        if taken and left[0].number > taken and last and len(left) <= 2 and not contacts:
            start.subject += "".join(f"\\\n{line.text}" for line in left)
            continue
        after = bool(recipient) and not start.subject and last
        known = dated and before_date
        if after and _may_be_subject(left, known, greeting, record):
            start.subject = "\\\n".join(line.text for line in left)
        elif len(left[0].text.split()) > 25:
            start.prose.append(Paragraph(left))
        elif _is_recipients(Paragraph(left), last, dated, sender, recipient, greeting, record):
            recipient += [(line.number, line.text) for line in left]
        else:
            sender.append(Paragraph(left))
    start.recipient = read_recipient(recipient, greeting, record)
    return start, sender


def _is_under_address(above: list[Line], record: Record) -> bool:
    """Whether the line above begins an address ("For the attention of …"), which goes on."""
    return bool(above) and bool(addressing(unstyle(above[-1].text), record)[0])


def _gathered(blocks: list[Block]) -> list[Block]:
    """Blocks, with a head whose every line is a paragraph of its own as one paragraph."""
    lines = _lines(blocks)
    alone = all(isinstance(block, Paragraph) and len(block.lines) == 1 for block in blocks)
    if len(blocks) < 4 or not alone or any(len(line.text.split()) > 8 for line in lines):
        return blocks
    return [Paragraph([Line(line.number, line.text, True) for line in lines])]


def _is_told(text: str, record: Record, *, first: bool) -> bool:
    """Whether a heading is one of the letter's own lines: "To: …", "Date: …", a subject."""
    match = LABELLED.fullmatch(unstyle(text).strip())
    known = ("towards", "attention", "senders", "sent")
    labelled = match and any(key(match[1]) in record.vocabulary[name] for name in known)
    return bool(labelled) or is_subject(text, record, labelled=first)


def _columns(lines: list[Line], start: Start, record: Record) -> Iterator[Line]:
    """Lines, with one that has the day at its right margin as two."""
    for line in lines:
        left, tab, right = line.text.rpartition("\t")
        if tab and not start.date and start.take_date(right, record):
            yield Line(line.number, left.strip(), line.hard)
        else:
            yield line


def _may_be_subject(lines: list[Line], sure: bool, greeting: str, record: Record) -> bool:
    """Whether the lines over a greeting, behind the recipient, say what a letter is about.

    That is `sure` behind recipient and date; else they must be no part of an address.
    """
    texts = [unstyle(line.text).strip() for line in lines]
    if len(texts) > 3 or any(is_contact_line(text) for text in texts):
        return False
    if sure or begins_application(texts[0], record):
        return True
    address = any(
        POSTAL.search(text)
        or is_place(text, record)
        or is_person(text, greeting, record)
        or record.vocabulary.has("organisations", text)
        or key(text.split()[0]) in record.vocabulary["towards"] | record.vocabulary["attention"]
        for text in texts
    )
    return not address and len(texts) == 1 and not re.search(r"[.,]$|^\d", texts[0])


def _is_recipients(
    block: Paragraph, last: bool, dated: bool, sender: list[Block], recipient: list[Numbered],
    greeting: str, record: Record,
) -> bool:  # fmt: skip
    contact = any(is_contact_line(line.text) for line in block.lines)
    words = unstyle(block.lines[0].text).split()
    kind, phrase = addressing(" ".join(words), record)
    one = (
        len(words) > 1 and len(key(words[0])) > 3 and key(words[0]) in record.vocabulary["towards"]
    )
    if not contact and (one or kind == "attention" or len(phrase.split()) > 2):
        return True
    if not contact and any(is_greeted(line.text, greeting) for line in block.lines[:3]):
        return True
    if contact and not (recipient and sender):
        return False
    if dated or recipient:
        return True
    honorifics = record.vocabulary["honorifics"]
    titled = any(key(line.text.split()[0]) in honorifics for line in block.lines[:3])
    office = any(is_department(unstyle(line.text), record) for line in block.lines)
    firm = last and not is_role(unstyle(block.lines[0].text), record)
    return bool(sender) and (len(block.lines) > 1 or titled or firm) and (
        titled or office or _has_contacts(sender)
    )  # fmt: skip


def _lines(blocks: list[Block]) -> list[Line]:
    return [line for block in blocks if isinstance(block, Paragraph) for line in block.lines]


def _has_contacts(blocks: list[Block]) -> bool:
    listed = any(isinstance(block, List) for block in blocks)
    return listed or any(is_contact_line(line.text) for line in _lines(blocks))
