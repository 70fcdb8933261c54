"""The plain-text view: what an applicant system is left with, as it would be typed.

Like such systems it knows no tags: lines in the order of the file, an empty line where the
page has more white, and headings told by size, weight or small capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from typeset.checks.facts.lines import Line, content_lines, is_running, joined
from typeset.checks.facts.margin import without_margin
from typeset.checks.facts.model import PdfFacts, Piece
from typeset.words import words

_BULLET = re.compile(r"\s*[•▪●◦‣–-]\s")
_STRONG = re.compile(r"bold|black|heavy|semibold|demi|smallcaps|small-caps|-b$|,b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|-it$", re.IGNORECASE)
_MARK = re.compile(r"\s[|·•]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")


def plain_view(facts: PdfFacts) -> str:
    """The text of the whole file, lines in content order."""
    return "\n".join(line.text for sheet in facts.sheets for line in content_lines(sheet))


def marked_view(facts: PdfFacts) -> str:
    """The same as Markdown: headings, bullets and paragraphs told by how they are set."""
    lines = [line for sheet in facts.sheets for line in content_lines(sheet)]
    if not lines:
        return ""
    lines = _without_running_lines(facts, lines)
    lines = list(without_margin(lines, _look(lines).font))
    return "\n".join(_marked(lines, _look(lines))) + "\n"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a document is set: the size and font of most characters, the largest size, the usual
    distance of its lines, and whether its sections are told by more than their weight.
    """

    size: float
    font: str
    largest: float
    leading: float
    ranked: bool = False


def _look(lines: list[Line]) -> _Look:
    counted: Counter[tuple[float, str]] = Counter()
    for line in lines:
        for piece in line.pieces:
            counted[round(piece.size, 1), piece.font] += len(piece.text.strip())
    size, font = counted.most_common(1)[0][0] if counted else (10.0, "")
    largest = max((line.size for line in lines), default=size)
    look = _Look(size, font, largest, _leading(lines))
    alone = [line for line in lines[3:] if _is_set_apart(line, look)]
    return replace(look, ranked=sum(_is_ranked(line, look) for line in alone) > 1)


def _without_running_lines(facts: PdfFacts, lines: list[Line]) -> list[Line]:
    """Without what stands alone at the head or foot of pages two and on, with their number."""
    kept = []
    for line in lines:
        sheet = facts.sheets[line.page - 1]
        if not is_running(line, sheet):
            kept.append(line)
    return kept


def _marked(lines: list[Line], look: _Look) -> Iterator[str]:
    before: Line | None = None
    in_bullet, group, name, taken = False, list[str](), list[str](), 0
    under_name = under_title = under_group = False
    for number, line in enumerate(lines):
        if taken:
            taken, before = taken - 1, line
            continue
        after = lines[number + 1] if number + 1 < len(lines) else None
        text = line.text
        gap = before.baseline - line.baseline if before and before.page == line.page else 0.0
        wide = gap > 1.3 * max(look.leading, line.size) or gap <= 0
        parted = before is None or under_title or under_group or wide
        bullet = bool(_BULLET.match(text))
        level = _level(line, look, parted)
        # What stands right below the name is what the person is, not a section.
        level = 0 if under_name and level > 1 else level
        level = 3 if not level and parted and _is_italic_head(line, after, look) else level
        under_name, under_title, under_group = level == 1, level == 2, False
        head, dates = _segments(line)
        if not level and _is_group(line, lines[number + 1 :], look, parted):
            group, in_bullet, before, under_group = head, False, line, True
            continue
        if level and not (level == 3 and len(head) == 1 and (dates or group)):
            group = []
        if level == 1 and name and gap < 2 * line.size:
            name.append(text)
            before = line
            continue
        if name:
            yield f"# {_one_line(name)}"
            yield ""
            name = []
        if level == 1:
            name, in_bullet = [text], False
        elif level:
            yield ""
            below = [] if dates or level < 3 else _head_below(lines[number + 1 : number + 3], look)
            taken = len(below)
            own = any(_segments(other)[1] or not _is_dates(other.text) for other in below)
            if own or _is_employer(after, line, look):
                group = []  # it has an employer of its own
            yield from _heading([line, *below], level, group)
            yield ""
            in_bullet = False
        elif bullet:
            yield _BULLET.sub("- ", text, count=1)
            in_bullet = True
        elif in_bullet and not parted and before and _hangs(line, before):
            yield f"  {text}"
        else:
            if parted or in_bullet:
                yield ""
            in_bullet = False
            yield _emphasised(line, look) + _end(text)
        before = line
    if name:
        yield f"# {_one_line(name)}"


def _end(text: str) -> str:
    """A contact line's marks must not run into the next line's."""
    return "  " if "·" in text or "@" in text else ""


def _hangs(line: Line, before: Line) -> bool:
    """Whether a line goes on where the item above it has its text, not where it has its mark."""
    return line.pieces[0].box[0] > min(piece.box[0] for piece in before.pieces) - 1


def _leading(lines: list[Line]) -> float:
    gaps = [
        before.baseline - line.baseline
        for before, line in pairwise(lines)
        if before.page == line.page and before.baseline > line.baseline
    ]
    # The lines of a paragraph are the closest; in a short document most gaps are wider.
    return sorted(gaps)[len(gaps) // 4] if gaps else 12.0


def _level(line: Line, look: _Look, parted: bool) -> int:
    """1 the name, 2 a section, 3 an entry's head, 0 no heading."""
    text = line.text
    if line.size > 1.35 * look.size and line.size > 0.95 * look.largest:
        return 1
    if parted and _is_set_apart(line, look):
        return 3 if look.ranked and not _is_ranked(line, look) else 2
    strong = bool(_STRONG.search(line.pieces[0].font)) or line.pieces[0].size > 1.08 * look.size
    return 3 if strong and not _BULLET.match(text) and _segments(line)[1] else 0


def _is_set_apart(line: Line, look: _Look) -> bool:
    """Whether a line stands alone in another size or weight, or in capitals, as headings do."""
    text = line.text
    if len(line.parts) > 1 or len(text) >= 60 or _YEAR.search(text) or "@" in text:
        return False
    if _ITALIC.search(line.pieces[0].font) or _BULLET.match(text):
        return False
    apart = all(
        piece.size > 1.08 * look.size
        or (_STRONG.search(piece.font) and not _STRONG.search(look.font))
        for piece in line.pieces
    )
    return _in_capitals(text) or (apart and (_larger(line, look) or text[-1] not in ":."))


def _is_ranked(line: Line, look: _Look) -> bool:
    """Whether more than weight sets a line apart: size, capitals, small capitals."""
    small = "small" in line.pieces[0].font.lower()
    return _larger(line, look) or _in_capitals(line.text) or small


def _larger(line: Line, look: _Look) -> bool:
    return line.size > 1.08 * look.size


def _in_capitals(text: str) -> bool:
    return text.isupper() and len(text) > 3


def _is_group(line: Line, after: Sequence[Line], look: _Look, parted: bool) -> bool:
    """Whether a line names an employer whose positions, each with its dates, come below.

    They follow at once, or after some text where the line is set as no text is: it begins in
    italics, or its place looks other than its name.
    """
    text = line.text
    if not after or _BULLET.match(text) or ":" in text or _segments(line)[1]:
        return False
    strong = bool(_STRONG.search(line.pieces[0].font))
    words_only = parted and len(text) < 80 and text[-1] not in ".;" and "@" not in text
    near = 0 < line.baseline - after[0].baseline < 1.6 * look.leading
    if (strong or words_only) and near and _is_dated_head(after, look):
        return True
    head = len(_segments(line)[0]) > 1 or _ITALIC.search(line.pieces[0].font)
    set_so = words_only and head and not _is_italic(after[0])
    heads = (n for n, below in enumerate(after[:12]) if _level(below, look, True))
    first = next(heads, None) if set_so else None
    return first is not None and _is_dated_head(after[first:], look)


def _is_dated_head(lines: Sequence[Line], look: _Look) -> bool:
    """Whether an entry's head begins here, with its dates on its line or on the next."""
    dated = any(_is_dates(line.text) or _segments(line)[1] for line in lines[:2])
    return dated and _level(lines[0], look, True) == 3


def _is_employer(line: Line | None, head: Line, look: _Look) -> bool:
    """Whether a line right below a head with its dates is no text but where that was."""
    if line is None or not _segments(head)[1] or _BULLET.match(line.text):
        return False
    near = 0 < head.baseline - line.baseline < 1.6 * look.leading
    return near and len(line.text) < 60 and line.text[-1] not in ".:;,"


def _is_italic(line: Line) -> bool:
    return all(_ITALIC.search(piece.font) for piece in line.pieces)


def _is_italic_head(line: Line, after: Line | None, look: _Look) -> bool:
    """Whether a line in italics is a position: its employer and dates stand right below it."""
    if after is None or not _is_italic(line) or _BULLET.match(line.text) or len(line.text) > 60:
        return False
    near = 0 < line.baseline - after.baseline < 1.6 * look.leading
    return near and not _segments(line)[1] and bool(_segments(after)[1])


def _one_line(name: list[str]) -> str:
    """A name of several lines, which may break at its hyphen."""
    return " ".join(name).replace("- ", "-")


def _segments(line: Line) -> tuple[list[str], str]:
    """The parts of a head, told by white, marks and styles; and its dates, where it has them."""
    found = [
        segment.strip()
        for part in line.parts
        for text in _styles(part)
        for segment in _MARK.split(text)
        if segment.strip()
    ]
    dates = found.pop() if len(found) > 1 and _is_dates(found[-1]) else ""
    return found, dates


def _is_dates(text: str) -> bool:
    return bool(_YEAR.search(text)) and len(words(text)) < 8


def _head_below(lines: list[Line], look: _Look) -> list[Line]:
    """The lines below an entry's first that still are its head: employer, place and dates."""
    found: list[Line] = []
    for line in lines:
        text = line.text
        is_head = _is_dates(text) or (len(text) < 90 and text[-1] not in ".:;")
        if _BULLET.match(text) or not is_head or _level(line, look, True) in (1, 2):
            break
        found.append(line)
        if _is_dates(text) or _segments(line)[1]:
            return found
    # Without dates below, a line of words is the entry's text.
    return []


def _heading(lines: list[Line], level: int, group: list[str]) -> Iterator[str]:
    """A heading; a position that stands below its employer is given the employer's name."""
    if level < 3:
        yield f"{'#' * level} {lines[0].text}"
        return
    head, dates = list[str](), ""
    for line in lines:
        more, its_dates = _segments(line)
        if line is not lines[0] and not its_dates and _is_dates(line.text):
            dates = dates or line.text
        else:
            head, dates = [*head, *more], dates or its_dates
    yield f"### {' | '.join([*head, *group])}"
    if dates:
        yield f"*{dates}*"


def _styles(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """The texts of a head between its changes of font or colour: position, employer, place."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        mark = not any(c.isalnum() for c in piece.text)
        if runs and (mark or (piece.font, piece.colour) == (runs[-1][0].font, runs[-1][0].colour)):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    for run in runs:
        if text := joined(run).strip(" ,·|–—"):
            yield text


def _emphasised(line: Line, look: _Look) -> str:
    """The line, a strong beginning marked as such, wide gaps as marks."""
    pieces = line.pieces
    strong = 0
    while strong < len(pieces) and _STRONG.search(pieces[strong].font):
        strong += 1
    if not strong or strong == len(pieces) or _STRONG.search(look.font):
        return " | ".join(joined(part) for part in line.parts)
    lead = joined(pieces[:strong])
    return f"**{lead}** {joined(pieces[strong:])}" if len(lead) > 2 else joined(pieces)
