"""YAML in: scalars stay what they are, and every mistake is named at its line and column."""

from __future__ import annotations

import pytest

from tests.say import only_problem, place, profile, refused
from typeset.profile import read_profile
from typeset.profile.nodes import MAX_DEPTH


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "no", "yes", "on", "true", "010", "0x1F", "12:30", "3.10", "1e3", "1_000", ".5"),
        *("2024-02-30", "=", "<<", "+1 202 555 0100", "~ tilde", "0b11", "NaN", "null and void"),
    ],
)
def test_scalars_are_text(text: str) -> None:
    """What YAML would make a boolean, a number, a time or a date of stays as it is written."""
    assert profile(f"basics:\n  name: {text}\n").basics.name == text


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_key_without_a_value_is_not_given(empty: str) -> None:
    assert profile(f"basics:\n  name: A\n  label: {empty}\n").basics.label == ""


def test_texts_are_normalised() -> None:
    basics = profile("basics:\n  name: '  Zoe\u0308\u200b A\u00a0B '\n").basics
    assert basics.name == "Zoë A B"


@pytest.mark.parametrize(
    ("text", "where", "says", "hint"),
    [
        ("basics:\n  nmae: A\n", (2, 3), "no key 'nmae'", "did you mean 'name'?"),
        ("works: []\n", (1, 1), "no key 'works'", "did you mean 'work'?"),
        ("work:\n  - name: A\n    compny: B\n", (3, 5), "no key 'compny'", "name"),
        ("basics:\n  name: A\n  name: B\n", (3, 3), "already given on line 2", ""),
        ("work:\n  - endDate: 2019\n    startDate: 2020\n", (2, 14), "before startDate", ""),
        ("work:\n  - startDate: 2020-13\n", (2, 16), "no month 13", ""),
        ("work:\n  - startDate: 2021-02-29\n", (2, 16), "no day 29", ""),
        ("work:\n  - startDate: May 2020\n", (2, 16), "is not a date", ""),
        ("work:\n  - endDate: now\n", (2, 14), "is not a date", "`present`"),
        ("basics:\n  name: [A]\n", (2, 9), "this is a text", ""),
        ("work: none\n", (1, 7), "this is a list", ""),
        ("work:\n  - none\n", (2, 5), "mapping", ""),
        ("basics: A\n", (1, 9), "mapping", ""),
        ("work:\n  - highlights:\n      - {lead: A, prose: B}\n", (3, 9), "either a bullet", ""),
        ("work:\n  - highlights:\n      - {tags: [a]}\n", (3, 9), "needs a text", ""),
        ("basics:\n  details:\n    - label: A\n", (3, 7), "'value' is needed", ""),
        ("sections: [wrok]\n", (1, 12), "'wrok' is not known", "did you mean 'work'?"),
        ("unplaced:\n  - {line: x, text: a}\n", (2, 12), "whole number", ""),
        ("basics: &a {name: A}\n", (1, 9), "anchors", ""),
        ("basics:\n  name: *a\n", (2, 9), "aliases", "write it out"),
        ("basics:\n  name: !!str A\n", (2, 9), "tags", ""),
        ("basics:\n  name: a: b\n", (2, 10), "not allowed", "needs quotes"),
        ("basics:\n  name: @a\n", (2, 9), "cannot start", "needs quotes"),
        ("basics:\n\tname: A\n", (2, 1), "cannot start", "not tabs"),
        ('basics:\n  name: "A\n', (2, 9), "end of stream", "must end with it"),
        ("a: b\n---\nc: d\n", (3, 1), "one YAML document", ""),
        ("? [a]\n: b\n", (1, 3), "a key is a word", ""),
    ],
)
def test_mistake_is_named_at_its_place(
    text: str, where: tuple[int, int], says: str, hint: str
) -> None:
    problem = only_problem(text)
    assert place(problem) == where
    assert says in problem.message
    assert hint in problem.hint


def test_all_mistakes_are_named_at_once_in_order() -> None:
    found = refused(lambda: profile("work:\n  - x: 1\n    startDate: y\nbasics:\n  z: 1\n"))
    assert [place(problem) for problem in found] == [(2, 5), (3, 16), (5, 3)]


@pytest.mark.parametrize("text", ["", "just words", "- a\n- b\n", "42", "[]"])
def test_what_is_no_mapping_is_no_profile(text: str) -> None:
    assert only_problem(text).rule == "not-a-profile"


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 30_000,
        "{a: " * 30_000,
        "- " * 30_000 + "a",
        '{"basics":' * 30_000,
    ],
)
def test_deep_nesting_is_refused_and_does_not_crash(text: str) -> None:
    problem = refused(lambda: read_profile(text))[-1]
    assert problem.rule == "yaml-depth"
    assert problem.span is not None


def test_bullets_may_be_nested_nearly_as_deep_as_yaml() -> None:
    levels = (MAX_DEPTH - 6) // 2
    text = "{text: a, children: [" * levels + "b" + "]}" * levels
    bullet = profile(f"work: [{{highlights: [{text}]}}]").work[0].highlights[0]
    for _ in range(levels):
        bullet = bullet.children[0]
    assert bullet.text == "b"


@pytest.mark.parametrize("half", ['"\\ud800"', '"a \\udc00 b"'])
def test_half_a_surrogate_pair_is_refused(half: str) -> None:
    """No later stage could write it."""
    problem = only_problem(f"basics:\n  name: {half}\n")
    assert place(problem)[0] == 2
    assert "invalid Unicode" in problem.message


def test_an_end_may_be_less_exact_than_its_start() -> None:
    work = profile("work: [{startDate: 2020-05, endDate: 2020}]").work[0]
    assert (str(work.start_date), str(work.end_date)) == ("2020-05", "2020")


def test_problem_underlines_what_is_wrong() -> None:
    problem = only_problem("basics:\n  nmae: A\n")
    assert str(problem).splitlines()[1:3] == ["    nmae: A", "    ^^^^"]
