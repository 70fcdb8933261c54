"""Text cut into clauses of words as job postings write them: `C++`, `.NET`, `CI/CD`, `ISO 9001`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from typeset.tailor.posting.language import Language, fold
from typeset.words import clean

_MARKUP = re.compile(
    r"<!--.{0,200}?-->|`|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|\[(?=[^]\[]{0,300}\]\()"
)
_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![^\s@,;<>()])[^\s@,;<>()]{1,64}@[\w.-]+")
"""Where to click or write: no word of it is a term."""
SEXES = re.compile(r"\s?[(\[]\s?(?:[mwfhdxi]\s?[/|,]\s?)+[mwfhdxi]\s?[)\]]", re.IGNORECASE)
"""Who may apply: (m/w/d), (H/F)."""
_GENDERS = re.compile(
    r"(?<=[^\W\d_]{3})(?:[/*:_]-?|\(-?)(?:a|as|in|innen|e|es|ne|trice)\b\)?",
    re.IGNORECASE,
)
"""The other form of a word for a person: jefe/a, Ingenieur:in."""

SOLID = (
    "\u0e00-\u0e7f\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
"""Characters of scripts written without spaces, as in a regular expression's class."""

_WORD = re.compile(
    rf"""
      [{SOLID}]+
    | (?:(?<![\w.)])\.(?=[A-Za-z]))?              # .NET
      (?:[A-Z]{{1,4}}(?:/[A-Z0-9]{{1,5}})+(?!\w)  # CI/CD, S/4HANA, A/B
      | (?:(?![{SOLID}])[\w+\#])+
        (?: (?: \.(?=[^\W\d_]) | (?<=\d)\.(?=\d)  # Node.js, 6.3
              | [&'’](?=\w) | [-‐‑](?=\w) )         # R&D, test-driven
            (?:(?![{SOLID}])[\w+\#])+ )* )
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?•●▪|\n。！？]")
_SIGN = re.compile(r"[+#&/]|\d|^\.|\w\.\w")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as written, and folded."""

    text: str
    folded: str
    first: bool
    """Whether it begins a sentence or line, where every word may have a capital."""

    @property
    def acronym(self) -> bool:
        """Whether capitals make the word: `SQL`, `APIs`, `SaaS`, `B2B`."""
        capitals = sum(c.isupper() for c in self.text)
        inner = any(c.isupper() for c in self.text[1:])
        return inner and (2 * capitals >= len(self.text) or not self.text[1:].isupper())

    @property
    def signed(self) -> bool:
        """Whether signs or digits make the word: `C++`, `CI/CD`, `.NET`, `H2O`."""
        return bool(_SIGN.search(self.text)) and any(c.isalpha() for c in self.text)

    @property
    def parts(self) -> list[Word]:
        """What hyphens join in it; itself where none does."""
        if "-" not in self.folded:
            return [self]
        parts = [part for part in re.split("[-‐‑]", self.text) if part]
        return [Word(part, fold(part), self.first) for part in parts]

    @property
    def solid(self) -> bool:
        """Whether it is a run of characters written without spaces."""
        return bool(re.match(f"[{SOLID}]", self.text))


def unmarked(text: str) -> str:
    """A line of Markdown as its words, without where its links lead."""
    return ADDRESS.sub(" ; ", _MARKUP.sub("", _TARGET.sub("", clean(text))))


def clauses(text: str, known: Language) -> Iterator[list[Word]]:
    """The words of a line or text, parted where punctuation parts them."""
    text = _GENDERS.sub("", SEXES.sub(" ;", unmarked(text)))
    if text.isupper() and len(text.split()) > 1:  # a title in capitals has no acronyms to tell
        text = text.lower()
    found: list[Word] = []
    end, first = 0, not (known.solid or text.startswith(";"))
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        if between.strip() or "\n" in between:
            if found:
                yield _single(found)
            found = []
            first = first or bool(not known.solid and _SENTENCE_END.search(between))
        for word in _parted(match[0], known):
            found.append(Word(word, fold(word).rstrip("'"), first))
            first = False
        end = match.end()
    if found:
        yield _single(found)


def _single(clause: list[Word]) -> list[Word]:
    """The clause; the only word of one has a capital of its own ("Go, Python")."""
    return [replace(clause[0], first=False)] if len(clause) == 1 else clause


def _parted(word: str, known: Language) -> list[str]:
    """French and Italian write an article to its noun; English, whose a thing is."""
    parts = re.split("['’]", word)
    if len(parts) > 1 and known.elision:
        return [f"{part}'" for part in parts[:-1]] + parts[-1:]
    if len(parts) == 2 and parts[1] in ("s", "S") and fold(word) not in known.stops:
        return parts[:1]
    if known.compounds and fold(word.rpartition("-")[2]) in known.generic and "-" in word:
        return [word.rpartition("-")[0]]  # SQL-Kenntnisse
    return [word]
