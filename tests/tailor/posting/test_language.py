"""The data files: every key is one that is read, every word one that can be found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import typeset.tailor.posting.language as module
from typeset.tailor.posting.language import Language, language

FILES = sorted((Path(module.__file__).parent / "languages").glob("*.yaml"))
WORDS = ("generic", "weak", "links", "joins", "subjects", "meaningful")
SWITCHES = ("compounds", "nouns_capital", "elision", "head_first", "solid")
each = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def data(path: Path) -> dict[str, object]:
    found = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


@each
def test_every_key_is_one_that_is_read(path: Path) -> None:
    assert set(data(path)) <= {*Language.__dataclass_fields__, "meaningful"} - {"code", "stops"}


@each
def test_every_word_is_written_as_it_is_looked_up(path: Path) -> None:
    found = data(path)
    for name in WORDS:
        listed = found.get(name, [])
        assert isinstance(listed, list)
        assert [one for one in listed if one != one.lower()] == []
        assert [one for one in listed if " " in one] == [], "a phrase is no word"
        assert len(listed) == len(set(listed)), name


@each
def test_no_word_is_both_general_and_weak(path: Path) -> None:
    known = language(path.stem)
    assert known.generic & known.weak == set()


@each
def test_switches_are_on_or_not_there(path: Path) -> None:
    found = data(path)
    assert all(found[name] == "true" for name in SWITCHES if name in found)


@pytest.mark.parametrize("tag", ["en", "en-GB", "en_US", "EN", ""])
def test_a_tag_leads_to_its_language(tag: str) -> None:
    assert language(tag) is language("en")


def test_a_language_without_a_file_has_stems_and_small_words() -> None:
    swedish = language("sv")
    assert "och" in swedish.stops
    assert swedish.stem("kvalitetsrevisioner") == swedish.stem("kvalitetsrevision")


def test_a_language_that_nobody_knows_is_read_word_for_word() -> None:
    unknown = language("tlh")
    assert unknown.stem("tlhingan") == "tlhingan"
    assert not unknown.stops | unknown.generic
