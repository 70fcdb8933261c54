"""A pool whose workers die, hang and grow: every job comes back once, with its outcome."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.batch.making import ENOUGH, codes, jobs_for, write_profiles
from typeset.batch.limits import Limits
from typeset.batch.pool import run_pool
from typeset.batch.worker import Worker
from typeset.jobs import Job, Outcome
from typeset.problems import EnvironmentProblem


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    return jobs_for(write_profiles(tmp_path / "in", 8), tmp_path / "out")


@pytest.fixture
def meddle(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int, int], list[int]]:
    """Send a signal to each worker that is given the job `name`, at most `times`; their ids.

    It has a second to answer, then.
    """

    def arrange(name: str, number: int, times: int) -> list[int]:
        hit: list[int] = []
        start = Worker.start

        def start_and_strike(self: Worker, job: Job) -> None:
            if job.name == name and len(hit) < times:
                self._limits = replace(self._limits, seconds=1)
                os.kill(self.pid, number)  # before the job is sent, so that it cannot be done
                hit.append(self.pid)
            start(self, job)

        monkeypatch.setattr(Worker, "start", start_and_strike)
        return hit

    return arrange


def _run(jobs: list[Job], folder: Path, limits: Limits = ENOUGH) -> list[tuple[Job, Outcome]]:
    return list(run_pool(jobs, 2, folder, limits))


def test_all_jobs_come_back_once_with_bytes_and_inputs(jobs: list[Job], tmp_path: Path) -> None:
    done = _run(jobs, tmp_path)
    assert codes(done) == {job.name: 0 for job in jobs}
    for job, outcome in done:
        assert outcome.outputs[job.targets[0].pdf].startswith(b"%PDF")
        assert job.source in outcome.inputs
    assert not (tmp_path / "out").exists()


def test_relative_paths_lead_from_the_folder(tmp_path: Path) -> None:
    write_profiles(tmp_path / "in", 1)
    jobs = jobs_for([Path("in/p000.yaml")], Path("out"))
    assert codes(_run(jobs, tmp_path)) == {"p000": 0}


def test_a_job_whose_worker_is_killed_is_tried_once_more(
    jobs: list[Job], tmp_path: Path, meddle: Callable[[str, int, int], list[int]]
) -> None:
    hit = meddle("p003", signal.SIGKILL, 1)
    assert codes(_run(jobs, tmp_path)) == {job.name: 0 for job in jobs}
    assert len(hit) == 1


def test_a_job_that_kills_every_worker_is_reported_and_the_others_are_done(
    jobs: list[Job], tmp_path: Path, meddle: Callable[[str, int, int], list[int]]
) -> None:
    hit = meddle("p003", signal.SIGKILL, 9)
    done = _run(jobs, tmp_path)
    assert codes(done) == {job.name: int(job.name == "p003") for job in jobs}
    assert len(hit) == 2
    (problem,) = next(outcome for job, outcome in done if job.name == "p003").problems
    assert problem.rule == "worker-died"
    assert "SIGKILL" in problem.message


def test_a_worker_that_hangs_is_replaced(
    jobs: list[Job], tmp_path: Path, meddle: Callable[[str, int, int], list[int]]
) -> None:
    hit = meddle("p003", signal.SIGSTOP, 2)
    done = _run(jobs, tmp_path)
    assert codes(done) == {job.name: int(job.name == "p003") for job in jobs}
    assert len(set(hit)) == 2
    (problem,) = next(outcome for job, outcome in done if job.name == "p003").problems
    assert "more than 1 seconds" in problem.message
    assert not any(Path(f"/proc/{pid}").exists() for pid in hit)


def test_what_needs_too_much_memory_is_reported_and_the_others_are_done(tmp_path: Path) -> None:
    """A picture of 10,000 × 10,000 points is small as a file, and 300 MB when it is read."""
    paths = write_profiles(tmp_path / "in", 3)
    photo = pytest.importorskip("PIL.Image").new("RGB", (10_000, 10_000))
    photo.save(tmp_path / "in" / "photo.png", compress_level=9)
    paths[1].write_text("basics: {name: Ada Bell, image: photo.png}\n")
    done = _run(jobs_for(paths, tmp_path / "out"), tmp_path, Limits(120, 250))
    assert codes(done) == {"p000": 0, "p001": 1, "p002": 0}
    (problem,) = next(outcome for job, outcome in done if job.name == "p001").problems
    assert "memory" in problem.message


def test_workers_that_never_start_end_the_run(
    jobs: list[Job], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(EnvironmentProblem, match="no worker starts"):
        _run(jobs, tmp_path)


def test_closing_early_ends_the_workers(jobs: list[Job], tmp_path: Path) -> None:
    pids: list[int] = []
    outcomes = run_pool(jobs, 2, tmp_path, ENOUGH)
    next(outcomes)
    pids = _children()
    assert len(pids) == 2
    outcomes.close()
    assert _children() == []


def _children() -> list[int]:
    """The workers that this process has now."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == os.getpid() and b"typeset.batch.process" in command:
            found.append(int(entry.name))
    return found
