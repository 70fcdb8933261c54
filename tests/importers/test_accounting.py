"""The accounting says what has no place, and believes no rule."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from typeset.importers import import_text
from typeset.importers.imported import Imported
from typeset.importers.text.accounting import account
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound
from typeset.profile.model import Profile


def _account(source: str, data: Mapping[str, object], record: Record | None = None) -> Imported:
    rows = list(enumerate(source.split("\n"), 1))
    return account(Profile.model_validate(data), rows, [], record or Record("x", source))


def test_a_lost_word_is_listed_with_its_line() -> None:
    found = _account("Ann Dow\n\nBaker of bread", {"basics": {"name": "Ann Dow"}})
    assert [(one.line, one.text) for one in found.profile.unplaced] == [(3, "Baker of bread")]
    assert (found.words, found.placed) == (5, 2)
    assert [problem.rule for problem in found.problems] == ["unplaced"]


def test_the_second_of_two_equal_words_is_missed_too() -> None:
    found = _account("tide tide", {"basics": {"name": "tide"}})
    assert [one.text for one in found.profile.unplaced] == ["tide"]


def test_an_invented_word_is_told_of() -> None:
    found = _account("Ann", {"basics": {"name": "Ann Dow"}})
    assert [problem.rule for problem in found.problems] == ["invented"]


def test_punctuation_may_become_structure_but_signs_may_not() -> None:
    keywords = {"skills": [{"keywords": ["C", "tar"]}]}
    assert not _account("C, tar.", keywords).profile.unplaced
    assert [one.text for one in _account("C++, tar.", keywords).profile.unplaced] == ["C++"]


def test_a_date_must_parse_to_the_value_that_the_profile_holds() -> None:
    source = "May 2019"
    work = {"work": [{"startDate": "2019-05", "endDate": "2019-05"}]}
    right, wrong = Record("x", source), Record("x", source)
    right.use_date(1, DateFound("2019-05", "2019-05", 0, 8, source))
    wrong.use_date(1, DateFound("2019-06", "2019-06", 0, 8, source))
    assert not _account(source, work, right).profile.unplaced
    assert _account(source, work, wrong).profile.unplaced
    assert _account(source, {"basics": {"name": ""}}, right).profile.unplaced


def test_a_label_must_be_one_that_the_data_knows() -> None:
    known, unknown = Record("x", "Phone"), Record("x", "Secret")
    known.use_label(1, "Phone", "labels.phone")
    unknown.use_label(1, "Secret", "labels.phone")
    assert not _account("Phone", {}, known).profile.unplaced
    assert _account("Secret", {}, unknown).profile.unplaced


def test_lists_deeper_than_are_read_are_told() -> None:
    deep = "\n".join("  " * level + f"- item {level}" for level in range(30))
    problems = import_text(f"# Ada\n\n{deep}\n").problems
    assert ("nested", 12) in [(one.rule, one.span.line) for one in problems if one.span]


@pytest.mark.parametrize(
    "text",
    [
        "**[<br># **](http://a.example)",
        "_[Mar 2020\n1. # # #](http://a.example)",
        "see [my\nsite](http://a.example) of *x\ny*",
        "# Ada\n\nsee [my\nsite](http://a.example) and\nmore",
        "# Ada\n\n[a\\]b](http://c.example) and ```a``b```",
        "2019____",
        "<!-- x -->Experience<!-- x --># ",
        "# Ada\n\n## Skills\n\n- - Bells\n- - - Tin",
        "Ada" + " " * 100_000 + "Byron",
    ],
)
def test_marks_across_lines_split_no_word(text: str) -> None:
    imported = import_text(text)
    assert not [one for one in imported.problems if one.rule in ("invented", "unplaced")]
    assert imported.placed == imported.words


def test_a_name_in_a_running_head_is_no_second_fact() -> None:
    running = (
        "Petra Vane · petra@vane.example · +44 1632 960111\n\n# Petra Vane\n\nBridge inspector"
    )
    basics = import_text(f"{running}\n\n## Skills\n\nRope access, Ultrasonics\n").profile.basics
    assert (basics.name, basics.phone) == ("Petra Vane", "+44 1632 960111")
    assert "Petra Vane" not in (basics.label, basics.location)


@pytest.mark.parametrize(
    "html", ["<h3>", "<p>", "<table>", "<p>Maps</p>", "<div>Maps</div>", "<div>"]
)
def test_marks_among_the_words_of_html_are_letters(html: str) -> None:
    imported = import_text(f"{html}\n## _Apprentice_")
    assert imported.words == imported.placed
    assert not [problem for problem in imported.problems if problem.rule == "invented"]


def test_links_and_marks_under_elements_that_have_ended_are_markdown() -> None:
    imported = import_text(
        "<h2>Awards</h2>\n- *Best* loaf &amp; _[roll](http://a.example)_, 2019\n"
    )
    assert not imported.problems
    assert "http://a.example" in imported.profile.awards[0].title
