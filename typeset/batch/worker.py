"""A worker seen from its parent: a process that runs one job at a time, within limits."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from pathlib import Path
from threading import Timer

from typeset.batch.limits import Limits
from typeset.batch.process import OUT_OF_MEMORY, READY
from typeset.jobs import Job, Outcome

_LEAVING = 2
"""Seconds between a connection's end and its process's."""

_STARTING = 60
"""Seconds that a worker has to become ready, on a busy machine, too."""


class WorkerDied(Exception):
    """A worker ended before its answer; `args[0]` says why."""


class Worker:
    """A process with a connection of its own: one that dies, or is killed while it writes,
    leaves no lock behind for the others to wait on."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        """Start a process in `folder`, from where jobs' relative paths lead."""
        self.connection, theirs = Pipe()
        self.job: Job | None = None
        self._limits, self._late = limits, False
        command = [sys.executable, "-P", "-m", "typeset.batch.process", str(theirs.fileno())]
        self._process = subprocess.Popen(
            [*command, str(limits.seconds), str(limits.megabytes)],
            cwd=folder,
            pass_fds=[theirs.fileno()],
            process_group=0,  # Ctrl-C is the parent's to answer
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        theirs.close()
        self._alarm = self._alarmed(_STARTING)
        self.is_ready = False

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def start(self, job: Job) -> None:
        """Send a job; what comes of it, `receive` says. It is killed when the time is up."""
        self.job = job
        self._alarm = self._alarmed(self._limits.seconds)
        with suppress(OSError):  # it is dead, which receiving finds out
            self.connection.send(job)

    def receive(self) -> Outcome | None:
        """Wait for the next message: None when the worker has become ready, else the
        outcome of its job. Raises `WorkerDied`.
        """
        try:
            message = self.connection.recv()
        except (EOFError, OSError):
            raise WorkerDied(self._reason()) from None
        self._alarm.cancel()
        if message == READY:
            self.is_ready = True
            return None
        outcome, goes_on = message
        self.job = None
        self.is_ready = goes_on
        assert isinstance(outcome, Outcome)
        return outcome

    def run(self, job: Job) -> Outcome:
        """The outcome of a job, waited for. Raises `WorkerDied`."""
        while not self.is_ready:
            self.receive()
        self.start(job)
        outcome = self.receive()
        assert outcome is not None
        if not self.is_ready:
            self.close()
        return outcome

    def close(self) -> None:
        """End the process, whatever it does."""
        self._alarm.cancel()
        self.is_ready = False
        self.connection.close()
        self._process.kill()
        self._process.wait()

    def _alarmed(self, seconds: float) -> Timer:
        alarm = Timer(seconds, self._expire)
        alarm.daemon = True
        alarm.start()
        return alarm

    def _expire(self) -> None:
        self._late = True
        self._process.kill()

    def _reason(self) -> str:
        """Why the connection closed."""
        try:
            code = self._process.wait(_LEAVING)
        except subprocess.TimeoutExpired:
            code = 0
        self.close()
        if self._late:
            return f"took more than {self._limits.seconds:g} seconds"
        if code == OUT_OF_MEMORY:
            return f"needed more than {self._limits.megabytes} MB of memory"
        if code < 0:
            return f"was ended by {signal.Signals(-code).name}"
        return f"ended with exit code {code}"
