"""The scripts of the languages in `languages/`, by whose characters a language is told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.text.words.language_files import LanguageFile


@dataclass(frozen=True, slots=True)
class Script:
    """The characters a language is written in, by which it is told; `share` of all letters.

    Of `never` its words have none, as others of the script do: Bulgarian has "ъ" and no "ы".
    """

    language: str
    signs: re.Pattern[str]
    share: float
    never: frozenset[str]
    variants: tuple[tuple[str, frozenset[str]], ...] = ()


def scripts_of(files: list[LanguageFile]) -> tuple[Script, ...]:
    """The scripts by which languages are told, the rarest first."""
    scripts = [
        Script(
            one.name,
            re.compile(f"[{script['signs']}]"),
            float(script["share"]),
            frozenset(script.get("never", "")),
            tuple((name, frozenset(signs)) for name, signs in one.table("variants").items()),
        )
        for one in files
        if (script := one.table("script"))
    ]
    return tuple(sorted(scripts, key=lambda script: script.share))
