"""What is said of a job whose workers died, and of workers that never start."""

from __future__ import annotations

from typeset.jobs import Job, Outcome
from typeset.problems import EnvironmentProblem, Problem, Span

STARTS = 10
"""How many workers in a row may die before they are ready."""


def failed(job: Job, reason: str) -> Outcome:
    """The outcome of a job that was tried once more, in vain."""
    problem = Problem(
        "worker-died",
        f"two processes failed on it; the last {reason}",
        span=Span(str(job.source)),
        hint="--timeout and --memory say what one document may take",
    )
    return Outcome(problems=(problem,), code=1)


def no_start(reason: str) -> EnvironmentProblem:
    """The error where no worker becomes ready."""
    return EnvironmentProblem(
        Problem("worker-start", f"no worker starts: the last {reason}", hint="typeset doctor")
    )
