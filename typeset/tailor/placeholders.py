"""Placeholders of a letter, `{role}` or `{{role}}`, and the words that take their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from typeset.problems import Problem, TypesetError, did_you_mean
from typeset.profile.model import Letter, Profile

_NAME = r"([A-Za-z][\w-]*)"
_PLACEHOLDER = re.compile(rf"(?<![\\{{])(?:\{{\{{\s*{_NAME}\s*\}}\}}|\{{{_NAME}\}})(?!\}})")

# What Markdown takes for markup: in a line, and where one begins.
_MARKUP = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)|^[#>+=~-]", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s)", re.MULTILINE)


def fill(profile: Profile, fields: Mapping[str, str]) -> Profile:
    """The profile with each placeholder of its letter replaced by the field of that name.

    A field is plain text: it prints as it is, whatever Markdown means by its characters.
    `\\{name}` is no placeholder. Raises `TypesetError` with one problem for every
    placeholder that has no field, or an empty one.
    """
    if profile.letter is None:
        return profile
    missing = [
        (name, address) for name, address in placeholders(profile) if not fields.get(name, "")
    ]
    if missing:
        raise TypesetError(
            Problem(
                "placeholder",
                f"{{{name}}} in {address} has no value",
                hint=_hint(name, fields),
            )
            for name, address in missing
        )
    filled = _mapped(
        profile.letter.model_dump(),
        lambda text: _PLACEHOLDER.sub(lambda match: verbatim(fields[_name(match)]), text),
    )
    try:
        letter = Letter.model_validate(filled)
    except ValidationError as error:
        raise TypesetError(
            Problem("placeholder", f"letter.{'.'.join(map(str, item['loc']))}: {item['msg']}")
            for item in error.errors(include_url=False)
        ) from None
    return profile.model_copy(update={"letter": letter})


def placeholders(profile: Profile) -> list[tuple[str, str]]:
    """Each placeholder's name and the address of its text (`letter.body`), once, in order."""
    if profile.letter is None:
        return []
    return list(
        dict.fromkeys(
            (_name(match), address)
            for address, text in _texts(profile.letter.model_dump(), "letter")
            for match in _PLACEHOLDER.finditer(text)
        )
    )


def _name(match: re.Match[str]) -> str:
    return match[1] or match[2]


def verbatim(text: str) -> str:
    """Plain text as Markdown that prints it."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


def _hint(name: str, fields: Mapping[str, str]) -> str:
    if name in fields:
        return "its field is empty"
    return did_you_mean(name, fields) or f"give a field {name!r}"


def _mapped(data: Any, change: Callable[[str], str]) -> Any:
    """Plain data with every text changed."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _mapped(value, change) for key, value in data.items()}
    return [_mapped(value, change) for value in data] if isinstance(data, list) else data


def _texts(data: Any, address: str) -> Iterator[tuple[str, str]]:
    """Every text with its address, list items by number from 0."""
    if isinstance(data, str):
        yield address, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, f"{address}.{key}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, f"{address}.{number}")
