"""Themes from the command line: listed, shown, begun, proofed; and an author's own wishes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from typeset.cli import theme_check
from typeset.cli.app import app
from typeset.loading import load
from typeset.pipeline import Settings, prepare
from typeset.problems import TypesetError

PROFILE = "basics: {name: Ann Lee, email: ann@example.org}\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))


def test_a_new_theme_is_found_shown_and_rendered_with() -> None:
    assert run("themes", "new", "mine", "--from", "modern").exit_code == 0
    assert "mine" in run("themes", "list").stdout
    assert "--set accent=" in run("themes", "show", "mine").stdout
    Path("a.yaml").write_text(PROFILE)
    assert run("render", "a.yaml", "--theme", "mine").exit_code == 0


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("mine", "--from", "moderm"), "modern"),
        (("My Theme",), "a-z"),
        (("classic", "--in", "taken"), "exists"),
    ],
)
def test_a_new_theme_is_refused(words: tuple[str, ...], hint: str) -> None:
    Path("taken/classic").mkdir(parents=True)
    refused = run("themes", "new", *words)
    assert refused.exit_code == 2
    assert hint in refused.stderr
    assert not Path("themes").exists()


def test_themes_of_the_users_configuration_are_found() -> None:
    run("themes", "new", "mine", "--in", "configuration/typeset/themes")
    assert "mine" in run("themes", "list").stdout


def test_check_says_what_is_wrong_with_a_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    specimens = Path("specimens")
    specimens.mkdir()
    shutil.copy(theme_check.SPECIMENS / "one-contact.yaml", specimens)
    monkeypatch.setattr(theme_check, "SPECIMENS", specimens)
    run("themes", "new", "mine")
    fine = run("themes", "check", "mine")
    assert (fine.exit_code, fine.stdout) == (0, "one-contact: A4 fine\none-contact: Letter fine\n")
    for style, rule in {
        "html { color: #bbb }": "contrast",
        ".contacts { font-size: 3pt }": "pt",
        "h2 { display: none }": "lacks",
        "body { background: url(https://example.com/x.png) }": "example.com",
    }.items():
        Path("themes/mine/style.css").write_text(style)
        bad = run("themes", "check", "mine", "--quiet")
        assert bad.exit_code == 1, style
        assert rule in bad.stderr


def test_a_profile_may_name_its_theme_and_options() -> None:
    path = Path("a.yaml")
    path.write_text(PROFILE + "theme: {name: modern, options: {accent: '#123456'}}\n")
    prepared = prepare(load(path), Settings())
    assert (prepared.theme.name, prepared.values["accent"]) == ("modern", "#123456")
    given = prepare(load(path), Settings(options={"accent": "#654321"}))
    assert given.values["accent"] == "#654321"
    other = prepare(load(path), Settings(theme="classic"))  # its options are not this theme's
    assert other.values["accent"] == other.theme.options["accent"].default


def test_a_wrong_option_of_a_profile_names_the_file_and_what_is_allowed() -> None:
    path = Path("a.yaml")
    path.write_text(PROFILE + "theme: {options: {paper: A5}}\n")
    with pytest.raises(TypesetError, match=r"a.yaml:2:.*\n[\s\S]*A4, Letter"):
        prepare(load(path), Settings())


def test_a_style_sheet_beside_a_source_refines_its_theme() -> None:
    path = Path("a.yaml")
    path.write_text(PROFILE)
    before = prepare(load(path), Settings())
    Path("style.css").write_text("h1 { font-style: italic }")
    after = prepare(load(path), Settings())
    assert after.html().styles[-1].text == "h1 { font-style: italic }"
    assert after.key != before.key
