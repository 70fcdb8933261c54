"""What we print, we read: each sample and golden case as a PDF of the theme classic, and back.

Compared are the fields that matter most: the name, each contact, each position with its
organisation and dates, each degree with its school and dates.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.importers.documents.making import read
from typeset import loading, pipeline
from typeset.importers import Imported
from typeset.importers.text.markup.inline import visible
from typeset.profile import Profile
from typeset.searching import find_sources
from typeset.words import words

_TESTS = Path(__file__).parents[2]
_FILES = [
    *(one.path for one in find_sources([_TESTS.parent / "sources"]) if not one.application),
    *(path for path in _TESTS.glob("cases/*/source.*")),
]
SOURCES = {
    f"{path.parent.name} {path.stem}": path
    for path in sorted(_FILES)
    if path.suffix in (".md", ".txt", ".yaml", ".json") and not path.stem.startswith("_")
}
Field = tuple[str, ...]
_LEAST = 0.95


_TODAY = datetime.date(2026, 1, 15)


@cache
def _round_trip(name: str) -> tuple[Profile, Imported]:
    """The profile of a source, and what is read from its PDF."""
    loaded = loading.load(SOURCES[name])
    settings = pipeline.Settings(today=_TODAY)
    printed = pipeline.render(pipeline.prepare(loaded, settings)).pdf
    return loaded.profile, read(printed, "printed.pdf")


@pytest.mark.parametrize("name", SOURCES)
def test_every_word_is_placed(name: str) -> None:
    profile, imported = _round_trip(name)
    assert imported.words == imported.placed > 0
    assert not imported.profile.unplaced
    assert bool(imported.profile.letter) == bool(profile.letter)


def test_the_fields_come_back() -> None:
    found = there = 0
    lost: list[object] = []
    for name in SOURCES:
        profile, imported = _round_trip(name)
        before, after = Counter(fields(profile)), Counter(fields(imported.profile))
        found += 2 * (before & after).total()
        there += before.total() + after.total()
        lost += [(name, *field) for field in (before - after)]
    assert found / there >= _LEAST, lost


def fields(profile: Profile) -> Iterator[Field]:
    """The fields that a round trip must keep."""
    data = profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    basics = data.get("basics", {})
    for name in ("name", "email", "phone", "url"):
        if basics.get(name):
            yield name, _words(basics[name])
    for one in basics.get("profiles", ()):
        yield "profile", _words(one.get("url") or one.get("username")).split()[-1]
    for job in data.get("work", ()):
        yield from _position(job, job.get("name", ""))
    for degree in data.get("education", ()):
        study = " ".join(filter(None, (degree.get("studyType"), degree.get("area"))))
        yield "degree", _words(study)
        yield "school", _words(degree.get("institution"))
        yield "studied", *_dates(degree), _words(degree.get("institution"))


def _position(job: dict[str, Any], organisation: str) -> Iterator[Field]:
    if any(job.get(name) for name in ("position", "startDate", "dates")):
        yield "position", _words(job.get("position"))
        yield "organisation", _words(organisation)
        yield "worked", *_dates(job), _words(organisation)
    for role in job.get("roles", ()):
        yield from _position(role, organisation)
    for inner in job.get("engagements", ()):
        if isinstance(inner, dict):
            yield from _position(inner, inner.get("name", ""))


def _dates(entry: dict[str, Any]) -> tuple[str, str]:
    """The dates; a single one prints once and is both, and verbatim ones print as they are."""
    if entry.get("dates"):
        return _words(entry["dates"]), ""
    end = entry.get("endDate", "")
    return entry.get("startDate") or end, end


def _words(text: str | None) -> str:
    bare = re.sub(r"^https?://(?:www\.)?", "", text or "")
    return " ".join(word.casefold() for word in words(visible(bare)))
