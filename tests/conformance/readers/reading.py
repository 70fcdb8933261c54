"""How a program's reading of a PDF stands to its Document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

from typeset.document import Document, reading_order
from typeset.document.model import Entry, Head
from typeset.document.reading import columns
from typeset.words import differences, words

Beside = Literal["dates", "titles", "contacts"]
"""What a theme may set beside the text: a program that looks for columns reads it as one."""


class Kept(IntEnum):
    """How much of the order a reading keeps; of the words, all but the last keep every one."""

    ORDER = 3
    """The Document's order."""
    TEXT = 2
    """The Document's order but for what stands beside the text, such as dates at the edge."""
    WORDS = 1
    """Every word, once."""
    LOST = 0
    """Words are missing, or read more than once."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was kept, and which words were lost, added or moved."""

    kept: Kept
    words: tuple[str, ...] = ()


def judge(pages: Sequence[str], document: Document, beside: frozenset[Beside]) -> Reading:
    """How the text of `pages` stands to `document`; `beside` is what its theme sets so."""
    expected = _words(reading_order(document))
    found = _unjoined(_without_running_lines(pages, document), document)
    if found == expected:
        return Reading(Kept.ORDER)
    lost, added = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    if lost or added:
        return Reading(Kept.LOST, (*lost.elements(), *added.elements()))
    in_order = all(_is_within(_words(flow), found) for flow in _flows(document, beside))
    missing, _ = differences(expected, found)
    return Reading(Kept.TEXT if in_order else Kept.WORDS, tuple(missing))


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


def _without(document: Document, beside: frozenset[Beside]) -> Document:
    """The document without the texts that stand beside others."""
    sections = [replace(s, title=()) if "titles" in beside else s for s in document.sections]
    if "dates" in beside:
        sections = [replace(s, entries=tuple(map(_undated, s.entries))) for s in sections]
    head = document.head
    head = replace(head, contacts=()) if "contacts" in beside else head
    return replace(document, head=head, sections=tuple(sections))


def _flows(document: Document, beside: frozenset[Beside]) -> list[list[str]]:
    """The texts that are one flow on the page: head and both columns where there are two."""
    rest = _without(document, beside)
    if not document.aside:
        return [list(reading_order(rest))]
    nobody = Head("")
    head = reading_order(replace(rest, sections=()))
    return [list(head), *columns(replace(rest, head=nobody, title=()))]


def _undated(entry: Entry) -> Entry:
    return replace(entry, dates="", parts=tuple(map(_undated, entry.parts)))


def _is_within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether `part` is what is left of `whole` when some words are taken out."""
    rest = iter(whole)
    return all(word in rest for word in part)
