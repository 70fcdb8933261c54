"""Lists of grants, courses or posts under captions: whose they are, or titles of lists."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from typeset.importers.text.entries.bodies import read_body
from typeset.importers.text.heads.words import names_owner
from typeset.importers.text.markup.blocks import Block, Heading, List, Paragraph, to_markdown
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_FEWEST = 2
_Reader = Callable[[RawSection, Record], list[Part]]


def read_captioned(
    raw: RawSection, record: Record, read: _Reader, *, known: bool = False
) -> list[Part]:
    """A section of lists that `read` knows, under undated headings or lines in bold.

    What the captions all name gave each item below it ("### Hill University" over the courses
    taught there); else they are titles of lists ("### Committees"), `known` ones if so asked.
    """
    starts = [at for at, block in enumerate(raw.blocks) if _caption(block, record)]
    if len(starts) < _FEWEST or starts[0]:
        return []
    groups = [
        (_caption(raw.blocks[start], record), raw.blocks[start].line, raw.blocks[start + 1 : end])
        for start, end in pairwise([*starts, len(raw.blocks)])
    ]
    if not all(blocks for _, _, blocks in groups):
        return []
    titles = record.vocabulary["other_titles"]
    told = sum(key(caption) in titles for caption, _, _ in groups) * 2 > len(groups)
    mark = record.mark()
    heads = all(isinstance(some[0], Paragraph) and not some[1:] for _, _, some in groups)
    owned = not heads and all(names_owner(caption, record) for caption, _, _ in groups)
    if known and not (owned or told):
        return []
    parts = (
        _of_owners(raw, groups, record, read) if owned else _of_titles(raw, groups, record, read)
    )
    if not parts:
        record.reset(mark)
    return parts


_Groups = list[tuple[str, int, list[Block]]]
"""Captions, their lines, and what stands under them."""


def _caption(block: Block, record: Record) -> str:
    """The words of a heading, or of a line that is all in bold, without a date; "" for others."""
    if isinstance(block, Heading):
        text = block.text
    elif isinstance(block, Paragraph) and len(block.lines) == 1:
        text = block.text.strip() if wholly(block.text.strip().rstrip(":"))[0] == "strong" else ""
    else:
        return ""
    plain = unlink(unstyle(text))[0].strip().rstrip(":")
    return "" if find_date(plain, record.vocabulary) else plain


def _of_owners(raw: RawSection, groups: _Groups, record: Record, read: _Reader) -> list[Part]:
    """One list, whose items have the captions over them as their organisations."""
    entries = []
    mark = record.mark()
    for caption, line, blocks in groups:
        found = read(RawSection(raw.title, line, [], blocks), record)
        listed = [entry for part in found for entry in part.section.get("entries", ())]
        if len(found) != 1 or not listed or any("organization" in entry for entry in listed):
            record.reset(mark)
            return _over_lists(raw, groups, record)
        for entry in listed:
            entry["organization"] = caption
        for _ in listed[1:]:
            record.use_shared(line, caption)
        entries += listed
    record.choose(raw.line, "captions-of-lists", groups[0][0], "who had the items below")
    return [Part({**spine(raw, "", ""), "entries": entries})]


def _over_lists(raw: RawSection, groups: _Groups, record: Record) -> list[Part]:
    """An entry a caption, over the one list below it, whose items are no entries by themselves."""
    if not all(len(blocks) == 1 and isinstance(blocks[0], List) for _, _, blocks in groups):
        return []
    record.choose(raw.line, "captions-of-lists", groups[0][0], "an entry each, over its list")
    entries = [{"title": caption, **read_body(blocks)} for caption, _, blocks in groups]
    return [Part({**spine(raw, ""), "entries": entries})]


def _of_titles(raw: RawSection, groups: _Groups, record: Record, read: _Reader) -> list[Part]:
    """A section each; a text stays one, but some are lists."""
    parts = [Part({"title": raw.title})] if raw.title else []
    told = 0
    for caption, line, blocks in groups:
        found = read(RawSection(caption, line, [], blocks), record)
        told += bool(found)
        parts += found or [Part({"title": caption, "body": to_markdown(blocks)})]
    record.choose(raw.line, "captions-of-lists", groups[0][0], "a section each")
    return parts if told * 2 >= len(groups) else []
