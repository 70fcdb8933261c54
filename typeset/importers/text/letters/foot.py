"""Place and day at the foot of a letter, or under its greeting: "Place: Ely", "Date: …"."""

from __future__ import annotations

from typeset.importers.text.letters.after import Ending
from typeset.importers.text.letters.day import LABELLED, labelled_place
from typeset.importers.text.letters.start import Start
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def date_at_end(start: Start, ending: Ending, record: Record) -> None:
    """Move the day that stands below the closing to the letter's head, and the place beside it."""
    if start.date:
        ending.signature = _without_day(ending.signature, start.date, record)
        _take_place(start, ending, record)
        return
    ending.signature = "\\\n".join(_without(ending.signature.split("\\\n"), start, record))
    if not start.date:
        texts = [line.text for line in ending.card]
        left = _without(texts, start, record)
        ending.card = [line for line in ending.card if line.text in left]
    for numbered in ending.contacts if not start.date else []:
        if start.take_date(numbered[1], record):
            ending.contacts.remove(numbered)
            break
    if not start.date and any(LABELLED.fullmatch(text) for text in ending.enclosures):
        ending.enclosures = _without(ending.enclosures, start, record)


def _take_place(start: Start, ending: Ending, record: Record) -> None:
    """Keep the labelled place under the name, where the day stands over the letter."""
    signature = ending.signature.split("\\\n")
    for texts in (signature[1:], ending.enclosures) if not start.place else ():
        for text in texts:
            if place := labelled_place(text, record):
                start.place = place
                (ending.enclosures if texts is ending.enclosures else signature).remove(text)
                ending.signature = "\\\n".join(signature)
                return


def date_over_closing(start: Start, body: list[Block], record: Record) -> None:
    """Move the place and day that stand alone under the last words: "Ely, 3 May 2026"."""
    last = body[-1] if len(body) > 1 else None
    if not isinstance(last, Paragraph) or len(last.lines) > _PLACE_AND_DAY or start.date:
        return
    found, mark = Start(start.place), record.mark()
    if _without([line.text for line in last.lines], found, record):
        record.reset(mark)
        return
    start.place, start.date = found.place, found.date
    body.pop()


_PLACE_AND_DAY = 2


def date_under_greeting(start: Start, body: list[Block], record: Record) -> None:
    """Move the place and day that stand alone under "To whom it may concern" to the head."""
    first = body[0] if len(body) > 1 else None
    alone = isinstance(first, Paragraph) and len(first.lines) == 1 and not start.date
    if alone and start.take_date(first.text, record):  # type: ignore[union-attr]
        body.pop(0)


def _without_day(signature: str, day: str, record: Record) -> str:
    """A signature without the day that stands over the letter too."""
    lines = signature.split("\\\n")
    again = [line for line in lines if key(unstyle(line)) == key(day)]
    for line in again:
        record.use_repeat(0, unstyle(line))
    return "\\\n".join(line for line in lines if line not in again)


def _without(texts: list[str], start: Start, record: Record) -> list[str]:
    """The lines without that of the day, and without the labelled place right over or under it."""
    parts = [part for text in texts for part in text.split("\t")]
    at = next((n for n, text in enumerate(parts) if text and start.take_date(text, record)), -1)
    if at < 0:
        return texts
    gone = {at}
    for beside in (at - 1, at + 1):
        place = labelled_place(parts[beside], record) if 0 <= beside < len(parts) else ""
        if place and not start.place:
            start.place = place
            gone.add(beside)
    return [text for n, text in enumerate(parts) if n not in gone]
