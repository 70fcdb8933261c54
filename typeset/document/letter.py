"""A profile's letter in its final words."""

from __future__ import annotations

import datetime
import re

from typeset.document.dates import letter_date, letter_dateline
from typeset.document.glue import glue, glue_blocks
from typeset.document.language import Language
from typeset.document.levels import level_headings
from typeset.document.markdown import blocks, plain, rich
from typeset.document.model import Letter, Paragraph, Rich, Run
from typeset.problems import Problem, TypesetError
from typeset.profile.model import Letter as ProfileLetter

_MARKED = re.compile(r"p\.?\s?-?\s?[sd]\b", re.IGNORECASE)


def build_letter(letter: ProfileLetter, language: Language, today: datetime.date | None) -> Letter:
    """The letter's parts in reading order.

    Raises `TypesetError` where the letter is dated `today` and no day is given.
    """
    try:
        date = letter_date(letter.date, language, today)
    except ValueError as error:
        raise TypesetError(
            Problem("date-today", str(error), hint="give the day with --today YYYY-MM-DD")
        ) from None
    recipient = letter.recipient
    lines = [recipient.name, recipient.title, recipient.organisation, *recipient.address]
    if language.address == "large":
        lines = [*recipient.address, recipient.organisation, recipient.title, recipient.name]
    enclosures = tuple(glue(rich(text)) for text in letter.enclosures)
    one, several = language.enclosures
    return Letter(
        dateline=letter_dateline(letter.place, date, language, verbatim=date == letter.date),
        recipient=tuple(plain(rich(line)) for line in lines if line),
        subject=glue(rich(letter.subject), end=False),
        greeting=rich(letter.greeting),
        body=level_headings(glue_blocks(blocks(letter.body))),
        closing=rich(letter.closing),
        signature=signature_lines(letter.signature),
        enclosures_label=language.label(one if len(enclosures) == 1 else several)
        if enclosures
        else "",
        enclosures=enclosures,
        postscript=_postscript(letter.postscript, language),
    )


def signature_lines(text: str) -> Rich:
    """A signature, each line of it on its own."""
    return rich(re.sub(r" *\\?\n", "\\\n", text))


def _postscript(text: str, language: Language) -> tuple[Paragraph, ...]:
    """The postscript, marked as one unless its author did."""
    if not text:
        return ()
    marked = _MARKED.match(text) or text.startswith(language.postscript)
    mark = () if marked else (Run(language.labelled(language.postscript)),)
    return (Paragraph((*mark, *glue(rich(text)))),)
