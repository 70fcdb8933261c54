"""A PDF that holds text → pieces: lines, columns, paragraphs and heads by where they stand."""

from __future__ import annotations

import re

from typeset.importers.documents import Document, read_document
from typeset.importers.imported import Imported
from typeset.importers.pdf_columns import flows
from typeset.importers.pdf_lines import Content, read_content, undo_hyphen
from typeset.importers.pdf_linkedin import is_linkedin_page, linkedin_items
from typeset.importers.pdf_margin import cut_margin_titles
from typeset.importers.pdf_pieces import column_lines, column_pieces
from typeset.importers.pdf_running import drop_running
from typeset.importers.pdfium import PdfPage, read_pages
from typeset.importers.pieces import Piece, Row
from typeset.importers.runs import Run, plain
from typeset.importers.source import Source
from typeset.problems import Problem, Span, TypesetError
from typeset.words import words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_pdf(source: Source) -> Imported:
    """Read a PDF. Raises `TypesetError` for one without text, damaged or locked."""
    return read_document(pdf_document(source), source.name)


def pdf_document(source: Source) -> Document:
    """A PDF's pieces in reading order, and its lines in the order of its content."""
    pages = read_pages(source.data, source.name)
    _refuse_scan(pages, source.name)
    document = Document()
    content = read_content(pages)
    for number, text in drop_running(content, [page.height for page in pages]):
        document.note(number, "running-head-left-out", f"a running head is left out: {text[:60]}")
    by_page = [
        [segment for segment in content.segments if segment.page == index]
        for index in range(len(pages))
    ]
    texts, columns = flows(by_page)
    for flow in texts:
        document.items += column_pieces(cut_margin_titles(column_lines(flow)))
    _tell(pages, columns, document)
    if is_linkedin_page(document.items):
        document.items = linkedin_items(document.items)
        document.note(0, "linkedin-page", "read as the PDF of a LinkedIn profile page")
    lines = content.lines()
    _join_lines(document, lines, content)
    document.rows = list(lines.items())
    document.links = _links(content)
    return document


def _refuse_scan(pages: list[PdfPage], path: str) -> None:
    if not any(words(glyph.text) for page in pages for glyph in page.glyphs):
        scanned = any(page.pictures for page in pages)
        raise TypesetError(
            Problem(
                "pdf-without-text",
                "this PDF holds pictures of text (a scan) and no text" if scanned
                else "this PDF holds no text",
                span=Span(path),
                hint="run OCR over it first, for example: ocrmypdf in.pdf out.pdf",
            )
        )  # fmt: skip


def _tell(pages: list[PdfPage], columns: bool, document: Document) -> None:
    if columns:
        document.note(0, "columns", "the page has columns; they are read one after the other")
    if pictures := sum(page.pictures for page in pages):
        shown = "a picture is" if pictures == 1 else f"{pictures} pictures are"
        document.note(0, "picture-left-out", f"{shown} left out")
    for number, page in enumerate(pages, 1):
        if page.pictures and not page.glyphs:
            document.note(0, "page-without-text", f"page {number} holds a picture and no text")


def _join_lines(document: Document, lines: dict[int, str], content: Content) -> None:
    """Join wrapped lines; undo a hyphen where it is sure that it was not the author's."""
    known = frozenset(word.casefold() for text in lines.values() for word in _WORD.findall(text))
    broken = {s.number for s in content.segments if s.glyphs[-1].text in ("\u2010", "\u00ad")}
    for item in document.items:
        if not isinstance(item, Piece):
            continue
        rows: list[Row] = []
        for row in item.rows:
            if not rows or rows[-1].hard:
                rows.append(row)
            elif _goes_on(rows[-1]):
                _join(rows[-1], row, lines, known, broken)
            else:  # one line, so that a style goes on over what the margin cut
                rows[-1] = Row(rows[-1].number, [*rows[-1].runs, Run(" "), *row.runs], row.hard)
        item.rows = rows


def _goes_on(row: Row) -> bool:
    """Whether a line ends within a word or an address."""
    text = plain(row.runs)
    address = bool(row.runs and row.runs[-1].target) and re.search(r"\.\S*/\S*$", text)
    return bool(address or re.search(r"\w[-\u2010]$", text))


def _join(
    before: Row, row: Row, lines: dict[int, str], known: frozenset[str], broken: set[int]
) -> None:
    """Put a row behind the one whose last word it goes on with, with or without the hyphen."""
    head, tail = plain(before.runs), plain(row.runs)
    if undo_hyphen(head, tail, known, sure=before.number in broken):
        first, last = head.rsplit(" ", 1)[-1], tail.split(" ", 1)[0]
        old, new = lines.get(before.number, ""), lines.get(row.number, "")
        if old.endswith(first) and new.startswith(last):
            lines[before.number] = old[:-1] + last
            lines[row.number] = new[len(last) :]
            while before.runs and not before.runs[-1].text.strip():
                before.runs.pop()
            end = before.runs[-1]
            before.runs[-1] = Run(end.text.rstrip()[:-1], end.strong, end.em, end.target)
    before.runs += row.runs
    before.hard = row.hard


def _links(content: Content) -> list[tuple[int, str]]:
    found: dict[tuple[str, int], None] = {}
    last = ""
    for segment in content.segments:
        for glyph in segment.glyphs:
            if glyph.target and glyph.target != last:
                found[(glyph.target, segment.number)] = None
            last = glyph.target
    return [(number, target) for target, number in found]
