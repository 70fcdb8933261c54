"""Headings without a heading's mark: known titles, bold lines, capitals, bare lines.

Each rule turns a paragraph that only looks like a heading into one, or cuts its first
line off as one. The rules differ in how sure they are, and run in that order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from typeset.importers.text.markup.blocks import Block, Heading, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.bare_lines import bare_lines
from typeset.importers.text.sections.known_titles import known_titles
from typeset.importers.text.sections.loud_lines import with_loud_lines
from typeset.importers.text.sections.title_signs import LONGEST, is_marked, section_headings
from typeset.importers.text.sections.titles import (
    is_document_title,
    kinds_in,
    kinds_of,
    shown_title,
)
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.vocabulary import key


def promote(blocks: list[Block], record: Record, bare: bool) -> list[Block]:
    """Blocks with unmarked headings as headings; `bare` lines only where a source has no marks."""
    blocks = _bold_titles(_loud_titles(blocks, record), record)
    blocks = known_titles(with_loud_lines(blocks, record), record, bare)
    found = section_headings(blocks, record)
    otherwise = len(found) >= _FEWEST_TITLES and not any(one.text.isupper() for one in found)
    if not found or not (otherwise or any(is_marked(b) for b in blocks)):
        blocks = _each(blocks, record, _capitals, inner=not found)
    if bare and not any(isinstance(b, Heading) and b.marked for b in blocks):
        blocks = bare_lines(blocks, record)
    return blocks


_FEWEST_TITLES = 3
"""How many titles known by their words say that titles are not set in capitals."""


def _loud_titles(blocks: list[Block], record: Record) -> list[Block]:
    """Bold lines in capitals as headings, where two known titles or more are written so.

    Where letters have no capitals every short bold line may be one, if half of them are known.
    """
    loud = [
        block for block in blocks[1:]
        if isinstance(block, Paragraph) and len(block.lines) == 1 and _is_loud(block.text, record)
    ]  # fmt: skip
    known = [block for block in loud if kinds_of(shown_title(block.text), record.vocabulary)]
    if len(known) < 2 or any(is_marked(block) for block in blocks[1:]):
        return blocks
    caseless = [block for block in loud if not _has_case(block.text)]
    if len(caseless) > 2 * sum(block in known for block in caseless):
        loud = [block for block in loud if _has_case(block.text) or block in known]
    told = {id(block) for block in loud}
    for block in loud:
        if not kinds_of(shown_title(block.text), record.vocabulary):
            record.choose(block.line, "title-by-looks", unstyle(block.text), "section title")
    return [
        Heading(2, shown_title(block.text), block.line, marked=False)
        if isinstance(block, Paragraph) and id(block) in told
        else block
        for block in blocks
    ]


def _bold_titles(blocks: list[Block], record: Record) -> list[Block]:
    """Lines all in bold as headings, where titles are written so and nothing else is.

    Two of them are known at least, and no fewer than the others; none of these is the head of an
    entry, which is right under a title or names whose it is. Beside heads with a date, also in
    bold, only those are titles that are known to be some.
    """
    bold = [
        at for at, block in enumerate(blocks)
        if at and isinstance(block, Paragraph) and _is_bold_line(block.lines[0].text)
    ]  # fmt: skip
    titles = {at: shown_title(_first_line(blocks[at])) for at in bold}
    told = [at for at in bold if kinds_of(titles[at], record.vocabulary)]
    listed = [
        at for at in bold
        if key(titles[at]) in record.vocabulary["other_titles"] and _is_lone(blocks[at])
        and (at == 1 or not isinstance(blocks[at - 1], Heading))
    ]  # fmt: skip
    known = sorted({*told, *listed})
    unknown = [at for at in bold if at not in known]
    if any(find_date(titles[at], record.vocabulary) for at in unknown):
        unknown = []  # heads of entries are bold too: only a title known as such is one
    others = sorted({*listed, *unknown} - {*told})
    if len(known) < _FEWEST_BOLD or not others or len(unknown) > len(known):
        return blocks
    if unknown and unknown[0] < known[0]:
        return blocks
    marked = any(is_marked(block) for block in blocks[known[0] :]) or any(
        is_marked(one) for one in section_headings(blocks[1 : known[0]], record)
    )
    if marked or not all(
        _can_be_title(blocks[at], blocks[at - 1], titles[at], record) for at in unknown
    ):
        return blocks
    result = list(blocks)
    for at in others:
        record.choose(blocks[at].line, "title-by-looks", titles[at], "section title")
        result[at] = Heading(2, titles[at], blocks[at].line, marked=False)
    return result


_FEWEST_BOLD = 2


def _is_lone(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.lines) == 1


def _is_bold_line(text: str) -> bool:
    return wholly(text.strip().rstrip(":："))[0] == "strong"


def _first_line(block: Block) -> str:
    return block.lines[0].text if isinstance(block, Paragraph) else ""


def _can_be_title(block: Block, above: Block, title: str, record: Record) -> bool:
    """Whether a paragraph is one short line under no title, which names nobody and no day."""
    under = isinstance(above, Heading) or (_is_lone(above) and _is_bold_line(_first_line(above)))
    alone = _is_lone(block) and not under
    lists = ("roles", "organisations", "schools", "degrees", "tongues")
    named = any(record.vocabulary.has(list_, title) for list_ in lists)
    dated = find_date(title, record.vocabulary)
    short = word_count(title) <= _LONGEST_BARE and not re.search(r"[\d@|,;.:/–—]", title)
    return alone and short and not named and not dated and title[:1].isupper()


def _is_loud(text: str, record: Record) -> bool:
    plain = unlink(unstyle(text))[0].strip().rstrip(":：").strip()
    large = plain.isupper() or (not _has_case(plain) and _is_short_title(plain, record))
    loud = large and wholly(text.strip().rstrip(":："))[0] == "strong"
    dated = find_date(plain, record.vocabulary)
    return loud and not dated and len(plain) <= LONGEST and not re.search(r"[@|\d]", plain)


def _has_case(text: str) -> bool:
    return text.upper() != text.lower()


def _is_short_title(plain: str, record: Record) -> bool:
    """Whether a line without capitals is as short as titles are, and names no one's employer."""
    if kinds_of(plain, record.vocabulary):
        return True
    named = any(record.vocabulary.has(name, plain) for name in ("organisations", "roles"))
    return (
        word_count(plain) <= _LONGEST_BARE and not named and not re.search(r"[，,、／/：:]", plain)
    )


_LONGEST_BARE = 4


def _each(
    blocks: list[Block],
    record: Record,
    rule: Callable[[Paragraph, Block | None, Record], bool],
    *,
    inner: bool,
) -> list[Block]:
    """The blocks with what a rule finds as headings; what is set in, only where `inner` says so."""
    result: list[Block] = []
    first = blocks[0].text if blocks and isinstance(blocks[0], (Paragraph, Heading)) else ""
    named = 1 if is_document_title(unstyle(first), record.vocabulary) else 0  # then comes the name
    apart = _stand_apart(blocks)
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        head = index <= named or (apart and _is_head(block, record))
        head = head or (isinstance(block, Paragraph) and block.indented and not inner)
        if isinstance(block, Paragraph) and not head and rule(block, following, record):
            text = unstyle(block.lines[0].text).rstrip(":：").strip()
            result.append(Heading(2, text, block.line, marked=False))
            if len(block.lines) > 1:
                result.append(Paragraph(block.lines[1:]))
        else:
            result.append(block)
    return result


def _is_head(block: Block, record: Record) -> bool:
    """Whether a paragraph of several lines begins with none of the titles that are known."""
    if not isinstance(block, Paragraph) or len(block.lines) <= _TITLE_AND_TEXT:
        return False
    return not kinds_of(shown_title(unstyle(block.lines[0].text)), record.vocabulary)


_TITLE_AND_TEXT = 2
"""Lines of a paragraph that is a title over one line; with more it is the head of an entry."""


def _stand_apart(blocks: list[Block]) -> bool:
    """Whether the titles in capitals that are known have an empty line below, two at least."""
    known = [
        following.line > block.line + 1
        for block, following in pairwise(blocks)
        if isinstance(block, Heading) and block.text.isupper()
    ]
    return len(known) > 1 and all(known)


def _capitals(block: Paragraph, following: Block | None, record: Record) -> bool:
    """A line in capitals, with text under it that is not its date, nor begins a head with one.

    "COOK" over "Moss Inn, Ely" over "2014 – 2021" is an entry's first line.
    """
    text = unlink(unstyle(block.lines[0].text))[0].strip().rstrip(":")
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 4 or not text.isupper() or re.search(r"[\d|·•@,]", text):
        return False
    below: str = block.lines[1].text if len(block.lines) > 1 else ""
    if not below and isinstance(following, Paragraph):
        below = following.lines[0].text
    others = record.vocabulary["other_titles"] | record.vocabulary["miscellany"]
    told = bool(kinds_in(text, record.vocabulary)) or key(text) in others
    dated = not told and (
        find_date(unstyle(below), record.vocabulary)
        or _is_labelled_fact(unstyle(below), record)
        or any(is_only_date(unstyle(line.text), record.vocabulary) for line in block.lines[2:_HEAD])
    )
    return len(text.split()) <= 6 and bool(below or following) and not dated


def _is_labelled_fact(text: str, record: Record) -> bool:
    """Whether a line says by its label what entries' heads say: "Position: Cook", "Period: …"."""
    label, colon, _ = re.sub("[:：]", ":", text).partition(":")
    return bool(colon) and record.vocabulary.column(label) in ("role", "dates", "organisation")


_HEAD = 4
"""Lines of a head at the most: a role, its owner, where, and when."""
