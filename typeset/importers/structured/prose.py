"""Sections that a structured file holds as text → entries, by the rules that read text."""

from __future__ import annotations

from dataclasses import replace

from typeset.importers.structured.mapping import Reading
from typeset.importers.structured.spine import Spine
from typeset.importers.text.markup.blocks import Block, to_markdown
from typeset.importers.text.markup.inline import parser
from typeset.importers.text.markup.markdown import markdown_blocks
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.sections import READERS, read_section
from typeset.importers.text.skills.skills import read_skills

_APART = frozenset({"summary", "contact"})
"""Kinds that are no section of entries."""


def add_markdown(
    spine: Spine, title: str, kind: str, text: str, reading: Reading, line: int
) -> None:
    """`add_text` of Markdown; what stays prose stays as it is written."""
    blocks = markdown_blocks(parser().parse(text), Record("", text))
    add_text(spine, title, kind, blocks, reading, line, as_prose=text)


def add_text(
    spine: Spine,
    title: str,
    kind: str,
    blocks: list[Block],
    reading: Reading,
    line: int,
    *,
    as_prose: str = "",
) -> None:
    """A section of text: entries where the rules for its kind know its shape, else prose.

    `as_prose` is the Markdown it is then kept as; `line` is where it stands in the file.
    """
    text = as_prose or to_markdown(blocks)
    if kind == "summary":
        spine.add_summary(title, text)
        return
    record = Record(reading.path, text)
    known = kind in READERS and kind not in _APART
    parts = read_section(RawSection(title, 0, [kind], blocks), record) if known else []
    if any(not part.kind for part in parts) or not parts:
        spine.add_prose(title, text)
        return
    for part in parts:
        spine.add(
            part.kind, part.section.get("title", ""), part.entries, part.section.get("body", "")
        )
    reading.choices += [replace(choice, line=line) for choice in record.choices]
    for text in (*(date.text for date in record.dates), *(label.text for label in record.labels)):
        reading.use(text)


def keywords_of(blocks: list[Block]) -> list[str]:
    """The words that blocks list, none where they are sentences or have labels of their own."""
    groups = read_skills(blocks, Record("", to_markdown(blocks))) if blocks else None
    if not groups or any("name" in group for group in groups):
        return []
    words = [str(word) for group in groups for word in group["keywords"]]
    return words if all(len(word.split()) <= _LONGEST_KEYWORD for word in words) else []


_LONGEST_KEYWORD = 6
