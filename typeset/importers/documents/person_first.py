"""The person whom a document's first heading names, before the lines that stand over it."""

from __future__ import annotations

from typeset.importers.documents.pieces import Item, Piece
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.sections.titles import is_document_title, kinds_of

_FIRST = 8
"""Pieces among which the name stands."""


def person_first(items: list[Item], record: Record) -> list[Item]:
    """The items, the only first heading before the few lines over it, where it names a person.

    A page has a picture's credit there, links, or a word on what one is open to.
    """
    pieces = [item for item in items if isinstance(item, Piece)]
    marked = [piece for piece in pieces if piece.level == 1]
    name = marked[0] if len(marked) == 1 else None
    if name is None or name is items[0] or name not in pieces[:_FIRST]:
        return items
    at = next(index for index, item in enumerate(items) if item is name)
    text = " ".join(name.text.split())
    told = kinds_of(text, record.vocabulary) or is_document_title(text, record.vocabulary)
    role = record.vocabulary.has("roles", text)
    over = [item for item in items[:at] if isinstance(item, Piece) and not _is_linked(item)]
    if told or role or not is_person(text) or any(is_person(piece.text) for piece in over):
        return items
    record.choose(name.number, "name-by-heading", text, "basics.name")
    return [name, *items[:at], *items[at + 1 :]]


def _is_linked(piece: Piece) -> bool:
    return any(run.target for row in piece.rows for run in row.runs)
