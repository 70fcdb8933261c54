"""Two readings that agree have the same fields, and others have not."""

from __future__ import annotations

import pytest

from tests.benchmarks.import_coverage import fields

EQUAL = {
    "the language": ("lang: en", "lang: de"),
    "a degree": (
        "education: [{studyType: BSc in Botany, institution: Fen}]",
        "education: [{institution: Fen, studyType: BSc, area: Botany}]",
    ),
    "an interest": ("interests: [{name: Chess}]", "interests: [{keywords: [Chess]}]"),
    "an account": (
        "basics: {profiles: [{network: GitHub, username: ada, url: https://github.com/ada}]}",
        "basics: {profiles: [{url: https://github.com/ada}]}",
    ),
    "marks": ("basics: {summary: '*Bells*, tuned'}", "basics: {summary: Bells tuned.}"),
}
UNEQUAL = {
    "a degree at another place": (
        "education: [{studyType: BSc, area: Botany}]",
        "education: [{studyType: BSc, institution: Botany}]",
    ),
    "another word of a degree": (
        "education: [{studyType: BSc, area: Botany}]",
        "education: [{studyType: BSc, area: Botany and Law}]",
    ),
    "interests that are one": (
        "interests: [{name: Chess}, {name: Bells}]",
        "interests: [{name: 'Chess, bells'}]",
    ),
    "an account without its address": (
        "basics: {profiles: [{network: GitHub, username: ada}]}",
        "basics: {profiles: [{network: GitHub}]}",
    ),
    "role and employer": ("work: [{name: Fen}]", "work: [{position: Fen}]"),
}


@pytest.mark.parametrize(("one", "other"), EQUAL.values(), ids=list(EQUAL))
def test_readings_that_agree(one: str, other: str) -> None:
    assert fields(one) == fields(other)


@pytest.mark.parametrize(("one", "other"), UNEQUAL.values(), ids=list(UNEQUAL))
def test_readings_that_differ(one: str, other: str) -> None:
    assert fields(one) != fields(other)
