"""Paragraphs that begin with a known section title, alone on its line, cut at it.

A known title may also be a label in a list of skills, or a bold line within an entry: what
stands around it, in the whole document and right over it, tells.
"""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.items.dated_rows import begins_with_date
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.markup.line_ends import settled
from typeset.importers.text.record import Record
from typeset.importers.text.sections.openings import (
    opens_contacts,
    opens_section,
    opens_summary,
)
from typeset.importers.text.sections.title_labels import (
    in_groups,
    is_caption,
    is_in_entry,
    is_label,
    is_within,
)
from typeset.importers.text.sections.title_margins import are_in_margin
from typeset.importers.text.sections.title_signs import (
    LONGEST,
    is_computing,
    is_marked,
    known_title,
    label_frames,
    repeated_labels,
    section_headings,
)
from typeset.importers.text.sections.titles import (
    is_own_title,
    joins_titles,
    kinds_of,
    shown_title,
)
from typeset.importers.text.sections.titles_beside_text import (
    bold_behind_text,
    bold_beside_text,
    have_bold_titles,
    have_column,
    title_beside_text,
)
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK, begins_large
from typeset.importers.text.words.vocabulary import key

_LONG_SOLID = 4
_HEAD = 3
"""Lines of a head, to the one with its day."""


def known_titles(blocks: list[Block], record: Record, bare: bool) -> list[Block]:
    """A paragraph, or its first line, that is a known section title and nothing else."""
    return _Titling(blocks, record, bare).titled()


class _Titling:
    """The blocks of a document, what is known of its titles, and the blocks made so far."""

    def __init__(self, blocks: list[Block], record: Record, bare: bool) -> None:
        self.record = record
        self.bare = bare
        self.level = _level(blocks, record)
        self.marked = any(is_marked(b) for b in section_headings(blocks, record))
        self.unseen = _unmarked_titles(blocks, record, bare)
        # Written as plain text is: its lines end where their author ended them.
        self.blocks = _with_ended_lines(blocks) if self.unseen and not bare else blocks
        self.grouped = in_groups(self.blocks, record) if self.marked else set()
        self.firsts = Counter(key(_first_line(block)) for block in self.blocks if self.marked)
        unmarked = sum(isinstance(b, Heading) and not b.marked for b in self.blocks)
        texts = [line.text for b in self.blocks if isinstance(b, Paragraph) for line in b.lines]
        self.label_frames = label_frames(texts, record)
        self.labels = repeated_labels(texts)
        self.columns = not bare and not self.marked and have_column(self.blocks, record)
        self.bold = not bare and not self.marked and have_bold_titles(self.blocks, record)
        self.capitals = not bare and not self.marked and _are_capitals(self.blocks, record)
        # Where titles stand in the margin, an indented line is none.
        self.margin = bare and (unmarked > 1 or are_in_margin(blocks, record))
        self.started = False  # a marked section title has been seen
        self.run_in = False  # the block made last is the text beside a title in bold
        self.over = False  # titles stand right over their texts
        self.quiet: set[int] = set()  # the lines of titles without a colon
        self.above: Heading | None = None
        self.result: list[Block] = []

    def titled(self) -> list[Block]:
        """All blocks, with their known titles as headings."""
        for at, block in enumerate(self.blocks):
            self._look_up(block)
            run_in, self.run_in = self.run_in, False
            if not isinstance(block, Paragraph) or self._is_passed(block):
                self.result.append(block)
            elif parts := self._beside_text(block, run_in):
                self.run_in = block.text.startswith("**")
                self.result += parts
            elif self._has_title(at, block):
                self._cut(block)
            else:
                self.result.append(block)
        return self.result

    def _beside_text(self, block: Paragraph, run_in: bool) -> list[Block]:
        """A title and the text that stands beside it; empty where no title begins the block.

        Right under one in bold that a text follows (`run_in`), others set so are titles too.
        """
        if block.lines[0].text.partition(":")[0] in self.labels:
            return []
        if self.marked and self.started and is_in_entry(self.above, self.record):
            return []  # "**Mission:** Keep the mill going", under the heading of a position
        for rule in (bold_beside_text, bold_behind_text) if self.bold or run_in else ():
            if parts := rule(block, self.level, self.record):
                return parts
        return title_beside_text(
            block, self._last(), self.level, self.bare, self.columns, self.record
        )

    def _last(self) -> Block | None:
        """The block made last."""
        return self.result[-1] if self.result else None

    def _look_up(self, block: Block) -> None:
        """Take note of the heading over a block, and of a marked title that it is."""
        above = (one for one in reversed(self.result[-2:]) if isinstance(one, Heading))
        self.above = next(above, self.above)
        self.started |= is_marked(block) and bool(section_headings([block], self.record))

    def _is_passed(self, block: Paragraph) -> bool:
        """Whether a paragraph is the name over all, or off the margin where titles stand."""
        opens = bool(self.result) or opens_section(block, self.record)
        if self.bare and not opens:
            opens = opens_summary(self.blocks, self.record)
            opens = opens or opens_contacts(self.blocks, self.record)
        return not opens or (block.indented and self.margin)

    def _has_title(self, at: int, block: Paragraph) -> bool:
        """Whether the first line is a known title by its words and place, and no label."""
        first = block.lines[0]
        if first.text[:1] in self.label_frames:
            return False
        title = shown_title(unstyle(first.text))
        loud = bool(wholly(first.text)[0] == "strong" or title.isupper())
        alone = len(block.lines) == 1
        known = self._is_known(title, first, loud, alone) or self._is_other(title, at, block)
        if not known or self._is_inside(title, at, block) or self._is_group_label(first):
            return False
        if self.bare and self.above and self._is_under_skills():
            below = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
            right_under = self._last() is self.above
            if is_caption(title, block, below, self.above, right_under, self.record):
                return False
        if not alone and self._is_under_title() and not known_title(first.text, self.record):
            return False  # right under a title: the head of its first entry
        if not alone and self.capitals and not title.isupper():
            return False  # "**Private practice**" over its time, where "**WORK**" is a title
        if alone or loud:
            return True
        last, unseen = self._last(), bool(self.unseen)
        return not is_label(block, last, self.above, self.record, unseen)

    def _is_under_skills(self) -> bool:
        """Whether the section so far is of skills, in which "IT" is the label of a group."""
        title = unstyle(self.above.text) if self.above else ""
        return "skills" in kinds_of(title, self.record.vocabulary)

    def _is_under_title(self) -> bool:
        """Whether the block made last is a heading by a mark of its source."""
        last = self._last()
        return last is not None and is_marked(last)

    def _is_known(self, title: str, first: Line, loud: bool, alone: bool) -> bool:
        """Whether a line names a section: loudly, or before marked ones, or among few."""
        if self.marked and self.started and not (loud or first.number in self.unseen):
            return False
        words = self.record.vocabulary
        short = len(title.split()) < 3 or joins_titles(title, words) or is_own_title(title, words)
        bare_line = self.bare and not self.marked and (first.hard or alone) and short
        return _names_section(title, first, loud, bare_line, self.record)

    def _is_other(self, title: str, at: int, block: Paragraph) -> bool:
        """Whether a line, in a source without marks, names a section of no kind of its own."""
        first, following = block.lines[0], self.blocks[at + 1 : at + 2]
        others = self.record.vocabulary["other_titles"]
        other = key(title) in others and begins_large(first.text)
        cut = bool(following) and following[0].line == first.number  # its text stood beside
        cut = cut or (first.hard and bool(self.above) and not self._is_under_skills())
        other = other or (cut and is_computing(title, self._last(), self.record))
        alone = len(block.lines) == 1
        dated = not alone and begins_with_date(block.lines[1].text, self.record)
        free = alone or ((self.over or dated) and first.hard)
        # A script without capitals: its known titles are long enough to be nothing else.
        solid = other and CJK.match(title) and len(title) >= _LONG_SOLID
        return self.bare and bool(solid or (not self.marked and other and free))

    def _is_inside(self, title: str, at: int, block: Paragraph) -> bool:
        """Whether a line after a marked title stands in its section: in a group, in an entry."""
        if not self.marked or not self.started:
            return False
        first = block.lines[0]
        compound = not is_own_title(title, self.record.vocabulary)
        again = self.firsts[key(first.text)] > 1
        return (
            at in self.grouped
            or (compound and (is_in_entry(self.above, self.record) or self._is_head(block)))
            or is_within(first.text, again, self.above, self.record)
        )

    def _is_head(self, block: Paragraph) -> bool:
        """Whether a day is right below a line, as in heads: "HOLM LEARNING", "Tutor", "2019"."""
        below = block.lines[1:_HEAD]
        return any(find_date(unstyle(line.text), self.record.vocabulary) for line in below)

    def _is_group_label(self, first: Line) -> bool:
        """Whether a line has a colon where titles have none: "Other Frameworks:", "Results:"."""
        label, words = first.text.rstrip(":："), self.record.vocabulary
        if not self.above or self.above.line not in self.quiet or label == first.text:
            return False
        over, own = kinds_of(self.above.text, words), kinds_of(label, words)
        return over == own == ["skills"] or (over == ["work"] and words.column(label) == "text")

    def _cut(self, block: Paragraph) -> None:
        """Add the first line of a paragraph as a heading, and the others as its text."""
        first, *more = block.lines
        title = shown_title(unstyle(first.text))
        self.result.append(Heading(self.level, title, first.number, marked=False))
        if self.bare and first.text[-1:] not in ":：":
            self.quiet.add(first.number)
        self.over = self.over or (bool(more) and not block.indented)
        if more:
            lines = settled(more) if self.bare or self.unseen else more
            self.result.append(Paragraph(lines, block.indented))


def _are_capitals(blocks: list[Block], record: Record) -> bool:
    """Whether several known titles have been told by their capitals: others are set so, too."""
    large = (block.text for block in blocks if isinstance(block, Heading) and block.text.isupper())
    return sum(bool(kinds_of(text, record.vocabulary)) for text in large) >= _FEWEST_CAPITALS


_FEWEST_CAPITALS = 2


def _level(blocks: list[Block], record: Record) -> int:
    """The level that unmarked section headings get: that of the marked ones."""
    return min((block.level for block in section_headings(blocks, record)), default=2)


def _with_ended_lines(blocks: list[Block]) -> list[Block]:
    """Blocks with the lines of paragraphs as plain text has them, where no mark ends one."""
    return [
        Paragraph(settled(block.lines), block.indented)
        if isinstance(block, Paragraph) and not any(line.hard for line in block.lines)
        else block
        for block in blocks
    ]


def _first_line(block: Block) -> str:
    return block.lines[0].text if isinstance(block, Paragraph) else ""


def _unmarked_titles(blocks: list[Block], record: Record, bare: bool) -> set[int]:
    """The lines of known titles that begin a paragraph, where few sections have a marked heading.

    Few are no more than those without: who marks them all means a bare "Languages" as a label.
    """
    marked = [block for block in section_headings(blocks, record) if block.marked]
    kinds = {kind for block in marked for kind in kinds_of(unstyle(block.text), record.vocabulary)}
    found: dict[int, str] = {}
    for block in blocks[1:]:
        if isinstance(block, Paragraph):
            kind = known_title(block.lines[0].text, record)
            if kind and kind not in kinds:
                found[block.line] = kind
    kinds_found = len(set(found.values()))
    told = len(marked) <= kinds_found if marked else not bare and kinds_found >= _FEWEST_UNMARKED
    return set(found) if told else set()


_FEWEST_UNMARKED = 2


def _names_section(title: str, line: Line, loud: bool, bare: bool, record: Record) -> bool:
    """Whether a line is a section's title: one known as it is, or a compound that stands out."""
    if len(title) > LONGEST:
        return False
    if known_title(title, record):
        return True
    first, dash, after = re.sub(r"\s[–—-]\s", " – ", title).partition(" – ")
    lasting = bool(dash) and re.match(r"\D{0,12}\d+\s?\w", after)  # "Experience – 14 years"
    if lasting and record.vocabulary.sections.get(record.vocabulary.joined(first)):
        return record.vocabulary.has("durations", after)
    if not kinds_of(title, record.vocabulary) or find_date(line.text, record.vocabulary):
        return False
    plain = unlink(unstyle(line.text))[0].strip().rstrip(":：").strip()
    return loud or bare or title != plain  # behind a mark, or in a frame
