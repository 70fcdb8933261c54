"""Names of certificates that hold a dash or comma of their own, and what stands behind these."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.possible_givers import says_owner
from typeset.importers.text.heads.words import names_owner
from typeset.importers.text.markup.inline import masked, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import SPACED_DASH


def goes_on(name: str, behind: str, record: Record) -> bool:
    """Whether what stands behind a dash or comma belongs to a certificate's name, and is no giver.

    It spells out the letters before it ("CSM – Certified Sheep Manager"), or says what their
    figures stand for ("SM-104 – Sheep Management").
    """
    short, text = unstyle(name).strip(), unstyle(behind).split(",")[0]
    words = re.findall(r"[^\W_]+", text)
    if not words or says_owner(words[0], record) or says_owner(words[-1], record):
        return False
    spelt = _LETTERS.fullmatch(short)
    if spelt and len(words) > 1:
        return "".join(filter(str.isupper, text)).startswith(spelt[1])
    return bool(_CODE.fullmatch(short)) and len(words) > 1 and not says_owner(text, record)


_LETTERS = re.compile(r"([A-Z]{2,})(?:/[A-Z]| [IVX]{1,3}| \d)?")
"""A certificate by its letters, perhaps with its step or kind: "CSM II", "CSM/E"."""
_CODE = re.compile(r"[A-Z]{1,4}[- ]?\d{2,4}(?:[-.]\w{1,4})?")


def dash_in(text: str, record: Record) -> re.Match[str] | None:
    """The first dash of a text, but for one within a name: "CSM – Certified Sheep Manager"."""
    shown = masked(text)
    found = SPACED_DASH.search(shown)
    if found and goes_on(text[: found.start()], text[found.end() :], record):
        return SPACED_DASH.search(shown, found.end())
    return found


def is_headed(text: str, record: Record) -> bool:
    """Whether a text says it is an organisation by a word that can: "Ash Centre", "Centre of Ash".

    In "Data Centre Planning" it only says of what the planning is.
    """
    words = unlink(unstyle(text))[0].partition(",")[0].split()
    told = [at for at, word in enumerate(words) if names_owner(word, record)]
    heads = (
        at in (0, len(words) - 1)
        or words[at + 1].islower()
        or is_place(" ".join(words[at + 1 :]), record)
        for at in told
    )
    return says_owner(text, record) and (not told or any(heads))
