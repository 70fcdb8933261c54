"""Outputs are whole, together, and never an input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from typeset.cli.app import app
from typeset.files import write_together
from typeset.problems import UsageError

PROFILE = "basics: {name: Ann Lee, email: ann@example.org}\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_that_holds_its_outputs_is_rendered_again() -> None:
    Path("cv.yaml").write_text(PROFILE)
    for _ in range(2):
        assert run("render", ".").exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["cv.pdf", "cv.yaml"]


def test_files_of_one_document_are_written_together_or_not_at_all() -> None:
    Path("taken").mkdir()
    with pytest.raises(UsageError, match="something else"):
        write_together({Path("a.pdf"): b"x", Path("taken"): "y"})
    assert [path.name for path in Path().iterdir()] == ["taken"]


def test_a_symbolic_link_stays_one() -> None:
    Path("real.yaml").write_text("old")
    Path("link.yaml").symlink_to("real.yaml")
    write_together({Path("link.yaml"): "new"})
    assert Path("link.yaml").is_symlink()
    assert Path("real.yaml").read_text() == "new"


def test_a_pipe_is_refused_and_not_waited_for() -> None:
    os.mkfifo("pipe.md")
    refused = run("import", "pipe.md")
    assert (refused.exit_code, "regular file" in refused.stderr) == (2, True)


def test_nothing_is_written_into_a_source_folder() -> None:
    export = Path("export")
    export.mkdir()
    (export / "Positions.csv").write_text("Company Name,Title\nAcme,Maker\n")
    refused = run("import", "export", "--out", "export/Positions.csv")
    assert refused.exit_code == 2
    assert (export / "Positions.csv").read_text().startswith("Company")
