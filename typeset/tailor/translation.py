"""A profile in another of its author's languages.

`resume.de.yaml` beside `resume.yaml` holds the texts that differ, by address. It is part
of the profile, not of an application: its author may say a title or a school in German.
Dates are no texts; they follow the language by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from typeset.problems import Problem, Severity, Span, TypesetError
from typeset.profile.addresses import Addressed, TextField
from typeset.profile.basics import Basics
from typeset.profile.entries import (
    Award,
    Education,
    Entry,
    GenericEntry,
    Group,
    Highlight,
    Language,
    Project,
    Reference,
    Role,
    Volunteer,
    Work,
)
from typeset.profile.fields import Model
from typeset.profile.model import Letter, Profile, Section
from typeset.tailor.wording import Wording, fields_of, put

_IN_A_LANGUAGE: dict[type[Model], tuple[str, ...]] = {
    Profile: ("title",),
    Basics: ("label", "summary"),
    Letter: ("subject", "greeting", "body", "closing", "enclosures", "postscript"),
    Section: ("title", "body"),
    Entry: ("dates", "summary"),
    Highlight: ("lead", "text", "prose"),
    Work: ("position", "description"),
    Role: ("position",),
    Volunteer: ("position",),
    Education: ("study_type", "area"),
    Project: ("description",),
    Award: ("title",),
    GenericEntry: ("title",),
    Group: ("name",),
    Language: ("language", "fluency"),
    Reference: ("reference",),
}
"""The fields that are sentences or common words; names of people, places and things are none."""


LANGUAGE_TAG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"
"""What `--lang` and a translation's file name say: a language, its script or country (BCP 47)."""

_WHOLE = re.compile(r"^(?:work|education|sections):\s*(?:-\s|\[)", re.MULTILINE)
_WHOLE_LETTER = re.compile(r"^letter:\s*$", re.MULTILINE)
_HEADED = re.compile(r"^(?:lang|basics):", re.MULTILINE)


def is_whole(text: str) -> bool:
    """Whether a file named like a translation is a profile of its own.

    It has lists of entries, or a letter and its language or sender.
    """
    letter = _WHOLE_LETTER.search(text) and _HEADED.search(text)
    return bool(letter or _WHOLE.search(text))


def translate(
    base: Addressed, wordings: Iterable[Wording], source: Path, *, strict: bool
) -> list[Problem]:
    """Put a translation's texts into `base`, in place; what it leaves untranslated is told.

    That is a warning for each text, an error where `strict`. Raises `TypesetError` for
    addresses that there are not and for dates.
    """
    pairs, problems = fields_of(wordings, base)
    problems += [
        Problem("address", f"{one.address!r} is a date: it has no language", span=one.span)
        for one, field in pairs
        if field.is_date
    ]
    problems = problems or put(pairs)
    if problems:
        raise TypesetError(problems)
    done = {field.address for _, field in pairs}
    severity = Severity.ERROR if strict else Severity.WARNING
    return [
        Problem(
            "not-translated",
            f"no translation of {address!r}: {_shortly(field)}",
            severity,
            Span(str(source)),
        )
        for address, field in base.texts.items()
        if field.value and address not in done and _is_language(field)
    ]


def _is_language(field: TextField) -> bool:
    return any(
        isinstance(field.owner, model) and field.field in names
        for model, names in _IN_A_LANGUAGE.items()
    )


def _shortly(field: TextField) -> str:
    text = str(field.value).replace("\n", " ")
    return text if len(text) <= 50 else text[:49].rstrip() + "…"
