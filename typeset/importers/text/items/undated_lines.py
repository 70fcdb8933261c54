"""Lines of a list that have no day, and seem to be said of the dated line above them."""

from __future__ import annotations

from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry
from typeset.importers.text.items.generic_items import cut_item
from typeset.importers.text.items.item_remarks import in_capitals
from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import begins_name

_LONGEST = 12


def with_undated(entries: list[Entry], raws: list[RawEntry], record: Record) -> list[Entry]:
    """The entries of lines, with those that have a title and who held it, and no day.

    "Weirs, Ash Trust, 2019" over "Salt, Sea Fund": few lines have another right below them.
    """
    below = [_line_below(raw) for raw in raws]
    if (
        len(raws) < 2
        or sum(map(bool, below)) * 2 > len(raws)
        or any(_has_more(one) for one in raws)
    ):
        return entries
    found: list[Entry] = []
    for entry, text in zip(entries, below, strict=True):
        found.append(entry)
        item = _item(text, record) if text and "organization" in entry else {}
        if item and entry.get("summary") == text:
            record.choose(0, "undated-among-dated", text, "an entry")
            del entry["summary"]
            found.append(item)
    return found


def _line_below(raw: RawEntry) -> str:
    """The line right under the one line of a head, if it is all that stands there."""
    first = raw.body[0] if len(raw.body) == 1 else None
    if not isinstance(first, Paragraph) or len(first.lines) > 1 or len(raw.head) > 1:
        return ""
    return first.text if first.line == raw.head[0][0] + 1 else ""


def _has_more(raw: RawEntry) -> bool:
    """Whether more than a line stands under a head."""
    return bool(raw.body) and not _line_below(raw)


def _item(text: str, record: Record) -> Entry:
    """The entry of a line that is a title and who held it; {} for others."""
    plain = unlink(unstyle(text))[0]
    short = len(plain.split()) <= _LONGEST and begins_name(plain)
    if not (short and in_capitals(plain, record)) or SENTENCE_END.search(plain):
        return {}
    item: Entry = {**cut_item(text, record)}
    return item if {"title", "organization"} <= set(item) else {}
