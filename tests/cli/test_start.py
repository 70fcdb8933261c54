"""What a command loads: nothing that it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import spawn

HEAVY = ("weasyprint", "pydantic", "jinja2", "yaml", "babel", "markdown_it", "pypdfium2")


def _loaded(folder: Path, *arguments: str) -> set[str]:
    """The heavy packages that a command has imported when it ends."""
    code = (
        "import sys\n"
        "from typeset.cli.app import app\n"
        "try:\n    app(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        f"print('LOADED', *(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    assert _loaded(tmp_path, "--help") == set()


@pytest.mark.parametrize("command", ["new", "import", "validate", "render", "themes", "schema"])
def test_help_of_a_command_loads_nothing_of_ours(tmp_path: Path, command: str) -> None:
    """Typer itself loads pydantic for the types of a command's options."""
    assert _loaded(tmp_path, command, "--help") <= {"pydantic"}


def test_validate_never_loads_the_engine(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("basics: {name: A}\n")
    assert not {"weasyprint", "pypdfium2"} & _loaded(tmp_path, "validate", "me.yaml")


def test_nothing_changed_never_loads_the_engine(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("basics: {name: A}\n")
    assert spawn("render", "me.yaml", folder=tmp_path).code == 0
    assert not {"weasyprint", "pypdfium2"} & _loaded(tmp_path, "render", "me.yaml")


def test_render_starts_in_its_own_process(tmp_path: Path) -> None:
    """As a user runs it: no warning, nothing on stderr."""
    (tmp_path / "me.yaml").write_text("basics: {name: A}\n")
    done = spawn("render", "me.yaml", folder=tmp_path, PYTHONWARNINGS="error::DeprecationWarning")
    assert (done.code, done.out, done.err) == (0, "out/me.pdf: 1 page\n", "")


def test_closed_pipe_is_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m typeset schema | head -1",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_version_and_no_command(tmp_path: Path) -> None:
    done = spawn(folder=tmp_path)
    assert done.code == 2
    assert "Usage" in done.out + done.err
