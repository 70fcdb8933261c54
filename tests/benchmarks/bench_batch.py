"""Thousands of applications on two processes: throughput, memory, and what killing costs.

    python -m tests.benchmarks.bench_batch [--count N] [--kill worker|run|dask] [--every SECONDS]

Renders made-up applications (three PDFs each) with `typeset render … --jobs 2` and prints,
for each eighth, applications a second and the resident memory of the parent and of each
worker, read from /proc. `--kill worker` ends a worker every few seconds, `--kill run` the
run itself, which is started again until it comes to its end; `--kill dask` renders on a
cluster of two Dask workers and ends one of them halfway. However it went, every
application must be there, and entered and rendered once.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.batch.demo import Cluster, cluster
from tests.benchmarks.many import write_applications

JOURNAL = Path("out/.typeset-journal.jsonl")
Watch = Callable[[subprocess.Popen[bytes], int], None]


def main() -> int:
    """Run what was asked; 1 where an application is missing or was made twice."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--count", type=int, default=2000)
    asked.add_argument("--kill", choices=("worker", "run", "dask"))
    asked.add_argument("--every", type=float, default=4, help="seconds between two kills")
    options = asked.parse_args()
    with TemporaryDirectory(prefix="typeset-bench-") as name, ExitStack() as stack:
        os.chdir(name)
        write_applications(Path("in"), options.count)
        command = [sys.executable, "-m", "typeset", "render", "in/applications"]
        where, watch = ["--jobs", "2"], _sampler(options.count)
        if options.kill == "worker":
            watch = _killer(options.every)
        elif options.kill == "dask":
            demo = stack.enter_context(cluster())
            where, watch = ["--cluster", demo.address], _dask_killer(demo, options.count // 2)
        start = time.monotonic()
        if options.kill == "run":
            runs = _run_and_kill([*command, *where], options.every)
            print(f"the run was ended {runs - 1} times")
        else:
            _run([*command, *where], watch)
        seconds = time.monotonic() - start
        print(f"{options.count / seconds:.1f} applications a second, {seconds:.0f} s in all")
        return _verdict(options.count, [*command, "--jobs", "2"])


def _run(command: list[str], watch: Watch) -> None:
    """Run to the end, calling `watch` with the number of finished jobs meanwhile."""
    with Path("lines").open("ab") as lines:
        process = subprocess.Popen(command, stdout=lines, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            watch(process, _finished())
            time.sleep(0.05)
    print(f"exit code {process.returncode}")


def _run_and_kill(command: list[str], every: float) -> int:
    """Run, end the run after a while, run again, until a run ends by itself; how many."""
    choose, runs = random.Random(1), 0
    while True:
        runs += 1
        with Path("lines").open("ab") as lines:
            process = subprocess.Popen(command, stdout=lines, stderr=subprocess.DEVNULL)
        try:
            process.wait(choose.uniform(0.5, 1.5) * every)
            return runs
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _halves(seen: list[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
    """The samples of each half. A worker is replaced after a number of jobs, so that of
    workers only the largest of a half can be compared."""
    return seen[:4], seen[4:]


def _sampler(count: int) -> Watch:
    """Print speed and memory at each eighth, and how much both grew in the second half."""
    step = max(count // 8, 1)
    start = time.monotonic()
    seen: list[list[int]] = []

    def sample(process: subprocess.Popen[bytes], finished: int) -> None:
        # A little before: when the last is finished, the workers are gone.
        if len(seen) == 8 or finished < step * (len(seen) + 1) - 4:
            return
        seen.append([_resident(pid) for pid in (process.pid, *sorted(_workers(process.pid)))])
        speed = finished / (time.monotonic() - start)
        megabytes = "  ".join(f"{size / 1e6:7.2f}" for size in seen[-1])
        print(f"{finished:6}  {speed:5.1f}/s  MB of parent and workers: {megabytes}", flush=True)
        if len(seen) == 8:
            parent = seen[7][0] - seen[3][0]
            peaks = [max(size for sizes in half for size in sizes[1:]) for half in _halves(seen)]
            print(
                f"growth in the last half, MB: parent {parent / 1e6:+.2f}, "
                f"largest worker {(peaks[1] - peaks[0]) / 1e6:+.2f}"
            )

    return sample


def _killer(every: float) -> Watch:
    """End a worker, by chance which, every so many seconds."""
    choose, last = random.Random(1), [time.monotonic()]

    def kill(process: subprocess.Popen[bytes], finished: int) -> None:
        workers = sorted(_workers(process.pid))
        if workers and time.monotonic() - last[0] > every:
            last[0] = time.monotonic()
            os.kill(choose.choice(workers), signal.SIGKILL)
            print(f"{finished:6}  a worker was ended", flush=True)

    return kill


def _dask_killer(demo: Cluster, at: int) -> Watch:
    def kill(process: subprocess.Popen[bytes], finished: int) -> None:
        if finished >= at and demo.workers[0].poll() is None:
            demo.workers[0].kill()
            demo.workers[0].wait()
            print(f"{finished:6}  a Dask worker was ended", flush=True)

    return kill


def _verdict(count: int, command: list[str]) -> int:
    """Whether all is there, once, and another run renders nothing."""
    entered = Counter(line.split('"', 4)[3] for line in JOURNAL.read_text("utf-8").splitlines())
    said = [line for line in Path("lines").read_text("utf-8").splitlines() if " page" in line]
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    facts = {
        "entered in the journal": len(entered) == count,
        "each once": set(entered.values()) == {1},
        "no PDF rendered twice": len(said) == len(set(said)),
        "a further run renders nothing": again.returncode == 0 and " page" not in again.stdout,
        "every PDF whole": all(_is_whole(path) for path in Path("out").rglob("*.pdf")),
    }
    for fact, holds in facts.items():
        print(f"{'yes' if holds else 'NO':4}{fact}")
    print(again.stdout.splitlines()[-1])
    return 0 if all(facts.values()) else 1


def _is_whole(pdf: Path) -> bool:
    data = pdf.read_bytes()
    return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")


def _finished() -> int:
    return JOURNAL.read_bytes().count(b"\n") if JOURNAL.exists() else 0


def _workers(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            above = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if above == parent and b"typeset.batch.process" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    """The bytes that a process has in memory."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    sys.exit(main())
