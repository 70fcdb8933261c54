"""Real documents, where a folder of them is given. Counts only: no text of theirs is shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from typeset.importers import import_text
from typeset.profile.reading import read_profile
from typeset.profile.writing import write_profile

FOLDER = os.environ.get("TYPESET_CORPUS", "")
PATHS = sorted(Path(FOLDER).glob("*.*")) if FOLDER else []


def test_the_corpus_is_there() -> None:
    if not FOLDER:
        pytest.skip("TYPESET_CORPUS is not set: no real documents to read")
    assert PATHS


@pytest.mark.parametrize("number", range(len(PATHS)))
def test_every_word_of_a_real_document_is_placed(number: int) -> None:
    imported = import_text(PATHS[number].read_text("utf-8"), f"document {number}")
    lost = imported.words - imported.placed
    count = len(imported.profile.unplaced)
    told = sum(problem.rule in ("unplaced", "invented") for problem in imported.problems)
    same = read_profile(write_profile(imported.profile)) == imported.profile
    assert (lost, count, told, same) == (0, 0, 0, True)
