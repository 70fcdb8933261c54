"""Projects under lines in bold ("Web", "Tools"), each over its list → a section a line."""

from __future__ import annotations

from itertools import pairwise

from typeset.importers.text.markup.blocks import Block, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date

_LONGEST_TITLE = 8


def project_groups(raw: RawSection, record: Record) -> tuple[list[Block], list[RawSection]]:
    """What stands before the first line in bold over a list, and a section for each; or none."""
    starts = [at for at in range(len(raw.blocks) - 1) if _is_title(raw.blocks, at, record)]
    edges = [*starts, len(raw.blocks)]
    alone = all(end - start == 2 for start, end in pairwise(edges))
    before = raw.blocks[: edges[0]]
    if not starts or not alone or not all(isinstance(block, Paragraph) for block in before):
        return [], []
    groups: list[RawSection] = []
    for start in starts:
        line = raw.blocks[start]
        assert isinstance(line, Paragraph)
        title = unlink(unstyle(line.text))[0].strip().rstrip(":：")
        record.choose(line.line, "title-in-section", line.text, title)
        groups.append(RawSection(title, line.line, raw.kinds, [raw.blocks[start + 1]]))
    return before, groups


def _is_title(blocks: list[Block], at: int, record: Record) -> bool:
    block = blocks[at]
    if not isinstance(block, Paragraph) or not isinstance(blocks[at + 1], List):
        return False
    short = len(block.lines) == 1 and len(block.text.split()) <= _LONGEST_TITLE
    strong = wholly(block.text.strip().rstrip(":："))[0] == "strong"
    return short and strong and not find_date(unstyle(block.text), record.vocabulary)
