"""The wheel works where nothing of this repository is: built, installed afresh, and used.

Needs a package index for the dependencies, so it is skipped where TYPESET_OFFLINE is set.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"

pytestmark = [
    pytest.mark.wheel,
    pytest.mark.skipif(
        bool(os.environ.get("TYPESET_OFFLINE")), reason="TYPESET_OFFLINE is set: nothing to install"
    ),
]


def _run(*command: str | Path, folder: Path) -> str:
    """A command's output; what it said where it failed. Nothing of this repository is in sight."""
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command[0]} …\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    out = tmp_path_factory.mktemp("dist")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    _run(*pip, "--wheel-dir", out, ROOT, folder=out)
    (built,) = out.glob("*.whl")
    return built


def test_wheel_carries_what_it_needs_and_no_more(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "typeset/themes/base/theme.yaml",
        "typeset/themes/classic/style.css",
        "typeset/document/languages/de.yaml",
        "typeset/cli/starters/resume.md",
        "typeset/typesetting/fonts.conf",
    ):
        assert name in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"typeset"}
    assert not [name for name in names if "__pycache__" in name]
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_installed_wheel_starts_a_resume_and_prints_it(wheel: Path, tmp_path: Path) -> None:
    environment, folder = tmp_path / "venv", tmp_path / "empty"
    folder.mkdir()
    venv.create(environment, with_pip=True)
    bin_ = environment / ("Scripts" if os.name == "nt" else "bin")
    constraints = tmp_path / "constraints.txt"
    constraints.write_text(_pins())
    pip = (bin_ / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    _run(*pip, "--constraint", constraints, wheel, folder=folder)

    typeset = bin_ / "typeset"
    assert "classic" in _run(typeset, "themes", folder=folder)
    _run(typeset, "new", "mine", folder=folder)
    said = _run(typeset, "render", "mine", folder=folder)
    assert sorted(path.name for path in (folder / "out").glob("*.pdf")) == [
        "letter.pdf",
        "resume.pdf",
    ]
    assert said.count("page") == 2
    assert "unchanged" in _run(typeset, "render", "mine", folder=folder)


def _pins() -> str:
    """The locked versions as constraints, without hashes: the wheel itself has none."""
    if not LOCK.is_file():
        return ""
    pins = re.findall(r"^([\w.-]+==[^\s\\;]+)([^\\\n]*)", LOCK.read_text("utf-8"), re.MULTILINE)
    return "".join(f"{name}{marker.rstrip()}\n" for name, marker in pins)
