"""JSON Resume 1.0: what its published schema allows, and documents that it allows."""

from __future__ import annotations

import re
import unicodedata
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

_SIGNS = st.text(
    st.sampled_from("abcXYZ äß字🔔 *_[]<>&`#+-.,:;!?'\"/\\|()0123456789\n\t"), max_size=30
)
_ANY = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=20)
_TELLING = st.sampled_from(
    ["", " ", "*x*", "# x", "1. x", "- x", "> x", "x\n===", "```\nx\n```", "<b>x</b>", "<br>",
     "<!-- x -->", "&amp;", "[x](https://x.example)", "![x](x.png)", "| x | y |\n|---|---|", "\\*x",
     "C:\\x", 'say "x"', "it's", "x\\", "x: y", "#x", "%x", "@x", "`x", "{x}", "[x", "? x", "~",
     "null", "NO", "true", "010", "3.10", "1e3", "12:30", "2019-05", "+44", "--- x", "...",
     "x  \ny", "x\n\n\n  y\n", "  x  ", "\nx",
     "a\u0301", "x\u00a0y", "x\u2028y", "x\r\ny", "\ufeffx", "ש x"]
)  # fmt: skip
TEXTS = st.one_of(
    _TELLING,
    _SIGNS,
    _ANY,
    st.lists(_TELLING | _SIGNS, min_size=2, max_size=4).map("\n\n".join),
    st.builds(str.__mul__, _SIGNS, st.just(40)),
)
_NAMES = st.text(st.sampled_from("abcxyz019-"), min_size=1, max_size=8)
_URIS = st.one_of(
    st.just(""),
    st.builds("https://{0}.example/{1}".format, _NAMES, _NAMES),
    st.builds("https://{0}.example/?q={1}&x=%20#{1}".format, _NAMES, _NAMES),
    st.builds("urn:{0}:{1}".format, _NAMES, _NAMES),
    st.sampled_from(["mailto:x@x.example", "tel:+1-2", "ftp://x.example", "data:,x", "HTTP://X/"]),
)
_EMAILS = st.just("") | st.builds("{0}@{1}.example".format, _NAMES, _NAMES)
_DATES = st.one_of(
    st.integers(1900, 2099).map(str),
    st.tuples(st.integers(1900, 2099), st.integers(1, 12)).map(lambda d: f"{d[0]}-{d[1]:02}"),
    st.dates().filter(lambda day: 1000 <= day.year < 3000).map(str),
    st.from_regex(_DATE["pattern"], fullmatch=True, alphabet=st.sampled_from("0123456789-")),
)


def _values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Data that a schema allows. An empty text is none of its dates."""
    if schema is _DATE:
        return _DATES
    if schema["type"] == "string":
        return {"uri": _URIS, "email": _EMAILS}.get(schema.get("format", ""), TEXTS)
    if schema["type"] == "array":
        items = _values(schema["items"])
        twice = st.builds(lambda item: [item, item], items)
        return st.lists(items, max_size=3) | twice
    optional = {name: _values(inner) for name, inner in schema["properties"].items()}
    return st.fixed_dictionaries({}, optional=optional)


def _headed(document: dict[str, Any]) -> dict[str, Any]:
    """With a name of letters: a file without words is no document."""
    basics = document.get("basics", {})
    return document | {"basics": {**basics, "name": f"N {basics.get('name', '')}".strip()}}


DOCUMENTS = _values(SCHEMA).map(_headed)
"""Documents made of JSON Resume's own keys, with somebody's name."""

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u061c\u202a-\u202e\u2066-\u2069]")


def as_held(data: Any) -> Any:
    """With texts as a profile holds them, which prints the same."""
    if isinstance(data, dict):
        return {key: as_held(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_held(item) for item in data]
    text = unicodedata.normalize("NFC", re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", data))
    return re.sub("[\u00a0\u2007\u202f]", " ", _INVISIBLE.sub("", text)).strip()
