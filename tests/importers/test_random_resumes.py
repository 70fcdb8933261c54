"""A résumé written from random facts in a random shape gives these facts back."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from tests.drawing import draws
from tests.importers.strategies import (
    SHAPES,
    Shape,
    expected_dates,
    has_place,
    profiles,
    written,
)
from typeset.importers import import_text


@draws(200)
@given(profiles(), SHAPES)
def test_facts_come_back(facts: dict[str, Any], shape: Shape) -> None:
    source = written(facts, shape)
    imported = import_text(source)
    profile = imported.profile
    assert imported.placed == imported.words
    assert not [problem for problem in imported.problems if problem.rule == "invented"]
    assert profile.basics.name == facts["name"]
    assert profile.basics.email == "ann@example.com"
    assert profile.basics.phone == "+44 1632 960001"
    assert profile.basics.location == "Leeds, UK"
    found = [
        (
            entry.position, entry.name, entry.location, str(entry.start_date), str(entry.end_date),
            [highlight.text for highlight in entry.highlights],
        )
        for entry in profile.work
    ]  # fmt: skip
    assert found == [
        (
            entry["position"], entry["name"], entry["location"] if has_place(shape) else "",
            *expected_dates(entry, shape), entry["highlights"],
        )
        for entry in facts["work"]
    ]  # fmt: skip
    degree, school, year = facts["degree"]
    assert [(e.study_type, e.institution, str(e.end_date)) for e in profile.education] == [
        (degree, school, year)
    ]
    assert [word for skill in profile.skills for word in skill.keywords] == facts["skills"]
