"""Every JSON Resume 1.0 that is made of its own keys is a profile."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.case import CASES
from typeset.profile import read_profile, write_profile

DATES = ("startDate", "endDate", "date", "releaseDate")

# The keys of JSON Resume 1.0, as its schema lists them.
KEYS: dict[str, list[str]] = {
    "basics": [
        "name",
        "label",
        "image",
        "email",
        "phone",
        "url",
        "summary",
        "location",
        "profiles",
    ],
    "basics.location": ["address", "postalCode", "city", "countryCode", "region"],
    "basics.profiles": ["network", "username", "url"],
    "work": [
        *("name", "location", "description", "position", "url"),
        *("startDate", "endDate", "summary", "highlights"),
    ],
    "volunteer": [
        *("organization", "position", "url", "startDate", "endDate", "summary", "highlights")
    ],
    "education": [
        *("institution", "url", "area", "studyType", "startDate", "endDate", "score", "courses")
    ],
    "awards": ["title", "date", "awarder", "summary"],
    "certificates": ["name", "date", "url", "issuer"],
    "publications": ["name", "publisher", "releaseDate", "url", "summary"],
    "skills": ["name", "level", "keywords"],
    "languages": ["language", "fluency"],
    "interests": ["name", "keywords"],
    "references": ["name", "reference"],
    "projects": [
        *("name", "description", "highlights", "keywords", "startDate", "endDate", "url"),
        *("roles", "entity", "type"),
    ],
    "meta": ["canonical", "version", "lastModified"],
}
LISTS = ("highlights", "courses", "keywords", "roles")


def _value(key: str) -> Any:
    if key in DATES:
        return "2020-02"
    return [f"{key} one", f"{key} two"] if key in LISTS else f"{key} text"


def _resume() -> dict[str, Any]:
    """A résumé with every key."""
    resume: dict[str, Any] = {"$schema": "https://example.com/schema.json"}
    for section in (name for name in KEYS if "." not in name):
        filled = {key: _value(key) for key in KEYS[section]}
        resume[section] = filled if section in ("basics", "meta") else [filled]
    resume["basics"]["location"] = {key: _value(key) for key in KEYS["basics.location"]}
    resume["basics"]["profiles"] = [{key: _value(key) for key in KEYS["basics.profiles"]}]
    return resume


def test_every_key_is_read_and_written_back() -> None:
    resume = _resume()
    profile = read_profile(json.dumps(resume))
    assert profile.model_dump(by_alias=True, exclude_defaults=True, mode="json") == resume
    assert read_profile(write_profile(profile)) == profile


@pytest.mark.parametrize("section", [name for name in KEYS if "." not in name])
def test_each_section_alone_is_a_profile(section: str) -> None:
    read_profile(json.dumps({section: _resume()[section]}))


def test_the_golden_case_has_every_key() -> None:
    """`cases/json-resume` shows on paper what this file proves of the model."""
    resume = json.loads((CASES / "json-resume" / "source.json").read_text("utf-8"))
    for section, keys in KEYS.items():
        found = resume[section.split(".")[0]]
        for part in section.split(".")[1:]:
            found = found[part]
        assert set(keys) == set(found[0] if isinstance(found, list) else found)


def test_json_is_read_with_its_escapes() -> None:
    text = '{"basics": {"name": "Zo\\u00eb \\ud83d\\ude80 \\/ \\"quoted\\"", "label": "a\\tb"}}'
    basics = read_profile(text).basics
    assert (basics.name, basics.label) == ('Zoë 🚀 / "quoted"', "a\tb")


def test_null_is_a_key_not_given() -> None:
    profile = read_profile('{"basics": {"name": "A", "phone": null}, "work": null}')
    assert (profile.basics.phone, profile.work) == ("", [])
