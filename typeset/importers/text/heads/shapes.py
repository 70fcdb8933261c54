"""Heads that are spread over blocks → each head in a heading or paragraph of its own.

An ordered list of rewrites, each for one shape that a whole section has: the other entries
of a section say how one that is unsure is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.bold_lines import lines_in_bold
from typeset.importers.text.heads.lines import SENTENCE_END, is_dated_head, is_head_line
from typeset.importers.text.heads.metas import LONGEST_META_WORDS
from typeset.importers.text.heads.owners_said import (
    is_owner_in_time,
    says_of_owner,
    with_lines_said,
)
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.slashed_heads import slashes_as_bars
from typeset.importers.text.heads.stopped_heads import heads_of_stops, pairs_of_stops
from typeset.importers.text.heads.words import KINDS, WORK, names
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date


def whole_heads(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """The blocks after all rewrites."""
    for rewrite in REWRITES:
        blocks = rewrite(blocks, kind, record)
    return blocks


def dates_above_headings(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Dates of their own over undated headings, one over each: under these, as metadata are."""
    headings = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    if not headings or headings[0] == 0:
        return blocks
    above = [blocks[at - 1] for at in headings]
    dated = [isinstance(block, Paragraph) and _is_date(block, record) for block in above]
    if not all(dated) or any(_has_date(_plain(blocks[at]), record) for at in headings):
        return blocks
    record.choose(above[0].line, "dates-over-heads", _plain(above[0]), "the date of what follows")
    result = list(blocks)
    for at in headings:
        result[at - 1 : at + 1] = [blocks[at], blocks[at - 1]]
    return result


def stacked_headings(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Two headings of one level, the role or degree in one of them and the date under both."""
    result = list(blocks)
    for at, (first, second) in enumerate(pairwise(blocks)):
        if kind not in KINDS or not isinstance(first, Heading) or not isinstance(second, Heading):
            continue
        told = [names(KINDS[kind].what, _plain(one), record) for one in (first, second)]
        below = blocks[at + 2] if at + 2 < len(blocks) else None
        dated = isinstance(below, Paragraph) and _has_date(_plain_line(below), record)
        if first.level != second.level or told[0] == told[1] or not dated:
            continue
        if not any(_has_date(_plain(one), record) for one in (first, second)):
            result[at + 1] = Heading(second.level + 1, second.text, second.line)
            record.choose(first.line, "stacked-headings", _plain(first), "one head of two lines")
    return result


def items_of_heads(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Undated lines over lists that begin with the date, or with the role or degree and the date.

    The first items go on with the line over them: **Org**, then "- *Role*" and "- 2016 – 2017".
    """
    if kind not in {*KINDS, "certificates", "awards"}:
        return blocks
    counts = [_items_of_head(blocks, at, kind, record) for at in range(len(blocks))]
    if not any(counts):
        return blocks
    lines = [at for at, block in enumerate(blocks) if _is_over_list(blocks, at, record)]
    same = len({type(blocks[at]) for at in lines}) == 1
    if sum(map(bool, counts)) * 2 < len(lines) or not same:
        return blocks
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=3)
    level = highest
    result: list[Block] = []
    taken = 0
    for at, block in enumerate(blocks):
        if at in lines and isinstance(block, (Heading, Paragraph)):
            level = block.level if isinstance(block, Heading) else highest
            result.append(Heading(level, block.text, block.line))
        elif taken and isinstance(block, List):
            head, left = block.items[:taken], block.items[taken:]
            below = enumerate(_lines_of_items(head, record), level + 1)
            result += [Heading(deeper, line.text, line.number) for deeper, line in below]
            result += head[-1].blocks[1:]
            result += [List(left[0].line, left, block.start)] if left else []
            record.choose(block.line, "items-of-head", head[0].text, "a part of the head")
        else:
            result.append(block)
        taken = counts[at]
    return result


_MOST_ITEMS = 3


def _is_over_list(blocks: list[Block], at: int, record: Record) -> bool:
    """Whether a block is one undated line, short enough for a head, over a list."""
    block, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(block, (Heading, Paragraph)) or not isinstance(below, List):
        return False
    if isinstance(block, Paragraph) and len(block.lines) > 1:
        return False
    plain = _plain(block)
    return (
        is_head_line(block.text, record)
        and not _has_date(plain, record)
        and not SENTENCE_END.search(plain)
    )


def _items_of_head(blocks: list[Block], at: int, kind: str, record: Record) -> int:
    """How many items of the list below a line belong to its head: up to the one with the date."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if not _is_over_list(blocks, at, record) or not isinstance(below, List):
        return 0
    items = below.items
    if len(items) == 1 and len(items[0].blocks) > 1:
        return int(is_owner_in_time(items[0], record))
    for count, item in enumerate(items[:_MOST_ITEMS]):
        plain = unlink(unstyle(item.text))[0]
        if len(item.blocks) > 1 or ":" in plain:
            return 0
        if _is_date_text(plain, record):
            end = items[count + 1] if count + 1 < len(items) else None
            return count + (2 if end and _is_only(f"{plain} {end.text}", record) else 1)
        if SENTENCE_END.search(plain.rstrip(".")) or len(plain.split()) > LONGEST_META_WORDS:
            return 0
    return 0


def _lines_of_items(items: list[ListItem], record: Record) -> list[Line]:
    """A line for each item; the end of a period ("Until May 2020") goes on with its beginning."""
    lines: list[Line] = []
    for item in items:
        joined = f"{lines[-1].text} {item.text}" if lines else ""
        if _is_only(joined, record):
            lines[-1].text = joined
        else:
            lines.append(Line(item.line, item.text))
    return lines


def owners_above_roles(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """A paragraph "Org – Town" over each paragraph "Role, 2016 – 2018": both are one head.

    The town may have its own line. What a second line says of the organisation follows the head.
    """
    if kind not in KINDS or any(isinstance(block, Heading) for block in blocks):
        return blocks
    blocks = with_lines_said(blocks, kind, record)
    dated = [at for at, block in enumerate(blocks) if _is_dated_line(block, record)]
    owners = [at - 1 for at in dated if at and _is_owner_line(blocks[at - 1], kind, record)]
    if not owners or owners[0] > 0 or len(owners) * 3 < len(dated) * 2:
        return blocks
    if len(owners) == 1 and not _names_owner(_plain(blocks[0]), kind, record):
        return blocks
    record.choose(blocks[0].line, "owners-over-roles", _plain(blocks[0]), "where, over what")
    result: list[Block] = []
    for at, block in enumerate(blocks):
        above = blocks[at - 1] if at - 1 in owners else None
        if isinstance(above, Paragraph) and isinstance(block, Paragraph):
            count = _TOWN_BELOW if _is_over_town(above, record) else 1
            owner, said = above.lines[:count], above.lines[count:]
            lines = [*(Line(one.number, one.text, True) for one in owner), *block.lines]
            result[-1] = Paragraph(lines, block.indented)
            result += [Paragraph(said)] if said else []
        else:
            result.append(block)
    return result


def titles_above_details(blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """A role or degree alone over each paragraph "Org", "2016 – 2018", "Town": one head."""
    if kind not in KINDS or any(isinstance(block, Heading) for block in blocks):
        return blocks
    dated = [at for at, block in enumerate(blocks) if _are_details(block, record)]
    titles = [at - 1 for at in dated if at and _is_title(blocks[at - 1], record)]
    named = any(names(KINDS[kind].what, _plain(blocks[at]), record) for at in titles)
    if len(titles) < max(len(dated), _FEWEST) or not named:
        return blocks
    record.choose(
        blocks[titles[0]].line, "titles-over-details", _plain(blocks[titles[0]]), "a head"
    )
    result: list[Block] = []
    for at, block in enumerate(blocks):
        above = blocks[at - 1] if at - 1 in titles else None
        if isinstance(above, Paragraph) and isinstance(block, Paragraph):
            stack = enumerate((*above.lines, *block.lines), 3)
            result[-1:] = [Heading(level, line.text, line.number) for level, line in stack]
        else:
            result.append(block)
    return result


_FEWEST = 2
_MOST_DETAILS = 3


def _are_details(block: Block, record: Record) -> bool:
    """Whether a paragraph is a few short lines, of which the second is only a date."""
    if not isinstance(block, Paragraph) or not 1 < len(block.lines) <= _MOST_DETAILS:
        return False
    owner, date, *others = (unlink(unstyle(line.text))[0] for line in block.lines)
    short = is_head_line(owner, record) and all(
        len(text.split()) <= _LONGEST_PLACE and text[:1].isupper() and not SENTENCE_END.search(text)
        for text in others
    )
    return short and _is_only(date, record)


_LONGEST_PLACE = 5


def _is_title(block: Block, record: Record) -> bool:
    """Whether a paragraph is one short, undated line."""
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return False
    plain = _plain(block)
    short = len(plain.split()) <= LONGEST_META_WORDS and plain[:1].isupper()
    return short and not _has_date(plain, record) and not SENTENCE_END.search(plain)


def _is_dated_line(block: Block, record: Record) -> bool:
    """Whether a paragraph begins with a title and its range of dates, in one line or two."""
    if not isinstance(block, Paragraph):
        return False
    title, *below = (line.text for line in block.lines[:2])
    found = find_date(unstyle(below[0]), record.vocabulary) if below else None
    ranged = found is not None and found.start != found.end and _is_only(below[0], record)
    return is_dated_head(title, record) or (ranged and is_head_line(title, record))


def _is_owner_line(block: Block, kind: str, record: Record) -> bool:
    """Whether a paragraph is one short, undated line that may name an organisation.

    A sentence may stand below it: "A free school of three hundred."
    """
    if isinstance(block, Paragraph) and (
        says_of_owner(block, record) or _is_over_town(block, record)
    ):
        block = Paragraph(block.lines[:1])
    return _is_title(block, record) and not names(KINDS[kind].what, _plain(block), record)


def _is_over_town(block: Block, record: Record) -> bool:
    """Whether a paragraph is two lines, of which the second is a place."""
    lines = block.lines if isinstance(block, Paragraph) else []
    if len(lines) != _TOWN_BELOW or not is_place(lines[1].text, record):
        return False
    return lines[0].hard or wholly(lines[0].text)[0] == "strong"


_TOWN_BELOW = 2


def _names_owner(plain: str, kind: str, record: Record) -> bool:
    """Whether a line names an organisation by its words, or has a known place behind its name."""
    owner, town = place_tail(plain.replace(" – ", ", "), WORK, record)
    placed = bool(town) and town != owner and is_place(town, record)
    return placed or names(KINDS[kind].who, plain, record)


def _plain(block: Block) -> str:
    text = block.text if isinstance(block, (Heading, Paragraph)) else ""
    return unlink(unstyle(text))[0].strip()


def _plain_line(block: Paragraph) -> str:
    return unlink(unstyle(block.lines[0].text))[0].strip()


def _has_date(plain: str, record: Record) -> bool:
    return find_date(plain, record.vocabulary) is not None


def _is_date(block: Block, record: Record) -> bool:
    return _is_only(_plain(block), record)


def _is_only(plain: str, record: Record) -> bool:
    return is_only_date(unstyle(plain), record.vocabulary) is not None


def _is_date_text(plain: str, record: Record) -> bool:
    """Whether a text is a date, with a word or two beside it at most ("2013 – 2014 – paused")."""
    found = find_date(plain, record.vocabulary)
    rest = (plain[: found.begin] + " " + plain[found.finish :]).split() if found else []
    aside = [word for word in rest if word[:1].isalpha()]
    ranged = found is not None and found.start != found.end
    return found is not None and (not aside or (ranged and len(aside) == 1 and not found.begin))


REWRITES: tuple[Callable[[list[Block], str, Record], list[Block]], ...] = (
    heads_of_stops,
    pairs_of_stops,
    lines_in_bold,
    slashes_as_bars,
    dates_above_headings,
    stacked_headings,
    items_of_heads,
    titles_above_details,
    owners_above_roles,
)
