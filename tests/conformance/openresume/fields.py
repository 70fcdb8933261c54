"""The fields of a Document, and which of them the parser's limits let it find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.conformance.openresume import limits
from tests.conformance.openresume.limits import Lists
from typeset.document import Document
from typeset.document.markdown import plain
from typeset.document.model import Entry, Section
from typeset.words import clean, words

_WORK = ("work", "experience", "employment", "history", "job")


@dataclass(frozen=True, slots=True)
class Field:
    """A kind as the parser calls it, its value, and the limit that keeps it from being found."""

    kind: str
    value: str
    limit: str = ""


def fields(document: Document, pages: list[str], lists: Lists) -> Iterator[Field]:
    """What the head and the sections of work and education hold. `pages` are their texts."""
    yield _field("name", document.head.name, limits.is_name(document.head.name), limits.NAME)
    for contact in document.head.contacts:
        text = contact.text
        if contact.kind == "email":
            yield Field("email", text)
        elif contact.kind == "phone":
            yield _field("phone", text, limits.is_phone(clean(text)), limits.PHONE)
        elif contact.kind == "url":
            yield _field("url", text, limits.is_url(text), limits.URL)
        elif contact.kind == "location":
            yield _field("location", text, limits.is_place(clean(text)), limits.PLACE)
    turns = _Turns(document, pages)
    for section in document.sections:
        title = clean(plain(section.title)).lower()
        if any(word in title for word in (*_WORK, "education")):
            kinds = _education if "education" in title else _work
            for entry in section.entries:
                yield from _limited(section, entry, turns, kinds(entry, lists))


def found(field: Field, answer: dict[str, Any]) -> bool:
    """Whether the parser's answer has a field under its own name."""
    places = [answer["profile"], *answer["workExperiences"], *answer["educations"]]
    held = [" ".join(words(str(place.get(field.kind, "")))) for place in places]
    value = " ".join(words(field.value))
    if field.kind == "location":  # of a whole address it gives town and state
        return any(text and text in value for text in held)
    return value in held


def _field(kind: str, value: str, allowed: bool, limit: str) -> Field:
    return Field(kind, value, "" if allowed else limit)


def _work(entry: Entry, lists: Lists) -> Iterator[Field]:
    title, employer = _text(entry.title), _text(entry.organization)
    known = limits.is_position(title, lists)
    if title:
        yield _field("jobTitle", title, known, limits.POSITION)
    if employer:
        yield _field("company", employer, known and bool(title), limits.EMPLOYER)
    if entry.dates:
        yield _field("date", entry.dates, limits.is_dates(entry.dates), limits.DATES)
    for part in entry.parts:
        yield from _work(part, lists)


def _education(entry: Entry, lists: Lists) -> Iterator[Field]:
    degree, school = _text(entry.title), _text(entry.organization)
    if school:
        yield _field("school", school, limits.is_school(school, lists), limits.SCHOOL)
    if degree:
        yield _field("degree", degree, limits.is_degree(degree, lists), limits.DEGREE)
    if entry.dates:
        yield _field("date", entry.dates, limits.is_dates(entry.dates), limits.DATES)


def _text(runs: Any) -> str:
    return clean(plain(runs))


def _limited(
    section: Section, entry: Entry, turns: _Turns, its_fields: Iterator[Field]
) -> Iterator[Field]:
    """An entry's fields; its section's title or a page's turn may keep all from being found."""
    limit = "" if limits.is_title(clean(plain(section.title))) else limits.TITLE
    if turns.touch(section, entry):
        limit = limits.TURN
    for field in its_fields:
        yield Field(field.kind, field.value, limit or field.limit)


class _Turns:
    """Where pages turn between the heads of a document."""

    def __init__(self, document: Document, pages: list[str]) -> None:
        self._pages = [" ".join(words(page)) for page in pages]
        self._order = [
            head
            for section in document.sections
            for head in (_text(section.title), *map(_head, section.entries))
            if head
        ]

    def touch(self, section: Section, entry: Entry) -> bool:
        """Whether a page ends above the section's title, or above or within an entry."""
        title, head = _text(section.title), _head(entry)
        return self._turns_at(title) or self._turns_at(head) or self._turns_at(self._after(head))

    def _turns_at(self, head: str) -> bool:
        before = self._order.index(head) - 1 if head in self._order else -1
        return before >= 0 and self._page(self._order[before]) != self._page(head)

    def _after(self, head: str) -> str:
        place = self._order.index(head) + 1
        return self._order[place] if place < len(self._order) else ""

    def _page(self, head: str) -> int:
        text = " ".join(words(head))
        return next((n for n, page in enumerate(self._pages) if text in page), 0)


def _head(entry: Entry) -> str:
    return _text(entry.title) or _text(entry.organization)
