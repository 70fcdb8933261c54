"""Jobs on a Dask cluster: sources are read where the workers are, bytes come back here.

Each thread of a Dask worker has a worker process of its own (`typeset.batch.worker`), so
that a document's limits hold there as they do here. A Dask worker that is lost with a
job in hand costs nothing: the scheduler gives the job to another.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Generator, Iterable
from concurrent.futures import CancelledError
from itertools import islice
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING

from typeset.batch.attempts import failed
from typeset.batch.limits import Limits
from typeset.batch.worker import Worker, WorkerDied
from typeset.jobs import Job, Outcome
from typeset.pipeline import versions
from typeset.problems import EnvironmentProblem, Problem, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

_ANSWER_SECONDS = 10
"""How long a scheduler may take to answer."""

_WORKER_SECONDS = 60
"""How long to wait for the first worker."""

_AHEAD = 2
"""Jobs on the cluster for each of its threads; more would only fill its memory."""


def run_cluster(
    jobs: Iterable[Job], address: str, folder: Path, limits: Limits
) -> Generator[tuple[Job, Outcome], None, None]:
    """Run jobs on the cluster whose scheduler answers at `address`, such as `tcp://host:8786`.

    `folder` is where relative paths begin, on the workers, too. Raises `UsageError` for
    what is no address, and `EnvironmentProblem` where `distributed` is missing, nobody
    answers, or the scheduler is lost. Closing the iterator takes back what is not done.
    """
    with _client(address) as client:
        from distributed import as_completed
        from distributed.scheduler import KilledWorker

        def submit(job: Job) -> Future[Outcome]:
            future: Future[Outcome] = client.submit(
                run_remotely, job, folder, limits, versions(), pure=False
            )
            asked[future.key] = job
            return future

        waiting, asked = iter(jobs), dict[object, Job]()
        ahead = _AHEAD * sum(client.nthreads().values())
        futures = as_completed([submit(job) for job in islice(waiting, ahead)])
        for future in futures:
            job = asked.pop(future.key)
            try:
                outcome = future.result()
            except KilledWorker:
                outcome = failed(job, "was lost with its worker")
            except (CancelledError, OSError) as error:
                raise _lost(address, error) from None
            future.release()
            for following in islice(waiting, 1):
                futures.add(submit(following))
            yield job, outcome


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise EnvironmentProblem(
            Problem(
                "cluster-missing",
                "a cluster needs Dask's `distributed`, which is not installed",
                hint="pip install 'typeset[cluster]'",
            )
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is raised
    try:
        client = Client(address, timeout=_ANSWER_SECONDS)
    except ValueError as error:
        hint = "a scheduler's address is like tcp://host:8786"
        raise UsageError(Problem("cluster", f"{address!r}: {error}", hint=hint)) from None
    except OSError as error:
        raise _lost(address, error) from None
    try:
        client.wait_for_workers(1, timeout=_WORKER_SECONDS)
    except TimeoutError as error:
        client.close()
        raise _lost(address, error) from None
    return client


def _lost(address: str, error: BaseException) -> EnvironmentProblem:
    return EnvironmentProblem(
        Problem(
            "cluster-lost",
            f"the cluster at {address} does not answer: {error or type(error).__name__}",
            hint=f"dask scheduler; dask worker {address}",
        )
    )


_mine = threading.local()


def run_remotely(job: Job, folder: Path, limits: Limits, wanted: tuple[str, ...]) -> Outcome:
    """What a thread of a Dask worker does: the job in its own process, tried once more if
    that dies.

    The outcome says so where this machine has other versions than those `wanted`, or no
    such folder.
    """
    if versions() != wanted:
        return _unlike(f"has the versions {versions()}, not {wanted}")
    reason = ""
    for _ in range(2):
        try:
            return _worker(folder, limits).run(job)
        except WorkerDied as death:
            reason = str(death)
        except (FileNotFoundError, NotADirectoryError):
            return _unlike(f"has no folder {folder}: share it")
    return failed(job, reason)


def _worker(folder: Path, limits: Limits) -> Worker:
    """This thread's worker, begun anew where it has died or was made for another run."""
    known: tuple[Path, Limits, Worker] | None = getattr(_mine, "worker", None)
    if known and known[:2] == (folder, limits) and known[2].is_alive:
        return known[2]
    if known:
        known[2].close()
    worker = Worker(folder, limits)
    _mine.worker = (folder, limits, worker)
    return worker


def _unlike(reason: str) -> Outcome:
    problem = Problem("cluster-unlike", f"the worker on {gethostname()} {reason}")
    return Outcome(problems=(problem,), code=EnvironmentProblem.exit_code)
