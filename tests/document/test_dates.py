"""Dates in the words of a language, as CLDR has them."""

from __future__ import annotations

import datetime

import pytest

from tests.say import document, profile, refused
from typeset.document import build_document
from typeset.document.dates import date_words, letter_date, range_words
from typeset.document.language import load_language
from typeset.profile.dates import PartialDate


def _words(text: str, lang: str) -> str:
    words = date_words(PartialDate.parse(text), load_language(lang)[0])
    return words.replace("\u00a0", " ")


def _range(start: str, end: str, lang: str = "en", verbatim: str = "") -> str:
    first = PartialDate.parse(start) if start else None
    last = end if end in ("", "present") else PartialDate.parse(end)
    words = range_words(first, last or None, verbatim, load_language(lang)[0])  # type: ignore[arg-type]
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "month", "day"),
    [
        ("en", "Mar 2021", "Mar 5, 2021"),
        ("en-GB", "Mar 2021", "5 Mar 2021"),
        ("de", "März 2021", "05.03.2021"),
        ("fr", "mars 2021", "5 mars 2021"),
        ("es", "mar 2021", "5 mar 2021"),
    ],
)
def test_a_language_writes_dates_its_own_way(lang: str, month: str, day: str) -> None:
    assert _words("2021", lang) == "2021"
    assert _words("2021-03", lang) == month
    assert _words("2021-03-05", lang) == day


@pytest.mark.parametrize(
    ("lang", "present"), [("en", "present"), ("de", "heute"), ("fr", "aujourd’hui")]
)
def test_what_goes_on_says_so_in_its_language(lang: str, present: str) -> None:
    assert _range("2020", "present", lang) == f"2020 – {present}"
    assert _range("2020", "", lang) == f"2020 – {present}"


def test_ranges() -> None:
    assert _range("2019", "2020") == "2019 – 2020"
    assert _range("2019-01", "2019-12") == "Jan 2019 – Dec 2019"
    assert _range("2019", "2019") == "2019", "a single date prints once"
    assert _range("", "2019") == "2019"
    assert _range("", "") == ""
    assert _range("", "present") == ""


def test_the_authors_own_words_win() -> None:
    assert _range("2019", "2020", verbatim="summer 2019, off and on") == "summer 2019, off and on"


def test_the_dash_never_begins_a_line() -> None:
    language = load_language("en")[0]
    words = range_words(PartialDate(2019), PartialDate(2020), "", language)
    assert words == "2019\u00a0– 2020"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en-US", "2026-02-03", "February 3, 2026"),
        ("en-GB", "2026-02-03", "3 February 2026"),
        ("de", "2026-02-03", "3. Februar 2026"),
        ("fr", "2026-02-03", "3 février 2026"),
        ("en", "today", "March 9, 2026"),
        ("en", "Today", "March 9, 2026"),
        ("de", "im März", "im März"),
        ("en", "2026-02-30", "2026-02-30"),
    ],
)
def test_a_letters_date(lang: str, text: str, expected: str) -> None:
    today = datetime.date(2026, 3, 9)
    assert letter_date(text, load_language(lang)[0], today).replace("\u00a0", " ") == expected


def test_today_without_a_day_is_refused() -> None:
    """No clock is read: the same inputs give the same bytes."""
    text = "letter: {date: today, body: Hello.}\n"
    (problem,) = refused(lambda: build_document(profile(text)))
    assert problem.rule == "date-today"
    assert "--today" in problem.hint
    letter = document(text, today=datetime.date(2026, 1, 2)).letter
    assert letter is not None
    assert letter.dateline == "January 2, 2026"


def test_unknown_language_prints_in_english_and_says_so() -> None:
    made, (problem,) = build_document(profile("lang: tlh\nbasics: {name: A}\n"))
    assert (made.lang, problem.rule) == ("tlh", "language-unknown")
    assert _words("2021-03", "tlh") == "Mar 2021"


def test_the_caller_may_override_the_language() -> None:
    text = "lang: en\nbasics: {name: A}\nwork: [{name: B}]\n"
    made = document(text, lang="de")
    assert (made.lang, made.sections[0].title[0].text) == ("de", "Berufserfahrung")
