"""A PDF through the table of checks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.checks.facts import PdfFacts, read_facts
from typeset.checks.verify.check import Check, Subject
from typeset.checks.verify.fields import Recovered, recover
from typeset.checks.verify.table import PDF_CHECKS
from typeset.document import Document, build_document
from typeset.problems import Problem, Severity, Span
from typeset.profile import Profile


@dataclass(frozen=True, slots=True)
class Report:
    """What was found of a PDF: its facts, what an applicant system recovers, the problems."""

    facts: PdfFacts
    recovered: Recovered
    problems: tuple[Problem, ...]


def verify_pdf(
    pdf: bytes,
    name: str = "<pdf>",
    profile: Profile | None = None,
    *,
    document: Document | None = None,
    today: datetime.date | None = None,
) -> Report:
    """Every check that can be made; those that need a profile only where there is one.

    `name` is what messages call the file; `document` is what the profile makes, where that
    is not plainly so (another language, sections set aside). Raises `TypesetError` where the
    file is no PDF or opens only with a password, and where the profile cannot be printed.
    """
    facts = read_facts(pdf, name)
    if profile and document is None:
        document = build_document(profile, today=today)[0]
    recovered = recover(facts, pdf, profile)
    subject = Subject(facts, document, profile, recovered, today)
    where = Span(name)
    problems = [problem.at(where) for problem in (*facts.problems, *_checked(subject))]
    return Report(facts, recovered, tuple(problems))


def _checked(subject: Subject) -> Iterator[Problem]:
    there = _there(subject)
    left_out = [check.name for check in PDF_CHECKS if "document" in check.needs - there]
    for check in PDF_CHECKS:
        if check.needs <= there:
            yield from _findings(check, subject)
    if left_out and subject.document is None:
        yield Problem(
            "left-out",
            f"without a profile, these are not checked: {', '.join(left_out)}",
            Severity.NOTE,
            hint="give the profile or source that the PDF should show with --profile",
        )


def _findings(check: Check, subject: Subject) -> Iterator[Problem]:
    try:
        for found in check.run(subject):
            yield Problem(check.name, found.message, check.severity, hint=found.hint)
    except (RecursionError, ValueError, KeyError, IndexError, TypeError) as error:
        message = f"the check {check.name!r} cannot be made: {type(error).__name__}: {error}"
        yield Problem("check-failed", message, Severity.WARNING)


def _there(subject: Subject) -> frozenset[str]:
    """Which parts of the facts there are to check."""
    there = {"document"} if subject.document else set[str]()
    if subject.facts.has_text:
        there.add("text")
    if subject.facts.tags is not None:
        there.add("tags")
    return frozenset(there)
