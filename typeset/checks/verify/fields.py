"""The fields that an applicant system would recover from a PDF, held against the profile.

Such a system is stood in for by our own importers, which know no tags. A field is
a kind and a value: a position's dates are one field with its title, so that a date at the
wrong position counts as missed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from typeset.checks.facts import PdfFacts
from typeset.checks.facts.view import marked_view
from typeset.checks.verify.heads import agreed, by_style, continued
from typeset.document.markdown import plain, rich
from typeset.importers import Imported, Source, import_text
from typeset.profile import Profile
from typeset.profile.entries import Education, Entry, Volunteer, Work
from typeset.profile.fields import PRESENT

_YEAR = re.compile(r"(?:19|20)\d\d")

CONTACT = frozenset({"name", "e-mail", "phone"})
"""The kinds without which no one can answer."""

Field = tuple[str, str]
"""A kind, such as `phone`, and its value in words."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """The fields read from a PDF, and those of the profile where it is known."""

    found: tuple[Field, ...] = ()
    expected: tuple[Field, ...] = ()

    @property
    def missed(self) -> tuple[Field, ...]:
        """Fields of the profile that were not recovered."""
        seen = Counter(map(_key, self.found))
        missed = []
        for field in self.expected:
            seen[_key(field)] -= 1
            if seen[_key(field)] < 0:
                missed.append(field)
        return tuple(missed)

    @property
    def recall(self) -> float:
        """The share of the profile's fields that were recovered."""
        return self._shared / len(self.expected) if self.expected else 1.0

    @property
    def precision(self) -> float:
        """The share of the recovered fields that are the profile's."""
        return self._shared / len(self.found) if self.found else 1.0

    @property
    def _shared(self) -> int:
        return (Counter(map(_key, self.found)) & Counter(map(_key, self.expected))).total()


def recover(facts: PdfFacts, pdf: bytes, profile: Profile | None = None) -> Recovered:
    """What the better of two readings makes of a PDF.

    One reads the text as it is set, line by line; the other, our importer of PDFs, looks for
    columns and margins first. Systems differ as these two do: what one of them finds can be
    found. Where the profile is known, the better is the one that finds more of it.
    """
    expected = tuple(profile_fields(profile)) if profile else ()
    if not facts.has_text:
        return Recovered((), expected)
    readings = (
        lambda: import_text(continued(marked_view(facts)), facts.name),
        lambda: _read_as_set(facts.name, pdf),
    )
    found = [Recovered(_fields_of(read, facts), expected) for read in readings]
    return max(found, key=lambda one: (one.recall, one.precision, len(one.found)))


def _read_as_set(name: str, pdf: bytes) -> Imported:
    """A PDF through the importer of PDFs, whatever profile it carries."""
    from typeset.importers.documents.pdf import read_pdf  # large, and only this needs it

    return read_pdf(Source(Path(name), pdf))


def _fields_of(read: Callable[[], Imported], facts: PdfFacts) -> tuple[Field, ...]:
    """The fields that an importer finds; none where it refuses the text, or fails on it."""
    try:
        return tuple(profile_fields(by_style(read().profile, facts)))
    except Exception:  # a PDF by others may hold any text; nothing recovered is an answer
        return ()


def profile_fields(profile: Profile) -> Iterator[Field]:
    """The fields of a profile's document: of a letter, only who it is from."""
    basics = profile.basics
    name = basics.name or (profile.letter.signature.split("\n")[0] if profile.letter else "")
    for kind, value in (("name", name), ("e-mail", basics.email), ("phone", basics.phone)):
        if value:
            yield kind, _said(value)
    if profile.letter:
        return
    yield from _positions(profile.work, "")
    yield from _volunteering(profile.volunteer)
    for degree in profile.education:
        yield from _degree(degree)


def _positions(entries: Iterable[Work], employer: str, *, inside: bool = False) -> Iterator[Field]:
    """Positions in order; of those that follow each other at one employer, it is named once.

    An entry of one name alone is that: whether it is what was done or for whom, no page says,
    unless it is a position `inside` what stands below an employer.
    """
    for entry in entries:
        name = entry.name or employer
        alone = not entry.position or not (entry.name or inside)
        if alone and not (entry.roles or entry.engagements):
            yield "entry", _said(entry.position or entry.name)
            yield from _dated("dates", entry.position or entry.name, entry)
            continue
        if name != employer:
            yield "employer", _said(name)
            employer = name
        if entry.position:
            yield "position", _said(entry.position)
        yield from _dated("dates", entry.position or name, entry)
        for role in entry.roles:
            yield "position", _said(role.position)
            yield from _dated("dates", role.position, role)
        yield from _positions(entry.engagements, name, inside=True)


def _volunteering(entries: Iterable[Volunteer]) -> Iterator[Field]:
    for entry in entries:
        for kind, value in (("employer", entry.organization), ("position", entry.position)):
            if value:
                yield kind, _said(value)
        yield from _dated("dates", entry.position or entry.organization, entry)


def _degree(entry: Education) -> Iterator[Field]:
    degree = ", ".join(part for part in (entry.study_type, entry.area) if part)
    for kind, value in (("school", entry.institution), ("degree", degree)):
        if value:
            yield kind, _said(value)
    yield from _dated("dates", degree or entry.institution, entry)


def _dated(kind: str, what: str, entry: Entry) -> Iterator[Field]:
    """An entry's dates, with what they are the dates of: of “spring 2015” the year."""
    start = str(entry.start_date or "")
    end = str(entry.end_date or (PRESENT if start else ""))
    if not (start or end) and (years := _YEAR.findall(entry.dates)):
        start, end = years[0], years[-1]
    if start or end:
        dates = f"{start} to {end}" if start and start != end else end
        yield kind, f"{_said(what)}: {dates}"


def _said(text: str) -> str:
    return " ".join(plain(rich(text)).split())


def _key(field: Field) -> Field:
    """A field as two readers would agree on it: without case, marks and spaces."""
    kind, value = field
    if kind == "phone":
        return kind, re.sub(r"\D", "", value)
    return kind, agreed(value)
