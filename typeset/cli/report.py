"""Printing problems: as text for people, JSON lines for tools, GitHub's workflow commands."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum

from typeset.problems import Problem, Severity


class Messages(StrEnum):
    """The form in which problems are reported."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def report(problems: Iterable[Problem], form: Messages, *, quiet: bool = False) -> None:
    """Print problems: text to stderr; JSON and GitHub's form, for programs, to stdout.

    `quiet` leaves out notes.
    """
    for problem in problems:
        if quiet and problem.severity is Severity.NOTE:
            continue
        if form is Messages.TEXT:
            print(problem, file=sys.stderr)
        elif form is Messages.JSON:
            print(json.dumps(_as_json(problem), ensure_ascii=False))
        else:
            print(_as_github(problem))


def _as_json(problem: Problem) -> dict[str, object]:
    span = problem.span
    return {
        "rule": problem.rule,
        "severity": str(problem.severity),
        "message": problem.message,
        "hint": problem.hint,
        "file": span.path if span else None,
        "line": span.line or None if span else None,
        "column": span.column or None if span else None,
    }


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _as_github(problem: Problem) -> str:
    """A workflow command, escaped as GitHub's runner wants it."""
    properties = {"title": problem.rule}
    if problem.span:
        properties["file"] = problem.span.path
        if problem.span.line:
            properties |= {"line": str(problem.span.line), "col": str(problem.span.column)}
    fields = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"::{_LEVELS[problem.severity]} {fields}::{_escape(problem.message + hint)}"


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
