"""Short forms that a posting explains itself: `continuous integration (CI)`, `CI (…)`."""

from __future__ import annotations

import re

from typeset.tailor.posting.cutting import unmarked
from typeset.tailor.posting.language import Language

_SHORT = r"[A-Z][A-Z0-9&/]{1,6}s?"
_AFTER = re.compile(rf"\(({_SHORT})\)")
_BEFORE = re.compile(rf"\b({_SHORT})\s\(([^()]{{5,80}})\)")
_WORD = re.compile(r"[\w'’-]+")
_REACH = 120
"""Characters before a bracket in which its long form begins."""


def explained(text: str, known: Language) -> dict[str, str]:
    """The long form of each short form, where the words begin with its letters in order."""
    found: dict[str, str] = {}
    text = unmarked(text)
    for match in _AFTER.finditer(text):
        reach = text[max(0, match.start() - _REACH) : match.start()]
        before = _WORD.findall(re.split(r"[,;:.()\n]", reach)[-1])
        endings = [before[-size:] for size in range(1, min(len(before), 9) + 1)]
        exact = [words for words in endings if _begins(words, match[1], known)]
        loose = [words for words in endings if _among(words, match[1], known)]
        if exact or loose:
            most = max(loose, key=lambda words: len(_initials(words, known)[0]), default=[])
            found.setdefault(match[1], " ".join(exact[0] if exact else most))
    for match in _BEFORE.finditer(text):
        words = _WORD.findall(match[2])
        if _begins(words, match[1], known):
            found.setdefault(match[1], " ".join(words))
    return found


def _begins(words: list[str], short: str, known: Language) -> bool:
    """Whether the words' first letters are those of `short`, small words counting or not."""
    telling, every = _initials(words, known)
    return _letters(short) in (telling, every)


def _among(words: list[str], short: str, known: Language) -> bool:
    """Whether the first letters are among those of `short`, in order, its first one too.

    An English short form stands after words of another language: "statistische
    Prozessregelung (SPC)".
    """
    telling, _ = _initials(words, known)
    letters = _letters(short)
    rest = iter(letters)
    return len(telling) > 1 and telling[0] == letters[0] and all(one in rest for one in telling)


def _letters(short: str) -> str:
    return re.sub(r"[^a-z0-9]", "", short.removesuffix("s").casefold())


def _initials(words: list[str], known: Language) -> tuple[str, str]:
    """The first letters of the words, without those of small words and with them."""
    parts = [part.casefold() for word in words for part in re.split("[-'’]", word) if part]
    telling = [part for part in parts if part not in known.stops]
    return "".join(part[0] for part in telling), "".join(part[0] for part in parts)
