"""Which files a document was made from, noted as they are read.

While `recorded` lasts, `typeset.files` notes each file that it reads, with the digest of
the very bytes, and each that it looked for in vain. A document whose inputs all still
have these digests need not be made again; nobody has to list what it depends on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

ABSENT = "absent"
"""The digest of a file that there is not."""

UNSTEADY = "unsteady"
"""The digest of a file that changed while it was read: no file ever has it."""

_noted: ContextVar[dict[Path, str] | None] = ContextVar("inputs", default=None)


@contextmanager
def recorded() -> Iterator[dict[Path, str]]:
    """The inputs read while it lasts, by path as it was given, with their digests."""
    found: dict[Path, str] = {}
    token = _noted.set(found)
    try:
        yield found
    finally:
        _noted.reset(token)


def note(path: Path, data: bytes | None) -> None:
    """Note that a file was read as `data`, or that it is not there (None)."""
    if _noted.get() is not None:
        _add(path, ABSENT if data is None else hashlib.sha256(data).hexdigest())


def note_folder(path: Path) -> None:
    """Note that anything in a folder may be read."""
    if _noted.get() is not None:
        _add(path, digest_of(path))


def _add(path: Path, digest: str) -> None:
    found = _noted.get()
    assert found is not None
    if found.setdefault(path, digest) != digest:
        found[path] = UNSTEADY


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes, or of the names and bytes of all files in a folder."""
    try:
        if path.is_dir():
            return folder_digest(path)
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ABSENT
    except OSError:
        return ABSENT


def folder_digest(folder: Path) -> str:
    """SHA-256 of the names and bytes of all files in a folder, however deep."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
