"""Running heads and feet: contacts that stand there are the person's, repetitions are left out."""

from __future__ import annotations

from collections import Counter

from typeset.importers.documents.assembling import Document
from typeset.importers.documents.pieces import Item, Piece
from typeset.importers.documents.runs import to_inline
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.words import words

_COUNTING = frozenset(
    {"page", "pages", "seite", "von", "of", "p", "pagina", "página", "pág", "sur", "de", "di",
     "van", "страница", "стр", "из", "页", "第", "共", "ページ"}
)  # fmt: skip
"""Words that say nothing beside a page's number."""


def place_running(
    body: list[Item], running: list[tuple[str, list[Item]]], document: Document
) -> None:
    """Put what headers and footers say where a reader meets it first.

    A line that repeats what the body says, or another head, is left out of the accounting too.
    """
    known: Counter[str] = Counter()
    for item in body:
        if isinstance(item, Piece):
            known.update(words(item.text))
    seen: set[str] = set()
    above: list[Item] = []
    contacts: list[Item] = []
    below: list[Item] = []
    for kind, items in running:
        for item in items:
            if not isinstance(item, Piece):
                (above if kind == "header" else below).append(item)
                continue
            said = words(item.text)
            if item.text in seen or _is_repeated(said, known):
                _leave_out(item, document)
                continue
            seen.add(item.text)
            if all(is_contact_line(to_inline(row.runs)) for row in item.rows):
                contacts.append(item)
            elif kind == "header":
                above.append(item)
            else:
                below.append(item)
    body[:0] = above
    at = 1 if body else 0
    body[at:at] = contacts
    body += below


def _is_repeated(said: list[str], known: Counter[str]) -> bool:
    """Whether a line is a page's number or words that stand in the body."""
    real = [word for word in said if not word.isdigit() and word.casefold() not in _COUNTING]
    return len(said) <= 12 and all(word in known for word in real)


def _leave_out(item: Piece, document: Document) -> None:
    for row in item.rows:
        document.rows = [line for line in document.rows if line[0] != row.number]
    if item.text.strip():
        document.note(
            item.number, "running-head-left-out", f"a running head is left out: {item.text[:60]}"
        )
