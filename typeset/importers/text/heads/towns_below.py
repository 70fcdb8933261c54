"""A town that no list knows on a line of its own: "Fitter | Moss Ltd" over "Tarnley"."""

from __future__ import annotations

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import RawEntry, ends_sentence
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import SHORT_FORM, may_be_place, owns
from typeset.importers.text.heads.words import Kind, ends_like_role, names
from typeset.importers.text.markup.blocks import Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def take_towns_below(pending: list[tuple[Head, RawEntry]], words: Kind, record: Record) -> None:
    """Take for the place the first line of a text that can be no more than one.

    So it is behind the comma that a name ends in, and where another entry of the section has a
    known place on such a line.
    """
    alike = any(_has_place_line(head, raw, record) for head, raw in pending)
    for head, raw in pending:
        line, closed = _first_line(raw)
        plain = unlink(unstyle(line.text))[0].strip() if line else ""
        if not line or head.where or not (head.what and head.who):
            continue
        goes_on = any(unlink(unstyle(text))[0].rstrip().endswith(",") for _, text in raw.head)
        if not (goes_on or (alike and closed)) or not _is_town(plain, words, record):
            continue
        head.who, head.where = head.who.rstrip(", "), plain
        block = raw.body[0]
        rest = block.lines[1:] if isinstance(block, Paragraph) else []
        raw.body[:1] = [Paragraph(rest)] if rest else []
        record.choose(line.number, "town-below-head", plain, "location")


def _has_place_line(head: Head, raw: RawEntry, record: Record) -> bool:
    """Whether the place of a head is known, and stands on a line of its own."""
    lines = (unlink(unstyle(text))[0].strip() for _, text in raw.head[1:])
    return bool(head.where) and head.where in lines and is_place(head.where, record)


def _first_line(raw: RawEntry) -> tuple[Line | None, bool]:
    """The line that the text under a head begins with, and whether its author ended it there."""
    block = raw.body[0] if raw.body and not raw.inner else None
    if not isinstance(block, Paragraph) or raw.given:
        return None, False
    first = block.lines[0]
    return first, first.hard or len(block.lines) == 1


def _is_town(text: str, words: Kind, record: Record) -> bool:
    """Whether a text is a town by its look, in few words, perhaps with a land that is known."""
    first, comma, land = text.rpartition(", ")
    town = first or text
    if comma and not is_place(land, record):
        return False  # "Python, Django"
    if all(word[0].islower() for word in town.split()) or is_long_for_town(town):
        return False
    if SHORT_FORM.match(text) or ends_sentence(text, record) or ends_like_role(text, record):
        return False
    told = key(text) in record.vocabulary["contracts"] or names("subjects", text, record)
    return not told and may_be_place(text, words, record) and not owns(text, words, record)


def is_long_for_town(text: str) -> bool:
    """Whether a text has more words than a town's name, small ones apart: "Mora de la Cruz"."""
    words = text.split()
    large = [word for word in words if not word[0].islower()]
    return len(large) > _LONGEST_TOWN or len(words) > 2 * _LONGEST_TOWN


_LONGEST_TOWN = 2
