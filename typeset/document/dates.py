"""Dates in a document's language, through Babel (CLDR)."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

from typeset.document.language import Language
from typeset.profile.dates import PartialDate
from typeset.profile.model import PRESENT, EndDate

if TYPE_CHECKING:
    from babel import Locale

DASH = "\u00a0– "
"""Between two dates: an en dash that never begins a line."""


def date_words(date: PartialDate, language: Language) -> str:
    """`2024`, `Feb 2024` or `2 Feb 2024`, as the language writes it."""
    if date.month is None:
        return str(date.year)
    from babel.dates import format_date, format_skeleton

    day = datetime.date(date.year, date.month, date.day or 1)
    if date.day is None:
        return format_skeleton("yMMM", day, locale=_locale(language.tag))
    return format_date(day, "medium", locale=_locale(language.tag))


def range_words(
    start: PartialDate | None, end: EndDate | None, verbatim: str, language: Language
) -> str:
    """What an entry prints for its dates: the author's own words where there are any.

    An absent end means that it goes on, as in JSON Resume; equal ends print once.
    """
    if verbatim:
        return verbatim
    if start is None:
        return date_words(end, language) if isinstance(end, PartialDate) else ""
    first = date_words(start, language)
    if end == start:
        return first
    last = language.present if end in (None, PRESENT) else date_words(_date(end), language)
    return f"{first}{DASH}{last}"


def _date(end: EndDate | None) -> PartialDate:
    assert isinstance(end, PartialDate)
    return end


def letter_date(text: str, language: Language, today: datetime.date | None) -> str:
    """A letter's date: an ISO day in words, `today` from the caller, anything else as it is.

    Raises `ValueError` where the letter says `today` and the caller gave no day.
    """
    if text.lower() == "today":
        if today is None:
            raise ValueError("the letter is dated `today`")
        day = today
    else:
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            return text
    from babel.dates import format_date

    return format_date(day, "long", locale=_locale(language.tag))


def country_name(code: str, language: Language) -> str:
    """A country's name; the code itself where the language's data has none."""
    return str(_locale(language.tag).territories.get(code.upper(), code))


@cache
def _locale(tag: str) -> Locale:
    """The nearest locale Babel has: the tag, its language alone, else English."""
    from babel import Locale, UnknownLocaleError

    for candidate in (tag, tag.split("-")[0]):
        try:
            return Locale.parse(candidate.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
