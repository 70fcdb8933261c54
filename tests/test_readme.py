"""The README's commands do what it says: each runs, in order, in an empty folder.

A command is a line of a ```console block that begins with `$ `; what follows ` # ` is a remark.
`make` and `git clone` are not run here: the one is how these tests are started, the other
needs a network. `cd` holds for the commands after it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOT_RUN = ("make", "git clone", "pip install", "cd typeset")


def commands(text: str) -> list[str]:
    """The commands of the console blocks, in order."""
    blocks = re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    found = [re.sub(r"\s+#\s.*", "", line[2:]).strip() for line in lines if line.startswith("$ ")]
    return [command for command in found if not command.startswith(NOT_RUN)]


def test_what_a_command_is() -> None:
    text = (
        "```console\n$ make\n$ typeset new a  # starts\nout/a.pdf: 1 page\n```\n```sh\n$ no\n```\n"
    )
    assert commands(text) == ["typeset new a"]


def test_every_command_of_the_readme_runs(tmp_path: Path) -> None:
    found = commands((ROOT / "README.md").read_text("utf-8"))
    if not found:
        pytest.skip("the README has no commands yet")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    folder = tmp_path
    for command in found:
        if command.startswith("cd "):
            folder = folder / command[3:].strip()
            continue
        done = subprocess.run(
            command,
            shell=True,
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr


def test_every_file_the_readme_shows_is_there() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)\s]+)\)", text)
    assert [link for link in links if not (ROOT / link.split("#")[0]).exists()] == []
