"""A language's words for a document: one data file each in `languages/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from typeset.problems import Problem, Severity

_FOLDER = Path(__file__).parent / "languages"
_RTL = {"ar", "he", "fa", "ur"}


@dataclass(frozen=True)
class Language:
    """Words of one language. `tag` is the BCP 47 tag asked for, `base` its first part."""

    tag: str
    titles: dict[str, str]
    resume: str
    letter: str
    score: str
    courses: str
    present: str
    enclosures: tuple[str, str]
    postscript: str
    colon: str

    @property
    def base(self) -> str:
        """The primary language, in lower case."""
        return self.tag.replace("_", "-").split("-")[0].lower()

    @property
    def direction(self) -> str:
        """Writing direction: `ltr` or `rtl`."""
        return "rtl" if self.base in _RTL else "ltr"

    def label(self, text: str) -> str:
        """`text` as a label before a value."""
        return f"{text}{self.colon}"


def known_languages() -> list[str]:
    """The languages there is a data file for."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def load_language(tag: str) -> tuple[Language, list[Problem]]:
    """The words for a BCP 47 tag; English, with a warning, where there is no data file."""
    language = Language(tag=tag or "en", **_words("en"))
    problems: list[Problem] = []
    if language.base in known_languages():
        language = Language(tag=language.tag, **_words(language.base))
    else:
        problems.append(
            Problem(
                "language-unknown",
                f"there are no words for the language {tag!r}; titles and labels are English",
                Severity.WARNING,
                hint=f"known: {', '.join(known_languages())}",
            )
        )
    return language, problems


@cache
def _words(base: str) -> dict[str, Any]:
    data = yaml.load((_FOLDER / f"{base}.yaml").read_text("utf-8"), Loader=yaml.SafeLoader)
    return {**data, "enclosures": tuple(data["enclosures"])}
