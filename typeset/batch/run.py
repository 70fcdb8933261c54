"""A batch from its jobs to files on disk."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from typing import TypeAlias

from typeset.batch.journal import Journal
from typeset.jobs import Job, Outcome, store, taken

Backend: TypeAlias = Callable[[Iterable[Job]], Generator[tuple[Job, Outcome], None, None]]
"""Runs jobs somewhere; gives each back with its outcome, in any order."""


def run_batch(
    jobs: Iterable[Job], backend: Backend, journal: Journal
) -> Generator[tuple[Job, Outcome], None, None]:
    """Each job with its outcome, once its files are written and it stands in the journal.

    First come those that are finished already. Raises `EnvironmentProblem` where no
    job can be run; closing the iterator closes the backend's.
    """
    left: list[Job] = []
    for job in jobs:
        if done := journal.finished(job):
            yield job, done
        else:
            left.append(journal.distrusting(job))
    if not left:
        return
    with journal, closing(backend(taken(left))) as outcomes:
        for job, outcome in outcomes:
            stored = store(outcome)
            if stored.code == 0:
                journal.add(job, stored)
            yield job, stored
