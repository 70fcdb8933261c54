"""A Dask cluster on this machine: a scheduler and two workers, each a process of its own.

    python -m tests.batch.demo

prints the address and stays until it is interrupted.
"""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass(frozen=True)
class Cluster:
    """Its scheduler's address, and its workers, whose processes may be killed."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(workers: int = 2) -> Iterator[Cluster]:
    """A cluster for as long as it lasts; each worker has one thread and no nanny to restart it."""
    address = f"tcp://127.0.0.1:{_free_port()}"
    with TemporaryDirectory(prefix="typeset-cluster-") as name:
        processes = [_start(name, "scheduler", "--host", address, "--no-dashboard")]
        _await(address)
        made = Cluster(address, [])
        try:
            for _ in range(workers):
                made.workers.append(
                    _start(name, "worker", address, "--nthreads=1", "--no-nanny", "--no-dashboard")
                )
            yield made
        finally:
            processes += made.workers
            for process in processes:
                process.terminate()
            for process in processes:
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _start(folder: str, *arguments: str) -> subprocess.Popen[bytes]:
    with Path(folder, f"{arguments[0]}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _await(address: str) -> None:
    """Wait until somebody listens at `address`."""
    host, port = address.removeprefix("tcp://").split(":")
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection((host, int(port)), timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError(f"no scheduler at {address}")


if __name__ == "__main__":
    with cluster() as made:
        print(f"typeset render sources --cluster {made.address} --out out", flush=True)
        print("Ctrl-C ends the scheduler and the two workers", flush=True)
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            signal.pause()
