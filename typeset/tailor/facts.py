"""Honesty: what an application may never change, and what it should be asked about.

Employers, titles, dates, schools and degrees, and whatever else somebody could look up,
are facts. A tailored document selects, orders and rewords; its facts are its base's.
"""

from __future__ import annotations

from collections.abc import Container

from typeset.problems import Problem, Severity
from typeset.profile.addresses import Addressed, Part, TextField
from typeset.profile.basics import Basics
from typeset.profile.dates import PartialDate
from typeset.profile.entries import (
    Award,
    Certificate,
    Education,
    Entry,
    GenericEntry,
    Language,
    Project,
    Publication,
    Reference,
    Role,
    Skill,
    Volunteer,
    Work,
)
from typeset.profile.fields import Model
from typeset.profile.model import Letter, Recipient
from typeset.tailor.figures import figures, spelt_out
from typeset.tailor.imitation import new_headings, new_heads
from typeset.tailor.wording import Wording, Words

FACTS: dict[type[Model], tuple[str, ...]] = {
    Basics: ("name",),
    Letter: ("signature",),
    Entry: ("start_date", "end_date", "date", "release_date", "dates", "location", "url"),
    Work: ("name", "position"),
    Role: ("position",),
    Volunteer: ("organization", "position"),
    Education: ("institution", "study_type", "area", "score", "courses"),
    Project: ("name", "entity", "roles"),
    Award: ("title", "awarder"),
    Certificate: ("name", "issuer"),
    Publication: ("name", "publisher"),
    GenericEntry: ("title", "organization"),
    Skill: ("level",),
    Language: ("language", "fluency"),
    Reference: ("name", "reference"),
}
"""The fields of each model, and of those derived from it, that are facts."""

_MAY_GO = ("score", "location", "url", "level")
"""Facts that a document need not tell."""

_BLOCKS = ("summary", "body", "prose", "description")
"""Fields that hold paragraphs."""

_NO_FIGURES = ("email", "phone", "url", "location")
"""Fields of the head whose digits say nothing of a career."""


def is_fact(field: TextField) -> bool:
    """Whether the text is a fact, which no application may change."""
    return any(
        isinstance(field.owner, model) and field.field in names for model, names in FACTS.items()
    )


def is_same_fact(words: Words | PartialDate | None, field: TextField) -> bool:
    """Whether `words` say no other fact than the field: the same, or of a list some."""
    if isinstance(words, list):
        known = [_spaced(one) for one in field.value or []]
        return all(_spaced(one) in known for one in words)
    return _spaced(words) == _spaced(field.value) or (not words and field.field in _MAY_GO)


def judge(wording: Wording, field: TextField, known: Container[float]) -> list[Problem]:
    """What is wrong with saying `wording` for `field`: an error for a fact that it changes.

    A figure that is none of the base's, `known`, is a warning: the same deed may have
    another word, but not another number. So is a line that looks like an entry of its own.
    A letter is its author's whole, but for the name under it.
    """
    if is_fact(field):
        if is_same_fact(wording.words, field):
            return []
        message = (
            f"an application may not change a fact: {field.address!r} is "
            f"{_said(field.value)}, here {_said(wording.words)}"
        )
        hint = "if the profile is wrong, change it there"
        return [Problem("honesty", message, span=wording.span, hint=hint)]
    if isinstance(field.owner, Letter | Recipient):
        return []
    text, before = _text(wording.words), _text(field.value)
    if headings := new_headings(text, before):
        message = f"a replaced text may not add a heading: {headings[0]!r}"
        hint = "an entry of its own belongs into the profile"
        return [Problem("honesty", message, span=wording.span, hint=hint)]
    return [*_imitations(wording, field), *_new_figures(wording, text, known)]


def _imitations(wording: Wording, field: TextField) -> list[Problem]:
    lead, inline = field.field == "lead", field.field not in _BLOCKS
    found = new_heads(_text(wording.words), _text(field.value), lead=lead, inline=inline)
    return [
        Problem(
            "looks-like-an-entry",
            f"this looks like the head of an entry, which the profile has not: {line!r}",
            Severity.WARNING,
            wording.span,
            "an entry of its own belongs into the profile",
        )
        for line in found
    ]


def _new_figures(wording: Wording, text: str, known: Container[float]) -> list[Problem]:
    new = [
        figure for figure, values in figures(text) if not any(value in known for value in values)
    ]
    if not new:
        return []
    message = f"the profile nowhere says {', '.join(dict.fromkeys(new))}"
    return [Problem("new-figure", message, Severity.WARNING, wording.span)]


def changed_facts(base: Addressed, tailored: Addressed) -> list[Problem]:
    """Every fact of `tailored` that is not the base's, whatever way it came to be so.

    That something stands in another entry than in the base, or is new, is one, too.
    """
    problems = [
        Problem(
            "honesty",
            f"{address!r} is {_said(base.texts[address].value)} in the profile, "
            f"here {_said(field.value)}",
        )
        for address, field in tailored.texts.items()
        if is_fact(field)
        and address in base.texts
        and not is_same_fact(field.value, base.texts[address])
    ]
    return problems + [
        Problem("honesty", f"{address!r} is not the profile's")
        for address, part in tailored.parts.items()
        if part.parent in tailored.parts
        and (address not in base.parts or not _stands_in(part, base.parts[address]))
    ]


def _stands_in(part: Part, before: Part) -> bool:
    return part.parent in (before.parent, *before.others)


def figures_of(base: Addressed) -> frozenset[float]:
    """Every number that the texts of `base` give, in digits or in words."""
    found: set[float] = set()
    for field in base.texts.values():
        if not (field.address.startswith("basics") and field.field in _NO_FIGURES):
            text = _text(field.value)
            found |= spelt_out(text)
            for _, values in figures(text):
                found |= values
    return frozenset(found)


def _text(value: object) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value or "")


def _spaced(value: object) -> str:
    return " ".join(str(value or "").split())


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "an empty list"
    return repr(str(value)) if value else "not given"
