"""DOCX → pieces: the body, and the headers, footers and text boxes where contacts often stand.

The XML is read as it is: what a résumé needs (text boxes, numbering, revisions, notes) stands
below what libraries for DOCX show. Messages name a paragraph by its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from xml.etree.ElementTree import Element

from typeset.importers.documents.assembling import Document, read_document
from typeset.importers.documents.docx_package import Package, Part
from typeset.importers.documents.docx_styles import (
    RunLook,
    Style,
    child,
    number,
    read_styles,
    spacing,
    val,
)
from typeset.importers.documents.docx_text import Paragraph, ParagraphReader
from typeset.importers.documents.docx_words import visible_paragraphs
from typeset.importers.documents.layout import table_items
from typeset.importers.documents.pieces import Item, Look, Piece, Row, take_mark
from typeset.importers.documents.running import place_running
from typeset.importers.documents.runs import Run, plain
from typeset.importers.imported import Imported
from typeset.importers.source import Source

_DEEPEST = 30
"""Tables within tables; deeper ones are read paragraph by paragraph."""
_EMPTY_LINE = 12.0
_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag",
                       "mc:AlternateContent", "mc:Choice"})  # fmt: skip


def read_docx(source: Source) -> Imported:
    """Read a DOCX. Raises `TypesetError` for one that is damaged or hostile."""
    package = Package(source)
    return read_document(_Reader(package).read(), source.name)


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = read_styles(package)
        self.document = Document()
        self.numbers: dict[Element, int] = {}
        self.pending = 0.0
        self.titled = False
        self.indents: list[int] = []

    def read(self) -> Document:
        main = self.package.document
        running = list(self._related(main, ("header", "footer")))
        notes = list(self._related(main, ("footnotes", "endnotes")))
        for part in (main, *running, *notes):
            self._count(part)
        self.notes = self._notes(notes)
        body = self._part(main)
        heads: list[tuple[str, list[Item]]] = []
        for part in running:
            kind = "header" if part.root.tag == "w:hdr" else "footer"
            heads.append((kind, self._part(part)))
        place_running(body, heads, self.document)
        if self.titled:
            self._below_title(body)
        self.document.items = body
        comments = self.package.part(main.of_kind("comments"))
        if comments and next(comments.root.iter("w:t"), None) is not None:
            self.document.note(0, "comments-left-out", "the comments are left out")
        return self.document

    def _related(self, main: Part, kinds: tuple[str, ...]) -> Iterable[Part]:
        """The parts of these kinds, each once, in the order of the file."""
        seen: set[str] = set()
        for relation in main.relations.values():
            path = main.path(relation.target)
            if relation.kind in kinds and not relation.outside and path not in seen:
                seen.add(path)
                if part := self.package.part(path):
                    yield part

    def _count(self, part: Part) -> None:
        """Number all paragraphs of a part after those before, and take its visible lines."""
        for element in part.root.iter("w:p"):
            self.numbers[element] = len(self.numbers) + 1
        self.document.rows += visible_paragraphs(part.root, self.numbers.__getitem__)

    def _notes(self, parts: list[Part]) -> dict[str, list[Run]]:
        """The texts of footnotes and endnotes by their ids."""
        found: dict[str, list[Run]] = {}
        for part in parts:
            kind = part.root.tag[2:-1]
            reader = ParagraphReader(part, self.styles, {})
            for note in part.root:
                runs: list[Run] = []
                for element in note.iter("w:p"):
                    made = reader.read(element, self.styles.default, self.numbers[element])
                    self.document.links += [(made.rows[0].number, link) for link in made.links]
                    texts = [*chain.from_iterable(row.runs for row in made.rows)]
                    runs += [*([Run(" ")] if runs else []), *texts]
                if plain(runs):
                    runs[0] = Run(runs[0].text.lstrip(), target=runs[0].target)
                    found[f"{kind}:{note.get('w:id', '')}"] = runs
        return found

    def _part(self, part: Part) -> list[Item]:
        self.reader = ParagraphReader(part, self.styles, self.notes)
        body = child(part.root, "w:body")
        return self._items(body if body is not None else part.root, 0)

    def _items(self, container: Element, depth: int) -> list[Item]:
        items: list[Item] = []
        for element in container:
            if element.tag == "w:p":
                items += self._paragraph(element, depth)
            elif element.tag == "w:tbl" and depth < _DEEPEST:
                items += self._table(element, depth)
            elif element.tag == "w:tbl":
                for inner in element.iter("w:p"):
                    items += self._paragraph(inner, depth)
            elif element.tag in _WRAPPERS and depth < 3 * _DEEPEST:
                items += self._items(element, depth + 1)
        return items

    def _table(self, table: Element, depth: int) -> list[Item]:
        rows: list[list[list[Item]]] = []
        for row in _inside(table, "w:tr"):
            self.pending = _EMPTY_LINE
            rows.append([self._items(cell, depth + 1) for cell in _inside(row, "w:tc")])
        first = next(iter(_inside(table, "w:tr")), None)
        headed = child(first, "w:trPr/w:tblHeader") is not None
        self.pending = _EMPTY_LINE
        return table_items(rows, headed=headed)

    def _paragraph(self, element: Element, depth: int) -> list[Item]:
        properties = child(element, "w:pPr")
        style = self.styles.style(val(properties, "w:pStyle"))
        number_ = self.numbers[element]
        found = self.reader.read(element, style, number_)
        self._tell(found, number_)
        items: list[Item] = []
        rows = [row for row in found.rows if plain(row.runs)]
        if rows:
            gap = self.pending + spacing(properties, "before", style.before)
            self.pending = spacing(properties, "after", style.after)
            items += self._pieces(rows, properties, style, _look(found), gap)
        else:
            self.pending += _EMPTY_LINE
        for box in found.boxes:
            self.pending = _EMPTY_LINE
            items += self._items(box, depth + 1) if depth < _DEEPEST else []
            self.pending = _EMPTY_LINE
        return items

    def _tell(self, found: Paragraph, number_: int) -> None:
        document = self.document
        document.links += [(number_, link) for link in found.links]
        if found.pictures:
            document.note(number_, "picture-left-out", "a picture is left out")
        if found.deleted:
            document.note(number_, "deletion-left-out", "a deleted text is left out")
        if found.hidden:
            document.note(number_, "hidden-left-out", "a hidden text is left out")
        if found.page_break:
            document.note(number_, "page-break", "a page break is left out")

    def _pieces(
        self, rows: list[Row], properties: Element | None, style: Style, look: Look, gap: float
    ) -> list[Item]:
        piece = Piece(rows, look, gap=gap)
        piece.level = self._level(properties, style)
        piece.left = max(0, number(val(properties, "w:ind", "w:left"))) / 20
        numbering = val(properties, "w:numPr/w:numId") or style.numbering
        depth = number(val(properties, "w:numPr/w:ilvl"), style.depth)
        named = re.match(r"list (bullet|number)(?: (\d))?$", style.name)
        kind = self.styles.list_kind(numbering, depth)
        if piece.level:
            return [piece]
        if kind or (named and not numbering):
            piece.depth = depth or (int(named[2]) - 1 if named and named[2] else 0)
            piece.ordered = kind != "bullet" if kind else bool(named and named[1] == "number")
            take_mark(rows)
            self.indents = []
            return [piece]
        if style.name.startswith("list continue"):
            piece.continues = True
            return [piece]
        return self._typed_bullets(piece, number(val(properties, "w:ind", "w:left")))

    def _level(self, properties: Element | None, style: Style) -> int:
        """The level that a paragraph's style or outline gives it, 0 for no heading."""
        if style.name == "title":
            self.titled = True
            return 1
        if match := re.match(r"heading (\d)$", style.name):
            return int(match[1])
        outline = number(val(properties, "w:outlineLvl"), style.outline)
        return outline + 1 if 0 <= outline < 9 else 0

    def _typed_bullets(self, piece: Piece, indent: int) -> list[Item]:
        """The lines of a paragraph, as items of a list where they begin with a bullet."""
        made: list[Piece] = []
        for row in piece.rows:
            if take_mark([row]):
                while self.indents and self.indents[-1] > indent:
                    self.indents.pop()
                if indent not in self.indents:
                    self.indents.append(indent)
                one = Piece([row], piece.look, gap=piece.gap)
                one.depth = len(self.indents) - 1
                made.append(one)
            elif made:
                made[-1].rows.append(row)
            else:
                made.append(Piece([row], piece.look, gap=piece.gap, left=piece.left))
        if made[-1].depth < 0:
            self.indents = []
        return [one for one in made if one.text]

    def _below_title(self, items: list[Item]) -> None:
        """Under a title, the first headings are those of sections."""
        pieces = [item for item in items if isinstance(item, Piece) and item.level]
        title = pieces[0]
        if title.level == 1 and any(piece.level == 1 for piece in pieces[1:]):
            for piece in pieces[1:]:
                piece.level = min(piece.level + 1, 6)


def _inside(parent: Element | None, name: str) -> Iterable[Element]:
    """The children of a name, also those in wrappers."""
    for element in parent if parent is not None else ():
        if element.tag == name:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _inside(element, name)


def _look(found: Paragraph) -> Look:
    """The look that most letters of a paragraph have."""
    counted: dict[RunLook, int] = {}
    for letters, look in found.looks:
        counted[look] = counted.get(look, 0) + letters
    most = max(counted, key=lambda look: counted[look], default=RunLook())
    return Look(most.size or 0, bool(most.strong), bool(most.em), bool(most.caps))
