"""Entries without a mark: lines that head one by their looks and their dates."""

from __future__ import annotations

import re

from typeset.importers.text.entries.below_heads import owner_follows, owner_over_prose
from typeset.importers.text.entries.engagements import is_engagement_form
from typeset.importers.text.entries.head_paragraphs import dated_parts, stacked
from typeset.importers.text.entries.head_sizes import head_size
from typeset.importers.text.entries.labelled import has_role, labelled
from typeset.importers.text.entries.promotions import roles_in_row, roles_in_turn
from typeset.importers.text.entries.wrapped_heads import closed
from typeset.importers.text.header.contacts import is_address
from typeset.importers.text.heads.lines import (
    SENTENCE_END,
    Found,
    RawEntry,
    cut_sentence,
    ends_sentence,
    is_head_line,
)
from typeset.importers.text.heads.metas import is_meta, is_styled, take_metas
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key


def by_lines(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Head lines without a mark: `Role · Org`, and a date on this line or one of the next two."""
    blocks = stacked([part for block in blocks for part in dated_parts(block, record)], record)
    entries: list[RawEntry] = []
    before: list[Block] = []
    at = 0
    outer = False  # whether the last entry begins in the margin
    while at < len(blocks):
        under = bool(entries) and is_engagement_form(blocks[at], record)
        size = 0 if under else head_size(blocks, at, entries, record)
        if size:
            inner = outer and kind == "work" and _is_set_in(blocks[at])
            outer = outer if inner else not _is_set_in(blocks[at])
            found, at = _line_entry(blocks, at, size, kind, record)
            for entry in found:
                if not _joins(entry, entries, record, inner):
                    entries.append(entry)
        else:
            last = entries[-1] if entries else None
            while last and last.inner:
                last = last.inner[-1]
            (last.body if last else before).append(blocks[at])
            at += 1
    return (before, entries) if entries else None


def _line_entry(
    blocks: list[Block], at: int, size: int, kind: str, record: Record
) -> tuple[list[RawEntry], int]:
    """The entry (or one a line, where every line has a date) whose head begins at `at`."""
    paragraphs = [block for block in blocks[at : at + size] if isinstance(block, Paragraph)]
    lines = closed([line for paragraph in paragraphs for line in paragraph.lines], record)
    if size == 1 and _is_entry_a_line(lines, record):
        return [RawEntry([(line.number, line.text)]) for line in lines], at + 1
    if size == 1 and kind == "work":
        held = roles_in_turn(lines, record) or roles_in_row(lines, record)
        if held:
            return [held], at + 1
    entry, body = _of_lines(lines, kind, record)
    if is_only_date(unstyle(entry.head[0][1]), record.vocabulary) and len(entry.head) > 1:
        entry.head = [*entry.head[1:], entry.head[0]]
    if body:
        entry.body.append(Paragraph(body))
    following = [] if body or _is_next(entry, blocks[at + size :], record) else blocks[at + size :]
    return [entry], at + size + _take_following(entry, following[:1], record)


def _is_entry_a_line(lines: list[Line], record: Record) -> bool:
    """Whether each of several lines is a head, dated, and in columns where the first one is.

    A first line that is only a date begins what it dates; a sentence below a head that ends in
    none tells of it: "Clerk, Moss Ltd, 2009 – 2012" over "Moved the archive in 2011.".
    """
    if len(lines) > 1 and is_only_date(unstyle(lines[0].text), record.vocabulary):
        return False
    told = [_is_sentence(line.text, record) for line in lines]
    cut = any(
        (line.text.split() or [""])[-1] in record.vocabulary.small_words for line in lines[:-1]
    )
    if cut or (any(told) and not told[0]):
        return False
    dated = [
        is_head_line(line.text, record) and bool(find_date(unstyle(line.text), record.vocabulary))
        for line in lines
    ]
    columns = ["\t" in line.text for line in lines]
    return len(lines) > 1 and all(dated) and columns[0] in (False, all(columns))


def _is_sentence(text: str, record: Record) -> bool:
    """Whether a full stop ends a line whose date is a part of what it says."""
    plain = unstyle(text).rstrip()
    ended = plain.endswith((".", "。")) and ends_sentence(plain, record)
    found = find_date(plain, record.vocabulary) if ended else None
    if not found:
        return False
    return plain[: found.begin].rstrip()[-1:].isalpha() or bool(
        re.search(r"\w", plain[found.finish :])
    )


def _of_lines(lines: list[Line], kind: str, record: Record) -> tuple[RawEntry, list[Line]]:
    """An entry with those of the lines that are its head, and the lines that are its text."""
    entry = RawEntry([])
    body: list[Line] = []
    seen = False
    for index, line in enumerate(lines):
        if index and kind == "work" and not body and _take_label(entry, line, record):
            continue
        if (
            body
            or (index > 0 and not is_head_line(line.text, record))
            or (seen and _is_sentence(line.text, record))
        ):
            owner, rest = ("", "") if body else owner_over_prose(entry, line.text, kind, record)
            if owner:
                entry.head.append((line.number, owner))
                record.choose(line.number, "owner-in-sentence", owner, "whose the role is")
            body.append(Line(line.number, rest, line.hard) if owner else line)
        elif seen and not is_meta(line.text, True, record) and not is_styled(Paragraph([line])):
            body += _take_after_date(entry, lines, index, kind, record)
        else:
            seen = seen or bool(find_date(unstyle(line.text), record.vocabulary))
            entry.head.append((line.number, line.text))
    return entry, body


def _take_label(entry: RawEntry, line: Line, record: Record) -> bool:
    """Move a line's role or organisation behind its label to the entry's head, if it has one."""
    name, label, value = labelled(line.text, record)
    if name not in ("role", "organisation") or not value or not is_head_line(value, record):
        return False
    if name == "role" and has_role(entry, label, record):
        return False
    record.use_label(line.number, label, f"labels.{name}")
    entry.given[name] = value
    entry.head.append((line.number, value))
    return True


def _take_after_date(
    entry: RawEntry, lines: list[Line], index: int, kind: str, record: Record
) -> list[Line]:
    """Move a line below the date to the entry's head, if it goes on with it; the text left.

    After a date only the head itself may follow ("2019 – 2021", then "Role, Org").
    """
    line = lines[index]
    last = index + 1 == len(lines)
    below = None if last else lines[index + 1]
    role = _tells_role(entry, line, kind, record)
    if not (
        _is_in_head(lines, index, kind, record)
        or owner_follows(entry, line, below, kind, record)
        or (below and is_address(below.text))  # the name over its address
        or (role and _is_short_role(entry, line, kind) and (line.hard or last))
    ):
        return [line]
    text, rest = cut_sentence(line.text) if role else (line.text, "")
    entry.head.append((line.number, text))
    return [Line(line.number, rest, line.hard)] if rest else []


def _tells_role(entry: RawEntry, line: Line, kind: str, record: Record) -> bool:
    """Whether a line names the role or degree that the head above it does not, and is no prose."""
    list_ = "degrees" if kind == "education" else "roles"
    said = line.text[:1].islower() and bool(SENTENCE_END.search(line.text))
    said = said or labelled(line.text, record)[0] == "text"  # "雇用形態：正社員"
    said = said or (  # "2014 – 2016 MA, Moss University", among posts, over "Placement at an inn."
        bool(SENTENCE_END.search(line.text))
        and any(names("degrees", unstyle(text), record) for _, text in entry.head)
    )

    def tells(text: str) -> bool:
        words = record.vocabulary
        return words.has(list_, text) or words.compounded(list_, text)

    return (
        not said
        and tells(line.text)
        and not any(
            tells(text)
            and names(list_, unstyle(text), record)
            and not _is_own_account(text, record)
            for _, text in entry.head
        )
    )


def _is_own_account(text: str, record: Record) -> bool:
    """Whether a head says no more than that one worked for oneself: "Freelance (2014 – 2016)"."""
    plain = unstyle(text)
    found = find_date(plain, record.vocabulary)
    bare = plain[: found.begin] if found and found.begin else plain
    return key(bare.rstrip(" ,(|–—-\t")) in record.vocabulary["contracts"]


def _is_short_role(entry: RawEntry, line: Line, kind: str) -> bool:
    """Whether a line is as short as a role or degree below such a head is."""
    column = any("\t" in text for _, text in entry.head)
    longest = 14 if column else 10 if kind == "education" else 6
    return len(line.text.split()) <= longest


def _is_in_head(lines: list[Line], index: int, kind: str, record: Record) -> bool:
    """Whether the lines around a line put it in the head: a date over it, or a styled line below.

    Or a year is over school, faculty and subject, a line each; or a period over an organisation
    and what one was there.
    """
    text = lines[index].text
    dated = bool(is_only_date(unstyle(lines[0].text), record.vocabulary))
    ended = bool(SENTENCE_END.search(text))
    below = lines[index + 1] if index + 1 < len(lines) else None
    short = len(text.split()) <= 4 and not ended
    over = below is not None and short and is_styled(Paragraph([below]))
    listed = kind == "education" and dated and len(lines) <= 4 and not ended
    held = kind == "work" and dated and index + 1 == len(lines) == _PERIOD_OWNER_ROLE and short
    held = (
        held
        and text[:1].isupper()
        and ":" not in text
        and not names("roles", lines[1].text, record)
    )
    return (index == 1 and dated) or over or listed or held


_PERIOD_OWNER_ROLE = 3


def _take_following(entry: RawEntry, following: list[Block], record: Record) -> int:
    """Take the metadata from the block that follows, if any; how many blocks the entry took."""
    left = take_metas(entry, following, record) if following else []
    if left and left[0] is not following[0]:
        entry.body += left
        return 1
    return len(following) - len(left)


def _is_next(entry: RawEntry, following: list[Block], record: Record) -> bool:
    """Whether a paragraph in bold under a head in bold is the next entry, and not its owner.

    Both name schools, or each stands over a date of its own. So is one that has as many lines as
    the head, its date in the same one.
    """
    if following and isinstance(following[0], Paragraph) and _is_alike(entry, following[0], record):
        return True
    texts = [one.text if isinstance(one, Paragraph) else "" for one in following[:2]]
    heads = [entry.head[0][1], *texts[:1]]
    if len(heads) < 2 or not all(wholly(one)[0] == "strong" for one in heads):
        return False
    dated = [
        is_only_date(unstyle(one), record.vocabulary) for one in (entry.head[-1][1], *texts[1:])
    ]
    return all(names("schools", one, record) for one in heads) or (len(dated) > 1 and all(dated))


def _is_alike(entry: RawEntry, block: Paragraph, record: Record) -> bool:
    """Whether a paragraph has its columns and its date in the lines where a head has them."""
    heads, lines = [text for _, text in entry.head], [line.text for line in block.lines]
    if len(heads) < 2 or len(heads) != len(lines):
        return False
    forms = [
        [("\t" in text, bool(find_date(unstyle(text), record.vocabulary))) for text in texts]
        for texts in (heads, lines)
    ]
    dated = [date for _, date in forms[0]]
    return forms[0] == forms[1] and dated.count(True) == 1 and all(column for column, _ in forms[0])


def _joins(entry: RawEntry, entries: list[RawEntry], record: Record, inner: bool) -> bool:
    """Put a lone `*Role* – dates` line after a `**Org**` with such a line of its own under it.

    So is one that is set in, as the first role is under its employer in the margin.
    """
    before = entries[-1] if entries else None
    if not before or len(entry.head) != 1:
        return False
    if not (
        _begins_with(entry.head[0][1], "em") or (inner and _is_dated(entry.head[0][1], record))
    ):
        return False
    if not before.inner:
        styles = [_begins_with(text, "em") for _, text in before.head]
        below = inner and len(styles) == _OWNER_ROLE and _is_dated(before.head[1][1], record)
        if styles != [False, True] and not below:
            return False
        before.inner = [RawEntry(before.head[1:], before.body)]
        before.head, before.body, before.employer = before.head[:1], [], True
    before.inner.append(entry)
    return True


_OWNER_ROLE = 2


def _is_dated(text: str, record: Record) -> bool:
    found = find_date(unstyle(text), record.vocabulary)
    return found is not None and found.start != found.end


def _is_set_in(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.indented


def _begins_with(text: str, style: str) -> bool:
    return style == "em" and bool(re.match(r"\*[^*]", text))
