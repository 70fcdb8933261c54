"""The limits of OpenResume's parser: which fields it cannot find, and why.

Its words for positions, schools and degrees are read from its own sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

NAME = "a name is of two or three words of unaccented letters and full stops"
PHONE = "a telephone number has ten digits, as in North America"
PLACE = "a place is a town and a state of two capitals"
URL = "an address on the web has a path"
TITLE = "a section's title has one or two words, one of them of its list"
TURN = "the last line of a page is joined with the first of the next"
DATES = "dates have a year; a comma takes as much away as the year adds"
POSITION = "a position has a word of its list, and at most five words"
EMPLOYER = "an employer is told from a position that it knows, on the line above"
SCHOOL = "a school has a word of its list, and no number"
DEGREE = "a degree has a word of its list, or letters such as B.S., and no number"

_SECTION = re.compile(
    r"experience|education|project|skill|job|course|objective|summary|award|honor"
)
_MONTH = re.compile("Janu|Febr|Marc|Apri|May|June|July|Augu|Sept|Octo|Nove|Dece")
"""It knows months by four letters: of “Mar” and “Oct” only the year counts."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The words that the parser knows."""

    positions: frozenset[str]
    schools: tuple[str, ...]
    degrees: tuple[str, ...]


def read_lists(sources: Path) -> Lists:
    """The lists in the parser's sources."""
    folder = sources / "lib/parse-resume-from-pdf/extract-resume-from-sections"
    work = (folder / "extract-work-experience.ts").read_text("utf-8")
    education = (folder / "extract-education.ts").read_text("utf-8")
    return Lists(
        frozenset(_list("JOB_TITLES", work)),
        _list("SCHOOLS", education),
        _list("DEGREES", education),
    )


def _list(name: str, text: str) -> tuple[str, ...]:
    found = re.search(rf"const {name} = \[(.*?)\]", text, re.DOTALL)
    assert found, f"OpenResume has no list {name}"
    return tuple(re.findall(r"""['"]([^'"]+)['"]""", found[1]))


def is_name(text: str) -> bool:
    """Whether it takes a text for a name."""
    return bool(re.fullmatch(r"[A-Za-z\s.]+", text)) and len(text.split()) < 4


def is_phone(text: str) -> bool:
    """Whether it takes a text for a telephone number."""
    return bool(re.fullmatch(r"\(?\d{3}\)?[\s-]?\d{3}[\s-]?\d{4}", text))


def is_place(text: str) -> bool:
    """Whether it finds a place in a text."""
    return bool(re.search(r"[A-Z][a-zA-Z\s]+, [A-Z]{2}\b", text))


def is_url(text: str) -> bool:
    """Whether it takes a text for an address on the web."""
    return bool(re.fullmatch(r"\S+\.[a-z]+/\S+", text))


def is_title(text: str) -> bool:
    """Whether it takes a text for a section's title."""
    short = len([word for word in text.split() if word != "&"]) <= 2
    plain = re.fullmatch(r"[A-Z][A-Za-z\s&]*", text)
    return bool(short and plain and _SECTION.search(text.lower()))


def is_dates(text: str) -> bool:
    """Whether it takes a text for dates."""
    month, year = _MONTH.search(text), re.search(r"(?:19|20)\d\d", text)
    return bool(year) + bool(month) + ("Present" in text) - ("," in text) > 0


def is_position(text: str, lists: Lists) -> bool:
    """Whether it takes a text for a position."""
    said = text.split()
    return bool(lists.positions & set(said)) and len(said) < 6 and not re.search(r"\d", text)


def is_school(text: str, lists: Lists) -> bool:
    """Whether it takes a text for a school."""
    return any(word in text for word in lists.schools) and not re.search(r"\d", text)


def is_degree(text: str, lists: Lists) -> bool:
    """Whether it takes a text for a degree."""
    named = any(word in text for word in lists.degrees) or re.search(r"[ABM][A-Z.]", text)
    schooled = any(word in text for word in lists.schools)
    return bool(named) and not schooled and not re.search(r"\d", text)
