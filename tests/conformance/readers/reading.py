"""How a program's reading of a PDF stands to its Document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from typeset.document import Document, reading_order
from typeset.words import differences, words


class Kept(IntEnum):
    """How much of the order a reading keeps; of the words, all but the last keep every one."""

    ORDER = 2
    """The Document's order."""
    WORDS = 1
    """Every word, once."""
    LOST = 0
    """Words are missing, or read more than once."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was kept, and which words were lost, added or moved."""

    kept: Kept
    words: tuple[str, ...] = ()


def judge(pages: Sequence[str], document: Document) -> Reading:
    """How the text of `pages` stands to `document`."""
    expected = _words(reading_order(document))
    found = _unjoined(_without_running_lines(pages, document), document)
    if found == expected:
        return Reading(Kept.ORDER)
    lost, added = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    if lost or added:
        return Reading(Kept.LOST, (*lost.elements(), *added.elements()))
    missing, _ = differences(expected, found)
    return Reading(Kept.WORDS, tuple(missing))


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in words(text)]


def _without_running_lines(pages: Sequence[str], document: Document) -> Iterator[str]:
    """The words of all pages; from page two on without the name or title and the number."""
    head = words(document.head.name) or words("".join(run.text for run in document.title))
    for number, text in enumerate(pages, 1):
        found = words(text)
        one, of_all = [str(number)], [str(number), str(len(pages))]
        running = ([[*head, *of_all]], [[*head, *one]], [head, of_all], [head, one], [of_all])
        kept = (_cut(pieces, found) for pieces in running if number > 1)
        yield from next((rest for rest in kept if rest is not None), found)


def _cut(pieces: Iterable[list[str]], found: list[str]) -> list[str] | None:
    """`found` without the last place of each piece; none where one is not there."""
    rest = list(found)
    for piece in pieces:
        places = range(len(rest) - len(piece), -1, -1)
        place = next((at for at in places if rest[at : at + len(piece)] == piece), None)
        if place is None:
            return None
        del rest[place : place + len(piece)]
    return rest


def _unjoined(found: Iterable[str], document: Document) -> list[str]:
    """With words apart that poppler joins: it takes a hyphen at a line's end for its own."""
    text = " ".join(reading_order(document))
    known, before_hyphen = set(words(text)), words(" ".join(re.findall(r"\S+(?=-)", text)))
    parted: list[str] = []
    for word in found:
        starts = (start for start in before_hyphen if word.startswith(start))
        cut = next((len(start) for start in starts if word[len(start) :] in known), len(word))
        parted += [word] if word in known else [word[:cut], word[cut:]] if word[cut:] else [word]
    return parted
