"""What one was, in the only bullet under whose it was: "**Moss Bakery** 2019" over "- Baker"."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.words import KINDS, Kind, ends_like_role, names
from typeset.importers.text.markup.blocks import List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date

_FEWEST = 3
"""Entries of a section that make a habit of it."""
_LONGEST = 12
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def with_lone_items(pending: list[tuple[Head, RawEntry]], kind: str, record: Record) -> None:
    """Take the single bullet under each name in bold for what one was there.

    So it is where all entries of a section but one at most have this form, most of the bullets
    say what one was, and fewer names do.
    """
    words = KINDS.get(kind)
    if not words or len(pending) < _FEWEST:
        return
    found = [(head, raw, _owner(raw, record), _item(raw)) for head, raw in pending]
    formed = [one for one in found if one[2] and one[3]]
    if len(formed) < max(_FEWEST, len(pending) - 1):
        return
    held = sum(_tells(item, words, record) for _, _, _, item in formed)
    named = sum(_tells(owner, words, record) for _, _, owner, _ in formed)
    if held * 2 <= len(formed) or named * 2 >= held:
        return
    for head, raw, owner, item in formed:
        record.choose(raw.body[0].line, "role-in-lone-bullet", f"{owner} / {item}", item)
        head.what, head.who, head.where, head.area = item, owner, "", ""
        head.remarks, head.unsure = [], False  # all but the date is the name
        raw.body = []


def _owner(raw: RawEntry, record: Record) -> str:
    """The name in bold that is all of a head but its date; "" for other heads."""
    text = " ".join(text for _, text in raw.head)
    match = _BOLD.search(text)
    owner = unlink(unstyle(match[1]))[0].strip() if match else ""
    if not match or find_date(owner, record.vocabulary):
        return ""
    left = unlink(unstyle(f"{text[: match.start()]} {text[match.end() :]}"))[0]
    dated = find_date(left, record.vocabulary)
    rest = left[: dated.begin] + left[dated.finish :] if dated else "?"
    return "" if rest.strip(" \t`|,;:()–—-·") else owner


def _item(raw: RawEntry) -> str:
    """The short text of the only item of the only list under a head; "" for other bodies."""
    block = raw.body[0] if len(raw.body) == 1 and not raw.inner else None
    item = block.items[0] if isinstance(block, List) and len(block.items) == 1 else None
    below = item.blocks[0] if item and len(item.blocks) == 1 else None
    text = below.text.strip() if isinstance(below, Paragraph) else ""
    return text if len(text.split()) <= _LONGEST and not text.endswith(".") else ""


def _tells(text: str, words: Kind, record: Record) -> bool:
    """Whether a text names what one was."""
    plain = unlink(unstyle(text))[0]
    return names(words.what, plain, record) or (
        words.what == "roles" and ends_like_role(plain, record)
    )
