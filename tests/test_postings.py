"""A posting's file: its language, its terms, and what is to be said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tailor.posting.postings import FOLDER
from typeset.postings import read_posting
from typeset.problems import TypesetError


@pytest.mark.parametrize("name", ["controleur.fr", "qualitaetsingenieur.de", "kikai-sekkei.ja"])
def test_the_language_is_the_postings_own(name: str) -> None:
    posting, problems = read_posting(FOLDER / f"{name}.md", "en")
    assert (posting.lang, problems) == (name[-2:], [])
    assert posting.terms[0].lang == posting.lang


def test_a_tag_is_kept_where_the_language_is_the_same() -> None:
    assert read_posting(FOLDER / "process-engineer.en.md", "en-GB")[0].lang == "en-GB"


def test_where_the_words_do_not_tell_the_profile_does(tmp_path: Path) -> None:
    path = tmp_path / "posting.md"
    path.write_text("Kubernetes, PostgreSQL\n")
    assert read_posting(path, "sv")[0].lang == "sv"


def test_a_posting_without_terms_is_told(tmp_path: Path) -> None:
    path = tmp_path / "posting.md"
    path.write_text("We are great!\n")
    posting, (problem,) = read_posting(path, "en")
    assert (posting.terms, problem.rule) == ((), "no-terms")


def test_what_is_not_read_of_a_posting_is_told(tmp_path: Path) -> None:
    path = tmp_path / "posting.md"
    path.write_text("## Requirements\n- Kafka\n" + "- and so on\n" * 2000)
    assert [problem.rule for problem in read_posting(path, "en")[1]] == ["long-posting"]


@pytest.mark.parametrize("data", [b"", b" \n", b"PK\0\0\1"])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "posting.md"
    path.write_bytes(data)
    with pytest.raises(TypesetError) as caught:
        read_posting(path, "en")
    assert str(path) in str(caught.value)
