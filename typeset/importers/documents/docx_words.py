"""The visible lines of a DOCX's XML: every text in document order, and nothing clever.

What the reader makes of a document is held against these. Left out is what no reader of the
page sees: deleted text, moved text at its old place, hidden runs, a field's old form, the
second copy of a shape for older programs, and letters of symbol fonts.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from typeset.importers.documents.docx_styles import SYMBOLS, child, val

SKIPPED = frozenset({"w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText",
                     "w:delInstrText"})  # fmt: skip
TEXTS = frozenset({"w:t", "m:t"})
"""Elements that hold letters; a formula has its own."""
_SPACES = frozenset({"w:rt", "w:tab", "w:br", "w:cr", "w:ptab", "w:footnoteReference",
                     "w:endnoteReference", "w:drawing", "w:pict", "w:object"})  # fmt: skip


def is_hidden(run: Element) -> bool:
    """Whether a run is not printed, or printed as pictures."""
    properties = child(run, "w:rPr")
    vanish = child(properties, "w:vanish")
    if vanish is not None and vanish.get("w:val", "1") not in ("0", "false", "off"):
        return True
    fonts = child(properties, "w:rFonts")
    return fonts is not None and bool(SYMBOLS.search(fonts.get("w:ascii", "")))


def is_second_copy(element: Element, parent: Element) -> bool:
    """Whether an element is the form of a shape that older programs show."""
    return element.tag == "mc:Fallback" and child(parent, "mc:Choice") is not None


def reading_last(ruby: Element) -> list[Element]:
    """The letters of a ruby text, then how they are read, as lines print: 山田（やまだ）."""
    return sorted(ruby, key=lambda one: one.tag == "w:rt")


def is_page_number(field: str) -> bool:
    """Whether a field's instruction counts pages."""
    return field.strip().upper().split(" ")[0] in ("PAGE", "NUMPAGES", "SECTIONPAGES")


def visible_paragraphs(root: Element, number: Callable[[Element], int]) -> list[tuple[int, str]]:
    """The text of each paragraph with its number, in the XML's order."""
    texts: dict[int, list[str]] = {}
    stack: list[tuple[Element, int]] = [(root, 0)]
    fields: list[str] = []
    counting = 0
    while stack:
        element, at = stack.pop()
        tag = element.tag
        if tag == "w:p":
            at = number(element)
            texts.setdefault(at, [])
        elif tag in TEXTS and not counting:
            texts.setdefault(at, []).append(element.text or "")
        elif tag in _SPACES:
            texts.setdefault(at, []).append(" ")
        elif tag == "w:noBreakHyphen":
            texts.setdefault(at, []).append("-")
        elif tag == "w:fldChar":
            kind = val(element, name="w:fldCharType")
            if kind == "begin":
                fields.append("")
            elif kind == "separate" and fields and is_page_number(fields[-1]):
                counting = len(fields)
            elif kind == "end" and fields:
                counting = 0 if counting == len(fields) else counting
                fields.pop()
        elif tag == "w:instrText" and fields:
            fields[-1] += element.text or ""
        if tag in SKIPPED or (tag == "w:r" and is_hidden(element)):
            continue
        if tag == "w:fldSimple" and is_page_number(val(element, name="w:instr")):
            continue
        inner = reading_last(element) if tag == "w:ruby" else element
        stack += [(one, at) for one in reversed(inner) if not is_second_copy(one, element)]
    return [(at, "".join(parts)) for at, parts in texts.items() if "".join(parts).strip()]
