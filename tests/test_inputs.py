"""What was read is noted, with the bytes that were read; and what was looked for in vain."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from typeset.files import has_file, read_bytes, read_text
from typeset.inputs import ABSENT, UNSTEADY, digest_of, folder_digest, recorded
from typeset.loading import load
from typeset.problems import UsageError


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_files_read_and_files_missing_are_noted(tmp_path: Path) -> None:
    text, photo, style = tmp_path / "a.md", tmp_path / "b.png", tmp_path / "style.css"
    text.write_bytes(b"A\r\n")
    photo.write_bytes(b"\x89PNG")
    with recorded() as inputs:
        read_text(text)
        read_bytes(photo)
        assert not has_file(style)
        with pytest.raises(UsageError):
            read_bytes(tmp_path / "none")
    read_bytes(text)
    assert inputs == {text: _sha256(b"A\r\n"), photo: _sha256(b"\x89PNG"), style: ABSENT}
    assert {path: digest_of(path) for path in inputs} == inputs


def test_a_file_that_changes_between_two_reads_has_no_digest(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with recorded() as inputs:
        for text in ("one", "two", "one"):
            path.write_text(text)
            read_bytes(path)
    assert inputs == {path: UNSTEADY}
    assert digest_of(path) != UNSTEADY


def test_records_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("x")
    with recorded() as outer:
        with recorded() as inner:
            read_bytes(path)
        assert not outer
    assert list(inner) == [path]


def test_a_folder_is_all_its_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_text("x")
    digests = {folder_digest(tmp_path)}
    (tmp_path / "b" / "c").write_text("y")
    digests.add(digest_of(tmp_path))
    (tmp_path / "a").rename(tmp_path / "d")
    digests.add(digest_of(tmp_path))
    (tmp_path / "d").write_text("z")
    digests.add(digest_of(tmp_path))
    assert len(digests) == 4


def test_an_export_is_noted_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "Profile.csv").write_text("First Name,Last Name\nAda,Bell\n")
    (tmp_path / "Positions.csv").write_text("Company Name,Title\nAcme,Maker\n")
    with recorded() as inputs:
        load(tmp_path)
    assert inputs[tmp_path] == folder_digest(tmp_path)
