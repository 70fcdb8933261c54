"""Partial dates."""

from __future__ import annotations

import pytest

from typeset.profile.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "shown"), [("2020", "2020"), ("2020-5", "2020-05"), (" 2020-05-01 ", "2020-05-01")]
)
def test_forms(text: str, shown: str) -> None:
    assert str(PartialDate.parse(text)) == shown


@pytest.mark.parametrize(
    "text", ["", "20", "2020-00", "2020-13", "2019-02-29", "2020-1-32", "2020/05", "٢٠٢٠", "2020-"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|no month|no day"):
        PartialDate.parse(text)


def test_year_zero_and_leap_days() -> None:
    assert PartialDate.parse("2020-02-29").day == 29
    with pytest.raises(ValueError, match="no year 0"):
        PartialDate.parse("0000-05")


def test_first_and_last_day_that_it_may_mean() -> None:
    date = PartialDate.parse("2020-05")
    assert (date.first, date.last) == ((2020, 5, 1), (2020, 5, 31))
