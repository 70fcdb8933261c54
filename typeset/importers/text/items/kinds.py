"""Lists whose items are of several kinds: certificates beside prizes, or lists of skills."""

from __future__ import annotations

import re

from typeset.importers.text.heads.words import names
from typeset.importers.text.items.entries import read_items
from typeset.importers.text.items.interests import read_interests
from typeset.importers.text.items.items import items_of
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.parts import Entry, Part
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import kind_of
from typeset.importers.text.skills.skills import read_skills
from typeset.importers.text.skills.spoken import read_languages
from typeset.importers.text.skills.words import split_keywords
from typeset.importers.text.words.scripts import COMMAS

ITEM_NAMES = {
    "certificates": ("name", "date"),
    "awards": ("title", "date"),
    "publications": ("name", "releaseDate"),
}
"""The keys of an item's words and of its day, for each kind of short items."""

_LABELLED = re.compile(rf"([^:：{COMMAS}]{{2,30}})[:：]\s*(\S.*)", re.DOTALL)
_DASHED = re.compile(rf"([^:：{COMMAS}–—-]{{2,30}}?)\s+[–—-]\s+(\S.*)", re.DOTALL)
_OPEN = re.compile(rf"[{COMMAS}]\s*$")


def read_mixed_items(raw: RawSection, record: Record) -> list[Part]:
    """A section of certificates and prizes: what names a prize is one, the rest is the other."""
    others = [kind for kind in raw.kinds if kind != "awards"]
    if set(raw.kinds) - set(ITEM_NAMES) or len(others) != 1 or "awards" not in raw.kinds:
        return []
    part = Part({"title": raw.title})
    for line, text, below in items_of(raw.blocks, record) or []:
        kind = "awards" if names("prizes", unstyle(text), record) else others[0]
        item = ListItem(line, [Paragraph([Line(line, text)]), *below])
        entries = read_items([List(line, [item])], *ITEM_NAMES[kind], record)
        if not entries:
            return []
        part.mixed += [(kind, entry) for entry in entries]
        record.choose(line, "kind-by-words", text, kind)
    return [part] if part.mixed else []


def cut_skills(blocks: list[Block], record: Record) -> tuple[list[Block], list[Part]]:
    """The blocks of a list of certificates without its last items that list skills, and these.

    They begin with the title of such a section: "软件：Photoshop、Excel".
    """
    last = blocks[-1] if blocks else None
    items = last.items if isinstance(last, List) else []
    count = 0
    while count < len(items) - 1 and _kind_listed(items[-1 - count].text, record):
        count += 1
    if not count or not isinstance(last, List):
        return blocks, []
    parts: list[Part] = []
    for item in items[-count:]:
        kind = _kind_listed(item.text, record)
        entries: list[Entry] | None = None
        if kind == "languages" and (match := _LABELLED.fullmatch(item.text)):
            text = Paragraph([Line(item.line, match[2])])
            entries = read_languages([text], record)
            kept = {"kind": kind, "title": unstyle(match[1]).strip()}
        else:
            entries = read_skills([List(item.line, [item])], record)
            kept = {"kind": kind}
        if not entries:
            return blocks, []
        parts.append(Part(kept, kind, entries))
        record.choose(item.line, "skills-among-certificates", item.text, kind)
    return [*blocks[:-1], List(last.line, items[:-count], last.start)], parts


def cut_labelled(raw: RawSection, record: Record) -> tuple[RawSection, list[Part]]:
    """Personal facts without the lines that list languages or interests, and these lists."""
    parts: list[Part] = []
    kept: list[Block] = []
    for block in raw.blocks:
        if isinstance(block, List):
            items = [
                item for item in block.items
                if len(item.blocks) != 1 or not _labelled(item.line, item.text, parts, record)
            ]  # fmt: skip
            kept += [List(block.line, items, block.start)] if items else []
        elif isinstance(block, Paragraph) and all(line.hard for line in block.lines[:-1]):
            lines = [
                line for line in _with_rests(block.lines)
                if not _labelled(line.number, line.text, parts, record)
            ]  # fmt: skip
            kept += [Paragraph(lines, block.indented)] if lines else []
        else:
            kept.append(block)
    if parts and not kept and raw.title:
        parts.insert(0, Part({"title": raw.title}))
    return RawSection(raw.title, raw.line, raw.kinds, kept), parts


def _with_rests(lines: list[Line]) -> list[Line]:
    """The lines with those behind a comma as the rest of the labelled list that they go on with."""
    result: list[Line] = []
    for line in lines:
        above = result[-1] if result else None
        open_ = above and _LABELLED.fullmatch(above.text) and _OPEN.search(above.text)
        if above and open_ and not _LABELLED.fullmatch(line.text):
            result[-1] = Line(above.number, f"{above.text} {line.text.strip()}", line.hard)
        else:
            result.append(line)
    return result


def _labelled(line: int, text: str, parts: list[Part], record: Record) -> bool:
    """Whether a line is such a list; then it is one part more."""
    match = _LABELLED.fullmatch(unstyle(text)) or _DASHED.fullmatch(unstyle(text))
    kind = kind_of(match[1], record.vocabulary) if match else ""
    if not match or kind not in ("languages", "interests"):
        return False
    said: list[Block] = [Paragraph([Line(line, match[2].strip())])]
    read = read_languages if kind == "languages" else read_interests
    entries = read(said, record)
    if not entries:
        return False
    record.choose(line, "labelled-line", text, kind)
    parts.append(Part({"kind": kind, "title": match[1].strip()}, kind, entries))
    return True


def _kind_listed(text: str, record: Record) -> str:
    """The kind of an item that is a labelled list of skills or languages, or ""."""
    match = _LABELLED.fullmatch(unstyle(text))
    kind = kind_of(match[1], record.vocabulary) if match else ""
    listed = match is not None and len(split_keywords(match[2])) > 1
    return kind if listed and kind in ("skills", "languages") else ""
