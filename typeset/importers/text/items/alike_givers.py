"""Whether brackets and dashes behind the names of certificates or prizes tell who gave these.

Half of the items, two at least, must have them. One alone tells what kind a licence is, or its
short form: "Radar course (Kelvin)", "Certified Weaver – Silk Level".
"""

from __future__ import annotations

import re

from typeset.importers.text.heads.long_names import goes_on, is_headed
from typeset.importers.text.heads.possible_givers import gives, may_own
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.items.dates import behind_date, date_at_end
from typeset.importers.text.items.items import Item
from typeset.importers.text.markup.inline import split_top, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import SPACED_DASH

_IN_BRACKETS = re.compile(r"(.+\S)\s*[(（]([^()（）]+)[)）]", re.DOTALL)
_FEWEST_ALIKE = 2
_NAME_AND_GIVER = 2


def lone_signs(items: list[Item], record: Record) -> str:
    """The signs, of "(" and "–", that only few of the items have before what may be a giver."""
    texts = [unstyle(text) for _, text, _ in items]
    brackets = [text for text in texts if ")" in text or "）" in text]
    dashes = [text for text in texts if SPACED_DASH.search(text)]
    lone = "" if _are_bracketed(brackets, len(texts), record) else "("
    return lone + ("" if len(_dashed(dashes, record)) >= _enough(len(texts)) else "–")


def _enough(count: int) -> float:
    return max(_FEWEST_ALIKE, count / 2)


def _are_bracketed(texts: list[str], count: int, record: Record) -> bool:
    if len(texts) < _enough(count):
        return False
    names = [_undated(text, record) for text in texts]
    found = [_IN_BRACKETS.fullmatch(name) for name in names]
    return sum(1 for one in found if one and gives(one[1], one[2], record)) >= _enough(count)


def _undated(text: str, record: Record) -> str:
    return date_at_end(behind_date(text, record)[0], record)[0].strip()


def _dashed(texts: list[str], record: Record) -> list[tuple[str, str]]:
    """The names and the givers of the texts that have one dash between them."""
    parted = [split_top(_undated(text, record), SPACED_DASH) for text in texts]
    pairs = [(one[0], one[1]) for one in parted if len(one) == _NAME_AND_GIVER]
    return [pair for pair in pairs if _may_give(*pair, record)]


def _may_give(name: str, giver: str, record: Record) -> bool:
    told = names_owner(giver, record)
    rival = (names_owner(name, record) and not told) or goes_on(name, giver, record)
    rival = rival or (told and not is_headed(giver, record))
    rival = rival or find_date(name, record.vocabulary) is not None
    return not rival and not names("prizes", giver, record) and may_own(giver, record, sure=True)


def given_alike(items: list[Item], record: Record) -> list[Item]:
    """Items that have a dash before who gave them, where words tell this of one of them.

    "Wiring – Moss Academy (2019)" tells that "Fuses – Lumina (2020)" was given by Lumina.
    """
    texts = {line: unstyle(text) for line, text, _ in items if SPACED_DASH.search(text)}
    if len(texts) < _enough(len(items)):
        return items
    pairs = {line: _dashed([text], record) for line, text in texts.items()}
    given = {line: pair[0] for line, pair in pairs.items() if pair}
    if len(given) < _enough(len(items)):
        return items
    if not any(names_owner(giver, record) for _, giver in given.values()):
        return items
    record.choose(items[0][0], "giver-behind-dash", next(iter(given.values()))[1], "who gave each")
    return [
        (line, SPACED_DASH.sub("\t", text, count=1) if line in given else text, below)
        for line, text, below in items
    ]
