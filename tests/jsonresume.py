"""JSON Resume 1.0: what its published schema allows, and documents that it allows."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

_TEXT = {"type": "string"}
_URI = {"type": "string", "format": "uri"}
_EMAIL = {"type": "string", "format": "email"}
_DATE = {"type": "string", "pattern": r"^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$"}
_TEXTS = {"type": "array", "items": _TEXT}
_PERIOD = {"startDate": _DATE, "endDate": _DATE}


def _object(texts: str, **others: Any) -> dict[str, Any]:
    properties = dict.fromkeys(texts.split(), _TEXT) | others
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _array(texts: str, **others: Any) -> dict[str, Any]:
    return {"type": "array", "items": _object(texts, **others)}


SCHEMA = _object(
    "",
    **{"$schema": _URI},
    basics=_object(
        "name label image phone summary",
        email=_EMAIL,
        url=_URI,
        location=_object("address postalCode city countryCode region"),
        profiles=_array("network username", url=_URI),
    ),
    work=_array(
        "name location description position summary", url=_URI, highlights=_TEXTS, **_PERIOD
    ),
    volunteer=_array("organization position summary", url=_URI, highlights=_TEXTS, **_PERIOD),
    education=_array("institution area studyType score", url=_URI, courses=_TEXTS, **_PERIOD),
    awards=_array("title awarder summary", date=_DATE),
    certificates=_array("name issuer", url=_URI, date=_DATE),
    publications=_array("name publisher summary", url=_URI, releaseDate=_DATE),
    skills=_array("name level", keywords=_TEXTS),
    languages=_array("language fluency"),
    interests=_array("name", keywords=_TEXTS),
    references=_array("name reference"),
    projects=_array(
        "name description entity type",
        url=_URI,
        highlights=_TEXTS,
        keywords=_TEXTS,
        roles=_TEXTS,
        **_PERIOD,
    ),
    meta=_object("version lastModified", canonical=_URI),
)
"""The keys, types and formats of JSON Resume 1.0's published schema, and no others."""

WORDS = st.text(
    st.sampled_from("abcXYZ äß字🔔 *_[]<>&`#+-.,:;!?'\"/\\|()0123456789"), min_size=1, max_size=30
).map(lambda text: " ".join(text.split()) or "x")
_NAMES = st.text(st.sampled_from("abcxyz019-"), min_size=1, max_size=8)
_URIS = st.builds("https://{0}.example/{1}".format, _NAMES, _NAMES)
_EMAILS = st.builds("{0}@{1}.example".format, _NAMES, _NAMES)
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
        return {"uri": _URIS, "email": _EMAILS}.get(schema.get("format", ""), WORDS)
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


def _headed(document: dict[str, Any]) -> dict[str, Any]:
    """With a name of letters: a file without words is no document."""
    basics = document.get("basics", {})
    return document | {"basics": {**basics, "name": f"N {basics.get('name', '')}".strip()}}


DOCUMENTS = _values(SCHEMA).map(_ordered).map(_headed)
"""Documents made of JSON Resume's own keys, with somebody's name."""
