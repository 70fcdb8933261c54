"""What the rules write down while they read: choices, and the words they turned into values.

The accounting afterwards trusts none of it: a date text must parse to the value
it became, a label must be one that the data gives for its key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from typeset.importers.imported import Choice
from typeset.importers.text.words.dates import DateFound
from typeset.importers.text.words.narrowing import vocabulary_for
from typeset.importers.text.words.vocabulary import Vocabulary
from typeset.problems import Problem, Severity, Span


@dataclass(frozen=True, slots=True)
class DateUsed:
    """A date's text, not kept in the profile, and the values that it became."""

    line: int
    text: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class AddressUsed:
    """An e-mail address that its author spelled out, and the address that it became."""

    line: int
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class LabelUsed:
    """A label that was dropped since the profile's own key says the same."""

    line: int
    text: str
    list: str


@dataclass
class Record:
    """One import under way."""

    path: str
    text: str
    vocabulary: Vocabulary = field(init=False)
    choices: list[Choice] = field(default_factory=list)
    dates: list[DateUsed] = field(default_factory=list)
    labels: list[LabelUsed] = field(default_factory=list)
    addresses: list[AddressUsed] = field(default_factory=list)
    repeats: list[tuple[int, str]] = field(default_factory=list)
    """Texts that stand again where they add nothing: a name over the second language's half."""
    titles: list[tuple[int, str, str]] = field(default_factory=list)
    """Titles of the document that hold its person's name, and the name."""
    shared: list[tuple[int, str]] = field(default_factory=list)
    """Texts that stand once over several entries and are true of each: a school over degrees."""
    asides: list[tuple[int, str, str]] = field(default_factory=list)
    """What stands in the file and is none of the document: lines, texts and what each is."""
    problems: list[Problem] = field(default_factory=list)
    person: str = ""
    """The name at the document's head, once it is read: authors among whom it is are authors."""

    def __post_init__(self) -> None:
        self.vocabulary = vocabulary_for(self.text)

    def choose(self, line: int, rule: str, text: str, became: str) -> None:
        """A text that could be read in more than one way."""
        self.choices.append(Choice(line, rule, text, became))

    def mark(self) -> tuple[int, ...]:
        """How much is written down so far, for `reset`."""
        return tuple(len(written) for written in self._written)

    def reset(self, mark: tuple[int, ...]) -> None:
        """Forget what was written down since `mark`: a rule tried and gave up."""
        for written, size in zip(self._written, mark, strict=True):
            del written[size:]

    @property
    def _written(self) -> tuple[list[Any], ...]:
        return (
            self.choices, self.dates, self.labels, self.addresses, self.repeats, self.titles,
            self.shared, self.asides, self.problems,
        )  # fmt: skip

    def leave_out(self, line: int, text: str, what: str = "a note to oneself") -> None:
        """A text in the file that is none of the document, and what it is."""
        self.asides.append((line, text, what))

    def use_date(self, line: int, found: DateFound) -> None:
        """A date that became values; one kept verbatim needs no mention, but where it is wrong."""
        if found.backwards:
            self.tell("dates", f"it ends before it begins: {found.text}", line, Severity.WARNING)
        if not found.verbatim:
            self.dates.append(DateUsed(line, found.text, found.start, found.end))

    def use_address(self, line: int, text: str, address: str) -> None:
        """An address spelled out ("ann at example dot org") that became one."""
        self.addresses.append(AddressUsed(line, text, address))
        self.choose(line, "spelled-address", text, address)

    def use_repeat(self, line: int, text: str) -> None:
        """A text dropped, since the profile holds it already."""
        self.repeats.append((line, text))
        self.choose(line, "repeated", text, "nothing: it stands already")

    def use_shared(self, line: int, text: str) -> None:
        """A text that one entry more takes over from the line that stands over them all."""
        self.shared.append((line, text))

    def use_title(self, line: int, text: str, name: str) -> None:
        """A document's title that gave the `name` of its person and says no more."""
        self.titles.append((line, text, name))
        self.choose(line, "name-in-title", text, name)

    def use_label(self, line: int, text: str, list_: str) -> None:
        """A label dropped; `list_` is its list in the vocabulary ("labels.phone")."""
        self.labels.append(LabelUsed(line, text, list_))

    def tell(
        self,
        rule: str,
        message: str,
        line: int,
        severity: Severity,
        column: int = 1,
        length: int = 1,
    ) -> None:
        """A problem at a line of the source."""
        span = Span(self.path, line, column, length, self.excerpt(line))
        self.problems.append(Problem(rule, message, severity, span))

    def excerpt(self, line: int) -> str:
        """The text of one line of the source."""
        return self._lines[line - 1] if 0 < line <= len(self._lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")
