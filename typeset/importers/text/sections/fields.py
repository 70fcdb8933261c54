"""What a person did in each of several fields, as functional résumés tell it.

Under "Achievements", "Key Skills" or "Relevant Experience" stand "Fundraising" and "Press", with a
list of deeds under each; where one was employed, another section says.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.bodies import read_body
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.markup.blocks import Block, Heading, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

Field = tuple[str, list[Block]]
"""The title of a field, and the list under it."""


def read_fields(raw: RawSection, record: Record) -> list[Part]:
    """A section that tells by field what its person did: an entry a field; nothing for others."""
    if not is_by_field(raw, record):
        return []
    found = _fields(raw.blocks)
    record.choose(raw.line, "kind-by-content", raw.title, "deeds under titles of their own")
    entries = [{"title": title, **read_body(below)} for title, below in found]
    return [Part({**spine(raw, ""), "entries": entries})]


def is_by_field(raw: RawSection, record: Record) -> bool:
    """Whether a section is titles over lists of what was done, of which nothing has a day.

    Under a title of prizes none is named, under one of skills the deeds are sentences, and under
    one of work no one employed the person, which another section tells.
    """
    found = _fields(raw.blocks)
    if len(found) < _FEWEST_FIELDS:
        return False
    items = [unlink(unstyle(item.text))[0] for _, below in found for item in _items(below)]
    texts = [raw.title, *(title for title, _ in found), *items]
    if any(find_date(text, record.vocabulary) for text in texts):
        return False
    if sum(len(text.split()) > _LONGEST_NAME for text in items) * 2 <= len(items):
        return False
    if "work" in raw.kinds:
        heads = [title for title, _ in found]
        held = any(names("roles", one, record) or names_owner(one, record) for one in heads)
        return raw.worked and not held
    if "skills" in raw.kinds:
        return sum(map(_is_deed, items)) * 2 > len(items)
    prized = raw.kinds == ["awards"] and any(_names_prize(text, record) for text in texts)
    return not prized and raw.kinds in ([], ["awards"], ["summary"])


_FEWEST_FIELDS = 2
_LONGEST_NAME = 4
"""Words of a prize, a skill or another thing that is only named."""


def _is_deed(text: str) -> bool:
    """Whether an item of skills tells what was done with one: a long sentence, or figures."""
    return len(text.split()) > _LONGEST_SKILL and bool(re.search(r"\d|\.$", text))


_LONGEST_SKILL = 6


def _fields(blocks: list[Block]) -> list[Field]:
    """The fields of a section that holds nothing else, each with its list; nothing for others."""
    if len(blocks) == 1 and isinstance(blocks[0], List):
        blocks = [part for item in blocks[0].items for part in item.blocks]
    pairs = [*zip(blocks[::2], blocks[1::2], strict=False)]
    titles = [_title(head) for head, _ in pairs]
    if len(blocks) % 2 or not all(titles):
        return []
    listed = all(isinstance(below, List) for _, below in pairs)
    return [(one, [below]) for one, (_, below) in zip(titles, pairs, strict=True)] if listed else []


def _title(block: Block) -> str:
    """The title that a block is: a heading, a line in bold, or a short line with a colon."""
    text = block.text if isinstance(block, (Heading, Paragraph)) else ""
    plain = unlink(unstyle(text))[0].strip()
    bold = wholly(text)[0] == "strong"
    short = len(plain.split()) <= _LONGEST_TITLE and plain.endswith((":", "："))
    named = isinstance(block, Heading) or bold or short
    return plain.rstrip(":：").rstrip() if named else ""


_LONGEST_TITLE = 6


def _items(blocks: list[Block]) -> list[ListItem]:
    return [item for block in blocks if isinstance(block, List) for item in block.items]


def _names_prize(text: str, record: Record) -> bool:
    """Whether a word of a text is a prize's: "Awards", "Bronze medal"."""
    words = [key(word).removesuffix("s") for word in re.findall(r"[^\W\d_]+", text)]
    return not record.vocabulary["prizes"].isdisjoint(words)
