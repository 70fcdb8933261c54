"""`typeset validate`: every problem of profiles, sources and applications, without the engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typeset.cli.report import Messages, report
from typeset.loading import in_language, load
from typeset.pipeline import Settings, prepare
from typeset.problems import Problem, Span, TypesetError, errors
from typeset.profile.addresses import Addressed
from typeset.searching import Found, find_sources


def run_validate(
    paths: Sequence[Path],
    settings: Settings,
    messages: Messages,
    *,
    quiet: bool = False,
    addresses: bool = False,
) -> int:
    """Report on each; the highest exit code. `addresses` lists those of each profile, too."""
    code = 0
    for found in find_sources(paths):
        where = Span(str(found.path))
        try:
            problems = _problems(found, settings)
            code = max(code, int(bool(errors(problems))))
        except TypesetError as error:
            problems, code = [*error.problems], max(code, error.exit_code)
        report((problem.at(where) for problem in problems), messages, quiet=quiet)
        if errors(problems) or messages is not Messages.TEXT:
            continue
        if addresses and not found.application:
            print("\n".join(_addresses(found.path)))
        elif not quiet:
            print(f"{found.path}: valid")
    return code


def _problems(found: Found, settings: Settings) -> list[Problem]:
    if found.application:
        from typeset.applications import prepare_application

        return list(prepare_application(found.path, settings).problems)
    loaded, problems = in_language(load(found.path), settings.lang, strict=settings.strict)
    return [*loaded.problems, *problems, *prepare(loaded, settings).problems]


def _addresses(path: Path) -> list[str]:
    """Each address in a line with its words, texts below the part that they are of."""
    addressed = Addressed(load(path).profile)
    lines = [f"{address}: {_shortly(part.text)}" for address, part in addressed.parts.items()]
    for address, field in addressed.texts.items():
        if field.value and address not in addressed.parts:
            lines.append(f"{address}: {_shortly(str(field.value))}")
    return lines


def _shortly(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59].rstrip() + "…"
