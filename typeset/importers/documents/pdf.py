"""A PDF that holds text → pieces: lines, columns, paragraphs and heads by where they stand."""

from __future__ import annotations

from typeset.importers.documents.assembling import Document, read_document
from typeset.importers.documents.glyphs import PdfPage, read_pages
from typeset.importers.documents.pdf_columns import flows
from typeset.importers.documents.pdf_edges import cut_at_edges
from typeset.importers.documents.pdf_lines import Content, read_content
from typeset.importers.documents.pdf_linkedin import is_linkedin_page, linkedin_items
from typeset.importers.documents.pdf_margin import cut_margin_titles
from typeset.importers.documents.pdf_numbers import mark_numbers
from typeset.importers.documents.pdf_pieces import column_pieces
from typeset.importers.documents.pdf_rows import column_lines
from typeset.importers.documents.pdf_running import drop_running
from typeset.importers.documents.pdf_tables import join_over_pages, with_tables
from typeset.importers.documents.pdf_wrapping import line_joiner
from typeset.importers.documents.pieces import Piece
from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.problems import Problem, Span, TypesetError
from typeset.words import words


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
    content.segments = cut_at_edges(content.segments)
    by_page = [
        with_tables([segment for segment in content.segments if segment.page == index], page.rules)
        for index, page in enumerate(pages)
    ]
    for segment in join_over_pages(by_page):
        content.segments.remove(segment)
        document.note(
            segment.number, "running-head-left-out", f"a table's head is said again: {segment.text}"
        )
    texts, columns = flows(by_page)
    flowing = [cut_margin_titles(column_lines(flow)) for flow in texts]
    for column in flowing:
        mark_numbers(column)
    content.segments = [segment for segment in content.segments if segment.glyphs]
    lines = content.lines()
    joiner = line_joiner(lines, content)
    for column in flowing:
        document.items += column_pieces(column, joiner)
    _tell(pages, columns, document)
    if is_linkedin_page(document.items):
        document.items = linkedin_items(document.items)
        document.note(0, "linkedin-page", "read as the PDF of a LinkedIn profile page")
    for item in document.items:
        if isinstance(item, Piece):
            item.rows = joiner.joined(item.rows)
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


def _links(content: Content) -> list[tuple[int, str]]:
    found: dict[tuple[str, int], None] = {}
    last = ""
    for segment in content.segments:
        for glyph in segment.glyphs:
            if glyph.target and glyph.target != last:
                found[(glyph.target, segment.number)] = None
            last = glyph.target
    return [(number, target) for target, number in found]
