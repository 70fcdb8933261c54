"""The end of a letter: where its closing stands, and with it all that comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.letters.after import Ending, read_after
from typeset.importers.text.letters.tail import is_marked, is_name, read_tail
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    Paragraph,
    Rule,
)
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.lengths import word_count
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

_LONGEST_CLOSING = 9
_LONGEST_FORMULA = 45
_LONGEST_OPENING = 5
"""Words of the line that a closing in two lines begins with."""
_FROM = frozenset(
    {"from", "aus", "de", "da", "desde", "depuis", "uit", "från", "fra", "z", "из", "nach", "vom"}
)
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
        read_tail(blocks, ending, record)
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
            if not closing and at == 0 and _is_last_words(
                block, blocks[index + 1 : index + 2], record
            ):  # fmt: skip
                size, closing = 1, block.lines[0].text
            if not closing or (key(closing) in record.vocabulary["enclosures"]) != last:
                continue
            if not CJK.search(closing) and _closes_again(block.lines[at + size :], record):
                continue
            if _signs_off(block.lines[at + size :], rest, blocks[index + 1 :], record):
                yield index, at, size, closing, rest


def _closes_again(below: list[Line], record: Record) -> bool:
    """Whether another closing follows right below: "Thank you," over "Warm regards,"."""
    return bool(below) and key(unstyle(below[0].text)) in record.vocabulary["closings"]


def _two_lines(
    blocks: list[Block], index: int, at: int, closing: str, record: Record
) -> tuple[int, int, str]:
    """A closing whose first half stands a line above: "此致", then "敬礼"; "I am, Sirs,"."""
    block = blocks[index]
    if at:
        above, place = block, (index, at - 1)
        opened = unstyle(block.lines[0].text).strip() if isinstance(block, Paragraph) else ""
        if at == 1 and opened.endswith(",") and len(opened.split()) <= _LONGEST_OPENING:
            return (*place, f"{opened}\\\n{closing}")
        over = block.lines[at - 1].text if isinstance(block, Paragraph) else ""
        if len(closing.split()) == 1 and key(unstyle(over)) in record.vocabulary["closings"]:
            return (*place, f"{over}\\\n{closing}")  # "Mit herzlichen Grüßen", "Ihre"
    elif index and isinstance(blocks[index - 1], Paragraph):
        above = blocks[index - 1]
        place = (index - 1, len(above.lines) - 1 if isinstance(above, Paragraph) else 0)
    else:
        return index, at, closing
    assert isinstance(above, Paragraph)
    text = above.lines[place[1]].text
    lone = text.endswith(",") and isinstance(above, Paragraph) and len(above.lines) == 1
    known = key(text) in record.vocabulary["closings"] and (CJK.search(text) or lone)
    return (*place, f"{text}\\\n{closing}") if known else (index, at, closing)


def _closing(block: Paragraph, at: int, record: Record) -> tuple[int, str, str]:
    """A closing at line `at` of a block: (lines taken, the closing, the rest of its line)."""
    text = block.lines[at].text
    plain = _closed_up(unstyle(text).strip())
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
        below = block.lines[at + 1].text if at + 1 < len(block.lines) else ""
        signed = words[size][:1].isupper() and not below[:1].islower()  # no sentence at a margin
        if phrase[-1] in ",!.，" and len(words) - size <= 5 and signed:
            return 1, phrase, " ".join(words[size:])
        if size > 1 and key(words[size]) in _FROM and len(words) - size <= 4:
            return 1, text, ""  # "Mit besten Grüßen aus Graz"
        break
    # "With warm regards from Lyon,": a short line that ends in a comma and holds a closing.
    if len(words) <= _LONGEST_CLOSING and plain.endswith(",") and record.vocabulary.has(
        "closings", plain.rstrip(","), 3
    ) and not any(word.endswith((".", ";")) for word in words):  # fmt: skip
        return 1, text, ""
    halves = [half.strip(" ,.") for half in re.split(r" / |(?<=[.!。！])\s+", plain)]
    if len(halves) > 1 and all(key(half) in known for half in halves):
        return 1, text, ""
    return (0, "", "") if at else _formula(block, record)


def _closed_up(text: str) -> str:
    """A word that is spread, letter by letter, without its spaces: "A T E N T A M E N T E"."""
    return re.sub(r"\s", "", text) if _SPREAD.fullmatch(text) else text


_SPREAD = re.compile(r"(?:[^\W\d_]\s){4,}[^\W\d_]\W*")


def _is_solid_formula(text: str, record: Record) -> bool:
    """Whether a line is one sentence of request or thanks: "何卒よろしくお願い申し上げます。"."""
    if len(text) > _LONGEST_SOLID or not CJK.search(text):
        return False  # nearly every line of a letter; no phrase is looked for in it
    phrases = (one for one in record.vocabulary["closing_phrases"] if CJK.match(one))
    one = not re.search(r"[。！？!?](?=.)", text)
    return one and any(phrase in text for phrase in phrases)


def _is_last_words(block: Paragraph, following: list[Block], record: Record) -> bool:
    """Whether a line that ends in a comma stands over a name, as "Onwards," or "Ahoy!".

    Or one that ends as closings do: "Gottes Segen und herzliche Grüße". Nothing but contacts
    and posts stand under that name in its paragraph.
    """
    text, below = unstyle(block.lines[0].text).strip(), block.lines[1:]
    next_ = following[0] if following else None
    if not below and isinstance(next_, Paragraph):
        below = next_.lines
    name = unstyle(below[0].text).split() if below else []
    alone = is_name(name) and all(
        is_contact_line(line.text) or (len(line.text.split()) <= _LONGEST_POST and said_as_post)
        for line in below[1:]
        for said_as_post in [not re.search(r"[.!?:,;]$", line.text)]
    )
    called = text.endswith("!") and len(text.split()) <= _LONGEST_CALL and bool(block.lines[1:])
    words = text.split()
    ends = (key(" ".join(words[-size:])) for size in range(2, min(5, len(words)) + 1))
    known = any(end in record.vocabulary["closings"] for end in ends)
    said = (text.endswith(",") or known) and len(words) <= _LONGEST_LAST_WORDS
    return alone and (said or called) and not is_contact_line(below[0].text)


_LONGEST_POST = 5
_LONGEST_CALL = 3
"""Words of a call that ends a letter: "Bis bald, Leute!"."""


def _formula(block: Paragraph, record: Record) -> tuple[int, str, str]:
    """A closing in a full sentence ("Je vous prie d'agréer …"), as `_closing` gives it."""
    folded = " ".join(line.text for line in block.lines).casefold().replace("’", "'")
    phrases = record.vocabulary["closing_phrases"]
    if len(folded.split()) > _LONGEST_FORMULA or not any(phrase in folded for phrase in phrases):
        return 0, "", ""
    end = _end_of_sentence([line.text.rstrip() for line in block.lines])
    return end + 1, " ".join(line.text for line in block.lines[: end + 1]), ""


def _end_of_sentence(texts: list[str]) -> int:
    """Which of a formula's lines ends it: with a stop, or with a comma over who signs.

    A margin may break it at a comma before: "d'agréer, Madame," over "mes salutations.".
    """
    stop = next((at for at, text in enumerate(texts) if _STOPPED.search(text)), -1)
    if stop >= 0:
        return stop
    commas = [at for at, text in enumerate(texts) if text.endswith(",")]
    return commas[-1] if commas else len(texts) - 1


_STOPPED = re.compile(r"[^\W\d_]{3}[.!]\W*$")


def _signs_off(lines: list[Line], rest: str, following: list[Block], record: Record) -> bool:
    """Whether only short lines come after a closing: no closing stands within the body."""
    texts = [rest, *(line.text for line in lines)]
    if any(word_count(text) > 30 for text in texts):
        return False
    if _ruled_off(following):
        return True
    if not any(texts) and following and _is_prose(following[0], record):
        return False  # a greeting too: "Madame, Monsieur,"
    long_ = sum(isinstance(b, Paragraph) and word_count(b.text) > 60 for b in following)
    headed = any(isinstance(b, Heading) and not is_marked(b, record) for b in following)
    return not headed and not long_


def _is_prose(block: Block, record: Record) -> bool:
    """Whether a block is a text that goes on, and no signature, postscript or enclosure."""
    prose = isinstance(block, Paragraph) and word_count(block.text) > _LONGEST_SIGNATURE
    return prose and not is_marked(block, record)


_LONGEST_SIGNATURE = 24


def _ruled_off(following: list[Block]) -> bool:
    """Whether a rule stands close under a closing, with no more than a signature between."""
    at = next((i for i, block in enumerate(following[:3]) if isinstance(block, Rule)), 0)
    signed = all(isinstance(b, Paragraph) and len(b.text.split()) <= 6 for b in following[:at])
    return at > 0 and signed
