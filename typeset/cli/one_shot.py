"""For a process that makes its documents and ends: no collection of garbage, a quick end.

A document makes some 100,000 objects and hardly any cycle. Of a run of 250 ms,
collecting them is 10, and taking the interpreter apart at the end 25. Only a command
line may use these: a server or a worker lives on.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

#: New objects before a collection; about 100 MB of them.
_RARELY = 500_000


def rarely_collect() -> None:
    """Collect garbage only after very many objects, so that a big input stays bounded."""
    gc.freeze()
    gc.set_threshold(_RARELY, 20, 100)


def leave(code: int) -> NoReturn:
    """End the process with the exit code `code`, the streams flushed, nothing torn down.

    `atexit` functions and destructors do not run: close files and remove temporary
    folders before. Does not return.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            pass  # whoever read it is gone
        except (OSError, ValueError):
            code = code or 2  # what was printed is lost: the disk is full, the stream closed
    os._exit(code)
