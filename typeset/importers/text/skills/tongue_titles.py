"""Sections that a language gives its name: "English" over how well it is spoken."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, List, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

Entry = dict[str, str]

_LONGEST_SAID = 30
"""Of how many words what is said of one language consists at most; a longer text is an essay."""


def tongue_of(title: str, record: Record) -> str:
    """The language of "English" and "English level"; "" for other titles."""
    labels = record.vocabulary.labels
    besides = labels.get("level", frozenset()) | labels.get("language", frozenset())
    words = [word for word in unstyle(title).strip(":： ").split() if key(word) not in besides]
    name = " ".join(words)
    return name if key(name) in record.vocabulary["tongues"] else ""


def read_titled(title: str, line: int, blocks: list[Block], record: Record) -> Entry | None:
    """The language that a title names, with what stands below; None for other titles and texts."""
    name = tongue_of(title, record)
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(" ".join(part.text for part in block.lines))
        elif isinstance(block, List) and all(len(item.blocks) == 1 for item in block.items):
            texts += [item.text for item in block.items]
        else:
            return None
    if not name or not texts or sum(len(text.split()) for text in texts) > _LONGEST_SAID:
        return None
    record.use_shared(line, name)
    record.choose(line, "language-in-title", title, name)
    return {"language": name, "fluency": "; ".join(texts)}
