"""Where outputs go: names for each source and theme, and what must not be overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from typeset.files import Found
from typeset.problems import Problem, Span, UsageError


@dataclass(frozen=True, slots=True)
class Target:
    """What one source becomes with one theme. `profile` is None where only a PDF is asked."""

    source: Path
    theme: str
    pdf: Path
    profile: Path | None


def plan_outputs(found: Sequence[Found], themes: Sequence[str], out: Path) -> list[Target]:
    """The outputs of `found`: `<stem>.pdf` and `<stem>.yaml` in a folder that mirrors the
    source's, `<stem>-<theme>.pdf` for several themes, or `out` alone where it names a PDF.

    Raises `UsageError` where two sources would give one file, where an output is an
    input, and where one PDF is asked of several documents.
    """
    alone = out.suffix.lower() == ".pdf"
    if alone and (len(found) != 1 or len(themes) != 1):
        raise UsageError(
            Problem(
                "output-name",
                f"one PDF is asked for {len(found)} sources and {len(themes)} themes",
                span=Span(str(out)),
                hint="give a folder with --out, or one source and one theme",
            )
        )
    targets = []
    for item in found:
        folder = out / item.folder
        for theme in themes:
            suffix = f"-{theme}" if len(themes) > 1 else ""
            pdf = out if alone else folder / f"{item.path.stem}{suffix}.pdf"
            profile = None if alone else folder / f"{item.path.stem}.yaml"
            targets.append(Target(item.path, theme, pdf, profile))
    _refuse_clashes(targets)
    return targets


def _refuse_clashes(targets: Sequence[Target]) -> None:
    inputs = {target.source.resolve() for target in targets}
    owners: dict[Path, Path] = {}
    problems: dict[tuple[Path, Path], Problem] = {}
    for target in targets:
        for output in filter(None, (target.pdf, target.profile)):
            if output.resolve() in inputs:
                problems[(output, output)] = Problem(
                    "output-is-input",
                    "an output would overwrite a source",
                    span=Span(str(output)),
                    hint="choose another folder with --out",
                )
            owner = owners.setdefault(output.resolve(), target.source)
            if owner != target.source:
                problems[(output, target.source)] = Problem(
                    "output-clash",
                    f"{owner} and {target.source} would both become {output}",
                    hint="render one of them, or rename it",
                )
    if problems:
        raise UsageError(problems.values())
