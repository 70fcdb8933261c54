"""`typeset render letter.md --for recipients.csv`: one job for each recipient."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typeset.cli.output import refuse_clashes, targets
from typeset.jobs import Job
from typeset.loading import load
from typeset.pipeline import Settings
from typeset.problems import Problem, Span, TypesetError, UsageError
from typeset.searching import Found
from typeset.tailor.recipients import check_columns
from typeset.tailor.tables import read_recipients


def plan_letters(
    found: Sequence[Found],
    table: Path,
    themes: Sequence[str],
    out: Path,
    settings: Settings,
    *,
    force: bool = False,
) -> tuple[list[Job], list[Problem]]:
    """A job for each row of `table`, and what is to be said of the letter and the table.

    Raises `UsageError` for anything but one letter and a folder, and where two rows give
    one file; `TypesetError` for rows that cannot be read or named, and for placeholders
    that no column fills.
    """
    if len(found) != 1 or out.suffix.lower() == ".pdf":
        raise UsageError(
            Problem(
                "recipients",
                "--for makes many letters of one",
                hint="give one letter, and a folder with --out",
            )
        )
    letter = load(found[0].path)
    if letter.profile.letter is None:
        raise UsageError(Problem("recipients", "this is no letter", span=Span(str(found[0].path))))
    rows, problems = read_recipients(table)
    unused = check_columns(letter.profile, rows)
    jobs: list[Job] = []
    unnamed: list[Problem] = []
    for row in rows:
        try:
            made = targets(out, row.file, themes)
            jobs.append(Job(row.file, letter.path, made, settings, force, row=row))
        except TypesetError as error:
            unnamed += error.problems
    if unnamed:
        raise TypesetError(unnamed)
    refuse_clashes(jobs)
    # What looks like a placeholder in the source will be filled.
    told = [one for one in letter.problems if one.rule != "placeholder" or "{" not in one.message]
    return jobs, [*told, *problems, *unused]
