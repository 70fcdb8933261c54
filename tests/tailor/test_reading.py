"""An application's files: extending, paths, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tailor.base import placed, written
from typeset.problems import TypesetError
from typeset.tailor import is_application, read_application


def _read(path: Path) -> str:
    return path.read_text()


def test_an_application_says_more_than_what_it_extends(tmp_path: Path) -> None:
    common = (
        "profile: resume.yaml\nrole: Clerk\nfields: {a: x, b: y}\npages: {resume: 2, letter: 1}\n"
        "theme: {name: modern, options: {paper: Letter}}\n"
        "select: {drop: [awards], first: [skills]}\n"
        "replace: {basics: {label: Old, summary: Kept}}\n"
    )
    own = (
        "extends: _common.yaml\nrole: Smith\nfields: {b: z}\npages: 1\n"
        "theme: {options: {accent: red}}\nselect: {drop: [work]}\nreplace: {basics.label: New}\n"
    )
    path = written(tmp_path, application=own, _common=common)
    said = read_application(path, _read)
    application = said.application
    assert application.role == "Smith"
    assert application.fields == {"a": "x", "b": "z"}
    assert application.pages.model_dump() == {"resume": 1, "letter": 1}
    assert application.theme.name == "modern"
    assert application.theme.options == {"paper": "Letter", "accent": "red"}
    assert application.select.drop == ["work"], "a list takes the place of the other"
    assert application.select.first == ["skills"]
    words = {one.address: one.words for one in said.wordings}
    assert words == {"basics.label": "New", "basics.summary": "Kept"}


def test_paths_start_from_the_file_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/_common.yaml").write_text("profile: ../resume.md\n")
    (tmp_path / "a/b/one.yaml").write_text("extends: ../_common.yaml\nletter: letter.md\n")
    said = read_application(tmp_path / "a/b/one.yaml", _read).application
    assert Path(said.profile) == tmp_path / "resume.md"
    assert Path(said.letter) == tmp_path / "a/b/letter.md"


def test_a_place_is_that_of_the_file_that_says_it(tmp_path: Path) -> None:
    common = "profile: resume.yaml\nrole: Clerk\n"
    path = written(tmp_path, application="lang: de\nextends: _common.yaml\n", _common=common)
    said = read_application(path, _read)
    assert str(said.span("role")).endswith("_common.yaml:2:7")
    assert str(said.span("lang")).endswith("application.yaml:1:7")
    assert str(said.span("posting")).endswith("application.yaml")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("- a\n", "not-an-application"),
        ("profil: x\n", "extra-forbidden"),
        ("profile: x\npages: 0\n", "greater-than-equal"),
        ("profile: x\npages: many\n", "int-parsing"),
        ("profile: x\nleave-out: perhaps\n", "bool-parsing"),
        ("profile: x\nselect: {drop: awards}\n", "list-type"),
        ("profile: x\nreplace: {basics: {label: {}}}\nrole: [a]\n", "string-type"),
        ("role: x\n", "missing"),
        ("extends: application.yaml\n", "extends"),
        ("profile: x\nprofile: y\n", "duplicate-key"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, rule: str) -> None:
    path = written(tmp_path, application=text)
    with pytest.raises(TypesetError) as caught:
        read_application(path, _read)
    problem = caught.value.problems[0]
    assert problem.rule == rule
    assert problem.span
    assert problem.span.path == str(path)


def test_a_text_that_is_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(TypesetError) as caught:
        placed(tmp_path, "replace: {metal.keywords: [[a]]}\n")
    assert caught.value.problems[0].rule == "wording"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("profile: ../resume.md\nrole: x\n", True),
        ("# note\nextends: _common.yaml\n", True),
        ("basics: {name: A}\nwork: []\n", False),
        ("letter: {body: x}\n", False),
        ("cv:\n  profile: x\n", False),
    ],
)
def test_an_application_is_known_by_its_keys(text: str, expected: bool) -> None:
    assert is_application(text) is expected
