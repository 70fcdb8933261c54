"""Programs in Node, with the packages that `package-lock.json` pins."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
_INSTALLED = PACKAGES / ".package-lock.json"
OLDEST = 20
"""Node's version that pdf.js asks for."""


class Unavailable(Exception):
    """A program cannot be had here; the text says why."""


def install() -> None:
    """Install the locked packages where they are not. Raises `Unavailable`."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        raise Unavailable("Node and npm are not installed")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.strip().lstrip("v").split(".")[0]) < OLDEST:
        raise Unavailable(f"Node is {version.strip()}; {OLDEST} or later is needed")
    lock = HERE / "package-lock.json"
    if _INSTALLED.is_file() and _INSTALLED.stat().st_mtime >= lock.stat().st_mtime:
        return
    quiet = ["--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    run = subprocess.run([npm, "ci", *quiet], cwd=HERE, capture_output=True, text=True, check=False)
    if run.returncode:
        raise Unavailable(f"`npm ci` failed: {run.stderr.strip()[-300:]}")
    _INSTALLED.touch()


def run(script: Path, files: list[Path], *arguments: str) -> list[Any]:
    """What a script says of each file, all in one process: one JSON value for each."""
    install()
    done = subprocess.run(
        ["node", str(script), *arguments],
        input=json.dumps([str(file) for file in files]),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{script.name}: {done.stderr.strip()[-2000:]}")
    answers: list[Any] = json.loads(done.stdout)
    return answers
