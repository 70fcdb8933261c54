"""Who held the items of a section, in a line under their titles, or over them."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import SENTENCE_END
from typeset.importers.text.heads.words import WORK, names
from typeset.importers.text.items.behind_titles import behind_title, is_body, is_owner
from typeset.importers.text.items.item_remarks import in_capitals, is_sum
from typeset.importers.text.items.item_sides import owns
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import begins_name

_LONGEST = 9
_MARK = re.compile(r"[\n*\[\"“„«:;]")


def take_owners(entries: list[Entry], record: Record, *, joined: bool) -> None:
    """Take texts of a few words under titles as who held these, where words tell it of one.

    Where organisations stand over most texts, the texts are the titles; but not of the bodies
    that one has `joined`.
    """
    bare = [entry for entry in entries if _text_below(entry, record)]
    over = [entry for entry in bare if _is_over(entry, record)]
    below = [entry for entry in bare if owns(entry["summary"].removesuffix("."), record, is_body)]
    if not joined and len(over) > len(below) and len(over) * 2 > len(bare):
        for entry in over:
            entry["title"], entry["organization"] = entry.pop("summary"), entry["title"]
        return
    for entry in below:
        entry |= behind_title("", entry.pop("summary").removesuffix("."), [], record)


def _is_over(entry: Entry, record: Record) -> bool:
    """Whether the title of an entry is who had what stands under it."""
    held = names(WORK.what, entry["summary"], record)
    return owns(entry.get("title", ""), record, is_body if held else is_owner)


def _text_below(entry: Entry, record: Record) -> bool:
    """Whether a line of a few words, and no sentence, is all that is said of a title."""
    text = entry.get("summary", "")
    if (
        not text
        or is_sum(text)
        or "organization" in entry
        or "highlights" in entry
        or _MARK.search(text)
    ):
        return False
    named = in_capitals(text, record)
    ended = SENTENCE_END.search(text.removesuffix(".") if named else text)
    short = len(text.split()) <= _LONGEST and begins_name(text)
    return short and not ended and not find_date(text, record.vocabulary)
