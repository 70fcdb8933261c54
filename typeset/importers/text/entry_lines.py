"""Entries without a mark: lines that head one by their looks and their dates."""

from __future__ import annotations

import re

from typeset.importers.text.blocks import (
    Block,
    Line,
    Paragraph,
)
from typeset.importers.text.contacts import is_place
from typeset.importers.text.cuts import KINDS, WORK, is_region, names, place_tail
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.head_lines import (
    SENTENCE_END,
    Found,
    RawEntry,
    cut_sentence,
    is_head_line,
    is_meta,
    is_styled,
    take_metas,
)
from typeset.importers.text.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record


def by_lines(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Head lines without a mark: `Role · Org`, and a date on this line or one of the next two."""
    blocks = [part for block in blocks for part in _dated_parts(block, record)]
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


def _dated_parts(block: Block, record: Record) -> list[Block]:
    """A paragraph cut before each line that has its date where the first line has it."""
    if not isinstance(block, Paragraph) or len(block.lines) < 3:
        return [block]
    sides = [_date_side(line.text, record) for line in block.lines]
    if not sides[0] or sides.count(sides[0]) < 2 or all(sides):
        return [block]
    starts = [index for index, side in enumerate(sides) if side == sides[0]]
    ends = [*starts[1:], len(sides)]
    return [
        Paragraph(block.lines[start:end], block.indented)
        for start, end in zip(starts, ends, strict=True)
    ]


def _owner_follows(entry: RawEntry, line: Line, kind: str, last: bool, record: Record) -> bool:
    """Whether a short line names the organisation that the title over it does not."""
    text = unlink(unstyle(line.text))[0]
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


def _head_size(
    blocks: list[Block], at: int, entries: list[RawEntry], kind: str, record: Record
) -> int:
    """How many paragraphs from `at` on are an entry's head; 0 for none."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or not is_head_line(block.lines[0].text, record):
        return 0
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    dated = [
        index for index, line in enumerate(block.lines[:3])
        if find_date(unstyle(line.text), record.vocabulary) and is_head_line(line.text, record)
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
    if one_line and isinstance(following, Paragraph):
        first = following.lines[0].text
        date = is_only_date(unstyle(first), record.vocabulary)
        if date or (wholly(first)[0] == "em" and find_date(first, record.vocabulary)):
            return 2
    if kind == "education" and one_line and len(block.lines) == 1:
        words = record.vocabulary
        return int(
            (words.has("degrees", block.text) and not entries) or (not following and not entries)
        )
    return 0


def _is_prose(block: Paragraph, record: Record) -> bool:
    """A sentence that happens to name a year."""
    first = unstyle(block.lines[0].text)
    found = find_date(first, record.vocabulary)
    single = bool(found and found.start == found.end)
    return single and len(block.lines) == 1 and bool(re.search(r"[a-zà-ÿ]\.$", first))


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
        if body or not is_head_line(line.text, record):
            body.append(line)
        elif seen and not is_meta(line.text, True, record) and not is_styled(Paragraph([line])):
            # After a date only the head itself may follow ("2019 – 2021", then "Role, Org").
            first = index == 1 and is_only_date(unstyle(lines[0].text), record.vocabulary)
            list_ = "degrees" if kind == "education" else "roles"
            role = record.vocabulary.has(list_, line.text) and not any(
                record.vocabulary.has(list_, text) for _, text in entry.head
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
    following = [] if body else blocks[at + size :]
    left = take_metas(entry, following[:1], record) if following else []
    taken = len(following[:1]) - len(left)
    if following and left and left[0] is not following[0]:
        entry.body, taken = [*entry.body, *left], 1
    return [entry], at + size + taken
