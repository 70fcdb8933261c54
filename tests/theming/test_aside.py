"""Sections in a side column: which they are, and that the Document is read in that order."""

from __future__ import annotations

from pathlib import Path

from tests.theming.test_theme import MINIMAL, make_theme
from typeset.document import Document
from typeset.document.model import Head, Paragraph, Run, Section
from typeset.theming import load_theme, parse_options, render_html, stand_aside
from typeset.theming.aside import aside_kinds

KINDS = ["summary", "skills", "work", "languages", "prose", "skills"]
DOCUMENT = Document(
    kind="resume",
    lang="en",
    direction="ltr",
    name="Ada Example – Résumé",
    author="Ada Example",
    head=Head("Ada Example"),
    sections=tuple(
        Section(kind, "prose", body=(Paragraph((Run(f"text {number}"),)),))
        for number, kind in enumerate(KINDS)
    ),
)


def _numbers(document: Document) -> list[int]:
    return [DOCUMENT.sections.index(section) for section in document.sections]


def test_sections_aside_come_first_and_each_column_keeps_the_authors_order() -> None:
    theme = load_theme("sidebar")
    assert _numbers(stand_aside(DOCUMENT, theme, {"columns": "two"})) == [1, 3, 5, 0, 2, 4]


def test_one_column_keeps_the_authors_order() -> None:
    theme = load_theme("sidebar")
    assert stand_aside(DOCUMENT, theme, {"columns": "one"}) is DOCUMENT
    assert aside_kinds(theme, {"columns": "one"}) == ()


def test_a_theme_without_a_side_column_changes_nothing() -> None:
    assert stand_aside(DOCUMENT, load_theme("classic"), {}) is DOCUMENT


def test_a_theme_of_ones_own_declares_its_side_column(tmp_path: Path) -> None:
    make_theme(tmp_path, "mine", f"{MINIMAL}extends: base\naside: [work]\n")
    assert _numbers(stand_aside(DOCUMENT, load_theme("mine", [tmp_path]), {})) == [2, 0, 1, 3, 4, 5]


def test_the_page_holds_the_sections_in_the_order_of_the_document() -> None:
    theme = load_theme("sidebar")
    for columns in ("two", "one"):
        values = parse_options(theme.options, {"columns": columns}, theme.name)
        document = stand_aside(DOCUMENT, theme, values)
        html = render_html(document, theme, values).text
        places = [html.index(f"text {number}") for number in _numbers(document)]
        assert places == sorted(places)
