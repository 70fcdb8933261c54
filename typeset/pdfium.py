"""A PDF opened with PDFium, for the rooms that read one: documents to import, pages to check."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typeset.problems import Problem, TypesetError


@contextmanager
def opened(pdf: bytes) -> Iterator[tuple[Any, Any]]:
    """PDFium's raw bindings and the PDF as their document, closed afterwards.

    Raises `TypesetError` for a PDF that is damaged, or opens only with a password.
    """
    # The raw bindings: their import takes a third of the helper classes'.
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    if not document:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            message = "the PDF opens only with a password"
            hint = "save it without one; an applicant system cannot open it either"
            raise TypesetError(Problem("pdf-encrypted", message, hint=hint))
        message = "the file is damaged: it cannot be read as a PDF"
        raise TypesetError(Problem("pdf-unreadable", message))
    try:
        yield pdfium, document
    finally:
        pdfium.FPDF_CloseDocument(document)
