"""The lines of a posting, each with how much it matters: a requirement more than a fruit basket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.tailor.posting.cutting import ADDRESS, unmarked
from typeset.tailor.posting.language import Language, fold

WEIGHTS = {
    "title": 1.6,
    "requirements": 1.5,
    "tasks": 1.2,
    "other": 1.0,
    "wishes": 0.7,
    "about": 0.35,
    "formal": 0.0,
}
"""How much a term counts by the part of the posting that it stands in."""

_ORDER = ("formal", "wishes", "requirements", "tasks", "about")
"""Which part a title tells, where it holds the words of two: "Benefits of your role"."""

_BULLET = re.compile(r"^\s*(?:[-*+•●▪◦‣·–✓✔]|\d{1,2}[.)])\s+")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_BOLD = re.compile(r"(?:\*\*|__)(.+)(?:\*\*|__)\s?:?")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|(?=;)|(?<=[。！？；])")
_LABEL = re.compile(r"\s*(?:[-*•]\s+)?([^:：]{2,40}?)\s*[:：]\s*(\S.*)$")
_FACTS = re.compile(r"\s[·|•–—]\s")
"""What parts the facts of a job on one line: its place, its hours, its pay."""
_LONGEST_TITLE = 60
"""Characters: what is longer and unmarked is a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or bullet of a posting, by its line (from 1), and the part it belongs to."""

    text: str
    line: int
    zone: str

    @property
    def weight(self) -> float:
        return WEIGHTS[self.zone]


def label_of(line: str, known: Language) -> tuple[str, str]:
    """A label's name and what follows it, or two empty texts."""
    if match := _LABEL.match(unmarked(line)):
        word = fold(match[1]).strip(" *")
        for name, labels in known.labels.items():
            if word in labels:
                return name, match[2].strip()
    return "", ""


def title_of(lines: list[str], known: Language) -> int:
    """The index of the line that a posting opens with as its title; -1 where it has none."""
    for index, line in enumerate(lines):
        if line.strip():
            text = unmarked(line).strip()
            marked = bool(_marked(line))
            short = len(text) <= 2 * _LONGEST_TITLE and not re.search(r"[.!?。:：]$", text)
            if _told(_heading(line), known) or label_of(line, known)[0]:
                return -1
            return index if marked or (short and not _BULLET.match(line)) else -1
    return -1


def bare_title(line: str) -> str:
    """The words of a title without its marks."""
    return _heading(line) or unmarked(line).strip()


def sentences(posting: str, known: Language) -> Iterator[Sentence]:
    """The sentences of a posting, in order, without its headings and labelled facts.

    What stands before the first part that has a title is about the employer.
    """
    lines = posting.split("\n")
    title = title_of(lines, known)
    headings = {
        index: zone
        for index in range(len(lines))
        if index != title and (zone := _zone_from(lines, index, known))
    }
    first = min(headings, default=len(lines))
    zone = "about" if any(told != "other" for told in headings.values()) else "other"
    for index, line in enumerate(lines):
        name, value = label_of(line, known)
        if index == title:
            yield Sentence(bare_title(line), index + 1, "title")
        elif name:
            if name == "role":
                yield Sentence(value, index + 1, "title")
        elif _FACTS.search(line) and not re.search(r"[.!?]\s*$", line) and index < first:
            continue
        elif index in headings:
            zone = headings[index]
        elif line.strip():
            yield from _sentences(line, index + 1, zone, known)


def _zone_from(lines: list[str], index: int, known: Language) -> str:
    """The part that begins with this line; empty where it is no heading."""
    if not lines[index].strip() or label_of(lines[index], known)[0]:
        return ""
    if heading := _heading(lines[index]):
        return _told(heading, known) or "other"
    return _told(lines[index], known) if _is_bare_heading(lines, index) else ""


def _sentences(line: str, number: int, zone: str, known: Language) -> Iterator[Sentence]:
    for text in _SENTENCE.split(_BULLET.sub("", line, count=1)):
        opening, _, rest = text.partition(":")
        told = _told(opening, known) if rest.strip() and len(opening) <= _LONGEST_TITLE else ""
        if told in ("formal", "wishes"):  # "Nice to have: Kafka"
            yield Sentence(rest, number, told)
            continue
        folded = fold(text)
        if ADDRESS.search(text) or any(phrase in folded for phrase in known.formal):
            yield Sentence(text, number, "formal")
        elif zone != "formal" and any(phrase in folded for phrase in known.wishes):
            yield Sentence(text, number, "wishes")
        else:
            before, after = _at_wish(text, known)
            yield Sentence(before, number, zone)
            if after:
                yield Sentence(after, number, "formal" if zone == "formal" else "wishes")


def _at_wish(text: str, known: Language) -> tuple[str, str]:
    """The text before a word such as "ideally", and the rest from it on."""
    if known.rather:
        words = "|".join(map(re.escape, known.rather))
        if match := re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
            return text[: match.start()], text[match.start() :]
    return text, ""


def _heading(line: str) -> str:
    """The words of a line marked as a heading, or with nothing after a colon."""
    if marked := _marked(line):
        return marked
    text = unmarked(line).strip()
    if text.endswith((":", "：")) and len(text) <= _LONGEST_TITLE and not _BULLET.match(line):
        return text.rstrip(":：")
    return text[1:-1] if re.fullmatch("[【\\[].{1,30}[】\\]]", text) else ""


def _marked(line: str) -> str:
    """The words of a heading in Markdown, or of a line that is bold throughout."""
    line = line.strip()
    match = _HEADING.match(line.rstrip("# ")) or _BOLD.fullmatch(line)
    return unmarked(match[1]).strip() if match else ""


def _is_bare_heading(lines: list[str], index: int) -> bool:
    """Whether a short line stands where a heading would: after a blank line, before a text."""
    text = lines[index].strip()
    alone = index == 0 or not lines[index - 1].strip()
    return (
        alone
        and len(text) <= _LONGEST_TITLE
        and not _BULLET.match(lines[index])
        and not re.search(r"[.!,;。、]$", text)
        and any(line.strip() for line in lines[index + 1 : index + 3])
    )


def _told(title: str, known: Language) -> str:
    """The part that a title tells of, or an empty text."""
    folded = fold(title)
    for zone in _ORDER:
        for words in known.zones.get(zone, ()):
            if re.search(rf"(?<!\w){re.escape(words)}", folded) or (
                known.solid and words in folded
            ):
                return zone
    return ""
