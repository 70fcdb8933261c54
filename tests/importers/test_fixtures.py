"""Each fixture becomes its profile, with every word placed."""

from __future__ import annotations

import pytest

from tests import golden
from tests.importers.fixture_files import FIXTURES, Fixture, imported, rewrite
from typeset.problems import Severity
from typeset.profile.writing import HINT, write_profile


@pytest.mark.parametrize("fixture", FIXTURES, ids=str)
def test_becomes_its_profile(fixture: Fixture, request: pytest.FixtureRequest) -> None:
    found = write_profile(imported(fixture).profile).removeprefix(HINT)
    if found != fixture.expected and request.config.getoption("--update-goldens"):
        request.node.user_properties.append((golden.REWRITTEN, str(rewrite(fixture, found))))
        return
    assert found == fixture.expected


@pytest.mark.parametrize("fixture", FIXTURES, ids=str)
def test_every_word_is_placed(fixture: Fixture) -> None:
    found = imported(fixture)
    assert found.words == found.placed > 0
    assert not found.profile.unplaced
    told = {problem.rule for problem in found.problems if problem.severity is not Severity.NOTE}
    assert told <= {"placeholder", "dates"}


def test_there_are_enough() -> None:
    assert len(FIXTURES) >= 120
    assert len({str(fixture) for fixture in FIXTURES}) == len(FIXTURES)
