"""Whether a document is a letter: by its greeting, how it ends, or what it calls itself."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.letters.day import LABELLED, is_day
from typeset.importers.text.letters.end import take_ending
from typeset.importers.text.letters.greeting import (
    GREETING_ENDS,
    greeting_of,
    greets_alone,
    is_addressed,
)
from typeset.importers.text.letters.signed import is_same_person, signed_name
from typeset.importers.text.letters.start import is_labelled_subject
from typeset.importers.text.letters.tail import is_dashed
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import presents_oneself
from typeset.importers.text.sections.title_signs import STRUCTURED, known_title
from typeset.importers.text.sections.titles import is_page_title, kind_of, without_icons
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.vocabulary import any_of, key

SALUTATION_WITHIN = 14
"""How many blocks from the beginning a greeting is looked for."""
_LONGEST_TITLE = 10
_TITLE_WITHIN = 6
_LONGEST_PERIOD = 8
"""Words of a period that stands alone on its line, at the most."""
_LONGEST_CLOSING = 8
"""Words of a closing that is no sentence, at the most."""
_FEWEST_SECTIONS = 2
"""How many sections say that a page is a résumé, whatever its first line is called."""


def is_letter(blocks: list[Block], record: Record) -> bool:
    """Whether a document is a letter: it greets, or signs off after prose without sections."""
    kinds = _title_kinds(blocks, record)
    sections = len(kinds)
    untold = sections - kinds.count("summary")  # "About me", in a letter with headings
    if take_title(blocks, record)[0]:
        listed = any(isinstance(block, List) for block in blocks)
        told = listed and {"work", "education"} <= set(kinds)  # "자기소개서" over a whole résumé
        return sections < 3 and not told
    first = blocks[0] if blocks else None
    headed = isinstance(first, Paragraph) and _is_mail_head(first, record)
    if headed and sections < _FEWEST_SECTIONS:
        return True
    dated, titled = _is_dated_head(blocks, record), _has_subject(blocks, record)
    if sections < 3 and titled and dated:
        return True
    greetings = _greetings(blocks, record)
    if any(is_addressed(greeting) for greeting in greetings):
        return untold < 3
    if _has_periods(blocks, record):
        return False
    if _is_called_letter(blocks, record):
        return sections < 3
    pairs = pairwise(blocks[:SALUTATION_WITHIN])
    greetings += [over.text for over, below in pairs if greets_alone(over, below, record)]
    ending = take_ending(list(blocks), record, trial=True)
    about = any(
        isinstance(b, Paragraph) and presents_oneself(b.text, record.vocabulary) for b in blocks[:2]
    )
    signs = bool(ending.closing and (ending.signature or not about))
    inner = blocks[isinstance(blocks[0], Heading) :] if blocks else []
    bare = bool(inner) and all(isinstance(b, Paragraph) or is_dashed(b) for b in inner)
    if greetings and (signs or (ending.signature and (bare or dated or not untold))):
        return sections < 3
    if signs and ending.signature and not sections and (dated or titled):
        return True
    if signs and ending.signature and word_count(ending.closing) > _LONGEST_CLOSING:
        return sections < 3  # a sentence that no other page ends with
    if signs and ending.signature:
        listed = any(isinstance(block, List) for block in blocks)
        sections = untold if listed or untold >= _FEWEST_SECTIONS else 0  # "What I can do"
    texts = [word_count(b.text) for b in blocks if isinstance(b, Paragraph)]
    prose = sum(size > 25 for size in texts) or sum(size > 12 for size in texts) // 2
    told = prose > 1 or sum(size > 12 for size in texts) > 1
    if told and sections == 0 and _ends_as_begun(blocks, ending.signature):
        return True
    if prose >= 1 and sections == 0 and _signed_as_told(blocks, ending.signature, record):
        return True
    return (
        prose >= 1
        and sections == 0
        and (signs or (is_dashed(blocks[-1]) and (bare or isinstance(blocks[-1], Paragraph))))
    )


def _is_mail_head(block: Paragraph, record: Record) -> bool:
    """Whether a page begins as an e-mail does: with its subject, or "To: …" close over it."""
    lines = [line.text for line in block.lines[:_MAIL_HEAD]]
    labels = (LABELLED.fullmatch(unstyle(text).strip()) for text in lines[:1])
    towards = record.vocabulary["towards"] | record.vocabulary["senders"]
    addressed = any(match and key(match[1]) in towards for match in labels)
    about = [is_labelled_subject(text, record) for text in lines]
    return any(about[:1]) or (addressed and any(about))


_MAIL_HEAD = 6
"""Lines of an e-mail's head at the most."""


def _has_subject(blocks: list[Block], record: Record) -> bool:
    """Whether a line near the beginning, alone in its paragraph, is labelled as the subject."""
    lone = (b for b in blocks[:_TITLE_WITHIN] if isinstance(b, Paragraph) and len(b.lines) == 1)
    return any(is_labelled_subject(block.text, record) for block in lone)


def _is_dated_head(blocks: list[Block], record: Record) -> bool:
    """Whether a day stands alone on a line near the beginning, or after a place."""
    head = [block.lines for block in blocks[:_TITLE_WITHIN] if isinstance(block, Paragraph)]
    return any(is_day(line.text, record) for lines in head for line in lines[:12])


def _title_kinds(blocks: list[Block], record: Record) -> list[str]:
    """The kinds of the sections whose titles stand as headings or as a paragraph's first line.

    A call is none: "Hello,".
    """
    kinds = [
        kind_of(unstyle(block.text), record.vocabulary)
        if isinstance(block, Heading)
        else known_title(block.lines[0].text, record)
        for block in blocks
        if (isinstance(block, Heading) and block.level < 3)
        or (isinstance(block, Paragraph) and not block.lines[0].text.endswith(","))
    ]
    return list(filter(None, kinds))


def _greetings(blocks: list[Block], record: Record) -> list[str]:
    """The greetings near the beginning. One without a comma begins or ends its paragraph: within
    one, "Care Assistant" is a line that begins with some language's word."""
    found = []
    for block in blocks[:SALUTATION_WITHIN]:
        said = block.text if isinstance(block, Heading) else ""
        said = block.lines[0].text if isinstance(block, Paragraph) else said
        if known_title(said, record) in STRUCTURED:
            break  # "care of the dying", a skill
        lines = block.lines[:12] if isinstance(block, Paragraph) else []
        for at, line in enumerate(lines):
            greeting = greeting_of(line.text, record)[0]
            ended = unstyle(greeting).rstrip()[-1:] in {*GREETING_ENDS}
            outer = line in (lines[0], lines[-1]) and not _is_dated(lines, at, record)
            if greeting and (outer or ended):
                found.append(greeting)
    return found


def _is_dated(lines: list[Line], at: int, record: Record) -> bool:
    """Whether a line stands beside one with a period: "Care Assistant" over "Moss, 2019 – 21".

    It is a position then, whatever language greets with its first word.
    """
    beside = [*lines[at - 1 : at], *lines[at + 1 : at + 2]] if at else lines[1:2]
    dates = (find_date(unstyle(line.text), record.vocabulary) for line in beside)
    return any(date is not None and date.start != date.end for date in dates)


def _has_periods(blocks: list[Block], record: Record) -> bool:
    """Whether periods stand alone on their lines, twice or more, as those of posts do."""
    found = (
        is_only_date(line.text, record.vocabulary)
        for block in blocks
        if isinstance(block, Paragraph)
        for line in block.lines
        if len(line.text.split()) <= _LONGEST_PERIOD
    )
    return sum(date is not None and date.start != date.end for date in found) > 1


def _is_called_letter(blocks: list[Block], record: Record) -> bool:
    """Whether a heading near the beginning is a title of letters: a name first, "Cover Letter"."""
    below = (block for block in blocks[1:_TITLE_WITHIN] if isinstance(block, Heading))
    return any(is_title_below(block, record) for block in below)


def is_title_below(block: Block, record: Record) -> bool:
    """Whether a block is a heading or line that is a title of letters and nothing else."""
    if not isinstance(block, (Heading, Paragraph)):
        return False
    lone = isinstance(block, Heading) or len(block.lines) == 1
    return lone and key(unstyle(block.text)) in record.vocabulary["letters"]


def _ends_as_begun(blocks: list[Block], signature: str) -> bool:
    """Whether who signs under the last paragraph is named in the first line too."""
    first = blocks[0]
    text = first.text if isinstance(first, Heading) else ""
    if isinstance(first, Paragraph):
        text = first.lines[0].text
    return bool(text and signature) and is_same_person(text, signed_name(signature))


def _signed_as_told(blocks: list[Block], signature: str, record: Record) -> bool:
    """Whether who signs has said their name under a line on what it is about.

    "Saturday job" over "My name is Ada Long, I am 16 …", and "Ada" at the end.
    """
    topic, below = (blocks[0], blocks[1]) if len(blocks) > 1 else (None, None)
    lone = isinstance(topic, Heading) or (isinstance(topic, Paragraph) and len(topic.lines) == 1)
    if not lone or not isinstance(topic, (Heading, Paragraph)) or not isinstance(below, Paragraph):
        return False
    if is_page_title(unstyle(topic.text), record.vocabulary) or word_count(topic.text) < 3:
        return False
    words = any_of(record.vocabulary, "presentations")
    told = re.match(rf"(?i:{words})\s+([^\W\d_]+(?: [A-Z][\w'’-]+)?)", below.text)
    return bool(told and signature and is_same_person(told[1], signed_name(signature)))


def take_title(blocks: list[Block], record: Record) -> tuple[str, list[Block]]:
    """What a letter calls itself in its first line ("Statement of Purpose"), and the rest."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and len(first.lines) > 1:
        first, rest = Paragraph(first.lines[:1]), [Paragraph(first.lines[1:]), *blocks[1:]]
    else:
        rest = blocks[1:]
    if isinstance(first, (Paragraph, Heading)) and _titles_letter(first, record):
        return without_icons(unstyle(first.text)), rest
    return "", blocks


def _titles_letter(block: Block, record: Record) -> bool:
    """Whether a document begins with what letters are called: "Statement of Purpose"."""
    text = block.text if isinstance(block, Heading) else ""
    if isinstance(block, Paragraph) and len(block.lines) == 1:
        text = block.text
    known = record.vocabulary["letters"]
    first = re.split(r"\s*[:：(（\[{,，|]|\s[–—-]\s", unstyle(text), maxsplit=1)[0]
    short = len(text.split()) <= _LONGEST_TITLE
    return key(unstyle(text)) in known or (short and key(first) in known)
