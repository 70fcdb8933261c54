"""Who gave a certificate or prize that has a head of its own: beside its name, or under it."""

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
    if not head.who and not head.where and (owned := _beside_bar(head.whole, record)):
        head.whole, head.who = owned
        record.choose(head.line, "owner-behind-name", head.whole, f"who gave it: {head.who}")
        return
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


def _beside_bar(text: str, record: Record) -> tuple[str, str] | None:
    """A name and who gave it, on both sides of a bar: "Travel Grant | Moss Council".

    The words for prizes and for organisations say where the giver stands first.
    """
    parts = _BAR.split(text)
    if len(parts) != len(("name", "giver")):
        return None
    prizes = [names("prizes", part, record) for part in parts]
    owners = [names_owner(part, record) for part in parts]
    first = (prizes == [False, True]) or (prizes[0] == prizes[1] and owners == [True, False])
    name, giver = reversed(parts) if first else parts
    return name, giver


_BAR = re.compile(r"\s[|｜]\s")


def _is_name(text: str, record: Record) -> bool:
    """Whether a text names what was taken: it begins or ends in "course", "certificate"."""
    text = re.sub(r"\s*[(（][^()（）]+[)）]$", "", text)  # "Chamber (MS)" is no master's degree
    words = text.split()
    sides = (words[0], words[-1])
    told = any(record.vocabulary.column(word) == "role" for word in sides)
    return (told or names("degrees", text, record)) and not names_owner(text, record)
