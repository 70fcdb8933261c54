"""The words that importers know, merged from the data files in `languages/`.

A document may mix languages (a German letter with an English job title), so all
of them are asked at once. Words are compared by `key`: case, accents' encoding,
punctuation around them and the language's word for "and" make no difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from typeset.words import clean

FOLDER = Path(__file__).parent / "languages"

_BEFORE = re.compile(r"[\W_]*")
_AFTER = re.compile(r"(?:[^\w)+#%]|_)*")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=32768)
def key(text: str) -> str:
    """The form in which words are compared: "  Work  Experience: " is "work experience"."""
    if text.isascii() and text.isalpha() and text.islower():
        return text  # as most words of the data files are
    folded = _SPACES.sub(" ", clean(text)).strip().casefold().replace("’", "'")
    if not folded.isascii():  # Turkish has two letters i, which capitals confuse
        folded = folded.replace("i\u0307", "i").replace("ı", "i")
    before, after = _BEFORE.match(folded), _AFTER.match(folded[::-1])
    begin, end = (before.end() if before else 0), len(folded) - (after.end() if after else 0)
    return folded[begin:end]


# Scripts in which words are not set apart by spaces, or are built up without them.
_SOLID = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


# Labels of columns, before those of contacts: "Position" heads a column of roles.
_COLUMNS = ("role", "organisation", "dates", "text", "level", "language", "group", "keywords")


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMERAL = "|".join(sorted(_ROMAN, key=len, reverse=True))
# A month as a Roman numeral, which begins a date: "IX 2013", "VII–IX 2013", "– II.2015".
_ROMAN_MONTH = re.compile(
    rf"(?:^|[|(*\t–—-])[ *]{{0,4}}(?:({_NUMERAL})\s*[–—-]\s*)?({_NUMERAL})[./ ]\s?(?:19|20)\d\d\b",
    re.MULTILINE,
)
_SHORT_YEARS = re.compile(r"(?<![\d/-])((?:19|20)\d\d)([/-])(\d\d)(?![\d/-])")


_TOWN = re.compile(
    r"(?<![\d-])(?:[A-Z]{1,2}-)?(?!(?:19|20)\d\d\s)"
    r"(?:\d{4,5}(?:-\d{3})?|\d\d-\d{3}|\d{3} \d\d|\d{4} [A-Z]{2})"
    r"[ \t]+([^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,2})[ \t]*(?=$|[,;|·•()])"
    r"|(?<![^\s,|·])([A-Z][a-z]+(?: [A-Z][a-z]+)?),?[ ][A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    re.MULTILINE,
)
"""A town with its postal code: "67000 Strasbourg", "1011 AB Amsterdam", "Durham DH1 4LE"."""


_TOWN_AND_LAND = re.compile(
    r"(?:^|[,|·•:(]|\s[–—/-]\s)\s*([^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,2})"
    r",[ ]+([^\W\d_a-z][^\d,|·•()\n]{1,30}?)"
    r"\s*(?=$|[|·•/()\t]|\s[–—-]\s)",
    re.MULTILINE,
)
"""A town before its country, as they stand among contacts: "Whitby, UK"."""
_HEADER_LINES = 10


@dataclass(frozen=True, slots=True)
class Script:
    """The characters a language is written in, by which it is told; `share` of all letters."""

    language: str
    signs: re.Pattern[str]
    share: float
    variants: tuple[tuple[str, frozenset[str]], ...] = ()


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Data of all languages. Sets and mappings hold words in the form of `key`."""

    stopwords: dict[str, frozenset[str]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    labels: dict[str, frozenset[str]] = field(default_factory=dict)
    networks: dict[str, str] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    solid: dict[str, re.Pattern[str]] = field(default_factory=dict)
    eras: dict[str, int] = field(default_factory=dict)
    scripts: tuple[Script, ...] = ()
    titles: dict[str, frozenset[str]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    head_last: frozenset[str] = frozenset()
    head_first: frozenset[str] = frozenset()
    short_years: bool = False
    """Whether "2010-11" is a range of years, as it is where "2018-19" stands beside it."""

    def __getitem__(self, name: str) -> frozenset[str]:
        """One of the plain word lists, such as `roles` or `present`."""
        return self.lists.get(name, frozenset())

    def within(self, text: str) -> Vocabulary:
        """The same, with only the months that `text` names, and the towns of its addresses.

        The pattern of dates names each month many times: with those of all languages it
        takes 80 ms to compile, with those of one text 10.
        """
        there = text.lower()
        there += "" if text.isascii() else f"\n{text.casefold()}".replace("ı", "i")
        words = set(re.findall(r"[^\W\d_]+", there))
        months = {
            word: number
            for word, number in self.months.items()
            if word in words
            or (not word.isalpha() and all(part in there for part in re.split(r"[\s'’]+", word)))
        }
        for roman in {one for match in _ROMAN_MONTH.findall(text) for one in match if one}:
            months[roman.lower()] = _ROMAN.index(roman) + 1
        pairs = [(int(year) % 100, int(more)) for year, _, more in _SHORT_YEARS.findall(text)]
        slashed = [(int(year) % 100, int(more)) for year, sign, more in _SHORT_YEARS.findall(text)
                   if sign == "/"]  # fmt: skip
        ranges = any(more > 12 and more > year for year, more in pairs)
        school = bool(slashed) and all(more == year + 1 for year, more in slashed)
        months_too = any(more <= year and 0 < more <= 12 for year, more in pairs)
        towns = {key(match[1] or match[2]) for match in _TOWN.finditer(text)}
        lines = [line for line in text.split("\n") if line.strip()]
        contacts = [line for line in lines[_HEADER_LINES:] if re.search(r"@|\+\d", line)]
        head = "\n".join([*lines[:_HEADER_LINES], *contacts])
        lands = [(key(match[1]), key(match[2])) for match in _TOWN_AND_LAND.finditer(head)]
        towns |= {town for town, land in lands if land in self["countries"]}
        return replace(
            self,
            months=months,
            short_years=(ranges or school) and not months_too,
            lists=self.lists | {"cities": self["cities"] | towns},
        )

    @cached_property
    def places(self) -> frozenset[str]:
        """What by itself is a place: a country, a large city, "Remote"."""
        return self["remote"] | self["countries"] | self["cities"]

    @cached_property
    def solid_places(self) -> tuple[str, ...]:
        """Names of places in scripts that join the parts of an address without spaces."""
        return tuple(word for word in self["countries"] if _SOLID.match(word))

    def compounded(self, name: str, text: str) -> bool:
        """Whether a word of `text` ends in one of the list, in languages that join their words."""
        ends = self.compounds.get(name, ())
        words = [word for word in text.split() if len(word) > 6 and "'" not in word]
        return any(key(word).endswith(ends) for word in words)

    def joined(self, text: str) -> str:
        """`key` with every word for "and" as `&`."""
        return " ".join("&" if word in self.lists["and"] else word for word in key(text).split())

    def label(self, text: str) -> str:
        """The contact or table key that a label stands for ("Tel." is `phone`), or ""."""
        word = key(text)
        if _SOLID.search(word):
            word = word.replace(" ", "")  # "电　话" is spread to the width of the others
        return next((name for name, words in self.labels.items() if word in words), "")

    def column(self, text: str) -> str:
        """What a column, or a line of a form, holds by its label ("Position" is a `role`)."""
        word = key(text)
        found = (name for name in _COLUMNS if word in self.labels.get(name, ()))
        return next(found, "") or self.label(text)

    def has(self, name: str, text: str, longest: int = 3) -> bool:
        """Whether `text` holds a word, or a run of up to `longest` words, of the list `name`."""
        known = self[name]
        if _SOLID.search(text) and name in self.solid and self.solid[name].search(text):
            return True  # scripts without spaces: "高级工程师" holds "工程师"
        words = [key(word) or word for word in text.split()]
        return any(
            " ".join(words[start : start + size]) in known
            for size in range(1, longest + 1)
            for start in range(len(words) - size + 1)
        )


@cache
def vocabulary() -> Vocabulary:
    """All languages' words; read once, when the first source is."""
    files = [_load(path) for path in sorted(FOLDER.glob("*.yaml"))]
    names = [path.stem for path in sorted(FOLDER.glob("*.yaml"))]
    plain = {
        name
        for data in files
        for name, value in data.items()
        if isinstance(value, list) and name not in ("stopwords", "months")
    }
    lists = {
        name: frozenset(key(word) for data in files for word in data.get(name, ()))
        for name in plain
    }
    bare = Vocabulary(lists=lists)
    months = {
        key(word): number
        for data in files
        for number, forms in enumerate(data.get("months", ()), 1)
        for word in forms
    }
    sections: dict[str, str] = {}
    heads: dict[str, set[str]] = {"last": set(), "first": set()}
    labels: dict[str, set[str]] = {}
    networks: dict[str, str] = {}
    for data in files:
        for kind, titles in data.get("sections", {}).items():
            for title in titles:
                sections.setdefault(bare.joined(title), kind)
                if " " not in title and key(title) not in lists["organisations"]:
                    heads[data.get("head", "last")].add(key(title))
        for name, words in data.get("labels", {}).items():
            labels.setdefault(name, set()).update(key(word) for word in words)
        networks |= data.get("networks", {})
    solid = {
        name: re.compile("|".join(re.escape(word) for word in sorted(words, key=len)))
        for name, every in lists.items()
        if (words := {word for word in every if _SOLID.search(word) and len(word) > 1})
    }
    scripts = [
        Script(
            name,
            re.compile(f"[{data['script']['signs']}]"),
            data["script"]["share"],
            tuple((key, frozenset(signs)) for key, signs in data.get("variants", {}).items()),
        )
        for name, data in zip(names, files, strict=True)
        if "script" in data
    ]
    return Vocabulary(
        solid=solid,
        compounds={
            name: tuple(
                key(word)
                for data in files
                if data.get("compounds")
                for word in data.get(name, ())
                if len(word) > 3 and " " not in word
            )
            for name in ("roles", "organisations", "schools", "degrees")
        },
        fields={
            word: name
            for data in files
            for name, words in data.get("fields", {}).items()
            for word in words
        },
        titles={
            name: frozenset(
                key(title) for kind in data.get("sections", {}).values() for title in kind
            )
            for name, data in zip(names, files, strict=True)
        },
        eras={era: year for data in files for era, year in data.get("eras", {}).items()},
        scripts=tuple(sorted(scripts, key=lambda script: script.share)),
        stopwords={
            name: frozenset(data["stopwords"])
            for name, data in zip(names, files, strict=True)
            if data.get("stopwords")
        },
        months=months,
        sections=sections,
        labels={name: frozenset(words) for name, words in labels.items()},
        networks=networks,
        lists=lists,
        head_last=frozenset(heads["last"]),
        head_first=frozenset(heads["first"]),
    )


def _load(path: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return data


_TITLE = 3
"""How many small words a section title counts for."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language of `text` by its script or its small words, or "" where that is not clear."""
    if written := _by_script(text[:20000]):
        return written
    found = [word.casefold() for word in _WORD.findall(text[:20000])]
    known = vocabulary()
    lines = {key(line) for line in text[:20000].split("\n") if 0 < len(line) <= 60}
    scores = {
        name: sum(word in words for word in found) + _TITLE * len(lines & known.titles[name])
        for name, words in known.stopwords.items()
    }
    ranked = sorted(scores, key=lambda name: -scores[name])
    if len(ranked) < 2 or scores[ranked[0]] < 5:
        return ""
    clear = scores[ranked[0]] >= 1.25 * scores[ranked[1]] and scores[ranked[0]] * 25 >= len(found)
    return ranked[0] if clear else ""


def _by_script(text: str) -> str:
    """The language whose characters make up its share of the letters, the rarest script first."""
    letters = [character for character in text.casefold() if character.isalpha()]
    if len(letters) < 20:
        return ""
    for script in vocabulary().scripts:
        found = [letter for letter in letters if script.signs.match(letter)]
        if len(found) >= script.share * len(letters):
            for name, signs in script.variants:
                if sum(letter in signs for letter in found) * 10 >= len(found):
                    return name
            return script.language
    return ""
