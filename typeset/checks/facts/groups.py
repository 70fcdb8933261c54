"""Heads of several lines: an employer above its positions, an employer or dates below one."""

from __future__ import annotations

from collections.abc import Sequence

from typeset.checks.facts.heads import is_dates, segments, styled
from typeset.checks.facts.lines import Line
from typeset.checks.facts.look import BULLET, ITALIC, STRONG, Look, level_of

_LONG = 60
"""Characters from which on a head may be too long for its line."""


def is_group(line: Line, after: Sequence[Line], look: Look, parted: bool) -> bool:
    """Whether a line names an employer whose positions, each with its dates, come below.

    They follow at once, or after some text where the line is set as no text is: it begins in
    italics, or its place looks other than its name.
    """
    text = line.text
    if not after or BULLET.match(text) or ":" in text or segments(line)[1]:
        return False
    strong = bool(STRONG.search(line.pieces[0].font))
    words_only = parted and len(text) < 80 and text[-1] not in ".;" and "@" not in text
    near = 0 < line.baseline - after[0].baseline < 1.6 * look.leading
    if (strong or words_only) and near and _is_dated_head(after, look):
        return True
    head = len(segments(line)[0]) > 1 or ITALIC.search(line.pieces[0].font)
    set_so = words_only and head and not _is_italic(after[0])
    heads = (n for n, below in enumerate(after[:12]) if level_of(below, look, True))
    first = next(heads, None) if set_so else None
    return first is not None and _is_dated_head(after[first:], look)


def _is_dated_head(lines: Sequence[Line], look: Look) -> bool:
    """Whether an entry's head begins here, with its dates on its line or on the next."""
    dated = any(is_dates(line.text) or segments(line)[1] for line in lines[:2])
    return dated and level_of(lines[0], look, True) == 3


def _is_italic(line: Line) -> bool:
    return all(ITALIC.search(piece.font) for piece in line.pieces)


def is_italic_head(line: Line, after: Line | None, look: Look) -> bool:
    """Whether a line in italics is a position: its employer and dates stand right below it."""
    if after is None or not _is_italic(line) or BULLET.match(line.text) or len(line.text) > 60:
        return False
    near = 0 < line.baseline - after.baseline < 1.6 * look.leading
    return near and not segments(line)[1] and bool(segments(after)[1])


def is_employer(line: Line | None, head: Line, look: Look) -> bool:
    """Whether a line right below a head with its dates is no text but where that was."""
    if line is None or not segments(head)[1] or BULLET.match(line.text):
        return False
    near = 0 < head.baseline - line.baseline < 1.6 * look.leading
    return near and len(line.text) < 60 and line.text[-1] not in ".:;,"


def is_cut_head(line: Line, after: Line | None, look: Look) -> bool:
    """Whether a head is too long for its line: it begins strong, and what ends it has its dates."""
    if after is None or BULLET.match(line.text) or BULLET.match(after.text) or segments(line)[1]:
        return False
    begins = STRONG.search(line.pieces[0].font) and not STRONG.search(line.pieces[-1].font)
    near = 0 < line.baseline - after.baseline < 1.6 * look.leading
    cut = line.text[-1] == "," or len(line.text) > _LONG
    plain = not STRONG.search(after.pieces[0].font)
    return bool(begins and near and cut and plain and segments(after)[1])


def is_cut_part(line: Line, after: Line) -> bool:
    """Whether the last part of a head's line, an employer's long name, goes on in the next line."""
    ends, goes_on = styled(line), styled(after)
    full = len(line.text) > _LONG and line.text[-1] not in ",·|"
    return bool(full and ends and goes_on and ends[-1][1] == goes_on[0][1])


def is_plain_head(line: Line) -> bool:
    """Whether a line below a section's title is an entry of one line, set as text is: it is parted
    from its dates by white.
    """
    dates = segments(line)[1]
    alone = len(line.parts) > 1 and line.text.endswith(dates) and len(line.text) < 120
    return bool(dates and alone and not BULLET.match(line.text))


def head_below(lines: list[Line], look: Look) -> list[Line]:
    """The lines below an entry's first that still are its head: employer, place and dates."""
    found: list[Line] = []
    for line in lines:
        text = line.text
        is_head = is_dates(text) or (len(text) < 90 and text[-1] not in ".:;")
        if BULLET.match(text) or not is_head or level_of(line, look, True) in (1, 2):
            break
        found.append(line)
        if is_dates(text) or segments(line)[1]:
            return found
    # Without dates below, a line of words is the entry's text.
    return []
