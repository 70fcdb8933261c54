"""What is finished: an append-only file of JSON lines in the output folder.

A line says which files a job was made from and which it became, with their digests. The
job is finished for as long as its key and all those digests hold; then it need not even
be read. A line is written after the files, in one piece and at once to the system: a
process that is killed leaves at most a torn last line, and a torn line is no line. What
was written but not entered is found current by the key in the PDF itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import FileIO
from pathlib import Path
from types import TracebackType

from pydantic import TypeAdapter, ValidationError

from typeset.batch.keys import RunKey
from typeset.inputs import ABSENT, UNSTEADY, digest_of
from typeset.jobs import Job, Outcome
from typeset.problems import Problem

_STEM = ".typeset-journal"


@dataclass(frozen=True)
class Entry:
    """A finished job: its key, its inputs and outputs (below the output folder) by path with
    SHA-256, and what was noticed, to be said again."""

    job: str
    key: str
    inputs: dict[str, str]
    outputs: dict[str, str]
    problems: tuple[Problem, ...] = ()


_ENTRY = TypeAdapter(Entry)


class Journal:
    """The journal of an output folder; `part` names the file of one of several writers."""

    def __init__(self, out: Path, run: RunKey, part: str = "") -> None:
        self._out, self._run = out, run
        self._path = out / f"{_STEM}{part}.jsonl"
        self._entries = {entry.job: entry for entry in _read(out)}
        self._digests: dict[Path, str] = {}
        self._file: FileIO | None = None

    def finished(self, job: Job) -> Outcome | None:
        """The outcome of a job that need not be run: all it was made from is as it was, and
        all that it became."""
        entry = self._valid(job)
        if entry is None or not all(
            digest_of(self._out / path) == digest for path, digest in entry.outputs.items()
        ):
            return None
        outputs = tuple(self._out / path for path in entry.outputs)
        lines = tuple(f"{path}: unchanged" for path in outputs if path.suffix == ".pdf")
        return Outcome(current=outputs, lines=lines, problems=entry.problems)

    def distrusting(self, job: Job) -> Job:
        """The job, forced where a file of it was altered, whatever a PDF says of itself."""
        entry = self._valid(job)
        altered = entry is not None and any(
            digest_of(self._out / path) not in (digest, ABSENT)
            for path, digest in entry.outputs.items()
        )
        return replace(job, force=True) if altered else job

    def _valid(self, job: Job) -> Entry | None:
        """The job's entry, if all that it was made from is as it was."""
        entry = self._entries.get(job.name)
        if job.force or entry is None or entry.key != self._run.key(job):
            return None
        same = all(self._digest(Path(path)) == digest for path, digest in entry.inputs.items())
        return entry if same else None

    def add(self, job: Job, outcome: Outcome) -> None:
        """Enter a job whose files are written, unless an input changed meanwhile."""
        if UNSTEADY in outcome.inputs.values():
            return
        digests = {path: _sha256(data) for path, data in outcome.outputs.items()}
        digests |= {path: digest_of(path) for path in outcome.current}
        entry = Entry(
            job.name,
            self._run.key(job),
            {str(path): digest for path, digest in outcome.inputs.items()},
            {os.path.relpath(path, self._out): digest for path, digest in digests.items()},
            outcome.problems,
        )
        self._append(_ENTRY.dump_json(entry, exclude_defaults=True) + b"\n")

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()

    def _append(self, line: bytes) -> None:
        """One write, unbuffered. It is not synced: what a power cut takes is rendered again,
        or found current by its key."""
        if self._file is None:
            torn = self._path.is_file() and not self._path.read_bytes().endswith(b"\n")
            self._out.mkdir(parents=True, exist_ok=True)
            self._file = FileIO(self._path, "a")
            line = b"\n" + line if torn else line
        self._file.write(line)

    def _digest(self, path: Path) -> str:
        """The digest of an input, which many jobs may share, read once."""
        if path not in self._digests:
            self._digests[path] = digest_of(path)
        return self._digests[path]


def _read(out: Path) -> Sequence[Entry]:
    entries: list[Entry] = []
    for path in sorted(out.glob(f"{_STEM}*.jsonl")):
        for line in path.read_bytes().split(b"\n"):
            try:
                entries.append(_ENTRY.validate_json(line))
            except ValidationError:
                continue  # torn, or empty
    return entries


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
