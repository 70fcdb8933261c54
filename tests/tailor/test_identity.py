"""A letter goes with the résumé of the person who wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from typeset.profile import Profile
from typeset.profile.basics import Basics
from typeset.profile.model import Letter
from typeset.tailor.identity import other_names


def _told(by: str, signed: str, name: str) -> list[str]:
    letter = Profile(basics=Basics(name=by), letter=Letter(signature=signed))
    return [problem.message for problem in other_names(letter, name, Path("letter.md"))]


@pytest.mark.parametrize(
    "signed",
    ["", "Nell Ashby", "Nell", "Dr. Nell Ashby", "N. Ashby", "NELL ÄSHBY\nClockmaker", "Нелл Эшби"],
)
def test_ways_to_sign(signed: str) -> None:
    assert _told("", signed, "Nell Ashby") == []
    assert _told(signed.split("\n")[0], "", "Nell Ashby") == []


@pytest.mark.parametrize("other", ["Ada Quill", "Nell Quill", "A. Ashby"])
def test_another_name_is_told_beside_the_resumes(other: str) -> None:
    (by,) = _told(other, "", "Nell Ashby")
    (signed,) = _told("", other, "Nell Ashby")
    for message in (by, signed):
        assert other in message
        assert "Nell Ashby" in message


def test_without_a_name_there_is_nothing_to_compare() -> None:
    assert _told("Ada Quill", "Ada Quill", "") == []
