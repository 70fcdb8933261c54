"""Where outputs go: names for each source and theme, and what must not be overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from typeset.exporters import FORMATS
from typeset.jobs import MANIFEST, Export, Job, Target
from typeset.pipeline import Settings
from typeset.problems import Problem, Span, UsageError, did_you_mean
from typeset.searching import Found, inputs_of

PDF = "pdf"


def parse_formats(text: str) -> tuple[str, ...]:
    """The formats named in `pdf,json`, once each. Raises `UsageError` for an unknown one."""
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",")))
    known = [PDF, *FORMATS]
    for name in names:
        if name not in known:
            message = f"{name!r} is no format to write"
            raise UsageError(Problem("format", message, hint=did_you_mean(name, known)))
    return names


def plan_outputs(
    found: Sequence[Found],
    themes: Sequence[str],
    out: Path,
    settings: Settings,
    *,
    formats: Sequence[str] = (PDF,),
    force: bool = False,
) -> list[Job]:
    """The jobs that make of each source `<stem>.pdf` and `<stem>.yaml` in a folder that mirrors
    the source's, `<stem>-<theme>.pdf` for several themes, or `out` alone where it names a PDF.
    Other `formats` are made of sources, without a theme; applications are PDFs alone.

    Raises `UsageError` where two sources would give one file, where an output is an
    input, and where one PDF is asked of several documents.
    """
    if out.suffix.lower() == ".pdf":
        if len(found) != 1 or len(themes) != 1:
            raise UsageError(
                Problem(
                    "output-name",
                    f"one PDF is asked for {len(found)} sources and {len(themes)} themes",
                    span=Span(str(out)),
                    hint="give a folder with --out, or one source and one theme",
                )
            )
        if found[0].application:
            message = "an application becomes several PDFs, under names of its own"
            hint = "give a folder with --out"
            raise UsageError(Problem("output-name", message, span=Span(str(out)), hint=hint))
        if tuple(formats) != (PDF,):
            message = f"one PDF is asked for, and the formats {', '.join(formats)}"
            hint = "give a folder with --out"
            raise UsageError(Problem("output-name", message, span=Span(str(out)), hint=hint))
        target = Target(themes[0], out, None)
        jobs = [Job(out.stem, found[0].path, (target,), settings, force)]
    else:
        jobs = [job for item in found for job in _jobs(item, themes, out, settings, force)]
        jobs = [_in_formats(job, out, formats) for job in jobs]
    refuse_clashes(jobs)
    return jobs


def _jobs(
    item: Found, themes: Sequence[str], out: Path, settings: Settings, force: bool
) -> list[Job]:
    """One job for a source; for an application one for each theme, in a folder of its own."""
    stem = item.path.stem
    if not item.application:
        name = (item.folder / stem).as_posix()
        return [Job(name, item.path, targets(out / item.folder, stem, themes), settings, force)]
    folders = {theme: f"{stem}-{theme}" if len(themes) > 1 else stem for theme in themes}
    return [
        Job(
            (item.folder / folder).as_posix(),
            item.path,
            (),
            replace(settings, theme=theme),
            force,
            out / item.folder / folder,
        )
        for theme, folder in folders.items()
    ]


def _in_formats(job: Job, out: Path, formats: Sequence[str]) -> Job:
    """A source's job with the formats asked for; an application's as it is."""
    if job.folder:
        return job
    exports = tuple(
        Export(name, out / f"{job.name}{FORMATS[name].suffix}") for name in formats if name != PDF
    )
    return replace(job, targets=job.targets if PDF in formats else (), exports=exports)


def targets(folder: Path, stem: str, themes: Sequence[str]) -> tuple[Target, ...]:
    """The outputs called `stem` in a folder, one PDF for each theme."""
    profile = folder / f"{stem}.yaml"
    suffixes = [f"-{theme}" if len(themes) > 1 else "" for theme in themes]
    return tuple(
        Target(theme, folder / f"{stem}{suffix}.pdf", profile)
        for theme, suffix in zip(themes, suffixes, strict=True)
    )


def refuse_clashes(jobs: Sequence[Job]) -> None:
    """Raise `UsageError` where two jobs would write one file, and where one is a source."""
    inputs = {job.source.resolve() for job in jobs}
    inputs |= {file for job in jobs if job.folder for file in inputs_of(job.source)}
    owners: dict[str, Job] = {}
    problems: dict[tuple[Path, str], Problem] = {}
    for job in jobs:
        for output in _outputs(job):
            place = output.resolve()
            if place in inputs:
                problems[(output, "")] = Problem(
                    "output-is-input",
                    "an output would overwrite a source",
                    span=Span(str(output)),
                    hint="choose another folder with --out",
                )
            # Elsewhere, names that differ in case alone are one.
            owner = owners.setdefault(str(place).casefold(), job)
            if owner is not job:
                problems[(output, job.label)] = Problem(
                    "output-clash",
                    f"{owner.label} and {job.label} would both become {output}",
                    hint="render one of them, or rename it",
                )
    if problems:
        raise UsageError(problems.values())


def _outputs(job: Job) -> list[Path]:
    files = [path for target in job.targets for path in (target.pdf, target.profile) if path]
    files += [export.path for export in job.exports]
    return [*files, job.folder / MANIFEST] if job.folder else files
