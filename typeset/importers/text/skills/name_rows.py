"""Skills in columns: rows of names, and labels beside names that blanks alone set apart."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.markup.inline import masked
from typeset.importers.text.skills.levels import Group, shown_label
from typeset.importers.text.words.vocabulary import key, vocabulary

TAB_LABEL = re.compile(r"([^\t]{1,40})\t+\s*(\S.*)", re.DOTALL)


def columned(block: Paragraph) -> list[Group] | None:
    """Lines of keywords, each in a column of its own; the last line may have fewer."""
    rows = [line.text.split("\t") for line in block.lines]
    words = [word.strip() for row in rows for word in row]
    columns = _FEWEST_COLUMNS if len(rows) < _FEWEST_PAIRS or not _are_alike(rows) else _PAIR
    listed = all(len(row) >= columns for row in (rows[:-1] or rows)) and all(words)
    if not listed or re.search(r"[,;:：·|]\s", masked(block.text)):
        return None
    return [{"keywords": words}]


_FEWEST_COLUMNS = 3
_PAIR = 2
_FEWEST_PAIRS = 3
"""Rows of two columns that are names on both sides, at the least."""


def _are_alike(rows: list[list[str]]) -> bool:
    """Whether the left column of two is as wordy as the right one: no labels over names."""
    pairs = [row for row in rows if len(row) == _PAIR]
    left, right = (sum(len(row[at].split()) for row in pairs) for at in (0, 1))
    wordy = any(len(row[0].split()) > 1 for row in pairs)
    known = vocabulary()["crafts"] | vocabulary().sections.keys()
    labels = any(key(row[0]) in known for row in pairs)  # "Operating systems", over "Linux"
    return wordy and not labels and right <= 2 * left and left <= 2 * right


def rows_of_names(block: Paragraph) -> list[Group] | None:
    """Labels in a column beside names that blanks alone set apart: "Tools\tLathe Band saw".

    A word in small letters goes on with the one before it; none stands alone in small letters.
    """
    rows = [TAB_LABEL.fullmatch(line.text) for line in block.lines]
    texts = [row[2] for row in rows if row and not _PARTS.search(masked(row[2]))]
    begun = all(_LARGE.match(text) for text in texts)
    listed = max((len(_NAMES.findall(text)) for text in texts), default=0) >= _FEWEST_NAMES
    if len(texts) < len(rows) or len(rows) < _FEWEST_ROWS or not begun or not listed:
        return None
    return [
        {"name": shown_label(row[1]), "keywords": [one.strip() for one in _NAMES.findall(row[2])]}
        for row in rows
        if row
    ]


_PARTS = re.compile(r"[,;:：·•|/()\t.](?=\s|$)|\s[–—/&-]\s")
_LARGE = re.compile(r"\S*[^\W_a-zà-ÿ]")
_NAMES = re.compile(r"(?:\S*[^\W_a-zà-ÿ]\S*)(?:\s+[^\W\d_A-Z]+(?=\s|$))*")
_FEWEST_NAMES = 5
_FEWEST_ROWS = 2
