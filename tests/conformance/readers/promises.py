"""What is promised of each program's reading.

Every program reads every page of one column whole, once, in the Document's order: what
stands far apart on a line is joined by a space (typeset/typesetting/gaps.py), so that
programs which look for columns find none. Where a theme has two columns, those programs give
every word, once, in an order of their own.
"""

from __future__ import annotations

from tests.conformance.readers.reading import Kept

BY_COLUMNS = frozenset({"pdftotext", "pdfminer"})
"""Programs that look for columns; the others read a page as it is set."""


def promised(program: str, *, two_columns: bool) -> Kept:
    """The least that a program keeps of every document of a theme."""
    return Kept.WORDS if two_columns and program in BY_COLUMNS else Kept.ORDER
