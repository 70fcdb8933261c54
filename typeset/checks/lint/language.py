"""What the rules know of a language: one data file each in `languages/`; adding one is no code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "languages"


@dataclass(frozen=True)
class Words:
    """Lists of words and phrases, in lower case. An unknown language has empty ones.

    `weak`: how duties begin that tell nothing done. `articles`: what begins a noun.
    `verbs`: what begins what was done. `past`: their common ending.
    `first`, `third`: pronouns of a person. `doubled`: words that may follow themselves.
    `blanks`: what stands in brackets where something is to be filled in.
    `template`: the texts of `typeset new`, which are to be written over.
    `partly`: what says that a position was not the only one.
    `naming`: what comes before the name of the firm that one applies to.
    """

    weak: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    past: tuple[str, ...] = ()
    first: frozenset[str] = frozenset()
    third: frozenset[str] = frozenset()
    doubled: frozenset[str] = frozenset()
    blanks: frozenset[str] = frozenset()
    template: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()
    naming: tuple[str, ...] = field(default=())


def words_of(lang: str) -> Words:
    """The words of a BCP 47 tag; English where there is no tag."""
    return _load((lang or "en").replace("_", "-").split("-")[0].lower())


@cache
def _load(base: str) -> Words:
    path = _FOLDER / f"{base}.yaml"
    if not base.isalpha() or not path.is_file():
        return Words()
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.SafeLoader)

    def listed(name: str) -> frozenset[str]:
        given: Iterable[str] = data.get(name) or ()
        return frozenset(str(word).lower() for word in given)

    return Words(
        **{
            name: listed(name)
            for name in ("weak", "articles", "verbs", "first", "third", "doubled", "blanks")
        },
        template=listed("template"),
        partly=listed("partly"),
        past=tuple(data.get("past") or ()),
        naming=tuple(data.get("naming") or ()),
    )
