"""`typeset validate`: every problem of profiles and sources, without the engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typeset.cli.report import Messages, report
from typeset.files import find_sources
from typeset.pipeline import Settings, load, prepare
from typeset.problems import Span, TypesetError


def run_validate(paths: Sequence[Path], messages: Messages, quiet: bool) -> int:
    """Report on each; the highest exit code."""
    code = 0
    for found in find_sources(paths):
        try:
            loaded = load(found.path)
            problems = prepare(loaded, Settings()).problems
        except TypesetError as error:
            report((p.at(Span(str(found.path))) for p in error.problems), messages, quiet=quiet)
            code = max(code, error.exit_code)
            continue
        where = Span(str(found.path))
        report((p.at(where) for p in (*loaded.problems, *problems)), messages, quiet=quiet)
        if messages is Messages.TEXT and not quiet:
            print(f"{found.path}: valid")
    return code
