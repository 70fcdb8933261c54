"""Whether a letter is by the person whose résumé goes with it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from typeset.problems import Problem, Severity, Span
from typeset.profile.model import Profile


def other_names(letter: Profile, name: str, path: Path) -> list[Problem]:
    """A warning for each name in the letter that is not the résumé's, `name`.

    A title before it, a middle name, initials and missing accents do not count, nor does
    a name in another script.
    """
    signature = letter.letter.signature if letter.letter else ""
    signed = signature.strip(" \\").split("\n")[0]
    return [
        Problem(
            "other-name",
            f"the letter is {what} {found!r}, the résumé by {name!r}",
            Severity.WARNING,
            Span(str(path)),
        )
        for what, found in (("by", letter.basics.name), ("signed", signed))
        if found and name and not _may_be_one(found, name)
    ]


def _may_be_one(one: str, other: str) -> bool:
    if not _scripts(one) & _scripts(other):
        return True
    few, many = sorted((_words(one), _words(other)), key=len)
    for word in sorted(few, key=len, reverse=True):  # initials take what is left
        match = next((known for known in many if _matches(word, known)), None)
        if match is None:
            return False
        many.remove(match)
    return True


def _matches(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "".join(letters).split()


def _scripts(name: str) -> set[str]:
    return {unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()}
