"""What stands before a letter's salutation: sender, place and date, recipient, subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.text.blocks import Block, Heading, Line, List, Paragraph
from typeset.importers.text.contacts import is_contact_line
from typeset.importers.text.date_grammar import alternatives
from typeset.importers.text.dates import find_date
from typeset.importers.text.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key

_LONGEST_SALUTATION = 14
_LABEL = re.compile(r"([^:：]{1,24})\s*[:：]\s*(.+)", re.DOTALL)
GREETING_ENDS = ",;:!，：！、،؛"
_RUN_ON = re.compile(r"(.{4,60}?[,:!，：！،])[ \u3000]+(\S.{20,})", re.DOTALL)
SOLID = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
Numbered = tuple[int, str]


@dataclass
class Start:
    """The parts of a letter before its salutation. `prose` belongs to the body."""

    place: str = ""
    date: str = ""
    subject: str = ""
    recipient: dict[str, Any] = field(default_factory=dict)
    prose: list[Block] = field(default_factory=list)

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
    if _greets(unstyle(line), record):
        return line, ""
    match = _RUN_ON.match(line)
    if match and _greets(unstyle(match[1]), record) and is_addressed(match[1]):
        return match[1], match[2]
    first, _, rest = line.strip().replace("\u3000", " ").partition(" ")
    if SOLID.search(first) and rest and key(first) in record.vocabulary["salutations"]:
        return first, rest.strip()
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


def _memo(line: Line, record: Record) -> tuple[str, str]:
    """A line of a memo's head: who writes ("From: …") or to whom ("To: …"), without its label."""
    match = _LABEL.fullmatch(unstyle(line.text).strip())
    for name in ("towards", "senders"):
        if match and key(match[1]) in record.vocabulary[name]:
            record.use_label(line.number, match[1], name)
            return name, match[2].strip()
    return "", ""


def is_subject(text: str, record: Record, *, labelled: bool = False) -> bool:
    """Whether a line is a subject: labelled as one, or wholly bold (unless it must be labelled)."""
    match = _LABEL.fullmatch(unstyle(text).strip())
    if match and key(match[1]) in record.vocabulary["subject"]:
        return True
    if labelled:
        return False
    return wholly(text)[0] == "strong" and len(text.split()) <= 20


def read_start(blocks: list[Block], greeting: str, record: Record) -> tuple[Start, list[Block]]:
    """The letter's own lines, and the blocks that are left, which are the sender's.

    Blocks before the date are the sender's, those after it the recipient's; without a
    date, the first block with contacts or a heading is the sender's.
    """
    start = Start()
    sender: list[Block] = []
    recipient: list[Numbered] = []
    dated = False
    for index, block in enumerate(blocks):
        if isinstance(block, (Heading, List)) or not isinstance(block, Paragraph):
            if isinstance(block, Heading) and index and is_subject(block.text, record):
                start.take_subject(block.line, block.text, record)
            else:
                sender.append(block)
            continue
        left: list[Any] = []
        for line in block.lines:
            label, value = _memo(line, record)
            if label == "towards":
                recipient.append((line.number, value))
            elif label:
                left.append(Line(line.number, value, True))
            elif not start.subject and is_subject(line.text, record, labelled=not index):
                start.take_subject(line.number, line.text, record)
            elif not start.date and take_date(start, line.text, record):
                dated = True
                if left:
                    sender.append(Paragraph(left))
                left = []
            else:
                left.append(line)
        if not left:
            continue
        if len(left[0].text.split()) > 25:
            start.prose.append(Paragraph(left))
        elif _is_recipients(Paragraph(left), dated, sender, recipient, greeting, record):
            recipient += [(line.number, line.text) for line in left]
        else:
            sender.append(Paragraph(left))
    start.recipient = read_recipient(recipient, greeting, record)
    return start, sender


def _is_recipients(
    block: Paragraph, dated: bool, sender: list[Block], recipient: list[Numbered],
    greeting: str, record: Record,
) -> bool:  # fmt: skip
    contact = any(is_contact_line(line.text) for line in block.lines)
    if contact and not (recipient and sender):
        return False
    if dated or recipient:
        return True
    named = _greeted(block.lines[0].text, greeting)
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
    if not found or len(plain.split()) > 9 or found.start != found.end or len(found.start) < 7:
        return False
    before, after = plain[: found.begin].strip(), plain[found.finish :].strip(" .,")
    if after:
        return False
    match = _LABEL.fullmatch(plain)
    if match and record.vocabulary.label(match[1]) == "dates":
        record.use_label(0, match[1], "labels.dates")
        before = plain[match.start(2) : found.begin].strip()
    # The article of a date ("le", "den", "a") stays with it.
    words = alternatives(record.vocabulary["day_articles"])
    article = re.search(rf"(?:^|[,،\s])((?:{words})\s*)$", before, re.IGNORECASE)
    if article:
        start.date = f"{article[1].strip()} {plain[found.begin : found.finish].strip()}"
        before = before[: article.start(1)]
    else:
        start.date = plain[found.begin : found.finish].strip()
    start.place = before.strip(" ,،，、|·–—-")
    return True


def _greeted(line: str, greeting: str) -> bool:
    """Whether a line names the person that the greeting names."""

    def names(text: str) -> set[str]:
        return {
            key(word) for word in unstyle(text).split() if word[:1].isupper() and len(key(word)) > 2
        }

    common = {"dear", "hiring", "team", "manager", "committee", "sehr", "madame", "monsieur",
              "estimado", "estimada", "frau", "herr", "herrn", "mrs"}  # fmt: skip
    return bool((names(line) & names(greeting)) - common)


def read_recipient(lines: list[Numbered], greeting: str, record: Record) -> dict[str, Any]:
    """Name, title, organisation and address of the lines of a recipient."""
    texts = [unlink(unstyle(text))[0].strip().rstrip(",") for _, text in lines]
    texts = [text for text in texts if text]
    if len(texts) == 1 and texts[0].count(",") >= 2:
        texts = [part.strip() for part in texts[0].split(",")]
    if len(texts) > 1 and key(texts[0]) in record.vocabulary["towards"]:
        texts[:2] = [f"{texts[0]} {texts[1]}"]
    found: dict[str, Any] = {}
    address_at = next(
        (i for i, text in enumerate(texts) if i and re.search(r"\d", text)), len(texts)
    )
    head, address = texts[:address_at], texts[address_at:]
    vocabulary = record.vocabulary
    if (
        len(head) > 1
        and vocabulary.has("organisations", head[0])
        and not _is_person(head[0], greeting, record)
    ):
        found["organisation"] = head.pop(0)  # some countries write the firm first
    if head and _is_person(head[0], greeting, record):
        found["name"] = head.pop(0)
    if head and "name" not in found and len(head) > 1 and vocabulary.has("roles", head[0]):
        found["title"] = head.pop(0)
    elif head and "name" in found:
        role = vocabulary.has("roles", head[0])
        if role or (len(head) > 1 and not vocabulary.has("organisations", head[0])):
            found["title"] = head.pop(0)
    if head and "organisation" not in found:
        found["organisation"] = head.pop(0)
    if rest := [*head, *address]:
        found["address"] = rest
    return found


def _is_person(text: str, greeting: str, record: Record) -> bool:
    first = key(text.split()[0]) if text.split() else ""
    stem = re.split(r"\.", text)[0]
    titled = (
        first in record.vocabulary["honorifics"] or key(stem) in record.vocabulary["honorifics"]
    )
    return titled or _greeted(text, greeting)
