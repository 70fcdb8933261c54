"""What a document is cut into before any of it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from typeset.importers.text.markup.blocks import Block


@dataclass
class RawSection:
    """A section before its blocks are read. `kinds` is empty for a title of the author's own."""

    title: str
    line: int
    kinds: list[str]
    blocks: list[Block] = field(default_factory=list)
    alone: bool = False
    """Whether no other section tells of work: a teacher's "Teaching" is the work then."""
    worked: bool = False
    """Whether another section tells when one was employed: what has no day here is none then."""


@dataclass
class Outline:
    """The blocks of the header, and the sections in order."""

    header: list[Block]
    sections: list[RawSection]


def title_over(section: RawSection) -> list[RawSection]:
    """The title of a section that others stand under, as a section of its own: none if it has none.

    "Publications" over "Articles" and "Books": it is a title over titles, and holds nothing.
    """
    return [RawSection(section.title, section.line, [])] if section.title else []
