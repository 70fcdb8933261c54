"""Two headings of one level for one entry: whose it was, over its period, and what one was."""

from __future__ import annotations

from dataclasses import replace

from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date

Headed = tuple[Block, list[Block]]
"""A heading, and the blocks under it."""


def with_pairs(headed: list[Headed], record: Record) -> list[Headed]:
    """Headings over nothing but a period, each with the undated one behind it as its second.

    "### Moss Ltd", "###### 2019 – 2022", "### Head of stores", "Kept the stores.": nobody writes
    an entry of a name and a time alone, and the next one of neither. Several do so, or a single
    one of which one of the two names a role or degree.
    """
    firsts = [
        at
        for at in range(len(headed) - 1)
        if _is_period(headed[at][1], record) and _is_undated(headed[at + 1], record)
    ]
    if not firsts or (len(firsts) == 1 and not _tells_post(headed, firsts[0], record)):
        return headed
    result: list[Headed] = []
    for at, (heading, below) in enumerate(headed):
        if at - 1 in firsts:
            continue
        if at in firsts:
            second, text = headed[at + 1]
            assert isinstance(second, Heading)
            record.choose(second.line, "paired-headings", second.text, "an entry's second line")
            below = [*below, replace(second, level=_LOWEST), *text]
        result.append((heading, below))
    return result


_LOWEST = 7
"""A level that is below all that a source has."""


def _is_period(below: list[Block], record: Record) -> bool:
    """Whether all that stands under a heading is a date, as a line or a lower heading."""
    if len(below) != 1 or not isinstance(below[0], (Heading, Paragraph)):
        return False
    lined = isinstance(below[0], Heading) or len(below[0].lines) == 1
    return lined and bool(is_only_date(_plain(below[0].text), record.vocabulary))


def _is_undated(headed: Headed, record: Record) -> bool:
    """Whether a heading has no date in it or right under it, and no headings under it."""
    heading, below = headed
    lower = any(isinstance(block, Heading) for block in below)
    lines = [below[0].lines[0].text] if below and isinstance(below[0], Paragraph) else []
    texts = [heading.text if isinstance(heading, Heading) else "", *lines]
    return not lower and not any(find_date(_plain(text), record.vocabulary) for text in texts)


def _tells_post(headed: list[Headed], at: int, record: Record) -> bool:
    """Whether one of two headings names a role or degree, and the other does not."""
    named = [
        any(names(list_, _plain(one.text), record) for list_ in ("roles", "degrees"))
        for one, _ in headed[at : at + 2]
        if isinstance(one, Heading)
    ]
    return any(named) and not all(named)


def _plain(text: str) -> str:
    return unlink(unstyle(text))[0].strip()
