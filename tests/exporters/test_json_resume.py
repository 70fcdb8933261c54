"""JSON Resume comes back equal; a profile keeps its words, or is told which it could not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from pydantic import BaseModel

from tests import say
from tests.case import Case, all_cases
from tests.drawing import draws
from tests.exporters.strategies import PROFILES
from tests.importers.structured.samples import FOLDER
from tests.jsonresume import DOCUMENTS, SCHEMA, as_held
from typeset.exporters import FORMATS, Exported
from typeset.importers import import_text
from typeset.problems import Severity
from typeset.profile import Profile, read_profile, write_profile
from typeset.words import words


def _exported(profile: Profile) -> tuple[dict[str, Any], Exported]:
    """The file's data, which the schema allows, and all that was told."""
    made = FORMATS["json"].export(profile)
    data: dict[str, Any] = json.loads(made.data)
    jsonschema.validate(data, SCHEMA)
    return data, made


def _of(text: str) -> tuple[dict[str, Any], list[str]]:
    """The data that this profile becomes, and the rules and paths of what is told."""
    data, made = _exported(say.profile(dedent(text)))
    return data, [str(problem.message) for problem in made.problems]


# ---- From JSON Resume and back ----


def _comes_back(document: dict[str, Any]) -> None:
    jsonschema.validate(document, SCHEMA)
    imported = import_text(json.dumps(document))
    assert not imported.profile.unplaced
    written = write_profile(imported.profile)
    profile = read_profile(written)
    assert profile == imported.profile
    assert write_profile(profile) == written
    data, made = _exported(profile)
    assert data == as_held(document)
    assert not [p for p in made.problems if p.severity is not Severity.NOTE]


@draws(100)
@given(DOCUMENTS)
def test_any_document_comes_back_equal(document: dict[str, Any]) -> None:
    _comes_back(document)


@pytest.mark.parametrize("name", ["rich", "minimal"])
def test_fixtures_come_back_equal(name: str) -> None:
    _comes_back(json.loads((FOLDER / f"json_resume/{name}.json").read_text("utf-8")))


def test_what_is_given_empty_stays_empty() -> None:
    _comes_back(
        {
            "basics": {"name": "Ada", "image": "", "location": {}, "profiles": [{"url": ""}]},
            "work": [{}, {"name": "Acme", "highlights": ["", "Bells", ""], "summary": ""}, {}],
            "volunteer": [{"highlights": [""]}],
            "education": [],
            "skills": [{"name": "", "keywords": []}],
            "meta": {},
        }
    )


def test_numbers_and_words_of_yaml_stay_texts() -> None:
    _comes_back(
        {"education": [{"institution": "NO", "score": "3.10", "courses": ["010", "12:30"]}]}
    )


def test_other_keys_are_unplaced_with_their_path() -> None:
    text = '{"basics": {"name": "Ada", "pronouns": "she/her"}, "work": [{"stack": ["tin"]}]}'
    profile = import_text(text).profile
    assert [item.text for item in profile.unplaced] == [
        "basics.pronouns: she/her",
        "work[0].stack[0]: tin",
    ]
    told = [p.message for p in _exported(profile)[1].problems if p.severity is Severity.WARNING]
    assert len(told) == 2


# ---- From any profile ----


@draws(60)
@given(PROFILES)
def test_no_word_is_lost_in_silence(profile: Profile) -> None:
    """Every word of a profile is in the file, or in a message that says so."""
    data, made = _exported(profile)
    kept = list(_said(data))
    told = [word for problem in made.problems for word in words(problem.message)]
    assert set(_said(profile)) <= {*kept, *told}


_AUTHORS = ("id", "tags", "lint", "kind", "startDate", "endDate", "date", "releaseDate")


def _said(data: Any) -> Iterator[str]:
    """The words of a profile but those that only its author sees; dates are values."""
    if isinstance(data, str):
        yield from words(data)
    elif isinstance(data, list):
        for inner in data:
            yield from _said(inner)
    elif isinstance(data, dict):
        yield from _said(list(data.values()))
    elif isinstance(data, BaseModel):
        for name, info in type(data).model_fields.items():
            if (info.alias or name) not in _AUTHORS:
                yield from _said(getattr(data, name))


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_what_golden_profiles_lose_is_told(case: Case) -> None:
    data, made = _exported(case.profile())
    assert data["basics"]
    lost = [p for p in made.problems if p.severity is Severity.WARNING]
    assert bool(lost) == bool(case.profile().letter or case.profile().unplaced or _has_more(case))


def _has_more(case: Case) -> bool:
    """Whether a certificate says more than its four keys, or a person's page has a title, too."""
    profile = case.profile()
    more = [c for c in profile.certificates if c.summary or c.highlights or c.dates]
    return bool(more or (profile.title and profile.basics.name))
