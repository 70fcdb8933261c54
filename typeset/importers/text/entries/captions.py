"""Small headings within an entry that head no entry: "Tasks", "Results", "Technologies".

They are told by their words (those that head a column of texts too), by the colon that they end
in, or because the same heading stands in several entries of a section and names no role.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from typeset.importers.text.entries.labelled import HEADS, labelled
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_signs import known_title
from typeset.importers.text.sections.titles import kinds_of, shown_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key

_KINDS = frozenset({"skills", "summary", "awards"})
"""Kinds of sections whose titles also stand within an entry, over what belongs to it."""


def repeated_headings(texts: list[list[Block]]) -> frozenset[str]:
    """The headings, in the form of `key`, that stand under two entries or more."""
    counts = Counter(
        word
        for blocks in texts
        for word in {_words(block) for block in blocks if isinstance(block, Heading)}
    )
    return frozenset(word for word, count in counts.items() if count > 1 and word)


def without_captions(
    blocks: list[Block], again: frozenset[str], record: Record
) -> tuple[list[Block], list[Block]]:
    """The blocks under an entry's heading in two: those before its captions, and from them on.

    Captions become paragraphs. Where other headings stand beside them, which head entries within,
    they do so in place.
    """
    level = min((b.level for b in blocks if isinstance(b, Heading)), default=0)
    heads = [b for b in blocks if isinstance(b, Heading) and b.level == level]
    owners = {id(above) for above, below in pairwise(blocks) if _is_date(below, record)}
    captions = [_is_caption(head, again, record, dated=id(head) in owners) for head in heads]
    if not any(captions):
        return blocks, []
    told = {id(head) for head, is_one in zip(heads, captions, strict=True) if is_one}
    result: list[Block] = []
    within = False
    for block in blocks:
        if isinstance(block, Heading):
            within = id(block) in told or (within and block.level > level)
            if within:
                record.choose(block.line, "caption", block.text, "a text of the entry")
                result.append(Paragraph([Line(block.line, block.text)]))
                continue
        result.append(block)
    first = next(at for at, block in enumerate(blocks) if isinstance(block, Heading))
    return (result[:first], result[first:]) if all(captions) else (result, [])


def with_labelled_lines(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks under an entry's heading, with those headings as lines that are labelled facts.

    "#### Position: Baker" / "#### Tools: lathe" / "#### Duties": a label that is known, its value
    beside it and no text below, each label once. What tells of the head stands first. The last
    of the headings may stand over the entry's text: "#### Tools: lathe", and bullets.
    """
    heads = {at: block for at, block in enumerate(blocks) if isinstance(block, Heading)}
    told = {at: labelled(head.text, record) for at, head in heads.items()}
    facts = [
        at
        for at, head in heads.items()
        if at + 1 in heads and heads[at + 1].level == head.level and all(told[at])
    ]
    last = max(heads, default=0)
    if heads and told[last][0] in _FACTS and told[last][2] and list(heads) == [*facts, last]:
        facts.append(last)
    if facts[:1] != [0] or len({told[at][0] for at in facts}) < len(facts):
        return blocks
    record.choose(heads[0].line, "labelled-headings", heads[0].text, "facts of the entry")
    order = sorted(facts, key=lambda at: told[at][0] not in HEADS)
    lines = [Line(heads[at].line, heads[at].text, hard=True) for at in order]
    return [Paragraph(lines), *(block for at, block in enumerate(blocks) if at not in facts)]


_FACTS = frozenset({"keywords", "dates", "location"})
"""What a heading with a label says of the entry, whatever stands under it."""


def with_captions_beside(blocks: list[Block], level: int, record: Record) -> list[Block]:
    """The blocks of a section, with captions as high as its entries' headings as paragraphs.

    "### Moss Bakery" / "**2019 – 2021**" / "### Duties" / "### Range": a known caption behind what
    is surely an entry opens its texts; under a dated one, undated headings go on with them.
    """
    starts = [i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == level]
    known = {at for at in starts if record.vocabulary.column(_words(blocks[at])) == "text"}
    if not known or starts[0] in known:
        return blocks
    captions: set[int] = set()
    owned = dated = opened = False
    for at, after in zip(starts, [*starts[1:], len(blocks)], strict=True):
        named = after == at + 1 or _names_who(blocks[at], record)
        if at in known:
            opened = owned
        elif (day := _is_dated(blocks[at : at + 2], record)) or named or not (dated and opened):
            owned, dated, opened = day or _names_who(blocks[at], record), day, False
        if opened:
            captions.add(at)
            record.choose(blocks[at].line, "caption", _words(blocks[at]), "a text of the entry")
    return [
        Paragraph([Line(block.line, block.text)])
        if at in captions and isinstance(block, Heading)
        else block
        for at, block in enumerate(blocks)
    ]


def _is_dated(blocks: list[Block], record: Record) -> bool:
    """Whether a heading, or the paragraph under it, tells a date."""
    told = [unstyle(block.text) for block in blocks if isinstance(block, (Heading, Paragraph))]
    return any(find_date(text, record.vocabulary) for text in told)


def _names_who(block: Block, record: Record) -> bool:
    """Whether a heading names a role or an employer, as that of an undated entry does."""
    return any(names(list_, _words(block), record) for list_ in ("roles", "organisations"))


def _is_date(block: Block, record: Record) -> bool:
    """Whether a line is a date, which stands under who employed one, twice perhaps."""
    text = unstyle(block.text) if isinstance(block, (Heading, Paragraph)) else ""
    text = _BRACKET.sub("", text)  # "(part-time)"
    return bool(text) and is_only_date(text, record.vocabulary) is not None


_BRACKET = re.compile(r"\s*\([^()\d]+\)$")


def captions_alone(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks of a section whose headings are all captions, under heads that are none."""
    heads = [block for block in blocks if isinstance(block, Heading)]
    told = [record.vocabulary.column(_words(head)) == "text" for head in heads]
    if not heads or not all(told) or blocks[0] is heads[0]:
        return blocks
    record.choose(heads[0].line, "caption", heads[0].text, "a text of the entry")
    return [
        Paragraph([Line(block.line, block.text)]) if isinstance(block, Heading) else block
        for block in blocks
    ]


def _is_caption(
    heading: Heading, again: frozenset[str], record: Record, *, dated: bool = False
) -> bool:
    """Whether a heading is a caption; over a date it is one only by words that are nothing else."""
    title = shown_title(unlink(unstyle(heading.text))[0])
    if find_date(title, record.vocabulary):
        return False
    labelled = record.vocabulary.column(title) in ("text", "dates")
    told = labelled or bool(known_title(title, record))
    if dated and not told:
        return False
    lists = ("roles", "degrees", "organisations", "schools")
    named = not told and any(names(list_, title, record) for list_ in lists)
    kinds = kinds_of(title, record.vocabulary)
    known = labelled or (bool(kinds) and set(kinds) <= _KINDS)
    leads = heading.text.rstrip().endswith((":", "："))
    return not named and (known or leads or _words(heading) in again)


def _words(heading: Block) -> str:
    """The words of a heading, in the form of `key`; "" for another block."""
    if not isinstance(heading, Heading):
        return ""
    return key(shown_title(unlink(unstyle(heading.text))[0]))
