"""Where a remark stands: line and column in YAML, a line of a source, else a path in words."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.case import Case, all_cases
from tests.conformance.pages import samples
from typeset.checks.lint import lint_profile
from typeset.checks.lint.walk import said, texts
from typeset.loading import load
from typeset.problems import Problem
from typeset.profile.reading import read_placed

YAML = """
    basics:
      email: nowhere
    work:
      - name: Acme
        highlights:
          - Led it.
          - Led the the team.
"""


def test_place_in_yaml() -> None:
    profile, places = read_placed(dedent(YAML), "me.yaml")
    problems = lint_profile(profile, places, name="me.yaml")
    assert {p.rule: str(p.span) for p in problems} == {
        "email-form": "me.yaml:3:10",
        "word-twice": "me.yaml:8:9",
    }
    assert "^^^^^^^" in str(problems[0])


def test_place_in_words() -> None:
    profile, _ = read_placed(dedent(YAML), "me.yaml")
    messages = [p.message for p in lint_profile(profile, name="me.yaml")]
    assert messages[0].startswith("basics.email: 'nowhere'")
    assert messages[1] == "work[0].highlights[1]: “the the”"


def test_place_in_a_source(tmp_path: Path) -> None:
    source = tmp_path / "me.md"
    source.write_text(
        "# Ilse Brandt\n\nilse@example.org\n\n## Experience\n\n### Engineer, Acme\n\n"
        "*2020 – 2021*\n\n- Drew it.\n- Led the the team of nine.\n- Sold it.\n"
    )
    loaded = load(source)
    problems = lint_profile(loaded.profile, loaded.places, name="me.md", source=loaded.text)
    (problem,) = [p for p in problems if p.rule == "word-twice"]
    assert str(problem.span) == "me.md:12"


@pytest.mark.parametrize(
    ("path", "words"), [(("work", 0, "roles", 1), "work[0].roles[1]"), ((), ""), (("a",), "a")]
)
def test_path_in_words(path: tuple[str | int, ...], words: str) -> None:
    assert said(path) == words


def test_texts_are_those_that_are_printed() -> None:
    profile, _ = read_placed(
        dedent("""
            lang: en
            basics: {name: A, email: e@example.org, url: example.org, profiles: [{username: u}]}
            sections: [{kind: work, entries: [x]}, {title: T, entries: [{title: G, tags: [t]}]}]
            work: [{name: N, id: x, dates: summer 2019, url: example.org, highlights: [H]}]
        """)
    )
    assert [text for _, text in texts(profile)] == ["A", "T", "G", "H", "N"]


def test_samples_have_nothing_to_hear() -> None:
    found: list[Problem] = []
    for source in samples():
        loaded = load(source)
        found += lint_profile(loaded.profile, loaded.places, name=str(source))
    assert found == []


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_every_remark_has_a_place(case: Case) -> None:
    path = case.path("profile.yaml")
    loaded = load(path)
    for problem in lint_profile(loaded.profile, loaded.places, name=str(path)):
        assert problem.span
        assert problem.span.line
        assert problem.hint
