"""The comparer itself: what differs fails, nothing is rewritten unasked, nothing is overlooked."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PIL import Image

from tests.golden import Goldens, orphans, refuse_careless_update

ASKED = {"--update-goldens": True, "numprocesses": None}


@pytest.fixture
def rewritten() -> list[Path]:
    return []


def _config(options: dict[str, Any]) -> pytest.Config:
    return cast(pytest.Config, SimpleNamespace(getoption=lambda name, *_: options.get(name)))


def test_difference_is_shown_as_a_diff(tmp_path: Path, rewritten: list[Path]) -> None:
    (tmp_path / "a.txt").write_text("one\ntwo\n")
    with pytest.raises(pytest.fail.Exception, match=r"-two\n\+three"):
        Goldens(False, rewritten.append).text(tmp_path / "a.txt", "one\nthree\n")
    assert (tmp_path / "a.txt").read_text() == "one\ntwo\n"


def test_missing_file_fails(tmp_path: Path, rewritten: list[Path]) -> None:
    with pytest.raises(pytest.fail.Exception, match="is missing"):
        Goldens(False, rewritten.append).text(tmp_path / "a.txt", "one\n")


def test_update_rewrites_what_differs_and_says_so(tmp_path: Path, rewritten: list[Path]) -> None:
    goldens = Goldens(True, rewritten.append)
    for _ in range(2):
        goldens.text(tmp_path / "a.txt", "one\n")
    assert (tmp_path / "a.txt").read_text() == "one\n"
    assert rewritten == [tmp_path / "a.txt"]


def test_every_page_is_compared(
    tmp_path: Path, rewritten: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pages = [Image.new("L", (4, 4), shade) for shade in (0, 50)]
    Goldens(True, rewritten.append).pictures(tmp_path, pages)
    compare = Goldens(False, rewritten.append).pictures
    compare(tmp_path, pages)
    changed = pages[1].copy()
    changed.putpixel((3, 3), 51)
    for wrong in ([pages[0], changed], pages[:1], [*pages, pages[0]], [pages[0].resize((5, 5))]):
        with pytest.raises(pytest.fail.Exception):
            compare(tmp_path, wrong)


def test_orphans(tmp_path: Path) -> None:
    for name in ("known", "left-over"):
        (tmp_path / name).write_text("")
    assert orphans(tmp_path, ["known", "gone"]) == ["left-over"]


def test_update_is_refused_in_ci_and_in_parallel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    refuse_careless_update(_config(ASKED))
    with pytest.raises(pytest.UsageError, match="-n 0"):
        refuse_careless_update(_config({**ASKED, "numprocesses": 2}))
    monkeypatch.setenv("CI", "true")
    refuse_careless_update(_config({}))
    with pytest.raises(pytest.UsageError, match="CI"):
        refuse_careless_update(_config(ASKED))
