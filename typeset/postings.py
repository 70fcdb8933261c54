"""A job posting's file → its text, the language it is written in, and its terms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from typeset.files import read_text
from typeset.importers.text.words.language import language_of
from typeset.problems import Problem, Severity, Span, TypesetError, UsageError
from typeset.tailor import Placed
from typeset.tailor.posting import LONGEST, Term, terms


@dataclass(frozen=True)
class Posting:
    """A job posting. `lang` is its language by its words."""

    path: Path
    text: str
    lang: str
    terms: tuple[Term, ...]


def read_posting(path: Path, lang: str) -> tuple[Posting, list[Problem]]:
    """Read a posting; `lang` is taken for its language where its words do not tell.

    Raises `UsageError` for a missing file, `TypesetError` for an empty or binary one.
    """
    text, problems = read_text(path)
    own = language_of(text) or lang or "en"
    if own == lang.split("-")[0]:
        own = lang
    if len(text) > LONGEST:
        message = f"only the first {LONGEST:,} characters of this posting are read"
        problems.append(Problem("long-posting", message, Severity.WARNING, Span(str(path))))
    found = terms(text, own)
    if not found:
        message = "no terms were found in this posting"
        hint = "a posting is text or Markdown: what is asked for, in sentences or a list"
        problems.append(Problem("no-terms", message, Severity.WARNING, Span(str(path)), hint))
    return Posting(path, text, own, found), problems


def posting_of(placed: Placed, lang: str) -> tuple[Posting, list[Problem]]:
    """Read the posting that an application names; see `read_posting`.

    Raises `TypesetError`, at the place that names it, where there is no such file.
    """
    path = Path(placed.application.posting)
    try:
        return read_posting(path, lang)
    except UsageError as error:  # the application is wrong, not the command
        where = placed.span("posting")
        raise TypesetError(
            replace(problem, span=where, message=f"{path}: {problem.message}")
            for problem in error.problems
        ) from None
