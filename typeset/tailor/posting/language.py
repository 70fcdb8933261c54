"""What is known of job postings in a language: one data file each in `languages/`.

Stems come from Snowball, small words from the stopwords-iso collection; both know more
languages than have a file here. A file says what only job postings need: words that every
posting has, titles of its parts, phrases that announce a wish or a formality.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from typeset.words import clean

_FOLDER = Path(__file__).parent / "languages"


def fold(word: str) -> str:
    """A word as lists hold it: case folded, the apostrophe straight."""
    return clean(word).casefold().replace("’", "'").replace("‑", "-")


@dataclass(frozen=True)
class Language:
    """One language's words, all folded. An unknown language has empty lists.

    `stops`: small words, between which terms stand. `generic`: words that say nothing of
    this posting ("team"); they end a term, too. `weak`: words that are a term beside
    another only ("control *systems*"). `phrases`: terms made of such words all the same.
    `links`: small words that may stand within a term ("gestion *de* projet"). `joins`: what
    joins the items of a list. `subjects`: what a verb follows. `names`: words that are names
    when written just so ("Go").
    `zones`: what the titles of a posting's parts hold, by the part. `wishes`, `formal`: what
    makes a sentence a wish, or a formality; `rather`: what makes a wish of the words after it.
    `labels`: what introduces a fact of the posting on a line of its own. `legal`: what ends a
    firm's name.
    The switches: whether words are joined, nouns have capitals, articles are written to
    nouns, a phrase begins with its head, no spaces part words.
    """

    code: str
    stops: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()
    links: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    wishes: tuple[str, ...] = ()
    formal: tuple[str, ...] = ()
    rather: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    legal: frozenset[str] = frozenset()
    zones: dict[str, tuple[str, ...]] = field(default_factory=dict)
    labels: dict[str, frozenset[str]] = field(default_factory=dict)
    compounds: bool = False
    nouns_capital: bool = False
    elision: bool = False
    head_first: bool = False
    solid: bool = False

    @cached_property
    def _stemmer(self) -> Any:
        import snowballstemmer

        try:
            return snowballstemmer.stemmer(_SNOWBALL[self.code])
        except KeyError:
            return None

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {}

    def stem(self, word: str) -> str:
        """The stem of a folded word; the word itself where the language has no stemmer."""
        if self._stemmer is None:
            return word
        if word not in self._stems:
            self._stems[word] = self._stemmer.stemWord(word)
        return self._stems[word]

    @cached_property
    def weak_stems(self) -> frozenset[str]:
        """The stems of the weak words."""
        return frozenset(map(self.stem, self.weak))

    @cached_property
    def wholes(self) -> frozenset[str]:
        """The phrases that are one run without spaces."""
        return frozenset(phrase[0] for phrase in self.phrases if len(phrase) == 1)

    @cached_property
    def listed_words(self) -> re.Pattern[str]:
        """The phrases and general words of a script without spaces, the longest first."""
        words = sorted(
            self.wholes | {w for w in self.generic if len(w) > 1}, key=lambda w: (-len(w), w)
        )
        return re.compile(f"({'|'.join(map(re.escape, words))})") if words else re.compile("(?!)")


_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""Snowball's stemmers by ISO 639-1."""


def language(tag: str) -> Language:
    """What is known of a BCP 47 tag's language; English where there is no tag."""
    return _load((tag or "en").replace("_", "-").split("-")[0].lower())


@cache
def _load(code: str) -> Language:
    import stopwordsiso

    common, own = _data("common"), _data(code)

    def listed(name: str) -> list[str]:
        return [fold(str(word)) for data in (common, own) for word in data.get(name) or ()]

    stops = stopwordsiso.stopwords("no" if code in ("nb", "nn") else code)
    if own.get("solid"):  # a single character is part of many words
        stops = {word for word in stops if len(word) > 1}
    return Language(
        code=code,
        stops=frozenset(map(fold, stops)) - frozenset(listed("meaningful")),
        generic=frozenset(listed("generic")),
        weak=frozenset(listed("weak")),
        phrases=frozenset(tuple(phrase.split()) for phrase in listed("phrases")),
        links=frozenset(listed("links")),
        joins=frozenset(listed("joins")),
        names=frozenset(str(name) for name in common.get("names", ())),
        wishes=tuple(listed("wishes")),
        formal=tuple(listed("formal")),
        rather=tuple(listed("rather")),
        subjects=frozenset(listed("subjects")),
        legal=frozenset(common.get("legal", ())),
        zones={name: tuple(map(fold, held)) for name, held in own.get("zones", {}).items()},
        labels={name: frozenset(map(fold, held)) for name, held in own.get("labels", {}).items()},
        **{
            name: bool(own.get(name))
            for name in ("compounds", "nouns_capital", "elision", "head_first", "solid")
        },
    )


def _data(name: str) -> dict[str, Any]:
    path = _FOLDER / f"{name}.yaml"
    if not name.isalpha() or not path.is_file():
        return {}
    data: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return data
