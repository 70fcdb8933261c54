"""HTML → PDF: the only user of WeasyPrint.

    engine → library → coverage → fonts → pdf (open → layout → write)

Importing this package does not import WeasyPrint; the first document does.
"""

from .boxes import Page
from .coverage import families_for, missing_characters, missing_glyph
from .library import FontLibrary, font_library
from .pdf import Layout, Press, Sheet, Typeset, bind, typeset_html
from .source import MAX_CHARACTERS, MAX_DEPTH, MAX_WORD, Attachment, Source, Stylesheet

__all__ = [
    "MAX_CHARACTERS",
    "MAX_DEPTH",
    "MAX_WORD",
    "Attachment",
    "FontLibrary",
    "Layout",
    "Page",
    "Press",
    "Sheet",
    "Source",
    "Stylesheet",
    "Typeset",
    "bind",
    "families_for",
    "font_library",
    "missing_characters",
    "missing_glyph",
    "typeset_html",
]
