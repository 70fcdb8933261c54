"""Markdown and plain text → profile: blocks, then a letter or a résumé, then the accounting."""

from __future__ import annotations

import re

from typeset.importers.imported import Imported
from typeset.importers.text.accounting import account, markdown_rows
from typeset.importers.text.blocks import Block
from typeset.importers.text.definitions import undented
from typeset.importers.text.front_matter import FrontMatter, split_front_matter
from typeset.importers.text.images import take_photo
from typeset.importers.text.inline import parser, targets, visible
from typeset.importers.text.letter import is_letter, letter_profile
from typeset.importers.text.markdown import markdown_blocks
from typeset.importers.text.plain import plain_blocks, visible_rows
from typeset.importers.text.record import Record
from typeset.importers.text.resume import resume_profile
from typeset.importers.text.vocabulary import language_of
from typeset.problems import Problem, Severity, Span, TypesetError
from typeset.profile.model import Profile
from typeset.words import CONTROL

_FENCED = re.compile(
    r"\n*(`{3,}|~{3,})[ \t]*(?:te?xt|plain)?[ \t]*\n(.*\n)\1`*[ \t]*\s*", re.DOTALL
)
_UNPRINTABLE = re.compile(rf"{CONTROL.pattern}|[\ud800-\udfff]")
_PAGE_BREAK = re.compile(r"^[ \t]*\\(?:newpage|pagebreak|clearpage)[ \t]*$", re.MULTILINE)


def read_markdown(text: str, path: str) -> Imported:
    """Read Markdown."""
    _refuse_unprintable(text, path)
    if unfenced := _unfenced(text):
        return read_plain(unfenced, path)
    record = Record(path, text)
    body, front = split_front_matter(without_page_breaks(text, record), record)
    tokens = parser().parse(undented(body))
    image = take_photo(tokens, record)
    blocks = [*front.before, *markdown_blocks(tokens, record), *front.after]
    profile = _read(blocks, record, front, plain=False)
    profile.basics.image = profile.basics.image or image
    rows = [(line.number, visible(line.text)) for line in front.lines] + list(markdown_rows(tokens))
    return account(profile, rows, list(targets(tokens)), record)


def read_plain(text: str, path: str) -> Imported:
    """Read plain text."""
    _refuse_unprintable(text, path)
    record = Record(path, text)
    text, front = split_front_matter(_unfenced(text) or text, record)
    text = without_page_breaks(text, record)
    blocks = [*front.before, *plain_blocks(text, record), *front.after]
    profile = _read(blocks, record, front, plain=True)
    rows = [(line.number, visible(line.text)) for line in front.lines] + list(visible_rows(text))
    return account(profile, rows, [], record)


def _refuse_unprintable(text: str, path: str) -> None:
    """Raise `TypesetError` for a control character or half of a surrogate pair."""
    if found := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        raise TypesetError(
            Problem(
                "control-character",
                f"the character U+{ord(found[0]):04X} cannot be printed",
                span=Span.of_line(path, text, line, column),
                hint="delete it; it is invisible in most editors",
            )
        )


def _unfenced(text: str) -> str:
    """The text of a document that is one code fence and nothing else; "" for others."""
    match = _FENCED.fullmatch(text)
    if not match or match[1] in match[2]:
        return ""
    return "\n" * text.count("\n", 0, match.start(2)) + match[2]


def without_page_breaks(text: str, record: Record) -> str:
    """The text with its page-break marks (`\\newpage`) as empty lines; themes break pages."""
    for match in _PAGE_BREAK.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        record.tell("page-break", "a page-break mark is left out", number, Severity.NOTE)
    return _PAGE_BREAK.sub("", text)


def _read(blocks: list[Block], record: Record, front: FrontMatter, *, plain: bool) -> Profile:
    if is_letter(blocks, record):
        profile = letter_profile(blocks, record)
    else:
        profile = resume_profile(blocks, record, plain=plain)
    profile.title = " · ".join(part for part in (front.title, profile.title) if part)
    profile.lang = front.lang or language_of(record.text)
    profile.theme = front.theme or profile.theme
    return profile
