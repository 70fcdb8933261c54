"""A language is one data file: complete, found by its tag, and used as its readers expect."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.say import document, lines
from typeset.document import language as module
from typeset.document.dates import date_words, letter_date, letter_dateline, range_words
from typeset.document.glue import glue, run_text
from typeset.document.language import known_languages, load_language
from typeset.document.localize import localized
from typeset.document.markdown import plain
from typeset.importers.text.words import language_files
from typeset.profile.dates import PartialDate
from typeset.profile.spine import CANONICAL_ORDER
from typeset.words import clean, tokens

FILES = Path(module.__file__).parent / "languages"


def _data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((FILES / f"{name}.yaml").read_text("utf-8"))
    return data


# ---- The data ----


@pytest.mark.parametrize("name", known_languages())
def test_every_language_has_every_word(name: str) -> None:
    data, english = _data(name), _data("en")
    assert list(data) == list(english)
    assert list(data["titles"]) == list(english["titles"])
    assert list(data["dates"]) == list(english["dates"])
    assert set(data["titles"]) == {*CANONICAL_ORDER, "contact"}
    assert all(data["titles"].values())
    assert all(data[key] for key in ("resume", "letter", "score", "courses", "present", "range"))
    assert len(data["enclosures"]) == 2
    assert len(data["page"]) == 3


@pytest.mark.parametrize("name", known_languages())
def test_every_language_is_loaded_and_writes_dates(name: str) -> None:
    language, problems = load_language(name)
    assert problems == []
    assert language.file == name
    for month in range(1, 13):
        words = date_words(PartialDate(2024, month), language)
        assert "2024" in words
        assert "{" not in words
    assert "2026" in letter_date("2026-02-01", language, None)
    assert letter_dateline("A", "B", language, verbatim=False).count("A") == 1


def test_the_languages_there_are() -> None:
    western = "ca da de en es fi fr it nb nl pt pt-BR sv"
    eastern = "bg cs el hr hu lt pl ro ru sk tr uk"
    others = "ar he hi id ja ko vi zh zh-Hant"
    assert known_languages() == sorted(f"{western} {eastern} {others}".split())


def test_what_can_be_imported_can_be_rendered() -> None:
    folder = Path(language_files.__file__).parent / "languages"
    imported = {path.stem for path in folder.glob("*.yaml")} - {"common"}
    assert imported <= set(known_languages())


# ---- By their tags ----


@pytest.mark.parametrize(
    ("tag", "file"),
    [
        ("", "en"),
        ("de-AT", "de"),
        ("DE", "de"),
        ("pt-PT", "pt"),
        ("pt_BR", "pt-BR"),
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-SG", "zh"),
        ("zh-Hans", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("iw", "he"),
        ("no", "nb"),
        ("no-NO", "nb"),
    ],
)
def test_the_nearest_file_serves(tag: str, file: str) -> None:
    language, problems = load_language(tag)
    assert (language.file, problems) == (file, [])


@pytest.mark.parametrize(("tag", "direction"), [("fa", "rtl"), ("ur-PK", "rtl"), ("et", "ltr")])
def test_an_unknown_language_keeps_its_direction(tag: str, direction: str) -> None:
    language, (problem,) = load_language(tag)
    assert (language.file, language.direction) == ("en", direction)
    assert problem.rule == "language-unknown"


# ---- Dates ----


def _month(text: str, tag: str) -> str:
    return clean(date_words(PartialDate.parse(text), load_language(tag)[0]))


@pytest.mark.parametrize(
    ("tag", "september", "may"),
    [
        ("en-US", "Sep 2024", "May 2024"),
        ("de", "Sept. 2024", "Mai 2024"),
        ("de-AT", "Sep. 2024", "Mai 2024"),
        ("fr", "sept. 2024", "mai 2024"),
        ("pt-BR", "set. 2024", "mai. 2024"),
        ("pl", "09.2024", "05.2024"),
        ("ru", "сентябрь 2024", "май 2024"),
        ("el", "Σεπ 2024", "Μάι 2024"),
        ("cs", "9/2024", "5/2024"),
        ("da", "sep. 2024", "maj 2024"),
        ("hu", "2024. szept.", "2024. máj."),
        ("uk", "вересень 2024", "травень 2024"),
        ("hr", "rujan 2024.", "svibanj 2024."),
        ("ca", "set. 2024", "maig 2024"),
        ("vi", "09/2024", "05/2024"),
        ("zh-TW", "2024年9月", "2024年5月"),
        ("ja", "2024年9月", "2024年5月"),
        ("ko", "2024년 9월", "2024년 5월"),
        ("ar", "سبتمبر 2024", "مايو 2024"),
        ("ar-LB", "أيلول 2024", "أيار 2024"),
        ("he", "ספטמבר 2024", "מאי 2024"),
        ("hi", "सितंबर 2024", "मई 2024"),
    ],
)
def test_months(tag: str, september: str, may: str) -> None:
    assert (_month("2024-09", tag), _month("2024-05", tag)) == (september, may)


@pytest.mark.parametrize(("tag", "year"), [("ja", "2024年"), ("ko", "2024년"), ("ru", "2024")])
def test_years(tag: str, year: str) -> None:
    assert _month("2024", tag) == year


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("ru", "2019 — настоящее время"),
        ("zh", "2019年–至今"),
        ("ja", "2019年〜現在"),
        ("ko", "2019년 ~ 현재"),
        ("ar", "2019 – حتى الآن"),
    ],
)
def test_ranges(tag: str, words: str) -> None:
    language = load_language(tag)[0]
    found = range_words(PartialDate(2019), "present", "", language)
    assert clean(found) == words
    assert " " not in found.partition("2019")[2][:2], "the dash never begins a line"


def _dateline(date: str, tag: str, place: str) -> str:
    made = document(
        f"lang: {tag}\nbasics: {{name: A}}\nletter: {{place: {place}, date: {date}, body: B}}\n",
        today=datetime.date(2026, 2, 1),
    )
    assert made.letter is not None
    return clean(made.letter.dateline)


@pytest.mark.parametrize(
    ("tag", "place", "date", "words"),
    [
        ("de", "Lyon", "2026-02-02", "Lyon, 2. Februar 2026"),
        ("fr", "Lyon", "2026-02-02", "Lyon, le 2 février 2026"),
        ("fr", "Lyon", "today", "Lyon, le 1er février 2026"),
        ("fr", "Lyon", "'le 2 février 2026'", "Lyon, le 2 février 2026"),
        ("it", "Milano", "2026-02-01", "Milano, 1º febbraio 2026"),
        ("pt-BR", "Recife", "2026-02-01", "Recife, 1º de fevereiro de 2026"),
        ("pt", "Porto", "2026-02-01", "Porto, 1 de fevereiro de 2026"),
        ("es", "Lugo", "2026-02-02", "Lugo, 2 de febrero de 2026"),
        ("pl", "Kraków", "2026-02-02", "Kraków, 2 lutego 2026 r."),
        ("sv", "Umeå", "2026-02-02", "Umeå den 2 februari 2026"),
        ("ru", "Казань", "2026-02-02", "Казань, 2 февраля 2026 г."),
        ("da", "Ribe", "2026-02-02", "Ribe, den 2. februar 2026"),
        ("fi", "Oulu", "2026-02-02", "Oulu 2.2.2026"),
        ("hu", "Pécs", "2026-02-02", "Pécs, 2026. február 2."),
        ("uk", "Луцьк", "2026-02-02", "Луцьк, 2 лютого 2026 р."),
        ("lt", "Utena", "2026-02-02", "Utena, 2026 m. vasario 2 d."),
        ("vi", "Huế", "2026-02-02", "Huế, ngày 2 tháng 2 năm 2026"),
        ("el", "Πάτρα", "2026-02-02", "Πάτρα, 2 Φεβρουαρίου 2026"),
        ("ja", "東京", "2026-02-02", "2026年2月2日\u3000東京"),
        ("he", "חיפה", "2026-02-02", "חיפה, 2 בפברואר 2026"),
        ("fr", "''", "2026-02-02", "2 février 2026"),
    ],
)
def test_datelines(tag: str, place: str, date: str, words: str) -> None:
    assert _dateline(date, tag, place) == words


# ---- Marks and order ----

PERSON = """
basics: {name: A}
work: [{name: Employer, position: Position, location: Town, startDate: 2020}]
education: [{institution: School, studyType: Degree, area: Subject, score: '1', startDate: 2019}]
skills: [{name: Group, level: good, keywords: [one, two]}]
languages: [{language: X, fluency: Y}, {language: Z}]
"""


def _lines(tag: str) -> list[str]:
    return lines(document(f"lang: {tag}\n{PERSON}"))


def test_the_employer_stands_first_where_the_language_begins_with_it() -> None:
    english, japanese = _lines("en"), _lines("ja")
    assert english.index("Position") < english.index("Employer")
    assert japanese.index("Employer") < japanese.index("Position")
    assert japanese.index("School") < japanese.index("Degree\u3000Subject")


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en", ["one, two", "X (Y), Z", "Degree, Subject", "Grade: 1", "Group (good)"]),
        ("fr", ["one, two", "Mention : 1"]),
        ("zh", ["one、two", "X（Y）、Z", "Degree，Subject", "成绩：1", "Group（good）"]),
        ("ja", ["one、two", "X（Y）、Z", "成績：1"]),
        ("ar", ["one، two", "X (Y)، Z", "Degree، Subject", "التقدير: 1"]),
    ],
)
def test_marks_between_words(tag: str, found: list[str]) -> None:
    assert set(found) <= set(_lines(tag))


@pytest.mark.parametrize(
    ("tag", "location", "words"),
    [
        ("ja-JP",
         "{postalCode: 〒150-0001, region: 東京都, city: 渋谷区, address: 原宿2, countryCode: JP}",
         "〒150-0001 東京都渋谷区原宿2"),
        ("zh", "{region: 浙江省, city: 杭州市, countryCode: CN}", "浙江省杭州市"),
        ("zh-CN", "{city: 東京, countryCode: JP}", "日本東京"),
        ("ko", "{region: 서울특별시, city: 마포구, address: 월드컵로 8, countryCode: KR}",
         "서울특별시 마포구 월드컵로 8"),
        ("ru-RU", "{address: 'ул. Мира, 3', city: Казань, postalCode: '420111', countryCode: RU}",
         "ул. Мира, 3, Казань, 420111"),
        ("ar-EG", "{address: شارع 9, city: القاهرة, countryCode: EG}", "شارع 9، القاهرة"),
    ],
)  # fmt: skip
def test_addresses(tag: str, location: str, words: str) -> None:
    made = document(f"lang: {tag}\nbasics: {{name: A, location: {location}}}\n")
    assert made.head.contacts[0].text == words


def test_a_japanese_letter_names_the_company_before_the_person() -> None:
    recipient = "{name: N, organisation: O, address: [P]}"
    text = f"basics: {{name: A}}\nletter: {{recipient: {recipient}, body: B}}\n"
    japanese, english = document(f"lang: ja\n{text}").letter, document(text).letter
    assert japanese is not None
    assert english is not None
    assert (japanese.recipient, english.recipient) == (("P", "O", "N"), ("N", "O", "P"))


@pytest.mark.parametrize(
    ("tag", "lead"),
    [("en", "Lead:"), ("fr", "Lead\u00a0:"), ("zh", "Lead：")],
)
def test_a_lead_has_the_languages_colon(tag: str, lead: str) -> None:
    made = document(
        f"lang: {tag}\nbasics: {{name: A}}\n"
        "work: [{name: B, highlights: [{lead: Lead, text: text}]}]\n"
    )
    (block,) = made.sections[0].entries[0].body
    assert block.kind == "list"
    assert "".join(run.text for run in block.items[0].lead) == lead


def test_a_postscript_is_marked_once() -> None:
    for text in ("Ich komme.", "PS: Ich komme."):
        made = document(
            f"lang: de\nbasics: {{name: A}}\nletter: {{body: B, postscript: '{text}'}}\n"
        )
        assert "PS: Ich komme." in lines(made)


# ---- Spaces ----


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("de", "etwa z. B. hier, d. h. dort", "etwa z.⍽B. hier, d.⍽h. dort"),
        ("de", "am 30. Juni und im Juni", "am 30.⍽Juni und im Juni"),
        ("en", "from 9 May on", "from 9⍽May on"),
        ("en", "9 mayors", "9 mayors"),
        ("fr", "quoi ? oui ; non !", "quoi·? oui·; non·!"),
        ("fr", "le 1er mars", "le 1er⍽mars"),
        ("es", "el 2 de mayo, p. ej.", "el 2⍽de mayo, p.⍽ej."),
        ("pl", "m. in. to", "m.⍽in. to"),
        ("ru", "10 февраля, т. е. завтра", "10⍽февраля, т.⍽е. завтра"),
        ("zh", "减少⍽38%", "减少 38%"),
        ("ja", "最大⍽5 m", "最大 5 m"),
        ("he", "בע״מ, גב׳", "בע\"מ, גב'"),
    ],
)
def test_spaces_of_a_language(tag: str, text: str, expected: str) -> None:
    text = text.replace("⍽", "\u00a0")
    made = plain(localized(run_text(text), load_language(tag)[0]))
    assert made.replace("\u00a0", "⍽").replace("\u202f", "·") == expected
    if tag != "he":
        assert tokens(made) == tokens(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("41 of the nurses in 2019", "41 of the nurses in 2019"),
        ("2 to 5 a day", "2 to 5 a day"),
        ("5 GB, 3 km/h, 12 kWh", "5⍽GB, 3⍽km/h, 12⍽kWh"),
        ("for 4 h and 20 min", "for 4⍽h and 20⍽min"),
        ("1 200 000 m³, 35 000 €", "1⍽200⍽000⍽m³, 35⍽000⍽€"),
        ("4,5 Mio. €, 12 млн руб.", "4,5⍽Mio. €, 12⍽млн руб."),
        ("30. Juni 2026", "30.⍽Juni⍽2026"),
        ("Л. Н. Толстой", "Л.⍽Н.⍽Толстой"),
        ("№ 7, Nr. 8, Art. 9", "№⍽7, Nr.⍽8, Art.⍽9"),
    ],
)
def test_what_sticks_in_every_language(text: str, expected: str) -> None:
    assert plain(glue(run_text(text), end=False)).replace("\u00a0", "⍽") == expected


def test_code_and_links_are_left_alone() -> None:
    made = document(
        "lang: he\nbasics: {name: 'נ״ע', url: 'https://example.com/״'}\n"
        "work: [{name: B, summary: '`״` ״'}]\n"
    )
    assert made.head.name == 'נ"ע'
    assert made.head.contacts[0].href.endswith("״")
    assert '״ "' in lines(made)
