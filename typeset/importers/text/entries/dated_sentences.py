"""Entries in paragraphs that begin with their period: "2016 – 2019: Org, role. What was done."."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import Found, RawEntry, cut_sentence
from typeset.importers.text.heads.words import ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_SIGN = re.compile(r"\s*(?:[:：]|\s[–—-])\s+")
_FEWEST = 2


def by_dated_sentences(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Paragraphs of a period, a sign, a head and sentences; None where one of them is none."""
    if kind != "work" or len(blocks) < _FEWEST:
        return None
    entries: list[RawEntry] = []
    held = 0
    for block in blocks:
        text = block.text if isinstance(block, Paragraph) else ""
        found = find_date(text, record.vocabulary)
        sign = _SIGN.match(text, found.finish) if found else None
        if not found or not sign or found.begin or found.start == found.end:
            return None
        head, rest = cut_sentence(text[sign.end() :])
        plain = unlink(unstyle(head))[0]
        if not rest:
            return None
        held += any(
            names("roles", part, record) or ends_like_role(part, record)
            for part in plain.split(",")
        )
        line = block.line
        entries.append(
            RawEntry([(line, head), (line, found.text)], [Paragraph([Line(line, rest)])])
        )
    if held * 2 <= len(entries):
        return None
    record.choose(blocks[0].line, "period-before-head", entries[0].head[0][1], "an entry each")
    return [], entries
