"""What holds for sources that no rule was written from: every word is placed, and none invented."""

from __future__ import annotations

import pytest

from tests.importers.fixture_files import UNSEEN, Fixture
from typeset.importers import import_text
from typeset.profile.reading import read_profile


@pytest.mark.parametrize("fixture", UNSEEN, ids=str)
def test_every_word_is_placed_and_none_invented(fixture: Fixture) -> None:
    imported = import_text(fixture.source)
    assert imported.words == imported.placed > 0
    assert not [problem for problem in imported.problems if problem.rule == "invented"]


@pytest.mark.parametrize("fixture", UNSEEN, ids=str)
def test_what_is_expected_is_a_profile(fixture: Fixture) -> None:
    assert read_profile(fixture.expected)
