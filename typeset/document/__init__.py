"""Profile → Document: sections in order, every text in its final words and language."""

from typeset.document.build import build_document
from typeset.document.model import Document
from typeset.document.reading import reading_order

__all__ = ["Document", "build_document", "reading_order"]
