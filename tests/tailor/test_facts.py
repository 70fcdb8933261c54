"""No application changes a fact, whatever way it tries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tailor.base import base, placed, refused, tailored
from typeset.profile.addresses import Addressed
from typeset.tailor.facts import changed_facts, is_fact

FACTS = {
    "basics.name": "Nell A.",
    "ferrow-daughter-head-clockmaker.name": "Ferrow Group",
    "ferrow-daughter-head-clockmaker.position": "Director",
    "ferrow-daughter-head-clockmaker.startDate": "2010-01",
    "ferrow-daughter-head-clockmaker.endDate": "2024",
    "ferrow-daughter-head-clockmaker.dates": "for twenty years",
    "city-museum-of-conservator/junior-conservator.position": "Conservator",
    "city-museum-of-conservator/junior-conservator.endDate": "2018",
    "clock-trust-guide.organization": "National Trust",
    "clock-trust-guide.position": "Curator",
    "west-dean-diploma-clocks.institution": "Oxford",
    "west-dean-diploma-clocks.studyType": "MSc",
    "west-dean-diploma-clocks.area": "Physics",
    "west-dean-diploma-clocks.score": "First",
    "west-dean-diploma-clocks.startDate": "2008",
    "the-guild-harrison-medal.title": "Nobel Prize",
    "the-guild-harrison-medal.awarder": "The King",
    "the-guild-harrison-medal.date": "2021",
    "first-aid-red-cross.name": "Surgery",
    "first-aid-red-cross.issuer": "NHS",
    "on-escapements-horological-review.name": "On Everything",
    "on-escapements-horological-review.publisher": "Nature",
    "on-escapements-horological-review.releaseDate": "2024",
    "the-kelso-clock.name": "Big Ben",
    "the-kelso-clock.entity": "Parliament",
    "scots.language": "Norse",
    "scots.fluency": "fluent",
    "ada-quill-she-is-never.name": "The Queen",
    "ada-quill-she-is-never.reference": "She is a genius.",
}


def _address(address: str) -> str:
    """The address as the base has it: derived ids are not this test's matter."""
    known = base().texts
    if address in known:
        return address
    field = address.rpartition(".")[2]
    start = address.split("-")[0]
    (found,) = [one for one in known if one.startswith(start) and one.endswith(f".{field}")]
    return found


@pytest.mark.parametrize("address", FACTS)
@pytest.mark.parametrize("way", ["flat", "nested", "extends"])
def test_a_changed_fact_is_refused(tmp_path: Path, address: str, way: str) -> None:
    where, value = _address(address), FACTS[address]
    owner, _, field = where.rpartition(".")
    flat = f"replace:\n  {where}: {value}\n"
    nested = f"replace:\n  {owner}:\n    {field}: {value}\n"
    if way == "extends":
        error = refused(tmp_path, "extends: _common.yaml\n", _common=flat)
    else:
        error = refused(tmp_path, flat if way == "flat" else nested)
    (problem,) = error.problems
    assert problem.rule == "honesty"
    assert value in problem.message, "it shows what the application says"
    was = base().texts[where].value
    assert str(was or "not given") in problem.message, "and what the profile does"
    assert problem.span
    assert problem.span.line > 1
    assert problem.span.path.endswith("_common.yaml" if way == "extends" else "application.yaml")


def test_a_fact_named_by_the_end_of_its_address_is_no_less_one(tmp_path: Path) -> None:
    error = refused(tmp_path, "replace: {junior-conservator.position: Director}\n")
    assert [p.rule for p in error.problems] == ["honesty"]


def test_the_fact_itself_may_be_said_again(tmp_path: Path) -> None:
    made = tailored(
        tmp_path, "replace: {ferrow-daughter-head-clockmaker.position: Head clockmaker}\n"
    )
    assert made.reworded == ()


def test_a_replaced_text_may_not_bring_an_entry_of_its_own(tmp_path: Path) -> None:
    for heading in ("### Director, Big Ben", "Director, Big Ben\n    ==="):
        error = refused(tmp_path, f"replace:\n  basics.summary: |\n    Clocks.\n\n    {heading}\n")
        assert [p.rule for p in error.problems] == ["honesty"]


def test_a_figure_that_the_profile_does_not_give_is_a_warning(tmp_path: Path) -> None:
    made = tailored(
        tmp_path, "replace: {basics.summary: Forty clocks and 90 watches since 2012.}\n"
    )
    (problem,) = made.problems
    assert problem.rule == "new-figure"
    assert "90" in problem.message
    assert "2012" not in problem.message


def test_wording_is_no_fact(tmp_path: Path) -> None:
    made = tailored(
        tmp_path,
        "replace: {basics.label: Turret clocks, rebuilt-12-turret-clocks: Made 12 clocks go.}\n",
    )
    assert [(one.address.rpartition("/")[2], one.after) for one in made.reworded] == [
        ("basics.label", "Turret clocks"),
        ("rebuilt-12-turret-clocks", "Made 12 clocks go."),
    ]
    assert made.problems == ()


def test_facts_are_compared_once_more_at_the_end() -> None:
    """Whatever a rule may have let through."""
    one, other = base(), base()
    for field in other.texts.values():
        if is_fact(field) and isinstance(field.value, str) and field.value:
            field.put(f"{field.value} (honorary)")
    found = changed_facts(one, other)
    assert len(found) > 20
    assert {problem.rule for problem in found} == {"honesty"}
    assert changed_facts(one, Addressed(one.profile)) == []


def test_a_text_that_there_is_not_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, "replace: {basics.sumary: x, skills.name: y, basics: z}\n")
    assert [p.rule for p in error.problems] == ["address"] * 3
    assert error.problems[0].hint == "did you mean 'basics.summary'?"


def test_a_list_is_replaced_by_a_list(tmp_path: Path) -> None:
    made = tailored(tmp_path, "replace: {metal.keywords: [gilding, turning]}\n")
    assert made.addressed.profile.skills[0].keywords == ["gilding", "turning"]
    error = refused(tmp_path, "replace: {metal.keywords: gilding, basics.summary: [a]}\n")
    assert [p.rule for p in error.problems] == ["wording", "wording"]


def test_the_base_is_what_it_was(tmp_path: Path) -> None:
    before = base()
    placed(tmp_path, "")
    assert before.profile.model_dump() == base().profile.model_dump()


@pytest.mark.parametrize(
    "text",
    [
        "ferrow-daughter-head-clockmaker.startDate: 2018-04",
        "the-guild-harrison-medal.date: 2019",
        "ferrow-daughter-head-clockmaker.position: 'Head  clockmaker'",
        'ferrow-daughter-head-clockmaker.name: "Ferrow & Daugh\u200bter"',
    ],
)
def test_a_fact_said_again_stays_what_it_was(tmp_path: Path, text: str) -> None:
    """A date stays a date, whatever its words."""
    made = tailored(tmp_path, f"replace:\n  {text}\n")
    assert made.addressed.profile.model_dump() == base().profile.model_dump()
    assert made.reworded == ()


@pytest.mark.parametrize(
    "name", ["Head cl\u043eckmaker", "head clockmaker", "Head\u2060 Clockmaker"]
)
def test_a_fact_that_only_looks_the_same_is_another(tmp_path: Path, name: str) -> None:
    text = f"replace:\n  ferrow-daughter-head-clockmaker.position: {name}\n"
    assert [p.rule for p in refused(tmp_path, text).problems] == ["honesty"]


def test_of_a_list_of_facts_some_may_go_and_none_may_come(tmp_path: Path) -> None:
    made = tailored(tmp_path, "replace: {the-kelso-clock.roles: []}\n")
    assert made.addressed.profile.projects[0].roles == []
    error = refused(tmp_path, "replace: {the-kelso-clock.roles: [Lead, Owner]}\n")
    assert [p.rule for p in error.problems] == ["honesty"]


def test_a_grade_or_a_place_need_not_be_told_but_is_no_other(tmp_path: Path) -> None:
    made = tailored(tmp_path, "replace: {west-dean-diploma-clocks.score: ''}\n")
    assert made.addressed.profile.education[0].score == ""
    error = refused(tmp_path, "replace: {ferrow-daughter-head-clockmaker.location: London}\n")
    assert [p.rule for p in error.problems] == ["honesty"]


def test_what_stands_in_another_entry_is_a_changed_fact() -> None:
    one, other = base(), base()
    first, second = other.profile.work
    first.roles, second.roles = second.roles, []
    (problem,) = changed_facts(one, Addressed(other.profile))
    assert "junior-conservator" in problem.message


@pytest.mark.parametrize(
    "words",
    [
        "Rebuilt 12 clocks, and four more, since 2012.",
        "Rebuilt twelve clocks for 4 people in 2012–18.",
        "Catalogued 800 watches, 40 a week, until 03/2018.",
    ],
)
def test_a_figure_of_the_profile_may_be_written_otherwise(tmp_path: Path, words: str) -> None:
    assert tailored(tmp_path, f"replace: {{basics.summary: '{words}'}}\n").problems == ()


def test_digits_of_the_head_are_no_figures(tmp_path: Path) -> None:
    from typeset.tailor.facts import figures_of

    text = "basics: {name: A, phone: 01632 960 123, location: Kelso 77}\n"
    assert not {960, 77} & figures_of(base(text))


def test_a_highlight_is_left_out_by_the_selection_not_by_no_words(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "replace: {rebuilt-12-turret-clocks: ''}\n").problems
    assert "drop" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "{basics: {label: x}, basics.label: y}",
        "{rebuilt-12-turret-clocks: x,"
        " ferrow-daughter-head-clockmaker/rebuilt-12-turret-clocks: y}",
    ],
)
def test_a_text_given_twice_is_refused(tmp_path: Path, text: str) -> None:
    assert [p.rule for p in refused(tmp_path, f"replace: {text}\n").problems] == ["wording"]


def test_by_whatever_address_the_file_above_wins(tmp_path: Path) -> None:
    common = "replace: {ferrow-daughter-head-clockmaker/rebuilt-12-turret-clocks: Old}\n"
    text = "extends: _common.yaml\nreplace: {rebuilt-12-turret-clocks: New}\n"
    (change,) = tailored(tmp_path, text, _common=common).reworded
    assert change.after == "New"


def test_an_address_that_may_be_several_is_told_with_all_of_them() -> None:
    from typeset.tailor.wording import unknown

    known = ["a/clerk", "b/clerk", "c"]
    problem = unknown("text", "clerk", known, None)
    assert problem.message == "'clerk' may be 'a/clerk' or 'b/clerk'"
    assert "there is no text" in unknown("text", "clark", known, None).message


def test_words_are_as_a_profile_holds_them(tmp_path: Path) -> None:
    made = tailored(tmp_path, 'replace: {basics.label: "One\\u2028two\\u00adthree"}\n')
    assert made.addressed.profile.basics.label == "One\ntwothree"
    error = refused(tmp_path, "replace: {metal.keywords: ['', turning]}\n")
    assert [p.rule for p in error.problems] == ["wording"]
