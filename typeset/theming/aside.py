"""Sections that stand in a side column: which, and the order in which they are read.

A side column is read before the main one. The Document's sections are brought into
that order before anything is made of them, so that templates, checks and exporters
agree on it.
"""

from __future__ import annotations

from dataclasses import replace

from typeset.document import Document
from typeset.theming.options import Values
from typeset.theming.theme import Theme


def aside_kinds(theme: Theme, values: Values) -> tuple[str, ...]:
    """The kinds of section that stand aside; none where the option `columns` is `one`."""
    return () if values.get("columns") == "one" else theme.config.aside


def stand_aside(document: Document, theme: Theme, values: Values) -> Document:
    """`document` with the sections that stand aside first, else in the author's order."""
    kinds = aside_kinds(theme, values)
    if not kinds:
        return document
    aside = tuple(section for section in document.sections if section.kind in kinds)
    main = tuple(section for section in document.sections if section.kind not in kinds)
    return replace(document, sections=(*aside, *main), aside=len(aside))
