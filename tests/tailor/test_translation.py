"""A profile in another of its author's languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tailor.base import RESUME
from typeset.loading import Loaded, in_language, load, translation_of
from typeset.problems import Problem, Severity, TypesetError
from typeset.tailor import is_whole

GERMAN = """
basics:
  label: Uhrmacherin
  summary: Setzt Turmuhren instand.
ferrow-daughter-head-clockmaker:
  position: Leitende Uhrmacherin
  summary: Führt eine Werkstatt von vier.
rebuilt-12-turret-clocks: Zwölf Turmuhren neu gebaut.
"""


def _in_german(
    folder: Path, german: str, *, strict: bool = False, lang: str = "de"
) -> tuple[Loaded, list[Problem]]:
    source = folder / "resume.yaml"
    source.write_text(RESUME)
    (folder / "resume.de.yaml").write_text(german)
    return in_language(load(source), lang, strict=strict)


def test_texts_are_the_translations_and_the_language_follows(tmp_path: Path) -> None:
    loaded, _ = _in_german(tmp_path, GERMAN)
    assert loaded.profile.lang == "de"
    assert loaded.profile.basics.label == "Uhrmacherin"
    work = loaded.profile.work[0]
    assert (work.position, work.name) == ("Leitende Uhrmacherin", "Ferrow & Daughter")
    assert work.highlights[0].text == "Zwölf Turmuhren neu gebaut."


def test_what_is_not_translated_is_told_names_are_not(tmp_path: Path) -> None:
    _, problems = _in_german(tmp_path, GERMAN)
    assert {(p.rule, p.severity) for p in problems} == {("not-translated", Severity.WARNING)}
    told = "\n".join(p.message for p in problems)
    assert "Trained three apprentices." in told
    assert "native" in told
    for name in ("Ferrow & Daughter", "Nell Ashby", "West Dean", "On Escapements"):
        assert name not in told
    _, strict = _in_german(tmp_path, GERMAN, strict=True)
    assert {p.severity for p in strict} == {Severity.ERROR}


def test_a_date_has_no_language_and_a_text_must_exist(tmp_path: Path) -> None:
    wrong = "ferrow-daughter-head-clockmaker.startDate: 2019\nbasics.lable: x\n"
    with pytest.raises(TypesetError) as caught:
        _in_german(tmp_path, wrong)
    assert [p.rule for p in caught.value.problems] == ["address", "address"]
    assert all(p.span and p.span.line for p in caught.value.problems)


def test_addresses_are_those_of_the_base_whatever_is_translated(tmp_path: Path) -> None:
    loaded, _ = _in_german(tmp_path, GERMAN)
    assert loaded.profile.work[0].id == "ferrow-daughter-head-clockmaker"


def test_without_a_translation_that_is_said(tmp_path: Path) -> None:
    loaded, problems = _in_german(tmp_path, GERMAN, lang="fr")
    assert [p.rule for p in problems] == ["not-translated"]
    assert "resume.fr.yaml" in problems[0].hint
    assert loaded.profile.basics.label == "Clockmaker"


@pytest.mark.parametrize("lang", ["", "en", "en-GB"])
def test_its_own_language_needs_none(tmp_path: Path, lang: str) -> None:
    _, problems = _in_german(tmp_path, GERMAN, lang=lang)
    assert problems == []


def test_the_nearest_language_is_taken(tmp_path: Path) -> None:
    for name in ("cv.md", "cv.pt.yaml", "cv.pt-BR.yml"):
        (tmp_path / name).write_text("x")
    source = tmp_path / "cv.md"
    assert translation_of(source, "pt-BR") == tmp_path / "cv.pt-BR.yml"
    assert translation_of(source, "pt-PT") == tmp_path / "cv.pt.yaml"
    assert translation_of(source, "fr") is None


@pytest.mark.parametrize(
    "german",
    [
        "the-guild-harrison-medal.date: 2020",
        "basics: {label: a}\nbasics.label: b",
        "rebuilt-12-turret-clocks: ''",
    ],
)
def test_what_a_translation_may_not_say(tmp_path: Path, german: str) -> None:
    with pytest.raises(TypesetError) as caught:
        _in_german(tmp_path, german)
    assert [p.span.line for p in caught.value.problems if p.span] == [german.count("\n") + 1]


def test_a_whole_profile_is_no_translation(tmp_path: Path) -> None:
    loaded, (problem,) = _in_german(tmp_path, RESUME)
    assert loaded.profile.basics.label == "Clockmaker"
    assert problem.rule == "not-translated"
    assert "resume.de.yaml" in problem.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("letter:\n  body: Hallo\n", False),
        ("lang: de\nletter:\n  body: Hallo\n", True),
        ("basics: {name: A}\nletter:\n  body: Hallo\n", True),
        ("sections:\n  work.title: Arbeit\n", False),
        ("work:\n- name: A\n", True),
        ("letter.body: Hallo\n", False),
    ],
)
def test_a_profile_of_its_own_is_known_by_its_lists(text: str, expected: bool) -> None:
    assert is_whole(text) is expected


def test_a_letter_and_a_markdown_source_are_translated(tmp_path: Path) -> None:
    (tmp_path / "me.md").write_text(
        "# Nell Ashby\n\n## Experience\n\n### Smith, Forge\n\n- Struck iron\n"
    )
    (tmp_path / "me.de.yaml").write_text("struck-iron: Schlug Eisen\n")
    loaded, _ = in_language(load(tmp_path / "me.md"), "de")
    assert loaded.profile.work[0].highlights[0].text == "Schlug Eisen"
    (tmp_path / "l.yaml").write_text("basics: {name: A}\nletter: {date: 3 March, body: Hello}\n")
    (tmp_path / "l.de.yaml").write_text("letter:\n  date: 3. März\n  body: Hallo\n")
    loaded, problems = in_language(load(tmp_path / "l.yaml"), "de", strict=True)
    assert loaded.profile.letter
    assert (loaded.profile.letter.date, loaded.profile.letter.body) == ("3. März", "Hallo")
    assert problems == []


@pytest.mark.parametrize("lang", ["../../etc", "..", "d", "de/x", "de de"])
def test_what_is_no_language_is_refused(tmp_path: Path, lang: str) -> None:
    with pytest.raises(TypesetError, match="is no language"):
        _in_german(tmp_path, GERMAN, lang=lang)
