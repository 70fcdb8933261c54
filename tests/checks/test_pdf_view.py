"""The text that a PDF leaves to programs, told from how it is set: every theme, every sample."""

from __future__ import annotations

import pytest

from tests.say import loaded
from typeset.checks.facts import Piece, SheetFacts, read_facts
from typeset.checks.facts.lines import Line, content_lines, position_lines
from typeset.checks.facts.margin import without_margin
from typeset.checks.facts.view import marked_view, plain_view
from typeset.checks.verify import verify_pdf
from typeset.pipeline import Settings, prepare, render
from typeset.theming import find_themes
from typeset.typesetting import Press

TEXT = """
lang: en
basics: {name: Ilse Brandt, label: Pump engineer, email: ilse@example.org, phone: +49 30 555 0199}
work:
  - {name: Kestrel Lifts, position: Engineer, startDate: 2018-02, endDate: present,
     highlights: [Drew the brake that stops in nine metres., Measured it twice a year.]}
  - {name: Harrow Audio, position: Test technician, startDate: 2014-01, endDate: 2017-12,
     highlights: [Listened to every loudspeaker that left the house.]}
education:
  - {institution: University of the Peaks, studyType: BEng, startDate: 2010, endDate: 2013}
skills:
  - {name: Tools, keywords: [lathe, scope]}
"""
THEMES = sorted(set(find_themes(())) - {"base"})


@pytest.mark.parametrize("theme", THEMES)
def test_every_field_is_recovered_from_every_theme(theme: str, press: Press) -> None:
    prepared = prepare(loaded(TEXT), Settings(theme=theme))
    pdf = render(prepared, press).pdf
    report = verify_pdf(pdf, "x.pdf", prepared.loaded.profile, document=prepared.document)
    assert report.recovered.missed == ()
    assert [p.rule for p in report.problems if p.severity == "error"] == []


def test_marked_view(press: Press) -> None:
    facts = read_facts(render(prepare(loaded(TEXT), Settings()), press).pdf)
    view = marked_view(facts)
    for line in ("# Ilse Brandt", "## Experience", "### Engineer | Kestrel Lifts",
                 "*Feb 2018 – present*", "- Measured it twice a year."):  # fmt: skip
        assert line in view.splitlines()
    assert plain_view(facts).startswith("Ilse Brandt\nPump engineer\n")


def _piece(text: str, x: float, y: float, font: str = "Text") -> Piece:
    return Piece(text, (x, y, x + 5 * len(text), y + 8), x, y, 10, font, (0, 0, 0), 0, -1)


def _sheet(*pieces: Piece) -> SheetFacts:
    return SheetFacts(1, 600, 800, "", pieces)


def test_by_place_and_by_content() -> None:
    sheet = _sheet(_piece("c", 10, 680), _piece("b", 200, 700), _piece("a", 10, 700))
    assert [line.text for line in position_lines(sheet)] == ["a   b", "c"]
    assert [line.text for line in content_lines(sheet)] == ["c", "b   a"]


def test_right_to_left_lines() -> None:
    sheet = _sheet(_piece("שלום", 200, 700), _piece("עולם", 100, 700))
    assert [line.text for line in position_lines(sheet)] == ["שלום   עולם"]


def test_titles_in_the_margin_are_lines_of_their_own() -> None:
    lines = [
        Line(1, (_piece("Early", 10, 700, "Bold"), _piece("text of it", 100, 700))),
        *(Line(1, (_piece("more of it", 100, y),)) for y in (690, 680, 675)),
        Line(1, (_piece("Later", 10, 670, "Bold"),)),
        Line(1, (_piece("posts", 10, 660, "Bold"),)),
        Line(1, (_piece("text", 100, 670),)),
    ]
    assert [line.text for line in without_margin(lines, "Text")] == [
        "Early", "text of it", *["more of it"] * 3, "Later posts", "text"
    ]  # fmt: skip
