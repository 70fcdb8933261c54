"""The pages: how many, and how full."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.checks.facts import SheetFacts
from typeset.checks.facts.lines import is_running, position_lines
from typeset.checks.verify.check import Finding, Subject
from typeset.profile.dates import PartialDate
from typeset.profile.fields import PRESENT

_SHORT = 1 / 3
_MANY, _YEARS = 2, 10
_SHOWN = 6


def count_and_fill(subject: Subject) -> Iterator[Finding]:
    """How many pages, and how far down the text of each reaches."""
    sheets = subject.facts.sheets
    if sheets:
        filled = ", ".join(f"{100 * _reach(sheet):.0f} %" for sheet in sheets[:_SHOWN])
        filled += " …" if len(sheets) > _SHOWN else ""
        pages = "1 page" if len(sheets) == 1 else f"{len(sheets)} pages"
        yield Finding(f"{pages}; the text reaches down to {filled}")


def empty(subject: Subject) -> Iterator[Finding]:
    """No page without text or picture."""
    for sheet in subject.facts.sheets:
        if not sheet.images and not any(piece.text.strip() for piece in sheet.pieces):
            yield Finding(f"page {sheet.number} is empty")


def short_last(subject: Subject) -> Iterator[Finding]:
    """A last page that holds a few lines looks like an accident."""
    sheets = subject.facts.sheets
    if len(sheets) > 1 and 0 < (reach := _reach(sheets[-1])) < _SHORT:
        yield Finding(
            f"the last page is filled to {100 * reach:.0f} %",
            "--pages fits a document on fewer pages",
        )


def _reach(sheet: SheetFacts) -> float:
    """How far down the text reaches, running lines apart: 0 the top edge, 1 the bottom edge."""
    lines = [line for line in position_lines(sheet) if not is_running(line, sheet)]
    lowest = min((piece.box[1] for line in lines for piece in line.pieces), default=sheet.height)
    return 1 - lowest / sheet.height if sheet.height else 0.0


def too_long(subject: Subject) -> Iterator[Finding]:
    """More than two pages for less than ten years of work."""
    profile, pages = subject.profile, len(subject.facts.sheets)
    if profile is None or profile.letter or pages <= _MANY or profile.publications:
        return
    starts = [entry.start_date.year for entry in profile.work if entry.start_date]
    ends = [e.end_date.year for e in profile.work if isinstance(e.end_date, PartialDate)]
    if any(entry.end_date in (None, PRESENT) for entry in profile.work):
        if subject.today is None:
            return
        ends.append(subject.today.year)
    if not starts:
        return
    years = max(starts + ends) - min(starts)
    if years < _YEARS:
        yield Finding(f"{pages} pages are many for {years} years of work")
