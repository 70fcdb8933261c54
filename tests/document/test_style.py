"""The form of dates, and the addresses of links, as a theme's options ask."""

from __future__ import annotations

import pytest

from typeset.document import Style, build_document, reading_order
from typeset.document.style import DateStyle
from typeset.profile import read_profile

PROFILE = read_profile(
    """
basics:
  name: Ann Lee
  url: https://example.org/ann
  details: [{value: "[reel](https://example.org/9)"}]
work:
  - name: Clocks
    url: https://example.org/clocks
    position: Maker
    startDate: 2019-09
    endDate: 2024-02
    summary: See [the book](https://example.org/book) or <https://example.org/page>.
"""
)


def said(style: Style, lang: str = "en") -> list[str]:
    document, problems = build_document(PROFILE, style=style, lang=lang)
    assert problems == []
    return [text.replace("\u00a0", " ") for text in reading_order(document)]


@pytest.mark.parametrize(
    ("dates", "lang", "expected"),
    [
        ("short", "en", "Sep 2019 – Feb 2024"),
        ("long", "en", "September 2019 – February 2024"),
        ("long", "de", "September 2019 – Februar 2024"),
        ("numeric", "en", "9/2019 – 2/2024"),
        ("numeric", "de", "9/2019 – 2/2024"),
        ("years", "en", "2019 – 2024"),
    ],
)
def test_dates(dates: DateStyle, lang: str, expected: str) -> None:
    assert expected in said(Style(dates=dates), lang)


def test_a_range_within_a_year_prints_it_once() -> None:
    profile = read_profile("work: [{name: A, startDate: 2019-02, endDate: 2019-09}]")
    document, _ = build_document(profile, style=Style(dates="years"))
    assert "2019" in list(reading_order(document))


def test_links_print_their_address_unless_it_stands_there() -> None:
    texts = said(Style(links=True))
    assert "Clocks (example.org/clocks)" in texts
    assert "See the book (example.org/book) or https://example.org/page." in texts
    assert "example.org/ann" in texts
    assert "reel (example.org/9)" in texts
    assert "Clocks" in said(Style())
