"""The headings of the name: what a person is called, and the title of a document over that."""

from __future__ import annotations

import re
from itertools import takewhile

from typeset.importers.text.entries.titles import ENTRY_KINDS
from typeset.importers.text.header.contact_blocks import contact_lines
from typeset.importers.text.header.contact_labels import label_of
from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph, Quote, Rule
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.chosen_titles import is_other_title
from typeset.importers.text.sections.entry_headings import is_first_job
from typeset.importers.text.sections.heading_levels import heading_kinds, is_over_list
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.sections.titles import is_document_title, kinds_of
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key


def name_headings(blocks: list[Block], record: Record) -> list[Heading]:
    """The heading of the name, and the document's title over one ("resume"); none without them."""
    first = _name_heading(blocks, record)
    if not first or not is_document_title(unlink(unstyle(first.text))[0], record.vocabulary):
        return [first] if first else []
    at = next(index for index, block in enumerate(blocks) if block is first)
    after = blocks[at + 1 : at + 4]
    second = next((block for block in after if isinstance(block, Heading)), None)
    level = second.level if second and second.marked else 0
    below = [b for b in blocks[at + 1 :] if isinstance(b, Heading) and b is not second]
    alone = bool(below) and all(b.level > level for b in below)
    named = second and level and not heading_kinds(second, record)
    if second and named and (alone or _is_over_contacts(second, blocks, record)):
        return [first, second]
    return [first]


def _is_over_contacts(heading: Heading, blocks: list[Block], record: Record) -> bool:
    """Whether a heading is a person's name, with contacts under it before the next title.

    What the person is may be a smaller heading between: "## Ann Bell", "### Baker", "Tel. 555 01".
    In brackets the name may stand in another script.
    """
    text = unlink(unstyle(heading.text))[0].partition("(")[0].strip()
    if not is_person(text) or names("roles", text, record):
        return False
    at = next(index for index, block in enumerate(blocks) if block is heading)

    def below(block: Block) -> bool:
        if not isinstance(block, Heading):
            return True
        return block.level > heading.level and not heading_kinds(block, record)

    under = takewhile(below, blocks[at + 1 :])
    lines = contact_lines([b for b in under if not isinstance(b, Rule | Heading)]) or []
    return any(_is_of_person(piece, record) for _, text in lines for piece in pieces(text))


def _is_of_person(piece: str, record: Record) -> bool:
    """Whether a piece of a line is a contact, or a fact by its label: "Гражданство: Россия"."""
    words, label = record.vocabulary, label_of(piece, record)[0]
    told = words.label(label) in ("location", "phone", "email")
    return told or key(label) in words["person_labels"] or is_contact_line(piece)


def _name_heading(blocks: list[Block], record: Record) -> Heading | None:
    """The heading that names the person or the document, where one comes before all sections."""
    for index, block in enumerate(blocks[:4]):
        if isinstance(block, Paragraph) and len(block.text.split()) > _LONGEST_LINE:
            return None  # prose stands over it
        if isinstance(block, Heading) and _is_in_row_under_prose(index, blocks, record):
            return None
        if isinstance(block, Heading) and is_first_job(index, blocks, record):
            return None
        if isinstance(block, Heading) and block.titled:
            return None
        if isinstance(block, Heading) and block.marked:
            title = unlink(unstyle(block.text))[0]
            if is_document_title(title, record.vocabulary):
                return block
            # "# About" over other headings of its kind is the page's title, not a section.
            told = bool(set(kinds_of(title, record.vocabulary)) & ENTRY_KINDS)
            if is_other_title(title, record.vocabulary) and (
                block is blocks[0] or _is_in_row(block, blocks[index + 1 :], record)
            ):
                return None
            if block is blocks[0] and block.level == 1 and _is_only_top(block, blocks) and not told:
                return block
            own = heading_kinds(block, record) or is_over_list(block, blocks[index + 1 :], record)
            own = own or _is_name_labelled(blocks[index + 1 :], record)
            return None if own else block
    return None


def _is_name_labelled(blocks: list[Block], record: Record) -> bool:
    """Whether a form before the next heading says whose it is: "Personal" over "Name: Ann"."""
    lines = contact_lines([*takewhile(lambda block: not isinstance(block, Heading), blocks)]) or []
    labels = (unstyle(text).partition(":")[0].strip() for _, text in lines if ":" in text)
    return any(record.vocabulary.label(label) == "name" for label in labels)


def _is_in_row_under_prose(at: int, blocks: list[Block], record: Record) -> bool:
    """Whether sentences or a motto stand over a heading, and known titles of its level follow."""
    heading, above = blocks[at], blocks[at - 1]
    said = isinstance(above, Quote) or (
        isinstance(above, Paragraph) and bool(_SENTENCES.search(above.text))
    )
    text = unlink(unstyle(heading.text))[0] if isinstance(heading, Heading) else ""
    if not at or not said or (is_person(text) and not CJK.search(text)):
        return False
    return isinstance(heading, Heading) and _is_in_row(heading, blocks[at + 1 :], record)


def _is_in_row(heading: Heading, below: list[Block], record: Record) -> bool:
    """Whether known titles of a heading's level follow it."""
    row = [one for one in below if isinstance(one, Heading) and one.level == heading.level]
    return sum(bool(heading_kinds(one, record)) for one in row) > 1


_SENTENCES = re.compile(r"[^\W\d_]{2}[.!?。！？]\s*$")
_LONGEST_LINE = 40
"""More words than lines of contacts have together."""


def _is_only_top(heading: Heading, blocks: list[Block]) -> bool:
    others = [b for b in blocks if isinstance(b, Heading) and b is not heading]
    return bool(others) and all(other.level > heading.level for other in others)
