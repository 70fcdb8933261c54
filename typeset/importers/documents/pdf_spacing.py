"""How the lines of a column stand: their distances, what space there is, how bullets hang."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from typeset.importers.documents.pdf_lines import WIDE
from typeset.importers.documents.pdf_rows import Line
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.vocabulary import vocabulary

_SPACE = 0.25
"""How much more than their usual distance two lines stand apart where space is meant, in sizes."""
_FEW = 2
_MOST = 0.6


def sets_paragraphs_apart(lines: Sequence[Line], pitches: Mapping[int, float]) -> bool:
    """Whether there is space under titles and before lists, or else between paragraphs."""
    told = list(_told(lines, pitches))
    if told:
        return sum(told) > _MOST * len(told)
    plain = sum(_apart(before, line, pitches) for before, line in _plain(lines))
    return plain >= _FEW


def _told(lines: Sequence[Line], pitches: Mapping[int, float]) -> Iterator[bool]:
    """For each title, and each text over a list, whether there is space under it."""
    for before, line in pairwise(lines):
        if before.page != line.page:
            continue
        over_list = line.mark and not before.mark and before.left < line.left - 1
        titled = before.strong and not line.mark and is_title(before.text)
        if titled or (over_list and not before.strong):
            yield _apart(before, line, pitches)


def _plain(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    for before, line in pairwise(lines):
        alike = before.page == line.page and abs(before.size - line.size) < 0.6
        if alike and not (before.mark or line.mark or before.strong or line.strong):
            yield before, line


def _apart(before: Line, line: Line, pitches: Mapping[int, float]) -> bool:
    usual = pitches.get(round(line.size), 1.3 * line.size)
    return before.base - line.base - usual > _SPACE * line.size


def is_title(text: str) -> bool:
    """Whether a line is a section's title by its words."""
    return len(text) < 40 and bool(kinds_of(text.rstrip(":："), vocabulary()))


def pitches_of(lines: Sequence[Line]) -> dict[int, float]:
    """The usual distance of base lines for each size: the least that is common."""
    found: dict[int, list[float]] = {}
    for before, line in pairwise(lines):
        distance = before.base - line.base
        alike = before.page == line.page and abs(before.size - line.size) < 0.6
        if alike and 0.9 * line.size < distance < 2.2 * line.size:
            found.setdefault(round(line.size), []).append(distance)
    return {size: sorted(all_)[len(all_) // 3] for size, all_ in found.items() if len(all_) > 2}


def are_hanging(lines: Sequence[Line]) -> bool:
    """Whether the second lines of bullets stand under their texts, not under their marks."""
    hung = flush = 0
    for before, line in pairwise(lines):
        if before.mark and not line.mark and before.page == line.page:
            hung += abs(line.left - before.text_left) < 2
            flush += abs(line.left - before.left) < 2 and line.text[:1].islower()
    return hung >= flush


def listed_blocks(lines: Sequence[Line], right: float) -> frozenset[int]:
    """The lines of a narrow column that begin items of a list without bullets.

    In a block that space sets apart every line begins with a capital, and most have room for the
    first word of the next ("Lime mortar" / "Reading old plans"), or all have a label ("Finnish:").
    """
    found: set[int] = set()
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and _in_block(lines, start, index):
            continue
        block = lines[start:index]
        if len(block) > _FEW and all(line.text[:1].isupper() for line in block):
            pairs = list(pairwise(block))
            roomy = sum(not _has_no_room(*pair, right) for pair in pairs)
            labelled = all(_LABELLED.match(line.text) for line in block)
            if labelled or 2 * roomy >= len(pairs):
                found |= {start + at for at, (above, _) in enumerate(pairs, 1)
                          if labelled or not _OPEN.search(above.text)}  # fmt: skip
        start = index
    return frozenset(found)


_LABELLED = re.compile(r"\w[^:：]{1,30}[:：]\s*\S")
_OPEN = re.compile(r"[,;&/(–—-]$|\s[a-zà-ÿ]{1,3}$")
"""How a line ends that goes on: "Reading of" / "Old Plans"."""


def wrapped_blocks(lines: Sequence[Line], right: float) -> frozenset[int]:
    """The lines of a narrow column that go on with the one before, by where they stand.

    In a block that space sets apart no line has room for the first word of the next, though names
    that are listed differ in their widths. Two lines are too few to tell.
    """
    found: set[int] = set()
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and _in_block(lines, start, index):
            continue
        pairs = list(pairwise(lines[start:index]))
        ends = index == len(lines) or _ends(lines, start, index)
        if ends and len(pairs) >= _FEW and all(_has_no_room(*pair, right) for pair in pairs):
            found |= set(range(start + 1, index))
        start = index
    return frozenset(found)


def _in_block(lines: Sequence[Line], start: int, index: int) -> bool:
    """Whether a line stands as those of a block do: as near, at the same edge, in its style."""
    before, line = lines[index - 1], lines[index]
    first = lines[start].base - lines[start + 1].base
    quiet = not any(run.strong for run in line.runs)
    return (
        before.page == line.page
        and not (line.mark or before.mark or line.columns or before.columns)
        and abs(before.left - line.left) < _ALIGNED
        and abs(before.size - line.size) < 0.6
        and abs(before.base - line.base - first) < 0.1 * line.size
        and first < _CLOSE * line.size
        and not (before.strong and quiet)
    )


def _ends(lines: Sequence[Line], start: int, index: int) -> bool:
    """Whether more space stands under a block than between its lines."""
    if index - start < _FEW:
        return False
    inside = lines[start].base - lines[start + 1].base
    below = lines[index - 1].base - lines[index].base
    other = lines[index - 1].page != lines[index].page
    return other or below > inside + _SPACE * lines[start].size


def _has_no_room(before: Line, line: Line, right: float) -> bool:
    if is_contact_line(before.text) or is_contact_line(line.text):
        return False
    if WIDE in before.text + line.text:  # labels in a row
        return False
    return before.right + 0.2 * line.size + line.first_word() > right - 1


_ALIGNED = 2.0
_CLOSE = 1.65
"""How far apart, in sizes, the lines of a block stand at the most."""
