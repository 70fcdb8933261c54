"""A language and how well it is spoken, which a style, a bracket or nothing but its place parts."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.skills.tongue_lists import begins_with_tongue
from typeset.importers.text.words.vocabulary import key, vocabulary


def by_turns(blocks: list[Block]) -> list[Block]:
    """Paragraphs whose lines are a language and how well it is spoken, by turns, as such lines."""
    if not all(isinstance(block, Paragraph) for block in blocks):
        return []
    lines = [line for block in blocks if isinstance(block, Paragraph) for line in block.lines]
    pairs = [*zip(lines[::2], lines[1::2], strict=False)]
    told = all(
        begins_with_tongue(name.text)
        and (not begins_with_tongue(level.text) or key(level.text) in vocabulary()["levels"])
        and len(name.text.split()) <= _LONGEST_NAME
        and not _SEPARATED.search(f"{name.text} {level.text}")
        for name, level in pairs
    )
    if not told or len(lines) % 2 or len(pairs) < _FEWEST_PAIRS:
        return []
    return [
        Paragraph([Line(name.number, f"{name.text}: {level.text}", True) for name, level in pairs])
    ]


_LONGEST_NAME = 4
_FEWEST_PAIRS = 2
_SEPARATED = re.compile(r"[:：,|;、·•]|^\W*$")


def set_apart(text: str) -> tuple[str, str] | None:
    """A language and what bold, code or brackets set off: "**Mandarin** HSK 5", "Irish [B1]"."""
    match = _SET_APART.fullmatch(text.strip())
    parts = [unstyle(part).strip() for part in match.groups() if part] if match else []
    if len(parts) != _NAME_AND_LEVEL or any(_SEPARATED.search(part) for part in parts):
        return None
    name, level = parts
    named = begins_with_tongue(name) and len(name.split()) <= _LONGEST_NAME
    other = begins_with_tongue(level) and key(level) not in vocabulary()["levels"]
    return (name, level) if named and not other else None


_SET_APART = re.compile(
    r"(\*\*[^*]+\*\*|\*[^*]+\*)\s+([^*`\s][^*`]*)"
    r"|([^*`\\\[\]]+?),?\s+(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)"
    r"|([^*`\\\[\]]+?)\s+\\?\[([^\[\]\\]+)\\?\]"
    r"|([^*`/]+?)\s+/\s+([^*`/]+)"
)
_NAME_AND_LEVEL = 2


def told_behind(text: str, record: Record) -> tuple[str, str] | None:
    """A language of several words, or of one, and how well it is spoken, or by which test.

    "Haitian Creole conversational", "Mandarin HSK 5".
    """
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        name, level = words[:count], words[count:]
        ends = any(key(" ".join(name[at:])) in record.vocabulary["tongues"] for at in range(count))
        said = any(key(word) in record.vocabulary["levels"] for word in level)
        if ends and (said or _TEST.fullmatch(" ".join(level))):
            return " ".join(name), " ".join(level)
    return None


_TEST = re.compile(r"(?:[^\W\d_a-zà-ÿ]\S*[\s-]+)?[A-Za-z]?\d[\d.+/]*")
"""A test and its result: "HSK 5", "TOEIC 905", "N2"."""
