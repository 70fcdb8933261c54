"""The vocabulary that all text formats are read into: blocks, each with its lines.

The text of a block is inline Markdown in one canonical form (`*em*`, `**strong**`,
HTML gone, only what must be escaped escaped), whatever the source was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.importers.text.markup.inline import escape_start

_SOLID_EDGE = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]")


@dataclass(slots=True)
class Line:
    """One line of a paragraph; `hard` when the author meant it to end there."""

    number: int
    text: str
    hard: bool = False


@dataclass(slots=True)
class Heading:
    """A heading; `marked` is false for one recognized by its words or looks."""

    level: int
    text: str
    line: int
    marked: bool = True
    titled: bool = False
    """Whether it is surely a section's title, of unknown words, as it is set as known ones are."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph, line by line."""

    lines: list[Line]
    indented: bool = False

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.lines[0].number

    @property
    def text(self) -> str:
        """All its lines as inline Markdown."""
        return joined(self.lines)


@dataclass(slots=True)
class ListItem:
    """One item of a list; its first block is most often a paragraph."""

    line: int
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of its first paragraph, "" where it begins with another block."""
        first = self.blocks[0] if self.blocks else None
        return first.text if isinstance(first, Paragraph) else ""


@dataclass(slots=True)
class List:
    """A list of bullets, or of numbers from `start`."""

    line: int
    items: list[ListItem] = field(default_factory=list)
    start: int | None = None


@dataclass(slots=True)
class Quote:
    """A block quotation."""

    line: int
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Code:
    """Preformatted text."""

    line: int
    text: str


@dataclass(slots=True)
class Table:
    """A table: its head row (perhaps of empty cells) and rows."""

    line: int
    head: list[str]
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    lines: dict[str, list[str]] = field(default_factory=dict)
    """The lines of the cells that have several ("Go<br>SQL"), by the text of the cell."""


@dataclass(slots=True)
class Definitions:
    """Terms, each with what is said of it: a period and a position, a label and its list."""

    line: int
    items: list[tuple[Line, list[Block]]] = field(default_factory=list)


@dataclass(slots=True)
class Rule:
    """A thematic break."""

    line: int


Block = Heading | Paragraph | List | Quote | Code | Table | Definitions | Rule


def _at_margin(lines: list[Line]) -> bool:
    """Whether a margin may have ended all lines but the last, in a script without spaces.

    It ends them at one width; lines of any width ("保守を担当" over a longer one) are its author's.
    """
    if not any(_SOLID_EDGE.match(line.text[-1:]) for line in lines):
        return True
    widths = [len(line.text) + len(_SOLID_EDGE.findall(line.text)) for line in lines]
    return min(widths[:-1]) >= max(widths) - _LONGEST_WORD


_LONGEST_WORD = 12
"""By how much a line of Chinese or Japanese may be shorter, where a Latin word comes next."""


def joined(lines: list[Line]) -> str:
    """Lines as one text: wrapped ones by a space, hard ones by a Markdown line break."""
    if len(lines) == 1:
        return escape_start(lines[0].text)
    parts: list[str] = []
    margin = _at_margin(lines)
    for index, line in enumerate(lines):
        starts = index == 0 or lines[index - 1].hard
        parts.append(escape_start(line.text) if starts else line.text)
        if index + 1 < len(lines):
            follows = lines[index + 1].text
            solid = margin and _SOLID_EDGE.match(line.text[-1:]) and _SOLID_EDGE.match(follows)
            parts.append("\\\n" if line.hard else "" if solid else " ")
    return "".join(parts)


def to_markdown(blocks: list[Block]) -> str:
    """Blocks as Markdown, in one canonical style."""
    parts: list[str] = []
    for block in blocks:
        if text := "\n".join(_lines(block)):
            parts.append(text)
    return "\n\n".join(parts)


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * min(block.level, 6)} {block.text}"]
        case Paragraph():
            return block.text.replace("\t", " ").split("\n")
        case List():
            return _list_lines(block)
        case Quote():
            inner = to_markdown(block.blocks).split("\n")
            return [f"> {line}".rstrip() for line in inner]
        case Code():
            fence = "`" * max(
                3, 1 + max((len(run) for run in re.findall("`+", block.text)), default=0)
            )
            return [fence, *block.text.split("\n"), fence]
        case Table():  # a text has no tables: each row is an item of a list
            rows = [row for row in (block.head, *block.rows) if any(row)]
            return ["- " + " · ".join(cell for cell in row if cell) for row in rows]
        case Definitions():  # a text has none: a term is a line over its texts
            terms = [to_markdown([Paragraph([term]), *below]) for term, below in block.items]
            return "\n\n".join(terms).split("\n")
        case Rule():
            return []


def _list_lines(block: List) -> list[str]:
    loose = any(isinstance(inner, Paragraph) for item in block.items for inner in item.blocks[1:])
    result: list[str] = []
    for index, item in enumerate(block.items):
        mark = "- " if block.start is None else f"{block.start + index}. "
        if result and loose:
            result.append("")
        first = True
        for inner in item.blocks:
            if not first and not isinstance(inner, List):
                result.append("")
            for line in _lines(inner):
                result.append((mark if first else " " * len(mark) if line else "") + line)
                first = False
    return result
