"""Whether brackets behind the names of certificates or prizes tell who gave these."""

from __future__ import annotations

import re

from typeset.importers.text.heads.possible_givers import gives
from typeset.importers.text.items.dates import behind_date, date_at_end
from typeset.importers.text.items.items import Item
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record

_IN_BRACKETS = re.compile(r"(.+\S)\s*[(（]([^()（）]+)[)）]", re.DOTALL)
_FEWEST_ALIKE = 2


def are_bracketed(items: list[Item], record: Record) -> bool:
    """Whether half of the items, two at least, have a bracket that may tell who gave them.

    One alone tells what kind a licence is, or its short form: "Radar course (Kelvin)".
    """
    texts = [unstyle(text) for _, text, _ in items]
    texts = [text for text in texts if ")" in text or "）" in text]
    if len(texts) < max(_FEWEST_ALIKE, len(items) / 2):
        return False
    names = [date_at_end(behind_date(text, record)[0], record)[0] for text in texts]
    found = [_IN_BRACKETS.fullmatch(name.strip()) for name in names]
    given = sum(1 for match in found if match and gives(match[1], match[2], record))
    return given >= max(_FEWEST_ALIKE, len(items) / 2)
