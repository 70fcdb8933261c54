"""What an importer gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from typeset.problems import Problem
from typeset.profile.model import Profile


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading that could have been another: which rule took which text for what."""

    line: int
    rule: str
    text: str
    became: str


@dataclass(slots=True)
class Imported:
    """A profile, how many of the source's words stand in it, and how it was understood."""

    profile: Profile
    words: int = 0
    placed: int = 0
    choices: list[Choice] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    typed: int = 0
    """Of the words placed, those in a field that says what they are, and not in prose."""
