"""What stands before a letter's salutation: sender, place and date, recipient, subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.text.blocks import Block, Heading, Line, List, Paragraph
from typeset.importers.text.contact_pieces import POSTAL, is_contact_line
from typeset.importers.text.contacts import is_place
from typeset.importers.text.date_grammar import alternatives
from typeset.importers.text.dates import find_date
from typeset.importers.text.inline import escape, unescape, unstyle, wholly
from typeset.importers.text.letter_recipient import (
    SOLID,
    Numbered,
    is_greeted,
    is_person,
    read_recipient,
)
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key

_LONGEST_SALUTATION = 14
_LABEL = re.compile(r"([^:：]{1,24})\s*[:：]\s*(.+)", re.DOTALL)
GREETING_ENDS = ",;:!，：！、،؛"
_RUN_ON = re.compile(r"(.{4,60}?[,:!，：！،])[ \u3000]+(\S.{20,})", re.DOTALL)
_BLANK = re.compile(r"\\?\[([^\[\]]+?)\\?\]|\{\{\s*(\w+)\s*\}\}")
_MAILBOX = re.compile(r"\"?([^\"<>@]+?)\"?\s+<?(?:mailto:)?([^\s<>@]+@[^\s<>]+?)>?")
_CLOCK = re.compile(
    r",?\s*(?:\S{1,3}\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:[+-]\d{4}|[A-Z]{2,4})\)?)*",
    re.IGNORECASE,
)
"""The time of day behind the date of an e-mail."""


@dataclass
class Start:
    """The parts of a letter before its salutation. `prose` belongs to the body."""

    place: str = ""
    date: str = ""
    subject: str = ""
    recipient: dict[str, Any] = field(default_factory=dict)
    prose: list[Block] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    """Who gets a copy, by the head of an e-mail."""

    def take_subject(self, line: int, text: str, record: Record) -> None:
        """Keep a subject line without its label."""
        plain = unstyle(text).strip()
        match = _LABEL.fullmatch(plain)
        if match and key(match[1]) in record.vocabulary["subject"]:
            record.use_label(line, match[1], "subject")
            plain = match[2].strip()
        self.subject = plain


def greeting_of(line: str, record: Record) -> tuple[str, str]:
    """The greeting that a line is, or begins with ("Dear Ms Roy, I write …"), and its rest."""
    first, _, rest = line.strip().replace("\u3000", " ").partition(" ")
    if SOLID.search(first) and rest and key(first) in record.vocabulary["salutations"]:
        return first, rest.strip()
    if _greets(unstyle(line), record):
        return line, ""
    match = _RUN_ON.match(line)
    sentence = match and re.search(r"[^\W\d_]{4,}[.!?]\s", match[1])  # "Hello. I have been …,"
    if match and not sentence and _greets(unstyle(match[1]), record) and is_addressed(match[1]):
        return match[1], match[2]
    return "", ""


def is_addressed(greeting: str) -> bool:
    """Whether a greeting names someone: "Hello!" may begin any page."""
    return len(greeting.split()) > 1 or len(SOLID.findall(greeting)) > 5


def _greets(text: str, record: Record) -> bool:
    words = text.split()
    if not words or len(words) > _LONGEST_SALUTATION:
        return False
    known = record.vocabulary["salutations"]
    starts = any(key(" ".join(words[:size])) in known for size in range(1, min(6, len(words)) + 1))
    if SOLID.search(words[0]):
        starts = starts or (len(text) <= 30 and _begins_solid(key(text), known))
    ends = text.rstrip()[-1] in GREETING_ENDS or (len(words) <= 6 and text.rstrip()[-1] not in ".?")
    # One word alone ("Madame Roy" in an address) greets only with a comma after it.
    comma = text.rstrip()[-1] in GREETING_ENDS
    honorific = key(words[0]) in record.vocabulary["honorifics"]
    return starts and ends and (comma or not honorific)


def _begins_solid(text: str, known: frozenset[str]) -> bool:
    return any(len(word) > 1 and SOLID.match(word) and text.startswith(word) for word in known)


def _memo(line: Line, record: Record) -> tuple[str, list[str]]:
    """A line of a memo's or e-mail's head ("From: …", "To: …"): its kind, and its texts."""
    text = unescape(unstyle(line.text)).strip()
    match = _LABEL.fullmatch(text)
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
    return "", []


def is_subject(text: str, record: Record, *, labelled: bool = False) -> bool:
    """Whether a line is a subject: labelled as one, or wholly bold (unless it must be labelled)."""
    match = _LABEL.fullmatch(unstyle(text).strip())
    if match and key(match[1]) in record.vocabulary["subject"]:
        return True
    if labelled or re.search(r"[:.!?]\S*$", unstyle(text).strip()):
        return False
    if begins_application(text, record):
        return True
    return wholly(text)[0] == "strong" and len(text.split()) <= 20


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
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        if isinstance(block, (Heading, List)) or not isinstance(block, Paragraph):
            if isinstance(block, Heading) and index and is_subject(block.text, record):
                start.take_subject(block.line, block.text, record)
            else:
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
            elif label == "copies":
                start.copies += values
            elif not start.subject and is_subject(line.text, record, labelled=not index):
                start.take_subject(line.number, line.text, record)
                taken = line.number
            elif not start.date and take_date(start, line.text, record):
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
        elif _is_recipients(Paragraph(left), dated, sender, recipient, greeting, record):
            recipient += [(line.number, line.text) for line in left]
        else:
            sender.append(Paragraph(left))
    start.recipient = read_recipient(recipient, greeting, record)
    return start, sender


def _columns(lines: list[Line], start: Start, record: Record) -> Iterator[Line]:
    """Lines, with one that has the day at its right margin as two."""
    for line in lines:
        left, tab, right = line.text.rpartition("\t")
        if (
            tab
            and not start.date
            and find_date(right, record.vocabulary)
            and take_date(start, right, record)
        ):
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
    block: Paragraph, dated: bool, sender: list[Block], recipient: list[Numbered],
    greeting: str, record: Record,
) -> bool:  # fmt: skip
    contact = any(is_contact_line(line.text) for line in block.lines)
    words = block.lines[0].text.split()
    known = record.vocabulary["towards"] | record.vocabulary["attention"]
    if not contact and len(words) > 1 and key(words[0]) in known and len(key(words[0])) > 3:
        return True
    if contact and not (recipient and sender):
        return False
    if dated or recipient:
        return True
    named = is_greeted(block.lines[0].text, greeting)
    titled = key(block.lines[0].text.split()[0]) in record.vocabulary["honorifics"]
    return bool(sender) and (len(block.lines) > 1 or named or titled) and (
        named or titled or _has_contacts(sender)
    )  # fmt: skip


def _has_contacts(blocks: list[Block]) -> bool:
    return any(
        is_contact_line(line.text)
        for block in blocks
        if isinstance(block, Paragraph)
        for line in block.lines
    ) or any(isinstance(block, List) for block in blocks)


def take_date(start: Start, text: str, record: Record) -> bool:
    """A line that is a date, perhaps after a place ("Lyon, le 2 février 2026")."""
    plain = unstyle(text).strip()
    found = find_date(plain, record.vocabulary)
    blank = _BLANK.fullmatch(plain)
    if blank and record.vocabulary.column(blank[1] or blank[2]) == "dates":
        start.date = text.strip()
        return True
    if not found or len(plain.split()) > 9 or found.start != found.end or len(found.start) < 7:
        return False
    before, after = plain[: found.begin].strip(), plain[found.finish :].strip(" .,")
    match = _LABEL.fullmatch(plain)
    labelled = match and (
        record.vocabulary.label(match[1]) == "dates" or key(match[1]) in record.vocabulary["sent"]
    )
    if after and not (labelled and _CLOCK.fullmatch(plain[found.finish :])):
        return False
    if match and labelled:
        sent = key(match[1]) in record.vocabulary["sent"]
        record.use_label(0, match[1], "sent" if sent else "labels.dates")
        before = plain[match.start(2) : found.begin].strip()
    written = plain[found.begin :] if after else plain[found.begin : found.finish].strip()
    # The article of a date ("le", "den", "a") stays with it.
    words = alternatives(record.vocabulary["day_articles"])
    days = alternatives(record.vocabulary["weekdays"])
    day = rf"(?:(?:{words})\s+)?(?:{days})\b[.,]?\s*(?:(?:{words})\s*)?|(?:{words})\s*"
    article = re.search(rf"(?:^|[,،\s])({day})$", before, re.IGNORECASE)
    if article:
        start.date = f"{article[1].strip()} {written}"
        before = before[: article.start(1)]
    else:
        start.date = written
    start.place = before.strip(" ,،，、|·–—-")
    return True
