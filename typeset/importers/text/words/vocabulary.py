"""The words that importers know, merged from the data files in `languages/`.

A document may mix languages (a German letter with an English job title), so all
of them are asked at once. Words are compared by `key`: case, accents' encoding,
punctuation around them and the language's word for "and" make no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from typeset.importers.text.words.date_signs import DATE_SIGNS
from typeset.importers.text.words.folding import bare, folded, keys, unaccented, without_prefix
from typeset.importers.text.words.language_files import LanguageFile, joining_words, language_files
from typeset.importers.text.words.script_signs import Script, scripts_of
from typeset.importers.text.words.scripts import COMMAS, SOLID
from typeset.importers.text.words.title_words import (
    ampersands,
    heads_of_titles,
    in_all_forms,
    kinds_of_titles,
)
from typeset.importers.text.words.unaccented import months, own_months, with_unaccented


@lru_cache(maxsize=32768)
def key(text: str) -> str:
    """The form in which words are compared: "  Work  Experience: " is "work experience"."""
    if text.isascii() and text.isalpha() and text.islower():
        return text
    return bare(folded(text))


_PARTED = re.compile(rf"[\s{COMMAS}・/／|@(（-]")

# Labels of columns, before those of contacts: "Position" heads a column of roles.
_COLUMNS = ("role", "organisation", "dates", "text", "level", "language", "group", "keywords")


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Data of all languages. Sets and mappings hold words in the form of `key`."""

    stopwords: dict[str, frozenset[str]] = field(default_factory=dict)
    joining: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    own_months: dict[str, dict[str, int]] = field(default_factory=dict)
    """Each language's months whose names are another's in others: "listopad"."""
    sections: dict[str, str] = field(default_factory=dict)
    own_sections: dict[str, dict[str, str]] = field(default_factory=dict)
    """Each language's kinds of the titles that mean another thing in others: "cursus"."""
    own_marks: dict[str, frozenset[str]] = field(default_factory=dict)
    """Each language's words behind a year that are another thing in others: "2019 m."."""
    no_roles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Each language's words that are roles in others: "arts" is a doctor to the Dutch."""
    labels: dict[str, frozenset[str]] = field(default_factory=dict)
    networks: dict[str, str] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    solid: dict[str, tuple[str, ...]] = field(default_factory=dict)
    eras: dict[str, int] = field(default_factory=dict)
    scripts: tuple[Script, ...] = ()
    titles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Lines by themselves that tell a language: its titles of sections, its closings of letters."""
    fields: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    """The kinds of titles that are sentences, by the words of these that say what one did."""
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    head_last: frozenset[str] = frozenset()
    head_first: frozenset[str] = frozenset()
    short_years: bool = False
    """Whether "2010-11" is a range of years, as it is where "2018-19" stands beside it."""
    short_months: bool = False
    """Whether "Dec 17" is a month of a year, as it is where "Dec 17 – present" stands."""
    bare_years: bool = False
    """Whether "-18" ends a line as its year, as it does where many do: "Ash Gallery -18"."""
    open_dashes: bool = False
    """Whether "2018– Member" is still going on, as it is where its author writes ranges so."""
    signs: bool = True
    """Whether CJK signs stand in the text."""
    date_signs: frozenset[str] = DATE_SIGNS
    """The signs of dates that stand in the text; see `signs_in`."""

    def __getitem__(self, name: str) -> frozenset[str]:
        """One of the plain word lists, such as `roles` or `present`."""
        return self.lists.get(name, frozenset())

    @cached_property
    def places(self) -> frozenset[str]:
        """What by itself is a place: a country, a large city, "Remote"."""
        return self["remote"] | self["countries"] | self["cities"]

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words of all languages that stand within names and sentences alike: "of", "und"."""
        return frozenset().union(*self.stopwords.values())

    @cached_property
    def account_names(self) -> frozenset[str]:
        """What an account is at: the networks' names, and words such as "website"."""
        return self.network_names | self["accounts"]

    @cached_property
    def network_names(self) -> frozenset[str]:
        """The names of networks: "github", "stack overflow"."""
        return frozenset(map(key, self.networks.values()))

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
        """Whether a word of `text` ends in one of the list, in languages that join their words.

        No town's name is made so: "Minneapolis" is no "polis" of Sweden.
        """
        ends = self.compounds.get(name, ())
        words = [key(word) for word in text.split() if len(bare(word)) > 6 and "'" not in word]
        return any(
            word.endswith(ends) and word not in self.months and word not in self["cities"]
            for word in words
        )

    def joined(self, text: str) -> str:
        """`key` with every word for "and" as `&`."""
        return ampersands(key(text), self["and"])

    def label(self, text: str) -> str:
        """The contact or table key that a label stands for ("Tel." is `phone`), or ""."""
        word = label_key(text)
        return next((name for name, words in self.labels.items() if word in words), "")

    def column(self, text: str) -> str:
        """What a column, or a line of a form, holds by its label ("Position" is a `role`).

        A sign may be one: "%" is over marks.
        """
        word = key(text)
        if not word:
            return next((n for n, words in self.labels.items() if text.strip() in words), "")
        found = (name for name in _COLUMNS if word in self.labels.get(name, ()))
        return next(found, "") or self.label(text)

    def has(self, name: str, text: str, longest: int = 3) -> bool:
        """Whether `text` holds a word, or a run of up to `longest` words, of the list `name`."""
        if SOLID.search(text) and self._has_solid(name, text):
            return True
        found = self[name].intersection(_runs(text, longest))
        return bool(found) and (not found <= self.small_words or _stands_out(text, found))

    def _has_solid(self, name: str, text: str) -> bool:
        """Whether a text in a script without spaces holds a word: "高级工程师" holds "工程师".

        What ends as a piece of work or a trade ("医生端项目", "エンジニアリング") is no role, nor
        is one word that ends as an organisation ("青空软件开发中心"), or begins as one and does not
        end in the role ("株式会社青空パートナーズ").
        """
        held = any(word in text for word in self.solid.get(name, ()))
        made = text.endswith(self.solid["works"])
        firms = self.solid["organisations"]
        owned = text.startswith(firms) and not text.endswith(self.solid.get(name, ()))
        owner = not _PARTED.search(text) and (text.endswith(firms) or owned)
        return held and not (name == "roles" and (made or owner))


def _stands_out(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words, small in other languages, is written as none: "MA", not "ma".

    In capitals all through, only the first word may be: "ÉCOLE DES ARTS", "DES PÉDIATRIE".
    """
    first, *others = [word for word in text.split() if bare(word)] or [""]
    others = [] if text.isupper() else others
    return any(key(word) in words and not word.islower() for word in (first, *others))


@lru_cache(maxsize=8192)
def _runs(text: str, longest: int) -> tuple[str, ...]:
    """The runs of up to `longest` words of a text, which each of the lists is asked for.

    So are those of its words without prefixes, where a script has them.
    """
    words = [key(word) or word for word in text.split()]
    bare = [without_prefix(word) for word in words]
    return tuple(
        " ".join(some[start : start + size])
        for some in ([words] if bare == words else [words, bare])
        for size in range(1, min(longest, len(some)) + 1)
        for start in range(len(some) - size + 1)
    )


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


@cache
def vocabulary() -> Vocabulary:
    """All languages' words; read once, when the first source is."""
    files = language_files()
    lists = _lists(files)
    titles = {
        one.name: {kind: keys(forms) for kind, forms in one.group("sections").items()}
        for one in files
    }
    heads = heads_of_titles(files, titles, lists)
    sections, own_sections = kinds_of_titles(titles, lists["and"])
    own_closings = _own_words(files, "closings")
    return Vocabulary(
        stopwords={
            one.name: frozenset(one.lists["stopwords"]) for one in files if one.lists["stopwords"]
        },
        joining=joining_words(files),
        months=(named := months(files)),
        own_months=own_months(files, named),
        sections=sections,
        own_sections=own_sections,
        own_marks={one.name: frozenset(keys(one.lists.get("own_marks", ()))) for one in files},
        no_roles={one.name: frozenset(keys(one.lists.get("no_roles", ()))) for one in files},
        labels=_labels(files),
        networks={site: name for one in files for site, name in one.table("networks").items()},
        lists=lists,
        solid={
            name: tuple(
                longest_first(word for word in words if len(word) > 1 and SOLID.search(word))
            )
            for name, words in lists.items()
        },
        eras={era: int(year) for one in files for era, year in one.table("eras").items()},
        scripts=scripts_of(files),
        titles={name: own_closings[name].union(*kinds.values()) for name, kinds in titles.items()},
        fields={
            word: name
            for one in files
            for name, words in one.group("fields").items()
            for word in words
        },
        said={
            word: kind
            for one in files
            for kind, words in one.group("said").items()
            for word in keys(words)
        },
        compounds={name: _compounds(files, name) for name in _COMPOUNDED},
        head_last=frozenset(heads["last"]),
        head_first=frozenset(heads["first"]),
    )


def _own_words(files: list[LanguageFile], name: str) -> dict[str, frozenset[str]]:
    """The words of a list that one language alone has: "Cu stimă", but not "Merci"."""
    words = {one.name: frozenset(keys(one.lists.get(name, ()))) for one in files}
    found = Counter(word for own in words.values() for word in own)
    return {
        language: frozenset(word for word in own if found[word] == 1)
        for language, own in words.items()
    }


def _lists(files: list[LanguageFile]) -> dict[str, frozenset[str]]:
    """The plain lists of all languages, each as one."""
    names = {name for one in files for name in one.lists if name != "stopwords"}
    lists = {
        name: frozenset(keys(word for one in files for word in one.lists.get(name, ())))
        for name in names
    }
    for name in (*_OTHER_TITLES, "duties", "pursuits"):
        lists[name] = in_all_forms(lists[name], lists["and"])
    lists["other_titles"] = frozenset().union(*(lists.get(name, ()) for name in _OTHER_TITLES))
    return with_unaccented(lists)


_OTHER_TITLES = ("other_sections", "listings", "memberships", "services", "supervisions")
"""The lists of titles that are of no standard kind, each as a whole."""


def _labels(files: list[LanguageFile]) -> dict[str, frozenset[str]]:
    """The labels of contacts and columns, with and without accents."""
    labels: dict[str, set[str]] = {}
    for one in files:
        for name, forms in one.group("labels").items():
            known = [word or form for word, form in zip(keys(forms), forms, strict=True)]
            labels.setdefault(name, set()).update(known, map(unaccented, known))
    return {name: frozenset(words) for name, words in labels.items()}


_COMPOUNDED = ("roles", "organisations", "schools", "degrees", "subjects", "bodies")
"""Lists whose words other words may end in, in languages that join them."""


def _compounds(files: list[LanguageFile], name: str) -> tuple[str, ...]:
    """The words of a list that end others, of the languages that join their words."""
    return tuple(
        key(word)
        for one in files
        if one.values.get("compounds") == "true"
        for word in one.lists.get(name, ())
        if len(word) > 3 and " " not in word
    )
