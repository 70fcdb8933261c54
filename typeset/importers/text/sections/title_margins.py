"""The margin in which the titles of plain text stand, over texts that are set in."""

from __future__ import annotations

from itertools import pairwise

from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.rows import BULLET, Row
from typeset.importers.text.record import Record
from typeset.importers.text.sections.plain_titles import is_known, stands_out
from typeset.importers.text.sections.title_signs import STRUCTURED, known_title
from typeset.importers.text.sections.titles import kinds_of


def margin_of_titles(rows: list[Row], record: Record) -> int:
    """The indent of titles over indented texts, where two known ones stand so; -1 for none."""
    found = [
        row.indent
        for row, below in pairwise(rows)
        if row.text
        and below.indent > row.indent
        and not BULLET.match(row.text)
        and kinds_of(row.text, record.vocabulary)
    ]
    if found.count(min(found, default=0)) > 1 and not _are_over_margin(rows, min(found), record):
        return min(found)
    return 0 if _are_all_in_margin(rows, record) else -1


def _are_over_margin(rows: list[Row], margin: int, record: Record) -> bool:
    """Whether as many known titles stand free over terms in the margin that texts are set in under.

    "Skills", and below an empty line "Tools" over a list that is set in: the terms are no titles.
    """
    over = [
        not below.text
        for above, row, below in zip(rows, rows[1:], rows[2:], strict=False)
        if row.indent == margin and not above.text and is_known(row.text, record)
    ]
    return over.count(True) >= _FEWEST_FREE and over.count(True) > over.count(False)


def _are_all_in_margin(rows: list[Row], record: Record) -> bool:
    """Whether a page is lines in the margin over texts set further in, down to its last words.

    The lines are titles, though hardly one is known, where they are several, each stands under
    an empty line, and none names a role or an owner: "Where it hung", "Before that".
    """
    inner = [at for at, row in enumerate(rows) if row.text and row.indent]
    if len(inner) < _FEWEST_MARGINAL:
        return False
    places = [at for at in range(1, inner[-1]) if rows[at].text and not rows[at].indent]
    out = [at for at in places if not rows[at - 1].text and stands_out(rows, at)]
    if len(out) < _FEWEST_MARGINAL or [at for at in places if at >= out[0]] != out:
        return False
    titles = [rows[at].text for at in out]
    known = [title for title in titles if kinds_of(title, record.vocabulary)]
    if not known or any(BULLET.match(title) for title in titles):
        return False
    lists = ("roles", "organisations", "schools", "degrees")
    return not any(
        record.vocabulary.has(list_, title)
        for title in titles
        if title not in known
        for list_ in lists
    )


_FEWEST_MARGINAL = 4
_FEWEST_FREE = 2


def are_in_margin(blocks: list[Block], record: Record) -> bool:
    """Whether known titles stand alone in the margin, and none is set in."""
    found = [
        block.indented
        for block in blocks
        if isinstance(block, Paragraph)
        and len(block.lines) == 1
        and known_title(block.text, record) in STRUCTURED
    ]
    return len(found) >= _FEWEST_IN_MARGIN and not any(found)


_FEWEST_IN_MARGIN = 2
