"""`typeset render`: sources, profiles and folders into PDFs."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from typeset.cli.output import PDF, plan_outputs
from typeset.cli.progress import Progress
from typeset.cli.report import Messages, report
from typeset.jobs import Job, Outcome, run_here, store, taken
from typeset.pipeline import Settings
from typeset.problems import Problem, Severity, UsageError
from typeset.searching import Found, find_sources
from typeset.theming import load_theme, parse_options

_FEW = 24
"""So many documents are rendered in this process unless something else is asked: about as
many as it renders while others start."""


@dataclass(frozen=True)
class Place:
    """Where to render, which part, and what a document may take there.

    `processes` is None where it is not said, `cluster` and `shard` are then empty.
    """

    processes: int | None = None
    cluster: str = ""
    shard: str = ""
    seconds: float = 60
    megabytes: int = 1000


@dataclass(frozen=True)
class RenderCommand:
    """What was asked on the command line; an empty theme is the profile's own."""

    paths: tuple[Path, ...]
    themes: tuple[str, ...]
    out: Path
    settings: Settings
    messages: Messages
    quiet: bool
    force: bool
    recipients: Path | None = None
    place: Place = Place()
    formats: tuple[str, ...] = (PDF,)


def run_render(command: RenderCommand) -> int:
    """Render everything asked; the exit code. A failing document does not stop the others."""
    jobs = _plan(command)
    for theme in filter(None, command.themes):
        loaded_theme = load_theme(theme, command.settings.themes_dirs)
        parse_options(loaded_theme.options, command.settings.options, theme)
    told = command.messages is Messages.TEXT and not command.quiet
    count = len(jobs)
    progress = Progress(count, quiet=command.quiet)
    code = 0
    with closing(_outcomes(jobs, command)) as outcomes:
        progress.draw("")
        try:
            for job, outcome in outcomes:
                progress.clear()
                report(outcome.problems, command.messages, quiet=command.quiet)
                if outcome.lines and told:
                    print("\n".join(outcome.lines), flush=True)
                progress.count(outcome)
                progress.draw(job.label)
                code = max(code, outcome.code)
        finally:
            progress.clear()
    if told and count != 1:
        print(progress.summary(), flush=True)
    return code


def _plan(command: RenderCommand) -> list[Job]:
    """The jobs asked for: all of them, or a shard."""
    found = find_sources(command.paths, command.out)
    where = (command.themes, command.out, command.settings)
    if command.formats != (PDF,):
        found = _of_sources(found, command)
    if command.recipients:
        from typeset.cli.letters import plan_letters

        jobs, problems = plan_letters(found, command.recipients, *where, force=command.force)
        report(problems, command.messages, quiet=command.quiet)
    else:
        jobs = plan_outputs(found, *where, formats=command.formats, force=command.force)
    if not command.place.shard:
        return jobs
    from typeset.batch.shards import Shard

    shard = Shard.parse(command.place.shard)
    return [job for job in jobs if shard.takes(job.name)]


def _of_sources(found: list[Found], command: RenderCommand) -> list[Found]:
    """What can be made in other formats than PDF; what cannot is told.

    Raises `UsageError` where nothing can.
    """
    hint = "name sources and profiles; --format pdf makes the rest"
    if command.recipients:
        raise UsageError(Problem("format", "letters to recipients become PDFs alone", hint=hint))
    others = [item for item in found if item.application]
    kept = found if PDF in command.formats else [item for item in found if item not in others]
    message = "applications become PDFs alone"
    if not kept or len(others) == len(found):
        raise UsageError(Problem("format", message, hint=hint))
    if others:
        report([Problem("format", message, Severity.NOTE)], command.messages, quiet=command.quiet)
    return kept


def _outcomes(
    jobs: list[Job], command: RenderCommand
) -> Generator[tuple[Job, Outcome], None, None]:
    """The jobs with what became of them, their files written; the list is used up."""
    place, out = command.place, command.out
    processes = place.processes or (1 if len(jobs) <= _FEW else _cpus())
    is_folder = out.suffix.lower() != ".pdf"
    if place.cluster and not (is_folder and place.processes is None):
        raise UsageError(Problem("cluster", "--cluster goes with a folder, and without --jobs"))
    if place.cluster or (processes > 1 and len(jobs) > 1):
        yield from _batch(jobs, processes, command)
    else:
        for job, outcome in run_here(jobs):
            yield job, store(outcome)


def _batch(
    jobs: list[Job], processes: int, command: RenderCommand
) -> Generator[tuple[Job, Outcome], None, None]:
    from typeset.batch.cluster import run_cluster
    from typeset.batch.journal import Journal
    from typeset.batch.keys import RunKey
    from typeset.batch.limits import Limits
    from typeset.batch.pool import run_pool
    from typeset.batch.run import run_batch

    place = command.place
    limits, folder = Limits(place.seconds, place.megabytes), Path.cwd()
    part = f"-{place.shard.replace('/', '-of-')}" if place.shard else ""
    journal = Journal(command.out, RunKey(command.settings), part)
    if place.cluster:
        backend = partial(run_cluster, address=place.cluster, folder=folder, limits=limits)
    else:
        backend = partial(run_pool, processes=processes, folder=folder, limits=limits)
    yield from run_batch(taken(jobs), backend, journal)


def _cpus() -> int:
    """The processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
