"""`typeset tailor`: a proposed application for a profile and a job posting."""

from __future__ import annotations

from pathlib import Path

from typeset.cli.report import Messages, report
from typeset.files import write_atomic
from typeset.pipeline import Settings
from typeset.problems import Problem, Span, UsageError
from typeset.proposals import propose_application


def run_tailor(
    profile: Path,
    posting: Path,
    out: Path | None,
    settings: Settings,
    messages: Messages,
    *,
    quiet: bool = False,
) -> int:
    """Write the proposal to `out`, else print it. Raises `UsageError` rather than replace a file.

    A proposal once written is its author's, with every change made to it.
    """
    if out and out.exists():
        hint = "give another name with --out"
        raise UsageError(
            Problem("exists", "this file exists already", span=Span(str(out)), hint=hint)
        )
    text, problems = propose_application(profile, posting, settings, out)
    report(problems, messages, quiet=quiet)
    if out:
        write_atomic(out, text)
    else:
        print(text, end="")
    return 0
