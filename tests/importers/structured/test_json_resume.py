"""JSON Resume made of its own keys: nothing unplaced, and the profile's data is the file's."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.structured.samples import FOLDER
from typeset.importers import import_text
from typeset.importers.structured.mapping import without_empty

_TEXT = {"type": "string"}
_DATE = {"type": "string", "pattern": r"^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$"}
_TEXTS = {"type": "array", "items": _TEXT}
_PERIOD = {"startDate": _DATE, "endDate": _DATE}


def _object(texts: str, **others: Any) -> dict[str, Any]:
    properties = dict.fromkeys(texts.split(), _TEXT) | others
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _array(texts: str, **others: Any) -> dict[str, Any]:
    return {"type": "array", "items": _object(texts, **others)}


SCHEMA = _object(
    "$schema",
    basics=_object(
        "name label image email phone url summary",
        location=_object("address postalCode city countryCode region"),
        profiles=_array("network username url"),
    ),
    work=_array("name location description position url summary", highlights=_TEXTS, **_PERIOD),
    volunteer=_array("organization position url summary", highlights=_TEXTS, **_PERIOD),
    education=_array("institution url area studyType score", courses=_TEXTS, **_PERIOD),
    awards=_array("title awarder summary", date=_DATE),
    certificates=_array("name url issuer", date=_DATE),
    publications=_array("name publisher url summary", releaseDate=_DATE),
    skills=_array("name level", keywords=_TEXTS),
    languages=_array("language fluency"),
    interests=_array("name", keywords=_TEXTS),
    references=_array("name reference"),
    projects=_array(
        "name description url entity type",
        highlights=_TEXTS,
        keywords=_TEXTS,
        roles=_TEXTS,
        **_PERIOD,
    ),
    meta=_object("canonical version lastModified"),
)
"""The keys and types of JSON Resume 1.0's published schema, and no others."""

_WORDS = st.text(
    st.sampled_from("abcXYZ äß字🔔 *_[]<>&`#+-.,:;!?'\"/\\|()0123456789"), min_size=1, max_size=30
).map(lambda text: " ".join(text.split()) or "x")
_DATES = st.one_of(
    st.integers(1900, 2099).map(str),
    st.tuples(st.integers(1900, 2099), st.integers(1, 12)).map(lambda d: f"{d[0]}-{d[1]:02}"),
    st.dates().filter(lambda day: 1000 <= day.year < 3000).map(str),
)


def _values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Data that a schema allows; nothing in it is empty."""
    if schema is _DATE:
        return _DATES
    if schema["type"] == "string":
        return _WORDS
    if schema["type"] == "array":
        return st.lists(_values(schema["items"]), min_size=1, max_size=2)
    optional = {name: _values(inner) for name, inner in schema["properties"].items()}
    return st.fixed_dictionaries({}, optional=optional).filter(bool)


def _ordered(data: Any) -> Any:
    """With the dates of each entry in their order: a file may not end what it has not begun."""
    if isinstance(data, dict):
        made = {key: _ordered(value) for key, value in data.items()}
        if made.get("startDate", "") > made.get("endDate", "9"):
            made["startDate"], made["endDate"] = made["endDate"][:4], made["startDate"]
        return made
    return [_ordered(item) for item in data] if isinstance(data, list) else data


def _is_same(document: dict[str, Any]) -> None:
    jsonschema.validate(document, SCHEMA)
    imported = import_text(json.dumps(document))
    assert not imported.profile.unplaced
    assert imported.placed == imported.words
    data = imported.profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    data.pop("lang", None)
    assert data == without_empty(document)


@settings(max_examples=200, deadline=None)
@given(_values(SCHEMA))
def test_any_document_of_its_own_keys(document: dict[str, Any]) -> None:
    document = _ordered(document) | {"basics": {"name": "N", **document.get("basics", {})}}
    _is_same(document)


@pytest.mark.parametrize("name", ["rich", "minimal"])
def test_its_fixtures(name: str) -> None:
    _is_same(json.loads((FOLDER / f"json_resume/{name}.json").read_text("utf-8")))
