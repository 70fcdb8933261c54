"""JSON Resume's own keys, and of them those that a profile's author gave empty."""

from __future__ import annotations

from typing import Any

from typeset.profile.empties import put_back
from typeset.profile.fields import Model

Data = dict[str, Any]


def _keys(text: str) -> tuple[str, ...]:
    return tuple(text.split())


KEYS: dict[str, tuple[str, ...]] = {
    "": _keys(
        "$schema basics work volunteer education awards certificates publications skills "
        "languages interests references projects meta"
    ),
    "basics": _keys("name label image email phone url summary location profiles"),
    "location": _keys("address postalCode city countryCode region"),
    "profiles": _keys("network username url"),
    "work": _keys("name position location url startDate endDate description summary highlights"),
    "volunteer": _keys("organization position url startDate endDate summary highlights"),
    "education": _keys("institution studyType area url startDate endDate score courses"),
    "awards": _keys("title awarder date summary"),
    "certificates": _keys("name issuer url date"),
    "publications": _keys("name publisher url releaseDate summary"),
    "skills": _keys("name level keywords"),
    "languages": _keys("language fluency"),
    "interests": _keys("name keywords"),
    "references": _keys("name reference"),
    "projects": _keys(
        "name entity type roles url startDate endDate description highlights keywords"
    ),
    "meta": _keys("canonical version lastModified"),
}
"""By what holds them ("" is the file), in the order in which they are written."""


def with_own_empties(model: Model, kind: str, data: Data) -> Data:
    """`data` of a model that is of the `kind`, with the standard's keys that it gave empty."""
    made = put_back(model, data)
    return {key: _own(key, made[key]) for key in KEYS[kind] if key in made}


def _own(key: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_own(key, item) for item in value]
    if isinstance(value, dict):
        return {name: _own(name, inner) for name, inner in value.items() if name in KEYS[key]}
    return value
