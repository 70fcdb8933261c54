"""A page of HTML (a résumé's page saved, or an export) → pieces, by its elements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from typeset.importers.documents.assembling import Document, read_document
from typeset.importers.documents.layout import beside, table_items
from typeset.importers.documents.page_menus import settle_menus
from typeset.importers.documents.page_parts import (
    are_columns,
    as_item,
    defined,
    is_container,
    joint,
    rows_of,
    terms_of,
    texts_within,
)
from typeset.importers.documents.page_styles import BASE_SIZE, is_row, look_within, read_sheet
from typeset.importers.documents.page_tree import (
    BLOCKS,
    Page,
    ending,
    hidden_texts,
    is_unseen,
    read_page_tree,
    shown,
    stands_apart,
    visible_page_lines,
)
from typeset.importers.documents.pieces import NO_LOOK, Item, Look, Piece, Row
from typeset.importers.documents.runs import Run, is_blank
from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.importers.text.markup.blocks import Rule

_DEEPEST = 60
_PARAGRAPH_GAP = 12.0
_LONGEST_SHOWN = 60
_STRONG = frozenset({"b", "strong", "th"})
_EM = frozenset({"i", "em", "cite", "dfn", "var"})


def read_page(source: Source) -> Imported:
    """Read a page of HTML."""
    page = read_page_tree(source)
    settle_menus(page)
    document = Document(rows=visible_page_lines(page))
    reader = _Reader(page, document)
    document.items = reader.items(page.root, 0)
    for line, text in hidden_texts(page):
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
        document.note(line, "hidden-left-out", f"a text hidden or of the site is left out: {shown}")
    lang = (page.root.get("lang") or "").split("-")[0].lower()
    document.lang = lang if re.fullmatch("[a-z]{2,3}", lang) else ""
    return read_document(document, source.name)


@dataclass(frozen=True, slots=True)
class _Style:
    look: Look = NO_LOOK
    target: str = ""
    pre: bool = False


@dataclass
class _Flow:
    """The items of one block, and the inline text that is not yet one of them."""

    items: list[Item] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    look: Look = NO_LOOK


class _Reader:
    def __init__(self, page: Page, document: Document) -> None:
        self.page = page
        self.document = document
        self.sheet = read_sheet(page.root)
        sized = any(style.size for style in self.sheet.values())
        self.start = _Style(Look(BASE_SIZE if sized else 0))

    def items(self, element: Element, depth: int, style: _Style | None = None) -> list[Item]:
        """What a block holds."""
        style = style or self.start
        flow = _Flow(look=style.look)
        self._fill(element, flow, depth, style)
        self._end(flow)
        return flow.items

    def _fill(self, element: Element, flow: _Flow, depth: int, style: _Style) -> None:
        line = self.page.lines.get(element, 1)
        if depth > _DEEPEST:
            self._text("".join(texts_within(element)), flow, style, line)
            return
        self._text(element.text or "", flow, style, line)
        apart = are_columns(element)
        grid: list[Element] = []
        for child in element:
            if self._is_grid_row(child):
                grid.append(child)
                continue
            self._grid(grid, flow, depth, style)
            if not is_unseen(child):
                if apart and flow.rows and not is_blank(flow.rows[-1].runs):
                    flow.rows[-1].runs.append(joint(child))
                self._child(child, flow, depth, style)
            elif flow.rows:
                flow.rows[-1].runs.append(Run(" "))
            if not (apart and not (child.tail or "").strip()):
                self._text(child.tail or "", flow, style, line)
        self._grid(grid, flow, depth, style)

    def _is_grid_row(self, element: Element) -> bool:
        """Whether a block holds other blocks side by side, and nothing else."""
        if element.tag not in ("div", "section", "article", "header", "li"):
            return False
        if is_unseen(element) or not is_row(element, self.sheet):
            return False
        texts = [element.text, element.tail, *(child.tail for child in element)]
        cells = [child for child in element if not is_unseen(child)]
        blocks = all(cell.tag in BLOCKS and cell.tag not in ("ul", "ol") for cell in cells)
        return len(cells) > 1 and blocks and not any((text or "").strip() for text in texts)

    def _grid(self, rows: list[Element], flow: _Flow, depth: int, style: _Style) -> None:
        """Rows of blocks side by side, one under the other, as a table is read."""
        if not rows:
            return
        self._end(flow)
        cells = [
            [
                self._block(cell, depth + 2, self._styled(row, style, ""))
                for cell in row
                if not is_unseen(cell)
            ]
            for row in rows
        ]
        flow.items += table_items(cells)
        rows.clear()

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
                flow.rows[-1].runs.append(joint(child))
            self._fill(child, flow, depth + 1, self._linked(child, style))

    def _linked(self, element: Element, style: _Style) -> _Style:
        """The style within an inline element, which may be a link."""
        target = (element.get("href") or "").strip() if element.tag == "a" else ""
        if target and not target.startswith(("#", "javascript:")):
            self.document.links.append((self.page.lines.get(element, 1), target))
        return self._styled(element, style, target)

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
            row.runs.append(Run(part, style.look.strong, style.look.em, style.target))

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
                flow.items.append(Piece(group, flow.look))
                group = []
        flow.rows = []

    def _block(self, element: Element, depth: int, style: _Style) -> list[Item]:
        tag = element.tag
        style = self._styled(element, style, "")
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
            style = _Style(style.look, pre=True)
        items = self.items(element, depth, style)
        if items and isinstance(items[0], Piece) and tag in ("p", "section", "article", "pre"):
            items[0].gap = _PARAGRAPH_GAP
        return items

    def _styled(self, element: Element, style: _Style, target: str) -> _Style:
        look = look_within(style.look, element, self.sheet)
        look = replace(
            look,
            strong=look.strong or element.tag in _STRONG,
            em=look.em or element.tag in _EM,
        )
        return _Style(look, target or style.target, style.pre)

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
        """The items of a list, and what stands in it beside them, which browsers show as well."""
        flow = _Flow(look=style.look)
        line = self.page.lines.get(element, 1)
        self._text(element.text or "", flow, style, line)
        for child in element:
            wraps = depth < _DEEPEST and any(inner.tag == "li" for inner in child)
            if wraps and child.tag not in BLOCKS and not is_unseen(child):
                self._end(flow)
                flow.items += self._list(child, depth + 1, self._linked(child, style))
            elif child.tag in BLOCKS and not is_unseen(child):
                self._end(flow)
                items = self._block(child, depth + 1, style)
                apart = child.tag != "li" or is_container(items)
                flow.items += items if apart else as_item(items, element.tag == "ol")
            elif not is_unseen(child):
                self._child(child, flow, depth, style)
            self._text(child.tail or "", flow, style, line)
        self._end(flow)
        return flow.items

    def _definitions(self, element: Element, depth: int, style: _Style) -> list[Item]:
        """Terms and what they mean: "label: value", or a date beside what happened then."""
        made: list[Item] = []
        term: Piece | None = None
        for child in terms_of(element):
            items = self._block(child, depth + 1, style)
            single = items[0] if len(items) == 1 and isinstance(items[0], Piece) else None
            if child.tag == "dt":
                made += [term] if term else []
                term = single
                made += [] if single else items
            elif term and items:
                made += defined(term, items)
                term = None
            else:
                made += items
        return [*made, term] if term else made

    def _table(self, table: Element, depth: int, style: _Style) -> list[Item]:
        rows: list[list[list[Item]]] = []
        headed = False
        for row in rows_of(table):
            cells = [c for c in row if c.tag in ("td", "th") and not is_unseen(c)]
            if not rows:
                headed = len(cells) > 1 and all(cell.tag == "th" for cell in cells)
            rows.append([self.items(cell, depth + 1, style) for cell in cells])
        before = [item for c in table if c.tag == "caption" for item in self.items(c, depth + 1)]
        return [*before, *table_items(rows, headed=headed)]
