"""Formulas that end a résumé: that all is true, that data may be used, how references are had."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, List, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.vocabulary import key

_LONGEST_AFTER = 8
"""How many words may follow a formula, as those of a link to the document's other form do."""


def consents(blocks: list[Block], record: Record) -> int:
    """How many blocks at the end are formulas: that one's data may be used, that all is true.

    Who declares something may sign below it, and say as what: "Ann Bell", "Applicant".
    """
    count = 0
    for back, block in enumerate(reversed(blocks[1:]), 1):
        text = said(block)
        offers = _begins(text, "on_request", record) and back <= count + _SIGNED
        if _declares(text, record) or offers:
            count = back
        elif isinstance(block, List) or not text or back > count + _SIGNED or _is_long(text):
            break
    over = said(blocks[-count - 1]) if 0 < count < len(blocks) - 1 else ""
    return count + (1 if _is_title_of_one(over, record) else 0)


def declares(section: RawSection, record: Record) -> bool:
    """Whether a section is such a formula, down to where and when it was signed, and by whom."""
    if section.kinds or not section.title or not section.blocks:
        return False
    told = _is_title_of_one(section.title, record)
    return told or _declares(said(section.blocks[0]), record)


def _declares(text: str, record: Record) -> bool:
    """Whether a text begins as such a formula, perhaps behind its label: "Declaration: I …"."""
    label, colon, after = unstyle(text).partition(":")
    labelled = bool(colon) and _is_title_of_one(label, record)
    return _begins(after if labelled else text, "consents", record)


def _is_title_of_one(text: str, record: Record) -> bool:
    return key(unstyle(text)) in record.vocabulary["declarations"]


def title_of_formula(closing: list[Block], record: Record) -> str:
    """The line over such a formula that says what it is ("**Declaration**"), or ""."""
    first = said(closing[0]) if len(closing) > 1 else ""
    return unstyle(first).strip(" :") if _is_title_of_one(first, record) else ""


_SIGNED = 2
"""How many lines may stand under a formula: who signs it, and as what."""


def said(block: Block) -> str:
    """What a paragraph, or a list of one item, says: "- [x] I consent to …"."""
    if isinstance(block, List) and len(block.items) == 1 and len(block.items[0].blocks) == 1:
        return block.items[0].text
    return block.text if isinstance(block, Paragraph) else ""


def is_formula(text: str, record: Record) -> bool:
    """Whether a text begins as those do that consent, or offer references."""
    return _declares(text, record) or _begins(text, "on_request", record)


def _begins(text: str, formulas: str, record: Record) -> bool:
    return key(unstyle(text)).startswith(tuple(record.vocabulary[formulas]))


def _is_long(text: str) -> bool:
    return len(text.split()) > _LONGEST_AFTER


def refers(closing: list[Block], record: Record) -> str:
    """The one line that closes a document by saying how its references are had, or ""."""
    only = closing[0] if len(closing) == 1 else None
    text = only.text if isinstance(only, Paragraph) else ""
    return text if _begins(text, "on_request", record) else ""
