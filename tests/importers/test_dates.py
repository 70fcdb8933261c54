"""The date grammar: what is read, what is kept verbatim, and what is no date."""

from __future__ import annotations

import pytest

from typeset.importers.text.words.date_signs import signs_in
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.narrowing import vocabulary_for
from typeset.importers.text.words.vocabulary import vocabulary

READ = {
    "2015-2019": ("2015", "2019"),
    "2015–19": ("2015", "2019"),
    "2019/20": ("2019", "2020"),
    "Aug 2025 - Present": ("2025-08", "present"),
    "March 2019 to June 2020": ("2019-03", "2020-06"),
    "Mar – Jun 2019": ("2019-03", "2019-06"),
    "March 15 2024": ("2024-03-15", "2024-03-15"),
    "3/15/2024": ("2024-03-15", "2024-03-15"),
    "5/3/2024": ("2024-03-05", "2024-03-05"),
    "15:e mars 2024": ("2024-03-15", "2024-03-15"),
    "Sept. 2019 — Dec. 2020": ("2019-09", "2020-12"),
    "05.2019 – heute": ("2019-05", "present"),
    "2022.06 ~ 2025.11": ("2022-06", "2025-11"),
    "03/2019 -> 04/2020": ("2019-03", "2020-04"),
    "2014-09 -- 2018-07": ("2014-09", "2018-07"),
    "2019/05 → 2020/06": ("2019-05", "2020-06"),
    "9/18 - 3/20": ("2018-09", "2020-03"),
    "2019年3月 〜 至今": ("2019-03", "present"),
    "2019-03-01 --- 2020-04-02": ("2019-03-01", "2020-04-02"),
    "1 March 2019 - 3 April 2020": ("2019-03-01", "2020-04-03"),
    "March 3, 2019": ("2019-03-03", "2019-03-03"),
    "01.03.2019 - 31.12.2020": ("2019-03-01", "2020-12-31"),
    "Jan '22 – Mar '23": ("2022-01", "2023-03"),
    "janvier 2019 à aujourd'hui": ("2019-01", "present"),
    "depuis septembre 2021": ("2021-09", "present"),
    "enero de 2019 - actualidad": ("2019-01", "present"),
    "seit März 2020": ("2020-03", "present"),
    "Since 2021": ("2021", "present"),
    "From 2019 to 2021": ("2019", "2021"),
    "2019 –": ("2019", "present"),
    "2024": ("2024", "2024"),
    "(2007-2008)": ("2007", "2008"),
    "Apr-19 – May-21": ("2019-04", "2021-05"),
    "June to August 2019": ("2019-06", "2019-08"),
    "２０１９年４月〜２０２１年３月": ("2019-04", "2021-03"),
    "2019年4月から2021年3月まで": ("2019-04", "2021-03"),
    "2019年4月より現在": ("2019-04", "present"),
    "自2019年起": ("2019", "present"),
    "2019年3月至2021年6月": ("2019-03", "2021-06"),
    "2019년 3월 ~ 현재": ("2019-03", "present"),
    "2019. 3. ~ 2021. 6.": ("2019-03", "2021-06"),
    "с марта 2019 г. по июнь 2021 г.": ("2019-03", "2021-06"),
    "март 2019 – по наст. время": ("2019-03", "present"),
    "2019 – 2021 гг.": ("2019", "2021"),
    "marzo 2019 - in corso": ("2019-03", "present"),
    "dal 2019 al 2021": ("2019", "2021"),
    "março de 2019 – atualmente": ("2019-03", "present"),
    "sinds mei 2020": ("2020-05", "present"),
    "مارس 2019 - حتى الآن": ("2019-03", "present"),
    "٢٠١٩ – ٢٠٢١": ("2019", "2021"),
    "२०१९ – २०२१": ("2019", "2021"),
    "मार्च 2019 से मई 2020 तक": ("2019-03", "2020-05"),
    "Dec ‘17 – MAR ’19": ("2017-12", "2019-03"),
    "2018–'19": ("2018", "2019"),
    "mar/19 a mai/20": ("2019-03", "2020-05"),
    "01-Mar-19 – 03-Apr-20": ("2019-03-01", "2020-04-03"),
    "01.03.19 - 03.04.20": ("2019-03-01", "2020-04-03"),
    "05.19 – 06.20": ("2019-05", "2020-06"),
    "19.03 ~ 20.05": ("2019-03", "2020-05"),
    "'19.03 - '20.05": ("2019-03", "2020-05"),
    "19년 3월 ~ 20년 5월": ("2019-03", "2020-05"),
    "201903 - 202004": ("2019-03", "2020-04"),
    "20190301-20200403": ("2019-03-01", "2020-04-03"),
    "108年3月": ("2019-03", "2019-03"),
    "2019.03. – 2020.05.": ("2019-03", "2020-05"),
    "2019. 03 ~ 2020. 05": ("2019-03", "2020-05"),
    "2019. március – 2020. május": ("2019-03", "2020-05"),
    "2019. március 1.": ("2019-03-01", "2019-03-01"),
    "2019-től": ("2019", "present"),
    "2019'dan beri": ("2019", "present"),
    "vuodesta 2019": ("2019", "present"),
    "2007 onwards": ("2007", "present"),
    "2019 – to present": ("2019", "present"),
    "2019 - (present)": ("2019", "present"),
    "2019 - XXXX": ("2019", "present"),
    "2019年3月～5月": ("2019-03", "2019-05"),
    "2019 Mar – Jun": ("2019-03", "2019-06"),
    "Nov 2018 – February": ("2018-11", "2019-02"),
    "March 3–5, 2019": ("2019-03-03", "2019-03-05"),
    "3-5 March 2019": ("2019-03-03", "2019-03-05"),
    "28 March – 3 April 2019": ("2019-03-28", "2019-04-03"),
    "March 28 – April 3, 2019": ("2019-03-28", "2019-04-03"),
    "1.3.–31.5.2019": ("2019-03-01", "2019-05-31"),
    "between 2007 and 2009": ("2007", "2009"),
    "zwischen 2007 und 2009": ("2007", "2009"),
    "du 1er mars 2019 au 31 mai 2020": ("2019-03-01", "2020-05-31"),
    "depuis le 1er mars 2019": ("2019-03-01", "present"),
    "od marca 2019 do maja 2020": ("2019-03", "2020-05"),
    "מרץ 2019 – היום": ("2019-03", "present"),
}
VERBATIM = [
    "summer 2019",
    "early 2019 – late 2020",
    "2019 – 2021 (2 years)",
    "2015–17, 2019–20",
    "2019 – 2021 · 2 yrs 3 mos",
    "2019 – 2023 (expected)",
    "until 2019",
    "令和元年5月〜令和3年4月",
    "2019年春",
    "2020 – 2018",
    "Fall '05",
    "2019 Q3",
    "FY 2019-20",
    "SoSe 19",
    "WS 18/19",
    "SS 2019 bis WS 2019/20",
    "Michaelmas Term 2019",
    "année scolaire 2018-2019",
    "Expected graduation: May 2025",
    "2021 – 2025 expected",
    "Present – Jan 2019",
    "March & April 2019",
    "民國108年3月",
    "2019년 상반기",
]
NONE = [
    "£2,016 pipes",
    "2,100 m²",
    "1,968",
    "2019-13",
    "NY 11207",
    "€2019",
    "no date",
    "the 1990s",
    "Python 3.10 - 3.12",
    "May 15",
    "Mar 17 – Mar 19",
    "120 - 140",
    "201903",
]
PARTS = {
    "Proyecto de 2019": "2019",
    "Rapport du 12 mars 2019": "12 mars 2019",
    "2019년 초등학교": "2019년",
    "2019 Summer School": "2019",
}
"""Words beside a date that begin no range, and are parts of other words."""
SHORT_MONTHS = "Baker: Dec 17 – Present\nMiller: Apr 15 - Jun 17\nCollege: May 15"
DAYS = "Fair: March 12 – March 15\nCamp: Jul 20 – Aug 05"


@pytest.mark.parametrize(("text", "values"), READ.items(), ids=list(READ))
def test_read(text: str, values: tuple[str, str]) -> None:
    found = is_only_date(text, vocabulary())
    assert found
    assert (found.start, found.end, found.verbatim) == (*values, False)


@pytest.mark.parametrize("text", VERBATIM)
def test_kept_verbatim(text: str) -> None:
    found = find_date(text, vocabulary())
    assert found
    assert found.values["dates"] == text


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert find_date(text, vocabulary()) is None


@pytest.mark.parametrize(("text", "shown"), PARTS.items(), ids=list(PARTS))
def test_no_more_than_the_date(text: str, shown: str) -> None:
    found = find_date(text, vocabulary())
    assert found
    assert (found.text, found.start) == (shown, found.end)


@pytest.mark.parametrize("text", [*READ, *VERBATIM, *NONE, *PARTS])
def test_the_words_and_signs_that_stand_in_a_text_are_enough(text: str) -> None:
    assert find_date(text, vocabulary_for(text)) == find_date(text, vocabulary())


@pytest.mark.parametrize(
    ("text", "signs"),
    {
        "Jan '22 – Mar ’23": "'",
        "Jan &rsquo;22 to Mar '<b>23</b>": "'>",
        "don't, 2019": "",
        "2019 -&gt; 2020": ">",
        "2019 .. 2020": "…",
        "2019．．2020": "…",
        "2019&hellip;2020": "…",
        "2019年3月~5月": "年月~",
    }.items(),
)
def test_signs_that_stand_in_a_text(text: str, signs: str) -> None:
    assert signs_in(text) == set(signs)


def test_years_of_two_digits_behind_months_where_ranges_tell_of_them() -> None:
    words = vocabulary_for(SHORT_MONTHS)
    found = [find_date(line, words) for line in SHORT_MONTHS.split("\n")]
    assert [(one.start, one.end) for one in found if one] == [
        ("2017-12", "present"),
        ("2015-04", "2017-06"),
        ("2015-05", "2015-05"),
    ]
    assert not any(find_date(line, vocabulary_for(DAYS)) for line in DAYS.split("\n"))


def test_stands_where_it_says() -> None:
    found = find_date("Baker, Oven Ltd, May 2013 – Feb 2017 · Hull", vocabulary())
    assert found
    assert found.text == "May 2013 – Feb 2017"
    assert found.begin == 17


def test_an_end_before_its_start_is_kept_and_told_of() -> None:
    found = find_date("March 2020 – May 2018", vocabulary())
    assert found
    assert found.values == {"startDate": "2020-03", "dates": "March 2020 – May 2018"}
    assert found.backwards
