"""The checks on pages whose letters are not drawn in the order they are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.say import loaded
from tests.scripts.people import rendered
from typeset import pipeline
from typeset.checks import check_pdf
from typeset.checks.bidi import Piece, comparable, logical_text
from typeset.document import Document
from typeset.document.model import Item, List, Run, Section
from typeset.pipeline import Settings
from typeset.problems import Problem
from typeset.typesetting import Press
from typeset.words import tokens

SCRIPTS = ["ar", "he", "hi", "ja", "ko", "ru", "zh"]


def _found(name: str, press: Press, document: Document) -> list[str]:
    """The rules that a page breaks when it is held against another Document."""
    return _rules(rendered(name, press).pdf, document)


def _rules(pdf: bytes, document: Document) -> list[str]:
    problems: list[Problem] = check_pdf(pdf, document, ())
    return [problem.rule for problem in problems if problem.rule.startswith("words")]


def _changed(document: Document, change: object) -> Document:
    """`document` with the first bullet of its first entry changed."""
    section = next(section for section in document.sections if section.entries)
    entry = section.entries[0]
    listed = next(block for block in entry.body if isinstance(block, List))
    first = listed.items[0]
    text = change("".join(run.text for run in first.text))  # type: ignore[operator]
    items = (Item((Run(text),), first.lead, first.blocks), *listed.items[1:])
    body = tuple(List(items) if block is listed else block for block in entry.body)
    entries = (replace(entry, body=body), *section.entries[1:])
    sections: tuple[Section, ...] = tuple(
        replace(section, entries=entries) if other is section else other
        for other in document.sections
    )
    return replace(document, sections=sections)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_right_page_passes(name: str, press: Press) -> None:
    made = rendered(name, press)
    assert _found(name, press, made.document) == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_word_that_is_not_on_the_page_is_missed(name: str, press: Press) -> None:
    document = rendered(name, press).document
    word = {"ar": "مدرسة", "he": "ירושלים", "hi": "विद्यालय"}.get(
        name, "東京驛" if name in "ja zh" else "слово"
    )
    assert _found(name, press, _changed(document, lambda text: f"{text} {word}")) == [
        "words-missing"
    ]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_word_that_the_document_lacks_is_noticed(name: str, press: Press) -> None:
    document = rendered(name, press).document

    def shortened(text: str) -> str:
        return text.replace(" ", "\u00a0").split("\u00a0", 1)[1] if " " in text else text[3:]

    assert "words-added" in _found(name, press, _changed(document, shortened))


@pytest.mark.parametrize("name", SCRIPTS)
def test_words_that_changed_places_are_noticed(name: str, press: Press) -> None:
    document = rendered(name, press).document

    def moved(text: str) -> str:
        if name in ("ja", "zh"):
            return text[4:8] + text[:4] + text[8:]
        first, second, *rest = text.replace("\u00a0", " ").split(" ")
        return " ".join([second, first, *rest])

    assert "words-out-of-order" in _found(name, press, _changed(document, moved))


# ---- Visual order into reading order ----


def _drawn(text: str, left: float, baseline: float = 100) -> Piece:
    """Letters as they stand on the page, from left to right, each 5 points wide."""
    letters = tuple((left + 5 * number, letter) for number, letter in enumerate(text))
    return Piece(left, left + 5 * len(text), baseline, 10, letters)


def test_letters_are_turned_and_numbers_are_not() -> None:
    assert logical_text([_drawn("םולש", 50)]) == "שלום"
    assert logical_text([_drawn("2020 תנשמ", 50)]) == "משנת 2020"
    assert logical_text([_drawn("C++", 50)]) == "C++"


def test_pieces_keep_the_order_in_which_they_were_drawn() -> None:
    right, middle, left = _drawn("םע הדובע", 100), _drawn("Go", 88), _drawn("דועו", 66)
    assert logical_text([right, middle, left]).split() == ["עבודה", "עם", "Go", "ועוד"]


def test_a_text_that_changed_its_font_is_put_together() -> None:
    """Then its pieces are drawn from left to right, against the order they are read in."""
    assert logical_text([_drawn("₪ ", 50), _drawn("300 ריחמ", 60)]) == "מחיר 300 ₪"


def test_on_a_page_from_left_to_right_only_some_words_are_turned() -> None:
    drawn = _drawn("by (ימע-ןב העונ) and 300 םולש.", 50)
    assert logical_text([drawn], "ltr") == "by (נועה בן-עמי) and 300 שלום."


@pytest.mark.parametrize("lang", ["en", "he"])
def test_a_page_of_two_directions_passes(lang: str, press: Press) -> None:
    text = f"""
    lang: {lang}
    basics:
      name: Noa Ben-Ami (נועה בן־עמי)
      summary: Wrote about Толстой and 沈云舒, in Hebrew (עברית) and Greek (ελληνικά) by 2020.
    work:
      - {{name: חברת ארז, position: Chief Engineer, startDate: 2020-05,
         highlights: ['Built "שלום עולם" for 300 people.']}}
    """
    made = pipeline.render(pipeline.prepare(loaded(text), Settings()), press)
    assert _rules(made.pdf, made.document) == []
    shorter = replace(made.document, head=replace(made.document.head, name="Noa Ben-Ami (בן־עמי)"))
    assert _rules(made.pdf, shorter) == ["words-added"]


def test_a_line_below_is_a_line_below() -> None:
    assert logical_text([_drawn("אב", 50), _drawn("גד", 50, 80)]) == "בא\nדג"


@pytest.mark.parametrize(
    ("one", "other"),
    [("قدتُ", "قدت"), ("85%", "%85"), ("(א)", ")א("), ("וPython", "ו Python")],
)
def test_what_a_page_cannot_tell_apart(one: str, other: str) -> None:
    assert comparable(tokens(one)) == comparable(tokens(other))


@pytest.mark.parametrize(("one", "other"), [("85%", "58%"), ("85%", "85"), ("אב", "בא")])
def test_what_a_page_does_tell_apart(one: str, other: str) -> None:
    assert comparable(tokens(one)) != comparable(tokens(other))
