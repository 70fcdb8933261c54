"""Skill sections → groups of a name and keywords.

Labels in bold on lines that Markdown runs together, labelled bullets, a label line over a
` · ` list, tables of a label and a list, plain lists.
"""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Definitions, Heading, List, Paragraph, Table
from typeset.importers.text.markup.inline import masked, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.skills.levels import Group, is_level, shown_label
from typeset.importers.text.skills.lists import inner_words, list_groups, whole_items
from typeset.importers.text.skills.paragraphs import (
    levelled_lines,
    levelled_words,
    paragraph_groups,
)
from typeset.importers.text.skills.tables import table_groups
from typeset.importers.text.skills.words import split_keywords


def read_skills(blocks: list[Block], record: Record, *, titled: bool = False) -> list[Group] | None:
    """The groups of a skill section, or None where a block is no list of skills.

    In a section that is `titled` as one of skills, bullets that are clauses or sentences are a
    skill each, and a sentence under a skill's heading says how well it is mastered.
    """
    groups: list[Group] = []
    blocks = [part for block in blocks for part in _named_items(block)]
    for index, block in enumerate(blocks):
        made: list[Group] | None = None
        if isinstance(block, Heading):
            below = blocks[index + 1] if index + 1 < len(blocks) else None
            if below is None or isinstance(below, Heading):
                return None
            groups.append(_headed(unstyle(block.text), record))
            continue
        if isinstance(block, Paragraph) and _names_list(blocks, index):
            groups.append({"name": shown_label(block.text)})
            continue
        if isinstance(block, Paragraph):
            made = levelled_lines(block, record) or paragraph_groups(block)
            if made and not (groups and "keywords" not in groups[-1]):
                made = levelled_words(made, record) or made
            if not made and titled and groups and groups[-1].keys() == {"name"}:
                record.choose(block.line, "sentence-as-level", block.text, groups[-1]["name"])
                groups[-1]["level"] = block.text
                continue
        elif isinstance(block, List):
            opened = bool(groups) and "keywords" not in groups[-1]
            made = list_groups(block, record) or (
                whole_items(block, titled) if opened or titled else None
            )
        elif isinstance(block, Table):
            made = table_groups(block, record)
        elif isinstance(block, Definitions):
            made = _definitions(block)
        if made is None:
            return None
        open_ = groups and "keywords" not in groups[-1]
        if open_ and all("name" not in group for group in made):
            groups[-1]["keywords"] = [word for group in made for word in group["keywords"]]
        else:
            groups += made
    return groups or None


def _named_items(block: Block) -> list[Block]:
    """A list whose items are each a name in bold over a paragraph as headings over these."""
    items = block.items if isinstance(block, List) else []
    pairs = [item.blocks for item in items if len(item.blocks) == _NAME_AND_TEXT]
    if not items or len(pairs) < len(items):
        return [block]
    parts: list[Block] = []
    for name, text in pairs:
        if not isinstance(name, Paragraph) or not isinstance(text, Paragraph):
            return [block]
        if not _is_short_name(name) or wholly(name.text)[0] != "strong":
            return [block]
        parts += [Heading(_LOWEST, wholly(name.text)[1], name.line), text]
    return parts


_NAME_AND_TEXT = 2
_LOWEST = 6


def _headed(title: str, record: Record) -> Group:
    """The group that a heading names, perhaps with how well it is mastered: "Tools (expert)"."""
    match = _GRADED.fullmatch(title.strip())
    if match and is_level(match[2], record):
        return {"name": match[1], "level": match[2].strip()}
    return {"name": title}


_GRADED = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")


def _names_list(blocks: list[Block], index: int) -> bool:
    """Whether a short line names the list under it: in bold, or all lines and lists alternate."""
    block = blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(below, (List, Paragraph)):
        return False
    if not _is_short_name(block):
        return False
    if wholly(block.text)[0] == "strong":
        return isinstance(below, List) or wholly(below.text)[0] != "strong"
    return len(blocks) > 2 and all(
        (isinstance(one, List) or (isinstance(one, Paragraph) and not _is_short_name(one)))
        if at % 2
        else (isinstance(one, Paragraph) and _is_short_name(one))
        for at, one in enumerate(blocks)
    )


def _is_short_name(block: Paragraph) -> bool:
    text = block.text.rstrip(":： ")
    short = len(block.lines) == 1 and len(text.split()) <= _LONGEST_NAME
    return short and not re.search(r"[·•|,;.\t:：]", masked(text))


_LONGEST_NAME = 6


def _definitions(block: Definitions) -> list[Group] | None:
    """Each term a group; its definitions are lists."""
    groups: list[Group] = []
    for term, below in block.items:
        if not below or not all(isinstance(inner, (Paragraph, List)) for inner in below):
            return None
        words = [w for b in below if isinstance(b, Paragraph) for w in split_keywords(b.text)]
        words += [word for inner in below for word in inner_words(inner)]
        groups.append({"name": shown_label(term.text), "keywords": words})
    return groups
