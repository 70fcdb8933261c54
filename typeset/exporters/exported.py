"""What an exporter returns, and how it keeps account of what did not fit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.problems import Problem, Severity

_SHOWN = 120
"""Characters of a text that a message quotes."""

_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's bytes, and what its format had no key for."""

    data: bytes
    problems: tuple[Problem, ...]


@dataclass
class Account:
    """Of one export: words that stand under another key than their own, and words left out."""

    format: str
    problems: list[Problem] = field(default_factory=list)

    def moved(self, path: str, where: str) -> None:
        """Note, once for all entries, that the words at `path` stand elsewhere in the file."""
        path = _INDEX.sub("[]", path)
        message = f"{self.format} has no key for {path}: its words stand {where}"
        problem = Problem("export-moved", message, Severity.NOTE)
        if problem not in self.problems:
            self.problems.append(problem)

    def left_out(self, path: str, text: str) -> None:
        """Warn that the words at `path` of the profile are not in the file."""
        text = " ".join(text.split())
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        message = f"{self.format} has no key for {path}, so this is left out: {shown}"
        self.problems.append(Problem("export-left-out", message, Severity.WARNING))

    def untold(self, keys: list[str]) -> None:
        """Note keys that say how a document is made, not what is in it."""
        if keys:
            message = f"{self.format} has no key for {', '.join(keys)}"
            self.problems.append(Problem("export-untold", message, Severity.NOTE))
