"""`typeset check`, as it is called."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest

from tests.checks.changed import TEXT, good_pdf
from tests.cli.run import run
from tests.say import loaded
from typeset.pipeline import Settings, prepare, render
from typeset.typesetting import Press

WRONG = TEXT.replace("odile.varga@example.org", "nowhere").replace("stands of", "stands of of")


@pytest.fixture
def pdf(tmp_path: Path, press: Press) -> Path:
    path = tmp_path / "cv.pdf"
    path.write_bytes(good_pdf(press))
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "me.yaml"
    path.write_text(TEXT)
    return path


def test_good_profile(profile: Path) -> None:
    done = run("check", profile)
    assert (done.code, done.out, done.err) == (0, f"{profile}: nothing to say\n", "")


def test_wrong_profile(profile: Path) -> None:
    profile.write_text(WRONG)
    done = run("check", profile)
    assert done.code == 1
    assert f"{profile}:6:10: error: 'nowhere' cannot be an e-mail address" in done.err
    assert "1 error, 1 warning" in done.out


def test_strict_fails_on_warnings(profile: Path) -> None:
    profile.write_text(TEXT.replace("stands of", "stands of of"))
    assert run("check", profile).code == 0
    assert run("check", "--strict", profile).code == 1


def test_messages_for_programs(profile: Path) -> None:
    profile.write_text(WRONG)
    as_json = [
        json.loads(line) for line in run("check", "--messages", "json", profile).out.splitlines()
    ]
    assert [(p["rule"], p["severity"], p["line"]) for p in as_json] == [
        ("email-form", "error", 6), ("word-twice", "warning", 23)
    ]  # fmt: skip
    assert "::error title=email-form,file=" in run("check", "--messages", "github", profile).out


def test_pdf_against_its_profile(pdf: Path, profile: Path) -> None:
    done = run("check", pdf, "--profile", profile)
    assert done.code == 0
    assert "an applicant system recovers" in done.err
    assert "position  Head conservator" in done.out
    assert "warning" not in done.out


def test_pdf_against_another_profile(pdf: Path, profile: Path) -> None:
    profile.write_text(TEXT.replace("forty globes", "fifty globes"))
    done = run("check", pdf, "--profile", profile)
    assert done.code == 1
    assert "the PDF lacks “fifty”" in done.err


def test_pdf_alone_and_its_view(pdf: Path) -> None:
    done = run("check", "--view", pdf)
    assert done.code == 0
    assert "without a profile, these are not checked" in done.err
    assert done.out.startswith("Odile Varga\nConservator of globes\n")


def test_quiet(pdf: Path) -> None:
    done = run("check", "--quiet", pdf)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_profile_beside_and_inside(pdf: Path, press: Press) -> None:
    pdf.with_suffix(".yaml").write_text(TEXT)
    assert f"held against {pdf.with_suffix('.yaml')}" in run("check", pdf).err
    pdf.write_bytes(render(prepare(loaded(TEXT), Settings(embed=True)), press).pdf)
    assert "held against the profile inside" in run("check", pdf).err


def test_folder_of_both(pdf: Path, profile: Path) -> None:
    done = run("check", pdf.parent)
    assert [line.partition(": ")[0] for line in done.out.splitlines() if "tmp" in line] == [
        str(pdf), str(profile)
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"", b"no pdf"])
def test_broken_pdf(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(data)
    done = run("check", path)
    assert done.code == 1
    assert "cv.pdf: error: the file is damaged: it cannot be read as a PDF" in done.err


def test_password(pdf: Path) -> None:
    with pikepdf.open(io.BytesIO(pdf.read_bytes())) as file:
        file.save(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))
    done = run("check", pdf)
    assert done.code == 1
    assert "opens only with a password" in done.err


def test_one_failing_file_does_not_stop_the_others(tmp_path: Path, profile: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("basics: {nme: A}")
    done = run("check", bad, profile)
    assert done.code == 1
    assert "did you mean 'name'?" in done.err
    assert f"{profile}: nothing to say" in done.out


def test_missing_file(tmp_path: Path) -> None:
    assert run("check", tmp_path / "none.yaml").code == 2
    assert run("check", tmp_path / "none.pdf").code == 2


def test_theme_that_sets_sections_aside(tmp_path: Path, press: Press) -> None:
    text = TEXT + "skills: [{name: Tools, keywords: [scalpel, agar]}]\n"
    source = tmp_path / "cv.yaml"
    source.write_text(text)
    path = tmp_path / "side.pdf"
    path.write_bytes(render(prepare(loaded(text), Settings(theme="sidebar")), press).pdf)
    assert run("check", "-q", path, "--profile", source).code == 1
    assert run("check", "-q", path, "--profile", source, "--theme", "sidebar").code == 0


def test_embed_and_import(profile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("render", profile, "--embed", "--out", out).code == 0
    back = run("import", out)
    assert run("import", profile).out == back.out
