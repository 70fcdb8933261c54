"""True words in a place where they say something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tailor.base import placed
from typeset.problems import Problem
from typeset.profile import read_profile
from typeset.profile.addresses import Addressed
from typeset.tailor import tailor

CAREER = """
basics: {name: Nell Ashby}
work:
- id: museum
  name: City Museum
  startDate: 2012
  endDate: 2018
  roles:
  - {id: head, position: Head, startDate: 2017}
  - {id: clerk, position: Clerk, startDate: 2012}
- id: shop
  name: Ferrow
  highlights:
  - {id: for-town, prose: "For the town:"}
  - {id: dial, text: A dial}
  - {id: for-king, prose: "**For the king**"}
  - {id: crown, text: A crown wheel}
  - {id: aside, prose: Then the shop closed.}
  - {id: shut, text: Shut it}
"""


def _noticed(folder: Path, select: str, career: str = CAREER) -> list[Problem]:
    said = placed(folder, f"select: {select}\n")
    return list(tailor(Addressed(read_profile(career)), said).problems)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("head, position: Head, startDate: 2017", "head, position: Head"),
        ("name: City Museum", "name: City Museum\n  position: Head"),
    ],
)
def test_an_employers_years_stand_over_a_role_that_had_some(
    tmp_path: Path, old: str, new: str
) -> None:
    (problem,) = _noticed(tmp_path, "{drop: [clerk]}", CAREER.replace(old, new))
    assert problem.rule == "stretched"
    assert "'Clerk'" in problem.message


@pytest.mark.parametrize("drop", ["clerk", "head", "museum"])
def test_a_role_may_go_where_the_others_give_their_years(tmp_path: Path, drop: str) -> None:
    assert _noticed(tmp_path, f"{{drop: [{drop}]}}") == []


def test_a_bullet_that_comes_under_another_client_is_told(tmp_path: Path) -> None:
    (problem,) = _noticed(tmp_path, "{drop: [for-king]}")
    assert (problem.rule, "'crown'" in problem.message) == ("under-another", True)
    assert "For the town:" in problem.message


@pytest.mark.parametrize("select", ["{drop: [dial, for-king, crown]}", "{first: [crown]}", "{}"])
def test_what_stands_under_nothing_else_is_fine(tmp_path: Path, select: str) -> None:
    assert _noticed(tmp_path, select) == []


def test_a_paragraph_moved_before_others_takes_none_of_theirs(tmp_path: Path) -> None:
    found = _noticed(tmp_path, "{first: [for-king]}")
    assert [problem.rule for problem in found] == ["under-another"], "the crown is the town's now"
