"""Golden files: what a stage gives, held against the file that a person has looked at.

A text is compared line by line and shown as a diff; a picture is compared pixel by pixel,
and a picture of what was found is left in `out/goldens/`. With `--update-goldens` the files
that differ are rewritten instead, and listed at the end of the run.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops

FOUND = Path("out/goldens")
"""Where pictures that differ are left, to be looked at beside the expected ones."""

UPDATE_HINT = "if the new one is right: run this test with -n 0 --update-goldens"


@dataclass(frozen=True)
class Goldens:
    """Compares with expected files, or rewrites them; `rewritten` is told of each."""

    update: bool
    rewritten: Callable[[Path], None]

    def text(self, path: Path, found: str) -> None:
        """`found` is what `path` holds."""
        expected = path.read_text("utf-8") if path.is_file() else None
        if found == expected:
            return
        if self.update:
            self._write(path, found.encode())
        elif expected is None:
            pytest.fail(f"{path} is missing; {UPDATE_HINT}", pytrace=False)
        else:
            pytest.fail(f"{path} differs\n{_diff(expected, found)}\n{UPDATE_HINT}", pytrace=False)

    def pictures(self, folder: Path, found: list[Image.Image]) -> None:
        """The pages are those of `page-1.png`, `page-2.png` … in `folder`: each one, no others."""
        problems = []
        for number, picture in enumerate(found, 1):
            path = folder / f"page-{number}.png"
            problem = _difference(path, picture)
            if problem and self.update:
                picture.save(path, optimize=True)
                self.rewritten(path)
            elif problem:
                problems.append(problem)
        for path in sorted(folder.glob("page-*.png")):
            if path not in {folder / f"page-{number}.png" for number in range(1, len(found) + 1)}:
                if self.update:
                    path.unlink()
                    self.rewritten(path)
                else:
                    problems.append(f"{path} shows a page that there is no more")
        if problems:
            pytest.fail("\n".join([*problems, UPDATE_HINT]), pytrace=False)

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        self.rewritten(path)


def _diff(expected: str, found: str) -> str:
    lines = difflib.unified_diff(
        expected.splitlines(), found.splitlines(), "expected", "found", "", "", n=2, lineterm=""
    )
    return "\n".join(lines) or "(only the newline at the end differs)"


def _difference(path: Path, found: Image.Image) -> str:
    """What tells `found` from the picture at `path`; empty where nothing does."""
    if not path.is_file():
        return f"{path} is missing"
    with Image.open(path) as opened:
        expected = opened.convert("L")
    if expected.size != found.size:
        return f"{path} has {expected.size} pixels, not {found.size}"
    where = ImageChops.difference(expected, found).getbbox()
    if where is None:
        return ""
    seen = FOUND / path.parent.name / path.name
    seen.parent.mkdir(parents=True, exist_ok=True)
    found.save(seen)
    return f"{path} differs in the box {where}; see {seen}"


def orphans(folder: Path, known: Iterable[str]) -> list[str]:
    """The files in a case's folder, however deep, that no stage reads or writes."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted({file.relative_to(folder).as_posix() for file in files} - set(known))


def add_option(parser: pytest.Parser) -> None:
    """`--update-goldens`."""
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="rewrite the golden files that differ, and list them",
    )


def refuse_careless_update(config: pytest.Config) -> None:
    """Goldens are rewritten by a person who looks at them, one stage after the other."""
    if not config.getoption("--update-goldens"):
        return
    if os.environ.get("CI"):
        raise pytest.UsageError("--update-goldens is refused where CI is set")
    if hasattr(config, "workerinput") or config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-goldens needs -n 0: a stage starts from the one before")


REWRITTEN = "rewritten golden"
"""The name under which a test reports a file that it has rewritten."""


def list_rewritten(reporter: pytest.TerminalReporter) -> None:
    """The files that were rewritten, at the end of the run."""
    reports = [report for found in reporter.stats.values() for report in found]
    properties = [pair for r in reports for pair in getattr(r, "user_properties", [])]
    paths = dict.fromkeys(str(value) for name, value in properties if name == REWRITTEN)
    if paths:
        reporter.write_sep("=", f"{len(paths)} golden files rewritten; look at each")
        for path in paths:
            reporter.write_line(path)
