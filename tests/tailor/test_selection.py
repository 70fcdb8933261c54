"""What stays of a profile, and in which order."""

from __future__ import annotations

from pathlib import Path

from tests.tailor.base import placed, refused, tailored
from typeset.profile import read_profile
from typeset.profile.addresses import Addressed
from typeset.tailor import Tailored, tailor


def _left_out(made: Tailored) -> list[tuple[str, str]]:
    return [(one.address.rpartition("/")[2], one.reason) for one in made.left_out]


def _bullets(made: Tailored, entry: int = 0) -> list[str]:
    return [one.text for one in made.addressed.profile.work[entry].highlights]


def test_an_included_tag_leaves_what_bears_others_out(tmp_path: Path) -> None:
    made = tailored(tmp_path, "select: {include: [towers]}\n")
    assert _left_out(made) == [
        ("trained-three-apprentices", "tagged only teaching"),
        ("city-museum-of-conservator", "tagged only museum"),
    ]
    assert _bullets(made) == ["Rebuilt 12 turret clocks.", "Wrote the shop's price list."]
    assert [one.name for one in made.addressed.profile.work] == ["Ferrow & Daughter"]


def test_an_excluded_tag_goes_and_keep_wins_over_tags(tmp_path: Path) -> None:
    made = tailored(
        tmp_path, "select: {exclude: [towers, museum], keep: [catalogued-800-watches]}\n"
    )
    assert _left_out(made) == [("rebuilt-12-turret-clocks", "tagged towers")]
    assert _bullets(made, 1) == ["Catalogued 800 watches."]


def test_an_application_may_give_tags(tmp_path: Path) -> None:
    text = "tags: {paper: [wrote-the-shop-s]}\nselect: {exclude: [paper]}\n"
    assert _left_out(tailored(tmp_path, text)) == [("wrote-the-shop-s", "tagged paper")]


def test_what_is_dropped_goes_with_all_in_it_and_is_said_once(tmp_path: Path) -> None:
    made = tailored(tmp_path, "select: {drop: [city-museum-of-conservator, skills]}\n")
    assert sorted(_left_out(made)) == [
        ("city-museum-of-conservator", "dropped"),
        ("skills", "dropped"),
    ]
    assert len(made.addressed.profile.work) == 1
    assert "skills" not in [section.kind for section in made.addressed.profile.sections]


def test_sections_are_those_named_in_their_order(tmp_path: Path) -> None:
    made = tailored(tmp_path, "select: {sections: [education, work, summary]}\n")
    kinds = [section.kind for section in made.addressed.profile.sections]
    assert kinds == ["education", "work", "summary"]
    assert ("awards", "not one of the sections") in _left_out(made)


def test_what_comes_first_stands_before_its_siblings(tmp_path: Path) -> None:
    text = "select: {first: [skills, city-museum-of-conservator, trained-three-apprentices]}\n"
    made = tailored(tmp_path, text)
    profile = made.addressed.profile
    assert profile.sections[0].kind == "skills"
    assert [one.name for one in profile.work] == ["City Museum of Time", "Ferrow & Daughter"]
    assert _bullets(made, 1)[0] == "Trained three apprentices."
    assert made.left_out == ()


def test_the_summary_can_be_dropped(tmp_path: Path) -> None:
    made = tailored(tmp_path, "select: {drop: [summary]}\n")
    assert made.addressed.profile.basics.summary == ""


def test_a_section_of_named_entries_that_all_go_does_not_show_the_others(tmp_path: Path) -> None:
    text = (
        "basics: {name: A}\nwork:\n- {name: One, position: a}\n- {name: Two, position: b}\n"
        "sections:\n- {kind: work, title: Now, entries: [one-a]}\n- {kind: work, title: Then}\n"
    )
    said = placed(tmp_path, "select: {drop: [one-a]}\n")
    made = tailor(Addressed(read_profile(text)), said)
    assert [section.title for section in made.addressed.profile.sections] == ["Then"]


def test_names_that_there_are_not_are_all_refused_at_their_places(tmp_path: Path) -> None:
    text = "select:\n  include: [tower]\n  drop: [awards, musem]\n  sections: [work, hobbies]\n"
    problems = refused(tmp_path, text).problems
    assert [p.rule for p in problems] == ["tag", "address", "address"]
    assert [p.span.line for p in problems if p.span] == [3, 4, 5]
    assert problems[0].hint == "did you mean 'towers'?"


def test_what_is_kept_in_something_dropped_is_refused(tmp_path: Path) -> None:
    text = "select: {drop: [work], keep: [catalogued-800-watches]}\n"
    assert [p.rule for p in refused(tmp_path, text).problems] == ["keep"]


def test_addresses_stay_what_they_are_when_what_is_beside_them_goes(tmp_path: Path) -> None:
    before = set(tailored(tmp_path, "").addressed.parts)
    made = tailored(tmp_path, "select: {drop: [rebuilt-12-turret-clocks, awards]}\n")
    assert set(Addressed(made.addressed.profile).parts) < before


NAMED_TWICE = """
basics: {name: A}
work: [{id: one, name: One}, {id: two, name: Two}]
sections:
- {kind: work, title: Now, entries: [one], body: As of today.}
- {kind: work, title: All, entries: [one, two]}
"""


def _of(folder: Path, text: str, select: str) -> Tailored:
    said = placed(folder, f"select: {select}\n")
    return tailor(Addressed(read_profile(text)), said)


def test_what_two_sections_name_stays_while_one_of_them_does(tmp_path: Path) -> None:
    for drop, rest in (("now", "all"), ("all", "now")):
        made = _of(tmp_path, NAMED_TWICE, f"{{drop: [{drop}]}}")
        parts = Addressed(made.addressed.profile).parts
        assert {rest, "one"} <= set(parts)
        assert [one.address for one in made.left_out] == [drop]
    made = _of(tmp_path, NAMED_TWICE, "{sections: [all], keep: [one]}")
    assert "one" in Addressed(made.addressed.profile).parts


def test_a_section_keeps_its_own_words_when_its_entries_go(tmp_path: Path) -> None:
    made = _of(tmp_path, NAMED_TWICE, "{drop: [one]}")
    first, second = made.addressed.profile.sections
    assert (first.kind, first.body, first.entries) == (None, "As of today.", [])
    assert second.entries == ["two"]


def test_each_kept_name_is_told_at_its_place(tmp_path: Path) -> None:
    text = "select:\n  sections: [skills]\n  keep:\n  - metal\n  - junior-conservator\n"
    (problem,) = refused(tmp_path, text).problems
    assert "junior-conservator" in problem.message
    assert problem.span
    assert problem.span.line == 6


def test_a_summary_that_the_application_gives_is_a_section_like_others(tmp_path: Path) -> None:
    text = "basics: {name: A}\nskills: [{name: One}]\nawards: [{title: Two}]\n"
    new = "replace: {basics.summary: New.}\n"
    for sections, expected in (
        ("[skills, summary]", ["skills", "summary"]),
        ("[skills]", ["skills"]),
    ):
        said = placed(tmp_path, f"{new}select: {{sections: {sections}}}\n")
        made = tailor(Addressed(read_profile(text)), said)
        assert [one.kind for one in made.addressed.profile.sections] == expected


def test_a_summary_that_no_section_shows_is_shown_where_it_is_given(tmp_path: Path) -> None:
    text = "basics: {name: A, summary: Old.}\nskills: [{name: One}]\nsections: [skills]\n"
    said = placed(tmp_path, "replace: {basics.summary: New.}\n")
    made = tailor(Addressed(read_profile(text)), said)
    assert [one.kind for one in made.addressed.profile.sections] == ["summary", "skills"]


def test_what_is_named_first_twice_is_first(tmp_path: Path) -> None:
    made = tailored(tmp_path, "select: {first: [skills, skills]}\n")
    assert made.addressed.profile.sections[0].kind == "skills"


def test_without_its_only_section_a_profile_shows_nothing_it_did_not(tmp_path: Path) -> None:
    text = (
        "basics: {name: A, summary: Hidden.}\nawards: [{title: Hidden}]\n"
        "skills: [{name: One}]\nsections: [skills]\n"
    )
    made = _of(tmp_path, text, "{drop: [skills]}").addressed.profile
    assert (made.sections, made.awards, made.basics.summary) == ([], [], "")
