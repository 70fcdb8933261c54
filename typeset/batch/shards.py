"""A part of a batch, for job arrays: each part the same on every machine."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from typeset.problems import Problem, UsageError


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `index` (from 1) of `count`."""

    index: int = 1
    count: int = 1

    @classmethod
    def parse(cls, text: str) -> Shard:
        """`2/8` is the second of eight. Raises `UsageError` for anything else."""
        match = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text)
        if match and 1 <= int(match[1]) <= int(match[2]):
            return cls(int(match[1]), int(match[2]))
        raise UsageError(
            Problem("shard", f"{text!r} is no part of a batch", hint="--shard 2/8: the second of 8")
        )

    def takes(self, name: str) -> bool:
        """Whether the job called `name` is in this part; what other jobs there are is all one."""
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])
        return number % self.count == self.index - 1
