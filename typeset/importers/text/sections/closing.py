"""Words that close a document: what stands after the last entry and is none of its."""

from __future__ import annotations

import re

from typeset.importers.text.entries.entries import raw_entries
from typeset.importers.text.entries.labelled import HEADS, labelled
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.letters.day import day_of
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    to_markdown,
)
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.formulas import consents, declares, is_formula, refers, said
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key

_SHORTEST_ASIDE = 8
_QUOTED = re.compile(r"[“\"«„].+[”\"»“]\.?", re.DOTALL)


def take_closing(section: RawSection, record: Record) -> list[Block]:
    """Cut the closing words off the last section of a document, and give them."""
    blocks = section.blocks
    if declares(section, record):
        return []
    if at := _after_rule(blocks, record):
        section.blocks = blocks[: at - 1]
    else:
        at = len(blocks) - _excess(section, record)
        if at and isinstance(blocks[at - 1], Heading):
            at = len(blocks)  # right under a heading stands its own text
        section.blocks = blocks[:at]
    closing: list[Block] = [block for block in blocks[at:] if not isinstance(block, Rule)]
    if closing:
        record.choose(closing[0].line, "closing-words", _start(closing[0]), "a section of its own")
    return closing


def _after_rule(blocks: list[Block], record: Record) -> int:
    """Where prose begins that a rule sets off from all before it (0: nowhere).

    Rules between entries set off the last of them, which has its date, like the others.
    """
    rules = [i for i, block in enumerate(blocks) if isinstance(block, Rule)]
    if not rules or rules[-1] == 0:
        return 0
    after = blocks[rules[-1] + 1 :]
    prose = all(
        isinstance(block, (Paragraph, Quote)) or is_formula(said(block), record) for block in after
    )
    told = len(rules) > 1 and find_date(unstyle(to_markdown(after[:1])), record.vocabulary)
    dated = bool(told) or any(_holds_period(block, record) for block in after[:1])
    dated = dated or (bool(after) and _begin_alike(blocks[0], after[0], record))
    return rules[-1] + 1 if after and prose and not dated else 0


def _begin_alike(first: Block, second: Block, record: Record) -> bool:
    """Whether two blocks begin with the same label of an entry: "Post: Cook", "Post: Clerk"."""
    if not isinstance(first, Paragraph) or not isinstance(second, Paragraph):
        return False
    name, label, _ = labelled(first.lines[0].text, record)
    return name in HEADS and labelled(second.lines[0].text, record)[1] == label


def _holds_period(block: Block, record: Record) -> bool:
    """Whether a line of a text is a period and no more, as that of an entry's head is."""
    lines = block.lines if isinstance(block, Paragraph) else []
    found = [is_only_date(unstyle(line.text), record.vocabulary) for line in lines[1:]]
    return any(one is not None and one.start != one.end for one in found)


def _excess(section: RawSection, record: Record) -> int:
    """How many blocks at the end no entry of this section would hold, going by the others."""
    if signed := _signed(section.blocks, record):
        return signed + consents(section.blocks[:-signed], record)
    if count := consents(section.blocks, record):
        own = "references" in section.kinds and refers(section.blocks[-count:], record)
        return 0 if own else count  # "Further referees on request", below those named
    if _is_offer(section, record):
        return 1
    if "references" in section.kinds:
        return 0  # what others say of a person is often quoted
    if "contact" in section.kinds and _is_afterword(section.blocks):
        return 1
    if not section.kinds or any(kind in ("summary", "contact") for kind in section.kinds):
        return _quotation(section.blocks)
    most = _paragraphs(section.blocks)
    if not most:
        return 0
    mark = record.mark()
    found = raw_entries(section.blocks, section.kinds[0], record)
    record.reset(mark)
    if not found or not found[1]:
        return _quotation(section.blocks)
    *others, last = found[1]
    tail = _tail(last)
    usual = {_tail(entry) for entry in others}
    if len(others) >= 2 and len(usual) == 1 and tail > min(usual):
        count = min(tail - min(usual), most)
        if not any(_is_period(block, record) for block in section.blocks[-count:]):
            return count  # else the last entry has its date among its texts
    return _quotation(section.blocks)


def _is_afterword(blocks: list[Block]) -> bool:
    """Whether the last paragraph of all, under the contacts, is a sentence, or says whose it is.

    "I write back on Sundays."; "© 2026 Ann Bell".
    """
    last = blocks[-1] if len(blocks) > 1 else None
    text = unstyle(last.text).strip() if isinstance(last, Paragraph) else ""
    if not text or is_contact_line(text) or re.search("[:：]", text):
        return False
    words = text.split()
    said = text.endswith((".", "!")) and sum(word[0].islower() for word in words) >= _FEWEST_SMALL
    return bool(_COPYRIGHT.match(text)) or (said and len(words) >= _SHORTEST_AFTERWORD)


_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[cC]opyright\b)\s")
_FEWEST_SMALL = 2
_SHORTEST_AFTERWORD = 4
"""Words of a sentence, and those of them in small letters."""


def _is_period(block: Block, record: Record) -> bool:
    text = unstyle(block.text) if isinstance(block, Paragraph) else ""
    found = find_date(text, record.vocabulary)
    return found is not None and found.start != found.end and len(text) < 2 * len(found.text)


def _tail(entry: RawEntry) -> int:
    """The paragraphs at the end of an entry, after its last list."""
    if entry.inner:
        return 0
    count = 0
    for block in reversed(entry.body):
        if not isinstance(block, (Paragraph, Quote)):
            break
        count += 1
    return count


def _paragraphs(blocks: list[Block]) -> int:
    count = 0
    for block in reversed(blocks):
        if isinstance(block, (Heading, List)) or not isinstance(block, (Paragraph, Quote)):
            break
        count += 1
    return count


def _signed(blocks: list[Block], record: Record) -> int:
    """Place and date, and perhaps a name, under the last section: "Kassel, den 3. Februar 2026"."""
    for index in range(max(1, len(blocks) - 2), len(blocks)):
        block = blocks[index]
        first = block.lines[0].text if isinstance(block, Paragraph) else ""
        if first and len(first.split()) <= 6 and _tells_day(first, record):
            after = [b for b in blocks[index:] if isinstance(b, Paragraph) and len(b.lines) <= 2]
            return len(blocks) - index if len(after) == len(blocks) - index else 0
    return 0


def _tells_day(text: str, record: Record) -> bool:
    """Whether a line is a place and day, which the name of who signs may follow."""
    whole = is_only_date(text, record.vocabulary)
    if whole and whole.verbatim:
        return False  # "Graduated May 2013"
    found = find_date(text, record.vocabulary)
    after = text[found.finish :].split() if found and len(found.start) == 10 else []
    signed = 0 < len(after) <= 4 and all(word[:1].isupper() for word in after)
    return day_of(text[: found.finish] if found and signed else text, record) is not None


def _is_offer(section: RawSection, record: Record) -> bool:
    """Whether the last paragraph, below the entries of a section, offers what is in none of them.

    "Rates and a reel on request." A text of no kind and without dates holds its offer.
    """
    last = section.blocks[-1] if len(section.blocks) > 1 else None
    text = key(unstyle(last.text).rstrip(" .")) if isinstance(last, Paragraph) else ""
    other = {"references", "summary", "contact"} & {*section.kinds}
    short = 1 < len(text.split()) <= _LONGEST_OFFER
    if not short or other or not text.endswith(tuple(record.vocabulary["requests"])):
        return False
    above = unstyle(to_markdown(section.blocks[:-1]))
    return bool(section.kinds) or find_date(above, record.vocabulary) is not None


_LONGEST_OFFER = 10


def _quotation(blocks: list[Block]) -> int:
    """A quotation that ends the document stands for itself, if it is the only one there.

    Whose it is may stand below it: "“She bakes.”" / "- Ida Holm, Moss Inn".
    """
    last = blocks[-1] if len(blocks) > 1 else None
    if isinstance(last, List) and len(last.items) == 1 and "," in last.items[0].text:
        said = blocks[-2] if len(blocks) > _SAID_AND_WHOSE else None
        return _SAID_AND_WHOSE * (isinstance(said, Paragraph) and _is_quoted(said.text))
    quoted = isinstance(last, Paragraph) and _is_quoted(last.text)
    # A sentence set apart in italics under everything: a consent, a date of revision.
    aside = isinstance(last, Paragraph) and wholly(last.text)[0] == "em"
    aside = aside and isinstance(last, Paragraph) and len(last.text.split()) >= _SHORTEST_ASIDE
    alone = isinstance(last, Quote) and sum(isinstance(block, Quote) for block in blocks) == 1
    return int(alone or quoted or aside)


_SAID_AND_WHOSE = 2


def _is_quoted(text: str) -> bool:
    """Whether a text stands in quotation marks, perhaps over whose words it is."""
    return bool(_QUOTED.fullmatch(_WHOSE.sub("", text.strip())))


_WHOSE = re.compile(r"\n\s*[–—―-]\s*[^\n“\"«„]{3,80}$")


def _start(block: Block) -> str:
    return block.text[:60] if isinstance(block, Paragraph) else type(block).__name__.lower()
