"""A section of languages that names none of them in a list: tests passed, or a sentence on them."""

from __future__ import annotations

from typeset.importers.text.items.sections import read_item_section
from typeset.importers.text.markup.blocks import Block, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.parts import Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


def read_tests(raw: RawSection, record: Record) -> list[Part]:
    """Dated tests under a title of languages, as certificates: "- TOEIC: 845 (2020.11) / ETS"."""
    block = raw.blocks[0] if len(raw.blocks) == 1 else None
    items = block.items if isinstance(block, List) else []
    if not items or not all(find_date(unstyle(item.text), record.vocabulary) for item in items):
        return []
    section = RawSection(raw.title, raw.line, ["certificates"], raw.blocks)
    mark = record.mark()
    parts = read_item_section("certificates", section, record)
    if not parts or len(parts) > 1 or not all(one.get("date") for one in parts[0].entries):
        record.reset(mark)
        return []
    record.choose(raw.line, "kind-by-content", raw.title, "certificates")
    return parts


def begins_with_tongue(blocks: list[Block], record: Record) -> bool:
    """Whether one paragraph begins with what people speak: "Danish at home, some Dutch"."""
    text = blocks[0].text if len(blocks) == 1 and isinstance(blocks[0], Paragraph) else ""
    first = unlink(unstyle(text))[0].split()[:1]
    return any(key(word.strip(",;.")) in record.vocabulary["tongues"] for word in first)
