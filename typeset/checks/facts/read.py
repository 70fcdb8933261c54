"""Reading a PDF into facts, once. Whatever is in the file, this ends with facts or a problem."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from typeset.checks.facts.catalog import (
    read_attachments,
    read_fonts,
    read_links,
    read_metadata,
    read_tabs,
)
from typeset.checks.facts.content import read_stretches
from typeset.checks.facts.model import Metadata, PdfFacts, SheetFacts, Stretch
from typeset.checks.facts.painted import MAX_PAGES, page_count, read_sheets
from typeset.checks.facts.structure import read_structure
from typeset.problems import Problem, Severity, TypesetError

MAX_BYTES = 60_000_000
"""The largest PDF read: a résumé with an unreduced photo has 20 MB."""

T = TypeVar("T")


@dataclass
class _Attempts:
    """What each reader gave, and what it could not."""

    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def of(self, part: str, read: Callable[[], T], otherwise: T) -> T:
        """What `read` gives; `otherwise`, noted, where the file breaks it."""
        try:
            return read()
        except TypesetError:
            raise
        except Exception as error:  # broken files break libraries in every way there is
            self.unread.add(part)
            reason = " ".join(str(error).split())[:120]
            self.problems.append(
                Problem(
                    "pdf-partly-unreadable",
                    f"the {part} cannot be read: {type(error).__name__}: {reason}",
                    Severity.WARNING,
                )
            )
            return otherwise


def read_facts(pdf: bytes, name: str = "<pdf>") -> PdfFacts:
    """Everything the checks read. Raises `TypesetError` where the file opens with no library."""
    attempts = _Attempts()
    nothing: tuple[SheetFacts, ...] = ()
    sheets = attempts.of("pages", lambda: read_sheets(pdf), nothing)
    if sheets and page_count(pdf) > MAX_PAGES:
        attempts.problems.append(
            Problem(
                "pdf-long",
                f"only the first {MAX_PAGES} pages of {page_count(pdf)} are read",
                Severity.WARNING,
            )
        )
    facts = PdfFacts(name=name, size=len(pdf), sheets=sheets)
    file = attempts.of("objects", lambda: _opened(pdf), None)
    if file is not None:
        with file:
            facts = _with_objects(facts, file, attempts)
    return replace(facts, problems=tuple(attempts.problems), unread=frozenset(attempts.unread))


def _opened(pdf: bytes) -> Any:
    import pikepdf

    return pikepdf.open(io.BytesIO(pdf), suppress_warnings=True)


def _with_objects(facts: PdfFacts, file: Any, attempts: _Attempts) -> PdfFacts:
    tabs = attempts.of("tab order", lambda: read_tabs(file), dict[int, str]())
    return replace(
        facts,
        sheets=tuple(replace(sheet, tabs=tabs.get(sheet.number, "")) for sheet in facts.sheets),
        stretches=attempts.of("content streams", lambda: _stretches(file), ()),
        tags=attempts.of("structure tree", lambda: read_structure(file), None),
        fonts=attempts.of("fonts", lambda: tuple(dict.fromkeys(read_fonts(file))), ()),
        links=attempts.of("links", lambda: tuple(read_links(file)), ()),
        attachments=attempts.of("attachments", lambda: tuple(read_attachments(file)), ()),
        metadata=attempts.of("metadata", lambda: read_metadata(file), Metadata()),
    )


def _stretches(file: Any) -> tuple[Stretch, ...]:
    pages = list(file.pages)[:MAX_PAGES]
    return tuple(s for number, page in enumerate(pages, 1) for s in read_stretches(page, number))
