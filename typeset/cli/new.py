"""`typeset new`: a résumé and a letter to write over."""

from __future__ import annotations

from pathlib import Path

from typeset.cli.schema import run_schema
from typeset.files import write_atomic
from typeset.problems import Problem, Span, UsageError
from typeset.profile.writing import SCHEMA_FILE

_STARTERS = Path(__file__).parent / "starters"


def run_new(folder: Path, yaml: bool) -> int:
    """Copy the starters into `folder`. Raises `UsageError` rather than replace a file."""
    suffix = ".yaml" if yaml else ".md"
    starters = {folder / file.name: file for file in sorted(_STARTERS.glob(f"*{suffix}"))}
    taken = [path for path in starters if path.exists()]
    if taken:
        raise UsageError(
            Problem("exists", "this file exists already", span=Span(str(path))) for path in taken
        )
    for path, starter in starters.items():
        write_atomic(path, starter.read_text("utf-8"))
        print(path)
    if yaml:
        run_schema(folder / SCHEMA_FILE)
        print(folder / SCHEMA_FILE)
    print(f"\nWrite over them, then: typeset render {folder}")
    return 0
