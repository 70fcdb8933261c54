"""`typeset render --format`: other formats beside the PDF."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import run

RESUME = {
    "basics": {"name": "Ada Bell", "url": "https://example.com/ada"},
    "work": [{"name": "Acme", "position": "Head", "startDate": "2019", "highlights": ["Rang it."]}],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command runs in a folder with one JSON Resume."""
    monkeypatch.chdir(tmp_path)
    Path("cv").mkdir()
    Path("cv/me.json").write_text(json.dumps(RESUME), "utf-8")
    return tmp_path


def _files(name: str) -> list[str]:
    return sorted(str(p.relative_to(name)) for p in Path(name).rglob("*") if p.is_file())


def test_json_stands_beside_the_pdf_and_is_what_came_in() -> None:
    done = run("render", "cv", "--format", "pdf,json", "--theme", "classic", "--theme", "plain")
    assert (done.code, done.err) == (0, "")
    assert _files("out") == ["me-classic.pdf", "me-plain.pdf", "me.json", "me.yaml"]
    assert json.loads(Path("out/me.json").read_text("utf-8")) == RESUME
    again = run("render", "cv", "--format", "json")
    assert again.out == "out/me.json: unchanged\n"


def test_json_alone() -> None:
    done = run("render", "cv", "--format", "json")
    assert (done.code, done.out) == (0, "out/me.json: JSON Resume\n")
    assert _files("out") == ["me.json"]


def test_what_has_no_key_is_a_warning() -> None:
    Path("cv/letter.yaml").write_text("basics: {name: Ada}\nletter: {body: Hello there.}\n")
    done = run("render", "cv/letter.yaml", "--format", "json")
    assert done.code == 0
    assert "cv/letter.yaml: warning: JSON Resume has no key for letter" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "jsn"], "did you mean 'json'?"),
        (["--format", ""], "'' is no format to write"),
        (["--format", "json", "--out", "me.pdf"], "one PDF is asked for"),
        (["--format", "json", "--out", "cv"], "an output would overwrite a source"),
        (["--format", "json", "--for", "people.csv"], "letters to recipients become PDFs alone"),
    ],
)
def test_what_cannot_be_is_refused(arguments: list[str], message: str) -> None:
    done = run("render", "cv/me.json", *arguments)
    assert done.code == 2
    assert message in done.err
    assert _files(".") == ["cv/me.json"]


@pytest.mark.parametrize(
    ("formats", "made"), [("json", {"me.json"}), ("pdf,json", {"me.json", "me.pdf", "me.yaml"})]
)
def test_an_application_becomes_pdfs_alone(formats: str, made: set[str]) -> None:
    Path("cv/acme.yaml").write_text("profile: me.json\nrole: Head\norganisation: Acme\n")
    done = run("render", "cv", "--format", formats)
    assert done.code == 0
    assert "note: applications become PDFs alone" in done.err
    application = {file for file in _files("out") if file.startswith("acme/")}
    assert set(_files("out")) - application == made
    assert any(file.endswith(".pdf") for file in application) == ("pdf" in formats)
    assert not any(file.endswith("me.json") for file in application)
    alone = run("render", "cv/acme.yaml", "--format", "json")
    assert (alone.code, "applications become PDFs alone" in alone.err) == (2, True)
