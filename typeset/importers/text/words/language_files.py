"""The data files in `languages/`, one a language: what each list, group and value is.

A list is words between commas; where a phrase itself holds a comma, a YAML list. A group
names several lists (`sections`, `labels`, `fields`, `said`), a table has one value a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typeset.importers.text.words.folding import keys

FOLDER = Path(__file__).parent / "languages"
_GROUPS = ("sections", "labels", "fields", "said")
_TABLES = ("networks", "eras", "script", "variants")
_VALUES = ("name", "head", "compounds")

JOINING = (
    "joiners",
    "sure_joiners",
    "place_joiners",
    "seat_joiners",
    "school_joiners",
    "genitives",
    "tellers",
)
"""Lists of small words, which may mean another thing elsewhere: "at", "chez", "presso"; "I"."""


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """One language's data, as its author wrote the words; `name` is the file's stem."""

    name: str
    lists: dict[str, list[str]]
    groups: dict[str, dict[str, list[str]]]
    tables: dict[str, dict[str, str]]
    values: dict[str, str]
    months: list[list[str]]

    def group(self, name: str) -> dict[str, list[str]]:
        """The lists of a group; none where the language has no such group."""
        return self.groups.get(name, {})

    def table(self, name: str) -> dict[str, str]:
        """The values of a table; none where the language has no such table."""
        return self.tables.get(name, {})


def language_files() -> list[LanguageFile]:
    """All languages' data in the order of their names, and what they share (`common`)."""
    return [read_language(path) for path in sorted(FOLDER.glob("*.yaml"))]


def joining_words(files: list[LanguageFile]) -> dict[str, dict[str, frozenset[str]]]:
    """Each language's own words of the lists of small words."""
    return {
        one.name: {name: frozenset(keys(one.lists.get(name, ()))) for name in JOINING}
        for one in files
    }


def read_language(path: Path) -> LanguageFile:
    """One file. Raises `ValueError` for a value of a shape that its key does not have."""
    import yaml

    # All is text ("no" and "on" are words); the parser in C is ten times faster.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    try:
        months = [_words("months", month) for month in data.pop("months", ())]
        values = {name: data.pop(name) for name in _VALUES if name in data}
        tables = {name: dict(data.pop(name)) for name in _TABLES if name in data}
        groups = {
            group: {name: _words(name, words) for name, words in data.pop(group).items()}
            for group in _GROUPS
            if group in data
        }
        lists = {name: _words(name, words) for name, words in data.items()}
    except (ValueError, AttributeError) as error:
        raise ValueError(f"{path}: {error}") from error
    return LanguageFile(path.stem, lists, groups, tables, values, months)


def _words(name: str, value: object) -> list[str]:
    if isinstance(value, str):
        return [word for part in value.split(",") if (word := part.strip())]
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return value
    raise ValueError(f"{name}: words between commas are expected, not {value!r}")
