"""The options a theme declares: typed, with a default, and refused in the user's terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from typeset.problems import Problem, UsageError, did_you_mean
from typeset.profile.fields import Model

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Part(Model):
    """A mapping of `theme.yaml`: its keys are written as they are named here."""

    model_config = ConfigDict(alias_generator=None)


class _Option(Part):
    help: str


class Choice(_Option):
    """One of some words; `:root` has the class `<option>-<value>`."""

    type: Literal["choice"]
    values: list[str]
    default: str

    def parse(self, text: str) -> str:
        """The value as the theme spells it. Raises `ValueError`."""
        for value in self.values:
            if value.lower() == text.lower():
                return value
        raise ValueError(did_you_mean(text, self.values))

    @property
    def allowed(self) -> str:
        """What may be given, for messages and listings."""
        return ", ".join(self.values)


class FontFamily(Choice):
    """A choice of font family; also the custom property `--<option>`."""

    type: Literal["font"]  # type: ignore[assignment]


class Number(_Option):
    """A number within bounds; the custom property `--<option>`."""

    type: Literal["number"]
    default: float
    minimum: float
    maximum: float

    def parse(self, text: str) -> float:
        """The number. Raises `ValueError`."""
        value = float(text)
        if not self.minimum <= value <= self.maximum:
            raise ValueError
        return value

    @property
    def allowed(self) -> str:
        """What may be given, for messages and listings."""
        return f"{self.minimum:g} to {self.maximum:g}"


class Color(_Option):
    """A colour in hexadecimal; the custom property `--<option>`."""

    type: Literal["color"]
    default: str

    def parse(self, text: str) -> str:
        """The colour in lower case. Raises `ValueError`."""
        if not _COLOR.fullmatch(text):
            raise ValueError
        return text.lower()

    @property
    def allowed(self) -> str:
        """What may be given, for messages and listings."""
        return "#rgb or #rrggbb"


_AnyOption = Choice | FontFamily | Number | Color


def _option_name(name: str) -> str:
    """A name that can be part of a class and of a custom property of CSS."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name for an option: small letters, digits and hyphens")
    return name


def _default_allowed(option: _AnyOption) -> _AnyOption:
    try:
        option.parse(str(option.default))
    except ValueError:
        message = f"the default, {option.default}, is not allowed: {option.allowed}"
        raise ValueError(message) from None
    return option


OptionName = Annotated[str, AfterValidator(_option_name)]
Option = Annotated[_AnyOption, Field(discriminator="type"), AfterValidator(_default_allowed)]
Values = dict[str, str | float]
"""The value of every option of a theme."""


def parse_options(options: Mapping[str, Option], given: Mapping[str, str], theme: str) -> Values:
    """Every option's value: the one given, else the default.

    Raises `UsageError` naming all unknown options and all values not allowed.
    """
    problems: list[Problem] = []
    values: Values = {name: option.default for name, option in options.items()}
    for name, text in given.items():
        if name not in options:
            problems.append(
                Problem(
                    "unknown-option",
                    f"the theme {theme!r} has no option {name!r}",
                    hint=did_you_mean(name, options),
                )
            )
            continue
        try:
            values[name] = options[name].parse(text.strip())
        except ValueError:
            problems.append(
                Problem(
                    "option-value",
                    f"{text!r} is not a value for the option {name!r}",
                    hint=f"allowed: {options[name].allowed}",
                )
            )
    if problems:
        raise UsageError(problems)
    return values


def split_assignments(assignments: list[str]) -> dict[str, str]:
    """`["accent=#123456"]` as a mapping. Raises `UsageError` where there is no `=`."""
    pairs: dict[str, str] = {}
    for text in assignments:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise UsageError(Problem("option-form", f"{text!r} is not of the form option=value"))
        pairs[name.strip()] = value
    return pairs
