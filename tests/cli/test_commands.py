"""Each command does what it says, from an empty folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import run

RESUME = "# Ada Bell\n\nada@example.com\n\n## Experience\n\n### Head, Acme\n\n- Made tools.\n"
PROFILE = "basics: {name: Ada Bell}\nwork: [{name: Acme, highlights: [Made tools.]}]\n"
LETTER = "basics: {name: Ada Bell}\nletter: {date: today, body: Hello., closing: 'Yours,'}\n"


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command runs in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _files(folder: str = ".") -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in Path(folder).rglob("*") if p.is_file())


def test_new_then_render() -> None:
    made = run("new", "mine")
    assert (made.code, _files()) == (0, ["mine/letter.md", "mine/resume.md"])
    assert "typeset render mine" in made.out
    assert run("render", "mine").code == 0
    assert _files("out") == ["letter.pdf", "letter.yaml", "resume.pdf", "resume.yaml"]


def test_new_yaml_then_render_and_validate() -> None:
    assert run("new", "mine", "--yaml").code == 0
    assert _files("mine") == ["letter.yaml", "resume.yaml", "typeset.schema.json"]
    done = run("validate", "mine/resume.yaml", "mine/letter.yaml")
    assert (done.code, done.err) == (0, "")
    assert run("render", "mine/resume.yaml", "mine/letter.yaml").code == 0


def test_a_new_folder_of_profiles_is_rendered_whole() -> None:
    """The schema that lies beside them is no source."""
    run("new", "mine", "--yaml")
    done = run("render", "mine")
    assert (done.code, done.err) == (0, "")


def test_new_never_replaces_a_file() -> None:
    Path("mine").mkdir()
    Path("mine/resume.md").write_text("mine")
    done = run("new", "mine")
    assert done.code == 2
    assert "exists" in done.err
    assert _files() == ["mine/resume.md"]


def test_render_mirrors_folders_and_says_how_many_pages() -> None:
    Path("sources/a").mkdir(parents=True)
    Path("sources/a/me.yaml").write_text(PROFILE)
    done = run("render")
    assert (done.code, done.out, done.err) == (0, "out/a/me.pdf: 1 page\n", "")
    assert _files("out") == ["a/me.pdf", "a/me.yaml"]


def test_render_into_one_pdf_writes_it_alone() -> None:
    Path("me.yaml").write_text(PROFILE)
    assert run("render", "me.yaml", "--out", "x/mine.PDF").code == 0
    assert _files("x") == ["mine.PDF"]


def test_render_with_two_themes_names_them() -> None:
    Path("me.yaml").write_text(PROFILE)
    Path("themes/mine").mkdir(parents=True)
    Path("themes/mine/theme.yaml").write_text("title: M\ndescription: D\nextends: classic\n")
    done = run("render", "me.yaml", "--theme", "classic", "--theme", "mine")
    assert done.code == 0
    assert _files("out") == ["me-classic.pdf", "me-mine.pdf", "me.yaml"]


def test_second_run_changes_nothing() -> None:
    Path("me.yaml").write_text(PROFILE)
    run("render", "me.yaml")
    before = {name: Path("out", name).stat().st_mtime_ns for name in _files("out")}
    done = run("render", "me.yaml")
    assert (done.code, done.out) == (0, "out/me.pdf: unchanged\n")
    assert {name: Path("out", name).stat().st_mtime_ns for name in _files("out")} == before


def test_force_renders_again_to_the_same_bytes() -> None:
    Path("me.yaml").write_text(PROFILE)
    run("render", "me.yaml")
    before = Path("out/me.pdf").read_bytes()
    assert run("render", "me.yaml", "--force").out == "out/me.pdf: 1 page\n"
    assert Path("out/me.pdf").read_bytes() == before


def test_changed_option_renders_again() -> None:
    Path("me.yaml").write_text(PROFILE)
    run("render", "me.yaml")
    assert run("render", "me.yaml", "--set", "paper=Letter").out == "out/me.pdf: 1 page\n"


def test_letter_of_today_takes_its_day_from_the_command() -> None:
    Path("me.yaml").write_text(LETTER)
    assert run("render", "me.yaml", "--today", "2026-03-09").code == 0


def test_quiet_says_nothing() -> None:
    Path("me.yaml").write_text(PROFILE + "sections: [summary]\nawards: [{title: A}]\n")
    done = run("render", "me.yaml", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_import_prints_or_writes_the_profile() -> None:
    Path("me.md").write_text(RESUME)
    done = run("import", "me.md")
    assert done.code == 0
    assert "name: Ada Bell" in done.out
    assert "words placed" in done.err
    assert run("import", "me.md", "--out", "x/me.yaml", "--explain").code == 0
    assert Path("x/me.yaml").read_text() == done.out
    assert run("validate", "x/me.yaml").code == 0


def test_validate_says_valid_and_writes_nothing() -> None:
    Path("me.md").write_text(RESUME)
    done = run("validate", "me.md")
    assert (done.code, done.out) == (0, "me.md: valid\n")
    assert _files() == ["me.md"]


def test_themes_lists_and_shows() -> None:
    for arguments in (["themes"], ["themes", "list"]):
        done = run(*arguments)
        assert (done.code, done.err) == (0, "")
        assert "classic" in done.out
        assert "base" not in [line.split()[0] for line in done.out.splitlines()]
    shown = run("themes", "show", "classic")
    assert "--set paper=A4" in shown.out
    assert "A4, Letter" in shown.out


def test_schema_prints_or_writes_json() -> None:
    done = run("schema")
    assert json.loads(done.out)["title"] == "typeset profile"
    assert run("schema", "--out", "s.json").code == 0
    assert Path("s.json").read_text() == done.out


def test_doctor_says_what_there_is() -> None:
    done = run("doctor")
    assert done.code == 0
    assert "WeasyPrint 70" in done.out
    assert "EB Garamond" in done.out


@pytest.mark.parametrize("form", ["json", "github"])
def test_messages_for_programs(form: str) -> None:
    Path("me.yaml").write_text("basics:\n  nmae: 50%, a\n")
    done = run("render", "me.yaml", "--messages", form)
    assert done.code == 1
    assert done.err == ""
    if form == "json":
        (line,) = done.out.splitlines()
        said = json.loads(line)
        assert (said["rule"], said["severity"]) == ("extra-forbidden", "error")
        assert (said["file"], said["line"], said["column"]) == ("me.yaml", 2, 3)
        assert said["hint"] == "did you mean 'name'?"
    else:
        assert done.out == (
            "::error title=extra-forbidden,file=me.yaml,line=2,col=3::"
            "there is no key 'nmae' here (did you mean 'name'?)\n"
        )


def test_notes_for_github_are_notices() -> None:
    Path("me.yaml").write_text(PROFILE + "sections: [work]\nawards: [{title: A}]\n")
    done = run("validate", "me.yaml", "--messages", "github")
    assert done.out.startswith("::notice title=section-left-out,file=me.yaml::")


def test_json_resume_as_yaml_is_imported_though_it_is_no_profile() -> None:
    """Dates in words, keys of old: `validate` says where, `import` reads it."""
    text = (
        "basics:\n  name: Ann Bell\nwork:\n- company: Mill\n  startDate: May 2019\n  mood: calm\n"
    )
    Path("resume.yaml").write_text(text, "utf-8")
    assert run("validate", "resume.yaml").code == 1
    done = run("import", "resume.yaml")
    assert done.code == 0
    assert "startDate: 2019-05" in done.out
    assert "work[0].mood: calm" in done.out
