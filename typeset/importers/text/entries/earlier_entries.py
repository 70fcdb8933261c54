"""A heading for earlier times, "Before that", over positions that have a line each."""

from __future__ import annotations

from operator import or_

from typeset.importers.text.entries.earlier_roles import is_earlier
from typeset.importers.text.entries.entries import raw_entries
from typeset.importers.text.entries.listed_posts import listed_posts
from typeset.importers.text.heads.lines import Found, RawEntry
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date


def earlier_entries(entry: RawEntry, record: Record) -> Found | None:
    """The positions under such a heading, each with its date; None for others.

    One may have none, if it names a role.
    """
    title = unlink(unstyle(entry.head[0][1]))[0].strip(" :")
    alone = len(entry.head) == 1 and bool(entry.body) != bool(entry.inner)
    earlier = is_earlier(title, record)
    if not alone or not (earlier or kinds_of(title, record.vocabulary) == ["work"]):
        return None
    mark = record.mark()
    body = entry.body
    if earlier:
        body = [part for block in body for part in (_parts(block, record) or [block])]
    found = ([], entry.inner) if entry.inner else raw_entries(body, "work", record)
    heads = [one.head for one in found[1]] if found and not found[0] else []
    dated = [any(find_date(text, record.vocabulary) for _, text in head) for head in heads]
    held = [names("roles", unlink(unstyle(head[0][1]))[0], record) for head in heads]
    if not heads or not all(map(or_, dated, held)):
        record.reset(mark)
        return None
    record.choose(entry.line, "earlier-entries", title, "a section of its own")
    return found


def _parts(block: Block, record: Record) -> list[Block]:
    """Posts in one line as a line each."""
    text = block.text if isinstance(block, Paragraph) else ""
    parts = listed_posts(text, block.line, record) if text else []
    return [Paragraph([Line(block.line, part)]) for part in parts]
