"""Employers that are links, in a paragraph of their own between a dated role and what was done.

"### 2012 – 2014: Developer" over "[Moss University](https://…), [Plant Lab](https://…), Leeds":
a sentence does not begin so.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.labelled import is_dated
from typeset.importers.text.header.contact_pieces import POSTAL
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.joined_owners import row_of_links
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry
from typeset.importers.text.heads.place_tails import may_be_place
from typeset.importers.text.heads.words import WORK, names_owner
from typeset.importers.text.markup.blocks import Block, Paragraph
from typeset.importers.text.markup.inline import LINK, unlink, unstyle
from typeset.importers.text.record import Record

_LONGEST_WHERE = 12
_ROLE_AND_OWNER = re.compile(r"\S\s+[|@·]\s+\S|\t")


def linked_owner_below(
    entry: RawEntry, rest: list[Block], kind: str, record: Record
) -> list[Block]:
    """Move such a paragraph to the head of the entry; the blocks left."""
    first = rest[0] if rest else None
    if kind not in ("work", "volunteer") or len(rest) < 2 or not isinstance(first, Paragraph):
        return rest
    if len(entry.head) != 1 or entry.given or not is_dated(entry, record):
        return rest
    title = unlink(unstyle(entry.head[0][1]))[0]
    owner, where = _parted(" ".join(line.text.strip() for line in first.lines), record)
    if not owner or _ROLE_AND_OWNER.search(title) or "](" in entry.head[0][1]:
        return rest
    entry.given = {"role": title, "organisation": owner}
    entry.head.append((first.line, owner))
    if where:
        entry.given["location"] = where
        entry.head.append((first.lines[-1].number, where))
    return rest[1:]


def _parted(text: str, record: Record) -> tuple[str, str]:
    """The links that a paragraph begins with, and where they are; "" for other paragraphs.

    A part of the organisation may stand between the links and the place.
    """
    link = LINK.match(text)
    row = row_of_links(text) or (link[0] if link else "")
    after = text[len(row) :] if row and text.startswith(row) else "."
    where = after.strip(" ,")
    if after.strip()[:1] not in ("", ",") or SENTENCE_END.search(where) or "](" in where:
        return "", ""
    owner = unlink(row)[0]
    if not owner[:1].isupper() or len(where.split()) > _LONGEST_WHERE:
        return "", ""
    if not where:
        return row, ""
    unit, comma, place = where.partition(",")
    if comma and not re.search(r"\d", unit) and (
        names_owner(unit, record) or not (is_place(unit, record) or POSTAL.search(unit))
    ) and len(place.split()) > 1:  # fmt: skip
        row, where = f"{row}, {unit}", place.strip(" ,")
    last = where.rpartition(",")[2].strip()
    told = is_place(last, record) or POSTAL.search(where) or may_be_place(where, WORK, record)
    return (row, where) if told else ("", "")
