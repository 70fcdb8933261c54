"""The last resort for a section of entries: a bullet or a paragraph each, read as far as it goes.

A section whose title says what it holds is rather read in part than kept as prose.
"""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.heads.lines import (
    SENTENCE_END,
    Found,
    RawEntry,
    cut_sentence,
    ends_sentence,
    is_head_line,
)
from typeset.importers.text.heads.words import KINDS, Kind, ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, find_date
from typeset.importers.text.words.scripts import begins_large

_SIGNS = re.compile(r"[\s:：;,.|·•–—-]+")
"""What stands between a date and the rest of its line: "2019 :: Cook", "(2019) – Cook"."""
_CLOSING = re.compile(r"[\s*_)\]）】]*")
_OPENING = re.compile(r"[\s*_(\[（【]*")
_OPEN = re.compile(r"[\s,;:|·–—(\[（-]+$|\s*[(\[（]\*{1,3}$")
"""What leads to a date, with the emphasis that a bracket holds: "Cook — Moss Inn (*2019*)"."""
_COLON = re.compile(r":(\**)$")
_LONGEST_NAMES = 12
_SAID = 4
"""Words behind a date that tell what was done, and are no more of the head."""


def by_pieces(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Bullets or paragraphs of which most begin with a head that has a date, or tells its kind.

    What begins with none goes on with the piece before it, or is a piece of text for itself. A
    line or two may stand before the first head.
    """
    if kind not in KINDS or not blocks:
        return None
    before: list[Block] = []
    blocks = [part for block in blocks for part in _by_dates(block, record)]
    pieces = _pieces(blocks)
    heads = [_head(piece, kind, record) for piece in pieces]
    found = [head for head in heads if head]
    while found and not heads[0] and isinstance(blocks[0], Paragraph):
        before += pieces.pop(0).blocks
        heads.pop(0)
    if not pieces or not heads[0] or len(found) * 2 < len(pieces) + len(before):
        return None
    if not any(_is_dated(head, record) for head in found) and not all(map(_is_bold, found)):
        return None
    record.choose(blocks[0].line, "a-piece-each", found[0].head[0][1], "an entry")
    entries: list[RawEntry] = []
    for piece, head in zip(pieces, heads, strict=True):
        if head:
            entries.append(head)
        elif isinstance(blocks[0], List):
            entries.append(_other(piece, record))
        else:
            entries[-1].body += piece.blocks
    return before, entries


def _other(piece: ListItem, record: Record) -> RawEntry:
    """A bullet among heads that is none: a short one is an entry's name, others are its text."""
    first = piece.blocks[0] if piece.blocks else None
    text = first.text if isinstance(first, Paragraph) else ""
    if text and is_head_line(text, record) and not ends_sentence(unstyle(text), record):
        return RawEntry([(piece.line, text)], piece.blocks[1:])
    return RawEntry([(piece.line, "")], piece.blocks)


def _by_dates(block: Block, record: Record) -> list[Block]:
    """A paragraph of which several lines, the first too, begin with a date, cut before these."""
    lines = block.lines if isinstance(block, Paragraph) else []
    starts = [at for at, line in enumerate(lines) if _begins_dated(lines, at, record)]
    if len(starts) < _FEWEST_DATED or starts[0]:
        return [block]
    return [Paragraph(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]


_FEWEST_DATED = 2


def _begins_dated(lines: list[Line], at: int, record: Record) -> bool:
    """Whether a line that its author began has a date before all else."""
    if at and not lines[at - 1].hard:
        return False
    plain = unstyle(lines[at].text).lstrip("([ ")
    found = find_date(plain, record.vocabulary)
    return found is not None and not found.begin


def _pieces(blocks: list[Block]) -> list[ListItem]:
    """The items of lists, or each paragraph with the lists under it; none with other blocks."""
    if all(isinstance(block, List) for block in blocks):
        return [item for block in blocks if isinstance(block, List) for item in block.items]
    pieces: list[ListItem] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            pieces.append(ListItem(block.line, [block]))
        elif isinstance(block, List) and pieces:
            pieces[-1].blocks.append(block)
        else:
            return []
    return pieces


def _head(piece: ListItem, kind: str, record: Record) -> RawEntry | None:
    """The entry of a piece that begins with a head; None where it begins with none."""
    first = piece.blocks[0] if piece.blocks else None
    if not isinstance(first, Paragraph):
        return None
    broken = any(line.hard for line in first.lines[:-1])
    text = first.lines[0].text if broken else first.text
    below: list[Block] = [Paragraph(first.lines[1:])] if broken else []
    found = find_date(text, record.vocabulary)
    beside = _BESIDE.fullmatch(text, found.finish) if found else None
    text = text[: found.finish] if found and beside else text
    head, rest = _around_date(text, found) if found else cut_sentence(text)
    plain = unlink(unstyle(head))[0]
    words = KINDS[kind]
    told = any(names(list_, plain, record) for list_ in (words.what, words.who))
    told = told or (words.what == "roles" and ends_like_role(plain, record))
    large = begins_large(plain) or head.startswith("*")
    if not plain or not large or not is_head_line(head, record) or not (found or told):
        return None
    if len(plain.split()) > _LONGEST_NAMES and not told:
        return None
    head = _COLON.sub(r"\1", head)
    day = " ".join([found.text, *([beside[1]] if beside else [])]) if found else ""
    owner = "" if names(words.who, plain, record) else _owner_behind(rest, words, record)
    rest = "" if owner else rest
    lines = [(first.line, text) for text in (head, owner, day) if text]
    body: list[Block] = [Paragraph([Line(first.line, rest)])] if rest else []
    return RawEntry(lines, [*body, *below, *piece.blocks[1:]])


def _owner_behind(rest: str, words: Kind, record: Record) -> str:
    """What follows a head as a sentence and is a school or an employer: "BSc. Holm University."."""
    text = rest.strip().rstrip(".")
    short = 0 < len(text.split()) <= _LONGEST_OWNER and not ends_sentence(text, record)
    return text if short and is_head_line(text, record) and names(words.who, text, record) else ""


_LONGEST_OWNER = 8


_BESIDE = re.compile(r"\s*([(（][^()（）]+[)）])\.?")
"""A bracket behind a date, which ends the line: "Cookery course, Moss Inn, 2022 (60 hours)"."""


def _around_date(text: str, found: DateFound) -> tuple[str, str]:
    """The head of a line without its date, and what is said behind it; "" where it has none."""
    opening, closing = _OPENING.match(text), _CLOSING.match(text, found.finish)
    start = opening.end() if opening else 0
    after = closing.end() if closing else found.finish
    signs = _SIGNS.match(text, after)
    behind = text[signs.end() if signs else after :]
    if found.begin <= start:
        return cut_sentence(behind)
    before = _OPEN.sub("", text[: found.begin])
    if len(behind.split()) >= _SAID:
        return before, behind
    return (f"{before}, {behind}" if behind else before), ""


def with_first(found: Found, kind: str, record: Record) -> Found:
    """The entries of a section, with what stands before the first one.

    That are entries where all of it begins with such heads: each has a date or begins in bold,
    as no introduction does. A school without its degree begins the head of the first one.
    """
    before, entries = found
    if kind == "projects" and (first := _named_alike(before, entries, record)):
        return [], [first, *entries]
    pieces = _pieces(before) if kind in KINDS else []
    heads = [_head(piece, kind, record) for piece in pieces]
    told = [head for head in heads if head and (_is_dated(head, record) or _is_bold(head))]
    if not pieces or len(told) < len(pieces):
        return found
    record.choose(before[0].line, "a-piece-each", told[0].head[0][1], "an entry")
    lines = [line for block in before if isinstance(block, Paragraph) for line in block.lines]
    if kind == "education" and entries and _lacks_school(entries[0], record):
        short = all(is_head_line(line.text, record) for line in lines)
        if short and not any(_is_dated(head, record) for head in told) and len(told) == 1:
            entries[0].head[:0] = [(line.number, line.text) for line in lines]
            return [], entries
    return [], [*told, *entries]


def _named_alike(before: list[Block], entries: list[RawEntry], record: Record) -> RawEntry | None:
    """A project of a line over its bullets, where all behind it are such; None for others."""
    name, below = before if len(before) == _NAME_AND_LIST else (None, None)
    lines = name.lines if isinstance(name, Paragraph) else []
    listed = all(entry.body and isinstance(entry.body[0], List) for entry in entries)
    alike = listed and isinstance(below, List) and all(len(entry.head) == 1 for entry in entries)
    if not alike or len(lines) != 1 or not below or not is_head_line(lines[0].text, record):
        return None
    if SENTENCE_END.search(lines[0].text) or re.search(r"[*|·\[]|:$", lines[0].text):
        return None  # what stands beside the name is no part of it
    record.choose(lines[0].number, "a-piece-each", lines[0].text, "an entry")
    return RawEntry([(lines[0].number, lines[0].text)], [below])


_NAME_AND_LIST = 2


def _lacks_school(entry: RawEntry, record: Record) -> bool:
    return not any(names("schools", unstyle(text), record) for _, text in entry.head)


def _is_dated(entry: RawEntry, record: Record) -> bool:
    return any(find_date(text, record.vocabulary) for _, text in entry.head)


def _is_bold(entry: RawEntry) -> bool:
    return bool(_BOLD.match(entry.head[0][1]))


_BOLD = re.compile(r"\*{2,3}[^*\s]")
