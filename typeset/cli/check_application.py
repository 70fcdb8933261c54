"""`typeset check APPLICATION`: what its posting asks for, and where the application has it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from typeset.applications import Application, prepare_application
from typeset.cli.report import Messages
from typeset.loading import in_language, load
from typeset.pipeline import Settings, render
from typeset.postings import posting_of
from typeset.problems import Problem, Severity, Span
from typeset.profile.addresses import Addressed
from typeset.tailor.posting import Covered, Status, coverage, shown_texts, texts_of

_TITLES = {
    Status.COVERED: "covered by what is selected",
    Status.LEFT_OUT: "in the profile, but left out",
    Status.ABSENT: "not in the profile",
}
_MOST = 4
"""Places shown of a term; the rest are counted."""


def check_application(
    path: Path, settings: Settings, messages: Messages, *, quiet: bool
) -> list[Problem]:
    """Print where an application has the terms of its posting; what is left out is a note.

    What fitting leaves out is left out. Raises `TypesetError` for an application with errors.
    """
    # A letter dated `today` is right on any day.
    settings = replace(settings, today=settings.today or datetime.date(2000, 1, 1))
    application = prepare_application(path, settings)
    problems = list(application.problems)
    said = application.placed.application
    if not said.posting:
        return problems
    base, _ = in_language(load(Path(said.profile)), settings.lang or said.lang)
    posting, found = posting_of(application.placed, base.profile.lang)
    shown, fitted = _shown(application)
    rows = coverage(posting.terms, shown_texts(shown), texts_of(Addressed(base.profile)))
    if messages is Messages.JSON:
        for row in rows:
            print(json.dumps(_as_json(row), ensure_ascii=False))
    elif messages is Messages.TEXT and not quiet:
        print("\n".join(_table(rows, posting.path)))
    where = application.placed.span("posting")
    left = [_note(row, where) for row in rows if _is_left(row)]
    return list(dict.fromkeys([*problems, *found, *fitted, *left]))


def _shown(application: Application) -> tuple[Addressed, tuple[Problem, ...]]:
    """The résumé as its pages show it, and what fitting did for that."""
    part = application.parts[-1]
    if not part.prepared.may_leave:
        return Addressed(part.prepared.loaded.profile), ()
    fitted = render(part.prepared).fitted
    gone = [one.address for one in fitted.account.left_out]
    return Addressed(part.prepared.without(gone).loaded.profile), fitted.problems


def _is_left(row: Covered) -> bool:
    return row.status is Status.LEFT_OUT


def _note(row: Covered, where: Span) -> Problem:
    places = _places(row.left_out)
    message = f"asked for, but left out: “{row.term.text}” is in {places}"
    return Problem(
        "asked-left-out",
        message,
        Severity.NOTE,
        where,
        "take it back under `select:` if it is worth the room",
    )


def _table(rows: Sequence[Covered], posting: Path) -> Iterator[str]:
    """The terms by where they are, the weightiest first, with weights and places."""
    yield f"{posting}: {len(rows)} terms"
    width = max((len(row.term.text) for row in rows), default=0)
    for status, title in _TITLES.items():
        those = [row for row in rows if row.status is status]
        if those:
            yield f"  {title} ({len(those)})"
        for row in those:
            places = _places(row.selected or row.left_out)
            yield f"    {row.term.weight:4.1f}  {row.term.text:{width}}  {places}".rstrip()


def _places(addresses: Sequence[str]) -> str:
    more = len(addresses) - _MOST
    return ", ".join([*addresses[:_MOST], *([f"{more} more"] if more > 0 else [])])


def _as_json(row: Covered) -> dict[str, object]:
    return {
        "term": row.term.text,
        "weight": row.term.weight,
        "line": row.term.line,
        "status": str(row.status),
        "selected": row.selected,
        "left_out": row.left_out,
    }
