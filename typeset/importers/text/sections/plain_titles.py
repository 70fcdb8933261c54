"""Lines of plain text that are titles by their marks or their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from typeset.importers.text.markup.rows import BULLET, UNDERLINE, Row, flanked
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_looks import titles_by_looks
from typeset.importers.text.sections.title_signs import label_frames
from typeset.importers.text.sections.titles import kinds_of, shown_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.scripts import begins_large
from typeset.importers.text.words.vocabulary import key

TITLE_MARK = re.compile(
    r"[■◆●▼▽□◇◎○★☆▶►▷◈※〇❖➤➢✦✧【〔［《＜\[]|[\U0001f000-\U0001faff\u2600-\u27bf]"
)


def stands_out(rows: list[Row], at: int) -> bool:
    """Whether a line is a title by its place: alone in the margin, over an indented text."""
    text = rows[at].text
    below = rows[at + 1].indent > rows[at].indent if at + 1 < len(rows) else False
    said = bool(re.search(r"\w", text)) and not re.search(r"[\d@.,;!?]", text)
    return below and said and len(text.split()) <= 5


_CLOSED_BY = {"【": "】", "［": "］", "〔": "〕", "《": "》", "＜": "＞", "[": "]"}
_STAR = re.compile(r"[*+#=~>•»-]{1,3}\s?(?=[^\W\d_])")
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?。]$")
_FEWEST_STARRED = 2
_OWN_TITLES = ("memberships", "listings", "services")
"""Titles of no standard kind that are over nothing within an entry."""
_WORD = re.compile(r"[^\W\d_]{4}")
"""What a title in capitals has, and initials have not: "M.B.A.", "MSc"."""
_FEWEST_CROWDED = 3
_FEWEST_DENSE = 20
_SHORTEST_CAPITALS = 5
_LONGEST_MARKED = 4
"""Words of an unknown title behind a mark, at the most."""


def flanks(texts: Iterable[str], record: Record) -> frozenset[str]:
    """The signs between or behind which two known titles at least stand, alone on their lines.

    Where a line begins with more of the same sign, that one is the titles'.
    """
    rows = [text.strip() for text in texts]
    found = [match for row in rows if (match := flanked(row))]
    known = Counter(match["sign"] for match in found if is_known(match["title"], record))
    return frozenset(
        sign
        for sign, times in known.items()
        if times >= _FEWEST_STARRED
        and (len(sign) == 1 or not any(row.startswith(sign + sign[0]) for row in rows))
    )


def is_known(title: str, record: Record) -> bool:
    """Whether a line is a title that the data has, or in capitals one that holds such a one."""
    told = record.vocabulary.joined(title) in record.vocabulary.sections
    return bool(title) and (told or bool(title.isupper() and kinds_of(title, record.vocabulary)))


@dataclass
class Titles:
    """Which lines of a text are titles; what depends on all of them is found once."""

    rows: list[Row]
    record: Record

    @cached_property
    def inner_signs(self) -> frozenset[str]:
        """The signs that underline heads within sections: "Cook" over dashes, "WORK" over stars.

        The titles that are known have another sign then, and no known one has these.
        """
        known: Counter[str] = Counter()
        for above, rule in pairwise(self.rows):
            if UNDERLINE.fullmatch(rule.text) and re.search(r"\w", above.text):
                known[rule.text[0]] += bool(kinds_of(above.text, self.record.vocabulary))
        outer = any(count >= _FEWEST_STARRED for count in known.values())
        return frozenset(sign for sign, count in known.items() if outer and not count)

    def marked(self, at: int) -> str:
        """A known title behind a mark or in a frame ("■職務経歴", "【学歴】"), or ""."""
        text = self.rows[at].text
        if flanked := self.flanked(at):
            return flanked
        if (text[:1], self.rows[at].indent) in self._marks and (starred := self._starred(text)):
            return starred
        title = shown_title(text)
        if text[:1] in self._label_frames:
            return ""
        if title == text or not TITLE_MARK.match(text) or len(title) > 40:
            return ""
        words = self.record.vocabulary
        other = key(title) in words["other_titles"] | words["pursuits"]
        known = other or kinds_of(title, words)
        if known and words.joined(title) not in words.sections and self._is_bullet(at):
            return ""
        return title if known or self._is_marked_so(at) else ""

    def _is_bullet(self, at: int) -> bool:
        """Whether a line right beside has the same mark and is no title: "● Care of clients"."""
        mark = self.rows[at].text[:1]
        beside = [
            row.text for row in self.rows[max(at - 1, 0) : at + 2] if row is not self.rows[at]
        ]
        return any(
            text.startswith(mark) and not kinds_of(shown_title(text), self.record.vocabulary)
            for text in beside
        )

    def _is_marked_so(self, at: int) -> bool:
        """Whether an unknown title has the mark or frame of two known ones: "【電腦】", "■ 手艺".

        All lines with the mark look like titles then. Half of them are known, or a line is empty
        above each.
        """
        if at and self.rows[at - 1].text:
            return False
        mark = self.rows[at].text[0]
        places = [place for place, row in enumerate(self.rows) if row.text[:1] == mark]
        titles = [shown_title(self.rows[place].text) for place in places]
        known = sum(is_known(title, self.record) for title in titles)
        free = all(place and not self.rows[place - 1].text for place in places)
        told = known >= _FEWEST_STARRED and (free or known * 2 >= len(places))
        return told and all(self._looks_titled(place) for place in places)

    def _looks_titled(self, at: int) -> bool:
        """Whether a line behind a mark can be a section's title: short, no date, no employer."""
        text, words = self.rows[at].text, self.record.vocabulary
        title = shown_title(text)
        if kinds_of(title, words):
            return True
        framed = text[0] not in _CLOSED_BY or text.endswith(_CLOSED_BY[text[0]])
        employer = words.has("organisations", title) or words.has("roles", title)
        dated = find_date(title, words) or re.search(r"\d", title)
        plain = framed and not re.search(r"[：:。，,@|／/]", title)
        return plain and not employer and not dated and word_count(title) <= _LONGEST_MARKED

    def flanked(self, at: int) -> str:
        """A title between signs, or behind them, as known ones are ("== Skills =="); or ""."""
        match = flanked(self.rows[at].text)
        return match["title"] if match and match["sign"] in self._flanks else ""

    @cached_property
    def _label_frames(self) -> frozenset[str]:
        return label_frames((row.text for row in self.rows), self.record)

    @cached_property
    def _flanks(self) -> frozenset[str]:
        return flanks((row.text for row in self.rows), self.record)

    @cached_property
    def by_looks(self) -> frozenset[int]:
        """The places of unknown titles that are set as known ones are."""
        return titles_by_looks(self.rows, self.record)

    def _starred(self, text: str) -> str:
        """A title behind the mark of a bullet: "* EDUCATION", "- Skills"; or ""."""
        title = _behind_star(text)
        loud = title.isupper() and len(title) >= _SHORTEST_CAPITALS and len(title.split()) <= 4
        return title if loud or is_known(title, self.record) else ""

    @cached_property
    def _marks(self) -> frozenset[tuple[str, int]]:
        """The bullets, with their indents, behind which two known titles at least stand alone."""
        marks = [(row.text[:1], row.indent) for row in self.rows]
        known = Counter[tuple[str, int]]()
        crowded: set[tuple[str, int]] = set()
        for at, row in enumerate(self.rows):
            if is_known(_behind_star(row.text), self.record):
                known[marks[at]] += 1
                beside = marks[max(0, at - 1) : at] + marks[at + 1 : at + 2]
                if at + 1 < len(marks) and marks[at] in beside:
                    crowded.add(marks[at])
        return frozenset(mark for mark in known if known[mark] >= _FEWEST_STARRED) - crowded

    def is_crowded(self, at: int) -> bool:
        """A known title with no empty line above it: in capitals, or one of several."""
        text = self.rows[at].text.rstrip(":：")
        if not begins_large(text) or at + 1 == len(self.rows):
            return False
        if not self._is_title(text):  # "SALES EXPERIENCE", under a sentence's end
            ended = self.rows[at - 1].text.endswith((".", "!", "?")) or self._in_capitals
            return text.isupper() and ended and bool(kinds_of(text, self.record.vocabulary))
        if text.isupper():
            return len(text) >= _SHORTEST_CAPITALS
        if self._is_over_period(at):
            return True
        if _SENTENCE.search(self.rows[at - 1].text) and BULLET.match(self.rows[at + 1].text):
            return True
        return self._is_dense or self._several or self._is_over_text(at) or self._is_over_gap(at)

    def is_loud(self, at: int, indent: int) -> bool:
        """Whether a line in capitals, no further in than a list, is the next section's title."""
        row = self.rows[at]
        return row.indent <= indent and row.text.isupper() and self.is_crowded(at)

    def _is_title(self, text: str) -> bool:
        words, title = self.record.vocabulary, text.rstrip(":：")
        own = any(key(title) in words[name] for name in _OWN_TITLES)
        return own or words.joined(title) in words.sections

    @cached_property
    def _is_dense(self) -> bool:
        """Whether hardly a line is empty, as in text copied from a page."""
        texts = [row.text for row in self.rows if row.text]
        return len(texts) >= _FEWEST_DENSE and len(self.rows) - len(texts) <= len(texts) // 20

    @cached_property
    def _in_capitals(self) -> bool:
        """Whether known titles with no empty line above them are set in capitals, as a habit."""
        pairs = pairwise(self.rows)
        crowded = sum(
            bool(above.text)
            and row.text.isupper()
            and bool(kinds_of(row.text.rstrip(":："), self.record.vocabulary))
            for above, row in pairs
        )
        return crowded >= _FEWEST_CROWDED

    @cached_property
    def _several(self) -> bool:
        """Whether titles with no empty line above them are several, and no line is in capitals."""
        pairs = pairwise(self.rows)
        crowded = sum(bool(above.text) and self._is_title(row.text) for above, row in pairs)
        loud = (row.text.isupper() and _WORD.search(row.text) for row in self.rows[1:])
        return crowded >= _FEWEST_CROWDED and not any(loud)

    def _is_over_text(self, at: int) -> bool:
        """A known title right under a sentence's end, where titles stand right over their texts."""
        return self.rows[at - 1].text.endswith((".", "!", "?")) and self._over_texts

    def _is_over_period(self, at: int) -> bool:
        """A known title over a period that stands over its own head, as no entry's text ends so."""
        dated = is_only_date(self.rows[at + 1].text, self.record.vocabulary)
        head = self.rows[at + 2].text if at + 2 < len(self.rows) else ""
        return dated is not None and head[:1].isupper()

    def _is_over_gap(self, at: int) -> bool:
        """A known title over an empty line, where most that stand after one have one below too."""
        return not self.rows[at + 1].text and self._over_gaps

    @cached_property
    def _over_gaps(self) -> bool:
        """Whether known titles after an empty line have an empty line below, as a rule."""
        over = self._below_titles.count(False)
        return over >= _FEWEST_STARRED and over * 2 > len(self._below_titles)

    @cached_property
    def _over_texts(self) -> bool:
        """Whether known titles after an empty line stand right over their texts, as a rule."""
        return len(self._below_titles) >= _FEWEST_STARRED and all(self._below_titles)

    @cached_property
    def _below_titles(self) -> list[bool]:
        """Whether a text is right below, for each known title after an empty line."""
        return [
            bool(after.text)
            for before, row, after in zip(self.rows, self.rows[1:], self.rows[2:], strict=False)
            if not before.text and self._is_title(row.text)
        ]


def _behind_star(text: str) -> str:
    """What stands behind the mark of a bullet, or ""."""
    mark = _STAR.match(text)
    return text[mark.end() :].rstrip(":*=~ ") if mark else ""
