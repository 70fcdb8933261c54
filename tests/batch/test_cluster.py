"""The same jobs over Dask: results come back here, a killed worker costs nothing."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.batch.demo import cluster
from tests.batch.making import ENOUGH, codes, jobs_for, write_profiles
from typeset.batch.cluster import run_cluster, run_remotely
from typeset.batch.limits import Limits
from typeset.pipeline import versions
from typeset.problems import EnvironmentProblem

needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None, reason="Dask is not installed: pip install 'typeset[cluster]'"
)


@needs_dask
@pytest.mark.filterwarnings("default")  # those of Dask are its own
def test_a_killed_worker_costs_nothing(tmp_path: Path) -> None:
    jobs = jobs_for(write_profiles(tmp_path / "in", 24), Path("out"))
    done = []
    with cluster() as demo:
        for pair in run_cluster(jobs, demo.address, tmp_path, ENOUGH):
            done.append(pair)
            if len(done) == 6:
                demo.workers[0].kill()
    assert {problem.message for _, outcome in done for problem in outcome.problems} == set()
    assert codes(done) == {job.name: 0 for job in jobs}
    assert all(outcome.outputs[job.targets[0].pdf] for job, outcome in done)
    assert not (tmp_path / "out").exists()


@needs_dask
@pytest.mark.filterwarnings("default")
def test_nobody_at_the_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("typeset.batch.cluster._ANSWER_SECONDS", 1)
    with pytest.raises(EnvironmentProblem, match="does not answer"):
        next(run_cluster([], "tcp://127.0.0.1:9", tmp_path, ENOUGH))


def test_without_dask_the_command_that_installs_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EnvironmentProblem, match=r"pip install 'typeset\[cluster\]'") as raised:
        next(run_cluster([], "tcp://127.0.0.1:9", tmp_path, ENOUGH))
    assert raised.value.exit_code == 3


def test_a_worker_with_other_versions_says_so(tmp_path: Path) -> None:
    (job,) = jobs_for([tmp_path / "a.yaml"], tmp_path)
    outcome = run_remotely(job, tmp_path, ENOUGH, ("0.0", *versions()[1:]))
    assert (outcome.code, outcome.problems[0].rule) == (3, "cluster-unlike")


def test_a_worker_without_the_folder_says_so(tmp_path: Path) -> None:
    (job,) = jobs_for([tmp_path / "a.yaml"], tmp_path)
    outcome = run_remotely(job, tmp_path / "nowhere", Limits(9, 999), versions())
    assert (outcome.code, "has no folder" in outcome.problems[0].message) == (3, True)
