"""The end of a letter without a closing: a name alone, or a name with contacts under it."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.letters.after import DASHES, Ending, read_after
from typeset.importers.text.letters.cards import card_lines
from typeset.importers.text.letters.marks import marked
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, Paragraph, Rule
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.particles import PARTICLES
from typeset.importers.text.words.vocabulary import key


def read_tail(blocks: list[Block], ending: Ending, record: Record) -> None:
    """A letter without a closing may still end with a short line of a name, or a postscript."""
    under: list[Block] = []
    while blocks and (
        isinstance(blocks[-1], Rule)
        or is_marked(blocks[-1], record)
        or (isinstance(blocks[-1], List) and is_marked(blocks[-2:][0], record))
    ):
        under.insert(0, blocks.pop())
    _take_signature(blocks, ending, record)
    signed = ending.signature.split("\\\n") if ending.signature else []
    if under:
        number = under[0].line
        read_after([Line(number, text) for text in signed], under, ending, record)


def _take_signature(blocks: list[Block], ending: Ending, record: Record) -> None:
    """Take the name that stands alone at the end, with what belongs to it."""
    last = blocks[-1] if blocks else None
    if last is not None and is_dashed(last):
        ending.signature = _undashed(last)
        blocks.pop()
    elif isinstance(last, Paragraph) and _ends_with_name(last):
        ending.signature = last.lines[-1].text
        blocks[-1] = Paragraph(last.lines[:-1])
    elif isinstance(last, Paragraph) and len(blocks) > 1:
        words = last.text.split()
        if signed := _signed_and_dated(unstyle(last.text), record):
            ending.signature = signed
            blocks.pop()
        elif _read_card(blocks, ending, record):
            pass
        elif (
            len(words) <= 4
            and not is_contact_line(last.text)
            and not re.search(r"[.!?:,;\d]$", last.text)
            and (words[0][:1].isupper() or key(words[-1]) in record.vocabulary["signed_with"])
        ):
            ending.signature = last.text
            blocks.pop()
            _take_day(blocks, ending, record)
            _thanks(blocks, ending, record)


def _take_day(blocks: list[Block], ending: Ending, record: Record) -> None:
    """Take the day that stands alone over who signs, as it does in Korea."""
    last = blocks[-1] if len(blocks) > 1 else None
    if isinstance(last, Paragraph) and is_only_date(last.text, record.vocabulary):
        ending.signature = f"{last.text}\\\n{ending.signature}"
        blocks.pop()


def is_dashed(block: Block) -> bool:
    """Whether a block is a name behind a dash: "— Ada", "-- Ada Long"."""
    return is_name(_undashed(block).split())


def _undashed(block: Block) -> str:
    """The text behind the dash of a block, which may have made a list of it, or ""."""
    if isinstance(block, List) and len(block.items) == 1 and block.start is None:
        return block.items[0].text
    text = block.text if isinstance(block, Paragraph) else ""
    bare = DASHES.sub("", text)
    return bare if bare != text else ""


def _ends_with_name(block: Paragraph) -> bool:
    """Whether the last line of a paragraph is a name under the end of a sentence."""
    if len(block.lines) < 2 or not re.search(r"[.!?,]\W*$", block.lines[-2].text):
        return False
    name = block.lines[-1].text.split()
    return len(name) > 1 and is_name(name)


def is_name(words: list[str]) -> bool:
    """Whether words are a person's name, small ones within it too: "Ida van der Meer"."""
    large = [word for word in words if word[:1].isupper()]
    small = (word in PARTICLES or word in large for word in words[1:-1])
    named = 0 < len(large) <= 4 and words[-1] in large and words[0] in large and all(small)
    return named and not re.search(r"[.,;:!?\d]$", words[-1])


def _read_card(blocks: list[Block], ending: Ending, record: Record) -> bool:
    """Take off a name with nothing but contacts under it, which ends a letter as a closing does.

    They may stand beside it in its line.
    """
    last = blocks[-1]
    if (
        isinstance(last, Paragraph)
        and len(last.lines) == 1
        and (lines := card_lines(last.lines[0]))
    ):
        blocks[-1] = Paragraph(lines)
    at = len(blocks) - 1
    while at > 0 and _is_card(blocks[at], 0, record):
        at -= 1
    block = blocks[at]
    if not at or not isinstance(block, Paragraph) or not _is_signed(block.lines[0].text, record):
        return False
    if is_contact_line(block.lines[0].text) or not _is_card(block, 1, record):
        return False
    if len(block.lines) == 1 and at == len(blocks) - 1:
        return False
    read_after(block.lines, blocks[at + 1 :], ending, record)
    del blocks[at:]
    _thanks(blocks, ending, record)
    return True


def _is_signed(text: str, record: Record) -> bool:
    """Whether a line is a name, or in a script without capitals one that signs: "윤가람 드림"."""
    words = unstyle(text).split()
    signed = len(words) > 1 and key(words[-1]) in record.vocabulary["signed_with"]
    return is_name(text.split()) or (signed and len(words) <= 4)


def _is_card(block: Block, first: int, record: Record) -> bool:
    """Whether a block's lines from `first` on are contacts, and perhaps where one lives."""
    lines = block.lines[first:] if isinstance(block, Paragraph) else []
    contacts = [line for line in lines if is_contact_line(line.text)]
    known = all(line in contacts or is_place(line.text, record) for line in lines)
    return isinstance(block, Paragraph) and known and bool(contacts or not lines)


def is_marked(block: Block, record: Record) -> bool:
    """Whether a block is a postscript, copies or what is enclosed, by its mark."""
    text = unstyle(block.text) if isinstance(block, (Paragraph, Heading)) else ""
    return bool(marked(text, record)[0])


def _thanks(blocks: list[Block], ending: Ending, record: Record) -> None:
    """A sentence of thanks alone over the name closes the letter: "Thank you for reading."."""
    last = blocks[-1] if len(blocks) > 1 else None
    words = last.text.split() if isinstance(last, Paragraph) else []
    begins = any(key(" ".join(words[:n])) in record.vocabulary["closings"] for n in (1, 2, 3))
    if begins and len(words) <= 7:
        ending.closing = blocks.pop().text  # type: ignore[union-attr]


def _signed_and_dated(text: str, record: Record) -> str:
    """The lines of a signature that its place and date follow: "Ada Long, Ely, 3 May 2026"."""
    name, comma, rest = text.partition(",")
    found = find_date(rest, record.vocabulary)
    dated = found is not None and len(found.start) == 10 and not rest[found.finish :].strip(" .")
    short = 1 < len(name.split()) <= 4 and len(text.split()) <= 9 and not re.search(r"\d", name)
    return f"{name.strip()}\\\n{rest.strip()}" if comma and dated and short else ""
