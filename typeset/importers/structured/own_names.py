"""What a key of the author's own stands for: the words of `own_keys.yaml`, then any language's."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from typeset.importers.text.sections.titles import kind_of
from typeset.importers.text.words.vocabulary import key, vocabulary

_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_COLUMNS = {
    "role": "role",
    "organisation": "organization",
    "dates": "dates",
    "location": "location",
    "text": "summary",
    "level": "level",
    "keywords": "keywords",
    "score": "score",
    "courses": "courses",
    "url": "url",
}
"""The labels of tables' columns and of forms, by what they are in an entry."""


def words_of(name: str) -> str:
    """A key as words: "startDate" and "start_date" are "start date"."""
    return " ".join(re.sub(r"[_\-./]+", " ", _HUMPS.sub(" ", name)).lower().split())


def title_of(name: str) -> str:
    """A key as a title: "workExperience" is "Work experience"; one with capitals is kept."""
    if " " in name or not name.isascii() or name.isupper():
        return " ".join(name.split())
    words = words_of(name)
    return words[:1].upper() + words[1:]


def section_kind(name: str) -> str:
    """The kind of the section that a key names, or ""."""
    return kind_of(title_of(name), vocabulary())


def of_person(name: str) -> str:
    """What a key says of a person: `name`, `email`, `accounts`, `holder` …, or ""."""
    words = words_of(name)
    if found := _names("person").get(words):
        return found
    known = vocabulary().fields.get(key(words), "") or vocabulary().label(words)
    return known if known in _names("person").values() else ""


def of_account(name: str) -> str:
    """What a key says of an account: `network`, `username`, `url`, or ""."""
    return _names("account").get(words_of(name), "")


def of_entry(name: str) -> str:
    """What a key says of an entry: `role`, `organization`, `start` …, or ""."""
    words = words_of(name)
    return _names("entry").get(words) or _COLUMNS.get(vocabulary().column(words), "")


def of_section(name: str) -> str:
    """What a key says of a section: `title`, `entries`, or ""."""
    return _names("section").get(words_of(name), "")


def is_setting(name: str) -> bool:
    """Whether a key is one of a program that makes pages of the data."""
    return words_of(name) in _names("settings")


def is_machinery(name: str) -> bool:
    """Whether an entry's key is a site's own, which prints nothing: `icon`, `slug`."""
    return words_of(name) in _names("machinery")


def is_wrapper(name: str) -> bool:
    """Whether a key may hold the whole résumé."""
    return words_of(name) in _names("wrappers")


@cache
def _names(table: str) -> dict[str, str]:
    """The words of a table, each with what it stands for."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = Path(__file__).with_name("own_keys.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=loader)[table]
    groups = data.items() if isinstance(data, dict) else [(table, data)]
    found: dict[str, str] = {}
    for meaning, words in groups:
        for word in words.split(","):
            found.setdefault(word.strip(), meaning)
    return found
