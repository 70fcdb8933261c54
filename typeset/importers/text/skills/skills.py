"""Skill sections → groups of a name and keywords.

Labels in bold on lines that Markdown runs together, labelled bullets, a label line over a
` · ` list, tables of a label and a list, plain lists.
"""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Heading,
    List,
    Paragraph,
    Table,
)
from typeset.importers.text.markup.inline import masked, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.skills.dashed_lines import dashed_levels
from typeset.importers.text.skills.levels import Group, by_levels, is_level, shown_label
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
    skill each, and a sentence under a skill's heading is one keyword of it.
    """
    groups: list[Group] = []
    under = False  # whether a line or heading over what is read names the last group
    blocks = [part for block in blocks for part in _named_items(block, record)]
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            below = blocks[index + 1] if index + 1 < len(blocks) else None
            if below is None or isinstance(below, Heading):
                return None
            groups.append(_headed(shown_label(block.text), record))
            under = True
            continue
        if isinstance(block, Paragraph) and _names_list(blocks, index):
            groups.append({"name": shown_label(block.text)})
            under = True
            continue
        opened = bool(groups) and "keywords" not in groups[-1]
        made = _groups_of(block, record, opened, titled)
        if made is None and isinstance(block, Paragraph) and titled and opened:
            if groups[-1].keys() != {"name"} or block.text.endswith((":", "：")):
                return None
            record.choose(block.line, "sentence-whole", block.text, groups[-1]["name"])
            groups[-1]["keywords"] = [block.text]
            continue
        if made is None:
            return None
        if under and all("name" not in group and "level" not in group for group in made):
            words = [word for group in made for word in group["keywords"]]
            groups[-1]["keywords"] = [*groups[-1].get("keywords", ()), *words]
        elif under and opened and (graded := by_levels(groups[-1], made, record)):
            groups[-1:] = graded
        else:
            groups += made
            under = False
    return [_with_level(_without_ends(group), record) for group in groups] or None


def _with_level(group: Group, record: Record) -> Group:
    """A group whose one keyword says how well what it names is mastered: "Office – basic"."""
    words = group.get("keywords", [])
    if group.keys() != {"name", "keywords"} or len(words) != 1:
        return group
    told = is_level(words[0], record)
    return {"name": group["name"], "level": words[0]} if told else group


def _without_ends(group: Group) -> Group:
    """A group without the semicolons that end the items of its list: "- Forging;"."""
    result = dict(group)
    for part in ("name", "level"):
        if part in result:
            result[part] = _ITEM_END.sub("", result[part])
    if "keywords" in result:
        result["keywords"] = [_ITEM_END.sub("", word) for word in result["keywords"]]
    return result


_ITEM_END = re.compile(r"(?<=\w|[)\]*`+#])\s*[;；]$(?<!&amp;)(?<!&lt;)(?<!&gt;)")


def _groups_of(block: Block, record: Record, opened: bool, titled: bool) -> list[Group] | None:
    """The groups of one block, `opened` where a name stands over it; None for other blocks."""
    if isinstance(block, Paragraph):
        read: list[Group] | None = levelled_lines(block, record) or dashed_levels(block, record)
        read = read or paragraph_groups(block)
        return (levelled_words(read, record) if read and not opened else None) or read
    if isinstance(block, List):
        whole = opened or titled
        made = list_groups(block, record, named=opened)
        return made or (whole_items(block, titled) if whole else None)
    if isinstance(block, Table):
        return table_groups(block, record)
    return _definitions(block) if isinstance(block, Definitions) else None


def _named_items(block: Block, record: Record) -> list[Block]:
    """A list whose items are each a name, in bold or over a listing or level, as headings."""
    items = block.items if isinstance(block, List) else []
    pairs = [item.blocks for item in items if len(item.blocks) == _NAME_AND_TEXT]
    if not items or len(pairs) < len(items):
        return [block]
    parts: list[Block] = []
    for name, text in pairs:
        if not isinstance(name, Paragraph) or not isinstance(text, Paragraph):
            return [block]
        told = wholly(name.text)[0] == "strong" or is_level(text.text, record)
        told = told or len(split_keywords(text.text)) > 1
        if not _is_short_name(name) or not told:
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
    """Whether a short line names the list under it.

    In bold, with a colon over bullets, or where all lines and lists alternate.
    """
    block = blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(below, (List, Paragraph)):
        return False
    if wholly(block.text)[0] == "strong" and len(block.text.split()) <= _LONGEST_STRONG:
        return isinstance(below, List) or wholly(below.text)[0] != "strong"
    if not _is_short_name(block):
        return False
    if isinstance(below, List) and block.text.rstrip("* ").endswith((":", "：")):
        return True
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
_LONGEST_STRONG = 9


def _definitions(block: Definitions) -> list[Group] | None:
    """Each term a group; its definitions are lists. A term of a dot alone stands for none."""
    groups: list[Group] = []
    for term, below in block.items:
        first = below[0] if below else None
        if not re.search(r"\w", term.text) and isinstance(first, Paragraph) and len(below) == 1:
            groups += paragraph_groups(first) or []
            continue
        if not below or not all(isinstance(inner, (Paragraph, List)) for inner in below):
            return None
        words = [w for b in below if isinstance(b, Paragraph) for w in split_keywords(b.text)]
        words += [word for inner in below for word in inner_words(inner)]
        groups.append({"name": shown_label(term.text), "keywords": words})
    return groups
