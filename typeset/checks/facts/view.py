"""The plain-text view: what an applicant system is left with, as it would be typed.

Like such systems it knows no tags: lines in the order of the file, an empty line where the
page has more white, and headings told by size, weight or small capitals.
"""

from __future__ import annotations

from collections.abc import Iterator

from typeset.checks.facts.groups import (
    head_below,
    is_cut_head,
    is_cut_part,
    is_employer,
    is_group,
    is_italic_head,
    is_plain_head,
)
from typeset.checks.facts.heads import is_dates, segments
from typeset.checks.facts.lines import Line, content_lines, is_running, joined
from typeset.checks.facts.look import BULLET, STRONG, Look, level_of, look_of
from typeset.checks.facts.margin import without_margin
from typeset.checks.facts.model import PdfFacts


def plain_view(facts: PdfFacts) -> str:
    """The text of the whole file, lines in content order."""
    return "\n".join(line.text for sheet in facts.sheets for line in content_lines(sheet))


def marked_view(facts: PdfFacts) -> str:
    """The same as Markdown: headings, bullets and paragraphs told by how they are set.

    No text of a page is HTML.
    """
    lines = [line for sheet in facts.sheets for line in content_lines(sheet)]
    if not lines:
        return ""
    lines = _without_running_lines(facts, lines)
    lines = list(without_margin(lines, look_of(lines).font))
    return "\n".join(_marked(lines, look_of(lines))).replace("<", "\\<") + "\n"


def _without_running_lines(facts: PdfFacts, lines: list[Line]) -> list[Line]:
    """Without what stands alone at the head or foot of pages two and on, with their number."""
    kept = []
    for line in lines:
        sheet = facts.sheets[line.page - 1]
        if not is_running(line, sheet):
            kept.append(line)
    return kept


def _marked(lines: list[Line], look: Look) -> Iterator[str]:
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
        bullet = bool(BULLET.match(text))
        level = level_of(line, look, parted)
        # What stands right below the name is what the person is, not a section.
        level = 0 if under_name and level > 1 else level
        level = 3 if not level and parted and is_italic_head(line, after, look) else level
        level = 3 if not level and is_cut_head(line, after, look) else level
        level = 3 if not level and under_title and is_plain_head(line) else level
        under_name, under_title, under_group = level == 1, level == 2, False
        head, dates = segments(line)
        if not level and is_group(line, lines[number + 1 :], look, parted):
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
            below = [] if dates or level < 3 else head_below(lines[number + 1 : number + 3], look)
            taken = len(below)
            own = any(segments(other)[1] or not is_dates(other.text) for other in below)
            if own or is_employer(after, line, look):
                group = []  # it has an employer of its own
            yield from _heading([line, *below], level, group)
            yield ""
            in_bullet = False
        elif bullet:
            yield BULLET.sub("- ", text, count=1)
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


def _one_line(name: list[str]) -> str:
    """A name of several lines, which may break at its hyphen."""
    return " ".join(name).replace("- ", "-")


def _heading(lines: list[Line], level: int, group: list[str]) -> Iterator[str]:
    """A heading; a position that stands below its employer is given the employer's name."""
    if level < 3:
        yield f"{'#' * level} {lines[0].text}"
        return
    if len(lines) == 1 and not group and segments(lines[0]) == ([lines[0].text], ""):
        yield f"**{lines[0].text}**"  # a title within a text is as likely
        return
    head, dates = list[str](), ""
    for before, line in zip([None, *lines], lines, strict=False):
        more, its_dates = segments(line)
        if before and not its_dates and is_dates(line.text):
            dates = dates or line.text
            continue
        if before and is_cut_part(before, line):
            more = [f"{head.pop()} {more[0]}", *more[1:]]
        head, dates = [*head, *more], dates or its_dates
    yield f"### {' | '.join([*head, *group])}"
    if dates:
        yield f"*{dates}*"


def _emphasised(line: Line, look: Look) -> str:
    """The line, a strong beginning marked as such, wide gaps as marks."""
    pieces = line.pieces
    strong = 0
    while strong < len(pieces) and STRONG.search(pieces[strong].font):
        strong += 1
    if not strong or strong == len(pieces) or STRONG.search(look.font):
        return " | ".join(joined(part) for part in line.parts)
    lead = joined(pieces[:strong])
    return f"**{lead}** {joined(pieces[strong:])}" if len(lead) > 2 else joined(pieces)
