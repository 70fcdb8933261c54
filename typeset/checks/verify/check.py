"""What a check of a PDF is: a function from a subject to findings, and its row."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from typeset.checks.facts import PdfFacts
from typeset.checks.verify.fields import Recovered
from typeset.document import Document
from typeset.problems import Severity
from typeset.profile import Profile


@dataclass(frozen=True, slots=True)
class Subject:
    """A PDF's facts, the fields recovered from it, and what it should show, where that is known."""

    facts: PdfFacts
    document: Document | None = None
    profile: Profile | None = None
    recovered: Recovered = field(default_factory=Recovered)
    today: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say, and perhaps what to do about it."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One row: the rule's name, how much it matters, what it reads, and the function.

    `needs` names the parts of the facts without which it is left out (`tags`, `text`,
    `document`).
    """

    name: str
    severity: Severity
    reads: str
    run: Callable[[Subject], Iterator[Finding]]
    needs: frozenset[str] = field(default_factory=frozenset)


def quoted(texts: Sequence[str], most: int = 12, separator: str = " ") -> str:
    """Some of the texts in quotation marks; the rest are counted."""
    shown = separator.join(" ".join(text.split()) for text in texts[:most])
    more = len(texts) - most
    return f"“{shown[:200]}”" + (f" and {more} more" if more > 0 else "")
