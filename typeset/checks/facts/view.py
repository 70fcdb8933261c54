"""The plain-text view: what an applicant system is left with, as it would be typed.

Like such systems it knows no tags: lines in the order of the file, an empty line where the
page has more white, and headings told by size, weight or small capitals.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

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
    marking = _Marking(lines, look_of(lines))
    return "\n".join(marking.markdown()).replace("<", "\\<") + "\n"


def _without_running_lines(facts: PdfFacts, lines: list[Line]) -> list[Line]:
    """Without what stands alone at the head or foot of pages two and on, with their number."""
    kept = []
    for line in lines:
        sheet = facts.sheets[line.page - 1]
        if not is_running(line, sheet):
            kept.append(line)
    return kept


class _Marking:
    """Lines as Markdown, one after another, with what is known of those above."""

    def __init__(self, lines: list[Line], look: Look) -> None:
        self.lines = lines
        self.look = look
        self.before: Line | None = None
        self.above = ""
        """What the line right above is: a `name`, a section's `title`, an employer's `group`."""
        self.in_bullet = False
        self.name: list[str] = []
        """The lines of the person's name, till it ends."""
        self.group: list[str] = []
        """The employer that stood above the positions that follow."""

    def markdown(self) -> Iterator[str]:
        number = 0
        while number < len(self.lines):
            number += yield from self._line(number)
            self.before = self.lines[number - 1]
        yield from self._end_name()

    def _line(self, number: int) -> Generator[str, None, int]:
        """A line, and those below that belong to its head; returns how many they were."""
        line, following = self.lines[number], self.lines[number + 1 :]
        gap = self._gap(line)
        wide = gap > 1.3 * max(self.look.leading, line.size) or gap <= 0
        parted = self.before is None or self.above in ("title", "group") or wide
        level = self._level(line, following[0] if following else None, parted)
        self.above = {1: "name", 2: "title"}.get(level, "")
        head, dates = segments(line)
        if not level and is_group(line, following, self.look, parted):
            self.group, self.in_bullet, self.above = head, False, "group"
            return 1
        if level and not (level == 3 and len(head) == 1 and (dates or self.group)):
            self.group = []
        if level == 1 and self.name and gap < 2 * line.size:
            self.name.append(line.text)
            return 1
        yield from self._end_name()
        if level == 1:
            self.name, self.in_bullet = [line.text], False
        elif level:
            return 1 + (yield from self._head(line, following, level))
        else:
            yield from self._text(line, parted)
        return 1

    def _gap(self, line: Line) -> float:
        """Points from the line above to this one; 0 on a new page."""
        same_page = self.before and self.before.page == line.page
        return self.before.baseline - line.baseline if self.before and same_page else 0.0

    def _level(self, line: Line, after: Line | None, parted: bool) -> int:
        """The level of a heading that a line is, or 0."""
        level = level_of(line, self.look, parted)
        # What stands right below the name is what the person is, not a section.
        if level and not (self.above == "name" and level > 1):
            return level
        is_head = (
            (parted and is_italic_head(line, after, self.look))
            or is_cut_head(line, after, self.look)
            or (self.above == "title" and is_plain_head(line))
        )
        return 3 if is_head else 0

    def _head(self, line: Line, following: list[Line], level: int) -> Generator[str, None, int]:
        """A heading with the lines below that are still its head; returns how many those were."""
        dated = segments(line)[1]
        below = [] if dated or level < 3 else head_below(following[:2], self.look)
        own = any(segments(other)[1] or not is_dates(other.text) for other in below)
        if own or is_employer(following[0] if following else None, line, self.look):
            self.group = []  # it has an employer of its own
        yield ""
        yield from _heading([line, *below], level, self.group)
        yield ""
        self.in_bullet = False
        return len(below)

    def _text(self, line: Line, parted: bool) -> Iterator[str]:
        """A bullet, what goes on in it, or a line of a paragraph."""
        if BULLET.match(line.text):
            yield BULLET.sub("- ", line.text, count=1)
            self.in_bullet = True
        elif self.in_bullet and not parted and self.before and _hangs(line, self.before):
            yield f"  {line.text}"
        else:
            if parted or self.in_bullet:
                yield ""
            self.in_bullet = False
            yield _emphasised(line, self.look) + _end(line.text)

    def _end_name(self) -> Iterator[str]:
        if self.name:
            yield f"# {_one_line(self.name)}"
            yield ""
            self.name = []


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
