"""Ids: the author's, or derived from the words, the same each time and never twice."""

from __future__ import annotations

import pytest

from tests.say import only_problem, place, profile
from typeset.profile.ids import derive_id, entry_ids, slug


def test_slug_is_the_first_words_in_ascii_where_the_script_allows() -> None:
    assert slug("Åse Müller’s Çafé – No. 1") == "ase-muller-s-cafe-no-1"
    assert slug("one two three four", 2) == "one-two"
    assert slug("日本 C++") == "日本-c"


def test_id_derives_from_the_organisation_and_the_first_words() -> None:
    work = profile("work: [{name: Acme Tools Inc Ltd, position: Head of all Things}]").work[0]
    assert derive_id(work) == "acme-tools-inc-head-of-all"


def test_equal_entries_are_told_apart_by_start_then_number() -> None:
    made = profile(
        """
        work:
          - {name: Acme, startDate: 2020}
          - {name: Acme, startDate: 2018-05}
          - {name: Acme, startDate: 2018-05}
          - {name: Acme}
          - {id: mine, name: Acme}
          - {summary: nameless}
        """
    )
    ids = list(entry_ids(made)["work"])
    assert ids == ["acme-2020", "acme-2018-05", "acme-2018-05-2", "acme", "mine", "work-entry"]


def test_an_id_given_twice_is_an_error() -> None:
    problem = only_problem("work:\n  - {id: a}\nawards:\n  - {id: a, title: B}\n")
    assert place(problem) == (4, 10)
    assert "already given in work" in problem.message


def test_a_section_may_name_only_what_there_is() -> None:
    text = "sections:\n  - kind: work\n    entries: [acmee]\nwork:\n  - name: Acme\n"
    problem = only_problem(text)
    assert place(problem) == (3, 15)
    assert problem.hint == "did you mean 'acme'?"


def test_a_mixed_section_may_name_entries_of_any_kind() -> None:
    text = "sections: [{title: Both, entries: [a, b]}]\nwork: [{id: a}]\nawards: [{id: b}]\n"
    assert profile(text).sections[0].entries == ["a", "b"]


def test_a_derived_id_gives_way_to_a_given_one() -> None:
    made = profile("work: [{name: Acme}, {id: acme, name: Other}]")
    ids = entry_ids(made)["work"]
    assert list(ids) == ["acme-2", "acme"]
    assert ids["acme"] is made.work[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("work: [{highlights: [{id: a, text: x}, {id: a, text: y}]}]", "already given in work"),
        ("work: [{id: a, roles: [{id: a}]}]", "already given in work"),
        ("work: [{engagements: [{id: a, highlights: [{id: a, text: x}]}]}]", "already given"),
        (
            "awards: [{id: a}]\nsections: [{entries: [{id: a, title: x}]}]",
            "already given in awards",
        ),
        ("work: [{highlights: [{text: x, children: [{id: title, text: y}]}]}]", "means something"),
        ("work: [{id: letter}]", "means something else"),
        ("work: [{highlights: [{id: a.lead, text: x}]}]", "no dot"),
        ("work: [{name: Acme, highlights: [{id: acme, text: x}]}]", "that of an entry"),
    ],
)
def test_ids_of_anything_are_checked_at_their_place(text: str, told: str) -> None:
    problem = only_problem(text)
    assert told in problem.message
    line, column = place(problem)
    assert text.split("\n")[line - 1][: column - 1].endswith("id: ")


def test_no_derived_id_is_what_a_section_is_called() -> None:
    made = profile("skills: [{name: Languages}, {name: Title}]\nlanguages: [{language: Scots}]")
    assert list(entry_ids(made)["skills"]) == ["languages-skills", "title-skills"]
