"""What the elements of a page are to its reader: columns, badges, terms, rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from typeset.importers.documents.layout import beside
from typeset.importers.documents.page_tree import BLOCKS, is_keyword, is_unseen
from typeset.importers.documents.pieces import Item, Piece, take_mark
from typeset.importers.documents.runs import Run
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.vocabulary import vocabulary


def joint(element: Element) -> Run:
    """What stands between an inline element and the one before it, which are set apart."""
    return Run(", " if is_keyword(element) else "\t")


def texts_within(element: Element) -> list[str]:
    """The texts of an element that lies too deep to be read as blocks."""
    texts: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        at = stack.pop()
        if isinstance(at, str):
            texts.append(at)
        elif not is_unseen(at):
            inner: list[Element | str] = [" " if at.tag in BLOCKS else "", at.text or ""]
            for child in at:
                inner += [child, child.tail or ""]
            stack += reversed([*inner, " " if at.tag in BLOCKS else ""])
    return texts


def are_columns(element: Element) -> bool:
    """Whether a block holds nothing but two or more links or spans, each a column of a line."""
    if element.tag not in BLOCKS or element.tag in ("h1", "h2", "td", "th"):
        return False
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return False
    children = [child for child in element if not is_unseen(child) and child.tag != "br"]
    spaced = all((child.tail or "").isspace() for child in children[:-1])
    named = all(child.tag in ("a", "time") or child.get("class") for child in children)
    return len(children) > 1 and spaced and named


def is_container(items: Sequence[Item]) -> bool:
    """Whether a list item is an entry by itself: it holds a heading."""
    return any(isinstance(item, Piece) and item.level for item in items)


def terms_of(element: Element) -> list[Element]:
    """The terms and definitions of a list, also those in `<div>`s."""
    found: list[Element] = []
    for child in element:
        if is_unseen(child):
            continue
        if child.tag == "div":
            found += terms_of(child)
        elif child.tag in BLOCKS:
            found.append(child)
    return found


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, in its head, body and foot."""
    rows: list[Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if row.tag == "tr"]
    return rows


def defined(term: Piece, items: list[Item]) -> list[Item]:
    """A term with what is said of it: a date beside what happened, or "label: value"."""
    first = items[0]
    if not isinstance(first, Piece) or first.level or first.depth >= 0 or len(term.rows) > 1:
        return [term, *items]
    if is_only_date(term.text, vocabulary()):
        return [beside([first, term]), *items[1:]]
    colon = [] if re.search(r"[:：]\s*$", term.text) else [Run(":", term.strong)]
    first.rows[0].runs = [*term.rows[0].runs, *colon, Run(" "), *first.rows[0].runs]
    first.rows[0].number = term.number
    return items


def as_item(items: list[Item], ordered: bool) -> list[Item]:
    """What stands in an item of a list: its first text has the mark, and others go on under it."""
    for at, item in enumerate(items):
        if not isinstance(item, Piece):
            continue
        if item.depth >= 0:
            item.depth += 1
        elif at:
            item.continues = True
        else:
            item.depth, item.ordered = 0, ordered
            take_mark(item.rows)
    return items
