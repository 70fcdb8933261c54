"""How many paragraphs are the head of an entry without a mark, by their looks and dates."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry, is_head_line
from typeset.importers.text.heads.parts import is_span
from typeset.importers.text.heads.subjects import is_state
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import begins_large
from typeset.importers.text.words.vocabulary import key

_LISTED = re.compile(r"[^\W\d_]+: [^,]+, \S")
"""A label over a list ("Stack: C, Rust"), which heads nothing."""


def head_size(blocks: list[Block], at: int, entries: list[RawEntry], record: Record) -> int:
    """How many paragraphs from `at` on are an entry's head; 0 for none."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or not is_head_line(block.lines[0].text, record):
        return 0
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    date = _dated_line(block, record)
    if date >= 0 and all(is_head_line(line.text, record) for line in block.lines[:date]):
        return _size_with_date(block, following, entries, record)
    if _tells_state(block, record):
        return 1
    one_line = len(block.lines) <= 2 and not SENTENCE_END.search(unstyle(block.text))
    if not one_line or _LISTED.match(unstyle(block.text)):
        return 0
    if isinstance(following, Paragraph):
        third = blocks[at + 2] if at + 2 < len(blocks) else None
        size = _size_over_date(block, following, third, entries, record)
        if size is not None:
            return size
    return _size_without_date(block, following, entries, record)


def _dated_line(block: Paragraph, record: Record) -> int:
    """Which of the first lines of a paragraph is a head line with a date; -1 for none.

    A fifth may be it under a line in bold: "**Org**", "Unit", "Degree", "Subject", "2019 – 2021".
    """
    dated = [
        index for index, line in enumerate(block.lines[:_MOST_WITH_DATE])
        if (index < _MOST_WITH_DATE - 1 or wholly(block.lines[0].text)[0] == "strong")
        and find_date(unstyle(line.text), record.vocabulary) and is_head_line(line.text, record)
        and (index < 3 or wholly(line.text)[0] == "em"
             or is_only_date(unstyle(line.text), record.vocabulary))
    ]  # fmt: skip
    return dated[0] if dated else -1


_MOST_WITH_DATE = 5


def _tells_state(block: Paragraph, record: Record) -> bool:
    """Whether the last of a few lines says, in a date's place, how far a degree got or how long.

    "**Degree**" over "**School**" over "**In progress**"; "Role" over "Org" beside "3 months".
    """
    *heads, last = block.lines
    few = 0 < len(heads) <= _MOST_OVER_STATE and all(line.hard for line in heads)
    said = unstyle(last.text).rpartition("\t")[2].strip()
    lasting = said[:1].isdigit() and is_span(said, record)
    if not few or not (lasting or is_state(unstyle(last.text), record)):
        return False
    return all(is_head_line(line.text, record) for line in heads)


_MOST_OVER_STATE = 2


def _size_with_date(
    block: Paragraph, following: Block | None, entries: list[RawEntry], record: Record
) -> int:
    """How many paragraphs a head is whose first one has the date; 0 for prose or a lone date."""
    only = is_only_date(unstyle(block.text), record.vocabulary)
    if only and isinstance(following, Paragraph) and is_head_line(following.lines[0].text, record):
        return 2  # the date stands first
    if only and entries and not following:
        return 0
    return 0 if _is_prose(block, record) else 1


def _size_over_date(
    block: Paragraph,
    following: Paragraph,
    third: Block | None,
    entries: list[RawEntry],
    record: Record,
) -> int | None:
    """How many paragraphs a head is with its date in one of the next; None for no such date."""
    first = following.lines[0].text
    date = is_only_date(unstyle(first), record.vocabulary)
    if date and len(following.lines) > 1 and entries and _date_first(entries[-1]):
        return 0  # "First class" over the period that begins the next entry
    if date or (wholly(first)[0] == "em" and find_date(first, record.vocabulary)):
        return 2
    if _is_under_bold(block, following, entries):
        return None  # "*Member of the club*" of the entry above, over "**Org**" and its period
    if (
        len(following.lines) == 1
        and isinstance(third, Paragraph)
        and (_is_short_title(block.text) or _is_degree(block.text, record))
        and _is_short_title(first)
        and is_only_date(third.lines[0].text, record.vocabulary)
    ):
        return 3  # title, organisation and date in paragraphs of their own
    return None


def _is_under_bold(block: Paragraph, following: Paragraph, entries: list[RawEntry]) -> bool:
    """Whether entries begin in bold so far, as the next paragraph does and this one does not."""
    bold = [wholly(unlink(one.text)[0])[0] == "strong" for one in (block, following)]
    begun = [unlink(text)[0] for entry in entries for _, text in entry.head]
    return bold == [False, True] and any(wholly(text)[0] == "strong" for text in begun)


def _size_without_date(
    block: Paragraph, following: Block | None, entries: list[RawEntry], record: Record
) -> int:
    """1 for an undated head, written as those before it are; 0 for none."""
    under = len(block.lines) == 1 or wholly(block.lines[1].text)[0] == "em"
    return int(under and _is_written_so(block, following, entries, record))


def _is_short_title(text: str) -> bool:
    """Whether a line is a title of a few words and no sentence."""
    plain = unstyle(text)
    short = len(plain.split()) <= _LONGEST_TITLE and plain[:1].isupper()
    return short and not SENTENCE_END.search(plain)


_LONGEST_TITLE = 8
_LONGEST_DEGREE = 14


def _is_degree(text: str, record: Record) -> bool:
    """Whether a line that begins in bold is a degree, with its minor perhaps."""
    told = text.startswith("**") and names("degrees", unstyle(text), record)
    return told and len(text.split()) <= _LONGEST_DEGREE and not SENTENCE_END.search(text)


def _date_first(entry: RawEntry) -> bool:
    """Whether the line with an entry's date stands over its title."""
    return entry.head[-1][0] < entry.head[0][0]


_BOLD_FIRST = re.compile(r"\*\*[^*]+\*\*\s*(?:[|,·@(–—-]|$)")


def _is_written_so(
    block: Paragraph, following: Block | None, entries: list[RawEntry], record: Record
) -> bool:
    """Whether an undated line over a list begins in bold, as the dated heads before it do."""
    if not entries or not _BOLD_FIRST.match(block.text):
        return False
    plain = unlink(unstyle(block.text))[0]
    if _is_post_as_above(block, entries, record):
        return True
    if not isinstance(following, List):  # a degree and its school, all in bold as theirs are
        whole = all(wholly(text)[0] == "strong" for text in (block.text, entries[-1].head[0][1]))
        return whole and all(names(list_, plain, record) for list_ in ("degrees", "schools"))
    named = any(names(list_, plain, record) for list_ in ("roles", "organisations", "schools"))
    named = named or (len(entries) > 1 and wholly(block.text)[0] == "strong")
    return named and all(_BOLD_FIRST.match(entry.head[0][1]) for entry in entries)


def _is_post_as_above(block: Paragraph, entries: list[RawEntry], record: Record) -> bool:
    """Whether an undated post is set as those above: "**Cook**, Moss", "**Moss**" over "*Cook*"."""
    roles = [_role_in(line.text, record) for line in block.lines]
    if not any(roles) or SENTENCE_END.search(unstyle(block.text)):
        return False
    above = [[_role_in(text, record) for _, text in entry.head[: len(roles)]] for entry in entries]
    return all(one == roles for one in above)


def _role_in(line: str, record: Record) -> str:
    """How a line begins with a role in bold or italics: its style, and the sign behind it."""
    match = _STYLED_ROLE.match(line)
    told = match is not None and names("roles", unlink(match["role"])[0], record)
    if not match or not told:
        return ""
    return match["style"] + (match["sign"] if len(match["style"]) > 1 else "")


_STYLED_ROLE = re.compile(r"(?P<style>\*{1,2})(?P<role>[^*]+)(?P=style)\s*(?P<sign>[,@–—|-]|$)")


def _is_prose(block: Paragraph, record: Record) -> bool:
    """A sentence that happens to name a year."""
    if is_dated_name(block.lines[0].text, record) or _begins_at_date(block.text, record):
        return False
    if _is_name_at_date(block, record):
        return False
    first = unstyle(block.lines[0].text)
    found = find_date(first, record.vocabulary)
    first_word = key(found.text.split()[0]) if found else ""
    since = first_word in record.vocabulary["since"]  # "nobody has been stung since 2020"
    single = since or (found is not None and found.start == found.end)
    whole = unstyle(block.text)
    small = sum(word[:1].islower() for word in whole.split()) * 2 > len(whole.split()) > _SENTENCE
    ends = whole.endswith(".") and (len(block.lines) == 1 or not block.lines[0].hard)
    if single and small and ends:
        return True
    return single and len(block.lines) == 1 and bool(re.search(r"[a-zà-ÿ]\.$", first))


_SENTENCE = 8


def _begins_at_date(text: str, record: Record) -> bool:
    """Whether a date set apart begins a text: "**2019** Baker, Ash Inn". No sentence has that."""
    match = _STYLED_FIRST.match(text)
    return match is not None and is_only_date(match[2], record.vocabulary) is not None


_STYLED_FIRST = re.compile(r"(\*{1,3})([^*]{4,40}?)[.:：]?\1\s")


def is_dated_name(text: str, record: Record) -> bool:
    """Whether a line is a name in bold and its date: "**Moss Museum** (2016)", "**Moss**, 2016"."""
    match = _NAME_AND_DATE.fullmatch(text)
    day = (match[1] or match[2]) if match else ""
    return bool(day) and is_only_date(unstyle(day), record.vocabulary) is not None


_NAME_AND_DATE = re.compile(
    r"\*\*[^*]+\*\*(?:\s*[(（]([^()（）]+)[)）]|(?:\s*[|·•,]|\s+[–—-])\s*(\S.*))"
)


def _is_name_at_date(block: Paragraph, record: Record) -> bool:
    """Whether a first line is a name and, behind a sign, a date alone: "Moss Museum, 2016".

    The next line begins anew: no margin has ended the first one.
    """
    first, *others = [unstyle(line.text).strip() for line in block.lines]
    match = _PLAIN_NAME_AND_DATE.fullmatch(first)
    alone = match and is_only_date(match[1], record.vocabulary)
    return bool(alone and others and begins_large(others[0]) and len(first) < len(others[0]))


_PLAIN_NAME_AND_DATE = re.compile(
    r"[^\W\d_a-zà-ÿ][^,;:.!?|·•–—]{2,50}?(?:\s*[|·•,]|\s+[–—-])\s*(\S.{3,30})"
)
