"""JSON Resume made of its own keys: nothing unplaced, and the profile's data is the file's."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from tests.drawing import draws
from tests.importers.structured.samples import FOLDER
from tests.jsonresume import DOCUMENTS, SCHEMA, as_held
from typeset.importers import import_text
from typeset.importers.structured.mapping import without_empty


def _is_same(document: dict[str, Any]) -> None:
    jsonschema.validate(document, SCHEMA)
    imported = import_text(json.dumps(document))
    assert not imported.profile.unplaced
    assert imported.placed == imported.words
    data = imported.profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    data.pop("lang", None)
    assert _undated(data) == _undated(as_held(document))


_DATES = ("startDate", "endDate", "date", "releaseDate", "dates")


def _undated(data: Any) -> Any:
    """Without what is empty and without dates, which need not exist for the schema."""
    if isinstance(data, dict):
        data = {key: _undated(value) for key, value in data.items() if key not in _DATES}
    elif isinstance(data, list):
        data = [_undated(item) for item in data]
    return without_empty(data)


@draws(200)
@given(DOCUMENTS)
def test_any_document_of_its_own_keys(document: dict[str, Any]) -> None:
    _is_same(document)


@pytest.mark.parametrize("name", ["rich", "minimal"])
def test_its_fixtures(name: str) -> None:
    _is_same(json.loads((FOLDER / f"json_resume/{name}.json").read_text("utf-8")))
