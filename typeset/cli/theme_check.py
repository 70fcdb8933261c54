"""`typeset themes check`: a theme proofed with ordinary and hostile specimens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from typeset.checks.verify import verify_pdf
from typeset.cli.report import Messages, report
from typeset.loading import load
from typeset.pipeline import Settings, prepare, render
from typeset.problems import EnvironmentProblem, Problem, Severity, TypesetError, errors
from typeset.theming import load_theme
from typeset.theming.theme import BUNDLED
from typeset.typesetting import Press

SPECIMENS = BUNDLED / "specimens"
"""Invented people: short and long names, one contact and ten, one page and six, every kind of
section, letters, a photo, and texts made to break a page."""

_PAPERS = ("A4", "Letter")


def run_theme_check(settings: Settings, messages: Messages, quiet: bool) -> int:
    """Set every specimen and verify each PDF; 1 where there is an error or a warning."""
    theme = load_theme(settings.theme, settings.themes_dirs)
    papers = _PAPERS if "paper" in theme.options else ("",)
    bad = 0
    with Press() as press:
        for specimen in sorted(SPECIMENS.glob("*.yaml")):
            for paper in papers:
                options = {"paper": paper} if paper else {}
                problems = _proof(specimen, replace(settings, options=options), press)
                serious = [p for p in problems if p.severity is not Severity.NOTE]
                report(serious if quiet else problems, messages)
                bad += bool(serious)
                if messages is Messages.TEXT and not quiet:
                    verdict = "errors" if errors(problems) else "warnings" if serious else "fine"
                    print(" ".join(filter(None, (f"{specimen.stem}:", paper, verdict))), flush=True)
    return 1 if bad else 0


def _proof(specimen: Path, settings: Settings, press: Press) -> list[Problem]:
    """What the render and the verification of one specimen say; notes of fitting left out."""
    try:
        prepared = prepare(load(specimen), settings)
        rendered = render(prepared, press)
    except EnvironmentProblem:
        raise
    except TypesetError as error:
        return list(error.problems)
    verified = verify_pdf(
        rendered.pdf, specimen.name, prepared.loaded.profile, document=prepared.document
    )
    found = (*rendered.problems, *verified.problems)
    return [problem for problem in found if problem.severity is not Severity.NOTE]
