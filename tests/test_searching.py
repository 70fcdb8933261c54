"""Which files of a searched folder stand for themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from typeset.problems import TypesetError, UsageError
from typeset.searching import find_sources, inputs_of


def _make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")


def test_folder_gives_its_sources_with_mirrored_folders(tmp_path: Path) -> None:
    _make(tmp_path, "a.md", "b/c.yaml", "b/d/e.TXT", "f.json")
    found = [(f.path.name, f.folder.as_posix()) for f in find_sources([tmp_path])]
    assert found == [("a.md", "."), ("c.yaml", "b"), ("e.TXT", "b/d"), ("f.json", ".")]


def test_folder_leaves_out_hidden_files_readmes_schemas_and_others(tmp_path: Path) -> None:
    _make(tmp_path, "_draft.md", ".git/a.md", "_old/b.md", "README.md", "Readme.de.txt", "a.pdf")
    _make(tmp_path, "typeset.schema.json")
    _make(tmp_path, "resume.yaml", "letter.pt-BR.md", "v1.2.md", "photo.jpg")
    found = [f.path.name for f in find_sources([tmp_path])]
    assert found == ["letter.pt-BR.md", "resume.yaml", "v1.2.md"]


def test_a_searched_folder_leaves_out_what_was_made_in_it(tmp_path: Path) -> None:
    _make(tmp_path, "cv.md", "out/cv.yaml")
    assert [f.path.name for f in find_sources([tmp_path], tmp_path / "out")] == ["cv.md"]


def test_hidden_parents_of_a_searched_folder_do_not_count(tmp_path: Path) -> None:
    _make(tmp_path, "_private/.mine/a.md")
    assert len(find_sources([tmp_path / "_private" / ".mine"])) == 1


def test_file_named_by_itself_may_have_any_name(tmp_path: Path) -> None:
    _make(tmp_path, "_README.notes")
    (found,) = find_sources([tmp_path / "_README.notes"])
    assert found.folder == Path()


def test_source_named_twice_is_found_once(tmp_path: Path) -> None:
    _make(tmp_path, "a.md")
    assert len(find_sources([tmp_path, tmp_path / "a.md"])) == 1


def test_missing_path_and_folder_without_sources_are_wrong_usage(tmp_path: Path) -> None:
    for path, rule in ((tmp_path / "no", "missing-file"), (tmp_path, "no-sources")):
        with pytest.raises(TypesetError) as caught:
            find_sources([path])
        assert isinstance(caught.value, UsageError)
        assert caught.value.problems[0].rule == rule


def test_a_translation_belongs_to_its_source(tmp_path: Path) -> None:
    _make(tmp_path, "resume.md", "cv.pt-BR.yaml")
    german = "basics:\n  label: Brückenbauerin\nsections:\n  talks.title: Vorträge\n"
    for tag in ("de", "pt_BR"):
        (tmp_path / f"resume.{tag}.yaml").write_text(german)
    (tmp_path / "resume.fr.yaml").write_text("basics:\n  name: Ana\nwork:\n- name: A\n")
    found = [f.path.name for f in find_sources([tmp_path])]
    assert found == ["cv.pt-BR.yaml", "resume.fr.yaml", "resume.md"], "a whole profile is its own"


def test_what_an_application_names_is_not_rendered_by_itself(tmp_path: Path) -> None:
    _make(tmp_path, "resume.md", "apply/letter.md", "apply/posting.txt", "apply/other.md")
    (tmp_path / "apply/_common.yaml").write_text("profile: ../resume.md\nposting: posting.txt\n")
    (tmp_path / "apply/acme.yaml").write_text("extends: _common.yaml\nletter: letter.md\n")
    found = {f.path.name: f.application for f in find_sources([tmp_path])}
    assert found == {"acme.yaml": True, "other.md": False, "resume.md": False}
    named = find_sources([tmp_path, tmp_path / "apply/letter.md"])
    assert "letter.md" in [f.path.name for f in named], "named by itself, it is"


def test_what_cannot_be_read_does_not_stop_the_search(tmp_path: Path) -> None:
    _make(tmp_path, "resume.md")
    (tmp_path / "resume.de.yaml").write_bytes(b"\0\1\2")
    (tmp_path / "broken.yaml").write_text("profile: [\n")
    (tmp_path / "empty.yaml").write_text("")
    found = {f.path.name: f.application for f in find_sources([tmp_path])}
    assert found == {"resume.md": False, "broken.yaml": True, "empty.yaml": False}


def test_what_an_application_is_made_from(tmp_path: Path) -> None:
    _make(tmp_path, "resume.md")
    (tmp_path / "_common.yaml").write_text("profile: resume.md\nposting: p.txt\n")
    (tmp_path / "a.yaml").write_text("extends: _common.yaml\nletter: l.md\n")
    names = {path.name for path in inputs_of(tmp_path / "a.yaml")}
    assert names == {"a.yaml", "_common.yaml", "resume.md", "p.txt", "l.md"}
    (tmp_path / "a.yaml").write_text("extends: [\n")
    assert inputs_of(tmp_path / "a.yaml") == {(tmp_path / "a.yaml").resolve()}
