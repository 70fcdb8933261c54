"""Entries without a mark: lines that head one by their looks and their dates."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.blocks import (
    Block,
    Line,
    List,
    Paragraph,
)
from typeset.importers.text.contacts import is_place
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.head_lines import (
    LONGEST_META_WORDS,
    SENTENCE_END,
    Found,
    RawEntry,
    cut_sentence,
    is_head_line,
    is_meta,
    is_styled,
    take_metas,
)
from typeset.importers.text.head_words import KINDS, WORK, names
from typeset.importers.text.inline import unlink, unstyle, wholly
from typeset.importers.text.labelled import labelled
from typeset.importers.text.place_tails import is_region, place_tail
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key


def by_lines(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Head lines without a mark: `Role · Org`, and a date on this line or one of the next two."""
    blocks = _stacked([part for block in blocks for part in _dated_parts(block, record)], record)
    entries: list[RawEntry] = []
    before: list[Block] = []
    at = 0
    while at < len(blocks):
        size = _head_size(blocks, at, entries, kind, record)
        if size:
            found, at = _line_entry(blocks, at, size, kind, record)
            for entry in found:
                if not _joins(entry, entries):
                    entries.append(entry)
        else:
            last = entries[-1] if entries else None
            while last and last.inner:
                last = last.inner[-1]
            (last.body if last else before).append(blocks[at])
            at += 1
    return (before, entries) if entries else None


def _stacked(blocks: list[Block], record: Record) -> list[Block]:
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
        dated = line and len(waiting) in (2, 3) and _is_date_line(line.text, record)
        if dated and line:
            lines = [Line(one.number, one.text, True) for one in waiting]
            result.append(Paragraph([*lines, line]))
        else:
            result += [Paragraph([one]) for one in waiting]
            result.append(block)
        waiting = []
    return [*result, *(Paragraph([one]) for one in waiting)]


def _is_title_line(line: Line, record: Record) -> bool:
    """Whether a line is short, undated, and no sentence or label."""
    plain = unlink(unstyle(line.text))[0]
    owned = any(names(list_, plain, record) for list_ in ("schools", "organisations"))
    short = len(plain.split()) <= LONGEST_META_WORDS + 3 * owned and plain[:1].isupper()
    dated = find_date(plain, record.vocabulary)
    return short and not dated and not SENTENCE_END.search(plain) and ":" not in plain


def _is_date_line(text: str, record: Record) -> bool:
    """Whether a line is a date, with no more beside it than "expected" or a town."""
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    rest = (plain[: found.begin] + plain[found.finish :]).split() if found else []
    longest = 6 if wholly(text)[0] == "em" else 3
    return found is not None and len(rest) <= longest and ":" not in plain


def _dated_parts(block: Block, record: Record) -> list[Block]:
    """A paragraph cut before each line that has its date where the first line has it."""
    if not isinstance(block, Paragraph) or len(block.lines) < 3:
        return [block]
    if cut := _cut_above_dates(block, record):
        return cut
    sides = [_date_side(line.text, record) for line in block.lines]
    if not sides[0] or sides.count(sides[0]) < 2 or all(sides):
        return [block]
    starts = [index for index, side in enumerate(sides) if side == sides[0]]
    return _parted(block, starts)


def _cut_above_dates(block: Paragraph, record: Record) -> list[Block]:
    """A paragraph of several titles, each over a line with its date, cut before each title."""
    dates = [
        at for at, line in enumerate(block.lines)
        if is_only_date(unstyle(line.text).strip(), record.vocabulary)
    ]  # fmt: skip
    if len(dates) < 2 or dates[0] != 1 or any(b - a < 3 for a, b in pairwise(dates)):
        return []
    starts = [at - 1 for at in dates]
    titles = [block.lines[at].text for at in starts]
    if not all(is_head_line(one, record) and not SENTENCE_END.search(one) for one in titles):
        return []
    return _parted(block, starts)


def _parted(block: Paragraph, starts: list[int]) -> list[Block]:
    """A paragraph cut before the lines at `starts`, of which the first is the first."""
    return [
        Paragraph(block.lines[start:end], block.indented)
        for start, end in pairwise([*starts, len(block.lines)])
    ]


def _owner_follows(entry: RawEntry, line: Line, kind: str, last: bool, record: Record) -> bool:
    """Whether a short line names the organisation that the title over it does not."""
    text = unlink(unstyle(line.text))[0]
    if len(entry.head) == 2 and is_only_date(unstyle(entry.head[0][1]), record.vocabulary):
        return last and kind == "work" and _is_under_role(entry.head[1][1], text, record)
    if len(entry.head) > 1 or not text[:1].isupper():
        return False
    if _names_owner(entry, text, kind, record):
        return True
    if len(text.split()) > 8:
        return False
    list_ = "schools" if kind == "education" else "organisations"
    head = unstyle(entry.head[0][1])
    if kind == "education" and names("organisations", text, record):
        return not any(names(one, head, record) for one in ("schools", "organisations"))
    if names(list_, text, record):
        return not names(list_, head, record)
    found = find_date(head, record.vocabulary)
    title = (head[: found.begin] + head[found.finish :]).strip() if found else head
    title, town = place_tail(title.strip("\t |·,("), WORK, record)
    one = not re.search(r"[,|·@:]|\s[–—-]\s|\S\t\S", title) and (not town or town != title)
    if one and town and record.vocabulary.has("roles", title):
        return False
    return (
        one
        and (line.hard or (last and bool(town)))
        and not SENTENCE_END.search(text)
        and kind == "work"
    )


def _is_under_role(title: str, text: str, record: Record) -> bool:
    """Whether a line under a date and a role is whom it was for: "Moss Museum, Hexham"."""
    role = unlink(unstyle(title))[0]
    if re.search(r"[,|·@:\t]|\s[–—-]\s", role) or not names("roles", role, record):
        return False
    plain = len(text.split()) <= _LONGEST_TITLE and not re.search(r"[.:;!?]", text)
    capital = sum(word[:1].isupper() for word in text.split()) * 2 > len(text.split())
    return plain and text[:1].isupper() and (capital or names("organisations", text, record))


def _names_owner(entry: RawEntry, text: str, kind: str, record: Record) -> bool:
    """Whether a line is "Organisation, Town" under a title that has its date in a column."""
    title = unlink(unstyle(entry.head[0][1]))[0]
    found = find_date(title, record.vocabulary)
    words = KINDS.get(kind)
    if not found or not words or not re.search(r"[\t(|·]\s*$", title[: found.begin]):
        return False
    if len(text.split()) > 10 or re.search(r"[;:!?]|[a-zà-ÿ]{4,}\.", text):
        return False
    owner, town = place_tail(text, words, record)
    told = names(words.who, owner, record) and not names(words.who, title, record)
    if is_region(town, owner, record):
        return False
    return told or (bool(town) and is_place(town, record) and not is_place(owner, record))


def _date_side(text: str, record: Record) -> str:
    """Whether a head line begins with its date, or ends with it in a column of its own."""
    plain = unstyle(text)
    found = find_date(plain, record.vocabulary)
    if not found or not is_head_line(text, record):
        return ""
    before, after = plain[: found.begin].strip(" (["), plain[found.finish :].strip(" )].")
    if not before and after:
        return "first"
    return (
        "last" if before and not after and re.search(r"[\t|·,(]\s*$", plain[: found.begin]) else ""
    )


def _joins(entry: RawEntry, entries: list[RawEntry]) -> bool:
    """Put a lone `*Role* – dates` line after a `**Org**` with such a line of its own under it."""
    before = entries[-1] if entries else None
    if not before or len(entry.head) != 1 or not _begins_with(entry.head[0][1], "em"):
        return False
    if not before.inner:
        styles = [_begins_with(text, "em") for _, text in before.head]
        if len(before.head) != 2 or styles != [False, True]:
            return False
        before.inner = [RawEntry(before.head[1:], before.body)]
        before.head, before.body, before.employer = before.head[:1], [], True
    before.inner.append(entry)
    return True


def _begins_with(text: str, style: str) -> bool:
    return style == "em" and bool(re.match(r"\*[^*]", text))


def _is_short_title(text: str) -> bool:
    """Whether a line is a title of a few words and no sentence."""
    plain = unstyle(text)
    short = len(plain.split()) <= _LONGEST_TITLE and plain[:1].isupper()
    return short and not SENTENCE_END.search(plain)


_LONGEST_TITLE = 8
_LISTED = re.compile(r"[^\W\d_]+: [^,]+, \S")
"""A label over a list ("Stack: C, Rust"), which heads nothing."""


def _head_size(
    blocks: list[Block], at: int, entries: list[RawEntry], kind: str, record: Record
) -> int:
    """How many paragraphs from `at` on are an entry's head; 0 for none."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or not is_head_line(block.lines[0].text, record):
        return 0
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    dated = [
        index for index, line in enumerate(block.lines[:4])
        if find_date(unstyle(line.text), record.vocabulary) and is_head_line(line.text, record)
        and (index < 3 or wholly(line.text)[0] == "em"
             or is_only_date(unstyle(line.text), record.vocabulary))
    ]  # fmt: skip
    if dated and all(is_head_line(line.text, record) for line in block.lines[: dated[0]]):
        only = is_only_date(unstyle(block.text), record.vocabulary)
        if (
            only
            and isinstance(following, Paragraph)
            and is_head_line(following.lines[0].text, record)
        ):
            return 2  # the date stands first
        if only and entries and not following:
            return 0
        return 0 if _is_prose(block, record) else 1
    one_line = len(block.lines) <= 2 and not SENTENCE_END.search(unstyle(block.text))
    one_line = one_line and not _LISTED.match(unstyle(block.text))
    if one_line and isinstance(following, Paragraph):
        first = following.lines[0].text
        date = is_only_date(unstyle(first), record.vocabulary)
        if date and len(following.lines) > 1 and entries and _date_first(entries[-1]):
            return 0  # "First class" over the period that begins the next entry
        if date or (wholly(first)[0] == "em" and find_date(first, record.vocabulary)):
            return 2
        third = blocks[at + 2] if at + 2 < len(blocks) else None
        if (
            len(following.lines) == 1
            and isinstance(third, Paragraph)
            and _is_short_title(block.text)
            and _is_short_title(first)
            and is_only_date(third.lines[0].text, record.vocabulary)
        ):
            return 3  # title, organisation and date in paragraphs of their own
    under = len(block.lines) == 1 or wholly(block.lines[1].text)[0] == "em"
    if one_line and under and _is_written_so(block, following, entries, record):
        return 1
    if kind == "education" and one_line and len(block.lines) == 1:
        words = record.vocabulary
        return int(
            (words.has("degrees", block.text) and not entries) or (not following and not entries)
        )
    return 0


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
    if not isinstance(following, List):  # a degree and its school, all in bold as theirs are
        whole = all(wholly(text)[0] == "strong" for text in (block.text, entries[-1].head[0][1]))
        return whole and all(names(list_, plain, record) for list_ in ("degrees", "schools"))
    named = any(names(list_, plain, record) for list_ in ("roles", "organisations", "schools"))
    named = named or (len(entries) > 1 and wholly(block.text)[0] == "strong")
    return named and all(_BOLD_FIRST.match(entry.head[0][1]) for entry in entries)


def _is_next(entry: RawEntry, following: list[Block], record: Record) -> bool:
    """Whether a school in bold stands under a head in bold that names one: the next entry."""
    below = following[0] if following else None
    texts = [entry.head[0][1], below.text if isinstance(below, Paragraph) else ""]
    return all(wholly(one)[0] == "strong" and names("schools", one, record) for one in texts)


def _is_prose(block: Paragraph, record: Record) -> bool:
    """A sentence that happens to name a year."""
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


def _line_entry(
    blocks: list[Block], at: int, size: int, kind: str, record: Record
) -> tuple[list[RawEntry], int]:
    """The entry (or one a line, where every line has a date) whose head begins at `at`."""
    paragraphs = [block for block in blocks[at : at + size] if isinstance(block, Paragraph)]
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    dated = [bool(find_date(unstyle(line.text), record.vocabulary)) for line in lines]
    columns = ["\t" in line.text for line in lines]
    if size == 1 and len(lines) > 1 and all(dated) and columns[0] in (False, all(columns)):
        return [RawEntry([(line.number, line.text)]) for line in lines], at + 1
    entry = RawEntry([])
    body: list[Line] = []
    seen = False
    for index, line in enumerate(lines):
        told = (
            labelled(line.text, record) if index and kind == "work" and not body else ("", "", "")
        )
        name, label, value = told
        if name in ("role", "organisation") and value and is_head_line(value, record):
            record.use_label(line.number, label, f"labels.{name}")
            entry.given[name] = value
            entry.head.append((line.number, value))
        elif body or not is_head_line(line.text, record):
            body.append(line)
        elif seen and not is_meta(line.text, True, record) and not is_styled(Paragraph([line])):
            # After a date only the head itself may follow ("2019 – 2021", then "Role, Org").
            first = index == 1 and is_only_date(unstyle(lines[0].text), record.vocabulary)
            list_ = "degrees" if kind == "education" else "roles"
            said = line.text[:1].islower() and bool(SENTENCE_END.search(line.text))
            role = (
                not said
                and record.vocabulary.has(list_, line.text)
                and not any(record.vocabulary.has(list_, text) for _, text in entry.head)
            )
            below = lines[index + 1] if index + 1 < len(lines) else None
            column = any("\t" in text for _, text in entry.head)
            longest = 14 if column else 10 if kind == "education" else 6
            short = len(line.text.split()) <= 4 and not SENTENCE_END.search(line.text)
            over = below is not None and short and is_styled(Paragraph([below]))
            listed = (
                kind == "education"
                and is_only_date(unstyle(lines[0].text), record.vocabulary)
                and len(lines) <= 4
                and not SENTENCE_END.search(line.text)
            )  # a year, then school, faculty and subject, a line each
            if (
                first
                or over
                or listed
                or _owner_follows(entry, line, kind, index + 1 == len(lines), record)
                or (
                    role
                    and len(line.text.split()) <= longest
                    and line.hard | (index + 1 == len(lines))
                )
            ):
                text, rest = cut_sentence(line.text) if role else (line.text, "")
                entry.head.append((line.number, text))
                body += [Line(line.number, rest, line.hard)] if rest else []
            else:
                body.append(line)
        else:
            seen = seen or dated[index]
            entry.head.append((line.number, line.text))
    if is_only_date(unstyle(entry.head[0][1]), record.vocabulary) and len(entry.head) > 1:
        entry.head = [*entry.head[1:], entry.head[0]]
    if body:
        entry.body.append(Paragraph(body))
    following = [] if body or _is_next(entry, blocks[at + size :], record) else blocks[at + size :]
    left = take_metas(entry, following[:1], record) if following else []
    taken = len(following[:1]) - len(left)
    if following and left and left[0] is not following[0]:
        entry.body, taken = [*entry.body, *left], 1
    return [entry], at + size + taken
