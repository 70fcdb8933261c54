"""Numbers are the same however they are written."""

from __future__ import annotations

import pytest

from typeset.tailor.figures import figures, spelt_out


def _all(text: str) -> set[float]:
    return {value for _, values in figures(text) for value in values}


@pytest.mark.parametrize(
    ("base", "other"),
    [
        *(("1,000", "1.000"), ("1000", "1 000"), ("1’000", "1,000"), ("40%", "40 %")),
        *(("1.4 million", "1,400,000"), ("1,4 Mio.", "1.4m"), ("€30k", "30,000 €")),
        *(("2018–2019", "2018–19"), ("2018/19", "2018-2019"), ("12th", "12")),
        *(("2018-04", "04/2018"), ("12.03.2019", "2019-03-12"), ("ISO 9001", "ISO9001")),
        *(("4,5", "4.5"), ("2018-04-01", "April 2018")),
    ],
)
def test_ways_to_write_a_number(base: str, other: str) -> None:
    known = _all(base)
    assert known
    assert all(values & known for _, values in figures(other))


@pytest.mark.parametrize(
    ("base", "other"),
    [
        *(("1,000", "10,000"), ("12", "1.2"), ("40 %", "4 %"), ("2018–2019", "2018–2021")),
        *(("3", "3 million and 4"), ("2018-04", "April 2019")),
    ],
)
def test_other_numbers_are_others(base: str, other: str) -> None:
    assert not all(values & _all(base) for _, values in figures(other))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("twelve apprentices", 12), ("Forty since then", 40), ("twenty-five", 25)),
        *(("three hundred", 300), ("zwölf Lehrlinge", 12), ("douze ans", 12), ("tolv år", 12)),
    ],
)
def test_numbers_in_words(text: str, number: float) -> None:
    assert number in spelt_out(text)


def test_words_give_no_other_numbers() -> None:
    assert spelt_out("Rebuilt turret clocks in Kelso") == set()


def test_a_figure_is_told_as_it_is_written() -> None:
    assert [written for written, _ in figures("€1.4 million for 12 clocks")] == [
        "1.4 million",
        "12",
    ]
