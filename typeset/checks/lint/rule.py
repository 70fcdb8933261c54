"""What a rule about a profile is: a function from a subject to remarks, and its row."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from typeset.checks.lint.language import Words
from typeset.problems import Severity
from typeset.profile import Profile
from typeset.profile.nodes import Path


@dataclass(frozen=True, slots=True)
class Subject:
    """A profile, the words of its language, and the day, where it is given."""

    profile: Profile
    words: Words
    today: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one place: the keys and numbers that lead to it, as in YAML."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: the name that `meta.lint` silences, how much it matters, what to do, the function.

    A false alarm costs more trust than a silent rule: where a rule is not sure, it is silent.
    """

    name: str
    severity: Severity
    hint: str
    run: Callable[[Subject], Iterator[Remark]]
