"""The Document as the sequence of texts that a reader meets, for checks and exporters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typeset.document.markdown import plain
from typeset.document.model import (
    Block,
    Contact,
    Document,
    Entry,
    Head,
    Heading,
    Item,
    Letter,
    List,
    Paragraph,
    Quote,
    Section,
)


def reading_order(document: Document) -> Iterator[str]:
    """Every text of the document, once, in the order it is read."""
    return (text for text in _document(document) if text)


def columns(document: Document) -> tuple[list[str], list[str]]:
    """The reading order in two: what stands in the side column, head included, and the rest."""
    head = _head(document.head, plain(document.title), document.marks.colon)
    side = [*head, *section_texts(document.sections[: document.aside])]
    main = section_texts(document.sections[document.aside :])
    return [text for text in side if text], [text for text in main if text]


def _document(document: Document) -> Iterator[str]:
    yield from _head(document.head, plain(document.title), document.marks.colon)
    if document.letter:
        yield from _letter(document.letter)
    yield from section_texts(document.sections)


def section_texts(sections: Iterable[Section]) -> Iterator[str]:
    """Every text of some sections, in reading order."""
    for section in sections:
        yield from _section(section)


def _head(head: Head, title: str, colon: str) -> Iterator[str]:
    """The name, or the title where no person heads the page, comes first."""
    yield head.name or title
    yield plain(head.label)
    for contact in head.contacts:
        yield contact_text(contact, colon)
    if head.name:
        yield title


def contact_text(contact: Contact, colon: str = ": ") -> str:
    """A contact with its label, as it is read."""
    return f"{contact.label}{colon}{contact.text}" if contact.label else contact.text


def _section(section: Section) -> Iterator[str]:
    yield plain(section.title)
    yield from _blocks(section.body)
    for entry in section.entries:
        yield from _entry(entry)
    for group in section.groups:
        yield plain(group.label)
        yield plain(group.text)


def _entry(entry: Entry) -> Iterator[str]:
    yield from (plain(entry.title), plain(entry.organization), plain(entry.location), entry.dates)
    yield from _blocks(entry.body)
    for part in entry.parts:
        yield from _entry(part)


def _letter(letter: Letter) -> Iterator[str]:
    yield letter.dateline
    yield from letter.recipient
    yield from (plain(letter.subject), plain(letter.greeting))
    yield from _blocks(letter.body)
    yield from (plain(letter.closing), plain(letter.signature), letter.enclosures_label)
    yield from map(plain, letter.enclosures)
    yield from _blocks(letter.postscript)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield plain(block.text)
        elif isinstance(block, List):
            for number, item in enumerate(block.items, block.start or 0):
                if block.start is not None:
                    yield f"{number}."
                yield from _item(item)
        elif isinstance(block, Quote):
            yield from _blocks(block.blocks)
        else:
            yield block.text


def _item(item: Item) -> Iterator[str]:
    yield plain(item.lead)
    yield plain(item.text)
    yield from _blocks(item.blocks)
