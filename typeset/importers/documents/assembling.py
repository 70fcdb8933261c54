"""Pieces of a document → profile: looks, blocks, the text rules, the accounting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from typeset.importers.documents.entry_heads import settle_heads
from typeset.importers.documents.entry_levels import settle_levels
from typeset.importers.documents.head_cells import drop_stops, places_last
from typeset.importers.documents.labels_over import put_labels_beside
from typeset.importers.documents.looks import settle_headings
from typeset.importers.documents.pieces import Item, Piece, to_blocks
from typeset.importers.imported import Imported
from typeset.importers.text.accounting import account
from typeset.importers.text.letters.letter import letter_profile
from typeset.importers.text.letters.signs import is_letter
from typeset.importers.text.markup.blocks import Rule
from typeset.importers.text.record import Record
from typeset.importers.text.resume import resume_profile
from typeset.importers.text.words.language import language_of
from typeset.importers.text.words.narrowing import vocabulary_for
from typeset.problems import Problem, Severity, Span, TypesetError

SeenLine = tuple[int, str]


@dataclass
class Document:
    """A document as its reader hands it on.

    `rows` are its visible lines, taken without the reader's help: the accounting holds the
    profile against them. `links` are targets, `notes` what was left out, each with its line.
    """

    items: list[Item] = field(default_factory=list)
    rows: list[SeenLine] = field(default_factory=list)
    links: list[SeenLine] = field(default_factory=list)
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    lang: str = ""

    def note(self, number: int, rule: str, message: str) -> None:
        """Something that was left out or guessed."""
        self.notes.append((number, rule, message))


def read_document(document: Document, path: str) -> Imported:
    """Read a document by the rules of text, and account for each of its words."""
    record = Record(path, text_of(document.rows))
    # A page of HTML may have all its lines on one.
    record.vocabulary = vocabulary_for("\n".join(text for _, text in document.rows))
    for number, rule, message in document.notes:
        record.tell(rule, message, number, Severity.NOTE)
    items = settle_headings(document.items, record)
    drop_stops(items, record)
    items = settle_heads(put_labels_beside(items, record), record)
    items = settle_levels(items, record)
    places_last(items, record)
    blocks = to_blocks(_apart(items))
    try:
        if is_letter(blocks, record):
            profile = letter_profile(blocks, record)
        else:
            profile = resume_profile(blocks, record, plain=False)
    except (ValueError, RecursionError) as error:
        raise TypesetError(
            Problem("document", f"this document cannot be read: {error}", span=Span(path))
        ) from None
    profile.lang = language_of(record.text) or document.lang
    return account(profile, document.rows, document.links, record)


def _apart(items: Iterable[Item]) -> Iterator[Item]:
    """A rule between a heading without a text and a higher one: neither belongs to the other."""
    before: Item | None = None
    for item in items:
        if isinstance(before, Piece) and isinstance(item, Piece) and before.level > item.level > 0:
            yield Rule(item.number)
        yield item
        before = item


def text_of(rows: Iterable[SeenLine]) -> str:
    """The rows as a text in which each stands at its number, as messages quote it."""
    lines: dict[int, list[str]] = {}
    for number, text in rows:
        lines.setdefault(number, []).append(" ".join(text.split()))
    last = max(lines, default=0)
    return "\n".join(" ".join(lines.get(number, ())) for number in range(1, last + 1))
