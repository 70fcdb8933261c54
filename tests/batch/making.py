"""Small jobs to run many of, and sources that misbehave."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typeset.batch.limits import Limits
from typeset.jobs import Job, Outcome, Target
from typeset.pipeline import Settings

ENOUGH = Limits(seconds=120, megabytes=1500)


def write_profiles(folder: Path, count: int) -> list[Path]:
    """`count` profiles of a few lines, each with a word of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"p{number:03}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"basics: {{name: Ada Bell, summary: Person number {number}.}}\n")
    return paths


def jobs_for(paths: Sequence[Path], out: Path) -> list[Job]:
    """A job for each source, in the theme that nobody names."""
    return [
        Job(path.stem, path, (Target("", out / f"{path.stem}.pdf", None),), Settings())
        for path in paths
    ]


def codes(outcomes: list[tuple[Job, Outcome]]) -> dict[str, int]:
    """The exit code of each job; a job that came back twice fails the test."""
    names = [job.name for job, _ in outcomes]
    assert len(names) == len(set(names))
    return {job.name: outcome.code for job, outcome in outcomes}
