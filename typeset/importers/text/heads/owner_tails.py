"""What stands right behind an organisation's name on its line, and can be neither role nor place.

It was left over by the step that read the head: after a comma it goes on with the name ("Moss
Bank, Salt Street branch"), and after a dash or slash where it names a house or a part of one.
"""

from __future__ import annotations

import re

from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import is_unit
from typeset.importers.text.heads.terms import is_terms
from typeset.importers.text.heads.words import names_owner
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_COMMA = re.compile(r",\s+")
_SIGN = re.compile(r"\s+[–—/-]\s+")


def with_owner_tail(head: Head, lines: list[tuple[int, str]], record: Record) -> None:
    """Join a remark to the organisation that it stands right behind."""
    for remark in head.remarks.copy() if head.who else ():
        shown = (unlink(unstyle(text))[0] for _, text in lines if remark[:1] in text)
        sign = next((sign for text in shown if (sign := _between(head.who, remark, text))), "")
        if sign and _goes_on(sign, remark, record):
            head.remarks.remove(remark)
            head.who += f"{sign}{remark}"
            record.choose(head.line, "owner-tail", head.who, "one name")


def _between(owner: str, remark: str, text: str) -> str:
    """What parts an organisation's name from a remark right behind it; "" where more does."""
    behind = text.partition(owner)[2]
    sign = _COMMA.match(behind) or _SIGN.match(behind)
    return sign[0] if sign and behind[sign.end() :].startswith(remark) else ""


def _goes_on(sign: str, remark: str, record: Record) -> bool:
    """Whether a remark goes on with a name: what a contract's terms or days are does not."""
    if is_terms(remark, record) or key(remark) in record.vocabulary["recurring"]:
        return False
    return bool(_COMMA.match(sign)) or names_owner(remark, record) or is_unit(remark, record)
