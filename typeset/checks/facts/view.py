"""The plain-text view: what an applicant system is left with, as it would be typed.

Like such systems it knows no tags: lines in the order of the file, an empty line where the
page has more white, and headings told by size, weight or small capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from typeset.checks.facts.lines import Line, content_lines, is_running, joined
from typeset.checks.facts.model import PdfFacts, Piece

_BULLET = re.compile(r"\s*[•▪●◦‣–-]\s")
_STRONG = re.compile(r"bold|black|heavy|semibold|demi|smallcaps|small-caps|-b$|,b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|-it$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def plain_view(facts: PdfFacts) -> str:
    """The text of the whole file, lines in content order."""
    return "\n".join(line.text for sheet in facts.sheets for line in content_lines(sheet))


def marked_view(facts: PdfFacts) -> str:
    """The same as Markdown: headings, bullets and paragraphs told by how they are set."""
    lines = [line for sheet in facts.sheets for line in content_lines(sheet)]
    if not lines:
        return ""
    body = _body(lines)
    return "\n".join(_marked(_without_running_lines(facts, lines), body)) + "\n"


def _body(lines: list[Line]) -> tuple[float, str]:
    """The size and font that most characters are set in."""
    counted: Counter[tuple[float, str]] = Counter()
    for line in lines:
        for piece in line.pieces:
            counted[round(piece.size, 1), piece.font] += len(piece.text.strip())
    return counted.most_common(1)[0][0]


def _without_running_lines(facts: PdfFacts, lines: list[Line]) -> list[Line]:
    """Without what stands alone at the head or foot of pages two and on, with their number."""
    kept = []
    for line in lines:
        sheet = facts.sheets[line.page - 1]
        if not is_running(line, sheet):
            kept.append(line)
    return kept


def _marked(lines: list[Line], body: tuple[float, str]) -> Iterator[str]:
    largest = max(line.size for line in lines)
    leading = _leading(lines)
    before: Line | None = None
    in_bullet, group = False, list[str]()
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        text = line.text
        gap = before.baseline - line.baseline if before and before.page == line.page else 0.0
        parted = before is None or gap > 1.3 * leading or gap <= 0
        bullet = bool(_BULLET.match(text))
        level = _level(line, body, largest, parted)
        head = list(_styles(_head(line)))
        if not level and after and _is_group(line, after, body, leading):
            group, in_bullet, before = head, False, line
            continue
        if level and not (level == 3 and len(head) == 1):
            group = []
        if level:
            yield ""
            yield from _heading(line, level, [*head, *group])
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
            yield _emphasised(line.pieces, body) + _end(text)
        before = line


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
    return median(gaps) if gaps else 12.0


def _level(line: Line, body: tuple[float, str], largest: float, parted: bool) -> int:
    """1 the name, 2 a section, 3 an entry's head with its dates, 0 no heading."""
    size, font = body
    text = line.text
    if line.size > 1.35 * size and line.size > 0.95 * largest:
        return 1
    set_apart = all(
        piece.size > 1.08 * size or (_STRONG.search(piece.font) and not _STRONG.search(font))
        for piece in line.pieces
    )
    capitals = text.isupper() and len(text) > 3
    if (set_apart or capitals) and parted and len(line.parts) == 1 and len(text) < 60:
        if _YEAR.search(text) or _ITALIC.search(line.pieces[0].font):
            return 0
        return 2 if line.size > 1.08 * size or capitals or not text.endswith((":", ".")) else 0
    strong_start = bool(_STRONG.search(line.pieces[0].font)) or line.pieces[0].size > 1.08 * size
    dated = len(line.parts) > 1 and _YEAR.search(joined(line.parts[-1]))
    if dated and strong_start and not _BULLET.match(text):
        return 3
    return 0


def _is_group(line: Line, after: Line, body: tuple[float, str], leading: float) -> bool:
    """Whether a line names an employer whose positions, each with its dates, come below."""
    text = line.text
    begins = bool(_STRONG.search(line.pieces[0].font)) and not _BULLET.match(text)
    near = 0 < line.baseline - after.baseline < 1.6 * leading
    return begins and near and ":" not in text and _level(after, body, after.size + 1, False) == 3


def _head(line: Line) -> tuple[Piece, ...]:
    """A head without the dates at its edge."""
    parts = line.parts[:-1] if len(line.parts) > 1 else line.parts
    return tuple(piece for part in parts for piece in part)


def _heading(line: Line, level: int, head: list[str]) -> Iterator[str]:
    """A heading; a position that stands below its employer is given the employer's name."""
    if level < 3:
        yield f"{'#' * level} {line.text}"
        return
    yield f"### {' | '.join(head)}"
    yield f"*{joined(line.parts[-1])}*"


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


def _emphasised(pieces: tuple[Piece, ...], body: tuple[float, str]) -> str:
    """The line, a strong beginning marked as such."""
    strong = 0
    while strong < len(pieces) and _STRONG.search(pieces[strong].font):
        strong += 1
    if not strong or strong == len(pieces) or _STRONG.search(body[1]):
        return joined(pieces)
    lead = joined(pieces[:strong])
    return f"**{lead}** {joined(pieces[strong:])}" if len(lead) > 2 else joined(pieces)
