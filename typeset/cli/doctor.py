"""`typeset doctor`: whether this machine can render, and what is missing."""

from __future__ import annotations

from pathlib import Path

from typeset.cli.report import Messages, report
from typeset.typesetting.doctor import examine


def run_doctor(font_dirs: tuple[Path, ...]) -> int:
    """Print versions and fonts. Raises `EnvironmentProblem` where rendering is impossible."""
    found = examine(font_dirs)
    for name, version in found.versions.items():
        print(f"{name} {version}")
    print(f"HarfBuzz subsetting: {'yes' if found.subset else 'no'}")
    print(f"Font families: {', '.join(sorted(found.fonts))}")
    report(found.problems, Messages.TEXT)
    return 0
