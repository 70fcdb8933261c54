"""Running the command as a user does: in a folder, with an exit code and what it printed."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from typeset.cli.app import app


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Run:
    """The command in this process; what it raises but an exit is raised on."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    return Run(result.exit_code, result.stdout, result.stderr)


def spawn(*arguments: str | Path, folder: Path, **environment: str) -> Run:
    """The command in a process of its own, in `folder`."""
    done = subprocess.run(
        [sys.executable, "-m", "typeset", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)
