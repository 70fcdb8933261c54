"""What tells a section's title from other lines, for all the rules on unmarked headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from typeset.importers.text.markup.blocks import Block, Heading
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import is_document_title, kinds_of, shown_title
from typeset.importers.text.words.vocabulary import key

ENDS = re.compile(r"[.!?:;,…。！？：—–-][\"”’)»]*$")
"""How a sentence, or a line that leads to the next, ends."""
LONGEST = 70
"""Characters of a title at the most."""
STRUCTURED = frozenset({"work", "education", "skills", "volunteer", "certificates", "awards",
                         "publications", "languages", "references", "interests"})  # fmt: skip
"""Kinds of sections that hold entries or items, not prose."""


def known_title(text: str, record: Record) -> str:
    """The kind of a line that is a section's title as the data has it, or two, and nothing else.

    Of two ("Berufserfahrung / Praktika") it is the first one's.
    """
    title = record.vocabulary.joined(shown_title(unstyle(text)))
    found = record.vocabulary.sections
    if title in found or not _AND.search(title):
        return found.get(title, "")
    kinds = [found.get(part, "") for part in _AND.split(title)]
    return kinds[0] if all(kinds) else ""


_AND = re.compile(r"\s*[/&]\s*")


def label_frames(texts: Iterable[str], record: Record) -> frozenset[str]:
    """The signs that open frames around labels of entries ("【期間】2011年"), and no titles.

    A frame alone on its line is a label too where it stands twice ("【実績】" in each entry), or
    where all of its sign are right under other lines and two known titles have another mark.
    """
    lines = list(texts)
    found = (_FRAMED.match(text) for text in lines)
    heads = ("dates", "role", "organisation")
    labels = {
        match[0][0] for match in found if match and record.vocabulary.column(match[1]) in heads
    }
    places = [at for at, text in enumerate(lines) if _FRAMED_ALONE.fullmatch(text)]
    for sign in sorted({lines[at][0] for at in places} - labels):
        own = [at for at in places if lines[at][0] == sign]
        again = len({lines[at] for at in own}) < len(own)
        if again or (all(at and lines[at - 1] for at in own) and _has_other_mark(lines, record)):
            labels.add(sign)
    return frozenset(labels)


def repeated_labels(texts: Iterable[str]) -> frozenset[str]:
    """What stands before a colon at the beginning of several lines, as labels of entries do.

    "TOOLS: plane, saw" in each of three projects is the title of no section.
    """
    found = Counter(match[1] for text in texts if (match := _LABEL.match(text)))
    return frozenset(label for label, times in found.items() if times > 1)


_LABEL = re.compile(r"([^:]{2,40}):\s")
_FRAMED = re.compile(r"[【［〔《＜]([^】］〕》＞\d]{1,12})[】］〕》＞]\s*(?=\S)")
_FRAMED_ALONE = re.compile(r"[【［〔《＜][^】］〕》＞\d]{1,12}[】］〕》＞]")
_MARKS = "■◆●▼▽□◇◎○★☆▶►◈※❖➤"


def _has_other_mark(lines: list[str], record: Record) -> bool:
    """Whether one mark, and no frame, stands before two known titles at least."""
    known = Counter(
        text[0] for text in lines if text and text[0] in _MARKS and known_title(text, record)
    )
    return any(times > 1 for times in known.values())


def is_marked(block: Block) -> bool:
    """Whether a block is a heading by a mark of its source."""
    return isinstance(block, Heading) and block.marked


def section_headings(blocks: list[Block], record: Record) -> list[Heading]:
    """The headings whose words name sections.

    The first of all names the document where its words could name one: "# Резюме".
    """
    words = record.vocabulary
    found = [(block, unstyle(block.text)) for block in blocks if isinstance(block, Heading)]
    if found and found[0][0] is blocks[0] and is_document_title(found[0][1], words):
        del found[0]
    return [block for block, text in found if kinds_of(text, words)]


def is_computing(title: str, above: Block | None, record: Record) -> bool:
    """Whether "IT" or the like is a title of its own: right under one it is a label."""
    return not isinstance(above, Heading) and key(title) in record.vocabulary["computing"]
