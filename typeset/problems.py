"""The only error currency: what is wrong, where, and what to do about it.

Every stage returns its value and a list of `Problem`; what makes a value
impossible is raised as one `TypesetError` that carries all the problems found.
Only `typeset.cli` prints them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the document, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file: 1-based line and column, in characters.

    `excerpt` is the whole line, so that a message can show it without reading
    the file again; `length` is how many characters the caret underlines. A span
    with `line` 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1
    excerpt: str = ""

    @classmethod
    def of_line(cls, path: str, text: str, line: int, column: int = 1, length: int = 1) -> Span:
        """The span at `line`:`column` of `text`, with its excerpt."""
        lines = text.split("\n")
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        return cls(path, line, column, length, excerpt)

    def __str__(self) -> str:
        if self.line == 0:
            return self.path
        return (
            f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell the user. `rule` is a short stable name, for tests and for silencing."""

    rule: str
    message: str
    severity: Severity = Severity.ERROR
    span: Span | None = None
    hint: str = ""

    def at(self, span: Span) -> Problem:
        """The same problem, placed at `span` unless it already has a place."""
        return self if self.span else replace(self, span=span)

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        lines = [f"{place}{self.severity}: {self.message}"]
        if self.span and self.span.excerpt:
            lines += _excerpt(self.span)
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class TypesetError(Exception):
    """The input is wrong; all its problems at once. The command line exits with 1."""

    exit_code = 1

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UsageError(TypesetError):
    """The command is wrong (a missing path, an unknown theme or option). Exit code 2."""

    exit_code = 2


class EnvironmentProblem(TypesetError):
    """The machine lacks something; the hint is the command that installs it. Exit code 3."""

    exit_code = 3


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of `problems` that are errors."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the known word nearest to `word`, or all known words, shortly."""
    choices = list(known)
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"one of: {', '.join(choices)}" if choices else ""


def _excerpt(span: Span) -> list[str]:
    """The line, and a caret under the place; a long line is cut around the place."""
    line, column = span.excerpt.replace("\t", " "), max(span.column, 1)
    start = max(0, column - 60)
    shown = line[start : start + 100]
    length = max(1, min(span.length, len(shown) - (column - 1 - start)))
    return [f"  {shown}", f"  {' ' * (column - 1 - start)}{'^' * length}"]
