"""A document to make, as pure data, and what became of it.

A `Job` can be run here, in another process or on another machine; `run_job` reads files
and gives bytes back, but writes and prints nothing.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from typeset.exporters import FORMATS
from typeset.files import write_together
from typeset.fitting.account import counted
from typeset.inputs import ABSENT, recorded
from typeset.loading import in_language, load
from typeset.pipeline import Prepared, Settings, is_current, prepare, render
from typeset.problems import EnvironmentProblem, Problem, Span, TypesetError, UsageError, errors
from typeset.profile import write_profile
from typeset.tailor.recipients import Row, addressed
from typeset.typesetting import Press

MANIFEST = "manifest.json"
"""What stands beside an application's PDFs: an account of every choice."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a source becomes with one theme. `profile` is None where only a PDF is asked."""

    theme: str
    pdf: Path
    profile: Path | None


@dataclass(frozen=True, slots=True)
class Export:
    """A source's profile in another format: its name in the table of exporters, and the file."""

    format: str
    path: Path


@dataclass(frozen=True)
class Job:
    """One source and all that is made of it.

    `name` is unique in a run and the same on every machine: the outputs' folder and stem.
    The theme of each target takes the place of that of `settings`; `force` renders what
    is current, too. The source is an application where there is a `folder`: its documents'.
    With a `row` it is a letter, addressed to that recipient.
    """

    name: str
    source: Path
    targets: tuple[Target, ...]
    settings: Settings
    force: bool = False
    folder: Path | None = None
    row: Row | None = None
    exports: tuple[Export, ...] = ()

    @property
    def label(self) -> str:
        """What messages call it."""
        return str(self.row.place if self.row else self.source)


@dataclass(frozen=True)
class Outcome:
    """What became of a job: files to write together, files that are right as they stand.

    `lines` say what was made, `code` is the exit code. `inputs` are the files read, and
    those looked for in vain, with their digests (`typeset.inputs`).
    """

    outputs: Mapping[Path, bytes] = field(default_factory=dict)
    current: tuple[Path, ...] = ()
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    code: int = 0
    inputs: Mapping[Path, str] = field(default_factory=dict)


def run_job(job: Job, press: Press) -> Outcome:
    """Make the documents of a job; where one of them fails, the outcome holds no file.

    Raises `MemoryError` alone: everything else that goes wrong is in the outcome.
    """
    try:
        with recorded() as inputs:
            outcome = _apply(job, press, inputs) if job.folder else _render(job, press)
        _refuse_inputs(outcome, inputs)
        return replace(outcome, inputs=inputs)
    except TypesetError as error:
        # A source that vanished or cannot be read is no problem of its content.
        return Outcome(problems=error.problems, code=error.exit_code)
    except MemoryError:
        raise
    except Exception as error:
        if os.environ.get("TYPESET_DEBUG"):
            raise
        return Outcome(problems=(_internal(error, job),), code=1)


def _refuse_inputs(outcome: Outcome, inputs: Mapping[Path, str]) -> None:
    """Raise `UsageError` where an output is a file that the document was made from."""
    read = {path.resolve() for path, digest in inputs.items() if digest != ABSENT}
    over = [path for path in outcome.outputs if path.resolve() in read]
    if over:
        message, hint = "an output would overwrite a source", "choose another folder with --out"
        raise UsageError(
            Problem("output-is-input", message, span=Span(str(path)), hint=hint) for path in over
        )


def taken(jobs: list[Job]) -> Iterator[Job]:
    """The jobs in order, each taken out of the list: a path keeps what was asked of it, and
    thousands that are done would hold memory that grows."""
    jobs.reverse()
    while jobs:
        yield jobs.pop()


def run_here(jobs: Iterable[Job]) -> Generator[tuple[Job, Outcome], None, None]:
    """Run the jobs one after the other, in this process."""
    with Press() as press:
        for job in jobs:
            yield job, run_job(job, press)


def store(outcome: Outcome) -> Outcome:
    """Write the files of an outcome; where that fails, the outcome that says so.

    Raises `EnvironmentProblem` where the machine lacks what every other job needs, too.
    """
    if outcome.code == EnvironmentProblem.exit_code:
        raise EnvironmentProblem(outcome.problems)
    try:
        write_together(outcome.outputs)
    except TypesetError as error:
        return Outcome(problems=(*outcome.problems, *error.problems), code=error.exit_code)
    return outcome


def _render(job: Job, press: Press) -> Outcome:
    loaded = load(job.source)
    if job.row:  # of the letter itself, whoever made the jobs was told
        loaded = replace(loaded, profile=addressed(loaded.profile, job.row), problems=())
    outputs: dict[Path, bytes] = {}
    current: list[Path] = []
    lines: list[str] = []
    shown, found = in_language(loaded, job.settings.lang, strict=job.settings.strict)
    problems: list[Problem] = [*loaded.problems, *found]
    if errors(found):
        raise TypesetError(problems)
    for target in job.targets:
        prepared = prepare(shown, replace(job.settings, theme=target.theme))
        if not job.force and is_current(target.pdf, prepared.key):
            current.append(target.pdf)
            lines.append(f"{target.pdf}: unchanged")
            problems += prepared.problems
        else:
            lines.append(_render_target(target, prepared, press, outputs, problems))
        if target.profile:
            _add(target.profile, write_profile(loaded.profile).encode(), outputs, current)
    for export in job.exports:
        row = FORMATS[export.format]
        exported = row.export(shown.profile)
        is_new = _add(export.path, exported.data, outputs, current)
        lines.append(f"{export.path}: {row.title if is_new else 'unchanged'}")
        problems += (problem.at(Span(str(job.source))) for problem in exported.problems)
    return Outcome(outputs, tuple(current), tuple(lines), tuple(dict.fromkeys(problems)))


def _render_target(
    target: Target,
    prepared: Prepared,
    press: Press,
    outputs: dict[Path, bytes],
    problems: list[Problem],
) -> str:
    rendered = render(prepared, press)
    outputs[target.pdf] = rendered.pdf
    problems += rendered.problems
    return f"{target.pdf}: {counted(rendered.pages, 'page')}"


def _add(path: Path, data: bytes, outputs: dict[Path, bytes], current: list[Path]) -> bool:
    """Add a file to write, if it does not hold the data already; whether it is one."""
    try:
        if path.read_bytes() == data:
            current.append(path)
            return False
    except OSError:
        pass
    outputs[path] = data
    return True


def _apply(job: Job, press: Press, inputs: Mapping[Path, str]) -> Outcome:
    """Every document of an application, and its manifest; all of them, or none is new."""
    from typeset.applications import prepare_application, render_application
    from typeset.manifest import manifest, manifest_key

    assert job.folder is not None
    application = prepare_application(job.source, job.settings)
    account = job.folder / MANIFEST
    files = {job.folder / name: key for name, key in application.keys.items()}
    current = manifest_key(account) == application.key
    if not job.force and current and all(is_current(file, key) for file, key in files.items()):
        lines = [f"{file}: unchanged" for file in files]
        return Outcome({}, (*files, account), tuple(lines), application.problems)
    rendered = render_application(application, press)
    outputs = {job.folder / name: pdf for name, pdf in rendered.pdfs.items()}
    lines = [
        f"{job.folder / name}: {counted(count, 'page')}" for name, count in rendered.pages.items()
    ]
    outputs[account] = manifest(application, rendered, inputs, job.folder)
    return Outcome(outputs, (), tuple(lines), rendered.problems)


def _internal(error: Exception, job: Job) -> Problem:
    return Problem(
        "internal",
        f"internal error: {type(error).__name__}: {error}",
        span=Span(str(job.source)),
        hint="this is a fault of typeset; TYPESET_DEBUG=1 shows where it lies",
    )
