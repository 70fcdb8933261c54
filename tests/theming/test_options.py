"""Options: typed, with defaults, and refused in the user's terms, all at once."""

from __future__ import annotations

import pytest

from tests.say import refused
from typeset.problems import UsageError
from typeset.theming import load_theme, parse_options, split_assignments
from typeset.theming.options import Values


def _parsed(**given: str) -> Values:
    return parse_options(load_theme("classic").options, given, "classic")


def test_what_is_not_given_has_its_default() -> None:
    values = _parsed()
    assert (values["paper"], values["scale"]) == ("A4", 1)


def test_values_are_read_as_their_type() -> None:
    values = _parsed(paper="letter", scale=" 1.05 ", accent="#AbC", font="xcharter")
    assert (values["paper"], values["scale"]) == ("Letter", 1.05)
    assert (values["accent"], values["font"]) == ("#abc", "XCharter")


@pytest.mark.parametrize(
    ("option", "value", "allowed"),
    [
        ("paper", "A3", "A4, Letter"),
        ("font", "Comic Sans", "EB Garamond, XCharter"),
        ("accent", "red", "#rgb or #rrggbb"),
        ("accent", "#12345g", "#rgb or #rrggbb"),
        ("accent", "#123; } * { color: red", "#rgb or #rrggbb"),
        ("scale", "2", "0.85 to 1.2"),
        ("scale", "big", "0.85 to 1.2"),
        ("scale", "nan", "0.85 to 1.2"),
        ("scale", "", "0.85 to 1.2"),
    ],
)
def test_wrong_value_is_refused_with_what_is_allowed(option: str, value: str, allowed: str) -> None:
    (problem,) = refused(lambda: _parsed(**{option: value}))
    assert option in problem.message
    assert allowed in problem.hint


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        _parsed(papper="A4", scale="9", nothing="x")
    first, second, third = caught.value.problems
    assert first.hint == "did you mean 'paper'?"
    assert second.rule == "option-value"
    assert third.hint.startswith("one of: ")


def test_assignments() -> None:
    assert split_assignments(["a=b", " c = d=e", "f="]) == {"a": "b", "c": " d=e", "f": ""}
    for text in ("a", "=b", " = b", ""):
        assert refused(lambda text=text: split_assignments([text]))[0].rule == "option-form"  # type: ignore[misc]
