"""What a PDF holds, read once into typed facts: `read_facts`.

    painted     what PDFium would paint: pieces of text with place, size, colour; what is seen
    lines       the same by position alone, as `pdftotext -layout` reads
    content     the content streams, decoded through the file's own Unicode maps (pikepdf)
    structure   the tag tree (pikepdf)
    catalog     fonts, links, metadata, claims, attachments (pikepdf)

Two libraries that share no code read each file. A part that cannot be read is a problem
in the facts, never an exception.
"""

from typeset.checks.facts.model import (
    Attachment,
    Font,
    Link,
    Metadata,
    PdfFacts,
    Piece,
    SheetFacts,
    Stretch,
    Tag,
)
from typeset.checks.facts.read import MAX_BYTES, read_facts

__all__ = [
    "MAX_BYTES",
    "Attachment",
    "Font",
    "Link",
    "Metadata",
    "PdfFacts",
    "Piece",
    "SheetFacts",
    "Stretch",
    "Tag",
    "read_facts",
]
