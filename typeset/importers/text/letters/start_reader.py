"""The lines over a letter's salutation → sender, place and date, recipient, subject."""

from __future__ import annotations

from dataclasses import dataclass, field

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.words import is_role
from typeset.importers.text.letters.addressees import (
    addressing,
    is_department,
    is_office,
    is_solid_addressee,
)
from typeset.importers.text.letters.day import LABELLED, is_day, labelled_place
from typeset.importers.text.letters.greeting import is_greeted
from typeset.importers.text.letters.head_lines import (
    called_under_name,
    columns,
    gathered,
    is_reached,
    lines_of,
)
from typeset.importers.text.letters.label_lines import under_labels
from typeset.importers.text.letters.memo import memo
from typeset.importers.text.letters.over_sender import (
    is_others_alone,
    is_over_sender,
    is_second_address,
    is_under_addressee,
)
from typeset.importers.text.letters.recipient import Numbered, read_recipient
from typeset.importers.text.letters.signed import is_same_person
from typeset.importers.text.letters.start import (
    Start,
    is_labelled_subject,
    is_over_address,
    is_sentence,
    is_subject,
    is_under_address,
    may_be_subject,
)
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def read_start(
    blocks: list[Block], greeting: str, record: Record, *, signed: str = "", titled: bool = False
) -> tuple[Start, list[Block]]:
    """The letter's own lines, and the blocks that are left, which are the sender's.

    Blocks before the date are the sender's, those after it the recipient's; without a
    date, the first block with contacts or a heading is the sender's, and one over it that
    names another or an office is the recipient's. `signed` is who writes; where a letter is
    `titled`, a bold line right under its title says what for.
    """
    blocks, addressed = under_labels(gathered(blocks), record)
    texts = [line.text for line in lines_of(blocks)]
    texts += [block.text for block in blocks if isinstance(block, Heading)]
    told = any(is_labelled_subject(text, record) for text in texts)
    if is_over_sender(blocks, greeting, record):
        record.choose(blocks[0].line, "recipient-over-sender", texts[0], "the recipient")
        addressed = addressed | {line.number for line in lines_of(blocks[:1])}
    reader = _Reader(greeting, record, addressed, told, signed, titled and bool(signed))
    reader.called = called_under_name(blocks, signed, record)
    for index, block in enumerate(blocks):
        reader.read(block, first=not index, last=index == len(blocks) - 1)
    if not reader.recipient and is_others_alone(reader.sender, signed, record):
        record.choose(reader.sender[0].line, "only-recipient", texts[0], "the recipient")
        reader.recipient = [(line.number, line.text) for line in lines_of(reader.sender)]
        reader.sender = []
    reader.start.recipient = read_recipient(reader.recipient, greeting, record)
    return reader.start, reader.sender


@dataclass
class _Reader:
    """One reading of a letter's head: whose a line is depends on those above it."""

    greeting: str
    record: Record
    addressed: set[int]
    """The lines under a label for the recipient."""
    told: bool
    """Whether a line is labelled as the subject."""
    signed: str = ""
    """Who signs the letter."""
    titled: bool = False
    """Whether a title of letters stands over the head, and who signs is told."""
    start: Start = field(default_factory=Start)
    sender: list[Block] = field(default_factory=list)
    recipient: list[Numbered] = field(default_factory=list)
    dated: bool = False
    after_recipient: bool = False
    """Whether the date stands under lines of the recipient."""
    named: set[int] = field(default_factory=set)
    """The lines that are labelled as the sender's."""
    seen: set[str] = field(default_factory=set)
    called: int = 0
    """The line of what who writes is, in bold under the name; 0 for none."""

    def read(self, block: Block, *, first: bool, last: bool) -> None:
        """Read one block, the first or last of the head."""
        if isinstance(block, Heading) and (
            _is_told(block.text, self.record, first=first)
            or (not first and is_day(block.text, self.record))
        ):
            block = Paragraph([Line(block.line, block.text, True)])
        if isinstance(block, Heading) and last and self.recipient and not self.start.subject:
            self.start.take_subject(block.line, block.text, self.record)
        elif not isinstance(block, Paragraph):
            self.sender.append(block)
        else:
            self._paragraph(block, first=first, last=last)

    def _paragraph(self, block: Paragraph, *, first: bool, last: bool) -> None:
        """Read the lines of a paragraph, and what they leave as a whole."""
        left: list[Line] = []
        taken = day = 0  # the lines of the subject, which may go on over two, and of the date
        for line in columns(block.lines, self.start, self.record):
            plain = unstyle(line.text)
            if wholly(line.text)[0] and not first and key(plain) in self.seen:
                self.record.use_repeat(line.number, plain)
                continue
            self.seen.add(key(plain))
            if self._take_memo(line, left):
                continue
            if key(plain) in self.record.vocabulary["deliveries"]:
                self.recipient.append((line.number, line.text))
            elif self._is_more_of_subject(line, taken):
                self.start.subject += f"\\\n{plain}"
                taken = line.number
            elif self._is_subject(line, left, first=first or is_over_address(line, block.lines)):
                self.start.take_subject(line.number, line.text, self.record)
                taken = line.number
            elif not self.start.date and self.start.take_date(line.text, self.record):
                if not left and is_second_address(self.sender, self.signed):
                    self.recipient += [(one.number, one.text) for one in self.sender.pop().lines]
                self.dated, self.after_recipient = True, bool(self.recipient)
                if left and self._takes_place(left[-1]):
                    left.pop()
                if left:
                    self.sender.append(Paragraph(left))
                left, day = [], line.number
            elif line.number == day + 1 and self._takes_place(line):
                continue
            elif line.number in self.addressed:
                self.recipient.append((line.number, line.text))
            else:
                left.append(line)
        if left:
            self._whole(left, taken, last=last)

    def _takes_place(self, line: Line) -> bool:
        """Keep the town of a labelled line beside the date: "Place: Ely"."""
        place = "" if self.start.place else labelled_place(line.text, self.record)
        self.start.place = self.start.place or place
        return bool(place)

    def _take_memo(self, line: Line, left: list[Line]) -> bool:
        """Take a labelled line ("From: …", "Enclosures: …"); False for others."""
        label, values = memo(line, self.record)
        if label == "towards":
            if addressing(unstyle(line.text), self.record)[0] == "attention" and self._is_other(
                left
            ):
                self.recipient += [(one.number, one.text) for one in left]  # "Attn: …" below a firm
                left.clear()
            self.recipient += [(line.number, value) for value in values]
        elif label == "senders":
            named = [Line(line.number, value, True) for value in values]
            self.named |= {line.number}
            if self.recipient:  # what follows the addressee would else be a part of the address
                self.sender.append(Paragraph(named))
            else:
                left += named
        elif label in ("copies", "enclosures"):
            self.start.enclosures += values
        return bool(label)

    def _is_other(self, lines: list[Line]) -> bool:
        """Whether lines are none of who signs, by their label or name."""
        mine = (
            line.number in self.named or is_same_person(line.text, self.signed) for line in lines
        )
        return bool(self.signed) and not any(mine)

    def _is_subject(self, line: Line, above: list[Line], *, first: bool) -> bool:
        """Whether a line is the subject, which has not been found yet."""
        if (
            line.number == self.called
            or self.start.subject
            or (self.signed and is_same_person(line.text, self.signed))
        ):
            return False
        first = first and not self.titled
        labelled = self.told or first or is_under_address(above, self.record)
        return is_subject(line.text, self.record, labelled=labelled)

    def _is_more_of_subject(self, line: Line, taken: int) -> bool:
        """Whether a line in bold goes on with the subject that is so right over it."""
        return bool(taken) and line.number == taken + 1 and wholly(line.text)[0] == "strong"

    def _whole(self, left: list[Line], taken: int, *, last: bool) -> None:
        """Give the lines that are left of a paragraph to subject, body, recipient or sender."""
        contacts = any(is_contact_line(unstyle(line.text)) for line in left)
        if taken and left[0].number > taken and last and len(left) <= 2 and not contacts:
            self.start.subject += "".join(f"\\\n{line.text}" for line in left)
            return
        after = bool(self.recipient) and not self.start.subject and last
        after = after and left[0].number not in self.named
        sure = self.dated and self.after_recipient
        if taken > left[-1].number and sure and len(left) <= _FEWEST_LINES and not contacts:
            above = "".join(f"{line.text}\\\n" for line in left)
            self.start.subject = above + self.start.subject  # "Ihr Zeichen: …" over it
            return
        if after and may_be_subject(left, sure, self.greeting, self.record):
            self.start.subject = "\\\n".join(line.text for line in left)
        elif len(left[0].text.split()) > 25 or (self.start.subject and last and is_sentence(left)):
            self.start.prose.append(Paragraph(left))
        elif left[0].number not in self.named and self._is_recipients(Paragraph(left), last=last):
            self.recipient += [(line.number, line.text) for line in left]
        else:
            self.sender.append(Paragraph(left))

    def _is_recipients(self, block: Paragraph, *, last: bool) -> bool:
        """Whether lines without a label are the recipient's: by their words, or by their place."""
        contact = any(is_contact_line(line.text) for line in block.lines)
        if self.signed and is_same_person(block.lines[0].text, self.signed):
            return False
        words = unstyle(block.lines[0].text).split()
        if len(block.lines) > 1 and key(" ".join(words)) in self.record.vocabulary["towards"]:
            return True  # "An die", and to whom below it
        if last and is_solid_addressee(self.greeting, self.record) and any(
            self.record.vocabulary.has("organisations", line.text) for line in block.lines
        ):  # fmt: skip
            return not contact  # a firm over "採用ご担当者様"
        kind, phrase = addressing(" ".join(words), self.record)
        one = (
            len(words) + len(block.lines) > _FEWEST_LINES
            and len(key(words[0])) > 3
            and key(words[0]) in self.record.vocabulary["towards"]
        )
        if not contact and (one or kind == "attention" or len(phrase.split()) > 2):
            return True
        if not contact and any(
            is_greeted(line.text, self.greeting) or is_office(unstyle(line.text), self.record)
            for line in block.lines[:3]
        ):
            return True
        if not contact and any(
            is_solid_addressee(unstyle(line.text), self.record) for line in block.lines
        ):
            return True
        if contact and not (self.recipient and self.sender):
            return False
        if is_under_addressee(self.recipient, block, self.record):
            return False
        if self.dated or self.recipient or self._is_others(block, last=last):
            return True
        honorifics = self.record.vocabulary["honorifics"]
        titled = any(key(line.text.split()[0]) in honorifics for line in block.lines[:3])
        office = any(is_department(unstyle(line.text), self.record) for line in block.lines)
        firm = last and not is_role(unstyle(block.lines[0].text), self.record)
        return bool(self.sender) and (len(block.lines) > 1 or titled or firm) and (
            titled or office or is_reached(self.sender)
        )  # fmt: skip

    def _is_others(self, block: Paragraph, *, last: bool) -> bool:
        """Whether the only lines over a greeting are an organisation's, and a person signs."""
        texts = [unstyle(line.text) for line in block.lines]
        lists = ("organisations", "schools", "departments")
        owned = any(self.record.vocabulary.has(name, texts[0]) for name in lists)
        alone = last and not self.sender and not is_role(texts[0], self.record)
        return alone and owned and len(self.signed.split()) > 1


_FEWEST_LINES = 2


def _is_told(text: str, record: Record, *, first: bool) -> bool:
    """Whether a heading is one of the letter's own lines: "To: …", "Date: …", a subject."""
    match = LABELLED.fullmatch(unstyle(text).strip())
    known = ("towards", "attention", "senders", "sent")
    labelled = match and any(key(match[1]) in record.vocabulary[name] for name in known)
    return bool(labelled) or is_subject(text, record, labelled=first)
