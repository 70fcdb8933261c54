"""Lists of grants, courses taught, memberships: generic entries, an item each."""

from __future__ import annotations

from typeset.importers.text.entries.bodies import read_body
from typeset.importers.text.entries.sections import read_generic
from typeset.importers.text.heads.lines import SENTENCE_END
from typeset.importers.text.heads.parts import Head, take_date
from typeset.importers.text.items.generic_items import cut_item
from typeset.importers.text.items.items import items_of
from typeset.importers.text.markup.blocks import Definitions, List, Paragraph, Table, to_markdown
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.outline import RawSection
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_LONGEST_ITEM = 16


def is_listing(title: str, record: Record) -> bool:
    """Whether a title stands over such a list."""
    return key(title) in record.vocabulary["listings"] | record.vocabulary["memberships"]


def read_listing(raw: RawSection, record: Record) -> list[Part]:
    """An entry an item; nothing for prose, for items of sentences, and where no item has a day."""
    first = raw.blocks[0]
    lone = len(raw.blocks) == 1 and isinstance(first, Paragraph) and len(first.lines) == 1
    if lone and key(raw.title) in record.vocabulary["memberships"]:
        return [Part({"title": raw.title, "body": to_markdown(raw.blocks)})]
    if parts := read_generic("", raw, record):
        return parts
    flat = all(isinstance(block, (List, Paragraph, Table, Definitions)) for block in raw.blocks)
    items = items_of(raw.blocks, record) if flat else None
    if not items or any(_is_prose(text, record) for _, text, _ in items):
        return []
    mark = record.mark()
    entries: list[Entry] = []
    dated = 0
    for line, text, below in items:
        head = Head(line)
        shown, url = unlink(text)
        left = take_date(head, line, shown, record)
        dated += head.date is not None
        entry: Entry = {**cut_item(left, record), **({"url": url} if url else {})}
        body = read_body(below)
        summary = "\n\n".join(
            part for part in (entry.pop("summary", ""), body.pop("summary", "")) if part
        )
        entry |= head.dates(record)
        entries.append({**entry, **({"summary": summary} if summary else {}), **body})
    if not dated or not all("title" in entry for entry in entries):
        record.reset(mark)
        return []
    record.choose(raw.line, "listing", raw.title, "generic entries, an item each")
    return [Part({**spine(raw, "", ""), "entries": entries})]


def _is_prose(text: str, record: Record) -> bool:
    plain = unlink(unstyle(text))[0]
    if found := find_date(plain, record.vocabulary):
        plain = plain[: found.begin] + plain[found.finish :]
    long = len(plain.split()) > _LONGEST_ITEM
    return long or bool(SENTENCE_END.search(plain.strip()) and len(plain.split()) > 6)
