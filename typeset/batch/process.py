"""The program of a worker: it takes jobs from its parent until there are none.

It is started as a new interpreter, never forked: an engine that has run leaves threads,
locks and font maps that a forked copy would share. It ends when its parent does, because
then the connection closes, and when nothing is asked of it for a while. The parent keeps
the time; should it be gone, the kernel's alarm ends a document that hangs.
"""

from __future__ import annotations

import math
import signal
import sys
from itertools import count
from multiprocessing.connection import Connection

from typeset.batch.limits import Limits
from typeset.jobs import run_job
from typeset.typesetting import Press

READY = "ready"
"""What a worker sends first, when all is imported: no death before costs a job an attempt."""

OUT_OF_MEMORY = 86
"""The exit code of a worker that met its limit of memory."""

IDLE_SECONDS = 120
"""How long a worker waits to be asked."""

_GRACE = 2
"""Seconds that the parent has to end a worker whose time is up, before the kernel does."""

_LIFE = 500
"""Jobs in the life of a worker: the engine forgets some kilobytes with each, so that a
run's memory is bounded however long it is."""

_HELD = 0.5
"""The part of its limit that a worker may still hold after a job; else it is replaced, too."""


def serve(connection: Connection, limits: Limits) -> int:
    """Run each job that comes and send its outcome, and whether there may be another; the
    exit code."""
    most = limits.megabytes * 1_000_000
    _limit_memory(most)
    try:
        with Press() as press:
            connection.send(READY)
            for done in count(1):
                if not connection.poll(IDLE_SECONDS):
                    break
                job = connection.recv()
                signal.alarm(math.ceil(limits.seconds) + _GRACE)
                outcome = run_job(job, press)
                goes_on = done < _LIFE and _resident() < most * _HELD
                connection.send((outcome, goes_on))
                signal.alarm(0)
                del outcome
                if not goes_on:
                    break
    except (EOFError, ConnectionError):
        pass  # the parent has gone, or wants no more
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def _limit_memory(most: int) -> None:
    """Refuse the process more than `most` bytes of data; macOS does not hold it to that."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))


def _resident() -> int:
    """The bytes this process has in memory; 0 where the system does not say."""
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


if __name__ == "__main__":
    descriptor, seconds, megabytes = sys.argv[1:]
    sys.exit(serve(Connection(int(descriptor)), Limits(float(seconds), int(megabytes))))
