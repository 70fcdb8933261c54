"""Who gave a certificate or prize that has a heading of its own: the line under its name."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.words import WORK, names, names_owner
from typeset.importers.text.record import Record


def take_giver(head: Head, record: Record) -> None:
    """Read the lines under the name of a certificate or prize: who gave it, and where.

    Where the words say that the name is under the giver ("Chamber" over "Welding course"), the
    two change places.
    """
    first, *others = head.where.split(" · ")
    if head.who or not first or (is_place(first, record) and not names_owner(first, record)):
        return
    giver, town = place_tail(first, WORK, record, known=True)
    name = head.whole
    if _is_name(giver, record) and not _is_name(name, record):
        giver, name = name, giver
    record.choose(head.line, "line-under-name", first, f"who gave it: {giver}")
    head.whole, head.who = name, giver
    head.where = " · ".join(part for part in (town, *others) if part)


def _is_name(text: str, record: Record) -> bool:
    """Whether a text names what was taken: it begins or ends in "course", "certificate"."""
    text = re.sub(r"\s*[(（][^()（）]+[)）]$", "", text)  # "Chamber (MS)" is no master's degree
    words = text.split()
    sides = (words[0], words[-1])
    told = any(record.vocabulary.column(word) == "role" for word in sides)
    return (told or names("degrees", text, record)) and not names_owner(text, record)
