"""What was given empty: kept in the file, and in everything else as if it were not there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from tests import say
from tests.drawing import draws
from tests.jsonresume import DOCUMENTS
from typeset.checks.lint import lint_profile
from typeset.document import build_document
from typeset.importers import import_text
from typeset.importers.structured.mapping import without_empty
from typeset.profile import read_profile, write_profile
from typeset.profile.addresses import Addressed


@draws(60)
@given(DOCUMENTS)
def test_it_makes_no_difference(document: dict[str, Any]) -> None:
    full = import_text(json.dumps(document)).profile
    bare = import_text(json.dumps(without_empty(document))).profile
    assert full.model_dump() == bare.model_dump()
    assert build_document(full) == build_document(bare)
    assert list(Addressed(full).texts) == list(Addressed(bare).texts)
    assert lint_profile(full) == lint_profile(bare)


def test_it_stays_where_it_stood() -> None:
    written = write_profile(
        say.profile(
            """
            basics:
              name: Ada
              image: ''
              location: {}
              email: ada@b.example
              phone: ''
              details: [{value: ''}, {label: Permit, value: ''}]
            letter: {body: Hello., recipient: {name: ''}}
            work:
              - name: Acme
                highlights:
                  - ''
                  - {lead: Bells, text: '', tags: []}
                roles: [{position: Head, summary: ''}, {}]
              - {}
            skills:
              - name: ''
                keywords: ['', '']
            """
        )
    )
    assert written == write_profile(read_profile(written))
    for line in ("image: ''", "location: {}", "phone: ''", "- ''", "- {}", "text: ''", "tags: []"):
        assert line in written
    assert "position: Head\n        summary: ''" in written


def test_problems_stand_on_their_own_lines() -> None:
    text = """\
        work:
          - {}
          - name: Acme
            highlights:
              - ''
              - {text: Bells, id: a}
              - ''
              - {text: Tin, id: a}
        """
    (problem,) = say.refused(lambda: say.profile(text))
    assert problem.span
    assert (problem.rule, problem.span.line) == ("id", 8)


@pytest.mark.parametrize(
    "text",
    [
        "basics: {name: []}",
        "work: ''",
        "work: [{nmae: ''}]",
        "work: ['']",
        "work: [{startDate: ''}]",
    ],
)
def test_what_the_key_cannot_hold_is_an_error(text: str) -> None:
    assert say.refused(lambda: say.profile(text))
