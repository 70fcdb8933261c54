"""The end of a letter: where its closing stands, and with it all that comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.importers.text.blocks import (
    Block,
    Heading,
    Line,
    Paragraph,
    Rule,
)
from typeset.importers.text.dates import find_date
from typeset.importers.text.inline import unstyle
from typeset.importers.text.letter_after import Ending, marked, read_after
from typeset.importers.text.letter_recipient import SOLID
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key

_LONGEST_CLOSING = 9
_LONGEST_FORMULA = 45
_FROM = frozenset(
    {"from", "aus", "de", "da", "desde", "depuis", "uit", "från", "fra", "z", "из", "nach", "vom"}
)
_LAST = 9
"""How many blocks from the end a closing is looked for."""


def take_ending(blocks: list[Block], record: Record, trial: bool = False) -> Ending:
    """Cut the closing and all after it off `blocks`. On a `trial` nothing is recorded."""
    ending = Ending()
    mark = len(record.labels)
    found = next((one for one in _places(blocks, record, last=False)), None)
    found = found or next((one for one in _places(blocks, record, last=True)), None)
    if found is None:
        _read_tail(blocks, ending, record)
        if trial:
            del record.labels[mark:]
        return ending
    index, at, size, closing, rest = found
    block = blocks[index]
    assert isinstance(block, Paragraph)
    after = [Line(block.lines[at].number, rest)] if rest else []
    after += block.lines[at + size :]
    following = blocks[index + 1 :]
    index, at, ending.closing = _two_lines(blocks, index, at, closing, record)
    block = blocks[index]
    assert isinstance(block, Paragraph)
    blocks[index:] = [Paragraph(block.lines[:at])] if at else []
    read_after(after, following, ending, record)
    if trial:
        del record.labels[mark:]
    return ending


def _places(
    blocks: list[Block], record: Record, *, last: bool
) -> Iterator[tuple[int, int, int, str, str]]:
    """Where a closing stands, the last first: block, line, lines taken, closing, rest of its line.

    A word that ends what is enclosed too ("以上") is one only if there is no other: `last`.
    """
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 1 - _LAST), -1):
        block = blocks[index]
        for at in range(len(block.lines) if isinstance(block, Paragraph) else 0):
            assert isinstance(block, Paragraph)
            size, closing, rest = _closing(block, at, record)
            if not closing or (key(closing) in record.vocabulary["enclosures"]) != last:
                continue
            if _signs_off(block.lines[at + size :], rest, blocks[index + 1 :]):
                yield index, at, size, closing, rest


def _two_lines(
    blocks: list[Block], index: int, at: int, closing: str, record: Record
) -> tuple[int, int, str]:
    """A closing whose first half stands a line above: "此致", then "敬礼"."""
    block = blocks[index]
    if at:
        above, place = block, (index, at - 1)
    elif index and isinstance(blocks[index - 1], Paragraph):
        above = blocks[index - 1]
        place = (index - 1, len(above.lines) - 1 if isinstance(above, Paragraph) else 0)
    else:
        return index, at, closing
    assert isinstance(above, Paragraph)
    text = above.lines[place[1]].text
    known = key(text) in record.vocabulary["closings"] and SOLID.search(text)
    return (*place, f"{text}\\\n{closing}") if known else (index, at, closing)


def _closing(block: Paragraph, at: int, record: Record) -> tuple[int, str, str]:
    """A closing at line `at` of a block: (lines taken, the closing, the rest of its line)."""
    text = block.lines[at].text
    plain = unstyle(text).strip()
    words = plain.split()
    known = record.vocabulary["closings"]
    if at + 1 < len(block.lines) and SOLID.search(text):  # "此致", and "敬礼" under it
        below = block.lines[at + 1].text
        if key(text) in known and key(below) in known:
            return 2, f"{text}\\\n{below}", ""
    for size in range(min(_LONGEST_CLOSING, len(words)), 0, -1):
        phrase = " ".join(words[:size])
        if key(phrase) not in known:
            continue
        if size == len(words):
            return 1, text, ""
        if phrase[-1] in ",!.，" and len(words) - size <= 5 and words[size][:1].isupper():
            return 1, phrase, " ".join(words[size:])
        if size > 1 and key(words[size]) in _FROM and len(words) - size <= 4:
            return 1, text, ""  # "Mit besten Grüßen aus Graz"
        break
    # "With warm regards from Lyon,": a short line that ends in a comma and holds a closing.
    if len(words) <= _LONGEST_CLOSING and plain.endswith(",") and record.vocabulary.has(
        "closings", plain.rstrip(","), 3
    ) and not any(word.endswith((".", ";")) for word in words):  # fmt: skip
        return 1, text, ""
    halves = [half.strip(" ,.") for half in plain.split(" / ")]
    if len(halves) > 1 and all(key(half) in known for half in halves):
        return 1, text, ""
    if _is_last_words(block, at):
        return 1, text, ""
    return (0, "", "") if at else _formula(block, record)


def _is_last_words(block: Paragraph, at: int) -> bool:
    """Whether a few words that end in a comma stand over nothing but a name, as "Onwards,"."""
    text, below = unstyle(block.lines[at].text).strip(), block.lines[at + 1 :]
    name = unstyle(below[0].text).split() if len(below) == 1 else []
    signed = 0 < len(name) <= 4 and all(word[:1].isupper() for word in name)
    return at == 0 and signed and text.endswith(",") and len(text.split()) <= 5


def _formula(block: Paragraph, record: Record) -> tuple[int, str, str]:
    """A closing in a full sentence ("Je vous prie d'agréer …"), as `_closing` gives it."""
    folded = " ".join(line.text for line in block.lines).casefold().replace("’", "'")
    phrases = record.vocabulary["closing_phrases"]
    if len(folded.split()) > _LONGEST_FORMULA or not any(phrase in folded for phrase in phrases):
        return 0, "", ""
    end = next(
        (i for i, line in enumerate(block.lines) if line.text.rstrip().endswith((".", ","))),
        len(block.lines) - 1,
    )
    return end + 1, " ".join(line.text for line in block.lines[: end + 1]), ""


def _signs_off(lines: list[Line], rest: str, following: list[Block]) -> bool:
    """Whether only short lines come after a closing: no closing stands within the body."""
    texts = [rest, *(line.text for line in lines)]
    if any(len(text.split()) > 30 for text in texts):
        return False
    long_ = sum(isinstance(b, Paragraph) and len(b.text.split()) > 60 for b in following)
    return not any(isinstance(block, Heading) for block in following) and not long_


def _signed_and_dated(text: str, record: Record) -> str:
    """The lines of a signature that its place and date follow: "Ada Long, Ely, 3 May 2026"."""
    name, comma, rest = text.partition(",")
    found = find_date(rest, record.vocabulary)
    dated = found is not None and len(found.start) == 10 and not rest[found.finish :].strip(" .")
    short = 1 < len(name.split()) <= 4 and len(text.split()) <= 9 and not re.search(r"\d", name)
    return f"{name.strip()}\\\n{rest.strip()}" if comma and dated and short else ""


def _read_tail(blocks: list[Block], ending: Ending, record: Record) -> None:
    """A letter without a closing may still end with a short line of a name, or a postscript."""
    while blocks and isinstance(blocks[-1], Rule):
        blocks.pop()
    under: list[Block] = []
    while len(blocks) > 1 and _is_marked(blocks[-1], record):
        under.insert(0, blocks.pop())
    read_after([], under, ending, record)
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and len(blocks) > 1:
        words = last.text.split()
        if signed := _signed_and_dated(unstyle(last.text), record):
            ending.signature = signed
            blocks.pop()
        elif (
            len(words) <= 4 and not re.search(r"[.!?:,;\d]$", last.text) and words[0][:1].isupper()
        ):
            ending.signature = last.text
            blocks.pop()
            _thanks(blocks, ending, record)


def _is_marked(block: Block, record: Record) -> bool:
    """Whether a block is a postscript, copies or what is enclosed, by its mark."""
    text = unstyle(block.text) if isinstance(block, Paragraph) else ""
    return bool(marked(text, record)[0])


def _thanks(blocks: list[Block], ending: Ending, record: Record) -> None:
    """A sentence of thanks alone over the name closes the letter: "Thank you for reading."."""
    last = blocks[-1] if len(blocks) > 1 else None
    words = last.text.split() if isinstance(last, Paragraph) else []
    begins = any(key(" ".join(words[:n])) in record.vocabulary["closings"] for n in (1, 2, 3))
    if begins and len(words) <= 7:
        ending.closing = blocks.pop().text  # type: ignore[union-attr]
