"""What is promised of each program's reading, by theme.

PDFium, pypdf, pdf.js and `pdftotext -raw` read a page as it is set: every word, once, in
the Document's order, in every theme. Plain `pdftotext` and pdfminer look for columns on
the page, without regard to how it is set. Where a theme sets texts beside others, they may
read these as a column of their own: before or after the text, never lost, never twice, and
with the text itself in order. No style sheet helps: only ink in the gap would join the two
(poppler ends a word at every space, the engine does not draw a run of spaces alone). So a
page that every program reads in order sets nothing beside anything: `plain`.
"""

from __future__ import annotations

from tests.conformance.readers.reading import Beside, Kept

BY_COLUMNS = frozenset({"pdftotext", "pdfminer"})
"""Programs that look for columns."""

BESIDE: dict[str, frozenset[Beside]] = {
    "academic": frozenset({"dates", "contacts"}),  # contacts in the masthead, at the right
    "classic": frozenset({"dates"}),
    "compact": frozenset({"dates", "titles"}),  # titles in a narrow column
    "executive": frozenset({"dates", "titles"}),  # titles in the margin
    "modern": frozenset({"dates", "titles", "contacts"}),  # contacts in rows of two columns
    "plain": frozenset(),
    "sidebar": frozenset({"dates", "contacts"}),  # and two columns, each in its own order
}
"""What each theme sets beside the text, besides dates at the edge."""


def promised(theme: str, program: str) -> Kept:
    """The least that a program keeps of every document in a theme."""
    return Kept.TEXT if program in BY_COLUMNS and BESIDE[theme] else Kept.ORDER
