"""A finished Document in its language's spaces and marks.

What `glue` does holds in every language; this is what one language asks for beyond it:
its quotation marks, abbreviations that no line breaks, French narrow spaces, no glue where
lines may break between any two characters, and stand-ins for marks that the bundled fonts lack.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from typing import Any

from typeset.document.dates import month_names
from typeset.document.glue import NBSP
from typeset.document.language import Language
from typeset.document.markdown import plain
from typeset.document.model import Contact, Document, Rich, Run, Verbatim
from typeset.document.punctuation import punctuated
from typeset.document.rebuilding import rebuilt

_DAY = re.compile(r"(?<!\d)\d{1,2}(?:\.|º|er|ª)? ")

NARROW = "\u202f"
"""The narrow no-break space."""

_KEPT = frozenset(("kind", "layout", "lang", "direction", "href", "image", "keywords", "marks"))
"""The fields that nobody reads as text."""
_ADDRESSES = {"email", "phone", "profile", "url"}


def localize(document: Document, language: Language) -> Document:
    """`document` with the spaces and marks of `language`; no word changes."""
    changed = rebuilt(document, partial(_localized, language=language), _KEPT)
    assert isinstance(changed, Document)
    return changed


def localized(line: Rich, language: Language) -> Rich:
    """A line of a document in the spaces and marks of `language`; code stays as it is."""
    return tuple(
        run if run.code else replace(run, text=_spaced(run.text, language))
        for run in punctuated(line, language)
    )


def _spaced(text: str, language: Language) -> str:
    if text == ":":  # after a lead
        return language.label("")
    for mark, stand_in in language.substitutes.items():
        text = text.replace(mark, stand_in)
    if language.breaks == "anywhere":
        return text.replace(NBSP, " ")
    for abbreviation in language.abbreviations:
        if " " in abbreviation and " " in text:
            pattern = re.escape(abbreviation).replace(r"\ ", "[ \u00a0]")
            text = re.sub(rf"(?<!\w){pattern}", abbreviation.replace(" ", NBSP), text)
    if _DAY.search(text):
        text = _day_month(language.tag).sub(rf"\g<day>{NBSP}", text)
    if language.narrow_before:
        text = re.sub(rf"[ \u00a0](?=[{re.escape(language.narrow_before)}])", NARROW, text)
    return text


@cache
def _day_month(tag: str) -> re.Pattern[str]:
    """A day with the space before its month, whose names CLDR has: `2. Februar`, `10 февраля`."""
    names = sorted(month_names(tag), key=len, reverse=True)
    months = "|".join(re.escape(name) for name in names)
    return re.compile(
        rf"(?<![\d.,])(?P<day>\d{{1,2}}(?:\.|º|er|ª)?) (?=(?:de )?(?:{months})(?!\w))",
        re.IGNORECASE,
    )


def _localized(value: Any, language: Language) -> Any:
    """A text or line that is read, localized; an address as it is; None of all else."""
    if isinstance(value, str):
        return plain(localized((Run(value),), language))
    if isinstance(value, tuple) and value and isinstance(value[0], Run):
        return localized(value, language)
    verbatim = isinstance(value, Verbatim)
    address = isinstance(value, Contact) and value.kind in _ADDRESSES
    return value if verbatim or address else None
