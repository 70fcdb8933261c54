"""A page of HTML (a résumé's page saved, or an export) → pieces, by its elements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from typeset.importers.documents.assembling import Document, read_document
from typeset.importers.documents.layout import beside, table_items
from typeset.importers.documents.page_tree import (
    BLOCKS,
    Page,
    ending,
    is_unseen,
    read_page_tree,
    shown,
    stands_apart,
    visible_page_lines,
)
from typeset.importers.documents.pieces import Item, Piece, Row, take_mark
from typeset.importers.documents.runs import Run, is_blank
from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.text.blocks import Rule
from typeset.importers.text.dates import is_only_date
from typeset.importers.text.vocabulary import vocabulary

_DEEPEST = 60
_PARAGRAPH_GAP = 12.0
_STRONG = frozenset({"b", "strong", "th"})
_EM = frozenset({"i", "em", "cite", "dfn", "var"})
_WEIGHT = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SLANT = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)


def read_page(source: Source) -> Imported:
    """Read a page of HTML."""
    page = read_page_tree(source)
    document = Document(rows=visible_page_lines(page))
    reader = _Reader(page, document)
    document.items = reader.items(page.root, 0)
    document.lang = (page.root.get("lang") or "").split("-")[0].lower()
    return read_document(document, source.name)


@dataclass(frozen=True, slots=True)
class _Style:
    strong: bool = False
    em: bool = False
    target: str = ""
    pre: bool = False


@dataclass
class _Flow:
    """The items of one block, and the inline text that is not yet one of them."""

    items: list[Item] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class _Reader:
    def __init__(self, page: Page, document: Document) -> None:
        self.page = page
        self.document = document

    def items(self, element: Element, depth: int, style: _Style = _Style()) -> list[Item]:
        """What a block holds."""
        flow = _Flow()
        self._fill(element, flow, depth, style)
        self._end(flow)
        return flow.items

    def _fill(self, element: Element, flow: _Flow, depth: int, style: _Style) -> None:
        line = self.page.lines.get(element, 1)
        if depth > _DEEPEST:
            self._text("".join(_seen(element)), flow, style, line)
            return
        self._text(element.text or "", flow, style, line)
        apart = _are_columns(element)
        for child in element:
            if not is_unseen(child):
                if apart and flow.rows and not is_blank(flow.rows[-1].runs):
                    flow.rows[-1].runs.append(Run("\t"))
                self._child(child, flow, depth, style)
            elif flow.rows:
                flow.rows[-1].runs.append(Run(" "))
            if not (apart and not (child.tail or "").strip()):
                self._text(child.tail or "", flow, style, line)

    def _child(self, child: Element, flow: _Flow, depth: int, style: _Style) -> None:
        if child.tag == "br":
            self._row(flow, self.page.lines.get(child, 1), fresh=True)
        elif child.tag == "img":
            if flow.rows:
                flow.rows[-1].runs.append(Run(" "))
        elif child.tag in BLOCKS:
            self._end(flow)
            flow.items += self._block(child, depth + 1, style)
        else:
            before = ending([run.text for run in flow.rows[-1].runs[-20:]]) if flow.rows else ""
            if stands_apart(child, before):
                flow.rows[-1].runs.append(Run("\t"))
            target = (child.get("href") or "").strip() if child.tag == "a" else ""
            if target and not target.startswith(("#", "javascript:")):
                self.document.links.append((self.page.lines.get(child, 1), target))
            self._fill(child, flow, depth + 1, _styled(child, style, target))

    def _text(self, text: str, flow: _Flow, style: _Style, line: int) -> None:
        parts = text.split("\n") if style.pre else [shown(text)]
        for index, part in enumerate(parts):
            if index:
                self._row(flow, line + index, fresh=True)
            if not part or (not part.strip() and not flow.rows):
                continue
            row = self._row(flow, line)
            if part.strip() and is_blank(row.runs):
                row.number = max(row.number, line)
            row.runs.append(Run(part, style.strong, style.em, style.target))

    def _row(self, flow: _Flow, line: int, *, fresh: bool = False) -> Row:
        if fresh and flow.rows:
            line = max(line, flow.rows[-1].number + 1)
        if fresh or not flow.rows:
            flow.rows.append(Row(line, []))
        return flow.rows[-1]

    def _end(self, flow: _Flow) -> None:
        """What was collected becomes paragraphs; an empty line ends one."""
        group: list[Row] = []
        for row in [*flow.rows, Row(0, [])]:
            if not is_blank(row.runs):
                group.append(row)
            elif group:
                flow.items.append(Piece(group))
                group = []
        flow.rows = []

    def _block(self, element: Element, depth: int, style: _Style) -> list[Item]:
        tag = element.tag
        style = _styled(element, style, "")
        if re.fullmatch("h[1-6]", tag):
            return self._heading(element, depth, style)
        if tag in ("ul", "ol", "menu"):
            return self._list(element, depth, style)
        if tag == "dl":
            return self._definitions(element, depth, style)
        if tag == "table":
            return self._table(element, depth, style)
        if tag == "hr":
            return [Rule(self.page.lines.get(element, 1))]
        if tag == "pre":
            style = _Style(pre=True)
        items = self.items(element, depth, style)
        if items and isinstance(items[0], Piece) and tag in ("p", "section", "article", "pre"):
            items[0].gap = _PARAGRAPH_GAP
        return items

    def _heading(self, element: Element, depth: int, style: _Style) -> list[Item]:
        items = self.items(element, depth, style)
        pieces = [item for item in items if isinstance(item, Piece)]
        if not pieces:
            return items
        level = int(element.tag[1])
        columns = pieces if len(pieces) < 4 else pieces[:1]
        joined = beside(columns) if len(columns) > 1 else columns[0]
        if len(joined.rows) > 1 and level > 2:
            joined.rows, rest = joined.rows[:1], joined.rows[1:]
            pieces = [joined, Piece(rest), *pieces[len(columns) :]]
        else:
            pieces = [joined, *pieces[len(columns) :]]
        joined.level = level
        joined.depth = -1
        return list(pieces)

    def _list(self, element: Element, depth: int, style: _Style) -> list[Item]:
        made: list[Item] = []
        for child in element:
            if is_unseen(child):
                continue
            items = self._block(child, depth + 1, style) if child.tag in BLOCKS else []
            if child.tag != "li" or not items or _is_container(items):
                made += items
                continue
            first = True
            for item in items:
                if not isinstance(item, Piece):
                    made.append(item)
                elif item.depth >= 0:
                    item.depth += 1
                    made.append(item)
                elif first:
                    item.depth, item.ordered = 0, element.tag == "ol"
                    take_mark(item.rows)
                    made.append(item)
                else:
                    item.continues = True
                    made.append(item)
                first = False
        return made

    def _definitions(self, element: Element, depth: int, style: _Style) -> list[Item]:
        """Terms and what they mean: "label: value", or a date beside what happened then."""
        made: list[Item] = []
        term: Piece | None = None
        for child in _entries(element):
            items = self._block(child, depth + 1, style)
            single = items[0] if len(items) == 1 and isinstance(items[0], Piece) else None
            if child.tag == "dt":
                made += [term] if term else []
                term = single
                made += [] if single else items
            elif term and items:
                made += _defined(term, items)
                term = None
            else:
                made += items
        return [*made, term] if term else made

    def _table(self, table: Element, depth: int, style: _Style) -> list[Item]:
        rows: list[list[list[Item]]] = []
        headed = False
        for row in _rows(table):
            cells = [c for c in row if c.tag in ("td", "th") and not is_unseen(c)]
            if not rows:
                headed = len(cells) > 1 and all(cell.tag == "th" for cell in cells)
            rows.append([self.items(cell, depth + 1, style) for cell in cells])
        before = [item for c in table if c.tag == "caption" for item in self.items(c, depth + 1)]
        return [*before, *table_items(rows, headed=headed)]


def _styled(element: Element, style: _Style, target: str) -> _Style:
    css = element.get("style", "")
    return _Style(
        style.strong or element.tag in _STRONG or bool(_WEIGHT.search(css)),
        style.em or element.tag in _EM or bool(_SLANT.search(css)),
        target or style.target,
        style.pre,
    )


def _seen(element: Element) -> list[str]:
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


def _are_columns(element: Element) -> bool:
    """Whether a block holds nothing but two or more links or spans, each a column of a line."""
    if element.tag not in BLOCKS or element.tag in ("h1", "h2", "td", "th"):
        return False
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return False
    children = [child for child in element if not is_unseen(child) and child.tag != "br"]
    spaced = all((child.tail or "").isspace() for child in children[:-1])
    named = all(child.tag in ("a", "time") or child.get("class") for child in children)
    return len(children) > 1 and spaced and named


def _is_container(items: Sequence[Item]) -> bool:
    """Whether a list item is an entry by itself: it holds a heading."""
    return any(isinstance(item, Piece) and item.level for item in items)


def _entries(element: Element) -> list[Element]:
    """The terms and definitions of a list, also those in `<div>`s."""
    found: list[Element] = []
    for child in element:
        if is_unseen(child):
            continue
        if child.tag == "div":
            found += _entries(child)
        elif child.tag in BLOCKS:
            found.append(child)
    return found


def _rows(table: Element) -> list[Element]:
    rows: list[Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if row.tag == "tr"]
    return rows


def _defined(term: Piece, items: list[Item]) -> list[Item]:
    first = items[0]
    if not isinstance(first, Piece) or first.level or first.depth >= 0 or len(term.rows) > 1:
        return [term, *items]
    if is_only_date(term.text, vocabulary()):
        return [beside([first, term]), *items[1:]]
    colon = [] if re.search(r"[:：]\s*$", term.text) else [Run(":", term.strong)]
    first.rows[0].runs = [*term.rows[0].runs, *colon, Run(" "), *first.rows[0].runs]
    first.rows[0].number = term.number
    return items
