"""`typeset import`: one source into a YAML profile."""

from __future__ import annotations

import sys
from pathlib import Path

from typeset.cli.report import Messages, report
from typeset.files import write_atomic
from typeset.loading import load
from typeset.problems import Problem, Span, UsageError
from typeset.profile import write_profile
from typeset.profile.model import Unplaced


def run_import(
    source: Path, out: Path | None, explain: bool, strict: bool, messages: Messages, quiet: bool
) -> int:
    """Import `source`; 1 with `strict` where a word found no place."""
    if out and out.resolve().is_relative_to(source.resolve()):  # the source, or in its folder
        raise UsageError(
            Problem("output-is-input", "this would overwrite the source", span=Span(str(out)))
        )
    loaded = load(source, importing=True)
    text = write_profile(loaded.profile)
    unplaced = bool(loaded.profile.unplaced)
    report(loaded.problems, messages, quiet=quiet)
    imported = loaded.imported
    if imported and explain:
        for choice in imported.choices:
            line = f"{source}:{choice.line}: {choice.rule}: {choice.text!r} became {choice.became}"
            print(line, file=sys.stderr)
    if imported and not quiet:
        share = f"{imported.placed} of {imported.words} words placed"
        if imported.typed:
            share += f", {imported.typed * 100 // max(imported.words, 1)} % in typed fields"
        lines = len(loaded.profile.unplaced)
        rest = f", {lines} {'line' if lines == 1 else 'lines'} unplaced" if lines else ""
        print(f"{source}: {share}{rest}", file=sys.stderr)
    if strict and unplaced:
        if not imported:  # an importer has told of its own
            report((_unplaced(item, source) for item in loaded.profile.unplaced), messages)
        return 1
    if out:
        write_atomic(out, text)
    else:
        print(text, end="")
    return 0


def _unplaced(item: Unplaced, source: Path) -> Problem:
    return Problem("unplaced", f"no place was found for: {item.text}", span=Span(str(source)))
