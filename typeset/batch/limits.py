"""What one document may take before its worker is stopped."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of time and megabytes (10⁶ bytes) of a worker's own memory.

    An ordinary document takes a tenth of a second, and its worker 100 MB.
    """

    seconds: float
    megabytes: int
