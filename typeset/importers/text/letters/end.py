"""The end of a letter: where its closing stands, and with it all that comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.letters.after import Ending, read_after
from typeset.importers.text.letters.marks import marked
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    Paragraph,
    Rule,
)
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

_LONGEST_CLOSING = 9
_LONGEST_FORMULA = 45
_FROM = frozenset(
    {"from", "aus", "de", "da", "desde", "depuis", "uit", "från", "fra", "z", "из", "nach", "vom"}
)
_DASHES = re.compile(r"^(?:\\?[-–—]){1,3}[ \t]*(?=[^\W\d_])")
_LONGEST_SOLID = 50
_LONGEST_LAST_WORDS = 12
_LAST = 9
"""How many blocks from the end a closing is looked for."""


def take_ending(blocks: list[Block], record: Record, trial: bool = False) -> Ending:
    """Cut the closing and all after it off `blocks`. On a `trial` nothing is recorded."""
    ending = Ending()
    mark = record.mark()
    found = next((one for one in _places(blocks, record, last=False)), None)
    found = found or next((one for one in _places(blocks, record, last=True)), None)
    if found is None:
        _read_tail(blocks, ending, record)
        if trial:
            record.reset(mark)
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
        record.reset(mark)
    return ending


def _places(
    blocks: list[Block], record: Record, *, last: bool
) -> Iterator[tuple[int, int, int, str, str]]:
    """Where a closing stands, the last first: block, line, lines taken, closing, rest of its line.

    A word that ends what is enclosed too ("以上") is one only if there is no other: `last`.
    """
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if len(blocks) - index > _LAST and not _ruled_off(blocks[index + 1 : index + 4]):
            continue
        for at in range(len(block.lines) if isinstance(block, Paragraph) else 0):
            assert isinstance(block, Paragraph)
            size, closing, rest = _closing(block, at, record)
            if not closing and at == 0 and _is_last_words(block, blocks[index + 1 : index + 2]):
                size, closing = 1, block.lines[0].text
            if not closing or (key(closing) in record.vocabulary["enclosures"]) != last:
                continue
            if _signs_off(block.lines[at + size :], rest, blocks[index + 1 :], record):
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
    known = key(text) in record.vocabulary["closings"] and CJK.search(text)
    return (*place, f"{text}\\\n{closing}") if known else (index, at, closing)


def _closing(block: Paragraph, at: int, record: Record) -> tuple[int, str, str]:
    """A closing at line `at` of a block: (lines taken, the closing, the rest of its line)."""
    text = block.lines[at].text
    plain = unstyle(text).strip()
    words = plain.split()
    known = record.vocabulary["closings"]
    if at + 1 < len(block.lines) and CJK.search(text):  # "此致", and "敬礼" under it
        below = block.lines[at + 1].text
        if key(text) in known and key(below) in known:
            return 2, f"{text}\\\n{below}", ""
    if _is_solid_formula(plain, record):
        return 1, text, ""
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
    return (0, "", "") if at else _formula(block, record)


def _is_solid_formula(text: str, record: Record) -> bool:
    """Whether a line is one sentence of request or thanks: "何卒よろしくお願い申し上げます。"."""
    if len(text) > _LONGEST_SOLID or not CJK.search(text):
        return False  # nearly every line of a letter; no phrase is looked for in it
    phrases = (one for one in record.vocabulary["closing_phrases"] if CJK.match(one))
    one = not re.search(r"[。！？!?](?=.)", text)
    return one and any(phrase in text for phrase in phrases)


def _is_last_words(block: Paragraph, following: list[Block]) -> bool:
    """Whether a line that ends in a comma stands over a name, as "Onwards,"."""
    text, below = unstyle(block.lines[0].text).strip(), block.lines[1:]
    next_ = following[0] if following else None
    if not below and isinstance(next_, Paragraph):
        below = next_.lines
    name = unstyle(below[0].text).split() if len(below) == 1 else []
    return _is_name(name) and text.endswith(",") and len(text.split()) <= _LONGEST_LAST_WORDS


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


def _signs_off(lines: list[Line], rest: str, following: list[Block], record: Record) -> bool:
    """Whether only short lines come after a closing: no closing stands within the body."""
    texts = [rest, *(line.text for line in lines)]
    if any(word_count(text) > 30 for text in texts):
        return False
    if _ruled_off(following):
        return True
    long_ = sum(isinstance(b, Paragraph) and word_count(b.text) > 60 for b in following)
    headed = any(isinstance(b, Heading) and not _is_marked(b, record) for b in following)
    return not headed and not long_


def _ruled_off(following: list[Block]) -> bool:
    """Whether a rule stands close under a closing, with no more than a signature between."""
    at = next((i for i, block in enumerate(following[:3]) if isinstance(block, Rule)), 0)
    signed = all(isinstance(b, Paragraph) and len(b.text.split()) <= 6 for b in following[:at])
    return at > 0 and signed


def _signed_and_dated(text: str, record: Record) -> str:
    """The lines of a signature that its place and date follow: "Ada Long, Ely, 3 May 2026"."""
    name, comma, rest = text.partition(",")
    found = find_date(rest, record.vocabulary)
    dated = found is not None and len(found.start) == 10 and not rest[found.finish :].strip(" .")
    short = 1 < len(name.split()) <= 4 and len(text.split()) <= 9 and not re.search(r"\d", name)
    return f"{name.strip()}\\\n{rest.strip()}" if comma and dated and short else ""


def _read_tail(blocks: list[Block], ending: Ending, record: Record) -> None:
    """A letter without a closing may still end with a short line of a name, or a postscript."""
    under: list[Block] = []
    while blocks and (isinstance(blocks[-1], Rule) or _is_marked(blocks[-1], record)):
        under.insert(0, blocks.pop())
    read_after([], under, ending, record)
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
            and words[0][:1].isupper()
        ):
            ending.signature = last.text
            blocks.pop()
            _thanks(blocks, ending, record)


def is_dashed(block: Block) -> bool:
    """Whether a block is a name behind a dash: "— Ada", "-- Ada Long"."""
    return _is_name(_undashed(block).split())


def _undashed(block: Block) -> str:
    """The text behind the dash of a block, which may have made a list of it, or ""."""
    if isinstance(block, List) and len(block.items) == 1 and block.start is None:
        return block.items[0].text
    text = block.text if isinstance(block, Paragraph) else ""
    bare = _DASHES.sub("", text)
    return bare if bare != text else ""


def _ends_with_name(block: Paragraph) -> bool:
    """Whether the last line of a paragraph is a name under the end of a sentence."""
    if len(block.lines) < 2 or not re.search(r"[.!?,]\W*$", block.lines[-2].text):
        return False
    name = block.lines[-1].text.split()
    return len(name) > 1 and _is_name(name)


def _is_name(words: list[str]) -> bool:
    named = 0 < len(words) <= 4 and all(word[:1].isupper() for word in words)
    return named and not re.search(r"[.,;:!?\d]$", words[-1])


def _read_card(blocks: list[Block], ending: Ending, record: Record) -> bool:
    """Take off a name with nothing but contacts under it, which ends a letter as a closing does."""
    at = len(blocks) - 1
    while at > 0 and _is_card(blocks[at], 0, record):
        at -= 1
    block = blocks[at]
    if not at or not isinstance(block, Paragraph) or not _is_name(block.lines[0].text.split()):
        return False
    if is_contact_line(block.lines[0].text) or not _is_card(block, 1, record):
        return False
    if len(block.lines) == 1 and at == len(blocks) - 1:
        return False
    read_after(block.lines, blocks[at + 1 :], ending, record)
    del blocks[at:]
    _thanks(blocks, ending, record)
    return True


def _is_card(block: Block, first: int, record: Record) -> bool:
    """Whether a block's lines from `first` on are contacts, and perhaps where one lives."""
    lines = block.lines[first:] if isinstance(block, Paragraph) else []
    contacts = [line for line in lines if is_contact_line(line.text)]
    known = all(line in contacts or is_place(line.text, record) for line in lines)
    return isinstance(block, Paragraph) and known and bool(contacts or not lines)


def _is_marked(block: Block, record: Record) -> bool:
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
