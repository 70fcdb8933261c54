"""Paragraphs cut and joined so that each head of an entry without a mark is in one of its own."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import (
    SENTENCE_END,
    cut_sentence,
    ends_sentence,
    is_head_line,
)
from typeset.importers.text.heads.metas import LONGEST_META_WORDS
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.markup.blocks import Block, Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date


def stacked(blocks: list[Block], record: Record) -> list[Block]:
    """Blocks with heads in paragraphs of a line each ("Org", "Town", "2019 – 2021") as one each.

    A role or degree that the lines over the date do not name follows it.
    """
    result: list[Block] = []
    waiting: list[Line] = []
    for at, block in enumerate(blocks):
        line = block.lines[0] if isinstance(block, Paragraph) and len(block.lines) == 1 else None
        named = ("roles", "degrees")
        if result and line and not waiting and isinstance(result[-1], Paragraph):
            above = [one.text for one in result[-1].lines]
            last = isinstance(blocks[at + 1], List) if at + 1 < len(blocks) else True
            open_ = len(above) > 2 and is_only_date(unstyle(above[-1]), record.vocabulary)
            told = any(names(list_, text, record) for text in above for list_ in named)
            if open_ and last and not told and _is_title_line(line, record):
                result[-1].lines.append(Line(line.number, line.text))
                continue
        if line and _is_title_line(line, record):
            waiting.append(line)
            continue
        if line and waiting and (begun := _bold_last(waiting)):
            result += [Paragraph([one]) for one in waiting[:begun]]  # said of the entry above
            waiting = waiting[begun:]
        dated = line and len(waiting) in (2, 3) and _dates_heads(waiting, line, record)
        if dated and line:
            lines = [Line(one.number, one.text, True) for one in waiting]
            result.append(Paragraph([*lines, line]))
        else:
            result += [Paragraph([one]) for one in waiting]
            result.append(block)
        waiting = []
    return [*result, *(Paragraph([one]) for one in waiting)]


def _bold_last(lines: list[Line]) -> int:
    """Where the last line stands, if it alone is in bold: a head begins there; or 0."""
    bold = [wholly(unlink(line.text)[0])[0] == "strong" for line in lines]
    return len(lines) - 1 if bold[-1] and sum(bold) == 1 else 0


def _is_title_line(line: Line, record: Record) -> bool:
    """Whether a line is short, undated, and no sentence or label."""
    plain = unlink(unstyle(line.text))[0]
    owned = names_owner(plain, record)
    short = len(plain.split()) <= LONGEST_META_WORDS + 3 * owned and plain[:1].isupper()
    dated = find_date(plain, record.vocabulary)
    return short and not dated and not SENTENCE_END.search(plain) and ":" not in plain


def _dates_heads(waiting: list[Line], line: Line, record: Record) -> bool:
    """Whether a line dates the titles over it, or ends what one line in bold begins.

    "**Org**", "*Town*", "Degree, Subject (2006 – 2008)", in a paragraph each.
    """
    if _is_date_line(line.text, record):
        return True
    styles = [wholly(one.text)[0] for one in (*waiting, line)]
    found = find_date(unstyle(line.text), record.vocabulary)
    alone = styles[0] == "strong" and styles.count("strong") == 1
    return alone and found is not None and is_head_line(line.text, record)


def _is_date_line(text: str, record: Record) -> bool:
    """Whether a line is a date, with no more beside it than "expected" or a town."""
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    rest = (plain[: found.begin] + plain[found.finish :]).split() if found else []
    longest = 6 if wholly(text)[0] == "em" else 3
    return found is not None and len(rest) <= longest and ":" not in plain


def dated_parts(block: Block, record: Record) -> list[Block]:
    """A paragraph cut before each line that has its date where the first line has it."""
    if isinstance(block, Paragraph) and (told := _cut_behind_heads(block, record)):
        return told
    if not isinstance(block, Paragraph) or len(block.lines) < 3:
        return [block]
    if cut := cut_above_dates(block, record):
        return cut
    if starts := _alike(block.lines, record):
        return _parted(block, starts)
    sides = [_date_side(line.text, record) for line in block.lines]
    if starts := _in_turn(block.lines, sides):
        return _parted(block, starts)
    if not sides[0] or sides.count(sides[0]) < 2 or all(sides):
        return [block]
    starts = [index for index, side in enumerate(sides) if side == sides[0]]
    return _parted(block, starts)


def _in_turn(lines: list[Line], sides: list[str]) -> list[int]:
    """Where heads of as many lines each begin, over columns whose last lines end in dates; or [].

    "Hill University    Salem, OR" over "BSc Botany    2015 – 2019", several times.
    """
    dated = [at for at, side in enumerate(sides) if side == "column"]
    size = dated[1] - dated[0] if len(dated) > 1 else 0
    if not 1 < size <= _LONGEST_TURN or len(lines) != size * len(dated):
        return []
    starts = list(range(0, len(lines), size))
    if dated != [at + size - 1 for at in starts]:
        return []
    return starts if all("\t" in lines[at].text for at in starts) else []


_LONGEST_TURN = 3


def _alike(lines: list[Line], record: Record) -> list[int]:
    """Where heads of as many lines each begin, each with its date at the end of the same one.

    "BSc Botany" over "Hill University, Salem 2019", several times; or [].
    """
    texts = [unlink(unstyle(line.text))[0] for line in lines]
    dated = [at for at, text in enumerate(texts) if _ends_dated(text, record)]
    size = dated[1] - dated[0] if len(dated) > 1 else 0
    if not 1 < size <= _LONGEST_TURN or len(lines) != size * len(dated):
        return []
    if any(b - a != size for a, b in pairwise(dated)) or not all(line.hard for line in lines[:-1]):
        return []
    plain = all(
        is_head_line(text, record) and not ends_sentence(text, record) and ":" not in text
        for text in texts
    )
    whole = dated[0] > 0 and any(
        names("degrees", texts[at], record) and names("schools", texts[at], record) for at in dated
    )
    return list(range(0, len(lines), size)) if plain and not whole else []


def _ends_dated(text: str, record: Record) -> bool:
    """Whether a line ends in its date, or has but a place behind it: "2019 – 2021 | Salem, OR"."""
    found = find_date(text, record.vocabulary)
    behind = text[found.finish :].strip(" )].") if found else ""
    placed = found is not None and found.begin == 0 and behind[:1] in ("|", "·", "•", ",")
    return found is not None and (not behind or (placed and is_place(behind[1:].strip(), record)))


def _cut_behind_heads(block: Paragraph, record: Record) -> list[Block]:
    """Lines that all begin with their date, each as a head and what is said behind its sentence.

    "2013 PhD Ecology, Hill University. Thesis: …" over "2008 MSc Zoology, Moss University".
    """
    parts = [(line, *_behind_date(line.text, record)) for line in block.lines]
    if len(parts) < 2 or not any(said for _, _, said in parts):
        return []
    if not all(_date_side(head, record) == "first" for _, head, _ in parts):
        return []
    return [
        Paragraph([
            Line(line.number, head, bool(said)),
            *([Line(line.number, said)] if said else []),
        ])
        for line, head, said in parts
    ]  # fmt: skip


def _behind_date(text: str, record: Record) -> tuple[str, str]:
    """A line cut behind the first sentence after its date."""
    found = find_date(text, record.vocabulary)
    sign = _AFTER_DATE.match(text, found.finish if found else 0)
    at = sign.end() if sign else 0
    head, said = cut_sentence(text[at:])
    return text[:at] + head, said


_AFTER_DATE = re.compile(r"\s*[:：]?\s*")


def cut_above_dates(block: Paragraph, record: Record) -> list[Block]:
    """A paragraph of several titles, each over or under a line with its date, cut before each."""
    dates = [
        at for at, line in enumerate(block.lines)
        if is_only_date(unstyle(line.text).strip(), record.vocabulary)
    ]  # fmt: skip
    if len(dates) < 2 or dates[0] > 1:
        return []
    above = dates[0]  # 1 for a period under its title, 0 for one over it
    crowded = any(b - a < 2 + above for a, b in pairwise(dates))
    if crowded or dates[-1] + 1 - above == len(block.lines):
        return []
    starts = [at - above for at in dates]
    titles = [block.lines[at + 1 - above].text for at in starts]
    if not all(is_head_line(one, record) and not ends_sentence(one, record) for one in titles):
        return []
    return _parted(block, starts)


def _parted(block: Paragraph, starts: list[int]) -> list[Block]:
    """A paragraph cut before the lines at `starts`, of which the first is the first."""
    return [
        Paragraph(block.lines[start:end], block.indented)
        for start, end in pairwise([*starts, len(block.lines)])
    ]


def _date_side(text: str, record: Record) -> str:
    """Whether a head line begins with its date, or ends with it behind a sign or in a column.

    A period needs no sign: "Teller, Moss Bank, Leeds 2010 - 2013".
    Under heads with a column a date in brackets is said of something: "On the council (2012)".
    """
    plain = unstyle(text)
    found = find_date(plain, record.vocabulary)
    if not found or not is_head_line(text, record):
        return ""
    before, after = plain[: found.begin].strip(" (["), plain[found.finish :].strip(" )].")
    if not before and after:
        return "first"
    column = re.search(r"(?:[\t|·,(:，：／（]|\s[–—-])\s*$", plain[: found.begin])
    period = found.start != found.end
    if not before or after or not (column or period):
        return ""
    return "column" if column and "\t" in column[0] else "last"
