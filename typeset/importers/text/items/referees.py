"""References: who gives them, and what they say."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

Entry = dict[str, Any]


def read_references(blocks: list[Block], record: Record) -> list[Entry] | None:
    """References: an item or paragraph each, in its author's words."""
    if any(isinstance(block, Heading) for block in blocks):
        return _by_headings(blocks)
    texts = [
        to_markdown(item.blocks) if isinstance(item, ListItem) else to_markdown([item])
        for block in blocks
        for item in (block.items if isinstance(block, List) else _a_line_each(block))
    ]
    return [_referee(text, record) for text in texts if text] or None


def _a_line_each(block: Block) -> list[Block]:
    """A paragraph whose lines all begin with a name in bold, as a paragraph a line."""
    lines = block.lines if isinstance(block, Paragraph) else []
    if not lines or not all(_BOLD_REFEREE.fullmatch(line.text) for line in lines):
        return [block]
    return [Paragraph([Line(line.number, line.text)]) for line in lines]


def _by_headings(blocks: list[Block]) -> list[Entry] | None:
    """Each referee under a heading with the name."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    if starts[0]:
        return None
    entries: list[Entry] = []
    for begin, end in pairwise([*starts, len(blocks)]):
        heading = blocks[begin]
        assert isinstance(heading, Heading)
        said = to_markdown(blocks[begin + 1 : end])
        entries.append({"name": unstyle(heading.text), **({"reference": said} if said else {})})
    return entries


_REFEREE = re.compile(
    r"(?P<name>[^,;|–—:：，、(（\n]{2,50}?)(?:\s*[,;|，、]\s*|\s+[–—-]\s+|\s*\\?\n)(?P<rest>\S.*)",
    re.DOTALL,
)


_BOLD_REFEREE = re.compile(r"(?P<name>\*\*[^*\n]{2,50}\*\*)[\s,\\]+(?P<rest>\S.*)", re.DOTALL)


def _referee(text: str, record: Record) -> Entry:
    """A reference: the name of who gives it, where the text begins with one, and what is said."""
    match = _BOLD_REFEREE.fullmatch(text) or _REFEREE.fullmatch(text)
    name = unstyle(match["name"]).strip() if match else ""
    words_ = [word for word in name.split() if key(word) not in record.vocabulary["honorifics"]]
    bare = " ".join(words_)  # "Professor" is a title here, and no role
    capital = [word for word in words_ if word[:1].isupper() or word in _PARTICLES]
    told = any(names(list_, bare, record) for list_ in ("roles", "organisations", "schools"))
    person = 1 < len(capital) == len(words_) <= 5 or (
        len(words_) == 1 and len(words_) < len(name.split())
    )
    if not match or not person or told or re.search(r"[\d@]", name):
        return {"reference": text}
    return {"name": name, "reference": match["rest"]}


_PARTICLES = frozenset(
    [
        "van",
        "von",
        "de",
        "der",
        "den",
        "da",
        "do",
        "dos",
        "di",
        "du",
        "la",
        "le",
        "al",
        "bin",
        "y",
        "e",
    ]
)
