"""What documents are read into before they are blocks: paragraphs with their looks.

A DOCX, a page of HTML and a PDF know how a paragraph looks, and only sometimes what it is.
`to_blocks` keeps what a source says (a heading's level, a list) and settles the rest by looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from typeset.importers.documents.runs import Run, plain, to_inline, wholly_strong
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Rule,
    Table,
)


@dataclass(slots=True)
class Row:
    """One line of a piece; `hard` when it was meant to end there."""

    number: int
    runs: list[Run]
    hard: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks. `size` is in points, 0 where it is not known."""

    size: float = 0
    strong: bool = False
    em: bool = False
    caps: bool = False
    face: str = ""


NO_LOOK = Look()


@dataclass(slots=True)
class Piece:
    """A paragraph. `level` is a heading's, `depth` a list item's (-1 for none of either's)."""

    rows: list[Row]
    look: Look = NO_LOOK
    level: int = 0
    depth: int = -1
    ordered: bool = False
    continues: bool = False
    """Whether it is a further paragraph of the list item before it."""
    gap: float = 0
    """The space above it, in points."""
    left: float = 0
    """How far it is indented, in points."""
    head: bool = False
    """Whether it stands over an entry, its parts between tabs."""
    above: int = 0
    """How many of a head's runs stood on a line of their own, without a date."""

    @property
    def number(self) -> int:
        """The line on which it begins."""
        return self.rows[0].number

    @property
    def text(self) -> str:
        """Its characters on one line."""
        return " ".join(plain(row.runs) for row in self.rows)

    @property
    def strong(self) -> bool:
        """Whether all of it is bold."""
        return wholly_strong(run for row in self.rows for run in row.runs)


Item = Piece | Table | Rule | List


@dataclass(slots=True)
class _Open:
    """A list being made, and the depth of its items."""

    depth: int
    list: List = field(default_factory=lambda: List(0))


def to_blocks(items: Iterable[Item]) -> list[Block]:
    """Pieces as the blocks that the text rules read."""
    blocks: list[Block] = []
    lists: list[_Open] = []
    for item in items:
        if isinstance(item, Piece) and item.depth >= 0 and not item.level:
            _add_item(item, blocks, lists)
            continue
        if isinstance(item, Piece) and item.continues and lists:
            lists[-1].list.items[-1].blocks.append(_paragraph(item))
            continue
        lists = []
        if not isinstance(item, Piece):
            blocks.append(item)
        elif item.level:
            text = " ".join(filter(None, (_heading(row.runs) for row in item.rows)))
            blocks.append(Heading(min(item.level, 6), text, item.number))
        else:
            blocks.append(_paragraph(item))
    return [block for block in blocks if not isinstance(block, Paragraph) or block.lines]


def _heading(runs: list[Run]) -> str:
    """A heading is bold by itself; the marks inside it say nothing."""
    return to_inline([Run(run.text, target=run.target) for run in runs])


def _paragraph(piece: Piece) -> Paragraph:
    lines = [Line(row.number, to_inline(row.runs), row.hard) for row in piece.rows]
    lines = [line for line in lines if line.text]
    if lines:
        lines[-1].hard = False
    return Paragraph(lines)


def _add_item(piece: Piece, blocks: list[Block], lists: list[_Open]) -> None:
    while lists and lists[-1].depth > piece.depth:
        lists.pop()
    if (
        lists
        and lists[-1].depth == piece.depth
        and (lists[-1].list.start is not None) != piece.ordered
    ):
        lists.pop()
    if not lists or lists[-1].depth < piece.depth:
        made = _Open(piece.depth, List(piece.number, start=1 if piece.ordered else None))
        if lists:
            lists[-1].list.items[-1].blocks.append(made.list)
        else:
            blocks.append(made.list)
        lists.append(made)
    paragraph = _paragraph(piece)
    lists[-1].list.items.append(ListItem(piece.number, [paragraph] if paragraph.lines else []))


MARK = re.compile(
    r"\s*([•‣◦▪●○■□▸►➢❖◆◇❯»✓➤⁃∙·–—\-*\uf0b7\uf0a7\uf0d8\uf076\uf0fc\u2212])[\s\u00a0]+"
)
_SURE = frozenset("•‣◦▪●○■□▸►➢❖◆◇❯➤⁃\uf0b7\uf0a7\uf0d8\uf076")


def take_mark(rows: list[Row]) -> str:
    """Take a bullet that was typed off the first row; "" where there is none."""
    text = "".join(run.text for run in rows[0].runs)
    match = MARK.match(text)
    if match:
        length = match.end()
    elif text.lstrip()[:1] in _SURE and text.strip():
        length = len(text) - len(text.lstrip()) + 1
    else:
        return ""
    mark = text[:length].strip()
    rest: list[Run] = []
    for run in rows[0].runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:]:
            rest.append(Run(run.text[cut:], run.strong, run.em, run.target))
    rows[0].runs = rest
    return mark
