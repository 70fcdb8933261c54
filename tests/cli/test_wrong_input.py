"""What is wrong is said with its place, changes no file, and never gives a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.run import Run, run

GOOD = "basics: {name: Ada}\nwork: [{name: Acme}]\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some files that are right and some that are not."""
    monkeypatch.chdir(tmp_path)
    files: dict[str, str | bytes] = {
        "good.yaml": GOOD,
        "a/good.yaml": GOOD,
        "empty.md": "",
        "binary.md": b"%PDF\0\1",
        "broken.yaml": "basics:\n  name: a: b\n",
        "open.yaml": "skills:\n  - keywords: [lime, stone\nwork:\n  - name: A\n",
        "quote.yaml": 'basics:\n  name: "Ada\n  label: Mason\n',
        "unknown.yaml": "basics:\n  nmae: A\n",
        "late.yaml": "work:\n  - startDate: 2020\n    endDate: 2019\n",
        "nothing.yaml": "lang: en\n",
        "today.yaml": "letter: {date: today, body: Hello.}\n",
        "photo.yaml": "basics: {name: A, image: gone.png}\n",
        "glyph.yaml": "basics: {name: 'A \U0001f9ff'}\n",
        "long.yaml": f"basics: {{name: {'a' * 200}}}\n",
        "endless.yaml": f"basics: {{name: {'a' * 2000}}}\n",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (tmp_path / "void").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ("render gone.md", 2, "gone.md: error: there is no such file"),
        ("render void", 2, "holds no sources"),
        ("render empty.md", 1, "empty.md: error: the file is empty"),
        ("render binary.md", 1, "binary file"),
        ("render broken.yaml", 1, "broken.yaml:2:10: error:"),
        ("render open.yaml", 1, "open.yaml:2:15: error:"),
        ("render quote.yaml", 1, "quote.yaml:2:9: error:"),
        ("render", 2, "folder hint: is the name right? `typeset new sources`"),
        ("render unknown.yaml", 1, "unknown.yaml:2:3: error: there is no key 'nmae'"),
        ("render late.yaml", 1, "late.yaml:3:14: error: endDate 2019 is before"),
        ("render nothing.yaml", 1, "nothing.yaml: error: there is nothing to print"),
        ("render today.yaml", 1, "today.yaml: error: the letter is dated `today`"),
        ("render photo.yaml", 1, "photo.yaml:1:26: error: the image 'gone.png'"),
        ("render glyph.yaml", 1, "U+1F9FF"),
        ("render long.yaml", 1, "too narrow"),
        ("render endless.yaml", 1, "more than 1,000 characters"),
        ("render good.yaml --theme clasic", 2, "did you mean 'classic'?"),
        ("render good.yaml --set papr=A4", 2, "did you mean 'paper'?"),
        ("render good.yaml --set paper=A3", 2, "allowed: A4, Letter"),
        ("render good.yaml --set paper", 2, "not of the form option=value"),
        ("render good.yaml --today soon", 2, "'soon' is not a day"),
        ("render good.yaml --pages 0", 2, "Invalid value for '--pages'"),
        ("render good.yaml --pages two", 2, "Invalid value for '--pages'"),
        ("render good.yaml --themes-dir gone", 2, "no folder 'gone'"),
        ("render good.yaml --font-dir gone", 2, "no folder 'gone'"),
        ("render good.yaml --out good.yaml/x.pdf", 2, "cannot be written"),
        ("render good.yaml --nonsense", 2, "No such option"),
        ("render good.yaml --messages xml", 2, "xml"),
        ("render good.yaml --out .", 2, "would overwrite a source"),
        ("render good.yaml a/good.yaml", 2, "would both become out/good.pdf"),
        ("render good.yaml today.yaml --out x.pdf", 2, "one PDF is asked for 2 sources"),
        ("render good.yaml --theme classic --theme plain --out x.pdf", 2, "1 sources and 2 themes"),
        ("import gone.md", 2, "there is no such file"),
        ("import good.yaml --out good.yaml", 2, "would overwrite the source"),
        ("import unknown.yaml", 1, "unknown.yaml:2:3"),
        ("validate gone.md", 2, "there is no such file"),
        ("validate unknown.yaml late.yaml", 1, "late.yaml:3:14"),
        ("validate nothing.yaml", 1, "nothing.yaml: error: there is nothing to print"),
        ("themes show clasic", 2, "did you mean 'classic'?"),
        ("nonsense", 2, "No such command"),
    ],
)
def test_wrong_input(folder: Path, arguments: str, code: int, says: str) -> None:
    before = _contents(folder)
    done = run(*arguments.split())
    assert says in " ".join(done.err.split())
    assert done.code == code
    assert "Traceback" not in done.err + done.out
    assert "internal error" not in done.err
    assert _contents(folder) == before, "a failing command writes nothing"


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_one_failing_document_does_not_stop_the_others() -> None:
    done = run("render", "unknown.yaml", "good.yaml", "late.yaml")
    assert done.code == 1
    assert "unknown.yaml:2:3" in done.err
    assert "late.yaml:3:14" in done.err
    assert sorted(p.name for p in Path("out").iterdir()) == ["good.pdf", "good.yaml"]


def test_failing_theme_leaves_the_others_unwritten() -> None:
    """All outputs of one source are written, or none is."""
    Path("themes/bad").mkdir(parents=True)
    Path("themes/bad/theme.yaml").write_text("title: B\ndescription: D\nextends: classic\n")
    Path("themes/bad/resume.html.j2").write_text("{{ nothing }}")
    done = run("render", "good.yaml", "--theme", "classic", "--theme", "bad")
    assert done.code == 1
    assert "resume.html.j2" in done.err or "themes/bad" in done.err
    assert not Path("out").exists()


def test_output_is_never_an_input_by_another_name() -> None:
    Path("link").symlink_to(".")
    assert run("render", "good.yaml", "--out", "link").code == 2
    Path("me.yaml").symlink_to("good.yaml")
    assert run("import", "good.yaml", "--out", "me.yaml").code == 2
    os.link("good.yaml", "hard.yaml")
    assert Path("good.yaml").read_text() == GOOD


def test_failing_render_leaves_the_old_pdf() -> None:
    assert run("render", "good.yaml").code == 0
    before = _contents(Path("out"))
    Path("good.yaml").write_text("basics:\n  nmae: A\n")
    assert run("render", "good.yaml").code == 1
    assert _contents(Path("out")) == before


def test_strict_import_fails_where_a_line_found_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("left.yaml").write_text(GOOD + "unplaced: [{line: 3, text: lost}]\n")
    assert run("import", "left.yaml").code == 0
    assert run("import", "left.yaml", "--strict").code == 1


def test_interrupted_command_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> Run:
        raise KeyboardInterrupt

    monkeypatch.setattr("typeset.cli.render.run_render", interrupt)
    assert run("render", "good.yaml").code == 130


def test_fault_of_our_own_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Run:
        raise ValueError("oh")

    monkeypatch.setattr("typeset.cli.render.run_render", fail)
    monkeypatch.delenv("TYPESET_DEBUG", raising=False)
    done = run("render", "good.yaml")
    assert done.code == 1
    assert "internal error: ValueError: oh" in done.err
    assert "TYPESET_DEBUG=1" in done.err


def test_missing_library_exits_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    from typeset.problems import EnvironmentProblem, Problem

    def missing(*_: object, **__: object) -> Run:
        raise EnvironmentProblem(Problem("engine", "Pango is missing", hint="apt-get install it"))

    monkeypatch.setattr("typeset.typesetting.engine.load", missing)
    done = run("render", "good.yaml", "today.yaml", "--today", "2026-01-01", "--out", "elsewhere")
    assert done.code == 3
    assert "hint: apt-get install it" in done.err
    assert not Path("elsewhere").exists()
