"""The JSON Schema: what editors accept is what is read."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from tests.case import Case, all_cases
from typeset.profile import profile_schema
from typeset.profile.nodes import read_nodes

VALIDATOR = jsonschema.Draft202012Validator(profile_schema())


def _data(case: Case) -> Any:
    return read_nodes(case.path("profile.yaml").read_text("utf-8"), "profile.yaml").data


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(profile_schema())


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_every_case_is_valid(case: Case) -> None:
    data = _data(case)
    for entry in data.get("unplaced", []):  # the one number of a profile
        entry["line"] = int(entry["line"])
    for item in data.get("sections", []):  # and its one switch
        if isinstance(item, dict) and "untitled" in item:
            item["untitled"] = item["untitled"] == "true"
    assert list(VALIDATOR.iter_errors(data)) == []


@pytest.mark.parametrize(
    "data",
    [
        {"nmae": "A"},
        {"basics": {"nmae": "A"}},
        {"work": [{"company": "A"}]},
        {"work": [{"highlights": [{"lead": "A", "txt": "B"}]}]},
        {"work": [{"startDate": "May 2020"}]},
        {"sections": ["wrok"]},
        {"letter": {"salutation": "Hi"}},
    ],
)
def test_what_would_not_be_read_is_not_valid(data: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(data)


def test_short_forms_are_valid() -> None:
    data = {"sections": ["work"], "work": [{"highlights": ["A"], "endDate": "present"}]}
    assert VALIDATOR.is_valid(data)
