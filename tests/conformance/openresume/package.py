"""OpenResume's sources, fetched as a package and unpacked beside the other ones of Node.

They are under the AGPL: run as a program of their own by tests, part of nothing that is
shipped, and in none of our locks. Version and content are pinned here instead.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
from pathlib import Path

from tests.conformance.node import PACKAGES, Unavailable, install

VERSION = "0.1.0"
SHA512 = "wHaUJ6/dGd6OjLEEuS738XMnax7bLugx42ASH+MZ6Coh2gH94ZKChqOLSY7ctufJEy+GFOzuBUSxkejKyxWmoQ=="
_PARSER = "package/src/app/lib/"
"""The part of the package that is read."""


def sources() -> Path:
    """The folder that holds its `lib`. Raises `Unavailable`."""
    install()
    folder = PACKAGES / ".cache" / f"open-resume-{VERSION}"
    if not folder.is_dir():
        folder.mkdir(parents=True)
        try:
            _unpack(_fetch(folder), folder)
        except BaseException:
            for path in sorted(folder.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
            folder.rmdir()
            raise
    return folder / "package/src/app"


def _fetch(folder: Path) -> Path:
    command = ["npm", "pack", f"open-resume@{VERSION}", "--silent", "--loglevel=error"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    archive = folder / f"open-resume-{VERSION}.tgz"
    if run.returncode or not archive.is_file():
        raise Unavailable(f"npm has no open-resume {VERSION}: {run.stderr.strip()[-200:]}")
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != SHA512:
        raise Unavailable("npm's open-resume is not the one that is pinned")
    return archive


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if member.isfile() and member.name.startswith(_PARSER) and ".." not in member.name:
                data = tar.extractfile(member)
                assert data
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data.read())
    archive.unlink()
