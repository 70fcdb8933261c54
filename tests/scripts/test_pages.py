"""A page in each language: whole, in order, in its language's words, and laid out its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import pdf
from tests.pdf import Piece
from tests.scripts.people import NAMES, THEMES, prepared, rendered, without_fonts
from typeset import loading, pipeline
from typeset.document import reading_order
from typeset.pipeline import Settings
from typeset.problems import Severity, TypesetError
from typeset.typesetting import Press
from typeset.words import clean

# The first section's title, the first entry's dates, and the family that draws the page.
EXPECTED = {
    "ar": ("الملخص المهني", "سبتمبر 2020 – حتى الآن", ""),
    "de": ("Profil", "Sept. 2019 – heute", "EB-Garamond"),
    "el": ("Προφίλ", "Σεπ 2019 – σήμερα", "EB-Garamond"),
    "en": ("Summary", "Sept 2019 – present", "EB-Garamond"),
    "es": ("Perfil", "sept 2022 – actualidad", "EB-Garamond"),
    "fr": ("Profil", "sept. 2020 – aujourd’hui", "EB-Garamond"),
    "he": ("תמצית", "ספטמבר 2020 – היום", "Open-Sans"),
    "hi": ("परिचय", "सितंबर 2019 – वर्तमान", "Mukta"),
    "it": ("Profilo", "set 2018 – oggi", "EB-Garamond"),
    "ja": ("職務要約", "2020年9月〜現在", "Noto-Sans-JP"),
    "ko": ("소개", "2021년 9월 ~ 현재", "Noto-Sans-KR"),
    "nl": ("Profiel", "sep 2020 – heden", "EB-Garamond"),
    "pl": ("Podsumowanie zawodowe", "09.2021 – obecnie", "EB-Garamond"),
    "pt": ("Perfil", "set. 2021 – atualidade", "EB-Garamond"),
    "pt-BR": ("Resumo", "set. 2020 – atual", "EB-Garamond"),
    "ru": ("О себе", "сентябрь 2020 — настоящее время", "EB-Garamond"),
    "sv": ("Profil", "sep. 2021 – nu", "EB-Garamond"),
    "tr": ("Özet", "Eyl 2021 – halen", "EB-Garamond"),
    "zh": ("个人简介", "2021年9月–至今", "Noto-Sans-SC"),
    "zh-Hant": ("個人簡介", "2022年3月–至今", "Noto-Sans-SC"),
}
DATELINES = {
    "ar.letter": "القاهرة، 2 فبراير 2026",
    "de.letter": "Leipzig, 2. Februar 2026",
    "fr.letter": "Montpellier, le 1er février 2026",
    "he.letter": "חיפה, 2 בפברואר 2026",
    "ja.letter": "2026年2月2日",
    "ru.letter": "Казань, 2 февраля 2026 г.",
    "zh.letter": "2026年2月2日，杭州",
}


def test_every_person_is_tested() -> None:
    assert sorted([*EXPECTED, *DATELINES]) == NAMES


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_whole_and_in_order(name: str, theme: str, press: Press) -> None:
    """The checks find no error, and nothing else is said either."""
    made = rendered(name, press, theme)
    assert [p for p in made.problems if p.severity is not Severity.NOTE] == []
    assert made.pages == 1


@pytest.mark.parametrize("name", EXPECTED)
def test_titles_and_dates_are_in_the_language(name: str, press: Press) -> None:
    made = rendered(name, press)
    title, dates, family = EXPECTED[name]
    texts = [text.replace("\u00a0", " ") for text in reading_order(made.document)]
    assert title in texts
    assert dates in texts
    fonts = {str(font) for page in pdf.facts(made.pdf)["pages"] for font in page.get("fonts", ())}
    drawn = {piece.font for piece in _pieces(made.pdf)} | fonts
    assert any(font.startswith(family) for font in drawn)


@pytest.mark.parametrize("name", DATELINES)
def test_a_letter_is_dated_as_its_language_does(name: str, press: Press) -> None:
    letter = rendered(name, press).document.letter
    assert letter is not None
    assert clean(letter.dateline) == DATELINES[name]


@pytest.mark.parametrize("name", ["he", "hi", "ja", "ko", "zh"])
def test_one_family_draws_a_page_that_the_themes_family_cannot(name: str, press: Press) -> None:
    """Figures and Latin words, too; bullets and separators stay the theme's."""
    family = EXPECTED[name][2]
    foreign = {p.text for p in _pieces(rendered(name, press).pdf) if not p.font.startswith(family)}
    assert {text.strip() for text in foreign} <= {"•", "·", ":", ""}  # and the spaces in gaps


@pytest.mark.parametrize("name", ["he", "hi", "ja", "ko", "zh", "ar"])
def test_there_are_no_italics_where_the_script_has_none(name: str, press: Press) -> None:
    fonts = {piece.font for piece in _pieces(rendered(name, press).pdf)}
    assert not [
        font for font in fonts if "Italic" in font or "Slanted" in font or "Oblique" in font
    ]


# ---- Right to left ----


@pytest.mark.parametrize("name", ["he", "ar"])
def test_a_page_that_runs_right_to_left_is_mirrored(name: str, press: Press) -> None:
    pieces = _pieces(rendered(name, press).pdf)
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    years = [p for p in pieces if "2020" in p.text]
    assert any(p.left - left < 2 for p in years), "dates stand at the left"
    bullets = [p for p in pieces if p.text.strip() == "•"]
    assert bullets
    assert all(right - p.right < 5 for p in bullets), "bullets stand at the right"


@pytest.mark.parametrize("name", ["he", "ar"])
def test_contacts_keep_their_own_direction(name: str, press: Press) -> None:
    """From left to right: what is drawn of a phone number is the number."""
    document = prepared(name).document
    pieces = {
        piece.text.replace("\u00a0", " ").strip() for piece in _pieces(rendered(name, press).pdf)
    }
    contacts = document.head.contacts
    shown = [c.text.replace("\u00a0", " ") for c in contacts if c.kind in ("phone", "email")]
    assert len(shown) == 2
    assert set(shown) <= pieces


@pytest.mark.parametrize("name", ["he.letter", "ar.letter"])
def test_a_letter_that_runs_right_to_left_stands_in_the_pages_middle(
    name: str, press: Press
) -> None:
    pieces = [p for p in _pieces(rendered(name, press).pdf) if p.baseline > 110]
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    assert abs(left - (595.3 - right)) < 8


# ---- Lines ----


def test_a_korean_word_is_not_broken(press: Press) -> None:
    """The engine knows no `word-break: keep-all`."""
    made = rendered("ko", press)
    words = {w.strip(",.:") for text in reading_order(made.document) for w in text.split()}
    for line in "\n".join(pdf.texts(made.pdf)).split("\n"):
        assert {w.strip(",.:•·") for w in line.split()} - {""} <= words, line


# ---- Characters that no font has ----


def test_a_character_that_no_font_has_is_named_with_its_place(tmp_path: Path, press: Press) -> None:
    source = tmp_path / "me.yaml"
    source.write_text(
        "lang: en\nbasics:\n  name: Ada Example\n  summary: A 𓀀 and no more\n", "utf-8"
    )
    with pytest.raises(TypesetError) as caught:
        pipeline.render(pipeline.prepare(loading.load(source), Settings()), press)
    (problem,) = caught.value.problems
    assert problem.rule == "missing-glyph"
    assert "U+13000 EGYPTIAN HIEROGLYPH A001" in problem.message
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (4, 14)
    assert "--font-dir" in problem.hint


def test_a_script_that_no_font_has_is_one_error(press: Press) -> None:
    """Not one for each of its letters; and it says where a font is to be had."""
    folder = Path(__file__).parent / "profiles" / "ar.yaml"
    made = pipeline.prepare(loading.load(folder), Settings())
    with pytest.raises(TypesetError) as caught:
        pipeline.render(without_fonts(made), press)
    (problem,) = caught.value.problems
    assert "more characters of its script" in problem.message
    assert "fonts-hosny-amiri" in problem.hint


def _pieces(data: bytes) -> list[Piece]:
    with pdf.opened(data) as file:
        return [piece for page in file for piece in pdf.pieces(page)]
