"""`qpdf --check`: the syntax of every file, its streams and its cross-reference table."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def check(files: list[Path]) -> int:
    """How many files qpdf finds fault with; each is printed. Skipped where it is missing."""
    program = shutil.which("qpdf")
    if not program:
        print("qpdf: skipped, it is not installed (Debian: apt-get install qpdf)")
        return 0
    failed = 0
    for file in files:
        command = [program, "--check", str(file)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode or "WARNING" in run.stdout + run.stderr:
            failed += 1
            print(f"qpdf: {file.stem}: {(run.stdout + run.stderr).strip()[-500:]}")
    print(f"qpdf: {len(files) - failed} passed, {failed} failed")
    return failed
