"""Dates in a document's language, through Babel (CLDR)."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

from typeset.document.language import Language
from typeset.profile.dates import PartialDate
from typeset.profile.fields import PRESENT, EndDate

if TYPE_CHECKING:
    from babel import Locale

_LENGTHS = ("short", "medium", "long", "full")


def date_words(date: PartialDate, language: Language) -> str:
    """`2024`, `Feb 2024` or `2 Feb 2024`, as the language writes it."""
    form = language.dates.month if date.day is None else language.dates.day
    if date.month is None or not form:
        return language.dates.year.replace("y", str(date.year))
    day = datetime.date(date.year, date.month, date.day or 1)
    return _formatted(day, form, language)


def _formatted(day: datetime.date, form: str, language: Language, first: str = "") -> str:
    """`day` by a skeleton, a length or a pattern; `first` stands for the first of a month."""
    from babel.dates import format_date, format_skeleton

    locale = _locale(language.tag)
    if form in _LENGTHS:
        form = locale.date_formats[form].pattern
    elif re.fullmatch("[A-Za-z]+", form):
        return format_skeleton(form, day, locale=locale)
    if first and day.day == 1:
        form = re.sub(r"\bd\b", f"'{first}'", form, count=1)
    return format_date(day, form, locale=locale)


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
    if end == start or (not language.dates.month and _same_year(start, end)):
        return first
    last = language.present if end in (None, PRESENT) else date_words(_date(end), language)
    return f"{first}{_dash(language)}{last}"


def _same_year(start: PartialDate, end: EndDate | None) -> bool:
    return isinstance(end, PartialDate) and end.year == start.year


def _dash(language: Language) -> str:
    """What stands between two dates; it never begins a line."""
    return re.sub("^ ", "\u00a0", language.range)


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
    return _formatted(day, language.dates.letter, language, language.dates.first)


def letter_dateline(place: str, date: str, language: Language, *, verbatim: bool) -> str:
    """Place and date of a letter; a date in the author's own words takes no article."""
    if not (place and date):
        return place or date
    form = language.dateline
    if verbatim and re.search(r"\w", form.format(place="", date="")):
        form = "{place}, {date}"
    return form.format(place=place, date=date)


def month_names(tag: str) -> set[str]:
    """Every form of a month's name in a language, long and short."""
    months = _locale(tag).months
    return {
        name
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in months[form][width].values()
        if not name.isdigit()
    }


def country_name(code: str, language: Language) -> str:
    """A country's name; the code itself where the language's data has none."""
    return str(_locale(language.tag).territories.get(code.upper(), code))


def home_country(language: Language) -> str:
    """The country whose name an address need not say: that of the tag, where it has one.

    Chinese, Japanese and Korean addresses are otherwise taken to be in the country of
    the language: there no one writes it.
    """
    parts = language.tag.replace("_", "-").upper().split("-")[1:]
    region = next((part for part in reversed(parts) if len(part) == 2), "")
    if region or language.address != "large":
        return region
    from babel.core import get_global

    likely = get_global("likely_subtags").get(language.file.replace("-", "_"), "")
    return str(likely).rpartition("_")[2]


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
