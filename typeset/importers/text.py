"""Markdown and plain text → profile: blocks, then a letter or a résumé, then the accounting."""

from __future__ import annotations

import re

from typeset.importers.accounting import account, markdown_rows
from typeset.importers.blocks import Block, Paragraph
from typeset.importers.front_matter import split_front_matter
from typeset.importers.imported import Imported
from typeset.importers.inline import parser, targets, visible
from typeset.importers.letter import is_letter, letter_profile
from typeset.importers.markdown import markdown_blocks
from typeset.importers.plain import plain_blocks, visible_rows
from typeset.importers.record import Record
from typeset.importers.resume import resume_profile
from typeset.importers.vocabulary import language_of
from typeset.problems import Severity
from typeset.profile.model import Profile

_PAGE_BREAK = re.compile(r"^[ \t]*\\(?:newpage|pagebreak|clearpage)[ \t]*$", re.MULTILINE)


def read_markdown(text: str, path: str) -> Imported:
    """Read Markdown."""
    record = Record(path, text)
    body, fields = split_front_matter(without_page_breaks(text, record), record)
    tokens = parser().parse(body)
    blocks = markdown_blocks(tokens, record)
    if fields:
        blocks.insert(0, Paragraph(fields))
    profile = _read(blocks, record, plain=False)
    rows = [(line.number, visible(line.text)) for line in fields] + list(markdown_rows(tokens))
    return account(profile, rows, list(targets(tokens)), record)


def read_plain(text: str, path: str) -> Imported:
    """Read plain text."""
    record = Record(path, text)
    text = without_page_breaks(text, record)
    profile = _read(plain_blocks(text, record), record, plain=True)
    return account(profile, list(visible_rows(text)), [], record)


def without_page_breaks(text: str, record: Record) -> str:
    """The text with its page-break marks (`\\newpage`) as empty lines; themes break pages."""
    for match in _PAGE_BREAK.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        record.tell("page-break", "a page-break mark is left out", number, Severity.NOTE)
    return _PAGE_BREAK.sub("", text)


def _read(blocks: list[Block], record: Record, *, plain: bool) -> Profile:
    if is_letter(blocks, record):
        profile = letter_profile(blocks, record)
    else:
        profile = resume_profile(blocks, record, plain=plain)
    profile.lang = language_of(record.text)
    return profile
