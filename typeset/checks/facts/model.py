"""The facts of a PDF that checks read. Sizes in points; y grows upwards from the page's foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from typeset.problems import Problem

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

Colour = tuple[int, int, int]
"""Red, green, blue, each to 255."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters painted in one go. `x`, `y` is where their baseline starts.

    `mode` is PDF's rendering mode (3: invisible), `ground` the colour behind them, and
    `seen` the strongest contrast (1 to 21) that the picture of the page shows in their box.
    """

    text: str
    box: Box
    x: float
    y: float
    size: float
    font: str
    colour: Colour
    mode: int
    marked: int
    ground: Colour = (255, 255, 255)
    seen: float = 21.0
    upright: bool = True


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One page: `text` in content order, `pieces` in the order they are painted."""

    number: int
    width: float
    height: float
    text: str
    pieces: tuple[Piece, ...]
    images: tuple[Box, ...] = ()
    tabs: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a content stream between two marks; `marked` is -1 outside of any.

    `artifact` is what the file says is no content (a rule, a running line).
    """

    page: int
    text: str
    marked: int
    artifact: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the structure tree; `parts` are its elements and contents, in order.

    A content is `(page, marked)`; a link or field that it holds is in `objects`, by the
    number of its object in the file.
    """

    role: str
    parts: tuple[Tag | tuple[int, int], ...] = ()
    objects: tuple[int, ...] = ()
    alternative: str = ""
    actual: str = ""
    lang: str = ""

    @property
    def children(self) -> tuple[Tag, ...]:
        """The elements directly below."""
        return tuple(part for part in self.parts if isinstance(part, Tag))

    def walk(self) -> Iterator[Tag]:
        """This element and all below it, in reading order."""
        stack = [self]
        while stack:
            tag = stack.pop()
            yield tag
            stack.extend(reversed(tag.children))

    def contents(self) -> Iterator[tuple[int, int]]:
        """The contents of this element and all below it, in reading order."""
        stack: list[Tag | tuple[int, int]] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, Tag):
                stack.extend(reversed(part.parts))
            else:
                yield part


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the file, without its subset's tag. `unicode`: its glyphs have characters."""

    name: str
    kind: str
    embedded: bool
    unicode: bool


@dataclass(frozen=True, slots=True)
class Link:
    """An annotation that leads somewhere: `object` is its number in the file."""

    page: int
    box: Box
    target: str
    object: int
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF."""

    name: str
    relationship: str
    size: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself. `claims` are standards such as `PDF/UA-1`."""

    info: dict[str, str] = field(default_factory=dict)
    xmp: str = ""
    lang: str = ""
    title: str = ""
    author: str = ""
    shows_title: bool = False
    marked: bool = False
    claims: tuple[str, ...] = ()
    encrypted: bool = False
    scripts: bool = False


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """All that is known of a PDF. `tags` is None where it has no structure tree.

    `problems` are what could not be read, and `unread` the names of those readers.
    """

    name: str
    size: int
    sheets: tuple[SheetFacts, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    tags: Tag | None = None
    fonts: tuple[Font, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()

    @property
    def pieces(self) -> Iterator[tuple[SheetFacts, Piece]]:
        """Every piece of text that is more than white space, with its page."""
        return ((s, piece) for s in self.sheets for piece in s.pieces if piece.text.strip())

    @property
    def has_text(self) -> bool:
        """Whether any page holds a letter or digit."""
        return any(c.isalnum() for sheet in self.sheets for c in sheet.text)
