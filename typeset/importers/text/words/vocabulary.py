"""The words that importers know, merged from the data files in `languages/`.

A document may mix languages (a German letter with an English job title), so all
of them are asked at once. Words are compared by `key`: case, accents' encoding,
punctuation around them and the language's word for "and" make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from typeset.importers.text.words.language_files import LanguageFile, language_files
from typeset.importers.text.words.scripts import COMMAS, SOLID
from typeset.words import clean

_BEFORE = re.compile(r"[\W_]*")
_VOWEL_SIGNS = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
"""Signs that are a part of the letter before them, and no letters."""
_AFTER = re.compile(rf"(?:[^\w)+#%{_VOWEL_SIGNS}]|_)*")


@lru_cache(maxsize=32768)
def key(text: str) -> str:
    """The form in which words are compared: "  Work  Experience: " is "work experience"."""
    if text.isascii() and text.isalpha() and text.islower():
        return text
    return _bare(_folded(text))


def _keys(words: Iterable[str]) -> list[str]:
    """`key` of each: all of a list at once takes a fifth of the time."""
    joined = _folded("\0".join(words))
    return [_bare(word) for word in joined.split("\0")] if joined else []


def _folded(text: str) -> str:
    text = " ".join(clean(text).split()).casefold().replace("’", "'")
    if not text.isascii():  # Turkish has two letters i, which capitals confuse
        text = text.replace("i\u0307", "i").replace("ı", "i")
    return text


def _bare(text: str) -> str:
    """Text without the punctuation around it."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    before, after = _BEFORE.match(text), _AFTER.match(text[::-1])
    begin, end = (before.end() if before else 0), len(text) - (after.end() if after else 0)
    return text[begin:end]


def unaccented(text: str) -> str:
    """Latin letters without their accents, as capitals are often set: "COMPETENCES"."""
    if text.isascii():
        return text
    bare = _ACCENTED.sub(r"\1", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare)


_ACCENTED = re.compile("([A-Za-z])[\u0300-\u036f]+")


def _ampersands(text: str, known: frozenset[str]) -> str:
    return " ".join("&" if word in known else word for word in text.split())


_PARTED = re.compile(rf"[\s{COMMAS}・/／|@(（-]")

# Labels of columns, before those of contacts: "Position" heads a column of roles.
_COLUMNS = ("role", "organisation", "dates", "text", "level", "language", "group", "keywords")


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
    solid: dict[str, tuple[str, ...]] = field(default_factory=dict)
    eras: dict[str, int] = field(default_factory=dict)
    scripts: tuple[Script, ...] = ()
    titles: dict[str, frozenset[str]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    head_last: frozenset[str] = frozenset()
    head_first: frozenset[str] = frozenset()
    short_years: bool = False
    """Whether "2010-11" is a range of years, as it is where "2018-19" stands beside it."""
    short_months: bool = False
    """Whether "Dec 17" is a month of a year, as it is where "Dec 17 – present" stands."""

    def __getitem__(self, name: str) -> frozenset[str]:
        """One of the plain word lists, such as `roles` or `present`."""
        return self.lists.get(name, frozenset())

    @cached_property
    def places(self) -> frozenset[str]:
        """What by itself is a place: a country, a large city, "Remote"."""
        return self["remote"] | self["countries"] | self["cities"]

    @cached_property
    def titles_like(self) -> dict[tuple[str, int], list[tuple[str, str]]]:
        """The titles of sections with their kinds, by their first letters and their lengths."""
        found: dict[tuple[str, int], list[tuple[str, str]]] = {}
        for title, kind in self.sections.items():
            found.setdefault((title[0], len(title)), []).append((title, kind))
        return found

    @cached_property
    def account_names(self) -> frozenset[str]:
        """What an account is at: the networks' names, and words such as "website"."""
        return frozenset(key(name) for name in self.networks.values()) | self["accounts"]

    @cached_property
    def solid_labels(self) -> tuple[tuple[str, str], ...]:
        """Labels that need no sign before their value, the longest first, with their keys."""
        return tuple(
            (word, name)
            for name in ("location", "phone", "email")
            for word in longest_first(self.labels.get(name, ()))
            if len(word) > 1 and SOLID.match(word)
        )

    @cached_property
    def solid_places(self) -> tuple[str, ...]:
        """Names of places in scripts that join the parts of an address without spaces."""
        return tuple(word for word in longest_first(self["countries"]) if SOLID.match(word))

    def compounded(self, name: str, text: str) -> bool:
        """Whether a word of `text` ends in one of the list, in languages that join their words."""
        ends = self.compounds.get(name, ())
        words = [word for word in text.split() if len(word) > 6 and "'" not in word]
        return any(key(word).endswith(ends) for word in words)

    def joined(self, text: str) -> str:
        """`key` with every word for "and" as `&`."""
        return _ampersands(key(text), self["and"])

    def label(self, text: str) -> str:
        """The contact or table key that a label stands for ("Tel." is `phone`), or ""."""
        word = label_key(text)
        return next((name for name, words in self.labels.items() if word in words), "")

    def column(self, text: str) -> str:
        """What a column, or a line of a form, holds by its label ("Position" is a `role`)."""
        word = key(text)
        found = (name for name in _COLUMNS if word in self.labels.get(name, ()))
        return next(found, "") or self.label(text)

    def has(self, name: str, text: str, longest: int = 3) -> bool:
        """Whether `text` holds a word, or a run of up to `longest` words, of the list `name`."""
        known = self[name]
        if SOLID.search(text) and self._has_solid(name, text):
            return True
        words = [key(word) or word for word in text.split()]
        return any(
            " ".join(words[start : start + size]) in known
            for size in range(1, longest + 1)
            for start in range(len(words) - size + 1)
        )

    def _has_solid(self, name: str, text: str) -> bool:
        """Whether a text in a script without spaces holds a word: "高级工程师" holds "工程师".

        What ends as a piece of work or a trade ("医生端项目", "エンジニアリング") is no role, nor
        is one word that ends as an organisation ("青空软件开发中心").
        """
        held = any(word in text for word in self.solid.get(name, ()))
        made = text.endswith(self.solid["works"])
        owner = not _PARTED.search(text) and text.endswith(self.solid["organisations"])
        return held and not (name == "roles" and (made or owner))


def label_key(text: str) -> str:
    """The key of a label; one that is spread to the width of the others ("电　话") is closed."""
    word = key(text)
    return word.replace(" ", "") if SOLID.search(word) else word


@lru_cache(maxsize=256)
def any_of(vocabulary: Vocabulary, name: str) -> str:
    """A pattern of the words of one list, the longest first; "" for an empty list."""
    return "|".join(map(re.escape, longest_first(vocabulary[name])))


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which to try them at one place: a set's own differs between runs."""
    return sorted(words, key=lambda word: (-len(word), word))


_UNACCENTED = ("degrees", "schools", "subjects", "organisations", "roles", "units")
"""Lists whose words are also known without accents, as many type them: "Ingenieria"."""


@cache
def vocabulary() -> Vocabulary:
    """All languages' words; read once, when the first source is."""
    files = language_files()
    names = {name for one in files for name in one.lists if name != "stopwords"}
    lists = {
        name: frozenset(_keys(word for one in files for word in one.lists.get(name, ())))
        for name in names
    }
    for name in _UNACCENTED:
        lists[name] |= frozenset(map(unaccented, lists[name]))
    titles = [
        {kind: _keys(forms) for kind, forms in one.group("sections").items()} for one in files
    ]
    sections: dict[str, str] = {}
    heads: dict[str, set[str]] = {"last": set(), "first": set()}
    labels: dict[str, set[str]] = {}
    for one, kinds in zip(files, titles, strict=True):
        for kind, forms in kinds.items():
            for title in forms:
                sections.setdefault(_ampersands(title, lists["and"]), kind)
                sections.setdefault(unaccented(_ampersands(title, lists["and"])), kind)
            single = {title for title in forms if " " not in title}
            heads[one.values.get("head", "last")] |= single - lists["organisations"]
        for name, forms in one.group("labels").items():
            known = _keys(forms)
            labels.setdefault(name, set()).update(known, map(unaccented, known))
    return Vocabulary(
        stopwords={
            one.name: frozenset(one.lists["stopwords"]) for one in files if one.lists["stopwords"]
        },
        months={
            key(word): number
            for one in files
            for number, forms in enumerate(one.months, 1)
            for word in forms
        },
        sections=sections,
        labels={name: frozenset(words) for name, words in labels.items()},
        networks={site: name for one in files for site, name in one.table("networks").items()},
        lists=lists,
        solid={
            name: tuple(
                word for word in longest_first(words) if len(word) > 1 and SOLID.search(word)
            )
            for name, words in lists.items()
        },
        eras={era: int(year) for one in files for era, year in one.table("eras").items()},
        scripts=_scripts(files),
        titles={
            one.name: frozenset(title for forms in kinds.values() for title in forms)
            for one, kinds in zip(files, titles, strict=True)
        },
        fields={
            word: name
            for one in files
            for name, words in one.group("fields").items()
            for word in words
        },
        compounds={
            name: tuple(
                key(word)
                for one in files
                if one.values.get("compounds") == "true"
                for word in one.lists.get(name, ())
                if len(word) > 3 and " " not in word
            )
            for name in ("roles", "organisations", "schools", "degrees", "subjects")
        },
        head_last=frozenset(heads["last"]),
        head_first=frozenset(heads["first"]),
    )


def _scripts(files: list[LanguageFile]) -> tuple[Script, ...]:
    """The scripts by which languages are told, the rarest first."""
    scripts = [
        Script(
            one.name,
            re.compile(f"[{script['signs']}]"),
            float(script["share"]),
            tuple((name, frozenset(signs)) for name, signs in one.table("variants").items()),
        )
        for one in files
        if (script := one.table("script"))
    ]
    return tuple(sorted(scripts, key=lambda script: script.share))
