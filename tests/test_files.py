"""Reading any text file, writing whole or not at all, and finding sources."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.say import place, refused
from typeset.files import MAX_BYTES, read_bytes, read_text, write_atomic
from typeset.problems import Severity, UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "me.md"


# ---- Reading ----


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_a_mark(file: Path, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    file.write_bytes(mark + "Zoë – résumé\n".encode(encoding))
    assert read_text(file) == ("Zoë – résumé\n", [])


def test_other_encoding_is_guessed_and_said(file: Path) -> None:
    text = "Käthe Müller, Straße 5, Köln: Größe, Äpfel, schön, über, für, möglich\n" * 4
    file.write_bytes(text.encode("cp1252"))
    found, (problem,) = read_text(file)
    assert found == text
    assert problem.rule == "encoding-guessed"
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_ending_is_a_newline(file: Path, ending: str) -> None:
    file.write_bytes(f"one{ending}two".encode())
    assert read_text(file)[0] == "one\ntwo"


@pytest.mark.parametrize("content", [b"", b" \n\t\n", "\ufeff\n\u200b".encode()])
def test_empty_file_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert [p.rule for p in refused(lambda: read_text(file))] == ["empty-file"]


def test_binary_file_is_refused(file: Path) -> None:
    file.write_bytes(b"%PDF-1.7\n\0\1\2")
    (problem,) = refused(lambda: read_text(file))
    assert (problem.rule, str(problem.span)) == ("binary-file", str(file))


def test_broken_utf_16_is_refused(file: Path) -> None:
    file.write_bytes(b"\xff\xfea\0b")
    assert [p.rule for p in refused(lambda: read_text(file))] == ["encoding"]


def test_control_character_is_left_out_and_told_with_its_place(file: Path) -> None:
    file.write_text("fine\nnot\x07fine\x12\n")
    text, (problem,) = read_text(file)
    assert text == "fine\nnotfine\n"
    assert (problem.rule, problem.severity) == ("control-character", Severity.WARNING)
    assert place(problem) == (2, 4)
    assert "U+0007" in problem.message
    assert "1 more" in problem.message


def test_control_character_of_an_old_text_is_what_windows_has_there(file: Path) -> None:
    file.write_text("Ann\x92s caf\xe9\n", "utf-8")
    text, (problem,) = read_text(file)
    assert text == "Ann’s café\n"
    assert "U+0092 is read as ’" in problem.message


def test_too_large_file_is_refused_before_it_is_read(file: Path) -> None:
    with file.open("wb") as handle:
        handle.truncate(MAX_BYTES + 1)
    assert [p.rule for p in refused(lambda: read_text(file))] == ["file-too-large"]


def test_missing_file_folder_and_forbidden_file_are_wrong_usage(tmp_path: Path) -> None:
    for path, rule in ((tmp_path / "no.md", "missing-file"), (tmp_path, "not-a-file")):
        with pytest.raises(UsageError) as caught:
            read_bytes(path)
        assert caught.value.problems[0].rule == rule


# ---- Writing ----


def test_written_file_is_whole_with_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "new" / "out.pdf"
    write_atomic(path, b"data")
    assert path.read_bytes() == b"data"
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, fail)
    (problem,) = refused(lambda: write_atomic(path, b"new"))
    assert "No space left" in problem.message
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_killed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_folder_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError):
        write_atomic(tmp_path / "file" / "out.pdf", b"x")
