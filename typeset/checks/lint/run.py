"""A profile through the table of rules."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from typeset.checks.lint.language import words_of
from typeset.checks.lint.rule import Remark, Subject
from typeset.checks.lint.table import RULES
from typeset.checks.lint.walk import said
from typeset.problems import Problem, Severity, Span, did_you_mean
from typeset.profile import Profile
from typeset.profile.nodes import Path, Tree


def lint_profile(
    profile: Profile,
    places: Tree | None = None,
    *,
    name: str = "<profile>",
    source: str = "",
    today: datetime.date | None = None,
) -> list[Problem]:
    """Every remark on a profile, in the order of the table; `meta.lint` names silenced rules.

    `places` is where its parts stand, for a profile read from YAML (`read_placed`). For one
    imported from a `source`, a place is found by its words. `name` is what messages call the
    file; `today` is needed to tell what lies in the future.
    """
    subject = Subject(profile, words_of(profile.lang), today)
    silenced = set(profile.meta.lint)
    found = [*_unknown(profile)]
    for rule in RULES:
        if rule.name not in silenced:
            for remark in rule.run(subject):
                found.append((rule.name, rule.severity, rule.hint, remark))
    return [
        Problem(
            rule,
            _worded(remark, located := _located(remark.path, profile, places, name, source)),
            severity,
            located,
            hint,
        )
        for rule, severity, hint, remark in found
    ]


def _worded(remark: Remark, span: Span) -> str:
    """The message, with the path in the profile where no line shows the place."""
    return (
        remark.message if span.line or not remark.path else f"{said(remark.path)}: {remark.message}"
    )


def _unknown(profile: Profile) -> Iterator[tuple[str, Severity, str, Remark]]:
    known = [rule.name for rule in RULES]
    for index, name in enumerate(profile.meta.lint):
        if name not in known:
            message = f"there is no rule {name!r} to silence"
            remark = Remark(("meta", "lint", index), message)
            yield "rule-unknown", Severity.WARNING, did_you_mean(name, known), remark


def _located(path: Path, profile: Profile, places: Tree | None, name: str, source: str) -> Span:
    if places:
        return places.span(path) or Span(name)
    if source and (line := _line_of(_value(path, profile), source)):
        return Span.of_line(name, source, line, 0)
    return Span(name)


def _value(path: Path, profile: Profile) -> str:
    """The text at `path`, or the first text below it that is long enough to be found."""
    data: Any = profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
    while not isinstance(data, str):
        inner = list(data.values()) if isinstance(data, dict) else data
        if not isinstance(inner, list) or not inner:
            return ""
        data = inner[0]
    return data


def _line_of(text: str, source: str) -> int:
    """The line of a source that begins a text, where only one does."""
    start = " ".join(text.split("\n")[0].split()[:5])
    lines = [n for n, line in enumerate(source.split("\n"), 1) if start and start in line]
    return lines[0] if len(lines) == 1 else 0
