"""Which lines may head an entry, and are no sentence; an entry as such lines over blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.markup.blocks import Block
from typeset.importers.text.markup.inline import masked, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.scripts import begins_large
from typeset.importers.text.words.vocabulary import key, vocabulary

SENTENCE_END = re.compile(r"[.!?;:。！？…][\"”’)»]*$")

_LONGEST_HEAD_WORDS = 16


def ends_sentence(text: str, record: Record) -> bool:
    """Whether a line ends as a sentence does: not in a firm's form ("Ash, Inc.") or in "M.B.A."."""
    last = text.split()[-1:]
    formed = bool(last) and key(last[0]) in record.vocabulary["suffixes"]
    formed = formed or (bool(last) and bool(_INITIALS.fullmatch(last[0])))
    return bool(SENTENCE_END.search(text)) and not formed


_INITIALS = re.compile(r"\(?[A-Z][a-z]?\.(?:[A-Z][A-Za-z]{0,3}\.)+")
_LONGEST_META_LIST = 12


@dataclass
class RawEntry:
    """An entry before its head is read: head lines, the blocks under them, entries inside."""

    head: list[tuple[int, str]]
    body: list[Block] = field(default_factory=list)
    inner: list[RawEntry] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    earlier: str = ""
    """The word that stands for the dates of former roles in one line ("Earlier · Cook")."""
    employer: bool = False
    """Whether the head names the employer alone, and those inside are the roles held there."""

    @property
    def line(self) -> int:
        """The line of the source on which the entry begins."""
        return self.head[0][0]


Found = tuple[list[Block], list[RawEntry]]


_SENTENCE = re.compile(r"(?:(?<=\w{4})|(?<=[)*”»\"'\x00]))(?:[.:]|;(?=\s+[a-zà-ÿ]))(?=\s+\S)")


_LABEL_BEHIND_STOP = re.compile(r"(?<=\w{3})\.\s+(?=[^\W\d_a-z][^\W\d_]+:(?!\S))")
"""The end of a head that a label of one word stands behind: "MA, Moss Inn. Thesis: …"."""


def cut_sentence(text: str, longest: int = _LONGEST_META_LIST) -> tuple[str, str]:
    """A line that goes on behind its head ("Role, Org. What was done."): the head, and the rest.

    The head has `longest` words at the most.
    """
    ends = (end for end in _SENTENCE.finditer(masked(text)) if not _is_within(text, end))
    match = next(ends, None)
    if not match or len(text[: match.start()].split()) > longest:
        return text, ""
    label = _LABEL_BEHIND_STOP.search(text, 0, match.end()) if match[0] == ":" else None
    cut, go_on = label.span() if label else match.span()
    head, rest = text[:cut].strip(), text[go_on:].strip()
    return (head, rest) if head.count("*") % 2 == 0 else (text, "")


def _is_within(text: str, end: re.Match[str]) -> bool:
    """Whether a sign ends no head: a word cut short ("Gebr. Holm"), a label within ("Note: 2").

    So is that of a mark, of what was studied, or of a part that was played.
    """
    before = text[: end.start()]
    if end[0] == ":":
        *others, part = _PARTS.split(before)
        label, words = key(part), vocabulary()
        marked = any(label in words.labels.get(one, ()) for one in ("score", "mark"))
        marked = marked or any(label in words[one] for one in ("majors", "fields_of_study"))
        played = part[:1].islower() and label in words["part_heads"]  # "*Salt*, role: Ada"
        return marked or (bool(others) and played)
    return end[0] == "." and key(before.split()[-1]) in vocabulary()["shortened"]


_PARTS = re.compile(r"\s*(?:[,;|·]|(?<=\s)[–—-](?=\s))\s*")


def is_head_line(text: str, record: Record) -> bool:
    """Whether a line is short enough, and no sentence, to head an entry."""
    pointed = text.startswith("**")
    plain = unlink(unstyle(_POINTED_NAME.sub(r"\1", text) if pointed else text))[0]
    if found := find_date(plain, record.vocabulary):
        ends = "。；" if found.start != found.end else ""  # "2012-2016 青空大学 本科；"
        stop = "." if re.search(r"[^\W\d_]{4}\.$", found.text) else ""  # "2018 to date. Cakes."
        plain = (plain[: found.begin] + stop + plain[found.finish :]).rstrip(f" .{ends}")
    plain = plain.strip(" .")
    if _tells_of_oneself(plain, record) or text.endswith(";"):
        return False
    count = word_count(_SPELLED_OUT.sub("", plain) if "(" in plain else plain)
    wide = pointed or bool(found and _is_parted(plain))
    longest = _LONGEST_HEAD_WORDS + (_LONGEST_META_LIST if wide else 0)
    if (
        count > longest
        or _LABEL_BEHIND_STOP.search(plain)
        or re.search(r"(?<!\b[A-Z])[.!?]\s+\w{2,}|[。！？；]\s*\w|[。！？；]$", outside(plain))
    ):
        return False
    return count <= _LONGEST_META_LIST or not re.search(r";\s+\w{2,}", outside(plain))


def _tells_of_oneself(text: str, record: Record) -> bool:
    """Whether a text, its date apart, begins as a sentence on oneself: "I was a clerk at Holm"."""
    first, *others = text.split(maxsplit=2)[:2] or [""]
    told = bool(others) and others[0][:1].islower()
    return told and key(first) in record.vocabulary["tellers"]


def _is_parted(text: str) -> bool:
    """Whether commas part a text into names: degree, school with its long name, town, grade."""
    parts = [words for part in outside(text).split(",") if (words := part.split())]
    large = sum(begins_large(part[0].lstrip("\"'«“„(")) for part in parts)
    return len(parts) > 2 and all(len(part) <= _LONGEST_PART for part in parts) and large > 2


_LONGEST_PART = 8
_SPELLED_OUT = re.compile(r"(?<=[A-Z]{3})\s?\([A-ZÀ-Þ][^()]*\)")
"""What initials stand for: "NRH (National Railway Heritage Society)" is as short as they are."""


_POINTED_NAME = re.compile(
    r"^(\*\*(?:\[?[^*\s.]+(?: [^*\s.]+){0,2}|(?:19|20)\d\d\b[^*.]{0,60}))"
    r"\.(?=\*\*|\]\([^()]*\)\*\*)"
)
"""What ends in a point in bold: a name ("**Moss Labs.** *Cook*"), "**2019 – BA in Art.** Bath"."""
LABELLED = re.compile(r"(?:\*\*)?[^\W\d_a-z][\w&/+-]*(?: [\w&/+-]+){0,2}\s?:(?:\*\*)?\s+\S")
"""A line that begins with a label: "Kitchen staff: four"."""


def is_own_line(text: str, record: Record) -> bool:
    """Whether a line under a bullet is none of it: a section's title, a label, a dated head."""
    return (
        (begins_large(text) and _is_title(text, record))
        or bool(LABELLED.match(text))
        or is_dated_head(text, record)
        or bool(_TITLED_YEAR.fullmatch(text))
        or _is_placed_name(text, record)
    )


def _is_title(text: str, record: Record) -> bool:
    words = record.vocabulary
    others = (words["miscellany"], words["other_sections"], words["pursuits"])
    return words.joined(unstyle(text)) in words.sections or any(key(text) in one for one in others)


def is_open(text: str, record: Record) -> bool:
    """Whether a line cannot be the last of its text: a bracket is open, a small word ends it."""
    plain = unstyle(text).rstrip()
    last = plain.split()[-1] if plain else ""
    small = last in record.vocabulary.small_words
    return small or plain.count("(") > plain.count(")") or plain.endswith((",", "-"))


def _is_placed_name(text: str, record: Record) -> bool:
    """Whether a line is a name in bold and a known place: "**Moss Labs**, Leeds, UK"."""
    match = _PLACED.fullmatch(text.strip())
    where = match[1] if match else ""
    return 0 < len(where.split()) <= _LONGEST_PLACE and is_place(where, record)


_PLACED = re.compile(r"\*\*[^*]+,?\*\*\s*[,|·–—-]?\s+\(?([^\d()]+)\)?")
_LONGEST_PLACE = 4


_TITLED_YEAR = re.compile(r"[A-Z][\w'’-]*(?: [\w'’&-]+){0,5} [–—-] (?:19|20)\d\d")
"""A name and its year: "Published works - 2017"."""


def is_dated_head(text: str, record: Record) -> bool:
    """Whether a line has a range of dates and words beside it, and is no sentence."""
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    ranged = found is not None and found.start != found.end and len(plain) > len(found.text) + 2
    head = is_head_line(text, record) and not SENTENCE_END.search(plain)
    return ranged and head and not plain[:1].islower()


def outside(text: str) -> str:
    """Text without what brackets hold, and without the points of abbreviations.

    These are short words, or are known: "stellv. Leiterin".
    """
    shown = masked(text)
    return _SHORTENED.sub(_without_point, shown) if "." in shown else shown


_SHORTENED = re.compile(r"((?<![-.])(?:\b\w{1,4}\.)+)(?=\s)|\b(\w{5,})\.(?=\s)")


_SHORTEST_TOWN = 4
"""Letters of a word behind whose full stop `cut_sentence` cuts."""


def _without_point(found: re.Match[str]) -> str:
    if found[1]:
        word = found[1].removesuffix(".")
        town = len(word) == _SHORTEST_TOWN and key(word) in vocabulary()["cities"]
        return found[0] if town else ""  # "Baker at Holm, Bern. Nights and …"
    return found[2] if key(found[2]) in vocabulary()["shortened"] else found[0]
