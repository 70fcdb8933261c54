"""Europass XML: the SkillsPassport of the older editor, and HR-XML's Candidate of the newer.

Both write their longer texts in HTML; this module holds what they share.
"""

from __future__ import annotations

from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.structured.field_texts import field_body, field_text
from typeset.importers.structured.mapping import Node, Reading
from typeset.importers.structured.rich import (
    html_blocks,
    looks_like_html,
    plain_body,
    plain_text,
)
from typeset.importers.structured.spine import Spine
from typeset.importers.structured.xml import read_xml
from typeset.importers.text.markup.blocks import Block
from typeset.importers.text.markup.plain import plain_blocks
from typeset.importers.text.record import Record
from typeset.problems import Problem, Span, TypesetError

ATTRIBUTES = frozenset({"year", "month", "day", "locale", "languageCode"})
"""Attributes that say something of the person; the others are the file's own affair."""


def read_europass(source: Source) -> Imported:
    """Read Europass XML. Raises `TypesetError` for broken XML, with its place."""
    from typeset.importers.structured.europass_candidate import read_candidate
    from typeset.importers.structured.europass_passport import read_passport

    reading = Reading(read_xml(source, ATTRIBUTES), source.name, loose=True)
    root = reading.root
    if root.has("Candidate"):
        data = read_candidate(root.child("Candidate"), Spine())
    elif root.has("SkillsPassport"):
        data = read_passport(root.child("SkillsPassport"), Spine())
    else:
        raise TypesetError(
            Problem(
                "unknown-xml",
                "this XML is no Europass CV",
                span=Span(source.name),
                hint="its root is SkillsPassport or Candidate",
            )
        )
    return reading.finish(data)


MOTHER_TONGUE = "Mother tongue"
"""What Europass prints beside a language that its file lists as one of these."""


def rich_blocks(node: Node, *keys: str) -> list[Block]:
    """The blocks of HTML or plain text."""
    text = node.text(*keys)
    if not looks_like_html(text):
        return plain_blocks(text, Record(node.reading.path, text)) if text else []
    blocks, seen = html_blocks(text)
    node.seen_as(seen, *keys)
    return blocks


def rich_text(node: Node, *keys: str) -> str:
    """HTML or plain text as Markdown blocks."""
    return field_text(node, keys, plain_text)


def rich_body(node: Node, *keys: str) -> dict[str, Any]:
    """HTML or plain text as `summary` and `highlights`."""
    return field_body(node, keys, plain_body)


def language_of_file(node: Node, key: str) -> str:
    """The language a document says it is in, "" where that is no language tag."""
    lang = node.aside(key)
    return lang if 2 <= len(lang) <= 8 and lang.replace("-", "").isalpha() else ""
