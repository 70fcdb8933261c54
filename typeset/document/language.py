"""A language's words and habits for a document: one data file each in `languages/`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from typeset.problems import Problem, Severity

_FOLDER = Path(__file__).parent / "languages"


@dataclass(frozen=True)
class DateForms:
    """How dates are written: CLDR skeletons (`yMMM`), lengths (`long`) or patterns (`d MMMM y`).

    `year` is `y` and what follows it; `first` how a letter writes the first of a month.
    """

    year: str
    month: str
    day: str
    letter: str
    first: str


@dataclass(frozen=True)
class Language:
    """Words of one language; the comments of each data file say what a key means.

    `tag` is the BCP 47 tag asked for, `base` its first part, `file` the data file's name.
    """

    tag: str
    file: str
    titles: dict[str, str]
    resume: str
    letter: str
    files: tuple[str, str, str]
    score: str
    courses: str
    present: str
    enclosures: tuple[str, str]
    postscript: str
    colon: str
    comma: str
    items: str
    range: str
    dates: DateForms
    dateline: str
    page: tuple[str, str, str]
    abbreviations: tuple[str, ...]
    narrow_before: str
    quotes: tuple[str, ...]
    substitutes: dict[str, str]
    direction: Literal["ltr", "rtl"]
    breaks: Literal["words", "anywhere"]
    entry: Literal["position", "employer"]
    address: Literal["small", "large"]
    address_join: str

    @property
    def base(self) -> str:
        """The primary language, in lower case."""
        return _base(self.tag)

    def label(self, text: str) -> str:
        """`text` as a label that stands alone on its line."""
        return f"{text}{self.colon}".rstrip()

    def labelled(self, text: str) -> str:
        """`text` as a label with what stands between it and its value."""
        return f"{text}{self.colon}"


_KEYS = {item.name for item in fields(Language)} - {"tag", "file"}


def known_languages() -> list[str]:
    """The languages there is a data file for."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def load_language(tag: str) -> tuple[Language, list[Problem]]:
    """The words for a BCP 47 tag; English, with a warning, where there is no data file."""
    tag = tag or "en"
    file = _file(tag)
    if file:
        return Language(tag=tag, file=file, **_words(file)), []
    problem = Problem(
        "language-unknown",
        f"there are no words for the language {tag!r}; titles and labels are English",
        Severity.WARNING,
        hint=f"known: {', '.join(known_languages())}",
    )
    return Language(tag=tag, file="en", **_words("en") | {"direction": _direction(tag)}), [problem]


_WRITTEN_AS = {"no": "nb"}
"""Languages by the form in which most write them: Norwegian is Bokmål (CLDR has it as one)."""


@cache
def _file(tag: str) -> str:
    """The data file that is nearest to `tag`: itself, then with fewer and fewer parts."""
    tag = _WRITTEN_AS.get(_base(tag), tag)
    if (_FOLDER / f"{tag}.yaml").is_file():
        return tag
    known = {name.lower(): name for name in known_languages()}
    base = _base(tag)
    asked = [tag]
    if any(name.startswith(f"{base}-") for name in known):
        asked.insert(0, _likely(tag))  # zh-TW is zh-Hant-TW
    elif base not in known:
        asked.append(_likely(tag))  # iw is he
    for candidate in asked:
        parts = candidate.replace("_", "-").lower().split("-")
        for length in range(len(parts), 0, -1):
            if (name := "-".join(parts[:length])) in known:
                return known[name]
    return ""


def _base(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()


def _likely(tag: str) -> str:
    """`tag` with the script it implies, and today's code for an old one (CLDR)."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(tag.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return tag


def _direction(tag: str) -> str:
    """The writing direction of a language without a data file (CLDR)."""
    from babel import Locale, UnknownLocaleError

    for candidate in (tag, _base(tag)):
        try:
            return Locale.parse(candidate.replace("-", "_")).text_direction
        except (UnknownLocaleError, ValueError):
            continue
    return "ltr"


@cache
def _words(file: str) -> dict[str, Any]:
    text = (_FOLDER / f"{file}.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert set(data) == _KEYS, f"{file}.yaml: {set(data) ^ _KEYS}"
    return {
        **data,
        "dates": DateForms(**data["dates"]),
        **{
            key: tuple(data[key])
            for key in ("files", "enclosures", "page", "abbreviations", "quotes")
        },
    }
