"""Short ways to say what a test is about."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from typeset.document import Document, build_document, reading_order
from typeset.loading import Loaded
from typeset.problems import Problem, TypesetError
from typeset.profile import Profile, read_profile


def profile(text: str) -> Profile:
    """The profile that this YAML is."""
    return read_profile(dedent(text), "me.yaml")


def document(text: str, *, lang: str = "", today: datetime.date | None = None) -> Document:
    """The Document of the profile that this YAML is."""
    return build_document(profile(text), lang=lang, today=today)[0]


def loaded(text: str, path: Path = Path("me.yaml")) -> Loaded:
    """The profile that this YAML is, as if read from `path`."""
    return Loaded(profile(text), path)


def refused(call: Callable[[], Any]) -> list[Problem]:
    """The problems for which `call` refuses; the test fails where it does not."""
    with pytest.raises(TypesetError) as caught:
        call()
    return list(caught.value.problems)


def only_problem(text: str) -> Problem:
    """The one problem that this profile has."""
    (problem,) = refused(lambda: profile(text))
    return problem


def place(problem: Problem) -> tuple[int, int]:
    """Line and column of a problem."""
    assert problem.span is not None
    return problem.span.line, problem.span.column


def lines(made: Document) -> list[str]:
    """The texts of a Document in reading order, no-break spaces as spaces."""
    return [text.replace("\u00a0", " ") for text in reading_order(made)]
