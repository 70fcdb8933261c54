"""Profile → Document: sections in order, every text in its final words and language."""

from typeset.document.build import build_document
from typeset.document.model import Document
from typeset.document.reading import reading_order
from typeset.document.shown import shown_profile
from typeset.document.style import Style

__all__ = ["Document", "Style", "build_document", "reading_order", "shown_profile"]
