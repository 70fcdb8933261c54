"""Jobs on this machine, in several processes.

The pools at hand do not survive what this must: with `concurrent.futures` and loky a
killed worker breaks the pool, `multiprocessing.Pool` waits for it for ever, and workers
that share a pipe leave its lock taken when they die. So each worker has its own
connection, and one loop waits for all of them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from multiprocessing.connection import wait
from pathlib import Path

from typeset.batch.attempts import STARTS, failed, no_start
from typeset.batch.limits import Limits
from typeset.batch.worker import Worker, WorkerDied
from typeset.jobs import Job, Outcome


def run_pool(
    jobs: Iterable[Job], processes: int, folder: Path, limits: Limits
) -> Generator[tuple[Job, Outcome], None, None]:
    """Run jobs in up to `processes` processes that work in `folder`; outcomes as they come.

    A job whose worker dies, or takes more than `limits`, is tried once more, then
    reported. Raises `EnvironmentProblem` where workers die before they can take a job.
    Closing the iterator ends the workers at once.
    """
    waiting = deque(jobs)
    again: set[str] = set()
    deaths = 0
    workers = [Worker(folder, limits) for _ in range(min(processes, len(waiting)))]
    try:
        while waiting or any(worker.job for worker in workers):
            for worker in _speaking(workers):
                job, outcome, was_ready = worker.job, None, worker.is_ready
                try:
                    outcome = worker.receive()
                    deaths = 0
                except WorkerDied as death:
                    deaths += not was_ready
                    if deaths == STARTS:
                        raise no_start(str(death)) from None
                    if job and job.name in again:
                        outcome = failed(job, str(death))
                    elif job:
                        again.add(job.name)
                        waiting.appendleft(job)
                if not worker.is_ready:
                    worker.close()
                    workers.remove(worker)
                    if waiting:
                        workers.append(Worker(folder, limits))
                elif waiting:
                    worker.start(waiting.popleft())
                if job and outcome:
                    yield job, outcome
    finally:
        for worker in workers:
            worker.close()


def _speaking(workers: list[Worker]) -> list[Worker]:
    """Wait for messages, or deaths; the workers they come from."""
    heard = wait([worker.connection for worker in workers])
    return [worker for worker in workers if worker.connection in heard]
