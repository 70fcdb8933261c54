"""How documents are known: by their first bytes, and what a zip or a page holds."""

from __future__ import annotations

import re

from typeset.importers.source import Source

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>|<!--.*?-->|\s)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def is_docx(source: Source) -> bool:
    """Whether a zip holds a document of WordprocessingML."""
    return source.is_zip and any(
        name.startswith("word/document") or name == "word/document.xml" for name in source.members
    )


def is_pdf(source: Source) -> bool:
    """Whether a file is a PDF; some have a few bytes before their mark."""
    return (
        not source.is_folder
        and source.given.__class__ is not str
        and (b"%PDF-" in source.data[:1024])
    )


def is_page(source: Source) -> bool:
    """Whether a text is a whole page of HTML, or a part of one in a file named so."""
    if not source.is_text:
        return False
    named = source.name.lower().endswith((".html", ".htm", ".xhtml"))
    return bool(_PAGE.match(source.text[:4096])) or (named and source.text.lstrip()[:1] == "<")
