"""Links that lead about a site: none of the document, listed as unplaced and told of."""

from __future__ import annotations

from typeset.importers import import_text

PAGE = """*[« back to home](/)*

# Ida Faro

ida@faro.example

[Download my CV as PDF](files/cv.pdf)

## Skills

- Glazing

[Download the drawings](https://faro.example) of a church that I glazed
"""


def test_links_of_the_page_are_set_aside() -> None:
    imported = import_text(PAGE)
    assert imported.profile.basics.name == "Ida Faro"
    assert [(one.line, one.text) for one in imported.profile.unplaced] == [
        (1, "« back to home"),
        (7, "Download my CV as PDF"),
    ]
    told = [problem.message for problem in imported.problems if problem.rule == "aside"]
    assert told == [
        "a link of the page is not printed: « back to home",
        "a link of the page is not printed: Download my CV as PDF",
    ]
    assert imported.words == imported.placed


def test_a_link_to_nowhere_is_a_button() -> None:
    imported = import_text("[Print](#)\n\n# Ida Faro\n\n## Skills\n\n- Glazing\n- Leading\n")
    assert imported.profile.basics.name == "Ida Faro"
    assert [(one.line, one.text) for one in imported.profile.unplaced] == [(1, "Print")]


def test_links_to_other_languages_are_set_aside() -> None:
    imported = import_text(
        "[FR](cv.html) | [EN](cv_en.html)\n\n# Ida Faro\n\n## Skills\n\n- Glazing\n"
    )
    assert imported.profile.basics.name == "Ida Faro"
    assert [one.text for one in imported.profile.unplaced] == ["FR | EN"]


def test_links_behind_an_arrow_and_words_before_a_link_are_set_aside() -> None:
    imported = import_text(
        "[⇤ Go back](/people/)\n\n# Alma Thwaite\n\nPotter · Corbridge · alma@thwaite.example\n\n"
        "Download [a printed version of all this](files/thwaite.pdf).\n\n## Skills\n\n- Throwing\n"
    )
    assert imported.profile.basics.name == "Alma Thwaite"
    assert [(one.line, one.text) for one in imported.profile.unplaced] == [
        (1, "⇤ Go back"),
        (7, "Download a printed version of all this."),
    ]


def test_a_heading_that_only_leads_to_a_file_is_set_aside() -> None:
    imported = import_text(
        "---\ntitle: Vita\n---\n\n## [CV as PDF](/files/cv.pdf)\n\n## Education\n\n"
        "- PhD in Botany, Hill College, 2012\n"
    )
    assert imported.profile.title == "Vita"
    assert [(one.line, one.text) for one in imported.profile.unplaced] == [(5, "CV as PDF")]
