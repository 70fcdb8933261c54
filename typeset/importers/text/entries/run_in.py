"""Entries in paragraphs that begin with a bold head: `**Role, Org** (dates): prose`."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import (
    Found,
    RawEntry,
    is_head_line,
)
from typeset.importers.text.markup.blocks import (
    Block,
    Line,
    List,
    Paragraph,
)
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import begins_large

RUN_IN = re.compile(
    r"(\*\*(?:[^*\\]|\\.)+\*\*[^:：*]{0,80}?(?:\(\*[^*()]+\*\))?)"
    r"(?:(?<=[)*\d）])\s*[:：]\s+|(?<=\))\s+[–—-]\s+|(?<=\))\.\s+)(\S.*)",
    re.DOTALL,
)


def by_run_in(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Paragraphs `**Role, Org** (dates): prose`, each an entry."""
    entries: list[RawEntry] = []
    before: list[Block] = []
    said = False
    for block in [part for one in blocks for part in _run_in_parts(one, record)]:
        match = RUN_IN.fullmatch(block.text) if isinstance(block, Paragraph) else None
        only = match is not None and is_only_date(unstyle(match[1]), record.vocabulary)
        run_on = match is not None and not only and not _is_over_label(block, match[1])
        found = match if match and run_on and find_date(match[1], record.vocabulary) else None
        head, rest = (found[1], found[2]) if found else _before_sentence(block, record)
        if rest:
            prose = Paragraph([Line(block.line, rest)])
            entries.append(RawEntry([(block.line, head)], [prose]))
            said = True
        elif isinstance(block, Paragraph) and _is_bold_head(block, record):
            entries.append(RawEntry([(block.line, block.text)]))
        elif entries:
            entries[-1].body.append(block)
        else:
            before.append(block)
    return (before, entries) if said else None


def _is_over_label(block: Block, head: str) -> bool:
    """Whether what looks like a run-in head is one line and the label that begins the next.

    "**2019 – 2021** BA in Art, Bath" over "Thesis (printed): …".
    """
    lines = block.lines if isinstance(block, Paragraph) else []
    if len(lines) < 2 or len(lines[0].text) >= len(head):
        return False
    return lines[0].text.count("**") % 2 == 0 and begins_large(lines[1].text)


def _before_sentence(block: Block, record: Record) -> tuple[str, str]:
    """ "**Role**, Org, 2019 – 2021. What was done.": the head, and what follows its dates."""
    text = block.text if isinstance(block, Paragraph) else ""
    found = find_date(text, record.vocabulary) if _BOLD_PART.match(text) else None
    if not found or found.start == found.end or text[: found.begin].rstrip()[-1:] != ",":
        return "", ""
    finish = found.finish - found.text.endswith(".")  # "2019 – present."
    more, stop, rest = text[finish:].partition(". ")
    again = len(more.split()) <= _LONGEST_DATE and find_date(more, record.vocabulary) is not None
    alone = not more or again  # "and 2022 – 2025"
    head = text[:finish] + more
    return (head, rest.strip()) if stop and alone and is_head_line(head, record) else ("", "")


_LONGEST_DATE = 5
_BOLD_PART = re.compile(r"\*\*[^*]+\*\*, ")


def _is_bold_head(block: Paragraph, record: Record) -> bool:
    """A line that begins in bold and ends in a range of dates: an entry among run-in ones."""
    text = unstyle(block.text)
    found = find_date(text, record.vocabulary)
    ends = found is not None and not re.sub(r"[\W_]", "", text[found.finish :])
    ranged = found is not None and found.start != found.end and found.begin > 0
    return ends and ranged and len(block.lines) == 1 and block.text.startswith("**")


def _run_in_parts(block: Block, record: Record) -> list[Block]:
    """A paragraph whose lines begin entries (`**Name** (date): text`), cut before each of them."""
    lines = block.lines if isinstance(block, Paragraph) else []
    heads = [RUN_IN.fullmatch(line.text) for line in lines]
    starts = [
        at
        for at, head in enumerate(heads)
        if head and find_date(head[1], record.vocabulary)
        and not is_only_date(unstyle(head[1]), record.vocabulary)
    ]  # fmt: skip
    if len(starts) < 2 or starts[0]:
        return [block]
    ends = [*starts[1:], len(lines)]
    return [Paragraph(lines[a:b]) for a, b in zip(starts, ends, strict=True)]


_NAME_AND_END = re.compile(
    r"\*\*(?P<name>[^*\n]+?)[.:：]?\*\*[.:：]?\s+(?P<prose>[^*_].*[.!?])\s+"
    r"(?P<sign>[*_])(?P<meta>[^*_]+)(?P=sign)\.?",
    re.DOTALL,
)


def by_names_and_ends(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Items that begin with a name in bold and end in their period in italics, about prose.

    "**Hill Club.** A club of walkers. *Leeds, May 2018.*": all of a list do, two at least.
    """
    block = blocks[0] if len(blocks) == 1 else None
    items = block.items if isinstance(block, List) else []
    entries: list[RawEntry] = []
    for item in items:
        match = _NAME_AND_END.fullmatch(item.text) if len(item.blocks) == 1 else None
        if not match or not find_date(match["meta"], record.vocabulary):
            return None
        meta = re.split(r"(?<=[\w)]{3})\.\s+(?=[^\W_a-zà-ÿ])", match["meta"].strip().rstrip("."))
        head = [(item.line, match["name"]), *((item.line, part) for part in meta)]
        prose = Paragraph([Line(item.line, match["prose"])])
        record.choose(item.line, "name-and-end", match["name"], "an entry, over its prose")
        entries.append(RawEntry(head, [prose]))
    return ([], entries) if len(entries) > 1 else None
